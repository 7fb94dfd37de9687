/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to boards and their areas. */
#include "plenum-board-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-store.h"

static gboolean
add_board (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *board = request->record;
  PlenumRecord *area = request->added->pdata[0];
  const char *workshop = plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP);
  g_autoptr (PlenumRecord) owner = plenum_store_get (store, PLENUM_WORKSHOP, workshop, error);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (owner == NULL
      || !plenum_request_needs_text (plenum_record_get_text (board, PLENUM_BOARD_TITLE), _("A board needs a name"), error))
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_BOARDS, workshop, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, place);
  return plenum_edit_insert (edit, board, error) && plenum_edit_insert (edit, area, error);
}

/**
 * plenum_action_add_board:
 *
 * Adds a board of columns with one area, after the others. The result is the
 * board's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_board (const char *workshop, const char *title)
{
  return plenum_action_add_board_as (workshop, title, "columns");
}

/**
 * plenum_action_add_board_as:
 * @layout: "columns", "canvas" or "matrix"
 *
 * As plenum_action_add_board().
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_board_as (const char *workshop, const char *title, const char *layout)
{
  g_autoptr (PlenumRecord) board = plenum_record_new (PLENUM_BOARD, NULL);
  PlenumRecord *area = plenum_record_new (PLENUM_AREA, NULL);
  PlenumRequest *request;
  PlenumAction *action;

  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, workshop);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, title);
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, layout);
  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, workshop);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, plenum_record_get_id (board));
  plenum_record_set_text (area, PLENUM_AREA_TITLE, _("Ideas"));
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");
  plenum_record_set_text (area, PLENUM_AREA_POSITION, "a0");

  request = plenum_request_new_record (board);
  request->added = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (request->added, area);
  action = plenum_request_to_action (request, plenum_label_new_named ("Add board “{name}”", title), add_board);
  plenum_action_set_result (action, plenum_record_get_id (board));

  return action;
}

static gboolean
rename_board (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return plenum_request_needs_text (request->text, _("A board needs a name"), error)
         && plenum_edit_set_text (edit, PLENUM_BOARD, request->id, PLENUM_BOARD_TITLE, request->text, error);
}

PlenumAction *
plenum_action_rename_board (const char *board, const char *title)
{
  PlenumRequest *request = plenum_request_new_id (board);

  request->text = g_strstrip (g_strdup (title));
  return plenum_request_to_action (request, plenum_label_new_named ("Rename board to “{name}”", request->text), rename_board);
}

static gboolean
move_board (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) board = plenum_store_get (store, PLENUM_BOARD, request->id, error);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (board == NULL)
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_BOARDS, plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP), request->before);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, place);
  plenum_request_set_label (request, plenum_label_new_named ("Move board “{name}”",
                                                             plenum_record_get_text (board, PLENUM_BOARD_TITLE)));
  return plenum_edit_update (edit, board, error);
}

/**
 * plenum_action_move_board:
 * @before_id: (nullable): the board it goes before, or %NULL for the end
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_move_board (const char *board, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_id (board);

  request->before = g_strdup (before_id);
  return plenum_request_to_action (request, plenum_label_new ("Move board"), move_board);
}

static gboolean
refuse_full_area (PlenumRecord *area, guint cards, GError **error)
{
  g_autofree char *count = g_strdup_printf ("%u", cards);
  g_autoptr (GString) text = NULL;

  if (cards == 0)
    return TRUE;

  /* Translators: {name} is an area of a board */
  text = g_string_new (g_dngettext (GETTEXT_PACKAGE,
                                    "There is still a card in “{name}”. Say where it shall go.",
                                    "There are still {count} cards in “{name}”. Say where they shall go.", cards));
  g_string_replace (text, "{count}", count, 0);
  g_string_replace (text, "{name}", plenum_record_get_text (area, PLENUM_AREA_TITLE), 1);
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, text->str);
  return FALSE;
}

