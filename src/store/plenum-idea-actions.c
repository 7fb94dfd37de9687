/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to cards. */
#include "plenum-idea-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-stacks.h"
#include "plenum-store.h"

static gboolean
check_card (PlenumRecord *idea, GError **error)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return plenum_request_needs_text (title, NULL, NULL)
         || plenum_request_needs_text (plenum_record_get_text (idea, PLENUM_IDEA_TEXT),
                                       _("A card needs a text or a title"), error);
}

static gboolean
add_idea (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumRecord *idea = request->record;
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *workshop = plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP);
  const char *area_id = plenum_record_get_text (idea, PLENUM_IDEA_AREA);
  PlenumOrder order = area_id != NULL ? PLENUM_ORDER_CARDS : PLENUM_ORDER_UNSORTED;
  const char *parent = area_id != NULL ? area_id : workshop;
  g_autoptr (PlenumRecord) owner = plenum_store_get (store, PLENUM_WORKSHOP, workshop, error);
  g_autoptr (PlenumRecord) area = NULL;
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (owner == NULL || !check_card (idea, error))
    return FALSE;
  if (area_id != NULL && (area = plenum_store_get (store, PLENUM_AREA, area_id, error)) == NULL)
    return FALSE;
  if (area != NULL && g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_WORKSHOP), workshop) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("This area belongs to another workshop. Choose one of this workshop."));
      return FALSE;
    }

  if (plenum_record_is_null (idea, PLENUM_IDEA_KIND))
    {
      const char *kind = area != NULL ? plenum_record_get_text (area, PLENUM_AREA_KIND) : NULL;

      plenum_record_set_text (idea, PLENUM_IDEA_KIND, kind != NULL ? kind : "idea");
    }

  if (request->flag)
    plenum_gap_at_start (&gap, store, order, parent);
  else
    plenum_gap_before (&gap, store, order, parent, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);

  return plenum_edit_insert (edit, idea, error);
}

static PlenumRequest *
new_card (const char *workshop, const char *area, const char *title, const char *text, const char *kind)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);

  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_AREA, area);
  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, title);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, text != NULL ? text : "");
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, kind);
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, g_get_real_time () / 1000);

  return plenum_request_new_record (idea);
}

static PlenumAction *
add_card (PlenumRequest *request)
{
  PlenumRecord *idea = request->record;
  PlenumAction *action =
    plenum_request_to_action (request, plenum_label_new_named ("Add card “{name}”", plenum_stacks_card_name (idea)), add_idea);

  plenum_action_set_result (action, plenum_record_get_id (idea));

  return action;
}

