/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stack is a theme that stands in an area. Themes that an analysis proposed
 * stand nowhere, and a card may belong to several of those: they are left alone
 * when a card is moved by hand. */
#include "plenum-stacks.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-store-private.h"
#include "plenum-theme-actions.h"

/**
 * plenum_stacks_find:
 *
 * Returns: (transfer full) (nullable): the theme in whose stack the card lies
 */
char *
plenum_stacks_find (PlenumStore *store, const char *idea)
{
  return plenum_database_text (store->database,
                               "SELECT theme.id FROM membership JOIN theme ON theme.id = membership.theme"
                               " WHERE membership.idea = ?1 AND theme.area IS NOT NULL ORDER BY theme.id", "t", idea);
}

/**
 * plenum_stacks_list_cards:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of the theme's
 *   cards in their order, %NULL-terminated
 */
GPtrArray *
plenum_stacks_list_cards (PlenumStore *store, const char *theme, GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = plenum_database_prepare (store->database,
                                                     "SELECT idea.id FROM membership JOIN idea ON idea.id = membership.idea"
                                                     " WHERE membership.theme = ?1 ORDER BY idea.position, idea.id", error);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, theme, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (cards, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (result != SQLITE_DONE)
    plenum_database_set_error (store->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (result != SQLITE_DONE)
    return NULL;

  g_ptr_array_add (cards, NULL);
  return g_steal_pointer (&cards);
}

/**
 * plenum_stacks_join:
 * @theme: a theme of the card's workshop
 *
 * Puts the card into the theme, unless it is there already.
 */
gboolean
plenum_stacks_join (PlenumEdit *edit, const char *theme, PlenumRecord *idea, GError **error)
{
  g_autofree char *id = plenum_membership_id (theme, plenum_record_get_id (idea));
  g_autoptr (PlenumRecord) there = plenum_store_get (plenum_edit_get_store (edit), PLENUM_MEMBERSHIP, id, NULL);
  g_autoptr (PlenumRecord) membership = NULL;

  if (there != NULL)
    return TRUE;

  membership = plenum_record_new (PLENUM_MEMBERSHIP, id);
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_THEME, theme);
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_IDEA, plenum_record_get_id (idea));
  return plenum_edit_insert (edit, membership, error);
}

/**
 * plenum_stacks_leave:
 * @stay_in: (nullable): a stack that is not left
 *
 * Takes the card out of its stack. More than one is possible after a merge. The
 * stack stays, even if it is empty now: it has a name that somebody gave it.
 */
gboolean
plenum_stacks_leave (PlenumEdit *edit, const char *idea, const char *stay_in, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GPtrArray) memberships = plenum_store_list (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_IDEA, idea, error);

  if (memberships == NULL)
    return FALSE;

  for (guint i = 0; i < memberships->len; i++)
    {
      PlenumRecord *membership = memberships->pdata[i];
      const char *id = plenum_record_get_text (membership, PLENUM_MEMBERSHIP_THEME);
      g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, id, error);

      if (theme == NULL)
        return FALSE;
      if (plenum_record_is_null (theme, PLENUM_THEME_AREA) || g_strcmp0 (id, stay_in) == 0)
        continue;
      if (!plenum_edit_delete (edit, PLENUM_MEMBERSHIP, plenum_record_get_id (membership), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_stacks_put_after:
 * @area: where the stack stands
 * @ids: cards in it
 *
 * Takes the cards out and puts them right after the stack, in their order.
 */
gboolean
plenum_stacks_put_after (PlenumEdit *edit, const char *stack, const char *area, char **ids, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_after (&gap, store, PLENUM_ORDER_CARDS, area, stack);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *place = plenum_gap_next (&gap);

      if (!plenum_stacks_leave (edit, ids[i], NULL, error)
          || !plenum_edit_set_text (edit, PLENUM_IDEA, ids[i], PLENUM_IDEA_AREA, area, error)
          || !plenum_edit_set_text (edit, PLENUM_IDEA, ids[i], PLENUM_IDEA_POSITION, place, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_stacks_dissolve:
 *
 * Takes a theme away; its cards stay, in its place and in their order.
 */
gboolean
plenum_stacks_dissolve (PlenumEdit *edit, PlenumRecord *theme, GError **error)
{
  const char *id = plenum_record_get_id (theme);
  g_autoptr (GPtrArray) cards = plenum_stacks_list_cards (plenum_edit_get_store (edit), id, error);

  if (cards == NULL
      || (!plenum_record_is_null (theme, PLENUM_THEME_AREA)
          && !plenum_stacks_put_after (edit, id, plenum_record_get_text (theme, PLENUM_THEME_AREA),
                                       (char **) cards->pdata, error)))
    return FALSE;

  return plenum_edit_delete_where (edit, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, id, error)
         && plenum_request_clear_where (edit, PLENUM_OPTION, PLENUM_OPTION_THEME, id, error)
         && plenum_edit_delete (edit, PLENUM_THEME, id, error);
}

/**
 * plenum_stacks_move:
 * @theme: changed by this
 * @place: its position in @area
 *
 * Moves a stack with its cards.
 */
gboolean
plenum_stacks_move (PlenumEdit *edit, PlenumRecord *theme, PlenumRecord *area, const char *place, GError **error)
{
  const char *area_id = plenum_record_get_id (area);
  g_autoptr (GPtrArray) memberships = NULL;

  if (g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP), plenum_record_get_text (area, PLENUM_AREA_WORKSHOP)) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A theme cannot be moved to another workshop"));
      return FALSE;
    }

  plenum_record_set_text (theme, PLENUM_THEME_AREA, area_id);
  plenum_record_set_text (theme, PLENUM_THEME_POSITION, place);
  memberships = plenum_store_list (plenum_edit_get_store (edit), PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME,
                                   plenum_record_get_id (theme), error);
  if (memberships == NULL || !plenum_edit_update (edit, theme, error))
    return FALSE;

  for (guint i = 0; i < memberships->len; i++)
    if (!plenum_edit_set_text (edit, PLENUM_IDEA, plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_IDEA),
                               PLENUM_IDEA_AREA, area_id, error))
      return FALSE;

  return TRUE;
}

static gboolean
put_card (PlenumEdit *edit, PlenumRecord *idea, PlenumRecord *area, const char *place, const char *stay_in, GError **error)
{
  if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP), plenum_record_get_text (area, PLENUM_AREA_WORKSHOP)) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A card cannot be moved to another workshop. Copy it and paste it there."));
      return FALSE;
    }

  plenum_record_set_text (idea, PLENUM_IDEA_AREA, plenum_record_get_id (area));
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);
  return plenum_stacks_leave (edit, plenum_record_get_id (idea), stay_in, error) && plenum_edit_update (edit, idea, error);
}

