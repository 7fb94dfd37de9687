/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-table-card.h"

/* A table with more rows scrolls by itself. */
#define ROWS_AT_ONCE 12
#define HEIGHT 420

/**
 * plenum_table_card_new:
 * @view: (transfer floating): a column view
 * @n_rows: how many rows it has
 *
 * Returns: (transfer floating): a card as high as the table on it, or as a part of
 *   the table, which can be scrolled there
 */
GtkWidget *
plenum_table_card_new (GtkWidget *view, guint n_rows)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  gboolean whole = n_rows <= ROWS_AT_ONCE;

  gtk_widget_add_css_class (view, "data-table");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC,
                                  whole ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  if (!whole)
    gtk_widget_set_size_request (scroll, -1, HEIGHT);
  gtk_widget_add_css_class (scroll, "card");
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), whole);
  gtk_widget_set_overflow (scroll, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);

  return scroll;
}
