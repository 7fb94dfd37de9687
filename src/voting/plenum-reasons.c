/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons that people give beside their ballots, where the method asks for them. They
 * are kept apart from the ballots, so that equal ballots stay equal. */
#include "plenum-reasons.h"

#include "plenum-method-private.h"
#include "plenum-profile-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_REASON 2000 /* characters */

static void
reason_free (PlenumReason *reason)
{
  g_free (reason->text);
  g_free (reason);
}

/* By option, then what weighs more, then by text: never by ballot. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const PlenumReason *one = *(const PlenumReason * const *) a;
  const PlenumReason *other = *(const PlenumReason * const *) b;

  if (one->option != other->option)
    return (one->option > other->option) - (one->option < other->option);
  if (one->value != other->value)
    return (one->value < other->value) - (one->value > other->value);
  return strcmp (one->text, other->text);
}

/**
 * plenum_profile_check_reason:
 * @error: return location for %PLENUM_VOTING_ERROR_UNKNOWN_OPTION or
 *   %PLENUM_VOTING_ERROR_INVALID_VALUE
 *
 * Returns: whether the method can have that reason
 */
gboolean
plenum_profile_check_reason (const PlenumProfile *self, const PlenumReason *reason, GError **error)
{
  if (reason->option >= self->options->len)
    {
      g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
                           _("There is a reason for an option that this poll does not have."));
      return FALSE;
    }
  if (self->method->paper != PLENUM_PAPER_CONSENT || reason->value <= 0)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                   _("“%s” has a reason beside it, but a reason belongs to a concern or an objection."),
                   plenum_profile_get_option_text (self, reason->option));
      return FALSE;
    }
  if (g_utf8_strlen (reason->text, -1) > LONGEST_REASON)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                   _("The reason beside “%s” is too long: it has at most %d characters."),
                   plenum_profile_get_option_text (self, reason->option), LONGEST_REASON);
      return FALSE;
    }

  return TRUE;
}

/**
 * plenum_profile_add_reason:
 * @reason: of a ballot that was added
 *
 * Errors: those of plenum_profile_check_reason()
 */
gboolean
plenum_profile_add_reason (PlenumProfile *self, const PlenumReason *reason, GError **error)
{
  PlenumReason *kept;

  if (!plenum_profile_check_reason (self, reason, error))
    return FALSE;

  if (self->reasons == NULL)
    self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  kept = g_new (PlenumReason, 1);
  *kept = (PlenumReason) { reason->option, reason->value, g_strdup (reason->text) };
  g_ptr_array_add (self->reasons, kept);
  g_ptr_array_sort (self->reasons, compare_reasons);
  return TRUE;
}

guint
plenum_profile_get_n_reasons (const PlenumProfile *self)
{
  return self->reasons != NULL ? self->reasons->len : 0;
}

/**
 * plenum_profile_get_reason:
 *
 * Returns: (transfer none): a reason, by option, objections before concerns, then by text
 */
const PlenumReason *
plenum_profile_get_reason (const PlenumProfile *self, guint index)
{
  g_return_val_if_fail (index < plenum_profile_get_n_reasons (self), NULL);

  return g_ptr_array_index (self->reasons, index);
}
