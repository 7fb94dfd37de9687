/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one type as a list model, in their order, kept up to date by the
 * library's announcements. Knows no widget; lives on the main thread. */
#include "plenum-record-list.h"

#include <string.h>

struct _PlenumRecordList
{
  GObject           parent_instance;

  PlenumLibrary    *library;
  PlenumRecordType  type;
  char             *workshop; /* nullable: rows of the whole library */
  int               position; /* the field that orders, or -1: by id */
  GSequence        *rows;     /* of PlenumRecord */
  GHashTable       *by_id;    /* id → GSequenceIter */
  GCancellable     *cancellable;
  guint             loaded : 1;
};

enum { PROP_0, PROP_LOADED, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumRecordList, plenum_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PLENUM_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return g_sequence_get_length (PLENUM_RECORD_LIST (model)->rows);
}

static gpointer
get_item (GListModel *model, guint position)
{
  PlenumRecordList *self = PLENUM_RECORD_LIST (model);
  GSequenceIter *iter = g_sequence_get_iter_at_pos (self->rows, position);

  return g_sequence_iter_is_end (iter) ? NULL : g_object_ref (g_sequence_get (iter));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  PlenumRecordList *self = user_data;
  PlenumRecord *left = (PlenumRecord *) a, *right = (PlenumRecord *) b;
  int order = 0;

  if (self->position >= 0)
    order = g_strcmp0 (plenum_record_get_text (left, self->position), plenum_record_get_text (right, self->position));

  return order != 0 ? order : strcmp (plenum_record_get_id (left), plenum_record_get_id (right));
}

static gboolean
belongs_here (PlenumRecordList *self, PlenumRecord *record)
{
  if (record == NULL)
    return FALSE;

  return self->workshop == NULL
         || g_strcmp0 (plenum_record_get_text (record, 0), self->workshop) == 0;
}

static void
insert (PlenumRecordList *self, PlenumRecord *shared)
{
  PlenumRecord *record = plenum_record_copy (shared, plenum_record_get_id (shared));
  GSequenceIter *iter = g_sequence_insert_sorted (self->rows, record, compare_rows, self);

  g_hash_table_insert (self->by_id, (gpointer) plenum_record_get_id (record), iter);
  g_list_model_items_changed (G_LIST_MODEL (self), g_sequence_iter_get_position (iter), 0, 1);
}

static void
drop (PlenumRecordList *self, GSequenceIter *iter)
{
  guint position = g_sequence_iter_get_position (iter);
  g_autoptr (PlenumRecord) record = g_object_ref (g_sequence_get (iter));

  g_hash_table_remove (self->by_id, plenum_record_get_id (record));
  g_sequence_remove (iter);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* The object stays the same, so that a widget which shows it can stay as well. */
static void
update (PlenumRecordList *self, GSequenceIter *iter, PlenumRecord *shared)
{
  PlenumRecord *record = g_sequence_get (iter);
  guint position = g_sequence_iter_get_position (iter);
  gboolean moves = compare_rows (record, shared, self) != 0;

  plenum_record_take_values (record, shared);
  if (moves)
    {
      g_object_ref (record);
      g_sequence_remove (iter);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
      iter = g_sequence_insert_sorted (self->rows, record, compare_rows, self);
      g_hash_table_insert (self->by_id, (gpointer) plenum_record_get_id (record), iter);
      g_list_model_items_changed (G_LIST_MODEL (self), g_sequence_iter_get_position (iter), 0, 1);
    }
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

/* What the store's thread needs to know; the list itself stays on its own. */
typedef struct
{
  PlenumRecordType  type;
  char             *workshop;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->workshop);
  g_free (query);
}

static gpointer
load_func (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Query *query = data;

  return plenum_store_list (store, query->type, query->workshop != NULL ? 0 : -1, query->workshop, error);
}

static void
load_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumRecordList *self = user_data;
  guint before;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (records == NULL)
    {
      g_warning ("Reading the library failed: %s", error->message);
      return;
    }

  before = g_sequence_get_length (self->rows);
  g_hash_table_remove_all (self->by_id);
  g_sequence_remove_range (g_sequence_get_begin_iter (self->rows), g_sequence_get_end_iter (self->rows));
  for (guint i = 0; i < records->len; i++)
    {
      PlenumRecord *record = g_object_ref (records->pdata[i]);

      g_hash_table_insert (self->by_id, (gpointer) plenum_record_get_id (record), g_sequence_append (self->rows, record));
    }
  g_sequence_sort (self->rows, compare_rows, self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, records->len);

  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
}

