/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to polls: from draft to open to closed. Ballots: plenum-ballot-actions.c. */
#include "plenum-poll-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-order.h"
#include "plenum-paper-actions.h"
#include "plenum-request.h"
#include "plenum-store-private.h"
#include "plenum-urn.h"

static gboolean
check_poll (PlenumRecord *poll, GError **error)
{
  return plenum_request_needs_text (plenum_record_get_text (poll, PLENUM_POLL_QUESTION), _("A poll needs a question"), error)
         && plenum_request_needs_text (plenum_record_get_text (poll, PLENUM_POLL_METHOD), _("A poll needs a method"), error);
}

static void
set_invalid (GError **error, const char *message)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, message);
}

static gboolean
needs_state (PlenumRecord *poll, const char *state, const char *message, GError **error)
{
  if (g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), state) == 0)
    return TRUE;

  set_invalid (error, message);
  return FALSE;
}

/* Makes @options, in their order, the options of the poll. */
static gboolean
put_options (PlenumEdit *edit, PlenumRecord *poll, GPtrArray *options, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_auto (PlenumGap) gap = { NULL };

  for (guint i = 0; i < options->len; i++)
    {
      PlenumRecord *option = options->pdata[i];
      g_autoptr (PlenumRecord) there = plenum_store_get (store, PLENUM_OPTION, plenum_record_get_id (option), NULL);
      g_autofree char *place = plenum_gap_next (&gap);

      plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, plenum_record_get_text (poll, PLENUM_POLL_WORKSHOP));
      plenum_record_set_text (option, PLENUM_OPTION_POLL, plenum_record_get_id (poll));
      plenum_record_set_text (option, PLENUM_OPTION_POSITION, place);
      if (!plenum_request_needs_text (plenum_record_get_text (option, PLENUM_OPTION_TEXT), _("An option needs a text"), error)
          || !(there != NULL ? plenum_edit_update (edit, option, error) : plenum_edit_insert (edit, option, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *poll = request->record;
  const char *workshop = plenum_record_get_text (poll, PLENUM_POLL_WORKSHOP);
  g_autoptr (PlenumRecord) owner = plenum_store_get (store, PLENUM_WORKSHOP, workshop != NULL ? workshop : "", error);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (owner == NULL || !check_poll (poll, error) || !plenum_store_check_conditions (store, poll, error))
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_POLLS, workshop, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, place);
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  return plenum_edit_insert (edit, poll, error) && put_options (edit, poll, request->records, error);
}

/**
 * plenum_action_add_poll:
 * @poll: a new record with workshop, question, method and settings
 * @options: (element-type PlenumRecord): new records with their texts and, where they
 *   come from one, their idea or theme, in the order they shall have
 *
 * Adds a poll as a draft. The result is its id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_poll (PlenumRecord *poll, GPtrArray *options)
{
  PlenumRequest *request = plenum_request_new_record (poll);
  PlenumAction *action;

  request->records = plenum_request_copy_records (options);
  action = plenum_request_to_action (request, plenum_label_new_named ("Add poll “{name}”",
                                                                      plenum_record_get_text (poll, PLENUM_POLL_QUESTION)),
                                     add_poll);
  plenum_action_set_result (action, plenum_record_get_id (poll));

  return action;
}

/* Changing what was asked would change what people said. */
static gboolean
refuse_after_first_ballot (PlenumStore *store, const char *poll, GError **error)
{
  if (plenum_store_count_votes (store, poll) == 0)
    return TRUE;

  set_invalid (error, _("Somebody has voted already, so this poll can no longer be changed. Copy it and change the copy."));
  return FALSE;
}

/* Deletes the options that are not among @kept. */
static gboolean
drop_options (PlenumEdit *edit, const char *poll, GPtrArray *kept, GError **error)
{
  g_autoptr (GPtrArray) options = plenum_store_list (plenum_edit_get_store (edit), PLENUM_OPTION, PLENUM_OPTION_POLL,
                                                     poll, error);

  if (options == NULL)
    return FALSE;

  for (guint i = 0; i < options->len; i++)
    {
      const char *id = plenum_record_get_id (options->pdata[i]);
      gboolean keep = FALSE;

      for (guint k = 0; k < kept->len && !keep; k++)
        keep = g_str_equal (plenum_record_get_id (kept->pdata[k]), id);
      if (!keep && !plenum_edit_delete (edit, PLENUM_OPTION, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
edit_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *id = plenum_record_get_id (request->record);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, id, error);
  static const guint asked[] = { PLENUM_POLL_QUESTION, PLENUM_POLL_METHOD, PLENUM_POLL_SETTINGS };
  gboolean changed = request->records != NULL;

  if (poll == NULL || !check_poll (request->record, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (!plenum_record_field_equal (poll, request->record, asked[i]))
      {
        changed = TRUE;
        plenum_record_set_text (poll, asked[i], plenum_record_get_text (request->record, asked[i]));
      }
  if (!plenum_record_field_equal (poll, request->record, PLENUM_POLL_SECRET))
    {
      if (!needs_state (poll, "draft", _("Whether a poll is secret is settled once it is open. Copy it to settle it otherwise."), error))
        return FALSE;
      plenum_record_set_integer (poll, PLENUM_POLL_SECRET, plenum_record_get_integer (request->record, PLENUM_POLL_SECRET));
      if (!plenum_store_check_conditions (store, poll, error))
        return FALSE;
    }
  if (changed && !refuse_after_first_ballot (store, id, error))
    return FALSE;

  if (plenum_record_is_null (request->record, PLENUM_POLL_EXPECTED))
    plenum_record_set_null (poll, PLENUM_POLL_EXPECTED);
  else
    plenum_record_set_integer (poll, PLENUM_POLL_EXPECTED, plenum_record_get_integer (request->record, PLENUM_POLL_EXPECTED));

  return plenum_edit_update (edit, poll, error)
         && (request->records == NULL
             || (drop_options (edit, id, request->records, error) && put_options (edit, poll, request->records, error)));
}

/**
 * plenum_action_edit_poll:
 * @changed: a copy of the poll with another question, method, settings, secrecy or
 *   expected number of ballots; its other fields are not looked at
 * @options: (nullable) (element-type PlenumRecord): all options it shall have, in
 *   their order: changed copies of the present ones and new ones; or %NULL to leave them
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID after the first ballot, unless only the
 * expected number changes; if the secrecy changes once it is open
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_poll (PlenumRecord *changed, GPtrArray *options)
{
  PlenumRequest *request = plenum_request_new_record (changed);

  request->records = plenum_request_copy_records (options);
  return plenum_request_to_action (request, plenum_label_new_named ("Edit poll “{name}”",
                                                                    plenum_record_get_text (changed, PLENUM_POLL_QUESTION)),
                                   edit_poll);
}

static const char *
get_question (PlenumRecord *poll)
{
  return plenum_record_get_text (poll, PLENUM_POLL_QUESTION);
}

/* A weight that few have would tell whose ballot it is, and who votes in the end
 * is not known when the poll is opened. */
static gboolean
refuse_weights (PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) people = plenum_store_list (store, PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_WORKSHOP, workshop, error);

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      const char *weight = plenum_record_get_text (people->pdata[i], PLENUM_PARTICIPANT_WEIGHT);

      if (weight != NULL && !g_str_equal (weight, "1"))
        {
          set_invalid (error, _("In a secret poll all votes weigh the same, since a weight would tell whose ballot it is. "
                                "Give all participants the weight 1, or let the poll be open."));
          return FALSE;
        }
    }

  return TRUE;
}

/* From now on the ballots are collected here and nowhere else. */
static gboolean
make_secret (PlenumStore *store, PlenumRecord *poll, GError **error)
{
  plenum_record_set_text (poll, PLENUM_POLL_COLLECTOR, plenum_store_get_node (store));
  return refuse_weights (store, plenum_record_get_text (poll, PLENUM_POLL_WORKSHOP), error)
         && plenum_urn_prepare (store, plenum_record_get_id (poll), error);
}

static gboolean
open_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, request->id, error);

  if (poll == NULL || !needs_state (poll, "draft", _("This poll has been opened already"), error))
    return FALSE;
  if (plenum_store_count (store, PLENUM_OPTION, PLENUM_OPTION_POLL, request->id) == 0)
    {
      set_invalid (error, _("There is nothing to choose from. Add options before the poll is opened."));
      return FALSE;
    }
  if (!plenum_store_check_conditions (store, poll, error)
      || (plenum_record_get_integer (poll, PLENUM_POLL_SECRET) != 0 && !make_secret (store, poll, error)))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Open poll “{name}”", get_question (poll)));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "open");
  plenum_record_set_integer (poll, PLENUM_POLL_OPENED, g_get_real_time () / 1000);
  return plenum_edit_update (edit, poll, error);
}

/**
 * plenum_action_open_poll:
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID unless it is a draft with options; if it is
 * secret and votes have weights. %PLENUM_STORE_ERROR_FAILED if it is secret and the
 * store has no sealer; those of the sealer
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_open_poll (const char *poll)
{
  return plenum_request_to_action (plenum_request_new_id (poll), plenum_label_new ("Open poll"), open_poll);
}

static gboolean
close_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) poll = plenum_store_get (plenum_edit_get_store (edit), PLENUM_POLL, request->id, error);

  if (poll == NULL || !needs_state (poll, "open", _("Only an open poll can be closed"), error)
      || !plenum_store_check_papers_done (plenum_edit_get_store (edit), request->id, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Close poll “{name}”", get_question (poll)));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_integer (poll, PLENUM_POLL_CLOSED, g_get_real_time () / 1000);
  return plenum_edit_update (edit, poll, error);
}

PlenumAction *
plenum_action_close_poll (const char *poll)
{
  return plenum_request_to_action (plenum_request_new_id (poll), plenum_label_new ("Close poll"), close_poll);
}

static gboolean
reopen_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) poll = plenum_store_get (plenum_edit_get_store (edit), PLENUM_POLL, request->id, error);

  if (poll == NULL || !needs_state (poll, "closed", _("Only a closed poll can be opened again"), error))
    return FALSE;
  if (!plenum_record_is_null (poll, PLENUM_POLL_SHOWN))
    {
      set_invalid (error, _("The result of this poll was shown already, so the poll stays closed. To vote again, copy the poll."));
      return FALSE;
    }

  plenum_request_set_label (request, plenum_label_new_named ("Reopen poll “{name}”", get_question (poll)));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "open");
  plenum_record_set_null (poll, PLENUM_POLL_CLOSED);
  return plenum_edit_update (edit, poll, error);
}

PlenumAction *
plenum_action_reopen_poll (const char *poll)
{
  return plenum_request_to_action (plenum_request_new_id (poll), plenum_label_new ("Reopen poll"), reopen_poll);
}

/* Takes the ballots out of the urn. */
static gboolean
open_urn (PlenumEdit *edit, PlenumRecord *poll, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *id = plenum_record_get_id (poll);
  g_autoptr (GPtrArray) ballots = NULL;

  if (!plenum_store_check_urn (store, poll, error))
    return FALSE;

  ballots = plenum_urn_open (store, id, error);
  for (guint i = 0; ballots != NULL && i < ballots->len; i++)
    if (!plenum_edit_insert (edit, ballots->pdata[i], error))
      return FALSE;

  return ballots != NULL;
}

static gboolean
show_result (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, request->id, error);

  if (poll == NULL || !needs_state (poll, "closed", _("This poll is not closed. Results are shown once it is."), error))
    return FALSE;
  if (!plenum_record_is_null (poll, PLENUM_POLL_SHOWN))
    return TRUE;
  if (!plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR) && !open_urn (edit, poll, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Show the result of “{name}”", get_question (poll)));
  plenum_edit_make_final (edit, request->id);
  plenum_record_set_integer (poll, PLENUM_POLL_SHOWN, g_get_real_time () / 1000);
  return plenum_edit_update (edit, poll, error);
}

/**
 * plenum_action_show_result:
 * @poll: the id of a closed poll
 *
 * To be performed before the result is first shown or exported; after that it
 * changes nothing. From then on the poll can neither be opened again nor its closing
 * be undone. Takes the ballots of a secret poll out of the urn. Cannot be undone.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID unless it is closed; for a secret poll, with
 * fewer than %PLENUM_LEAST_SECRET_BALLOTS ballots and where it was not opened
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_show_result (const char *poll)
{
  return plenum_request_to_action (plenum_request_new_id (poll), plenum_label_new ("Show the result"), show_result);
}

static void
begin_again (PlenumRecord *poll)
{
  static const guint past[] = {
    PLENUM_POLL_OPENED, PLENUM_POLL_CLOSED, PLENUM_POLL_SHOWN, PLENUM_POLL_COLLECTOR,
    PLENUM_POLL_SOURCE_SYSTEM, PLENUM_POLL_SOURCE_URL
  };

  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    plenum_record_set_null (poll, past[i]);
}

/* Settings that speak of an option speak of its copy. */
static void
rename_option (PlenumRecord *poll, PlenumRecord *option, PlenumRecord *copy)
{
  const char *settings = plenum_record_get_text (poll, PLENUM_POLL_SETTINGS);
  g_autoptr (GString) text = g_string_new (settings);

  if (settings != NULL && g_string_replace (text, plenum_record_get_id (option), plenum_record_get_id (copy), 0) > 0)
    plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, text->str);
}

static gboolean
copy_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, request->id, error);
  g_autoptr (PlenumRecord) copy = NULL;
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (poll == NULL)
    return FALSE;
  options = plenum_store_list (store, PLENUM_OPTION, PLENUM_OPTION_POLL, request->id, error);
  if (options == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Copy poll “{name}”", get_question (poll)));
  copy = plenum_record_copy (poll, request->target);
  plenum_gap_after (&gap, store, PLENUM_ORDER_POLLS, plenum_record_get_text (poll, PLENUM_POLL_WORKSHOP), request->id);
  place = plenum_gap_next (&gap);
  if (request->text != NULL)
    plenum_record_set_text (copy, PLENUM_POLL_QUESTION, request->text);
  plenum_record_set_text (copy, PLENUM_POLL_POSITION, place);
  begin_again (copy);
  for (guint i = 0; i < options->len; i++)
    {
      g_ptr_array_add (copies, plenum_record_copy (options->pdata[i], NULL));
      rename_option (copy, options->pdata[i], copies->pdata[i]);
    }

  return check_poll (copy, error) && plenum_edit_insert (edit, copy, error) && put_options (edit, copy, copies, error);
}

