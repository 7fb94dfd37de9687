/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-editable.h"

#define SHOWN "plenum-editable-shown"

/* What stood there before anything was typed. */
static const char *
get_shown (GtkEditable *editable)
{
  const char *shown = g_object_get_data (G_OBJECT (editable), SHOWN);

  return shown != NULL ? shown : "";
}

/**
 * plenum_editable_show:
 * @editable: an entry
 * @text: what is stored
 *
 * Shows what is stored and forgets what was typed, so that undo takes back what
 * was done before and not the text itself.
 */
void
plenum_editable_show (GtkEditable *editable, const char *text)
{
  g_object_set_data_full (G_OBJECT (editable), SHOWN, g_strdup (text), g_free);
  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

/**
 * plenum_editable_is_typed:
 *
 * Returns: whether somebody is typing there and has changed what was shown
 */
gboolean
plenum_editable_is_typed (GtkEditable *editable)
{
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (editable));

  return gtk_widget_has_focus (delegate != NULL ? delegate : GTK_WIDGET (editable))
         && !g_str_equal (gtk_editable_get_text (editable), get_shown (editable));
}

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
  plenum_editable_show (editable, "");
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
      || !g_str_equal (gtk_editable_get_text (editable), get_shown (editable)))
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (editable), redo ? "win.redo" : "win.undo", NULL);
}

/**
 * plenum_editable_pass_undo:
 * @editable: an entry in which line after line is typed, or one that shows what is stored
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
