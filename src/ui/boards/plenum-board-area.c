/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one area, from top to bottom: cards, stacks, and behind an open
 * stack its cards. What is sorted in or found by a search becomes a row with as
 * few announcements as possible, and rows that stay are not announced at all. */
#include "plenum-board-area.h"

#include "plenum-board-entry-private.h"

/* Beyond so many separate places one announcement of everything is cheaper. */
#define MOST_RUNS 32

struct _PlenumBoardArea
{
  GObject       parent_instance;

  PlenumRecord *record;  /* nullable: for what lies in no area */
  GSequence    *entries; /* all, sorted */
  GPtrArray    *rows;    /* those shown */
  guint         n_cards;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumBoardArea, plenum_board_area, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PLENUM_TYPE_BOARD_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return PLENUM_BOARD_AREA (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PlenumBoardArea *self = PLENUM_BOARD_AREA (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
let_go (gpointer data, gpointer user_data)
{
  PlenumBoardEntry *entry = data;

  entry->area = NULL;
  entry->iter = NULL;
  entry->listed = FALSE;
}

static void
plenum_board_area_finalize (GObject *object)
{
  PlenumBoardArea *self = PLENUM_BOARD_AREA (object);

  g_sequence_foreach (self->entries, let_go, NULL);
  g_ptr_array_unref (self->rows);
  g_sequence_free (self->entries);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (plenum_board_area_parent_class)->finalize (object);
}

static void
plenum_board_area_class_init (PlenumBoardAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_board_area_finalize;

  /**
   * PlenumBoardArea::changed:
   *
   * Its title, its hint or the number of its cards is different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_board_area_init (PlenumBoardArea *self)
{
  self->entries = g_sequence_new (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

PlenumBoardArea *
plenum_board_area_new (void)
{
  return g_object_new (PLENUM_TYPE_BOARD_AREA, NULL);
}

/**
 * plenum_board_area_get_id:
 *
 * Returns: (nullable): its id, or %NULL if this is what lies in no area
 */
const char *
plenum_board_area_get_id (PlenumBoardArea *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_AREA (self), NULL);

  return self->record != NULL ? plenum_record_get_id (self->record) : NULL;
}

PlenumRecord *
plenum_board_area_get_record (PlenumBoardArea *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_AREA (self), NULL);

  return self->record;
}

void
plenum_board_area_set_record (PlenumBoardArea *self, PlenumRecord *record)
{
  g_set_object (&self->record, record);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plenum_board_area_is_public:
 *
 * Returns: whether the room may see it: it is not hidden until it is revealed, nor
 *   is it where cards lie that are on no board yet
 */
gboolean
plenum_board_area_is_public (PlenumBoardArea *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_AREA (self), FALSE);

  return self->record != NULL && plenum_record_get_integer (self->record, PLENUM_AREA_HIDDEN) == 0;
}

/**
 * plenum_board_area_count_cards:
 *
 * Returns: how many cards lie here, those in stacks and those a search hides included
 */
guint
plenum_board_area_count_cards (PlenumBoardArea *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_AREA (self), 0);

  return self->n_cards;
}

/**
 * plenum_board_area_find:
 *
 * Returns: the row that shows @entry, or -1
 */
int
plenum_board_area_find (PlenumBoardArea *self, PlenumBoardEntry *entry)
{
  guint position;

  g_return_val_if_fail (PLENUM_IS_BOARD_AREA (self), -1);

  if (entry == NULL || entry->area != self || !entry->listed
      || !g_ptr_array_find (self->rows, entry, &position))
    return -1;

  return position;
}

/**
 * plenum_board_area_foreach:
 *
 * Calls @func for each entry in order, those that are not shown included.
 */
void
plenum_board_area_foreach (PlenumBoardArea *self, GFunc func, gpointer data)
{
  g_return_if_fail (PLENUM_IS_BOARD_AREA (self));

  g_sequence_foreach (self->entries, func, data);
}

/* Sorts it in; it becomes a row with the next update. */
void
plenum_board_area_insert (PlenumBoardArea *self, PlenumBoardEntry *entry)
{
  g_assert (entry->area == NULL);

  entry->area = self;
  entry->iter = g_sequence_insert_sorted (self->entries, g_object_ref (entry), plenum_board_entry_compare, NULL);
  entry->moved = TRUE;
}

void
plenum_board_area_remove (PlenumBoardArea *self, PlenumBoardEntry *entry)
{
  g_autoptr (PlenumBoardEntry) kept = g_object_ref (entry);

  g_assert (entry->area == self);

  g_sequence_remove (entry->iter);
  let_go (kept, NULL);
  kept->moved = TRUE;
}

static gboolean
is_shown (PlenumBoardEntry *entry, gboolean searching)
{
  PlenumBoardEntry *stack = entry->stack;

  if (plenum_board_entry_is_stack (entry))
    return entry->matches || entry->n_matching > 0;
  if (stack == NULL)
    return entry->matches;

  return searching ? entry->matches || stack->matches : stack->open;
}

/* What shall be shown, in order. */
static GPtrArray *
collect (PlenumBoardArea *self, gboolean searching)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  GSequenceIter *end = g_sequence_get_end_iter (self->entries);
  guint n_cards = 0;

