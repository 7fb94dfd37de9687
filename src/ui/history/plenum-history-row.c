/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the history as a recycled widget. What is undone says so in words,
 * and is not only paler. */
#include "plenum-history-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"

struct _PlenumHistoryRow
{
  AdwBin             parent_instance;

  GtkLabel          *day;
  GtkWidget         *body;
  GtkLabel          *time;
  GtkLabel          *label;
  GtkLabel          *state;
  GtkWidget         *button;

  PlenumHistoryItem *item;
};

G_DEFINE_FINAL_TYPE (PlenumHistoryRow, plenum_history_row, ADW_TYPE_BIN)

static const char *
get_state_words (PlenumHistoryItem *item)
{
  if (plenum_history_item_is_current (item))
    return _("You are here");

  return plenum_history_item_describe (plenum_history_item_get_entry (item)->state);
}

static void
name_cell (PlenumHistoryRow *self, const char *time, const char *state)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *label = plenum_history_item_get_entry (self->item)->label;
  /* Translators: a step of the history as a screen reader says it: what was done,
   * the time of day, and what became of it, for example "Add card “Trees”, 14:05, Undone". */
  g_autofree char *name = state != NULL ? g_strdup_printf (_("%s, %s, %s"), label, time, state)
                                        /* Translators: a step of the history as a screen reader says it: what was
                                         * done and the time of day. */
                                        : g_strdup_printf (_("%s, %s"), label, time);

  /* What has the focus is the cell around the row, which knows no text. */
  if (cell != NULL)
    plenum_accessible_name (cell, name);
}

static void
show_button (PlenumHistoryRow *self)
{
  const PlenumHistoryEntry *entry = plenum_history_item_get_entry (self->item);
  gboolean done = entry->state == PLENUM_HISTORY_DONE;
  const char *tip = done ? _("Undo back to here") : _("Redo up to here");

  /* It keeps its place, so that all texts are as wide. */
  gtk_widget_set_child_visible (self->button, plenum_history_item_can_go_to (self->item));
  gtk_button_set_icon_name (GTK_BUTTON (self->button), done ? "edit-undo-symbolic" : "edit-redo-symbolic");
  plenum_accessible_tip (self->button, tip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x", entry->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  plenum_history_item_can_go_to (self->item) ? "history.go-to" : NULL);
}

static void
show_item (PlenumHistoryRow *self)
{
  const PlenumHistoryEntry *entry = plenum_history_item_get_entry (self->item);
  g_autofree char *day = plenum_format_day (entry->time, g_get_real_time () / 1000);
  g_autofree char *time = plenum_format_time_of_day (entry->time);
  const char *state = get_state_words (self->item);

  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), plenum_history_item_is_first (self->item));
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->label, entry->label);
  gtk_label_set_label (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  if (entry->state == PLENUM_HISTORY_DONE)
    gtk_widget_remove_css_class (self->body, "undone");
  else
    gtk_widget_add_css_class (self->body, "undone");
  show_button (self);
  name_cell (self, time, state);
}

static void
plenum_history_row_dispose (GObject *object)
{
  plenum_history_row_set_item (PLENUM_HISTORY_ROW (object), NULL);

  G_OBJECT_CLASS (plenum_history_row_parent_class)->dispose (object);
}

static void
plenum_history_row_class_init (PlenumHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_history_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/history/plenum-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, body);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, time);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryRow, button);
}

static void
plenum_history_row_init (PlenumHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_history_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
plenum_history_row_new (void)
{
  return g_object_new (PLENUM_TYPE_HISTORY_ROW, NULL);
}

/**
 * plenum_history_row_set_item:
 * @item: (nullable): what it shows and follows from now on
 */
void
plenum_history_row_set_item (PlenumHistoryRow *self, PlenumHistoryItem *item)
{
  g_return_if_fail (PLENUM_IS_HISTORY_ROW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}
