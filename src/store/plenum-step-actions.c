/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the agenda: planned before, and gone through on the day. */
#include "plenum-step-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-agenda.h"
#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-store.h"

static const char *
get_title (PlenumRecord *step)
{
  return plenum_record_get_text (step, PLENUM_STEP_TITLE);
}

static gboolean
check_minutes (PlenumRecord *step, GError **error)
{
  gint64 minutes = plenum_record_get_integer (step, PLENUM_STEP_MINUTES);

  if (minutes >= 1 && minutes <= PLENUM_STEP_MOST_MINUTES)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, _("A step takes from 1 to 1440 minutes"));
  return FALSE;
}

static gboolean
check_start (PlenumRecord *step, GError **error)
{
  const char *start = plenum_record_get_text (step, PLENUM_STEP_START);
  guint hour, minute;

  if (start == NULL || plenum_agenda_parse_clock (start, &hour, &minute))
    return TRUE;

  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
               /* Translators: what somebody typed */
               _("“%s” is no time of day. Write it as hours and minutes, such as 9:30 or 14:05."), start);
  return FALSE;
}

/* What a step refers to is of its own workshop. */
static gboolean
check_reference (PlenumStore *store, PlenumRecord *step, guint field, PlenumRecordType type, GError **error)
{
  const char *id = plenum_record_get_text (step, field);
  g_autoptr (PlenumRecord) record = NULL;

  if (id == NULL)
    return TRUE;

  record = plenum_store_get (store, type, id, error);
  if (record == NULL)
    return FALSE;
  /* The workshop is the first field of every type but its own. */
  if (g_strcmp0 (plenum_record_get_text (record, 0), plenum_record_get_text (step, PLENUM_STEP_WORKSHOP)) == 0)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("A step can have a board and a poll of its own workshop only"));
  return FALSE;
}

static gboolean
check (PlenumStore *store, PlenumRecord *step, GError **error)
{
  return plenum_request_needs_text (get_title (step), _("A step needs a name"), error)
         && check_minutes (step, error) && check_start (step, error)
         && check_reference (store, step, PLENUM_STEP_BOARD, PLENUM_BOARD, error)
         && check_reference (store, step, PLENUM_STEP_POLL, PLENUM_POLL, error);
}

static void
take_place (PlenumStore *store, PlenumRecord *step, const char *before)
{
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  plenum_gap_before (&gap, store, PLENUM_ORDER_STEPS, plenum_record_get_text (step, PLENUM_STEP_WORKSHOP), before);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (step, PLENUM_STEP_POSITION, place);
}

static gboolean
add_step (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *step = request->record;
  g_autoptr (PlenumRecord) workshop =
    plenum_store_get (store, PLENUM_WORKSHOP, plenum_record_get_text (step, PLENUM_STEP_WORKSHOP), error);

  if (workshop == NULL || !check (store, step, error))
    return FALSE;

  take_place (store, step, request->before);
  return plenum_edit_insert (edit, step, error);
}

