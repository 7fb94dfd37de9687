/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a workshop that two people wrote at once, followed as the library changes. */
#include "plenum-conflict-list.h"

struct _PlenumConflictList
{
  GObject              parent_instance;

  PlenumWorkshopModel *model;
  GPtrArray           *conflicts; /* of PlenumConflict */
  GCancellable        *asked;     /* the newest question, which alone is answered */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumConflictList, plenum_conflict_list, G_TYPE_OBJECT)

/* A #PlenumQueryFunc. */
static gpointer
query (PlenumStore *store, gpointer workshop, GCancellable *cancellable, GError **error)
{
  return plenum_store_list_conflicts (store, workshop, error);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!plenum_conflict_is_same (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumConflictList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (conflicts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("%s", error->message);
      return;
    }
  if (are_same (self->conflicts, conflicts))
    return;

  g_ptr_array_unref (self->conflicts);
  self->conflicts = g_steal_pointer (&conflicts);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (PlenumConflictList *self)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  self->asked = g_cancellable_new ();
  plenum_library_query_async (plenum_workshop_model_get_library (self->model), query,
                              g_strdup (plenum_workshop_model_get_id (self->model)), g_free,
                              (GDestroyNotify) g_ptr_array_unref, self->asked, answered_cb, g_object_ref (self));
}

static void
plenum_conflict_list_dispose (GObject *object)
{
  PlenumConflictList *self = PLENUM_CONFLICT_LIST (object);

  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  g_clear_object (&self->model);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (plenum_conflict_list_parent_class)->dispose (object);
}

static void
plenum_conflict_list_class_init (PlenumConflictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_conflict_list_dispose;

  /**
   * PlenumConflictList::changed:
   *
   * There are others, or what is there now is another text.
   */
  signals[CHANGED] = g_signal_new ("changed", PLENUM_TYPE_CONFLICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
plenum_conflict_list_init (PlenumConflictList *self)
{
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_conflict_unref);
}

/**
 * plenum_conflict_list_new:
 * @model: the workshop
 *
 * Returns: (transfer full): a list that is empty until it was read
 */
PlenumConflictList *
plenum_conflict_list_new (PlenumWorkshopModel *model)
{
  PlenumConflictList *self = g_object_new (PLENUM_TYPE_CONFLICT_LIST, NULL);

  self->model = g_object_ref (model);
  /* Which changes came with an import nobody can tell; where there is nothing, asking costs nothing. */
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/**
 * plenum_conflict_list_get_model:
 *
 * Returns: (transfer none): the workshop
 */
PlenumWorkshopModel *
plenum_conflict_list_get_model (PlenumConflictList *self)
{
  g_return_val_if_fail (PLENUM_IS_CONFLICT_LIST (self), NULL);

  return self->model;
}

/**
 * plenum_conflict_list_get:
 *
 * Returns: (transfer none) (element-type PlenumConflict): what nobody has settled yet
 */
GPtrArray *
plenum_conflict_list_get (PlenumConflictList *self)
{
  g_return_val_if_fail (PLENUM_IS_CONFLICT_LIST (self), NULL);

  return self->conflicts;
}
