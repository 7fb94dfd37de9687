/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop's boards for those who show them: a list of the areas of one board,
 * each a list of what lies there. Changed by announcements of the store only,
 * and once for each of them, so that nobody sees a theme before its cards. */
#include "plenum-board-model.h"

#include <glib/gi18n.h>

#include "plenum-board-model-private.h"
#include "plenum-fold.h"

enum { UPDATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumBoardModel, plenum_board_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PLENUM_TYPE_BOARD_AREA;
}

static guint
get_n_items (GListModel *model)
{
  return PLENUM_BOARD_MODEL (model)->areas->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PlenumBoardModel *self = PLENUM_BOARD_MODEL (model);

  return position < self->areas->len ? g_object_ref (self->areas->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
show_areas (PlenumBoardModel *self)
{
  GListModel *list = G_LIST_MODEL (plenum_workshop_model_get_list (self->workshop, PLENUM_AREA));
  g_autoptr (GPtrArray) before = self->areas;
  guint start = 0, end = 0, most;

  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  if (plenum_board_area_count_cards (self->unplaced) > 0)
    g_ptr_array_add (self->areas, g_object_ref (self->unplaced));
  for (guint i = 0; self->board != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (list, i);

      if (g_strcmp0 (plenum_record_get_text (record, PLENUM_AREA_BOARD), self->board) == 0)
        {
          PlenumBoardArea *area = g_hash_table_lookup (self->by_id, plenum_record_get_id (record));

          if (area != NULL)
            g_ptr_array_add (self->areas, g_object_ref (area));
        }
    }

  most = MIN (before->len, self->areas->len);
  while (start < most && before->pdata[start] == self->areas->pdata[start])
    start++;
  while (end < most - start && before->pdata[before->len - 1 - end] == self->areas->pdata[self->areas->len - 1 - end])
    end++;
  if (before->len - start - end > 0 || self->areas->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, self->areas->len - start - end);
}

/* Told once the entries are what they shall be. */
void
plenum_board_model_updated (PlenumBoardModel *self)
{
  show_areas (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
plenum_board_model_finalize (GObject *object)
{
  PlenumBoardModel *self = PLENUM_BOARD_MODEL (object);

  plenum_board_sync_stop (self);
  g_ptr_array_unref (self->areas);
  g_object_unref (self->selection);
  g_hash_table_unref (self->by_id);
  g_object_unref (self->unplaced);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->stale);
  g_strfreev (self->words);
  g_free (self->query);
  g_free (self->board);
  g_object_unref (self->workshop);

  G_OBJECT_CLASS (plenum_board_model_parent_class)->finalize (object);
}

static void
plenum_board_model_class_init (PlenumBoardModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_board_model_finalize;

  /**
   * PlenumBoardModel::updated:
   *
   * Everything that an announcement or a search changed has been changed.
   */
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_board_model_init (PlenumBoardModel *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->unplaced = plenum_board_area_new ();
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->selection = plenum_card_selection_new (G_LIST_MODEL (self));
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->query = g_strdup ("");
}

/**
 * plenum_board_model_new:
 *
 * Returns: (transfer full): a model that shows no board yet
 */
PlenumBoardModel *
plenum_board_model_new (PlenumWorkshopModel *workshop)
{
  PlenumBoardModel *self = g_object_new (PLENUM_TYPE_BOARD_MODEL, NULL);

  self->workshop = g_object_ref (workshop);
  plenum_board_sync_start (self);

  return self;
}

PlenumWorkshopModel *
plenum_board_model_get_workshop (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return self->workshop;
}

/**
 * plenum_board_model_get_board:
 *
 * Returns: (nullable): the id of the board that is shown
 */
const char *
plenum_board_model_get_board (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return self->board;
}

/**
 * plenum_board_model_set_board:
 * @board: (nullable): a board's id
 *
 * Shows the areas of @board, and first what lies in no area of any board.
 */
void
plenum_board_model_set_board (PlenumBoardModel *self, const char *board)
{
  g_return_if_fail (PLENUM_IS_BOARD_MODEL (self));

  if (g_strcmp0 (self->board, board) == 0)
    return;

  g_free (self->board);
  self->board = g_strdup (board);
  /* No command goes to a card that is not seen any more. */
  plenum_card_selection_select_none (self->selection);
  plenum_card_selection_set_current (self->selection, NULL);
  plenum_board_model_updated (self);
}

const char *
plenum_board_model_get_query (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return self->query;
}

static char **
fold_words (const char *query)
{
  g_auto (GStrv) words = g_strsplit_set (query, " \t\n\r", -1);
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        g_ptr_array_add (folded, plenum_fold (*word));
        g_ptr_array_add (folded, plenum_fold_plain (*word));
      }
  if (folded->len == 0)
    return NULL;

  g_ptr_array_add (folded, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&folded), FALSE);
}

/**
 * plenum_board_model_set_query:
 * @query: words that a card's title, text and tags must all contain; empty for all cards
 *
 * Leaves only the cards that contain the words, and opens the stacks they lie in.
 */
void
plenum_board_model_set_query (PlenumBoardModel *self, const char *query)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (PLENUM_IS_BOARD_MODEL (self) && query != NULL);

  if (g_str_equal (self->query, query))
    return;

  g_free (self->query);
  self->query = g_strdup (query);
  g_strfreev (self->words);
  self->words = fold_words (query);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    plenum_board_entry_match (value, (const char *const *) self->words);
  plenum_board_area_update (self->unplaced, self->words != NULL);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    plenum_board_area_update (value, self->words != NULL);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * plenum_board_model_lookup:
 *
 * Returns: (transfer none) (nullable): the card or stack with that id
 */
PlenumBoardEntry *
plenum_board_model_lookup (PlenumBoardModel *self, const char *id)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;
}

/**
 * plenum_board_model_get_area:
 * @id: (nullable): an area's id, or %NULL for what lies in none
 *
 * Returns: (transfer none) (nullable): the area
 */
PlenumBoardArea *
plenum_board_model_get_area (PlenumBoardModel *self, const char *id)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : self->unplaced;
}

