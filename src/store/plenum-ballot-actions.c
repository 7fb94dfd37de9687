/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Casting ballots. What a ballot may hold is the method's; that a poll is open
 * and that nobody votes twice is kept here. */
#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-actions.h"
#include "plenum-store.h"

typedef struct
{
  PlenumRecord      *ballot;
  PlenumBallotCheck  check;
} Cast;

static void
cast_free (gpointer data)
{
  Cast *cast = data;

  g_object_unref (cast->ballot);
  g_free (cast);
}

static gboolean
needs_open (PlenumRecord *poll, GError **error)
{
  const char *state = plenum_record_get_text (poll, PLENUM_POLL_STATE);

  if (g_strcmp0 (state, "open") == 0)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       g_strcmp0 (state, "closed") == 0
                       ? _("This poll is closed. Open it again to change its ballots.")
                       : _("This poll is not open yet. Open it before votes are cast."));
  return FALSE;
}

/* Looks at who votes and takes over their weight. */
static gboolean
check_voter (PlenumStore *store, PlenumRecord *ballot, GError **error)
{
  const char *id = plenum_record_get_text (ballot, PLENUM_BALLOT_PARTICIPANT);
  g_autoptr (PlenumRecord) participant = NULL;
  g_autoptr (GHashTable) voters = NULL;

  if (id == NULL)
    return TRUE;

  participant = plenum_store_get (store, PLENUM_PARTICIPANT, id, error);
  if (participant == NULL)
    return FALSE;
  if (!plenum_record_field_equal (participant, ballot, PLENUM_PARTICIPANT_WORKSHOP))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Only participants of this workshop can vote in it"));
      return FALSE;
    }

  voters = plenum_store_list_voters (store, plenum_record_get_text (ballot, PLENUM_BALLOT_POLL), error);
  if (voters == NULL)
    return FALSE;
  if (g_hash_table_contains (voters, id))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("This person has voted already. Withdraw the first ballot to vote again."));
      return FALSE;
    }

  if (plenum_record_is_null (ballot, PLENUM_BALLOT_WEIGHT))
    plenum_record_set_text (ballot, PLENUM_BALLOT_WEIGHT,
                            plenum_record_get_text (participant, PLENUM_PARTICIPANT_WEIGHT));
  return TRUE;
}

static gboolean
cast_ballot (PlenumEdit *edit, gpointer data, GError **error)
{
  Cast *cast = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *poll = plenum_record_get_text (cast->ballot, PLENUM_BALLOT_POLL);
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll != NULL ? poll : "", error);

  if (form == NULL || !needs_open (form->poll, error))
    return FALSE;

  plenum_record_set_text (cast->ballot, PLENUM_BALLOT_WORKSHOP, plenum_record_get_text (form->poll, PLENUM_POLL_WORKSHOP));
  if (plenum_record_is_null (cast->ballot, PLENUM_BALLOT_VOTERS))
    plenum_record_set_integer (cast->ballot, PLENUM_BALLOT_VOTERS, 1);

  return check_voter (store, cast->ballot, error)
         && plenum_poll_form_check (store, form, cast->ballot, cast->check, error)
         && plenum_edit_insert (edit, cast->ballot, error);
}

/**
 * plenum_action_cast_ballot:
 * @ballot: a new record with its poll, channel and choices; voters are 1 and the
 *   weight is the participant's unless it says so
 * @check: whether the method can count it
 *
 * The result is the ballot's id, known at once. The history does not say who voted.
 *
 * Errors: those of @check; %PLENUM_STORE_ERROR_INVALID unless the poll is open, and
 * if the participant has voted already
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_cast_ballot (PlenumRecord *ballot, PlenumBallotCheck check)
{
  Cast *cast = g_new0 (Cast, 1);
  PlenumAction *action;

  cast->ballot = plenum_record_copy (ballot, plenum_record_get_id (ballot));
  cast->check = check;
  action = plenum_action_new (plenum_label_new ("Cast ballot"), cast_ballot, cast, cast_free);
  plenum_action_set_result (action, plenum_record_get_id (ballot));

  return action;
}

static gboolean
withdraw_ballot (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) ballot = plenum_store_get (store, PLENUM_BALLOT, data, error);
  g_autoptr (PlenumRecord) poll = NULL;

  if (ballot == NULL)
    return FALSE;

  poll = plenum_store_get (store, PLENUM_POLL, plenum_record_get_text (ballot, PLENUM_BALLOT_POLL), error);
  return poll != NULL && needs_open (poll, error) && plenum_edit_delete (edit, PLENUM_BALLOT, data, error);
}

/**
 * plenum_action_withdraw_ballot:
 *
 * Takes a ballot back while the poll is open.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_withdraw_ballot (const char *ballot)
{
  return plenum_action_new (plenum_label_new ("Withdraw ballot"), withdraw_ballot, g_strdup (ballot), g_free);
}
