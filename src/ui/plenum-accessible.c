/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-accessible.h"

/**
 * plenum_accessible_name:
 * @name: what a screen reader says
 *
 * Names a widget that shows no text. In a menu button or drop-down it is the button
 * inside that has the focus, and GTK 4.8 leaves that one without a name.
 */
void
plenum_accessible_name (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
