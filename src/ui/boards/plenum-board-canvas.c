/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a board side by side, and the ways between their cards. */
#include "plenum-board-canvas.h"

#include <glib/gi18n.h>

#include "plenum-board-row.h"
#include "plenum-card-menu.h"
#include "plenum-card-mover.h"

struct _PlenumBoardCanvas
{
  GtkWidget         parent_instance;

  PlenumBoardDesk  *desk;
  PlenumBoardModel *model;
  GtkWidget        *scroller;
  GtkWidget        *box;
  GtkWidget        *add;
  GPtrArray        *columns; /* unowned */
  PlenumCardMover  *mover;
};

G_DEFINE_FINAL_TYPE (PlenumBoardCanvas, plenum_board_canvas, GTK_TYPE_WIDGET)

static int
find_column_of (PlenumBoardCanvas *self, PlenumBoardEntry *entry)
{
  for (guint i = 0; entry != NULL && i < self->columns->len; i++)
    if (plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[i]), entry) >= 0)
      return i;

  return -1;
}

/**
 * plenum_board_canvas_find_column:
 *
 * Returns: (transfer none) (nullable): the column of that area, if the board has it
 */
PlenumBoardColumn *
plenum_board_canvas_find_column (PlenumBoardCanvas *self, const char *area)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_CANVAS (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (plenum_board_area_get_id (plenum_board_column_get_area (self->columns->pdata[i])), area) == 0)
      return self->columns->pdata[i];

  return NULL;
}

/* Brings a column into view from the side. */
static void
scroll_to_column (PlenumBoardCanvas *self, GtkWidget *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (column, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x - 12, bounds.origin.x + bounds.size.width + 12);
}

static void
show_cb (PlenumBoardDesk *desk, PlenumBoardEntry *entry, PlenumBoardShow how, PlenumBoardCanvas *self)
{
  int column = find_column_of (self, entry);

  if (column < 0 || how == PLENUM_BOARD_DETAILS || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  scroll_to_column (self, self->columns->pdata[column]);
  plenum_board_column_show (self->columns->pdata[column], entry, how);
}

static PlenumBoardEntry *
get_at (PlenumBoardCanvas *self, int column, int position)
{
  PlenumBoardArea *area = plenum_board_column_get_area (self->columns->pdata[column]);

  return position < 0 ? NULL : g_list_model_get_item (G_LIST_MODEL (area), position);
}

static void
focus_column (PlenumBoardCanvas *self, int column, int position)
{
  if (column < 0 || column >= (int) self->columns->len)
    return;

  scroll_to_column (self, self->columns->pdata[column]);
  plenum_board_column_focus_list (self->columns->pdata[column], MAX (position, 0));
}

static void
focus_sideways (PlenumBoardCanvas *self, PlenumBoardEntry *current, int column, int position, gboolean right)
{
  PlenumBoardEntry *stack = plenum_board_entry_get_stack (current);
  gboolean is_stack = plenum_board_entry_is_stack (current);

  if (is_stack && right && !plenum_board_entry_get_open (current))
    plenum_board_model_set_open (self->model, current, TRUE);
  else if (is_stack && !right && plenum_board_entry_get_open (current))
    plenum_board_model_set_open (self->model, current, FALSE);
  else if (stack != NULL && !right)
    plenum_board_column_show (self->columns->pdata[column], stack, PLENUM_BOARD_FOCUS);
  else
    focus_column (self, column + (right ? 1 : -1), position);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  int column = find_column_of (self, current);
  int position;

  if (column < 0)
    return;

  position = plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[column]), current);
  if (g_str_equal (where, "up") && position == 0)
    plenum_board_column_focus_entry (self->columns->pdata[column]);
  else if (g_str_equal (where, "up"))
    focus_column (self, column, position - 1);
  else if (g_str_equal (where, "down"))
    focus_column (self, column, position + 1);
  else if (g_str_equal (where, "first"))
    focus_column (self, column, 0);
  else if (g_str_equal (where, "last"))
    focus_column (self, column, G_MAXINT);
  else
    focus_sideways (self, current, column, position,
                    g_str_equal (where, "right") == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL));
}