/**
 * plenum_action_add_step:
 * @start: (nullable): the time of day at which it has to begin, "09:30"
 * @minutes: how long it is planned to take, 1 to %PLENUM_STEP_MOST_MINUTES
 * @before_id: (nullable): the step it goes before, or %NULL for the end
 *
 * The result is the step's id, known at once.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_step (const char *workshop, const char *title, const char *start, guint minutes, const char *before_id)
{
  g_autoptr (PlenumRecord) step = plenum_record_new (PLENUM_STEP, NULL);
  g_autofree char *name = g_strstrip (g_strdup (title));
  PlenumRequest *request;
  PlenumAction *action;

  plenum_record_set_text (step, PLENUM_STEP_WORKSHOP, workshop);
  plenum_record_set_text (step, PLENUM_STEP_TITLE, name);
  plenum_record_set_text (step, PLENUM_STEP_START, start);
  plenum_record_set_integer (step, PLENUM_STEP_MINUTES, minutes);
  request = plenum_request_new_record (step);
  request->before = g_strdup (before_id);
  action = plenum_request_to_action (request, plenum_label_new_named ("Add step “{name}”", name), add_step);
  plenum_action_set_result (action, plenum_record_get_id (step));

  return action;
}

/* When it began, ended and where it stands is not for whoever edits its words to say. */
static gboolean
edit_step (PlenumEdit *edit, gpointer data, GError **error)
{
  static const guint words[] = { PLENUM_STEP_TITLE, PLENUM_STEP_START, PLENUM_STEP_METHOD, PLENUM_STEP_MATERIAL,
                                 PLENUM_STEP_LEAD, PLENUM_STEP_NOTE, PLENUM_STEP_BOARD, PLENUM_STEP_POLL };
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) step = plenum_store_get (store, PLENUM_STEP, plenum_record_get_id (request->record), error);

  if (step == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    plenum_record_set_text (step, words[i], plenum_record_get_text (request->record, words[i]));
  plenum_record_set_integer (step, PLENUM_STEP_MINUTES, plenum_record_get_integer (request->record, PLENUM_STEP_MINUTES));
  if (plenum_record_is_null (request->record, PLENUM_STEP_ANONYMOUS))
    plenum_record_set_null (step, PLENUM_STEP_ANONYMOUS);
  else
    plenum_record_set_integer (step, PLENUM_STEP_ANONYMOUS, plenum_record_get_integer (request->record, PLENUM_STEP_ANONYMOUS) != 0);
  return check (store, step, error) && plenum_edit_update (edit, step, error);
}

