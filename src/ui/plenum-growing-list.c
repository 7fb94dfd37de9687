/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that shows its beginning first. A GtkListView makes up to 200 rows at
 * once, whatever is seen of them, and nobody waits for those below the edge: the
 * first window is drawn with what fills it, the others follow while idle. */
#include "plenum-growing-list.h"

#define FIRST_ROWS 16    /* more than a large window shows */
#define ROWS_A_STEP 4    /* a few milliseconds of work */
#define ROWS_OF_VIEW 220 /* beyond what the view makes, more items cost nothing */

static gboolean
grow_cb (gpointer data)
{
  GtkSliceListModel *slice = data;
  guint size = gtk_slice_list_model_get_size (slice);

  /* Grown to the end of what there is: wait for more to come. */
  if (g_list_model_get_n_items (G_LIST_MODEL (slice)) < size)
    {
      g_object_set_data (G_OBJECT (slice), "growing", NULL);
      return G_SOURCE_REMOVE;
    }

  gtk_slice_list_model_set_size (slice, size < ROWS_OF_VIEW ? size + ROWS_A_STEP : G_MAXUINT);
  return G_SOURCE_CONTINUE;
}

static void
stop (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
items_changed_cb (GtkSliceListModel *slice)
{
  GSource *source;

  if (g_object_get_data (G_OBJECT (slice), "growing") != NULL
      || g_list_model_get_n_items (G_LIST_MODEL (slice)) < gtk_slice_list_model_get_size (slice))
    return;

  source = g_idle_source_new (); /* after drawing, which is more urgent */
  g_source_set_callback (source, grow_cb, slice, NULL);
  g_source_attach (source, NULL);
  g_object_set_data_full (G_OBJECT (slice), "growing", source, stop);
}

/**
 * plenum_growing_list_new:
 * @model: (transfer full): the whole list
 *
 * Returns: (transfer full): the same items at the same positions, of which those
 *   beyond the first window full come a little later
 */
GListModel *
plenum_growing_list_new (GListModel *model)
{
  GtkSliceListModel *slice = gtk_slice_list_model_new (model, 0, FIRST_ROWS);

  g_signal_connect (slice, "items-changed", G_CALLBACK (items_changed_cb), NULL);
  items_changed_cb (slice);

  return G_LIST_MODEL (slice);
}

/**
 * plenum_growing_list_new_rows:
 * @n: how many
 *
 * Returns: (transfer full): so many items that are told apart by their position alone
 */
GListModel *
plenum_growing_list_new_rows (guint n)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, gtk_string_object_new (""));
  g_list_store_splice (rows, 0, 0, items->pdata, items->len);

  return plenum_growing_list_new (G_LIST_MODEL (rows));
}
