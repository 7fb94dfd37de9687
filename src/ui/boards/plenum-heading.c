/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-heading.h"

#include <glib/gi18n.h>

struct _PlenumHeading
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *entry;    /* instead of the label while it is edited */
  gboolean   editable;
};

enum { ACTIVATE, RENAMED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumHeading, plenum_heading, GTK_TYPE_WIDGET)

/* What was typed is announced once; who has changed nothing renames nothing. */
static void
end (PlenumHeading *self, gboolean keep, gboolean focus)
{
  g_autofree char *text = NULL;

  if (!plenum_heading_is_editing (self))
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (self->label, TRUE);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->entry, FALSE);
  if (keep && *text != '\0' && !g_str_equal (text, gtk_label_get_label (GTK_LABEL (self->label))))
    g_signal_emit (self, signals[RENAMED], 0, text);
}

static void
entered_cb (PlenumHeading *self)
{
  end (self, TRUE, TRUE);
}

static void
left_cb (PlenumHeading *self)
{
  end (self, TRUE, FALSE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumHeading *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;

  end (self, FALSE, TRUE);
  return TRUE;
}

static void
released_cb (PlenumHeading *self)
{
  plenum_heading_edit (self);
}

static void
plenum_heading_dispose (GObject *object)
{
  PlenumHeading *self = PLENUM_HEADING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_heading_parent_class)->dispose (object);
}

static void
plenum_heading_class_init (PlenumHeadingClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_heading_dispose;

  /**
   * PlenumHeading::activate:
   *
   * Begins to edit, as a click does.
   */
  signals[ACTIVATE] = g_signal_new_class_handler ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                                  G_CALLBACK (plenum_heading_edit), NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * PlenumHeading::renamed:
   * @text: another title than the one that is shown
   */
  signals[RENAMED] = g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "areatitle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
plenum_heading_init (PlenumHeading *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Title of the area"), -1);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, widget);

  self->entry = gtk_entry_new ();
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the area"), -1);
  gtk_widget_set_parent (self->entry, widget);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * plenum_heading_new:
 *
 * Returns: (transfer floating): a title that cannot be edited yet
 */
GtkWidget *
plenum_heading_new (void)
{
  return g_object_new (PLENUM_TYPE_HEADING, NULL);
}

/**
 * plenum_heading_set_text:
 * @text: what is stored; what is being typed stays as it is
 */
void
plenum_heading_set_text (PlenumHeading *self, const char *text)
{
  g_return_if_fail (PLENUM_IS_HEADING (self));

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
plenum_heading_set_editable (PlenumHeading *self, gboolean editable)
{
  g_return_if_fail (PLENUM_IS_HEADING (self));

  self->editable = editable;
}

gboolean
plenum_heading_is_editing (PlenumHeading *self)
{
  g_return_val_if_fail (PLENUM_IS_HEADING (self), FALSE);

  return self->entry != NULL && gtk_widget_get_visible (self->entry);
}

/**
 * plenum_heading_edit:
 *
 * Lets another title be typed: Enter or leaving it keeps what was typed, Escape does not.
 */
void
plenum_heading_edit (PlenumHeading *self)
{
  g_return_if_fail (PLENUM_IS_HEADING (self));

  if (!self->editable || plenum_heading_is_editing (self))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_label (GTK_LABEL (self->label)));
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
