/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stack is a theme that stands in an area. Themes that an analysis proposed
 * stand nowhere, and a card may belong to several of those: they are left alone
 * when a card is moved by hand. */
#include "plenum-stacks.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-store-private.h"

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
 * plenum_stacks_put_cards:
 * @ids: cards, in the order they shall have
 * @area: where they go
 * @before: (nullable): the card or stack they go before, or %NULL for the end
 *
 * A card put before another one of the same stack stays in it, since only its
 * place within the stack changes. Any other leaves its stack.
 */
gboolean
plenum_stacks_put_cards (PlenumEdit *edit, char **ids, PlenumRecord *area, const char *before, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *workshop = plenum_record_get_text (area, PLENUM_AREA_WORKSHOP);
  g_autofree char *stay_in = before != NULL ? plenum_stacks_find (store, before) : NULL;
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, plenum_record_get_id (area), before);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, ids[i], error);
      g_autofree char *place = plenum_gap_next (&gap);

      if (idea == NULL)
        return FALSE;
      if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP), workshop) != 0)
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("A card cannot be moved to another workshop. Copy its text there."));
          return FALSE;
        }

      plenum_record_set_text (idea, PLENUM_IDEA_AREA, plenum_record_get_id (area));
      plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);
      if (!plenum_stacks_leave (edit, ids[i], stay_in, error) || !plenum_edit_update (edit, idea, error))
        return FALSE;
    }

  return TRUE;
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