/**
 * plenum_action_add_idea:
 * @area: (nullable): where the card goes, or %NULL for none
 * @title: (nullable): a short name
 * @text: (nullable): what the card says; it needs this or a title
 * @kind: (nullable): one of the kinds, or %NULL for the area's
 * @at_top: whether it goes above the others instead of below
 *
 * The result is the new card's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_idea (const char *workshop, const char *area, const char *title, const char *text, const char *kind, gboolean at_top)
{
  PlenumRequest *request;

  g_return_val_if_fail (workshop != NULL, NULL);

  request = new_card (workshop, area, title, text, kind);
  request->flag = at_top;

  return add_card (request);
}

/**
 * plenum_action_add_idea_at:
 * @area: (nullable): where the card belongs, or %NULL for nowhere
 * @x: its left edge on the canvas, in pixels at 100 %
 * @y: its upper edge
 *
 * As plenum_action_add_idea(), below the others and with a place on the canvas.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_idea_at (const char *workshop, const char *area, const char *text, gint64 x, gint64 y)
{
  PlenumRequest *request = new_card (workshop, area, NULL, text, NULL);

  plenum_record_set_integer (request->record, PLENUM_IDEA_X, x);
  plenum_record_set_integer (request->record, PLENUM_IDEA_Y, y);

  return add_card (request);
}

static gboolean
edit_idea (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return check_card (request->record, error) && plenum_edit_update (edit, request->record, error);
}

/**
 * plenum_action_edit_idea:
 * @changed: a copy of the card, with the same id, as it shall be
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_idea (PlenumRecord *changed)
{
  return plenum_request_to_action (plenum_request_new_record (changed),
                                   plenum_label_new_named ("Edit card “{name}”", plenum_stacks_card_name (changed)),
                                   edit_idea);
}

static gboolean
move_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) area = plenum_store_get (plenum_edit_get_store (edit), PLENUM_AREA, request->target, error);

  if (area == NULL || !plenum_stacks_put (edit, request->ids, area, request->before, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_count ("Move card to “{name}”", "Move {count} cards to “{name}”",
                                                             g_strv_length (request->ids),
                                                             plenum_record_get_text (area, PLENUM_AREA_TITLE)));
  return TRUE;
}

/**
 * plenum_action_move_ideas:
 * @ids: (array zero-terminated): cards and stacks, in the order they shall have
 * @area: where they go
 * @before_id: (nullable): the card or theme they go before, or %NULL for the end
 *
 * Cards leave their stack, unless @before_id is a card in the same one.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_move_ideas (const char * const *ids, const char *area, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->target = g_strdup (area);
  request->before = g_strdup (before_id);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Move card", "Move {count} cards", g_strv_length (request->ids), NULL),
                                   move_ideas);
}

static gboolean
set_ideas_text (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_edit_set_text (edit, PLENUM_IDEA, request->ids[i], request->field, request->text, error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_set_ideas_text:
 * @field: a field of cards that holds text, such as %PLENUM_IDEA_KIND
 * @value: (nullable): what all these cards get there
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_ideas_text (const char * const *ids, guint field, const char *value)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  guint count = g_strv_length (request->ids);
  PlenumLabel *label;

  request->field = field;
  request->text = g_strdup (value);
  if (field == PLENUM_IDEA_KIND)
    label = plenum_label_new_count ("Change kind of card", "Change kind of {count} cards", count, NULL);
  else if (field == PLENUM_IDEA_COLOUR)
    label = plenum_label_new_count ("Change colour of card", "Change colour of {count} cards", count, NULL);
  else if (field == PLENUM_IDEA_SIZE)
    label = plenum_label_new_count ("Change size of card", "Change size of {count} cards", count, NULL);
  else if (field == PLENUM_IDEA_FORM)
    label = plenum_label_new_count ("Change form of card", "Change form of {count} cards", count, NULL);
  else
    label = plenum_label_new_count ("Edit card", "Edit {count} cards", count, NULL);

  return plenum_request_to_action (request, label, set_ideas_text);
}

static gboolean
delete_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  guint n = 0;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, request->ids[i], NULL);
      g_autoptr (PlenumRecord) idea = theme == NULL ? plenum_store_get (store, PLENUM_IDEA, request->ids[i], error) : NULL;

      if (theme != NULL ? !plenum_stacks_dissolve (edit, theme, error)
                        : idea == NULL || !plenum_stacks_delete_card (edit, idea, error))
        return FALSE;

      if (theme == NULL && n++ == 0)
        plenum_request_set_label (request, plenum_label_new_named ("Delete card “{name}”", plenum_stacks_card_name (idea)));
    }

  if (n > 1)
    plenum_request_set_label (request, plenum_label_new_count ("Delete card", "Delete {count} cards", n, NULL));
  return TRUE;
}

/**
 * plenum_action_delete_ideas:
 * @ids: (array zero-terminated): cards and stacks
 *
 * Deletes cards with their tags, comments and links, and what was merged into
 * them. An option of a poll that was made
 * from one stays as it is. A stack is dissolved: its cards stay.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_delete_ideas (const char * const *ids)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Delete card", "Delete {count} cards", g_strv_length (request->ids), NULL),
                                   delete_ideas);
}

static gboolean
add_comment (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumRecord *comment = request->record;
  g_autoptr (PlenumRecord) idea = plenum_store_get (plenum_edit_get_store (edit), PLENUM_IDEA,
                                                    plenum_record_get_text (comment, PLENUM_COMMENT_IDEA), error);

  if (idea == NULL
      || !plenum_request_needs_text (plenum_record_get_text (comment, PLENUM_COMMENT_TEXT), _("A comment needs a text"), error))
    return FALSE;

  plenum_record_set_text (comment, PLENUM_COMMENT_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  return plenum_edit_insert (edit, comment, error);
}

/**
 * plenum_action_add_comment:
 * @author: (nullable): a participant
 *
 * The result is the new comment's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_comment (const char *idea, const char *text, const char *author)
{
  g_autoptr (PlenumRecord) comment = plenum_record_new (PLENUM_COMMENT, NULL);
  PlenumAction *action;

  plenum_record_set_text (comment, PLENUM_COMMENT_IDEA, idea);
  plenum_record_set_text (comment, PLENUM_COMMENT_TEXT, text);
  plenum_record_set_text (comment, PLENUM_COMMENT_AUTHOR, author);
  plenum_record_set_integer (comment, PLENUM_COMMENT_CREATED, g_get_real_time () / 1000);

  action = plenum_request_to_action (plenum_request_new_record (comment),
                                     plenum_label_new_named ("Comment “{name}”", text), add_comment);
  plenum_action_set_result (action, plenum_record_get_id (comment));

  return action;
}

static gboolean
delete_comment (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return plenum_edit_delete (edit, PLENUM_COMMENT, request->id, error);
}

PlenumAction *
plenum_action_delete_comment (const char *comment)
{
  return plenum_request_to_action (plenum_request_new_id (comment), plenum_label_new ("Delete comment"), delete_comment);
}
