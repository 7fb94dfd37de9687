/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Around a list: makes it one stop for Tab. In GTK 4.8 Tab goes on to the next row,
 * through all of them; here it goes through what is in the row, such as a button,
 * and then leaves the list. From row to row lead the arrows. On a row that can be ticked
 * or switched, the space bar does it, so that nobody has to go into it. */
#include "plenum-list-stop.h"

struct _PlenumListStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (PlenumListStop, plenum_list_stop, ADW_TYPE_BIN)

/* The list's own widget around what a row shows. */
static GtkWidget *
find_row (GtkWidget *focus, GtkWidget *until)
{
  for (GtkWidget *widget = focus; widget != NULL && widget != until; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_VIEW (gtk_widget_get_parent (widget)))
      return widget;

  return NULL;
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) ? focus : NULL;
}

static GtkWidget *
find_toggle (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child);

  return found;
}

/* Before the row hears of it, which would only select itself. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumListStop *self)
{
  GtkWidget *focus = get_focus (GTK_WIDGET (self));
  GtkWidget *toggle;

  if (keyval != GDK_KEY_space || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || focus == NULL || find_row (focus, GTK_WIDGET (self)) != focus)
    return GDK_EVENT_PROPAGATE;

  toggle = find_toggle (focus);
  if (toggle == NULL || !gtk_widget_is_sensitive (toggle))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate (toggle);
  return GDK_EVENT_STOP;
}

static gboolean
plenum_list_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tabbing = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *focus = get_focus (widget);
  GtkWidget *row = tabbing ? find_row (focus, widget) : NULL;

  if (row != NULL && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_child_focus (row, direction);
  if (row != NULL)
    return focus != row && gtk_widget_grab_focus (row);
  if (!GTK_WIDGET_CLASS (plenum_list_stop_parent_class)->focus (widget, direction))
    return FALSE;

  /* Who comes in stands on the row, whatever had the focus in it before. */
  focus = get_focus (widget);
  row = tabbing ? find_row (focus, widget) : NULL;
  if (row != NULL && row != focus)
    gtk_widget_grab_focus (row);

  return TRUE;
}

static void
plenum_list_stop_class_init (PlenumListStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = plenum_list_stop_focus;
}

static void
plenum_list_stop_init (PlenumListStop *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plenum_list_stop_new:
 * @child: a list, or what it scrolls in
 *
 * Returns: (transfer floating): a widget around it which Tab enters and leaves once
 */
GtkWidget *
plenum_list_stop_new (GtkWidget *child)
{
  return g_object_new (PLENUM_TYPE_LIST_STOP, "child", child, NULL);
}
