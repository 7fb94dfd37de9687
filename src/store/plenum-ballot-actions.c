/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Casting ballots. What a ballot may hold is the method's; that a poll is open
 * and that nobody votes twice is kept here. */
#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-actions.h"
#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-urn.h"

typedef struct
{
  PlenumAction      *action; /* borrowed: it owns this */
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
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_secret (PlenumRecord *poll)
{
  return !plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR);
}

/* Where the urn is, and with it the list of who has voted. */
static gboolean
needs_collector (PlenumStore *store, PlenumRecord *poll, GError **error)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_COLLECTOR), plenum_store_get_node (store)) == 0
         || refuse (error, _("The ballots of this secret poll are collected on the computer where it was opened. Vote there."));
}

static gboolean
check_secret (PlenumRecord *ballot, GError **error)
{
  const char *weight = plenum_record_get_text (ballot, PLENUM_BALLOT_WEIGHT);

  if (!plenum_record_is_null (ballot, PLENUM_BALLOT_EXTRA))
    return refuse (error, _("This poll is secret, and the words of a reason would tell whose ballot it is. Cast it without reasons."));
  if (plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS) != 1
      || g_strcmp0 (plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL), "hands") == 0)
    return refuse (error, _("This poll is secret, and a show of hands is not. Enter the ballots one by one."));

  return weight == NULL || g_str_equal (weight, "1")
         || refuse (error, _("This poll is secret, and a weight would tell whose ballot it is. Give this person the weight 1."));
}

static gboolean
cast_secret_ballot (PlenumEdit *edit, Cast *cast, PlenumPollForm *form, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autofree char *receipt = NULL;

  if (!needs_collector (store, form->poll, error) || !check_secret (cast->ballot, error))
    return FALSE;

  receipt = plenum_urn_put (store, cast->ballot, form->options, error);
  if (receipt == NULL)
    return FALSE;

  plenum_action_set_result (cast->action, receipt);
  plenum_edit_make_final (edit, plenum_record_get_id (form->poll));
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

  if (form->conditions[PLENUM_POLL_NAMES_ONLY] && plenum_record_is_null (cast->ballot, PLENUM_BALLOT_PARTICIPANT))
    return refuse (error, _("In this poll only people on the list vote, each with their name. Say whose ballot it is."));
  if (form->conditions[PLENUM_POLL_FOUR_EYES] && g_strcmp0 (plenum_record_get_text (cast->ballot, PLENUM_BALLOT_CHANNEL), "paper") == 0)
    return refuse (error, _("Papers of this poll are typed twice, by two people. Say the number of the paper and who types."));

  plenum_record_set_text (cast->ballot, PLENUM_BALLOT_WORKSHOP, plenum_record_get_text (form->poll, PLENUM_POLL_WORKSHOP));
  if (plenum_record_is_null (cast->ballot, PLENUM_BALLOT_VOTERS))
    plenum_record_set_integer (cast->ballot, PLENUM_BALLOT_VOTERS, 1);

  return check_voter (store, cast->ballot, error)
         && plenum_poll_form_check (store, form, cast->ballot, cast->check, error)
         && (is_secret (form->poll) ? cast_secret_ballot (edit, cast, form, error)
                                    : plenum_edit_insert (edit, cast->ballot, error));
}

/**
 * plenum_action_cast_ballot:
 * @ballot: a new record with its poll, channel and choices; voters are 1 and the
 *   weight is the participant's unless it says so. Where the method takes reasons they
 *   stand in %PLENUM_BALLOT_EXTRA: {"reasons": {OPTION: TEXT}}
 * @check: whether the method can count it
 *
 * The result is the ballot's id, known at once; if the poll is secret, it is the
 * receipt, known when it was performed, and the ballot cannot be undone but only
 * withdrawn. The history does not say who voted.
 *
 * Errors: those of @check; %PLENUM_STORE_ERROR_INVALID unless the poll is open, and
 * if the participant has voted already; in a secret poll, for a show of hands, a
 * weight or reasons and elsewhere than it was opened; for paper, where that is typed
 * twice: see plenum_action_type_paper(). Those of the sealer
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
  cast->action = action;
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

static gboolean
withdraw_secret_ballot (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, request->id, error);
  const char *participant = request->target;

  if (poll == NULL || !needs_open (poll, error) || !needs_collector (store, poll, error))
    return FALSE;
  if (participant != NULL && !plenum_urn_has_voted (store, request->id, participant))
    return refuse (error, _("This person has not voted in this poll"));
  if (participant == NULL && plenum_urn_count (store, request->id) == plenum_urn_count_named (store, request->id))
    return refuse (error, _("All ballots of this poll were cast by somebody known. Say who takes the ballot back."));

  plenum_edit_make_final (edit, request->id);
  return plenum_urn_take (store, request->id, participant, request->text, error);
}

/**
 * plenum_action_withdraw_secret_ballot:
 * @participant: (nullable): who takes it back, or %NULL if it was cast by nobody in
 *   particular; the receipt is not known to be theirs, since that is kept nowhere
 * @receipt: what was given for it, as typed
 *
 * Takes a ballot out of the urn while the poll is open. Cannot be undone.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if no ballot has that receipt;
 * %PLENUM_STORE_ERROR_INVALID unless the poll is open, secret and opened here, and if
 * that person has not voted; those of the sealer
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_withdraw_secret_ballot (const char *poll, const char *participant, const char *receipt)
{
  PlenumRequest *request = plenum_request_new_id (poll);

  request->target = g_strdup (participant);
  request->text = g_strdup (receipt);
  return plenum_request_to_action (request, plenum_label_new ("Withdraw ballot"), withdraw_secret_ballot);
}
