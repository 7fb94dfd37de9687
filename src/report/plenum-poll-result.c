/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a poll in the library to its result. */
#include "plenum-poll-result.h"

#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"

G_DEFINE_QUARK (plenum-poll-result-error-quark, plenum_poll_result_error)

typedef struct
{
  PlenumProfile *profile;
  GCancellable  *cancellable;
} Count;

static gboolean
add_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  Count *count = data;

  return !g_cancellable_set_error_if_cancelled (count->cancellable, error)
         && plenum_profile_add_sheet (count->profile, sheet, error);
}

static gboolean
fail (PlenumPollResultError code, const char *message, GError **error)
{
  g_set_error_literal (error, PLENUM_POLL_RESULT_ERROR, code, message);
  return FALSE;
}

/**
 * plenum_poll_result_check:
 * @poll: a poll
 *
 * Whether its ballots may be looked at.
 *
 * Errors: %PLENUM_POLL_RESULT_ERROR_NOT_CLOSED; for a secret poll
 * %PLENUM_POLL_RESULT_ERROR_SEALED before plenum_action_show_result() and
 * %PLENUM_POLL_RESULT_ERROR_TOO_FEW
 */
gboolean
plenum_poll_result_check (PlenumStore *store, PlenumRecord *poll, GError **error)
{
  const char *id = plenum_record_get_id (poll);

  if (g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), "closed") != 0)
    return fail (PLENUM_POLL_RESULT_ERROR_NOT_CLOSED, _("This poll is not closed. Results are shown once it is."), error);
  if (plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR))
    return TRUE;

  if (plenum_record_is_null (poll, PLENUM_POLL_SHOWN))
    return fail (PLENUM_POLL_RESULT_ERROR_SEALED, _("The ballots of this secret poll are still sealed. Show its result first."), error);

  return plenum_store_count (store, PLENUM_BALLOT, PLENUM_BALLOT_POLL, id) >= PLENUM_LEAST_SECRET_BALLOTS
         || fail (PLENUM_POLL_RESULT_ERROR_TOO_FEW, _("Here are fewer than three ballots of this secret poll. "
                                                      "No result is shown of so few, since it would tell who voted what."), error);
}

/**
 * plenum_poll_result_read:
 * @poll: the id of a closed poll
 * @cancellable: (nullable): stops the reading
 *
 * Reads the poll's ballots. A person who has two after a merge counts once, with the
 * later one. Call this on the thread of @store.
 *
 * Errors: those of plenum_poll_result_check() and of the store, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the ballots
 */
PlenumProfile *
plenum_poll_result_read (PlenumStore *store, const char *poll, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll, error);
  g_autoptr (PlenumProfile) profile = NULL;
  PlenumSheetForm sheet;
  Count count;

  if (form == NULL || !plenum_poll_result_check (store, form->poll, error))
    return NULL;

  sheet = plenum_poll_form_get_sheet (form);
  profile = plenum_profile_new_for_form (&sheet, error);
  if (profile == NULL)
    return NULL;

  count = (Count) { profile, cancellable };
  if (!plenum_store_read_ballots (store, poll, add_ballot, &count, error))
    return NULL;

  return g_steal_pointer (&profile);
}

/**
 * plenum_poll_result_count:
 * @poll: the id of a closed poll
 * @cancellable: (nullable): stops the count
 *
 * Counts the poll's ballots by its method. Call this on the thread of @store.
 *
 * Errors: those of plenum_poll_result_read() and of the method
 *
 * Returns: (transfer full) (nullable): the result
 */
PlenumTally *
plenum_poll_result_count (PlenumStore *store, const char *poll, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumProfile) profile = plenum_poll_result_read (store, poll, cancellable, error);

  return profile != NULL ? plenum_tally_count (profile, cancellable, error) : NULL;
}
