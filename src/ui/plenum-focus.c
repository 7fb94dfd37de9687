/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-focus.h"

/**
 * plenum_focus_let_go:
 * @row: the content of a list's row, which is about to leave its window
 *
 * To be called in the unroot function of what a list removes. GTK 4.8 leaves the
 * focus with a row that has gone until the next frame is drawn, and every key
 * that comes before is lost: of Ctrl+Z held down, half. Without a focus the keys
 * go to the window, which moves the focus on as before.
 */
void
plenum_focus_let_go (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The list's own widget around the row may have it, too. */
  if (focus != NULL
      && (focus == row || gtk_widget_is_ancestor (focus, row) || gtk_widget_get_parent (row) == focus))
    gtk_root_set_focus (root, NULL);
}
