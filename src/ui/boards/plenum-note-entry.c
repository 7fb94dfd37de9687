/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text of a card is typed: Enter is done, Shift+Enter a new line. */
#include "plenum-note-entry.h"

struct _PlenumNoteEntry
{
  GtkTextView  parent_instance;

  GtkWidget   *placeholder;
};

enum { SUBMIT, CANCEL, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumNoteEntry, plenum_note_entry, GTK_TYPE_TEXT_VIEW)

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumNoteEntry *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  /* A word that is being composed is finished with Enter and given up with Esc. */
  if (gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self), event))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (state & (GDK_SHIFT_MASK | GDK_ALT_MASK))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SUBMIT], 0, (state & GDK_CONTROL_MASK) != 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      {
        gboolean handled = FALSE;

        g_signal_emit (self, signals[CANCEL], 0, &handled);
        return handled;
      }

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, PlenumNoteEntry *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
}

static void
plenum_note_entry_class_init (PlenumNoteEntryClass *klass)
{
  /**
   * PlenumNoteEntry::submit:
   * @more: whether it was Ctrl+Enter
   *
   * What was typed is done.
   */
  signals[SUBMIT] = g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * PlenumNoteEntry::cancel:
   *
   * Returns: whether there was something to give up
   */
  signals[CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

static void
plenum_note_entry_init (PlenumNoteEntry *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), TRUE);

  self->placeholder = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_text_view_add_overlay (view, self->placeholder, 0, 0);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (buffer_changed_cb), self);
}

/**
 * plenum_note_entry_new:
 * @label: what is typed here, for assistive technology
 * @placeholder: (nullable): what is shown while it is empty
 *
 * Returns: (transfer floating): an entry of several lines
 */
GtkWidget *
plenum_note_entry_new (const char *label, const char *placeholder)
{
  PlenumNoteEntry *self = g_object_new (PLENUM_TYPE_NOTE_ENTRY, NULL);

  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  if (placeholder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder, -1);

  return GTK_WIDGET (self);
}

/**
 * plenum_note_entry_dup_text:
 *
 * Returns: (transfer full): what was typed, without space around it
 */
char *
plenum_note_entry_dup_text (PlenumNoteEntry *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (PLENUM_IS_NOTE_ENTRY (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
plenum_note_entry_set_text (PlenumNoteEntry *self, const char *text)
{
  g_return_if_fail (PLENUM_IS_NOTE_ENTRY (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), text, -1);
}
