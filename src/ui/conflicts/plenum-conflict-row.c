/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts for one place, side by side where there is room, and the choice between
 * them or a third. */
#include "plenum-conflict-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-conflict-names.h"
#include "plenum-even-layout.h"
#include "plenum-format.h"
#include "plenum-perform.h"
#include "plenum-word-diff.h"
#include "plenum-wrapped-label.h"

#define COLUMN 30  /* characters that a text likes to be wide */
#define LEAST  220 /* px that it needs to stand beside the other one */

struct _PlenumConflictRow
{
  GtkListBoxRow   parent_instance;

  PlenumLibrary  *library;
  PlenumConflict *conflict;
  GtkWidget      *revealer; /* for a third text */
  GtkTextView    *entry;
};

G_DEFINE_FINAL_TYPE (PlenumConflictRow, plenum_conflict_row, GTK_TYPE_LIST_BOX_ROW)

static void
settle (PlenumConflictRow *self, const char *text)
{
  plenum_perform (GTK_WIDGET (self), self->library, plenum_action_settle_conflict (self->conflict, text), NULL, NULL, NULL);
}

static void
keep_cb (PlenumConflictRow *self)
{
  settle (self, NULL);
}

static void
take_cb (PlenumConflictRow *self)
{
  settle (self, self->conflict->text);
}

static void
save_cb (PlenumConflictRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->entry);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  settle (self, g_strstrip (text));
}

static void
write_cb (PlenumConflictRow *self, GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), active);
  if (active)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Bold and underlined: seen without colours. */
static PangoAttrList *
mark (GArray *spans)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      PlenumSpan span = g_array_index (spans, PlenumSpan, i);
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          attributes[j]->start_index = span.start;
          attributes[j]->end_index = span.end;
          pango_attr_list_insert (list, attributes[j]);
        }
    }

  return list;
}

/* One of the texts under what it is, with the button that takes it. */
static GtkWidget *
make_side (PlenumConflictRow *self, const char *title, const char *text, GArray *spans, const char *button, GCallback callback)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = plenum_wrapped_label_new (title, "dim-label");
  GtkWidget *label = plenum_wrapped_label_new (text != NULL ? text : _("Nothing. It was deleted meanwhile."), text != NULL ? NULL : "dim-label");
  PangoAttrList *attributes = mark (spans);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_selectable (GTK_LABEL (label), text != NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), COLUMN);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  if (button != NULL)
    {
      GtkWidget *choose = gtk_button_new_with_label (button);

      gtk_accessible_update_property (GTK_ACCESSIBLE (choose), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : title, -1);
      gtk_widget_set_halign (choose, GTK_ALIGN_START);
      g_signal_connect_swapped (choose, "clicked", callback, self);
      gtk_box_append (GTK_BOX (box), choose);
    }
  gtk_widget_add_css_class (box, "conflict-side");

  return box;
}

static GtkWidget *
make_sides (PlenumConflictRow *self)
{
  const char *present = plenum_conflict_get_present (self->conflict);
  gboolean alive = self->conflict->record != NULL;
  g_autofree char *time = plenum_format_time (plenum_conflict_get_time (self->conflict));
  /* Translators: a day and a time of day */
  g_autofree char *title = g_strdup_printf (self->conflict->here ? _("Written here, %s") : _("Written elsewhere, %s"), time);
  g_autoptr (GArray) only_present = NULL;
  g_autoptr (GArray) only_other = NULL;
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  plenum_word_diff (present != NULL ? present : "", present != NULL ? self->conflict->text : "", &only_present, &only_other);
  gtk_widget_set_layout_manager (sides, plenum_even_layout_new (LEAST, 12));
  gtk_box_append (GTK_BOX (sides), make_side (self, _("There now"), alive && present == NULL ? "" : present, only_present,
                                              alive ? _("Keep This") : _("Leave It Deleted"), G_CALLBACK (keep_cb)));
  gtk_box_append (GTK_BOX (sides), make_side (self, title, self->conflict->text, only_other,
                                              alive ? _("Take This") : NULL, G_CALLBACK (take_cb)));

  return sides;
}

static GtkWidget *
make_third (PlenumConflictRow *self, const char *what)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *save = gtk_button_new_with_label (_("Save"));

  self->entry = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->entry, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->entry, FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->entry), plenum_conflict_get_present (self->conflict) != NULL
                            ? plenum_conflict_get_present (self->conflict) : "", -1);
  plenum_accessible_name (GTK_WIDGET (self->entry), what);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "conflict-entry");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), 72);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  gtk_widget_set_halign (save, GTK_ALIGN_START);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), save);

  return box;
}

static void
fill (PlenumConflictRow *self)
{
  g_autofree char *what = plenum_conflict_describe (self->conflict);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  plenum_accessible_name (GTK_WIDGET (self), what);
  gtk_box_append (GTK_BOX (box), plenum_wrapped_label_new (what, "heading"));
  gtk_box_append (GTK_BOX (box), make_sides (self));
  if (self->conflict->record != NULL)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_("Write Another…"));

      self->revealer = gtk_revealer_new ();
      gtk_revealer_set_child (GTK_REVEALER (self->revealer), make_third (self, what));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (write_cb), self);
      gtk_box_append (GTK_BOX (box), button);
      gtk_box_append (GTK_BOX (box), self->revealer);
    }
  gtk_widget_add_css_class (box, "conflict");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  plenum_wrapped_label_set_buttons (box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
plenum_conflict_row_dispose (GObject *object)
{
  PlenumConflictRow *self = PLENUM_CONFLICT_ROW (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->conflict, plenum_conflict_unref);

  G_OBJECT_CLASS (plenum_conflict_row_parent_class)->dispose (object);
}

static void
plenum_conflict_row_class_init (PlenumConflictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_conflict_row_dispose;
}

static void
plenum_conflict_row_init (PlenumConflictRow *self)
{
}

/**
 * plenum_conflict_row_new:
 * @library: where it is settled
 * @conflict: what it is about
 */
GtkWidget *
plenum_conflict_row_new (PlenumLibrary *library, PlenumConflict *conflict)
{
  PlenumConflictRow *self = g_object_new (PLENUM_TYPE_CONFLICT_ROW, NULL);

  self->library = g_object_ref (library);
  self->conflict = plenum_conflict_ref (conflict);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * plenum_conflict_row_get_conflict:
 *
 * Returns: (transfer none)
 */
PlenumConflict *
plenum_conflict_row_get_conflict (PlenumConflictRow *self)
{
  g_return_val_if_fail (PLENUM_IS_CONFLICT_ROW (self), NULL);

  return self->conflict;
}
