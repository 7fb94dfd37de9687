/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of an area while it is folded: a strip that unfolds it. */
#include "plenum-area-strip.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-board-commands.h"
#include "plenum-format.h"

struct _PlenumAreaStrip
{
  GtkBox           parent_instance;

  PlenumBoardDesk *desk;
  PlenumBoardArea *area;
  GtkWidget       *button;
  GtkWidget       *title;
  GtkWidget       *count;
};

G_DEFINE_FINAL_TYPE (PlenumAreaStrip, plenum_area_strip, GTK_TYPE_BOX)

static void
changed_cb (PlenumAreaStrip *self)
{
  PlenumRecord *record = plenum_board_area_get_record (self->area);
  const char *title = record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : "";
  g_autofree char *count = plenum_format_number (plenum_board_area_count_cards (self->area));
  g_autofree char *unfold = g_strdup_printf (_("Unfold the area “%s”"), title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  plenum_accessible_tip (self->button, unfold);
}

static void
unfold_cb (PlenumAreaStrip *self)
{
  plenum_board_commands_fold_area (self->desk, plenum_board_area_get_id (self->area));
}

static gboolean
plenum_area_strip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_AREA_STRIP (widget)->button);
}

static void
plenum_area_strip_dispose (GObject *object)
{
  PlenumAreaStrip *self = PLENUM_AREA_STRIP (object);

  g_clear_object (&self->area);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_area_strip_parent_class)->dispose (object);
}

static void
plenum_area_strip_class_init (PlenumAreaStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_area_strip_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = plenum_area_strip_grab_focus;
}

static void
plenum_area_strip_init (PlenumAreaStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "folded-area");
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_vexpand (self->button, TRUE);
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), self->count);
  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 8);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (unfold_cb), self);
}

/**
 * plenum_area_strip_new:
 *
 * Returns: (transfer floating): the strip of @area
 */
GtkWidget *
plenum_area_strip_new (PlenumBoardDesk *desk, PlenumBoardArea *area)
{
  PlenumAreaStrip *self = g_object_new (PLENUM_TYPE_AREA_STRIP, NULL);

  self->desk = g_object_ref (desk);
  self->area = g_object_ref (area);
  g_signal_connect_object (area, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
