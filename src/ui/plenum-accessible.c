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

/**
 * plenum_show_tip:
 * @tip: (nullable): what is said beside the mouse
 *
 * Sets a tooltip where it is another one. GTK asks the display where the mouse is, and
 * waits, even for what it has said before.
 */
void
plenum_show_tip (GtkWidget *widget, const char *tip)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) != 0)
    gtk_widget_set_tooltip_text (widget, tip);
}

/**
 * plenum_accessible_tip:
 * @tip: what the widget is for
 *
 * Names a widget that shows no text, for eyes and for screen readers.
 */
void
plenum_accessible_tip (GtkWidget *widget, const char *tip)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0)
    return;

  plenum_show_tip (widget, tip);
  plenum_accessible_name (widget, tip);
}
