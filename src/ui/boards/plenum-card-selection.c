/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-selection.h"

#include "plenum-board-area.h"
#include "plenum-board-entry-private.h"

struct _PlenumCardSelection
{
  GObject           parent_instance;

  GListModel       *areas;    /* unowned: of the model, which owns the selection */
  GHashTable       *selected; /* of PlenumBoardEntry */
  PlenumBoardEntry *current;
  PlenumBoardEntry *anchor;   /* from which it is extended */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumCardSelection, plenum_card_selection, G_TYPE_OBJECT)

static void
plenum_card_selection_finalize (GObject *object)
{
  PlenumCardSelection *self = PLENUM_CARD_SELECTION (object);

  g_clear_object (&self->current);
  g_clear_object (&self->anchor);
  g_hash_table_unref (self->selected);

  G_OBJECT_CLASS (plenum_card_selection_parent_class)->finalize (object);
}

static void
plenum_card_selection_class_init (PlenumCardSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_card_selection_finalize;

  /**
   * PlenumCardSelection::changed:
   *
   * Other cards are selected. Told once, also if a thousand are.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_card_selection_init (PlenumCardSelection *self)
{
  self->selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * plenum_card_selection_new:
 * @areas: (element-type PlenumBoardArea): in whose order cards are listed; it must
 *   outlive the selection
 *
 * Returns: (transfer full): nothing selected
 */
PlenumCardSelection *
plenum_card_selection_new (GListModel *areas)
{
  PlenumCardSelection *self = g_object_new (PLENUM_TYPE_CARD_SELECTION, NULL);

  self->areas = areas;

  return self;
}

/**
 * plenum_card_selection_get_current:
 *
 * Returns: (transfer none) (nullable): the card or stack that has the focus or had it last
 */
PlenumBoardEntry *
plenum_card_selection_get_current (PlenumCardSelection *self)
{
  g_return_val_if_fail (PLENUM_IS_CARD_SELECTION (self), NULL);

  return self->current;
}

void
plenum_card_selection_set_current (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  g_set_object (&self->current, entry);
}

/**
 * plenum_card_selection_count:
 *
 * Returns: how many cards and stacks are selected
 */
guint
plenum_card_selection_count (PlenumCardSelection *self)
{
  g_return_val_if_fail (PLENUM_IS_CARD_SELECTION (self), 0);

  return g_hash_table_size (self->selected);
}

static gboolean
set_selected (PlenumCardSelection *self, PlenumBoardEntry *entry, gboolean selected)
{
  if (plenum_board_entry_get_selected (entry) == selected)
    return FALSE;

  if (selected)
    g_hash_table_add (self->selected, g_object_ref (entry));
  plenum_board_entry_set_selected (entry, selected);
  if (!selected)
    g_hash_table_remove (self->selected, entry);

  return TRUE;
}

/**
 * plenum_card_selection_select:
 *
 * Selects a card or stack too, or no longer. What is extended later begins here.
 */
void
plenum_card_selection_select (PlenumCardSelection *self, PlenumBoardEntry *entry, gboolean selected)
{
  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  if (selected)
    g_set_object (&self->anchor, entry);
  if (set_selected (self, entry, selected))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plenum_card_selection_set:
 * @entries: (element-type PlenumBoardEntry): what shall be selected, and nothing else
 */
void
plenum_card_selection_set (PlenumCardSelection *self, GPtrArray *entries)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GList) before = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (wanted, entries->pdata[i]);
  before = g_hash_table_get_keys (self->selected);
  for (GList *entry = before; entry != NULL; entry = entry->next)
    if (!g_hash_table_contains (wanted, entry->data))
      changed |= set_selected (self, entry->data, FALSE);
  for (guint i = 0; i < entries->len; i++)
    changed |= set_selected (self, entries->pdata[i], TRUE);

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
plenum_card_selection_select_none (PlenumCardSelection *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  plenum_card_selection_set (self, nothing);
}

void
plenum_card_selection_select_only (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  g_ptr_array_add (one, entry);
  plenum_card_selection_set (self, one);
  g_set_object (&self->anchor, entry);
}

/**
 * plenum_card_selection_extend:
 *
 * Selects all from the one that was selected last to @entry, as they stand in
 * their area, or else @entry too.
 */
void
plenum_card_selection_extend (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumBoardArea *area;
  int from, to;

  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  area = entry->area;
  to = area != NULL ? plenum_board_area_find (area, entry) : -1;
  from = to >= 0 && self->anchor != NULL ? plenum_board_area_find (area, self->anchor) : -1;
  if (from < 0)
    {
      plenum_card_selection_select (self, entry, TRUE);
      return;
    }

  for (int i = MIN (from, to); i <= MAX (from, to); i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (area), i));
  plenum_card_selection_set (self, entries);
}

