/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All cards of a synthesis as a list, each with the theme that it is in. Knows no
 * widget; follows the library. */
#include "plenum-synthesis-model-private.h"

enum { CHANGED, DESCRIBED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumSynthesisModel, plenum_synthesis_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PLENUM_TYPE_SYNTHESIS_CARD;
}

static guint
get_n_items (GListModel *model)
{
  return PLENUM_SYNTHESIS_MODEL (model)->cards->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *cards = PLENUM_SYNTHESIS_MODEL (model)->cards;

  return position < cards->len ? g_object_ref (cards->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
count_free (PlenumSynthesisCount *count)
{
  g_free (count->per_source);
  g_free (count);
}

static void
add_to_count (PlenumSynthesisModel *self, const char *theme, PlenumSynthesisCard *card)
{
  PlenumSynthesisCount *count = g_hash_table_lookup (self->counts, theme);
  guint source = plenum_synthesis_card_get_source (card);

  if (count == NULL)
    {
      count = g_new0 (PlenumSynthesisCount, 1);
      count->per_source = g_new0 (guint, MAX (self->n_sources, 1));
      g_hash_table_insert (self->counts, g_strdup (theme), count);
    }
  count->n_cards++;
  count->n_by_hand += plenum_synthesis_card_is_by_hand (card);
  if (source < self->n_sources && count->per_source[source]++ == 0)
    count->n_sources++;
}

static const char *
get_place (PlenumSynthesisCard *card)
{
  const char *theme = plenum_synthesis_card_get_theme (card);

  if (theme != NULL)
    return theme;

  return plenum_synthesis_card_is_decided (card) ? PLENUM_SYNTHESIS_NONE : PLENUM_SYNTHESIS_OPEN;
}

static GHashTable *
map_assignments (PlenumSynthesisModel *self)
{
  GListModel *list = G_LIST_MODEL (self->assignments);
  GHashTable *map = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      PlenumRecord *assignment = g_list_model_get_item (list, i);

      g_hash_table_replace (map, (gpointer) plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_IDEA), assignment);
    }

  return map;
}

/* Says of each card where it is now, and counts. */
static void
place_cards (PlenumSynthesisModel *self)
{
  g_autoptr (GHashTable) assignments = map_assignments (self);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < self->cards->len; i++)
    {
      PlenumSynthesisCard *card = self->cards->pdata[i];
      PlenumRecord *assignment = g_hash_table_lookup (assignments, plenum_synthesis_card_get_id (card));
      const char *theme = self->places != NULL ? g_hash_table_lookup (self->places, plenum_synthesis_card_get_id (card))
                          : assignment != NULL ? plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_THEME) : NULL;
      gboolean by_hand =
        assignment != NULL && g_strcmp0 (plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_ORIGIN), "hand") == 0;

      if (plenum_synthesis_card_set_theme (card, theme, assignment != NULL, by_hand))
        g_ptr_array_add (changed, card);
      add_to_count (self, PLENUM_SYNTHESIS_ALL, card);
      add_to_count (self, get_place (card), card);
    }
  for (guint i = 0; i < changed->len; i++)
    plenum_synthesis_card_tell (changed->pdata[i]);
}

/* Works out anew where the cards are. */
void
plenum_synthesis_model_refresh (PlenumSynthesisModel *self)
{
  place_cards (self);
  g_signal_emit (self, signals[CHANGED], 0);
  plenum_synthesis_model_describe_again (self);
}

void
plenum_synthesis_model_tell_described (PlenumSynthesisModel *self)
{
  g_signal_emit (self, signals[DESCRIBED], 0);
}

static gboolean
refresh_cb (gpointer data)
{
  PlenumSynthesisModel *self = data;

  self->refresh_source = 0;
  plenum_synthesis_model_refresh (self);

  return G_SOURCE_REMOVE;
}

/* A step changes many records; what follows from them is worked out once. */
static void
queue_refresh (PlenumSynthesisModel *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* The same objects for the same cards, so that what is selected stays selected. */
static void
take_cards (PlenumSynthesisModel *self, PlenumSynthesisReading *reading)
{
  g_autoptr (GPtrArray) old = self->cards;
  g_autoptr (GHashTable) by_id = self->by_id;
  guint start = 0, end = 0;

  self->n_sources = reading->n_sources;
  self->cards = g_ptr_array_new_full (reading->cards->len, g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < reading->cards->len; i++)
    {
      PlenumSynthesisCard *card = g_hash_table_lookup (by_id, plenum_synthesis_card_get_id (reading->cards->pdata[i]));
      gboolean changed = card != NULL && plenum_synthesis_card_update (card, reading->cards->pdata[i]);

      g_ptr_array_add (self->cards, g_object_ref (card != NULL ? card : reading->cards->pdata[i]));
      card = self->cards->pdata[i];
      g_hash_table_insert (self->by_id, (gpointer) plenum_synthesis_card_get_id (card), card);
      if (changed)
        plenum_synthesis_card_tell (card);
    }
  self->loaded = TRUE;
  g_clear_object (&self->describer);
  place_cards (self);

  while (start < MIN (old->len, self->cards->len) && old->pdata[start] == self->cards->pdata[start])
    start++;
  while (end < MIN (old->len, self->cards->len) - start
         && old->pdata[old->len - 1 - end] == self->cards->pdata[self->cards->len - 1 - end])
    end++;
  if (old->len - start - end > 0 || self->cards->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, self->cards->len - start - end);
  g_signal_emit (self, signals[CHANGED], 0);
  plenum_synthesis_model_describe_again (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumSynthesisModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumSynthesisReading) reading = plenum_synthesis_reading_finish (PLENUM_LIBRARY (source), result, &error);

  if (reading != NULL)
    take_cards (self, reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The cards of a synthesis cannot be read: %s", error->message);
}

static void
read_again (PlenumSynthesisModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  plenum_synthesis_reading_async (self->library, self->id, self->cancellable, read_cb, g_object_ref (self));
}

static void
library_changed_cb (PlenumSynthesisModel *self, PlenumChanges *changes)
{
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_IDEA)
      || plenum_changes_touch (changes, PLENUM_WORKSHOP) || plenum_changes_touch (changes, PLENUM_SOURCE)
      || plenum_changes_touch (changes, PLENUM_PARTICIPANT))
    read_again (self);
}