  for (GSequenceIter *iter = g_sequence_get_begin_iter (self->entries); iter != end; iter = g_sequence_iter_next (iter))
    {
      PlenumBoardEntry *entry = g_sequence_get (iter);

      entry->n_matching = 0;
      for (guint i = 0; i < entry->cards->len; i++)
        entry->n_matching += ((PlenumBoardEntry *) entry->cards->pdata[i])->matches;
      n_cards += !plenum_board_entry_is_stack (entry);
      if (is_shown (entry, searching))
        g_ptr_array_add (shown, g_object_ref (entry));
    }
  self->n_cards = n_cards;

  return shown;
}

static void
announce (PlenumBoardArea *self, guint position, guint removed, guint added)
{
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Takes away the rows that are not shown any more, or no more in that place. */
static guint
drop_rows (PlenumBoardArea *self, GHashTable *stays, gboolean count_only)
{
  guint runs = 0;

  for (guint i = self->rows->len; i > 0;)
    {
      guint last = i;

      while (i > 0 && !g_hash_table_contains (stays, self->rows->pdata[i - 1]))
        i--;
      if (i < last)
        {
          runs++;
          if (!count_only)
            {
              g_ptr_array_remove_range (self->rows, i, last - i);
              announce (self, i, last - i, 0);
            }
        }
      else
        i--;
    }

  return runs;
}

static void
add_rows (PlenumBoardArea *self, GPtrArray *shown, GHashTable *stays)
{
  for (guint i = 0; i < shown->len;)
    {
      guint first = i;

      for (; i < shown->len && !g_hash_table_contains (stays, shown->pdata[i]); i++)
        g_ptr_array_insert (self->rows, i, g_object_ref (shown->pdata[i]));
      announce (self, first, 0, i - first);
      if (i == first)
        i++;
    }
}

/* Everything between the first and the last difference at once. */
static void
replace_rows (PlenumBoardArea *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) before = self->rows;
  guint start = 0, end = 0, most = MIN (before->len, shown->len);

  while (start < most && before->pdata[start] == shown->pdata[start])
    start++;
  while (end < most - start && before->pdata[before->len - 1 - end] == shown->pdata[shown->len - 1 - end])
    end++;
  self->rows = g_ptr_array_ref (shown);
  announce (self, start, before->len - start - end, shown->len - start - end);
}

/**
 * plenum_board_area_update:
 * @searching: whether a search is going on, which opens all stacks
 *
 * Makes the rows what they shall be after entries were sorted in or taken out,
 * found or not found, opened or closed.
 */
void
plenum_board_area_update (PlenumBoardArea *self, gboolean searching)
{
  guint n_cards = self->n_cards;
  g_autoptr (GPtrArray) shown = collect (self, searching);
  g_autoptr (GHashTable) stays = g_hash_table_new (NULL, NULL);
  guint runs = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      PlenumBoardEntry *entry = shown->pdata[i];

      if (entry->listed && !entry->moved)
        g_hash_table_add (stays, entry);
      runs += (!entry->listed || entry->moved) && (i == 0 || g_hash_table_contains (stays, shown->pdata[i - 1]));
    }

  for (guint i = 0; i < self->rows->len; i++)
    if (((PlenumBoardEntry *) self->rows->pdata[i])->area == self)
      ((PlenumBoardEntry *) self->rows->pdata[i])->listed = FALSE;
  for (guint i = 0; i < shown->len; i++)
    {
      ((PlenumBoardEntry *) shown->pdata[i])->listed = TRUE;
      ((PlenumBoardEntry *) shown->pdata[i])->moved = FALSE;
    }

  runs += drop_rows (self, stays, TRUE);
  if (runs > MOST_RUNS)
    replace_rows (self, shown);
  else
    {
      drop_rows (self, stays, FALSE);
      add_rows (self, shown, stays);
    }

  if (n_cards != self->n_cards)
    g_signal_emit (self, signals[CHANGED], 0);
}
