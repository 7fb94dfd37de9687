/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo as a pair of buttons that say what they would do. */
#include "plenum-undo-buttons.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"

struct _PlenumUndoButtons
{
  AdwBin      parent_instance;

  GtkWidget  *undo;
  GtkWidget  *redo;
};

G_DEFINE_FINAL_TYPE (PlenumUndoButtons, plenum_undo_buttons, ADW_TYPE_BIN)

static void
plenum_undo_buttons_class_init (PlenumUndoButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/plenum-undo-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumUndoButtons, undo);
  gtk_widget_class_bind_template_child (widget_class, PlenumUndoButtons, redo);
}

static void
plenum_undo_buttons_init (PlenumUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
changed_cb (PlenumUndoButtons *self, PlenumUndo *undo)
{
  const char *undo_label = plenum_undo_get_undo_label (undo);
  const char *redo_label = plenum_undo_get_redo_label (undo);
  g_autofree char *undo_tip = NULL;
  g_autofree char *redo_tip = NULL;

  /* Translators: %s is what would be undone, for example "Add “More trees”". */
  undo_tip = undo_label != NULL ? g_strdup_printf (_("Undo: %s"), undo_label) : g_strdup (_("Undo"));
  /* Translators: %s is what would be done again, for example "Add “More trees”". */
  redo_tip = redo_label != NULL ? g_strdup_printf (_("Redo: %s"), redo_label) : g_strdup (_("Redo"));
  plenum_accessible_tip (self->undo, undo_tip);
  plenum_accessible_tip (self->redo, redo_tip);
}

/**
 * plenum_undo_buttons_set_undo:
 * @undo: what the buttons tell about
 */
void
plenum_undo_buttons_set_undo (PlenumUndoButtons *self, PlenumUndo *undo)
{
  g_return_if_fail (PLENUM_IS_UNDO_BUTTONS (self));

  g_signal_connect_object (undo, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, undo);
}

/**
 * plenum_undo_buttons_enable:
 * @window: one that has the actions “win.undo” and “win.redo”
 * @undo: (nullable): what they would do, or %NULL where nothing may change
 *
 * Offers what there is to undo and to do again.
 */
void
plenum_undo_buttons_enable (GtkWidget *window, PlenumUndo *undo)
{
  gtk_widget_action_set_enabled (window, "win.undo", undo != NULL && plenum_undo_get_undo_label (undo) != NULL);
  gtk_widget_action_set_enabled (window, "win.redo", undo != NULL && plenum_undo_get_redo_label (undo) != NULL);
}