static void
plenum_synthesis_model_dispose (GObject *object)
{
  PlenumSynthesisModel *self = PLENUM_SYNTHESIS_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  plenum_synthesis_model_clear_description (self);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->themes);
  g_clear_object (&self->assignments);
  g_clear_object (&self->sources);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_synthesis_model_parent_class)->dispose (object);
}

static void
plenum_synthesis_model_finalize (GObject *object)
{
  PlenumSynthesisModel *self = PLENUM_SYNTHESIS_MODEL (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->cards);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_free (self->id);

  G_OBJECT_CLASS (plenum_synthesis_model_parent_class)->finalize (object);
}

static void
plenum_synthesis_model_class_init (PlenumSynthesisModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plenum_synthesis_model_dispose;
  object_class->finalize = plenum_synthesis_model_finalize;

  /**
   * PlenumSynthesisModel::changed:
   *
   * Themes, or what is in them, are different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlenumSynthesisModel::described:
   *
   * Why the cards are in their themes has been found out anew.
   */
  signals[DESCRIBED] =
    g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_synthesis_model_init (PlenumSynthesisModel *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) count_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_synthesis_model_get_for:
 * @workshop: a synthesis
 *
 * Returns: (transfer none): its cards and themes; the same for all who ask
 */
PlenumSynthesisModel *
plenum_synthesis_model_get_for (PlenumWorkshopModel *workshop)
{
  static const struct { PlenumRecordType type; gsize offset; } lists[] = {
    { PLENUM_THEME, G_STRUCT_OFFSET (PlenumSynthesisModel, themes) },
    { PLENUM_ASSIGNMENT, G_STRUCT_OFFSET (PlenumSynthesisModel, assignments) },
    { PLENUM_SOURCE, G_STRUCT_OFFSET (PlenumSynthesisModel, sources) },
  };
  PlenumSynthesisModel *self = g_object_get_data (G_OBJECT (workshop), "plenum-synthesis");

  if (self != NULL)
    return self;

  self = g_object_new (PLENUM_TYPE_SYNTHESIS_MODEL, NULL);
  g_object_set_data_full (G_OBJECT (workshop), "plenum-synthesis", self, g_object_unref);
  self->library = g_object_ref (plenum_workshop_model_get_library (workshop));
  self->id = g_strdup (plenum_workshop_model_get_id (workshop));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      PlenumRecordList *list = plenum_workshop_model_get_list (workshop, lists[i].type);

      G_STRUCT_MEMBER (PlenumRecordList *, self, lists[i].offset) = g_object_ref (list);
      g_signal_connect_object (list, "items-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  read_again (self);

  return self;
}

/**
 * plenum_synthesis_model_get_library:
 *
 * Returns: (transfer none): what it is read from
 */
PlenumLibrary *
plenum_synthesis_model_get_library (PlenumSynthesisModel *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  return self->library;
}

/**
 * plenum_synthesis_model_get_id:
 *
 * Returns: (transfer none): the id of the synthesis
 */
const char *
plenum_synthesis_model_get_id (PlenumSynthesisModel *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  return self->id;
}

/**
 * plenum_synthesis_model_get_loaded:
 *
 * Returns: whether the cards have been read, so that none means that there are none
 */
gboolean
plenum_synthesis_model_get_loaded (PlenumSynthesisModel *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), FALSE);

  return self->loaded;
}

/**
 * plenum_synthesis_model_find:
 *
 * Returns: (transfer none) (nullable): the card with that id
 */
PlenumSynthesisCard *
plenum_synthesis_model_find (PlenumSynthesisModel *self, const char *idea)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  return g_hash_table_lookup (self->by_id, idea);
}

/**
 * plenum_synthesis_model_is_in:
 * @theme: the id of a theme, or one of the words that stand for one
 *
 * Returns: whether the card is read there
 */
gboolean
plenum_synthesis_model_is_in (PlenumSynthesisModel *self, PlenumSynthesisCard *card, const char *theme)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), FALSE);

  return g_str_equal (theme, PLENUM_SYNTHESIS_ALL) || g_str_equal (theme, get_place (card));
}

/**
 * plenum_synthesis_model_count:
 * @theme: the id of a theme, or one of the words that stand for one
 * @count: (out caller-allocates): how many cards are in it; holds until the next change
 */
void
plenum_synthesis_model_count (PlenumSynthesisModel *self, const char *theme, PlenumSynthesisCount *count)
{
  const PlenumSynthesisCount *found;

  g_return_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self));

  found = g_hash_table_lookup (self->counts, theme);
  *count = found != NULL ? *found : (PlenumSynthesisCount) { 0 };
}

/**
 * plenum_synthesis_model_get_n_sources:
 *
 * Returns: how many workshops are read, of those that are in the library
 */
guint
plenum_synthesis_model_get_n_sources (PlenumSynthesisModel *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), 0);

  return self->n_sources;
}
