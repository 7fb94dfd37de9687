/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a result: a heading, a sentence, a chart, and what unfolds below it. */
#include "plenum-result-section.h"

#include "plenum-wrapped-label.h"

typedef struct
{
  PlenumMakeWidget make;
  gpointer         data;
  GDestroyNotify   destroy;
} More;

/**
 * plenum_result_section_new:
 * @title: its heading
 * @remark: (nullable): a sentence below it
 * @chart: (nullable) (transfer floating): what it shows; one that is wider than the
 *   window scrolls by itself
 *
 * Returns: (transfer floating): the part, a group with a name
 */
GtkWidget *
plenum_result_section_new (const char *title, const char *remark, GtkWidget *chart)
{
  GtkWidget *section = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (section, "result-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (section), plenum_wrapped_label_new (title, "heading"));
  if (remark != NULL)
    gtk_box_append (GTK_BOX (section), plenum_wrapped_label_new (remark, "dim-label"));
  if (chart != NULL)
    gtk_box_append (GTK_BOX (section), chart);

  return section;
}

static void
more_free (gpointer data, GClosure *closure)
{
  More *more = data;

  if (more->destroy != NULL)
    more->destroy (more->data);
  g_free (more);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *spec, More *more)
{
  if (gtk_expander_get_expanded (expander) && gtk_expander_get_child (expander) == NULL)
    gtk_expander_set_child (expander, more->make (more->data));
}

/**
 * plenum_result_section_add_more:
 * @label: what can be unfolded
 * @make: makes it
 * @data: (transfer full): for @make
 */
void
plenum_result_section_add_more (GtkWidget *section, const char *label, PlenumMakeWidget make, gpointer data, GDestroyNotify destroy)
{
  GtkWidget *expander = gtk_expander_new (label);
  More *more = g_new (More, 1);

  *more = (More) { make, data, destroy };
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), more, more_free, 0);
  /* Its own name is that of its type. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  plenum_wrapped_label_set (GTK_LABEL (gtk_expander_get_label_widget (GTK_EXPANDER (expander))));
  gtk_box_append (GTK_BOX (section), expander);
}