/**
 * plenum_action_edit_step:
 * @changed: a copy of the step, with the same id, as it shall be; its place and its
 *   real times are left alone
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_step (PlenumRecord *changed)
{
  return plenum_request_to_action (plenum_request_new_record (changed),
                                   plenum_label_new_named ("Edit step “{name}”", get_title (changed)), edit_step);
}

static gboolean
move_step (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) step = plenum_store_get (store, PLENUM_STEP, request->id, error);

  if (step == NULL)
    return FALSE;

  take_place (store, step, request->before);
  plenum_request_set_label (request, plenum_label_new_named ("Move step “{name}”", get_title (step)));
  return plenum_edit_update (edit, step, error);
}

/**
 * plenum_action_move_step:
 * @before_id: (nullable): the step it goes before, or %NULL for the end
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_move_step (const char *step, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_id (step);

  request->before = g_strdup (before_id);
  return plenum_request_to_action (request, plenum_label_new ("Move step"), move_step);
}

static gboolean
delete_step (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) step = plenum_store_get (plenum_edit_get_store (edit), PLENUM_STEP, request->id, error);

  if (step == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Delete step “{name}”", get_title (step)));
  return plenum_edit_delete (edit, PLENUM_STEP, request->id, error);
}

PlenumAction *
plenum_action_delete_step (const char *step)
{
  return plenum_request_to_action (plenum_request_new_id (step), plenum_label_new ("Delete step"), delete_step);
}

static gint64
get_time (PlenumRequest *request)
{
  return g_ascii_strtoll (request->text, NULL, 10);
}

/* One thing at a time: what goes on is over when the next begins. */
static gboolean
finish_others (PlenumEdit *edit, PlenumRecord *step, gint64 time, GError **error)
{
  g_autoptr (GPtrArray) steps = plenum_store_list (plenum_edit_get_store (edit), PLENUM_STEP, PLENUM_STEP_WORKSHOP,
                                                   plenum_record_get_text (step, PLENUM_STEP_WORKSHOP), error);

  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      PlenumRecord *other = steps->pdata[i];

      if (plenum_record_is_null (other, PLENUM_STEP_STARTED) || !plenum_record_is_null (other, PLENUM_STEP_FINISHED)
          || g_strcmp0 (plenum_record_get_id (other), plenum_record_get_id (step)) == 0)
        continue;
      if (!plenum_edit_set_integer (edit, PLENUM_STEP, plenum_record_get_id (other), PLENUM_STEP_FINISHED,
                                    MAX (time, plenum_record_get_integer (other, PLENUM_STEP_STARTED)), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_workshop (PlenumEdit *edit, const char *id, GError **error)
{
  g_autoptr (PlenumRecord) workshop = plenum_store_get (plenum_edit_get_store (edit), PLENUM_WORKSHOP, id, error);

  if (workshop == NULL)
    return FALSE;
  if (g_strcmp0 (plenum_record_get_text (workshop, PLENUM_WORKSHOP_STATE), "planned") != 0)
    return TRUE;

  return plenum_edit_set_text (edit, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_STATE, "running", error);
}

/* Shows or hides on the board who wrote a card, where the step says so. */
static gboolean
prepare_board (PlenumEdit *edit, PlenumRecord *step, GError **error)
{
  const char *id = plenum_record_get_text (step, PLENUM_STEP_BOARD);
  g_autoptr (PlenumRecord) board = NULL;

  if (id == NULL || plenum_record_is_null (step, PLENUM_STEP_ANONYMOUS))
    return TRUE;

  board = plenum_store_get (plenum_edit_get_store (edit), PLENUM_BOARD, id, error);
  if (board == NULL)
    return FALSE;
  if (plenum_record_get_integer (step, PLENUM_STEP_ANONYMOUS) != 0)
    plenum_record_set_integer (board, PLENUM_BOARD_ANONYMOUS, TRUE);
  else
    plenum_record_set_null (board, PLENUM_BOARD_ANONYMOUS);

  return plenum_edit_update (edit, board, error);
}

static gboolean
start_step (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) step = plenum_store_get (plenum_edit_get_store (edit), PLENUM_STEP, request->id, error);
  gint64 time = get_time (request);

  if (step == NULL || !finish_others (edit, step, time, error) || !prepare_board (edit, step, error)
      || !run_workshop (edit, plenum_record_get_text (step, PLENUM_STEP_WORKSHOP), error))
    return FALSE;

  plenum_record_set_integer (step, PLENUM_STEP_STARTED, time);
  plenum_record_set_null (step, PLENUM_STEP_FINISHED);
  plenum_request_set_label (request, plenum_label_new_named ("Start step “{name}”", get_title (step)));
  return plenum_edit_update (edit, step, error);
}

static PlenumAction *
new_timed (const char *step, gint64 time, PlenumLabel *label, PlenumActionFunc func)
{
  PlenumRequest *request = plenum_request_new_id (step);

  request->text = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  return plenum_request_to_action (request, label, func);
}

/**
 * plenum_action_start_step:
 * @time: now, in milliseconds since 1970
 *
 * What went on until now is finished; a workshop that was planned is running; the
 * step's board shows or hides authors as the step says. A step that was over begins
 * anew.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_start_step (const char *step, gint64 time)
{
  return new_timed (step, time, plenum_label_new ("Start step"), start_step);
}

static gboolean
finish_step (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) step = plenum_store_get (plenum_edit_get_store (edit), PLENUM_STEP, request->id, error);

  if (step == NULL)
    return FALSE;
  if (plenum_record_is_null (step, PLENUM_STEP_STARTED))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("This step has not begun, so it cannot be finished"));
      return FALSE;
    }

  /* Where the clock was set back it still does not end before it began. */
  plenum_record_set_integer (step, PLENUM_STEP_FINISHED,
                             MAX (get_time (request), plenum_record_get_integer (step, PLENUM_STEP_STARTED)));
  plenum_request_set_label (request, plenum_label_new_named ("Finish step “{name}”", get_title (step)));
  return plenum_edit_update (edit, step, error);
}

/**
 * plenum_action_finish_step:
 * @time: now, in milliseconds since 1970
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for a step
 * that has not begun
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_finish_step (const char *step, gint64 time)
{
  return new_timed (step, time, plenum_label_new ("Finish step"), finish_step);
}

static gboolean
rewind_agenda (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) workshop = plenum_store_get (store, PLENUM_WORKSHOP, request->id, error);
  g_autoptr (GPtrArray) steps =
    workshop != NULL ? plenum_store_list (store, PLENUM_STEP, PLENUM_STEP_WORKSHOP, request->id, error) : NULL;

  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      plenum_record_set_null (steps->pdata[i], PLENUM_STEP_STARTED);
      plenum_record_set_null (steps->pdata[i], PLENUM_STEP_FINISHED);
      if (!plenum_edit_update (edit, steps->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_rewind_agenda:
 *
 * As if no step had begun: after a rehearsal.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_rewind_agenda (const char *workshop)
{
  return plenum_request_to_action (plenum_request_new_id (workshop), plenum_label_new ("Set agenda back to its beginning"),
                                   rewind_agenda);
}