/**
 * plenum_stacks_put:
 * @ids: cards and stacks, in the order they shall have
 * @area: where they go
 * @before: (nullable): the card or stack they go before, or %NULL for the end
 *
 * A card put before another one of the same stack stays in it, since only its
 * place within the stack changes. Any other leaves its stack.
 */
gboolean
plenum_stacks_put (PlenumEdit *edit, char **ids, PlenumRecord *area, const char *before, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autofree char *stay_in = before != NULL ? plenum_stacks_find (store, before) : NULL;
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, plenum_record_get_id (area), before);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, ids[i], NULL);
      g_autoptr (PlenumRecord) idea = theme == NULL ? plenum_store_get (store, PLENUM_IDEA, ids[i], error) : NULL;
      g_autofree char *place = plenum_gap_next (&gap);

      if (theme == NULL && idea == NULL)
        return FALSE;
      if (!(theme != NULL ? plenum_stacks_move (edit, theme, area, place, error)
                          : put_card (edit, idea, area, place, stay_in, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_card (PlenumEdit *edit, PlenumRecord *idea, GHashTable *going, GError **error)
{
  const char *id = plenum_record_get_id (idea);
  g_autoptr (GPtrArray) inside = NULL;

  /* What came from elsewhere may have been merged into itself, by way of another. */
  if (!g_hash_table_add (going, g_strdup (id)))
    return TRUE;

  inside = plenum_store_list (plenum_edit_get_store (edit), PLENUM_IDEA, PLENUM_IDEA_FACE, id, error);
  if (inside == NULL)
    return FALSE;
  for (guint i = 0; i < inside->len; i++)
    if (!delete_card (edit, inside->pdata[i], going, error))
      return FALSE;

  return plenum_edit_delete_where (edit, PLENUM_TAG, PLENUM_TAG_IDEA, id, error)
         && plenum_edit_delete_where (edit, PLENUM_COMMENT, PLENUM_COMMENT_IDEA, id, error)
         && plenum_edit_delete_where (edit, PLENUM_ANSWER, PLENUM_ANSWER_IDEA, id, error)
         && plenum_edit_delete_where (edit, PLENUM_LINK, PLENUM_LINK_IDEA, id, error)
         && plenum_edit_delete_where (edit, PLENUM_LINK, PLENUM_LINK_TARGET, id, error)
         && plenum_edit_delete_where (edit, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_IDEA, id, error)
         && plenum_request_clear_where (edit, PLENUM_OPTION, PLENUM_OPTION_IDEA, id, error)
         && plenum_edit_delete (edit, PLENUM_IDEA, id, error);
}

/**
 * plenum_stacks_delete_card:
 *
 * Deletes a card with all that hangs on it and all that was merged into it.
 */
gboolean
plenum_stacks_delete_card (PlenumEdit *edit, PlenumRecord *idea, GError **error)
{
  g_autoptr (GHashTable) going = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return delete_card (edit, idea, going, error);
}

/**
 * plenum_stacks_card_name:
 *
 * Returns: (transfer none): what a card is called in the history: its title, else its text
 */
const char *
plenum_stacks_card_name (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
}
