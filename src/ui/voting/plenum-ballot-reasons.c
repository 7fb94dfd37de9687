/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reasons on a ballot, beside concerns and objections. */
#include "plenum-ballot-draft-private.h"

#include "plenum-poll-settings.h"

/**
 * plenum_ballot_draft_takes_reason:
 *
 * Returns: whether a reason can stand beside what is said of @option now
 */
gboolean
plenum_ballot_draft_takes_reason (PlenumBallotDraft *self, guint option)
{
  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), FALSE);

  return self->takes_reasons && self->given[option] && self->values[option] > 0;
}

/**
 * plenum_ballot_draft_get_reason:
 *
 * Returns: (transfer none): the reason beside @option, "" for none
 */
const char *
plenum_ballot_draft_get_reason (PlenumBallotDraft *self, guint option)
{
  const char *reason;

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  reason = g_hash_table_lookup (self->reasons, GUINT_TO_POINTER (option));
  return reason != NULL ? reason : "";
}

/**
 * plenum_ballot_draft_set_reason:
 * @reason: any text
 *
 * It is kept while somebody changes their mind, and cast where it belongs to a
 * concern or an objection in the end.
 */
void
plenum_ballot_draft_set_reason (PlenumBallotDraft *self, guint option, const char *reason)
{
  g_return_if_fail (option < plenum_ballot_draft_get_n_options (self));

  g_hash_table_replace (self->reasons, GUINT_TO_POINTER (option), g_strdup (reason));
}

/* As ballots keep them beside their choices: (nullable) where there are none. */
char *
plenum_ballot_draft_write_reasons (PlenumBallotDraft *self)
{
  g_autoptr (GString) json = g_string_new ("{\"reasons\":{");
  gsize empty = json->len;

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    {
      g_autofree char *reason = g_strstrip (g_strdup (plenum_ballot_draft_get_reason (self, i)));

      if (*reason == '\0' || !plenum_ballot_draft_takes_reason (self, i))
        continue;
      if (json->len > empty)
        g_string_append_c (json, ',');
      plenum_poll_settings_append_string (json, plenum_profile_get_option_id (self->profile, i));
      g_string_append_c (json, ':');
      plenum_poll_settings_append_string (json, reason);
    }
  if (json->len == empty)
    return NULL;

  g_string_append (json, "}}");
  return g_strdup (json->str);
}
