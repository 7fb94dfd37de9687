/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's workshops as lines under headings, filtered, sorted and live.
 * A line stays the same object as long as its workshop is listed. */
#include "plenum-workshop-list.h"

#include "plenum-change.h"
#include "plenum-fold.h"

struct _PlenumWorkshopList
{
  GObject        parent_instance;

  PlenumLibrary *library;  /* nullable: the lines are fixed */
  GHashTable    *items;    /* of PlenumWorkshopItem, by the workshop's id */
  GPtrArray     *rows;     /* of PlenumWorkshopItem: what is listed now */
  GPtrArray     *headings; /* of PlenumWorkshopItem, by section */
  char          *query;
  PlenumSection  section;  /* only this one, or PLENUM_N_SECTIONS for all */
  guint          counts[PLENUM_N_SECTIONS];
  guint          asking : 1;
  guint          again : 1; /* something changed since it asked */
  guint          loaded : 1;
};

enum { PROP_0, PROP_LOADED, N_PROPS };
enum { REFRESHED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
plenum_workshop_list_get_item_type (GListModel *model)
{
  return PLENUM_TYPE_WORKSHOP_ITEM;
}

static guint
plenum_workshop_list_get_n_items (GListModel *model)
{
  return PLENUM_WORKSHOP_LIST (model)->rows->len;
}

static gpointer
plenum_workshop_list_get_item (GListModel *model, guint position)
{
  PlenumWorkshopList *self = PLENUM_WORKSHOP_LIST (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plenum_workshop_list_get_item_type;
  iface->get_n_items = plenum_workshop_list_get_n_items;
  iface->get_item = plenum_workshop_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumWorkshopList, plenum_workshop_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_listed (PlenumWorkshopList *self, PlenumWorkshopItem *item)
{
  static const guint fields[] = {
    PLENUM_WORKSHOP_TITLE, PLENUM_WORKSHOP_QUESTION, PLENUM_WORKSHOP_PLACE, PLENUM_WORKSHOP_ORGANISATION,
  };
  PlenumRecord *workshop = plenum_workshop_item_get_workshop (item);
  PlenumSection section = plenum_workshop_item_get_section (item);

  /* Who searches means everything; who looks means what is not put away. */
  if (self->section != PLENUM_N_SECTIONS ? section != self->section
                                         : section == PLENUM_SECTION_ARCHIVED && self->query == NULL)
    return FALSE;
  if (self->query == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = plenum_record_get_text (workshop, fields[i]);

      if (text != NULL && plenum_fold_contains (text, self->query))
        return TRUE;
    }

  return FALSE;
}

/* What comes next first; of what is over, the latest first. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  PlenumWorkshopItem *first = *(PlenumWorkshopItem * const *) a;
  PlenumWorkshopItem *second = *(PlenumWorkshopItem * const *) b;
  PlenumSection section = plenum_workshop_item_get_section (first);
  PlenumRecord *one, *two;
  const char *date, *other;
  int order;

  if (section != plenum_workshop_item_get_section (second))
    return section < plenum_workshop_item_get_section (second) ? -1 : 1;

  one = plenum_workshop_item_get_workshop (first);
  two = plenum_workshop_item_get_workshop (second);
  date = plenum_record_get_text (one, PLENUM_WORKSHOP_DATE);
  other = plenum_record_get_text (two, PLENUM_WORKSHOP_DATE);
  if ((date == NULL) != (other == NULL))
    return date == NULL ? 1 : -1;

  order = g_strcmp0 (date, other);
  if (section >= PLENUM_SECTION_FINISHED)
    order = -order;
  if (order == 0)
    order = g_utf8_collate (plenum_record_get_text (one, PLENUM_WORKSHOP_TITLE),
                            plenum_record_get_text (two, PLENUM_WORKSHOP_TITLE));

  return order != 0 ? order : g_strcmp0 (plenum_record_get_id (one), plenum_record_get_id (two));
}

static GPtrArray *
list_rows (PlenumWorkshopList *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (is_listed (self, item))
      g_ptr_array_add (sorted, item);
  g_ptr_array_sort (sorted, compare_rows);

  for (guint i = 0; i < sorted->len; i++)
    {
      PlenumSection section = plenum_workshop_item_get_section (sorted->pdata[i]);
      gboolean first = i == 0 || plenum_workshop_item_get_section (sorted->pdata[i - 1]) != section;
      gboolean last = i + 1 == sorted->len
                      || plenum_workshop_item_get_section (sorted->pdata[i + 1]) != section;

      if (first)
        g_ptr_array_add (rows, g_object_ref (self->headings->pdata[section]));
      if (plenum_workshop_item_set_place (sorted->pdata[i], first, last))
        plenum_workshop_item_tell (sorted->pdata[i]);
      g_ptr_array_add (rows, g_object_ref (sorted->pdata[i]));
    }

  return rows;
}

/* Says only what differs, so that the rows in view and the focus stay. */
static void
list_again (PlenumWorkshopList *self)
{
  g_autoptr (GPtrArray) old = self->rows;
  GPtrArray *rows = list_rows (self);
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < rows->len && old->pdata[start] == rows->pdata[start])
    start++;
  while (end < old->len - start && end < rows->len - start
         && old->pdata[old->len - 1 - end] == rows->pdata[rows->len - 1 - end])
    end++;

  self->rows = rows;
  if (old->len - start - end > 0 || rows->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, rows->len - start - end);
}

static void
take_summaries (PlenumWorkshopList *self, GPtrArray *summaries)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < summaries->len; i++)
    {
      PlenumSummary *summary = summaries->pdata[i];
      const char *id = plenum_record_get_id (summary->workshop);
      PlenumWorkshopItem *item = g_hash_table_lookup (self->items, id);

      if (item != NULL)
        {
          plenum_workshop_item_update (g_object_ref (item), summary);
          plenum_workshop_item_tell (item);
        }
      else
        {
          item = plenum_workshop_item_new (summary);
        }
      self->counts[plenum_workshop_item_get_section (item)]++;
      g_hash_table_insert (items, g_strdup (id), item);
    }