static void
load (PlenumRecordList *self)
{
  Query *query = g_new0 (Query, 1);

  query->type = self->type;
  query->workshop = g_strdup (self->workshop);
  plenum_library_query_async (self->library, load_func, query, query_free,
                              (GDestroyNotify) g_ptr_array_unref, self->cancellable, load_done_cb, self);
}

static void
changed_cb (PlenumLibrary *library, PlenumChanges *changes, gpointer user_data)
{
  PlenumRecordList *self = user_data;

  if (plenum_changes_get_everything (changes))
    {
      load (self);
      return;
    }

  /* Before the first reading is done it will see these changes by itself. */
  for (guint i = 0; self->loaded && i < plenum_changes_get_length (changes); i++)
    {
      const PlenumChange *change = plenum_changes_get (changes, i);
      GSequenceIter *iter;

      if (change->type != self->type)
        continue;

      iter = g_hash_table_lookup (self->by_id, change->id);
      if (iter != NULL && belongs_here (self, change->record))
        update (self, iter, change->record);
      else if (iter != NULL)
        drop (self, iter);
      else if (belongs_here (self, change->record))
        insert (self, change->record);
    }
}

static void
plenum_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, PLENUM_RECORD_LIST (object)->loaded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_record_list_finalize (GObject *object)
{
  PlenumRecordList *self = PLENUM_RECORD_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->by_id);
  g_sequence_free (self->rows);
  g_clear_object (&self->library);
  g_free (self->workshop);

  G_OBJECT_CLASS (plenum_record_list_parent_class)->finalize (object);
}

static void
plenum_record_list_class_init (PlenumRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plenum_record_list_finalize;
  object_class->get_property = plenum_record_list_get_property;

  /**
   * PlenumRecordList:loaded:
   *
   * Whether the rows have been read. Until then the list is empty.
   */
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plenum_record_list_init (PlenumRecordList *self)
{
  self->rows = g_sequence_new (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_record_list_new:
 * @library: where to read
 * @type: what
 * @workshop: (nullable): the workshop whose rows, or %NULL for all
 *
 * Returns: (transfer full): a list that fills itself soon, and stays up to date
 */
PlenumRecordList *
plenum_record_list_new (PlenumLibrary *library, PlenumRecordType type, const char *workshop)
{
  PlenumRecordList *self = g_object_new (PLENUM_TYPE_RECORD_LIST, NULL);

  g_return_val_if_fail (type != PLENUM_WORKSHOP || workshop == NULL, NULL);

  self->library = g_object_ref (library);
  self->type = type;
  self->workshop = g_strdup (workshop);
  self->position = plenum_type_find_field (type, "position");
  g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, 0);
  load (self);

  return self;
}

gboolean
plenum_record_list_get_loaded (PlenumRecordList *self)
{
  g_return_val_if_fail (PLENUM_IS_RECORD_LIST (self), FALSE);

  return self->loaded;
}

/**
 * plenum_record_list_lookup:
 *
 * Returns: (transfer none) (nullable): the row with that id, if it is here
 */
PlenumRecord *
plenum_record_list_lookup (PlenumRecordList *self, const char *id)
{
  GSequenceIter *iter;

  g_return_val_if_fail (PLENUM_IS_RECORD_LIST (self), NULL);

  iter = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  return iter != NULL ? g_sequence_get (iter) : NULL;
}
