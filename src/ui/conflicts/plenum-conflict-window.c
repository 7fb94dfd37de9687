/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a workshop that two people wrote at once, one below the other. */
#include "plenum-conflict-window.h"

#include "plenum-conflict-row.h"
#include "plenum-keys.h"
#include "plenum-list-stop.h"
#include "plenum-perform.h"
#include "plenum-undo-buttons.h"

struct _PlenumConflictWindow
{
  AdwWindow           parent_instance;

  PlenumUndoButtons  *undo_buttons;
  GtkStack           *stack;
  GtkListBox         *list_box;

  PlenumConflictList *list;
  PlenumUndo         *undo;
};

G_DEFINE_FINAL_TYPE (PlenumConflictWindow, plenum_conflict_window, ADW_TYPE_WINDOW)

static PlenumConflict *
get_conflict (GtkListBoxRow *row)
{
  return plenum_conflict_row_get_conflict (PLENUM_CONFLICT_ROW (row));
}

static gboolean
is_listed (GPtrArray *conflicts, PlenumConflict *conflict)
{
  return g_ptr_array_find_with_equal_func (conflicts, conflict, (GEqualFunc) plenum_conflict_is_same, NULL);
}

/* Rows that stay keep what is being written in them; their order never changes.
 * Returns the place of the first that went, or -1. */
static int
remove_settled (PlenumConflictWindow *self, GPtrArray *conflicts)
{
  GtkListBoxRow *row;
  int first = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL;)
    {
      if (is_listed (conflicts, get_conflict (row)))
        {
          i++;
          continue;
        }
      gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
      if (first < 0)
        first = i;
    }

  return first;
}

/* Where one was settled, the keys go to the next. */
static void
focus_row (PlenumConflictWindow *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, place);

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->list_box, place - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (PlenumConflictWindow *self)
{
  GPtrArray *conflicts = plenum_conflict_list_get (self->list);
  PlenumLibrary *library = plenum_workshop_model_get_library (plenum_conflict_list_get_model (self->list));
  int gone = remove_settled (self, conflicts);

  for (guint i = 0; i < conflicts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, i);

      if (row == NULL || !plenum_conflict_is_same (get_conflict (row), conflicts->pdata[i]))
        gtk_list_box_insert (self->list_box, plenum_conflict_row_new (library, conflicts->pdata[i]), i);
    }
  gtk_stack_set_visible_child_name (self->stack, conflicts->len > 0 ? "list" : "empty");
  if (gone >= 0)
    focus_row (self, gone);
}

static void
undo_changed_cb (PlenumConflictWindow *self)
{
  plenum_undo_buttons_enable (GTK_WIDGET (self), self->undo);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWorkshopModel *model = plenum_conflict_list_get_model (PLENUM_CONFLICT_WINDOW (widget)->list);

  if (g_str_equal (name, "win.undo"))
    plenum_perform_undo (widget, plenum_workshop_model_get_library (model), plenum_workshop_model_get_id (model));
  else
    plenum_perform_redo (widget, plenum_workshop_model_get_library (model), plenum_workshop_model_get_id (model));
}

static void
plenum_conflict_window_dispose (GObject *object)
{
  PlenumConflictWindow *self = PLENUM_CONFLICT_WINDOW (object);

  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->undo);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (plenum_conflict_window_parent_class)->dispose (object);
}

static void
plenum_conflict_window_class_init (PlenumConflictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_conflict_window_dispose;

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  g_type_ensure (PLENUM_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/conflicts/plenum-conflict-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumConflictWindow, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlenumConflictWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumConflictWindow, list_box);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, turn_cb);
  plenum_keys_bind (widget_class, "win.");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_conflict_window_init (PlenumConflictWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_conflict_window_show:
 * @parent: the window of the workshop
 * @list: its texts that were written twice
 */
void
plenum_conflict_window_show (GtkWindow *parent, PlenumConflictList *list)
{
  PlenumConflictWindow *self = g_object_new (PLENUM_TYPE_CONFLICT_WINDOW, "transient-for", parent, NULL);
  PlenumWorkshopModel *model = plenum_conflict_list_get_model (list);

  self->list = g_object_ref (list);
  self->undo = plenum_undo_new (plenum_workshop_model_get_library (model));
  plenum_undo_set_workshop (self->undo, plenum_workshop_model_get_id (model));
  g_signal_connect_swapped (self->undo, "changed", G_CALLBACK (undo_changed_cb), self);
  undo_changed_cb (self);
  plenum_undo_buttons_set_undo (self->undo_buttons, self->undo);

  g_signal_connect_swapped (list, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  focus_row (self, 0);
}
