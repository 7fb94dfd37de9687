/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wrapped-label.h"

/**
 * plenum_wrapped_label_set:
 * @label: a label that has one line
 *
 * Lets it have more where there is no room for one.
 */
void
plenum_wrapped_label_set (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

/**
 * plenum_wrapped_label_set_buttons:
 * @widget: a page
 *
 * Lets all buttons on it have several lines: text twice as large needs them on a phone.
 */
void
plenum_wrapped_label_set_buttons (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (child))
    {
      /* Between words: GTK makes them as narrow as they can be for their height. */
      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    plenum_wrapped_label_set_buttons (child);
}

/**
 * plenum_wrapped_label_new:
 * @text: (nullable): what it says
 * @style: (nullable): its class
 *
 * Returns: (transfer floating): a label that begins at the start and has as many
 *   lines as its text needs; words that are too long are broken
 */
GtkWidget *
plenum_wrapped_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  plenum_wrapped_label_set (GTK_LABEL (label));
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}
