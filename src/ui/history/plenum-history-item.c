/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the history as a list shows it. */
#include "plenum-history-item.h"

#include <glib/gi18n.h>

struct _PlenumHistoryItem
{
  GObject             parent_instance;

  PlenumHistoryEntry *entry;
  gboolean            first_of_day;
  gboolean            current;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumHistoryItem, plenum_history_item, G_TYPE_OBJECT)

static void
plenum_history_item_finalize (GObject *object)
{
  plenum_history_entry_free (PLENUM_HISTORY_ITEM (object)->entry);

  G_OBJECT_CLASS (plenum_history_item_parent_class)->finalize (object);
}

static void
plenum_history_item_class_init (PlenumHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_history_item_finalize;

  /**
   * PlenumHistoryItem::changed:
   *
   * It was undone or done again, or something was done after it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_history_item_init (PlenumHistoryItem *self)
{
}

/**
 * plenum_history_item_new:
 * @entry: (transfer full): what was done
 * @first_of_day: whether it stands at the top of its day
 * @current: whether it is the last that is done
 */
PlenumHistoryItem *
plenum_history_item_new (PlenumHistoryEntry *entry, gboolean first_of_day, gboolean current)
{
  PlenumHistoryItem *self = g_object_new (PLENUM_TYPE_HISTORY_ITEM, NULL);

  self->entry = entry;
  self->first_of_day = first_of_day;
  self->current = current;

  return self;
}

/**
 * plenum_history_item_get_entry:
 *
 * Returns: (transfer none): what was done
 */
const PlenumHistoryEntry *
plenum_history_item_get_entry (PlenumHistoryItem *self)
{
  g_return_val_if_fail (PLENUM_IS_HISTORY_ITEM (self), NULL);

  return self->entry;
}

/**
 * plenum_history_item_is_first:
 *
 * Returns: whether it stands at the top of its day
 */
gboolean
plenum_history_item_is_first (PlenumHistoryItem *self)
{
  g_return_val_if_fail (PLENUM_IS_HISTORY_ITEM (self), FALSE);

  return self->first_of_day;
}

/**
 * plenum_history_item_is_current:
 *
 * Returns: whether it is the last that is done
 */
gboolean
plenum_history_item_is_current (PlenumHistoryItem *self)
{
  g_return_val_if_fail (PLENUM_IS_HISTORY_ITEM (self), FALSE);

  return self->current;
}

/**
 * plenum_history_item_can_go_to:
 *
 * Returns: whether undo or redo can make it the last that is done
 */
gboolean
plenum_history_item_can_go_to (PlenumHistoryItem *self)
{
  g_return_val_if_fail (PLENUM_IS_HISTORY_ITEM (self), FALSE);

  return !self->current && self->entry->state != PLENUM_HISTORY_ABANDONED;
}

/**
 * plenum_history_item_update:
 * @entry: (transfer full): the same entry as it is now
 */
void
plenum_history_item_update (PlenumHistoryItem *self, PlenumHistoryEntry *entry, gboolean first_of_day, gboolean current)
{
  gboolean same;

  g_return_if_fail (PLENUM_IS_HISTORY_ITEM (self) && entry->id == self->entry->id);

  same = self->entry->state == entry->state && self->first_of_day == first_of_day && self->current == current;
  plenum_history_entry_free (self->entry);
  self->entry = entry;
  self->first_of_day = first_of_day;
  self->current = current;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plenum_history_item_describe:
 * @state: what became of something that was done
 *
 * Returns: (transfer none) (nullable): that in words, or %NULL if it is as it was done
 */
const char *
plenum_history_item_describe (PlenumHistoryState state)
{
  switch (state)
    {
    case PLENUM_HISTORY_UNDONE:
      return _("Undone");
    case PLENUM_HISTORY_ABANDONED:
      return _("Undone for good: something else was done after that");
    case PLENUM_HISTORY_DONE:
    default:
      return NULL;
    }
}