PlenumBoardArea *
plenum_board_model_area_of (PlenumBoardModel *self, PlenumBoardEntry *entry)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return entry->area;
}

/**
 * plenum_board_model_is_anonymous:
 *
 * Returns: whether the board on which @entry lies does not show who wrote it
 */
gboolean
plenum_board_model_is_anonymous (PlenumBoardModel *self, PlenumBoardEntry *entry)
{
  PlenumRecord *area, *board;

  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), FALSE);

  area = entry->area != NULL ? plenum_board_area_get_record (entry->area) : NULL;
  board = area == NULL ? NULL : plenum_record_list_lookup (plenum_workshop_model_get_list (self->workshop, PLENUM_BOARD),
                                                           plenum_record_get_text (area, PLENUM_AREA_BOARD));

  return board != NULL && plenum_record_get_integer (board, PLENUM_BOARD_ANONYMOUS) != 0;
}

/**
 * plenum_board_model_count_found:
 *
 * Returns: how many cards of the board the search finds
 */
guint
plenum_board_model_count_found (PlenumBoardModel *self)
{
  g_autoptr (GPtrArray) cards = plenum_board_model_list_cards (self);

  return cards->len;
}

/**
 * plenum_board_model_set_open:
 *
 * Shows the cards of @stack behind it, or hides them. The library does not know of this.
 */
void
plenum_board_model_set_open (PlenumBoardModel *self, PlenumBoardEntry *stack, gboolean open)
{
  g_return_if_fail (PLENUM_IS_BOARD_MODEL (self) && plenum_board_entry_is_stack (stack));

  if (stack->open == open)
    return;

  stack->open = open;
  plenum_board_entry_changed (stack);
  for (guint i = 0; !open && i < stack->cards->len; i++)
    plenum_card_selection_select (self->selection, stack->cards->pdata[i], FALSE);
  if (stack->area != NULL)
    plenum_board_area_update (stack->area, self->words != NULL);
}

/**
 * plenum_board_model_get_selection:
 *
 * Returns: (transfer none): what is selected on the board that is shown
 */
PlenumCardSelection *
plenum_board_model_get_selection (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  return self->selection;
}

static void
list_card (gpointer data, gpointer user_data)
{
  PlenumBoardEntry *entry = data;
  gboolean stack_matches = entry->stack != NULL && entry->stack->matches;

  if (!plenum_board_entry_is_stack (entry) && (entry->matches || stack_matches))
    g_ptr_array_add (user_data, g_object_ref (entry));
}

/**
 * plenum_board_model_list_cards:
 *
 * Returns: (transfer full) (element-type PlenumBoardEntry): the cards of the board
 *   that the search finds, from left to right and top to bottom
 */
GPtrArray *
plenum_board_model_list_cards (PlenumBoardModel *self)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), cards);

  for (guint i = 0; i < self->areas->len; i++)
    plenum_board_area_foreach (self->areas->pdata[i], list_card, cards);

  return cards;
}

/**
 * plenum_board_model_is_empty:
 *
 * Returns: whether the board takes cards, and has none yet
 */
gboolean
plenum_board_model_is_empty (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (self)) > 0 && *plenum_board_model_get_query (self) == '\0'
         && plenum_board_model_count_found (self) == 0;
}

/**
 * plenum_board_model_get_hint:
 *
 * Returns: (transfer none) (nullable): what to do where no card is to be seen
 */
const char *
plenum_board_model_get_hint (PlenumBoardModel *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_MODEL (self), NULL);

  if (g_list_model_get_n_items (G_LIST_MODEL (self)) == 0)
    return _("This board has no area yet. Add one to collect ideas.");
  if (plenum_board_model_count_found (self) > 0
      || (plenum_workshop_model_is_read_only (self->workshop) && *plenum_board_model_get_query (self) == '\0'))
    return NULL;
  return *plenum_board_model_get_query (self) != '\0' ? _("No card matches the search.")
                                                      : _("Type the first idea above and press Enter.");
}
