/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions on what lies on the desk. */
#include <glib/gi18n.h>

#include "plenum-board-desk.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"

/* The card or stack that has the focus when those with @ids have gone. */
static const char *
find_neighbour (PlenumBoardDesk *self, PlenumBoardEntry *entry, const char *const *ids)
{
  PlenumBoardArea *area = plenum_board_model_area_of (plenum_board_desk_get_model (self), entry);
  int position = area != NULL ? plenum_board_area_find (area, entry) : -1;
  int n = area != NULL ? (int) g_list_model_get_n_items (G_LIST_MODEL (area)) : 0;

  for (int step = 1; position >= 0 && step >= -1; step -= 2)
    for (int i = position + step; i >= 0 && i < n; i += step)
      {
        g_autoptr (PlenumBoardEntry) other = g_list_model_get_item (G_LIST_MODEL (area), i);

        if (!g_strv_contains (ids, plenum_board_entry_get_id (other)))
          return plenum_board_entry_get_id (other);
      }

  return NULL;
}

/* What the deletion of entries does, in a sentence. */
static char *
describe_deletion (GPtrArray *entries)
{
  guint n_cards = 0, n_stacks = 0;
  g_autofree char *cards = NULL;
  g_autofree char *stacks = NULL;

  for (guint i = 0; i < entries->len; i++)
    if (plenum_board_entry_is_stack (entries->pdata[i]))
      n_stacks++;
    else
      n_cards++;

  cards = g_strdup_printf (ngettext ("%u card was deleted.", "%u cards were deleted.", n_cards), n_cards);
  stacks = n_stacks == 1 ? g_strdup (_("The theme was dissolved. Its cards are still there."))
                         : g_strdup_printf (ngettext ("%u theme was dissolved. Its cards are still there.",
                                                      "%u themes were dissolved. Their cards are still there.", n_stacks), n_stacks);
  if (n_stacks == 0)
    return g_steal_pointer (&cards);
  if (n_cards == 0)
    return g_steal_pointer (&stacks);

  return g_strconcat (cards, " ", stacks, NULL);
}

/* The card that has the focus when those with @ids have gone. */
static const char *
find_next (PlenumBoardDesk *self, PlenumBoardEntry *entry, const char *const *ids)
{
  if (plenum_board_entry_is_stack (entry))
    {
      g_autoptr (GPtrArray) cards = plenum_board_entry_list_cards (entry);

      if (cards->len > 0)
        return plenum_board_entry_get_id (cards->pdata[0]);
    }

  return find_neighbour (self, entry, ids);
}

/**
 * plenum_board_desk_delete:
 *
 * Deletes what is selected, and offers to undo it. A stack is dissolved.
 */
void
plenum_board_desk_delete (PlenumBoardDesk *self)
{
  PlenumBoardEntry *current;
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *toast = NULL;
  PlenumAction *action;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  current = plenum_board_desk_get_current (self);
  entries = plenum_card_selection_list (plenum_board_desk_get_selection (self), current);
  if (entries->len == 0)
    return;

  ids = plenum_board_desk_dup_ids (self);
  toast = describe_deletion (entries);
  if (entries->len == 1 && plenum_board_entry_is_stack (entries->pdata[0]))
    action = plenum_action_dissolve_theme (ids[0]);
  else
    action = plenum_action_delete_ideas ((const char *const *) ids);
  plenum_board_desk_perform_for (self, action, toast, find_next (self, current != NULL ? current : entries->pdata[0],
                                                                 (const char *const *) ids), PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_desk_delete_cards:
 *
 * As plenum_board_desk_delete(), but stacks go with the cards in them: for what has
 * been copied and would be there twice.
 */
void
plenum_board_desk_delete_cards (PlenumBoardDesk *self)
{
  PlenumBoardEntry *current;
  g_autofree char *toast = NULL;
  g_auto (GStrv) cards = NULL;
  g_auto (GStrv) stacks = NULL;
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint n;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  current = plenum_board_desk_get_current (self);
  cards = plenum_board_desk_dup_card_ids (self);
  stacks = plenum_board_desk_dup_ids (self);
  n = g_strv_length (cards);
  if (n == 0)
    return;

  /* The stacks last, when nothing is in them any more. */
  g_strv_builder_addv (all, (const char **) cards);
  for (guint i = 0; stacks[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) cards, stacks[i]))
      g_strv_builder_add (all, stacks[i]);
  ids = g_strv_builder_end (all);
  toast = g_strdup_printf (ngettext ("%u card was deleted.", "%u cards were deleted.", n), n);
  plenum_board_desk_perform_for (self, plenum_action_delete_ideas ((const char *const *) ids), toast,
                                 current != NULL ? find_neighbour (self, current, (const char *const *) ids) : NULL,
                                 PLENUM_BOARD_FOCUS);
}

void
plenum_board_desk_set_kind (PlenumBoardDesk *self, const char *kind)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  ids = plenum_board_desk_dup_card_ids (self);
  if (ids[0] != NULL)
    plenum_board_desk_perform_for (self, plenum_action_set_ideas_text ((const char *const *) ids, PLENUM_IDEA_KIND, kind),
                                   NULL, NULL, 0);
}

