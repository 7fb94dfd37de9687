/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks a sector: the known ones as rows, any other typed below them. */
#include "plenum-sector-chooser.h"

#include <glib/gi18n.h>

#include "plenum-sector.h"

struct _PlenumSectorChooser
{
  GtkPopover  parent_instance;

  GtkWidget  *list;
  GtkWidget  *entry;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumSectorChooser, plenum_sector_chooser, GTK_TYPE_POPOVER)

static const char *const dot_styles[] = {
  "sector-administration", "sector-civil-society", "sector-business", "sector-science",
  "sector-other", "sector-none"
};

/**
 * plenum_sector_dot_new:
 * @sector: (nullable): as stored
 *
 * Returns: a coloured dot, to stand before the sector's name
 */
GtkWidget *
plenum_sector_dot_new (const char *sector)
{
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (dot, "sector-dot");
  plenum_sector_dot_set (dot, sector);

  return dot;
}

void
plenum_sector_dot_set (GtkWidget *dot, const char *sector)
{
  for (guint i = 0; i < G_N_ELEMENTS (dot_styles); i++)
    gtk_widget_remove_css_class (dot, dot_styles[i]);
  gtk_widget_add_css_class (dot, plenum_sector_get_style (sector));
}

static void
choose (PlenumSectorChooser *self, const char *sector)
{
  g_signal_emit (self, signals[CHOSEN], 0, sector);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlenumSectorChooser *self)
{
  int index = gtk_list_box_row_get_index (row);

  choose (self, index < PLENUM_N_SECTORS ? plenum_sector_get_id (index) : "");
}

static void
entry_activate_cb (GtkEntry *entry, PlenumSectorChooser *self)
{
  choose (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
add_row (PlenumSectorChooser *self, const char *sector, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), plenum_sector_dot_new (sector));
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
plenum_sector_chooser_class_init (PlenumSectorChooserClass *klass)
{
  /**
   * PlenumSectorChooser::chosen:
   * @sector: what to store, empty for none
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plenum_sector_chooser_init (PlenumSectorChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "sector-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sector"), -1);
  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    add_row (self, plenum_sector_get_id (i), plenum_sector_get_name (plenum_sector_get_id (i)));
  add_row (self, NULL, C_("sector", "None"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Another sector"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another sector"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);

  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * plenum_sector_chooser_new:
 * @sector: (nullable): the one that is set
 *
 * Returns: (transfer floating): a popover that still needs a parent
 */
GtkWidget *
plenum_sector_chooser_new (const char *sector)
{
  PlenumSectorChooser *self = g_object_new (PLENUM_TYPE_SECTOR_CHOOSER, NULL);
  int index = sector == NULL || *sector == '\0' ? PLENUM_N_SECTORS : -1;

  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    if (g_strcmp0 (sector, plenum_sector_get_id (i)) == 0)
      index = i;

  if (index >= 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), sector);

  return GTK_WIDGET (self);
}