  g_clear_pointer (&self->items, g_hash_table_unref);
  self->items = g_steal_pointer (&items);
  list_again (self);
  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  g_signal_emit (self, signals[REFRESHED], 0);
}

/* On the library's thread. */
static gpointer
query_summaries (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list_summaries (store, error);
}

static void ask (PlenumWorkshopList *self);

static void
summaries_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumWorkshopList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  self->asking = FALSE;
  if (summaries != NULL)
    take_summaries (self, summaries);
  else
    g_warning ("The list of workshops cannot be read: %s", error->message);
  if (self->again)
    ask (self);
}

static void
ask (PlenumWorkshopList *self)
{
  self->again = self->asking;
  if (self->asking)
    return;

  self->asking = TRUE;
  plenum_library_query_async (self->library, query_summaries, NULL, NULL,
                              (GDestroyNotify) g_ptr_array_unref, NULL, summaries_cb, g_object_ref (self));
}

static void
changed_cb (PlenumWorkshopList *self, PlenumChanges *changes)
{
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_WORKSHOP)
      || plenum_changes_touch (changes, PLENUM_IDEA) || plenum_changes_touch (changes, PLENUM_PARTICIPANT)
      || plenum_changes_touch (changes, PLENUM_POLL))
    ask (self);
}

static void
plenum_workshop_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, PLENUM_WORKSHOP_LIST (object)->loaded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_workshop_list_finalize (GObject *object)
{
  PlenumWorkshopList *self = PLENUM_WORKSHOP_LIST (object);

  g_clear_object (&self->library);
  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->headings);
  g_free (self->query);

  G_OBJECT_CLASS (plenum_workshop_list_parent_class)->finalize (object);
}

static void
plenum_workshop_list_class_init (PlenumWorkshopListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plenum_workshop_list_finalize;
  object_class->get_property = plenum_workshop_list_get_property;

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlenumWorkshopList::refreshed:
   *
   * The library was read again, so that the counts may be different.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_workshop_list_init (PlenumWorkshopList *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
  self->section = PLENUM_N_SECTIONS;
  for (guint i = 0; i < PLENUM_N_SECTIONS; i++)
    g_ptr_array_add (self->headings, plenum_workshop_item_new_heading (i));
}

/**
 * plenum_workshop_list_new:
 * @library: an open library
 *
 * Returns: (transfer full): its workshops, which come as soon as they are read
 */
PlenumWorkshopList *
plenum_workshop_list_new (PlenumLibrary *library)
{
  PlenumWorkshopList *self = g_object_new (PLENUM_TYPE_WORKSHOP_LIST, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/**
 * plenum_workshop_list_new_fixed:
 * @summaries: (element-type PlenumSummary) (transfer none): the workshops
 *
 * Returns: (transfer full): a list that follows no library
 */
PlenumWorkshopList *
plenum_workshop_list_new_fixed (GPtrArray *summaries)
{
  PlenumWorkshopList *self = g_object_new (PLENUM_TYPE_WORKSHOP_LIST, NULL);

  take_summaries (self, summaries);

  return self;
}

/**
 * plenum_workshop_list_set_query:
 * @query: (nullable): only workshops that contain this in their title, question,
 *   place or organisation, archived ones too
 */
void
plenum_workshop_list_set_query (PlenumWorkshopList *self, const char *query)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_LIST (self));

  if (query != NULL && *query == '\0')
    query = NULL;
  if (g_strcmp0 (self->query, query) == 0)
    return;

  g_free (self->query);
  self->query = g_strdup (query);
  list_again (self);
}

/**
 * plenum_workshop_list_get_query:
 *
 * Returns: (transfer none) (nullable): what is searched for
 */
const char *
plenum_workshop_list_get_query (PlenumWorkshopList *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_LIST (self), NULL);

  return self->query;
}

/**
 * plenum_workshop_list_set_section:
 * @section: only this one, or %PLENUM_N_SECTIONS for all but the archived
 */
void
plenum_workshop_list_set_section (PlenumWorkshopList *self, PlenumSection section)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_LIST (self));

  if (self->section == section)
    return;

  self->section = section;
  list_again (self);
}

PlenumSection
plenum_workshop_list_get_section (PlenumWorkshopList *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_LIST (self), PLENUM_N_SECTIONS);

  return self->section;
}

/**
 * plenum_workshop_list_get_loaded:
 *
 * Returns: whether the library has been read, so that an empty list is one
 */
gboolean
plenum_workshop_list_get_loaded (PlenumWorkshopList *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_LIST (self), FALSE);

  return self->loaded;
}

/**
 * plenum_workshop_list_count:
 * @section: one of them, or %PLENUM_N_SECTIONS for all but the archived
 *
 * Returns: how many workshops the library has there, whatever is searched for
 */
guint
plenum_workshop_list_count (PlenumWorkshopList *self, PlenumSection section)
{
  guint count = 0;

  g_return_val_if_fail (PLENUM_IS_WORKSHOP_LIST (self), 0);

  if (section < PLENUM_N_SECTIONS)
    return self->counts[section];
  for (guint i = 0; i < PLENUM_SECTION_ARCHIVED; i++)
    count += self->counts[i];

  return count;
}