/* Moves what stands in an area to the end of another one, in its order. */
static gboolean
empty_area (PlenumEdit *edit, const char *area, PlenumRecord *target, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *target_id = plenum_record_get_id (target);
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_AREA, area, error);
  g_autoptr (GPtrArray) themes = ideas != NULL ? plenum_store_list (store, PLENUM_THEME, PLENUM_THEME_AREA, area, error) : NULL;
  g_auto (PlenumGap) gap = { NULL };
  guint i = 0, t = 0;

  if (themes == NULL)
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, target_id, NULL);
  while (i < ideas->len || t < themes->len)
    {
      gboolean theme = i == ideas->len
                       || (t < themes->len
                           && strcmp (plenum_record_get_text (themes->pdata[t], PLENUM_THEME_POSITION),
                                      plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_POSITION)) <= 0);
      PlenumRecord *record = theme ? themes->pdata[t++] : ideas->pdata[i++];
      g_autofree char *place = plenum_gap_next (&gap);

      plenum_record_set_text (record, theme ? (guint) PLENUM_THEME_AREA : (guint) PLENUM_IDEA_AREA, target_id);
      plenum_record_set_text (record, theme ? (guint) PLENUM_THEME_POSITION : (guint) PLENUM_IDEA_POSITION, place);
      if (!plenum_edit_update (edit, record, error))
        return FALSE;
    }

  return TRUE;
}

/* Stacks without a card: nothing but a name is lost, and undo brings it back. */
static gboolean
remove_empty_stacks (PlenumEdit *edit, const char *area, GError **error)
{
  g_autoptr (GPtrArray) themes = plenum_store_list (plenum_edit_get_store (edit), PLENUM_THEME, PLENUM_THEME_AREA, area, error);

  if (themes == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    {
      const char *id = plenum_record_get_id (themes->pdata[i]);

      if (!plenum_edit_delete_where (edit, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, id, error)
          || !plenum_request_clear_where (edit, PLENUM_OPTION, PLENUM_OPTION_THEME, id, error)
          || !plenum_edit_delete (edit, PLENUM_THEME, id, error))
        return FALSE;
    }

  return TRUE;
}

/* Deletes an area; @cards_to says where its cards go, if it has any. */
static gboolean
remove_area (PlenumEdit *edit, PlenumRecord *area, const char *cards_to, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *id = plenum_record_get_id (area);
  g_autoptr (PlenumRecord) target = NULL;

  if (cards_to == NULL)
    {
      if (!refuse_full_area (area, plenum_store_count (store, PLENUM_IDEA, PLENUM_IDEA_AREA, id), error)
          || !remove_empty_stacks (edit, id, error))
        return FALSE;
    }
  else
    {
      target = plenum_store_get (store, PLENUM_AREA, cards_to, error);
      if (target == NULL)
        return FALSE;
      if (strcmp (cards_to, id) == 0
          || g_strcmp0 (plenum_record_get_text (target, PLENUM_AREA_WORKSHOP),
                        plenum_record_get_text (area, PLENUM_AREA_WORKSHOP)) != 0)
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("The cards must go to another area of the same workshop"));
          return FALSE;
        }
      if (!empty_area (edit, id, target, error))
        return FALSE;
    }

  return plenum_edit_delete (edit, PLENUM_AREA, id, error);
}

static gboolean
delete_board (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) board = plenum_store_get (store, PLENUM_BOARD, request->id, error);
  g_autoptr (GPtrArray) areas = NULL;

  if (board == NULL)
    return FALSE;

  areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, request->id, error);
  if (areas == NULL)
    return FALSE;
  for (guint i = 0; i < areas->len; i++)
    if (g_strcmp0 (plenum_record_get_id (areas->pdata[i]), request->target) == 0)
      {
        g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                             _("The cards must go to an area of another board"));
        return FALSE;
      }
  for (guint i = 0; i < areas->len; i++)
    if (!remove_area (edit, areas->pdata[i], request->target, error))
      return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Delete board “{name}”",
                                                             plenum_record_get_text (board, PLENUM_BOARD_TITLE)));
  return plenum_request_clear_where (edit, PLENUM_STEP, PLENUM_STEP_BOARD, request->id, error)
         && plenum_edit_delete (edit, PLENUM_BOARD, request->id, error);
}

