/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to whole workshops. */
#include "plenum-workshop-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-uuid.h"
#include "plenum-workshop-copy.h"

static gboolean
check_workshop (PlenumRecord *workshop, GError **error)
{
  return plenum_request_needs_text (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE),
                                    _("A workshop needs a title"), error);
}

static gboolean
add_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  if (!check_workshop (request->record, error) || !plenum_edit_insert (edit, request->record, error))
    return FALSE;

  for (guint i = 0; i < request->added->len; i++)
    if (!plenum_edit_insert (edit, request->added->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* What a workshop needs so that a first card can be added. */
static GPtrArray *
make_first_board (const char *workshop)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *board = plenum_record_new (PLENUM_BOARD, NULL);
  PlenumRecord *area = plenum_record_new (PLENUM_AREA, NULL);

  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, workshop);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, _("Board"));
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, "a0");
  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, workshop);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, plenum_record_get_id (board));
  plenum_record_set_text (area, PLENUM_AREA_TITLE, _("Ideas"));
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");
  plenum_record_set_text (area, PLENUM_AREA_POSITION, "a0");
  g_ptr_array_add (records, board);
  g_ptr_array_add (records, area);

  return records;
}

/**
 * plenum_action_add_workshop:
 * @language: (nullable): the language that is spoken there, "de"
 *
 * Adds a workshop with one board of one area. The result is its id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_workshop (const char *title, const char *language)
{
  g_autoptr (PlenumRecord) workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  PlenumRequest *request;
  PlenumAction *action;

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_LANGUAGE, language);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, g_get_real_time () / 1000);

  request = plenum_request_new_record (workshop);
  request->added = make_first_board (plenum_record_get_id (workshop));
  action = plenum_request_to_action (request, plenum_label_new_named ("Add workshop “{name}”", title), add_workshop);
  plenum_action_set_result (action, plenum_record_get_id (workshop));

  return action;
}

static gboolean
edit_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return check_workshop (request->record, error) && plenum_edit_update (edit, request->record, error);
}

/**
 * plenum_action_edit_workshop:
 * @changed: a copy of the workshop, with the same id, as it shall be
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_workshop (PlenumRecord *changed)
{
  return plenum_request_to_action (plenum_request_new_record (changed),
                                   plenum_label_new_named ("Edit workshop “{name}”",
                                                           plenum_record_get_text (changed, PLENUM_WORKSHOP_TITLE)),
                                   edit_workshop);
}

static gboolean
set_workshop_state (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  if (g_strcmp0 (request->text, "planned") != 0 && g_strcmp0 (request->text, "running") != 0
      && g_strcmp0 (request->text, "finished") != 0)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                   /* Translators: the three words are technical names and stay as they are */
                   _("“%s” is no state of a workshop. Use planned, running or finished."), request->text);
      return FALSE;
    }

  return plenum_edit_set_text (edit, PLENUM_WORKSHOP, request->id, PLENUM_WORKSHOP_STATE, request->text, error);
}

/**
 * plenum_action_set_workshop_state:
 * @state: "planned", "running" or "finished"
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_workshop_state (const char *workshop, const char *state)
{
  PlenumRequest *request = plenum_request_new_id (workshop);
  PlenumLabel *label;

  request->text = g_strdup (state);
  if (g_strcmp0 (state, "running") == 0)
    label = plenum_label_new ("Start workshop");
  else if (g_strcmp0 (state, "finished") == 0)
    label = plenum_label_new ("Finish workshop");
  else
    label = plenum_label_new ("Set workshop back to planned");

  return plenum_request_to_action (request, label, set_workshop_state);
}

static gboolean
archive_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) workshop = plenum_store_get (plenum_edit_get_store (edit), PLENUM_WORKSHOP, request->id, error);
  const char *title;

  if (workshop == NULL)
    return FALSE;

  title = plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE);
  plenum_request_set_label (request, request->flag ? plenum_label_new_named ("Archive workshop “{name}”", title)
                                                   : plenum_label_new_named ("Take workshop “{name}” out of the archive", title));
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, request->flag);
  return plenum_edit_update (edit, workshop, error);
}

PlenumAction *
plenum_action_archive_workshop (const char *workshop, gboolean archived)
{
  PlenumRequest *request = plenum_request_new_id (workshop);

  request->flag = archived != FALSE;
  return plenum_request_to_action (request,
                                   archived ? plenum_label_new ("Archive workshop")
                                            : plenum_label_new ("Take workshop out of the archive"),
                                   archive_workshop);
}

/* As it was before anybody came. */
static void
begin_again (GPtrArray *records, const char *title)
{
  PlenumRecord *workshop = records->pdata[0];

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, g_get_real_time () / 1000);
  plenum_record_set_null (workshop, PLENUM_WORKSHOP_DATE);
  plenum_record_set_null (workshop, PLENUM_WORKSHOP_END_DATE);
  plenum_record_set_null (workshop, PLENUM_WORKSHOP_RETENTION_DATE);
  for (guint i = 1; i < records->len; i++)
    {
      PlenumRecordType type = plenum_record_get_record_type (records->pdata[i]);

      if (type == PLENUM_POLL)
        plenum_workshop_copy_draft (records->pdata[i]);
      if (type == PLENUM_STEP)
        {
          plenum_record_set_null (records->pdata[i], PLENUM_STEP_STARTED);
          plenum_record_set_null (records->pdata[i], PLENUM_STEP_FINISHED);
        }
    }
}

