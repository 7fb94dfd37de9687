/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list by what they refer to: the tags of an idea, the cards of a
 * theme. Tells for which key something is different, also when a row has gone,
 * which the list itself cannot say. */
#include "plenum-record-index.h"

struct _PlenumRecordIndex
{
  GObject           parent_instance;

  PlenumRecordList *list;
  int               field; /* that holds the key, or -1: the row's own id */
  GPtrArray        *rows;  /* of Row, in the order of the list */
  GHashTable       *keys;  /* key → GPtrArray of PlenumRecord */
};

/* What a row was when it was last looked at: the record itself changes in place. */
typedef struct
{
  PlenumRecord *record;
  char         *key; /* nullable */
} Row;

enum { TOUCHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumRecordIndex, plenum_record_index, G_TYPE_OBJECT)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->record);
  g_free (row->key);
  g_free (row);
}

static Row *
add_row (PlenumRecordIndex *self, PlenumRecord *record)
{
  Row *row = g_new0 (Row, 1);
  GPtrArray *records;

  row->record = record;
  row->key = g_strdup (self->field < 0 ? plenum_record_get_id (record) : plenum_record_get_text (record, self->field));
  if (row->key == NULL)
    return row;

  records = g_hash_table_lookup (self->keys, row->key);
  if (records == NULL)
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->keys, g_strdup (row->key), records);
    }
  g_ptr_array_add (records, g_object_ref (record));

  return row;
}

static void
forget_row (PlenumRecordIndex *self, Row *row)
{
  GPtrArray *records = row->key != NULL ? g_hash_table_lookup (self->keys, row->key) : NULL;

  if (records == NULL)
    return;

  g_ptr_array_remove (records, row->record);
  if (records->len == 0)
    g_hash_table_remove (self->keys, row->key);
}

static void
tell_touched (PlenumRecordIndex *self, GHashTable *touched)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_signal_emit (self, signals[TOUCHED], 0, key);
}

/* Rows that have other values stay where they are: no other row is looked at. */
static void
replace_rows (PlenumRecordIndex *self, GListModel *list, guint position, guint n, GHashTable *touched)
{
  for (guint i = position; i < position + n; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      forget_row (self, row);
      if (row->key != NULL)
        g_hash_table_add (touched, g_strdup (row->key));
      row_free (row);
      row = add_row (self, g_list_model_get_item (list, i));
      g_ptr_array_index (self->rows, i) = row;
      if (row->key != NULL)
        g_hash_table_add (touched, g_strdup (row->key));
    }
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, PlenumRecordIndex *self)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *tail = NULL;

  if (removed == added)
    {
      replace_rows (self, list, position, added, touched);
      tell_touched (self, touched);
      return;
    }

  for (guint i = position; i < position + removed; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      forget_row (self, row);
      if (row->key != NULL)
        g_hash_table_add (touched, g_strdup (row->key));
    }
  if (removed > 0)
    g_ptr_array_remove_range (self->rows, position, removed);

  /* The rows behind are moved once, not once for each row that comes. */
  tail = g_ptr_array_sized_new (self->rows->len - position);
  for (guint i = position; i < self->rows->len; i++)
    g_ptr_array_add (tail, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_free_func (self->rows, NULL);
  g_ptr_array_set_size (self->rows, position);
  g_ptr_array_set_free_func (self->rows, row_free);

  for (guint i = 0; i < added; i++)
    {
      Row *row = add_row (self, g_list_model_get_item (list, position + i));

      g_ptr_array_add (self->rows, row);
      if (row->key != NULL)
        g_hash_table_add (touched, g_strdup (row->key));
    }
  g_ptr_array_extend_and_steal (self->rows, tail);
  tell_touched (self, touched);
}

static void
plenum_record_index_finalize (GObject *object)
{
  PlenumRecordIndex *self = PLENUM_RECORD_INDEX (object);

  g_signal_handlers_disconnect_by_data (self->list, self);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->keys);
  g_object_unref (self->list);

  G_OBJECT_CLASS (plenum_record_index_parent_class)->finalize (object);
}

static void
plenum_record_index_class_init (PlenumRecordIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_record_index_finalize;

  /**
   * PlenumRecordIndex::touched:
   * @key: the key for which rows came, went or have other values
   */
  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plenum_record_index_init (PlenumRecordIndex *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * plenum_record_index_new:
 * @list: the rows
 * @field: the field that holds the key, or -1 for the row's own id
 *
 * Returns: (transfer full): the index, which follows @list
 */
PlenumRecordIndex *
plenum_record_index_new (PlenumRecordList *list, int field)
{
  PlenumRecordIndex *self = g_object_new (PLENUM_TYPE_RECORD_INDEX, NULL);

  self->list = g_object_ref (list);
  self->field = field;
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (G_LIST_MODEL (list), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), self);

  return self;
}

/**
 * plenum_record_index_find:
 *
 * Returns: (transfer none) (nullable) (element-type PlenumRecord): the rows with
 *   that key, in no particular order, or %NULL if there are none
 */
GPtrArray *
plenum_record_index_find (PlenumRecordIndex *self, const char *key)
{
  g_return_val_if_fail (PLENUM_IS_RECORD_INDEX (self), NULL);

  return key != NULL ? g_hash_table_lookup (self->keys, key) : NULL;
}