static void
extend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (widget);
  gboolean up = g_str_equal (g_variant_get_string (parameter, NULL), "up");
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  int column = find_column_of (self, current);
  int position;
  g_autoptr (PlenumBoardEntry) next = NULL;

  if (column < 0)
    return;

  if (plenum_board_model_n_selected (self->model) == 0)
    plenum_board_desk_click (self->desk, current, 0);
  position = plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[column]), current);
  next = get_at (self, column, position + (up ? -1 : 1));
  if (next == NULL)
    return;

  plenum_board_desk_extend (self->desk, next);
  plenum_board_column_show (self->columns->pdata[column], next, PLENUM_BOARD_FOCUS);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (widget);
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  int column = find_column_of (self, current);
  guint n;

  if (column < 0)
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (plenum_board_column_get_area (self->columns->pdata[column])));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumBoardEntry) entry = get_at (self, column, i);

      if (!plenum_board_entry_is_stack (entry))
        plenum_board_model_select (self->model, entry, TRUE);
    }
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (widget);
  int column = find_column_of (self, plenum_board_desk_get_current (self->desk));

  if (column < 0)
    return;

  scroll_to_column (self, self->columns->pdata[column]);
  plenum_board_column_focus_entry (self->columns->pdata[column]);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_card_mover_pick_up (PLENUM_BOARD_CANVAS (widget)->mover);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;
  double left = 12, top = 24;
  int x, y;

  if (row == NULL || !PLENUM_IS_BOARD_ROW (row))
    return;

  if (parameter != NULL)
    {
      g_variant_get (parameter, "(ii)", &x, &y);
      left = x;
      top = y;
    }
  gtk_widget_translate_coordinates (row, widget, left, top, &left, &top);
  plenum_card_menu_pop_up (widget, self->desk, &(GdkRectangle) { left, top, 1, 1 });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumBoardCanvas *self)
{
  return plenum_card_mover_key (self->mover, keyval);
}

static void
pressed_cb (PlenumBoardCanvas *self)
{
  plenum_card_mover_cancel (self->mover);
}

static void
areas_changed_cb (GListModel *model, guint position, guint removed, guint added, PlenumBoardCanvas *self)
{
  plenum_card_mover_cancel (self->mover);
  for (guint i = 0; i < removed; i++)
    {
      gtk_box_remove (GTK_BOX (self->box), self->columns->pdata[position]);
      g_ptr_array_remove_index (self->columns, position);
    }
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (model, i);
      GtkWidget *column = plenum_board_column_new (self->desk, area);

      gtk_box_insert_child_after (GTK_BOX (self->box), column, i > 0 ? self->columns->pdata[i - 1] : NULL);
      g_ptr_array_insert (self->columns, i, column);
    }
}

static void
plenum_board_canvas_dispose (GObject *object)
{
  PlenumBoardCanvas *self = PLENUM_BOARD_CANVAS (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_pointer (&self->mover, plenum_card_mover_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_board_canvas_parent_class)->dispose (object);
}

static void
plenum_board_canvas_class_init (PlenumBoardCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_board_canvas_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcanvas");
  gtk_widget_class_install_action (widget_class, "card.focus", "s", focus_action);
  gtk_widget_class_install_action (widget_class, "card.extend", "s", extend_action);
  gtk_widget_class_install_action (widget_class, "card.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "card.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "card.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "card.menu-at", "(ii)", menu_action);
}

static void
plenum_board_canvas_init (PlenumBoardCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->columns = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "columns");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);

  self->add = gtk_button_new_with_mnemonic (_("New _area"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "new-area");
  gtk_widget_set_valign (self->add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "board.new-area");
  gtk_box_append (GTK_BOX (self->box), self->add);

  /* While cards are carried the keys are about them, whatever has the focus. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
plenum_board_canvas_new (PlenumBoardDesk *desk)
{
  PlenumBoardCanvas *self = g_object_new (PLENUM_TYPE_BOARD_CANVAS, NULL);
  GListModel *model = G_LIST_MODEL (plenum_board_desk_get_model (desk));

  self->desk = g_object_ref (desk);
  self->model = g_object_ref (plenum_board_desk_get_model (desk));
  self->mover = plenum_card_mover_new (desk, self->columns);
  g_signal_connect (desk, "show", G_CALLBACK (show_cb), self);
  g_signal_connect (model, "items-changed", G_CALLBACK (areas_changed_cb), self);
  areas_changed_cb (model, 0, 0, g_list_model_get_n_items (model), self);

  return GTK_WIDGET (self);
}