/**
 * plenum_action_delete_board:
 * @cards_to: (nullable): the area of another board to which its cards go; may be
 *   %NULL only if there are none
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID while cards are on it and @cards_to is %NULL
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_delete_board (const char *board, const char *cards_to)
{
  PlenumRequest *request = plenum_request_new_id (board);

  request->target = g_strdup (cards_to);
  return plenum_request_to_action (request, plenum_label_new ("Delete board"), delete_board);
}

static gboolean
add_area (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *area = request->record;
  const char *board_id = plenum_record_get_text (area, PLENUM_AREA_BOARD);
  g_autoptr (PlenumRecord) board = plenum_store_get (store, PLENUM_BOARD, board_id, error);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (board == NULL
      || !plenum_request_needs_text (plenum_record_get_text (area, PLENUM_AREA_TITLE), _("An area needs a name"), error))
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_AREAS, board_id, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP));
  plenum_record_set_text (area, PLENUM_AREA_POSITION, place);
  return plenum_edit_insert (edit, area, error);
}

/**
 * plenum_action_add_area:
 *
 * Adds an area after the others of the board. The result is its id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_area (const char *board, const char *title)
{
  g_autoptr (PlenumRecord) area = plenum_record_new (PLENUM_AREA, NULL);
  PlenumAction *action;

  plenum_record_set_text (area, PLENUM_AREA_BOARD, board);
  plenum_record_set_text (area, PLENUM_AREA_TITLE, title);
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");
  action = plenum_request_to_action (plenum_request_new_record (area), plenum_label_new_named ("Add area “{name}”", title),
                                     add_area);
  plenum_action_set_result (action, plenum_record_get_id (area));

  return action;
}

static gboolean
edit_area (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return plenum_request_needs_text (plenum_record_get_text (request->record, PLENUM_AREA_TITLE),
                                    _("An area needs a name"), error)
         && plenum_edit_update (edit, request->record, error);
}

/**
 * plenum_action_edit_area:
 * @changed: a copy of the area, with the same id, as it shall be
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_area (PlenumRecord *changed)
{
  return plenum_request_to_action (plenum_request_new_record (changed),
                                   plenum_label_new_named ("Edit area “{name}”",
                                                           plenum_record_get_text (changed, PLENUM_AREA_TITLE)),
                                   edit_area);
}

static gboolean
rename_area (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return plenum_request_needs_text (request->text, _("An area needs a name"), error)
         && plenum_edit_set_text (edit, PLENUM_AREA, request->id, PLENUM_AREA_TITLE, request->text, error);
}

PlenumAction *
plenum_action_rename_area (const char *area, const char *title)
{
  PlenumRequest *request = plenum_request_new_id (area);

  request->text = g_strstrip (g_strdup (title));
  return plenum_request_to_action (request, plenum_label_new_named ("Rename area to “{name}”", request->text), rename_area);
}

static gboolean
move_area (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) area = plenum_store_get (store, PLENUM_AREA, request->id, error);
  g_autoptr (PlenumRecord) board = area != NULL ? plenum_store_get (store, PLENUM_BOARD, request->target, error) : NULL;
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (board == NULL)
    return FALSE;
  if (g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_WORKSHOP), plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP)) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("An area cannot be moved to another workshop"));
      return FALSE;
    }

  plenum_gap_before (&gap, store, PLENUM_ORDER_AREAS, request->target, request->before);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, request->target);
  plenum_record_set_text (area, PLENUM_AREA_POSITION, place);
  plenum_request_set_label (request, plenum_label_new_named ("Move area “{name}”",
                                                             plenum_record_get_text (area, PLENUM_AREA_TITLE)));
  return plenum_edit_update (edit, area, error);
}

/**
 * plenum_action_move_area:
 * @board: where it goes: its own board, or another of the workshop
 * @before_id: (nullable): the area it goes before, or %NULL for the end
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_move_area (const char *area, const char *board, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_id (area);

  request->target = g_strdup (board);
  request->before = g_strdup (before_id);
  return plenum_request_to_action (request, plenum_label_new ("Move area"), move_area);
}

static gboolean
delete_area (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) area = plenum_store_get (plenum_edit_get_store (edit), PLENUM_AREA, request->id, error);

  if (area == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Delete area “{name}”",
                                                             plenum_record_get_text (area, PLENUM_AREA_TITLE)));
  return remove_area (edit, area, request->target, error);
}

/**
 * plenum_action_delete_area:
 * @cards_to: (nullable): the area to which its cards go; may be %NULL only if
 *   there are none
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID while cards are in it and @cards_to is %NULL
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_delete_area (const char *area, const char *cards_to)
{
  PlenumRequest *request = plenum_request_new_id (area);

  request->target = g_strdup (cards_to);
  return plenum_request_to_action (request, plenum_label_new ("Delete area"), delete_area);
}
