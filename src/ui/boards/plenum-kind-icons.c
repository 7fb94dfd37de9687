/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-kind-icons.h"

#include "plenum-card-kinds.h"

#define SIZE 16 /* as the style of a card has it */

/**
 * plenum_kind_icons_load:
 * @widget: where they are to be shown
 *
 * Loads the signs of all kinds of cards in the background. While somebody holds them
 * the first card of a kind need not wait until its drawing is read and painted.
 *
 * Returns: (transfer full) (element-type GdkPaintable): one each, in the order of the kinds
 */
GPtrArray *
plenum_kind_icons_load (GtkWidget *widget)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GPtrArray *icons = g_ptr_array_new_with_free_func (g_object_unref);
  guint length;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&length);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (icons, gtk_icon_theme_lookup_icon (theme, kinds[i].icon, NULL, SIZE,
                                                        gtk_widget_get_scale_factor (widget),
                                                        gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_PRELOAD));

  return icons;
}