static gboolean
duplicate_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (GPtrArray) records = plenum_workshop_copy_read (plenum_edit_get_store (edit), request->id, FALSE, error);
  g_autofree char *old = NULL;
  g_autofree char *title = NULL;

  if (records == NULL)
    return FALSE;

  old = g_strdup (plenum_record_get_text (records->pdata[0], PLENUM_WORKSHOP_TITLE));
  plenum_request_set_label (request, plenum_label_new_named ("Duplicate workshop “{name}”", old));
  /* Translators: the title of a duplicated workshop */
  title = request->text != NULL ? g_strdup (request->text) : g_strdup_printf (_("%s (copy)"), old);
  begin_again (records, title);
  return plenum_workshop_copy_insert (edit, records, request->target, error);
}

/**
 * plenum_action_duplicate_workshop:
 * @title: (nullable): the copy's title, or %NULL for “… (copy)”
 *
 * Copies agenda, boards, cards, themes and polls, to run the same again: without
 * people, ballots, answers and dates. The result is the copy's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_duplicate_workshop (const char *workshop, const char *title)
{
  PlenumRequest *request = plenum_request_new_id (workshop);
  PlenumAction *action;

  request->target = plenum_uuid_new ();
  request->text = g_strdup (title);
  action = plenum_request_to_action (request, plenum_label_new ("Duplicate workshop"), duplicate_workshop);
  plenum_action_set_result (action, request->target);

  return action;
}

/**
 * plenum_store_read_workshop:
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type PlenumRecord): the workshop and all
 *   that is in it, for plenum_action_bring_back_workshop() in another library
 */
GPtrArray *
plenum_store_read_workshop (PlenumStore *self, const char *workshop, GError **error)
{
  return plenum_workshop_copy_read (self, workshop, TRUE, error);
}

static gboolean
bring_back_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return check_workshop (request->records->pdata[0], error)
         && plenum_workshop_copy_insert (edit, request->records, request->target, error);
}

/* Sealed ballots stay in their urn, whose key belongs to the poll it was made for. */
static void
forget_urns (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (plenum_record_get_record_type (records->pdata[i]) == PLENUM_POLL
        && !plenum_record_is_null (records->pdata[i], PLENUM_POLL_COLLECTOR)
        && plenum_record_is_null (records->pdata[i], PLENUM_POLL_SHOWN))
      plenum_workshop_copy_draft (records->pdata[i]);
}

/**
 * plenum_action_bring_back_workshop:
 * @records: (element-type PlenumRecord): as plenum_store_read_workshop() gave them
 * @title: (nullable): another title, if there is one of that title already
 *
 * Inserts a workshop from an old copy of the library with all people, cards and
 * ballots, in one step that can be undone. It is not in the archive afterwards. The
 * result is its id, known at once.
 *
 * All ids are new, so for merges it is another workshop than the one it was. With
 * the old ids and new stamps its rows would overrule the deletion elsewhere, but its
 * ballots, which have no stamps, would stay deleted there, and the same poll would
 * have two results. It would also collide with the workshop if that still exists.
 * For the same reason bundles of the old one do not reach the new one.
 *
 * A secret poll that was counted comes with its ballots and their receipts. Of one
 * that was not, ballots and the list of who has voted stay sealed in the copy: it
 * comes as a draft.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID without a title
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_bring_back_workshop (GPtrArray *records, const char *title)
{
  PlenumRequest *request = plenum_request_new ();
  PlenumRecord *workshop;
  PlenumAction *action;

  request->records = plenum_request_copy_records (records);
  request->target = plenum_uuid_new ();
  workshop = request->records->pdata[0];
  if (title != NULL)
    plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  forget_urns (request->records);
  action = plenum_request_to_action (request,
                                     plenum_label_new_named ("Bring back workshop “{name}”",
                                                             plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE)),
                                     bring_back_workshop);
  plenum_action_set_result (action, request->target);

  return action;
}

static gboolean
delete_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) workshop = plenum_store_get (plenum_edit_get_store (edit), PLENUM_WORKSHOP, request->id, error);

  if (workshop == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Delete workshop “{name}”",
                                                             plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE)));
  /* The workshop is the first field of every other type. */
  for (guint type = PLENUM_N_TYPES - 1; type > PLENUM_WORKSHOP; type--)
    if (!plenum_edit_delete_where (edit, type, 0, request->id, error))
      return FALSE;

  return plenum_edit_delete (edit, PLENUM_WORKSHOP, request->id, error);
}

/**
 * plenum_action_delete_workshop:
 *
 * Deletes a workshop with all that is in it. Can be undone like anything else;
 * plenum_store_erase_workshop() cannot.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_delete_workshop (const char *workshop)
{
  return plenum_request_to_action (plenum_request_new_id (workshop), plenum_label_new ("Delete workshop"), delete_workshop);
}
