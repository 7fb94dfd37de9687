/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text of a card is typed: Enter is done, Shift+Enter a new line. */
#include "plenum-note-entry.h"

#define SMALLEST_WIDTH 60

struct _PlenumNoteEntry
{
  GtkTextView  parent_instance;

  char        *placeholder; /* nullable */
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

/* Assistive technology knows it as a property; here it is only to be seen. */
static void
plenum_note_entry_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PlenumNoteEntry *self = PLENUM_NOTE_ENTRY (view);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->placeholder == NULL
      || gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) > 0)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.7;
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

static GtkSizeRequestMode
plenum_note_entry_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A text view knows its height only after it was laid out, so it would have none
 * at first and jump with each line; here it is as high as its text at once. */
static void
plenum_note_entry_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = SMALLEST_WIDTH;
      return;
    }

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  if (for_size > 0)
    {
      pango_layout_set_width (layout, for_size * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_get_pixel_size (layout, NULL, natural);
  *minimum = *natural;
}

static void
plenum_note_entry_finalize (GObject *object)
{
  g_free (PLENUM_NOTE_ENTRY (object)->placeholder);

  G_OBJECT_CLASS (plenum_note_entry_parent_class)->finalize (object);
}

static void
plenum_note_entry_class_init (PlenumNoteEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_note_entry_finalize;
  GTK_WIDGET_CLASS (klass)->get_request_mode = plenum_note_entry_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = plenum_note_entry_measure;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = plenum_note_entry_snapshot_layer;

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

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_resize), self);
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

  self->placeholder = g_strdup (placeholder);
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
