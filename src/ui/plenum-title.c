/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-title.h"

/**
 * plenum_title_shrink:
 * @widget: what shows a title in a header bar
 *
 * Lets its title become as narrow as an ellipsis. The platform's keep room for five
 * letters, which is too much beside six buttons on a phone where text is twice as large.
 */
void
plenum_title_shrink (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE)
    gtk_label_set_width_chars (GTK_LABEL (widget), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    plenum_title_shrink (child);
}
