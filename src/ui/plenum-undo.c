/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What undo and redo would do next, in the workshop that is open or in the whole
 * library, followed as the library changes. */
#include "plenum-undo.h"

#include "plenum-history.h"

struct _PlenumUndo
{
  GObject        parent_instance;

  PlenumLibrary *library;
  char          *workshop; /* nullable: the whole library */
  GCancellable  *asked;    /* the newest question, which alone is answered */
  char          *undo_label;
  char          *redo_label;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumUndo, plenum_undo, G_TYPE_OBJECT)

/* On the library's thread. */
static gpointer
query_labels (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *workshop = data;
  char **labels = g_new0 (char *, 2);

  labels[0] = plenum_store_get_undo_label (store, workshop);
  labels[1] = plenum_store_get_redo_label (store, workshop);

  return labels;
}

static void
free_labels (gpointer data)
{
  char **labels = data;

  g_free (labels[0]);
  g_free (labels[1]);
  g_free (labels);
}

static void
labels_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumUndo) self = user_data;
  g_autoptr (GError) error = NULL;
  char **labels = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (labels == NULL)
    return;

  if (g_strcmp0 (labels[0], self->undo_label) != 0 || g_strcmp0 (labels[1], self->redo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_strdup (labels[0]);
      g_free (self->redo_label);
      self->redo_label = g_strdup (labels[1]);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  free_labels (labels);
}

static void
ask (PlenumUndo *self)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  self->asked = g_cancellable_new ();
  plenum_library_query_async (self->library, query_labels, g_strdup (self->workshop), g_free,
                              free_labels, self->asked, labels_cb, g_object_ref (self));
}

static void
plenum_undo_finalize (GObject *object)
{
  PlenumUndo *self = PLENUM_UNDO (object);

  g_clear_object (&self->library);
  g_clear_object (&self->asked);
  g_free (self->workshop);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (plenum_undo_parent_class)->finalize (object);
}

static void
plenum_undo_class_init (PlenumUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_undo_finalize;

  /**
   * PlenumUndo::changed:
   *
   * What can be undone or redone has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_undo_init (PlenumUndo *self)
{
}

/**
 * plenum_undo_new:
 * @library: an open library
 *
 * Returns: (transfer full): what can be undone in the whole @library
 */
PlenumUndo *
plenum_undo_new (PlenumLibrary *library)
{
  PlenumUndo *self = g_object_new (PLENUM_TYPE_UNDO, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/**
 * plenum_undo_set_workshop:
 * @workshop: (nullable): a workshop's id, or %NULL for the whole library
 */
void
plenum_undo_set_workshop (PlenumUndo *self, const char *workshop)
{
  g_return_if_fail (PLENUM_IS_UNDO (self));

  if (g_strcmp0 (self->workshop, workshop) == 0)
    return;

  g_free (self->workshop);
  self->workshop = g_strdup (workshop);
  ask (self);
}

/**
 * plenum_undo_get_workshop:
 *
 * Returns: (transfer none) (nullable): the workshop's id, or %NULL for the whole library
 */
const char *
plenum_undo_get_workshop (PlenumUndo *self)
{
  g_return_val_if_fail (PLENUM_IS_UNDO (self), NULL);

  return self->workshop;
}

/**
 * plenum_undo_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back, or %NULL if
 *   there is nothing
 */
const char *
plenum_undo_get_undo_label (PlenumUndo *self)
{
  g_return_val_if_fail (PLENUM_IS_UNDO (self), NULL);

  return self->undo_label;
}

/**
 * plenum_undo_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what redo would do again, or %NULL if
 *   there is nothing
 */
const char *
plenum_undo_get_redo_label (PlenumUndo *self)
{
  g_return_val_if_fail (PLENUM_IS_UNDO (self), NULL);

  return self->redo_label;
}