/**
 * plenum_action_copy_poll:
 * @question: (nullable): what the copy asks, or %NULL for the same
 *
 * Copies a poll with its options as a draft, without ballots, right after it.
 * The result is the copy's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_copy_poll (const char *poll, const char *question)
{
  g_autoptr (PlenumRecord) copy = plenum_record_new (PLENUM_POLL, NULL);
  PlenumRequest *request = plenum_request_new_id (poll);
  PlenumAction *action;

  request->target = g_strdup (plenum_record_get_id (copy));
  request->text = g_strdup (question);
  action = plenum_request_to_action (request, plenum_label_new ("Copy poll"), copy_poll);
  plenum_action_set_result (action, request->target);

  return action;
}

static gboolean
delete_poll (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) poll = plenum_store_get (plenum_edit_get_store (edit), PLENUM_POLL, request->id, error);

  if (poll == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Delete poll “{name}”", get_question (poll)));
  return plenum_edit_delete_where (edit, PLENUM_BALLOT, PLENUM_BALLOT_POLL, request->id, error)
         && plenum_edit_delete_where (edit, PLENUM_OPTION, PLENUM_OPTION_POLL, request->id, error)
         && plenum_request_clear_where (edit, PLENUM_STEP, PLENUM_STEP_POLL, request->id, error)
         && plenum_edit_delete (edit, PLENUM_POLL, request->id, error);
}

PlenumAction *
plenum_action_delete_poll (const char *poll)
{
  return plenum_request_to_action (plenum_request_new_id (poll), plenum_label_new ("Delete poll"), delete_poll);
}
