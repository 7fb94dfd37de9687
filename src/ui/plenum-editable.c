/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-editable.h"

/**
 * plenum_editable_clear:
 * @editable: an entry whose text has become something else
 *
 * Empties it and forgets what was typed there, so that undo takes back what
 * became of it and not the typing.
 */
void
plenum_editable_clear (GtkEditable *editable)
{
  gtk_editable_set_text (editable, "");
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEditable           *editable)
{
  gboolean redo = key == GDK_KEY_y || state & GDK_SHIFT_MASK;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK
      || (key != GDK_KEY_z && key != GDK_KEY_Z && key != GDK_KEY_y)
      || *gtk_editable_get_text (editable) != '\0')
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (editable), redo ? "win.redo" : "win.undo", NULL);
}

/**
 * plenum_editable_pass_undo:
 * @editable: an entry in which line after line is typed
 *
 * Lets the window undo while nothing is typed: GTK 4.8 keeps the key to itself
 * even when there is nothing to undo in the entry.
 */
void
plenum_editable_pass_undo (GtkEditable *editable)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), editable, 0);
  gtk_widget_add_controller (GTK_WIDGET (editable), keys);
}
