/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that is there for one question only. */
#include "plenum-popover.h"

#define BEFORE "plenum-focus-before"

/* The focus goes back only if nobody has taken it meanwhile. */
static void
give_back_focus (GtkWidget *popover)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (popover), BEFORE), *parent = gtk_widget_get_parent (popover);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (before != NULL && gtk_widget_get_mapped (before)
      && (focus == NULL || focus == parent || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (before);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* A menu's action is activated after the menu was closed, and needs to find its way up. */
static void
closed_cb (GtkWidget *popover)
{
  /* Before the next frame, in which GTK gives it to the first that takes it. */
  give_back_focus (popover);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * plenum_popover_show:
 * @popover: (transfer floating): a new one, which goes away for good when it closes
 * @parent: what it points at
 * @before: (nullable): what gets the focus when it closes; %NULL: GTK decides
 *
 * Shows it.
 */
void
plenum_popover_show (GtkWidget *popover, GtkWidget *parent, GtkWidget *before)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (before != NULL)
    g_object_set_data_full (G_OBJECT (popover), BEFORE, g_object_ref (before), g_object_unref);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
