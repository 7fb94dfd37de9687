/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-carried-sheet.h"

#define MOST_SEEN 3

/**
 * plenum_carried_sheet_new:
 * @sheet: a card or a stack
 * @n: how many are carried with it, itself included
 *
 * Returns: (transfer full): the sheet as it is in the hand: a little turned, a little
 *   transparent, others behind it
 */
GdkPaintable *
plenum_carried_sheet_new (GtkWidget *sheet, guint n)
{
  g_autoptr (GdkPaintable) paper = gtk_widget_paintable_new (sheet);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (paper);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (sheet), height = gtk_widget_get_height (sheet);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (12, 6));
  gtk_snapshot_rotate (snapshot, 2);
  gtk_snapshot_push_opacity (snapshot, 0.9);
  for (guint i = MIN (n, MOST_SEEN); i > 0; i--)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (4 * (i - 1), 4 * (i - 1)));
      gdk_paintable_snapshot (still, snapshot, width, height);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);

  return gtk_snapshot_to_paintable (snapshot, NULL);
}