/* For the model: a card that has gone is neither selected nor the current one. */
void
plenum_card_selection_forget (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_CARD_SELECTION (self));

  plenum_card_selection_select (self, entry, FALSE);
  if (self->current == entry)
    g_clear_object (&self->current);
  if (self->anchor == entry)
    g_clear_object (&self->anchor);
}

static void
list_selected (gpointer data, gpointer user_data)
{
  PlenumBoardEntry *entry = data;
  PlenumBoardEntry *stack = entry->stack;

  /* Its stack stands for it. */
  if (entry->selected && !(stack != NULL && stack->selected))
    g_ptr_array_add (user_data, g_object_ref (entry));
}

/**
 * plenum_card_selection_list:
 * @entry: (nullable): what was clicked or dragged or has the focus, or %NULL for
 *   nothing in particular
 *
 * Returns: (transfer full) (element-type PlenumBoardEntry): all that is selected,
 *   from left to right and top to bottom, if @entry is or is %NULL; else @entry
 *   alone. A selected stack stands for its cards.
 */
GPtrArray *
plenum_card_selection_list (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (PLENUM_IS_CARD_SELECTION (self), entries);

  if (entry != NULL && !entry->selected && !(entry->stack != NULL && entry->stack->selected))
    {
      g_ptr_array_add (entries, g_object_ref (entry));
      return entries;
    }

  for (guint i = 0; i < g_list_model_get_n_items (self->areas); i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (self->areas, i);

      plenum_board_area_foreach (area, list_selected, entries);
    }

  return entries;
}

/**
 * plenum_card_selection_list_cards:
 *
 * As plenum_card_selection_list(), but with the cards of stacks instead of them.
 *
 * Returns: (transfer full) (element-type PlenumBoardEntry): cards
 */
GPtrArray *
plenum_card_selection_list_cards (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) entries = plenum_card_selection_list (self, entry);
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      if (plenum_board_entry_is_stack (entries->pdata[i]))
        {
          g_autoptr (GPtrArray) inside = plenum_board_entry_list_cards (entries->pdata[i]);

          for (guint k = 0; k < inside->len; k++)
            g_ptr_array_add (cards, g_object_ref (inside->pdata[k]));
        }
      else
        g_ptr_array_add (cards, g_object_ref (entries->pdata[i]));
    }

  return cards;
}

static char **
dup_ids (GPtrArray *entries)
{
  char **ids = g_new0 (char *, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    ids[i] = g_strdup (plenum_board_entry_get_id (entries->pdata[i]));

  return ids;
}

/**
 * plenum_card_selection_dup_ids:
 *
 * Returns: (transfer full): the ids of what plenum_card_selection_list() lists
 */
char **
plenum_card_selection_dup_ids (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) entries = plenum_card_selection_list (self, entry);

  return dup_ids (entries);
}

/**
 * plenum_card_selection_dup_card_ids:
 *
 * Returns: (transfer full): the ids of what plenum_card_selection_list_cards() lists
 */
char **
plenum_card_selection_dup_card_ids (PlenumCardSelection *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) cards = plenum_card_selection_list_cards (self, entry);

  return dup_ids (cards);
}