/**
 * plenum_board_desk_group:
 *
 * Makes a theme of what is selected, and lets its name be typed.
 */
void
plenum_board_desk_group (PlenumBoardDesk *self)
{
  PlenumBoardEntry *entry;
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  /* A stack alone is a theme already. */
  entry = plenum_board_desk_get_current (self);
  if (entry != NULL && plenum_board_entry_is_stack (entry) && !plenum_board_entry_get_selected (entry))
    return;

  ids = plenum_board_desk_dup_card_ids (self);
  if (ids[0] == NULL)
    return;
  plenum_board_desk_perform (self, plenum_action_group_ideas ((const char *const *) ids, NULL), NULL, PLENUM_BOARD_EDIT);
}

/**
 * plenum_board_desk_take_out:
 *
 * Takes what is selected out of its theme, or dissolves the stack that has the focus.
 */
void
plenum_board_desk_take_out (PlenumBoardDesk *self)
{
  PlenumBoardEntry *entry;
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  entry = plenum_board_desk_get_current (self);
  if (entry == NULL)
    return;
  if (plenum_board_entry_is_stack (entry) && !plenum_board_entry_get_selected (entry))
    {
      plenum_board_desk_delete (self);
      return;
    }

  ids = plenum_board_desk_dup_card_ids (self);
  for (guint i = 0; ids[i] != NULL; i++)
    if (plenum_board_entry_get_stack (plenum_board_model_lookup (plenum_board_desk_get_model (self), ids[i])) != NULL)
      g_ptr_array_add (loose, ids[i]);
  if (loose->len == 0)
    return;

  g_ptr_array_add (loose, NULL);
  plenum_board_desk_perform_for (self, plenum_action_remove_from_theme ((const char *const *) loose->pdata, NULL, NULL), NULL,
           plenum_board_entry_get_id (entry), PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_desk_set_text:
 * @text: what the card says now, or how the theme is called
 *
 * Nothing happens if it says so already, or if nothing is left.
 */
void
plenum_board_desk_set_text (PlenumBoardDesk *self, PlenumBoardEntry *entry, const char *text)
{
  gboolean stack, only_title;
  g_autoptr (PlenumRecord) changed = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  stack = plenum_board_entry_is_stack (entry);
  only_title = !stack && *plenum_board_entry_get_text (entry) == '\0';
  if (*text == '\0' || plenum_board_model_lookup (plenum_board_desk_get_model (self), plenum_board_entry_get_id (entry)) == NULL
      || g_str_equal (text, stack || only_title ? plenum_board_entry_get_title (entry) : plenum_board_entry_get_text (entry)))
    return;

  if (stack)
    {
      plenum_board_desk_perform_for (self, plenum_action_rename_theme (plenum_board_entry_get_id (entry), text), NULL, NULL, 0);
      return;
    }

  changed = plenum_record_copy (plenum_board_entry_get_record (entry), plenum_board_entry_get_id (entry));
  plenum_record_set_text (changed, only_title ? (guint) PLENUM_IDEA_TITLE : (guint) PLENUM_IDEA_TEXT, text);
  plenum_board_desk_perform_for (self, plenum_action_edit_idea (changed), NULL, NULL, 0);
}

/* What stands outside of stacks: a stack goes before another one, not into it. */
static const char *
get_top_id (PlenumBoardEntry *before)
{
  PlenumBoardEntry *stack = before != NULL ? plenum_board_entry_get_stack (before) : NULL;

  if (before == NULL)
    return NULL;

  return plenum_board_entry_get_id (stack != NULL ? stack : before);
}

/* Whether there is a stack among them, which goes into no other. */
gboolean
plenum_board_desk_has_stack (PlenumBoardDesk *self, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PlenumBoardEntry *entry = plenum_board_model_lookup (plenum_board_desk_get_model (self), ids[i]);

      if (entry != NULL && plenum_board_entry_is_stack (entry))
        return TRUE;
    }

  return FALSE;
}

static gboolean
all_in (PlenumBoardDesk *self, const char *const *ids, PlenumBoardEntry *stack)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PlenumBoardEntry *entry = plenum_board_model_lookup (plenum_board_desk_get_model (self), ids[i]);

      if (entry == NULL || plenum_board_entry_get_stack (entry) != stack)
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_board_desk_move:
 * @ids: (array zero-terminated): cards and stacks
 * @area: where they go
 * @before: (nullable): what they go before, or %NULL for the end. Before a card
 *   in a stack they go into that stack.
 */
void
plenum_board_desk_move (PlenumBoardDesk *self, const char *const *ids, PlenumBoardArea *area, PlenumBoardEntry *before)
{
  PlenumBoardEntry *first;
  PlenumBoardEntry *stack;
  const char *area_id;
  PlenumAction *action;

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  first = plenum_board_model_lookup (plenum_board_desk_get_model (self), ids[0]);
  area_id = plenum_board_area_get_id (area);
  if (first == NULL || area_id == NULL)
    return;

  stack = before != NULL ? plenum_board_entry_get_stack (before) : NULL;
  if (ids[1] == NULL && plenum_board_entry_is_stack (first))
    action = plenum_action_move_theme (ids[0], area_id, get_top_id (before));
  else if (plenum_board_desk_has_stack (self, ids))
    action = plenum_action_move_ideas (ids, area_id, get_top_id (before));
  else if (stack != NULL && !all_in (self, ids, stack))
    action = plenum_action_add_to_theme (plenum_board_entry_get_id (stack), ids);
  else
    action = plenum_action_move_ideas (ids, area_id, before != NULL ? plenum_board_entry_get_id (before) : NULL);
  plenum_board_desk_perform_for (self, action, NULL, ids[0], PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_desk_drop_onto:
 * @ids: (array zero-terminated): cards
 * @onto: a stack they go into, or a card they make a new theme with
 */
void
plenum_board_desk_drop_onto (PlenumBoardDesk *self, const char *const *ids, PlenumBoardEntry *onto)
{
  PlenumBoardEntry *stack;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_if_fail (PLENUM_IS_BOARD_DESK (self));

  stack = plenum_board_entry_is_stack (onto) ? onto : plenum_board_entry_get_stack (onto);
  if (stack != NULL)
    {
      if (!all_in (self, ids, stack))
        plenum_board_desk_perform_for (self, plenum_action_add_to_theme (plenum_board_entry_get_id (stack), ids), NULL,
                 plenum_board_entry_get_id (stack), PLENUM_BOARD_FOCUS);
      return;
    }

  if (g_strv_contains (ids, plenum_board_entry_get_id (onto)))
    return;

  g_ptr_array_add (all, (gpointer) plenum_board_entry_get_id (onto));
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) ids[i]);
  g_ptr_array_add (all, NULL);
  plenum_board_desk_perform (self, plenum_action_group_ideas ((const char *const *) all->pdata, NULL), NULL,
                             PLENUM_BOARD_EDIT);
}
