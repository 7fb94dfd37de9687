/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What there is to say of an area below its title: that it holds more than it
 * should, and that the beamer does not show it. */
#include "plenum-area-notes.h"

#include <glib/gi18n.h>

#include "plenum-board-commands.h"

struct _PlenumAreaNotes
{
  GtkBox           parent_instance;

  PlenumBoardDesk *desk;
  PlenumBoardArea *area;
  GtkWidget       *over;
  GtkWidget       *secret;
};

G_DEFINE_FINAL_TYPE (PlenumAreaNotes, plenum_area_notes, GTK_TYPE_BOX)

static void
changed_cb (PlenumAreaNotes *self)
{
  PlenumRecord *record = plenum_board_area_get_record (self->area);
  gint64 capacity = record != NULL ? plenum_record_get_integer (record, PLENUM_AREA_CAPACITY) : 0;
  guint n = plenum_board_area_count_cards (self->area);
  guint too_many = capacity > 0 && n > capacity ? n - capacity : 0;
  gboolean hidden = record != NULL && plenum_record_get_integer (record, PLENUM_AREA_HIDDEN) != 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%u card too many", "%u cards too many", too_many), too_many);

  gtk_widget_set_visible (GTK_WIDGET (self), too_many > 0 || hidden);
  gtk_widget_set_visible (self->secret, hidden);
  gtk_label_set_label (GTK_LABEL (self->over), words);
  gtk_widget_set_visible (self->over, too_many > 0);
}

static void
reveal_cb (PlenumAreaNotes *self)
{
  plenum_board_commands_hide_area (self->desk, plenum_board_area_get_id (self->area));
}

static void
plenum_area_notes_dispose (GObject *object)
{
  PlenumAreaNotes *self = PLENUM_AREA_NOTES (object);

  g_clear_object (&self->area);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_area_notes_parent_class)->dispose (object);
}

static void
plenum_area_notes_class_init (PlenumAreaNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_area_notes_dispose;
}

static void
plenum_area_notes_init (PlenumAreaNotes *self)
{
  GtkWidget *label = gtk_label_new (_("Hidden from the beamer"));
  GtkWidget *reveal = gtk_button_new_with_mnemonic (_("Re_veal"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->over = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->over), 0);
  gtk_widget_add_css_class (self->over, "warning");
  gtk_widget_add_css_class (self->over, "too-many");
  gtk_box_append (GTK_BOX (self), self->over);

  self->secret = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->secret, "hidden-area");
  gtk_box_append (GTK_BOX (self->secret), gtk_image_new_from_icon_name ("view-conceal-symbolic"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (self->secret), label);
  gtk_widget_add_css_class (reveal, "flat");
  g_signal_connect_swapped (reveal, "clicked", G_CALLBACK (reveal_cb), self);
  gtk_box_append (GTK_BOX (self->secret), reveal);
  gtk_box_append (GTK_BOX (self), self->secret);
}

/**
 * plenum_area_notes_new:
 *
 * Returns: (transfer floating): the notes of @area
 */
GtkWidget *
plenum_area_notes_new (PlenumBoardDesk *desk, PlenumBoardArea *area)
{
  PlenumAreaNotes *self = g_object_new (PLENUM_TYPE_AREA_NOTES, NULL);

  self->desk = g_object_ref (desk);
  self->area = g_object_ref (area);
  g_signal_connect_object (area, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
