/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-axes.h"

#include <glib/gi18n.h>

#include "plenum-matrix-actions.h"
#include "plenum-popover.h"

typedef struct
{
  PlenumBoardDesk *desk;
  GtkWidget       *popover;
  GtkEditable     *entries[2];
} Axes;

static void
axes_free (gpointer data, GClosure *closure)
{
  Axes *self = data;

  g_object_unref (self->desk);
  g_free (self);
}

static const char *
get_board (PlenumBoardDesk *desk)
{
  return plenum_board_model_get_board (plenum_board_desk_get_model (desk));
}

static void
apply_cb (GtkWidget *widget, Axes *self)
{
  const char *board = get_board (self->desk);

  if (board != NULL)
    plenum_board_desk_perform_for (self->desk,
                                   plenum_action_set_axes (board, gtk_editable_get_text (self->entries[0]), gtk_editable_get_text (self->entries[1])),
                                   NULL, NULL, 0);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
propose_cb (GtkWidget *button, Axes *self)
{
  const char *names = g_object_get_data (G_OBJECT (button), "plenum-axes");
  g_auto (GStrv) parts = g_strsplit (names, "\n", 2);

  gtk_editable_set_text (self->entries[0], parts[0]);
  gtk_editable_set_text (self->entries[1], parts[1]);
}

static void
add_proposal (GtkWidget *box, Axes *self, const char *across, const char *up)
{
  /* Translators: the two axes of a matrix: "Effort and impact" */
  g_autofree char *label = g_strdup_printf (_("%s and %s"), across, up);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_object_set_data_full (G_OBJECT (button), "plenum-axes", g_strconcat (across, "\n", up, NULL), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (propose_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
add_entry (GtkWidget *box, const char *label, const char *text)
{
  GtkWidget *title = gtk_label_new (label), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);

  return entry;
}

/**
 * plenum_wall_axes_pop_up:
 * @widget: where
 *
 * Lets the axes of the board get their names.
 */
void
plenum_wall_axes_pop_up (GtkWidget *widget, PlenumBoardDesk *desk, PlenumWallModel *model)
{
  Axes *self = g_new0 (Axes, 1);
  GtkWidget *before = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *apply = gtk_button_new_with_mnemonic (_("_Name the axes"));

  self->desk = g_object_ref (desk);
  self->popover = gtk_popover_new ();
  self->entries[0] = GTK_EDITABLE (add_entry (box, _("To the right"), plenum_wall_model_get_axis (model, FALSE)));
  self->entries[1] = GTK_EDITABLE (add_entry (box, _("Upwards"), plenum_wall_model_get_axis (model, TRUE)));
  add_proposal (box, self, _("Effort"), _("Impact"));
  add_proposal (box, self, _("Technology"), _("Social progress"));
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_data (apply, "clicked", G_CALLBACK (apply_cb), self, axes_free, 0);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self->popover), apply);
  /* Who named them from a card goes back to it, and not to the axis. */
  plenum_popover_show (self->popover, widget, before);
}

/**
 * plenum_wall_axes_label:
 *
 * Returns: (transfer full): what stands at an axis
 */
char *
plenum_wall_axes_label (PlenumWallModel *model, gboolean up)
{
  const char *axis = plenum_wall_model_get_axis (model, up);

  if (axis == NULL)
    return g_strdup (up ? _("Name the axis upwards") : _("Name the axis to the right"));

  return up ? g_strconcat ("↑ ", axis, NULL) : g_strconcat (axis, " →", NULL);
}
