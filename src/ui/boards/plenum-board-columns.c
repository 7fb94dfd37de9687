/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a board side by side, and the ways between their cards. */
#include "plenum-board-columns.h"

#include <glib/gi18n.h>

#include "plenum-board-column.h"
#include "plenum-board-commands.h"
#include "plenum-board-surface.h"
#include "plenum-card-mover.h"
#include "plenum-edge-scroll.h"
#include "plenum-kind-icons.h"

struct _PlenumBoardColumns
{
  GtkWidget         parent_instance;

  PlenumBoardDesk  *desk;
  PlenumBoardModel *model;
  GtkWidget        *scroller;
  GtkWidget        *box;
  GtkWidget        *add;
  GPtrArray        *columns; /* unowned */
  GPtrArray        *icons;   /* held, so that they stay loaded */
  PlenumCardMover  *mover;
};

static void surface_init (PlenumBoardSurfaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumBoardColumns, plenum_board_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (PLENUM_TYPE_BOARD_SURFACE, surface_init))

static int
find_column_of (PlenumBoardColumns *self, PlenumBoardEntry *entry)
{
  for (guint i = 0; entry != NULL && i < self->columns->len; i++)
    if (plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[i]), entry) >= 0)
      return i;

  return -1;
}

/* The column of that area, if the board has it. */
static PlenumBoardColumn *
find_column (PlenumBoardColumns *self, const char *area)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (plenum_board_area_get_id (plenum_board_column_get_area (self->columns->pdata[i])), area) == 0)
      return self->columns->pdata[i];

  return NULL;
}

/* Brings a column into view from the side. */
static void
scroll_to_column (PlenumBoardColumns *self, GtkWidget *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (column, self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x - 12, bounds.origin.x + bounds.size.width + 12);
}

static void
show_entry (PlenumBoardSurface *surface, PlenumBoardEntry *entry, PlenumBoardShow how)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (surface);
  int column = find_column_of (self, entry);

  if (column < 0)
    return;

  scroll_to_column (self, self->columns->pdata[column]);
  plenum_board_column_show (self->columns->pdata[column], entry, how);
}

static gboolean
get_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry, graphene_rect_t *place)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (surface);
  int column = find_column_of (self, entry);
  GtkWidget *row = column >= 0 ? plenum_board_column_find_row (self->columns->pdata[column], entry) : NULL;

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self), place);
}

static char *
describe_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry)
{
  return plenum_board_desk_describe_place (PLENUM_BOARD_COLUMNS (surface)->desk, entry);
}

static PlenumBoardEntry *
get_at (PlenumBoardColumns *self, int column, int position)
{
  PlenumBoardArea *area = plenum_board_column_get_area (self->columns->pdata[column]);

  return position < 0 ? NULL : g_list_model_get_item (G_LIST_MODEL (area), position);
}

static void
focus_column (PlenumBoardColumns *self, int column, int position)
{
  if (column < 0 || column >= (int) self->columns->len)
    return;

  scroll_to_column (self, self->columns->pdata[column]);
  plenum_board_column_focus_list (self->columns->pdata[column], MAX (position, 0));
}

static void
focus_sideways (PlenumBoardColumns *self, PlenumBoardEntry *current, int column, int position, gboolean right)
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
extend (PlenumBoardColumns *self, PlenumBoardEntry *current, int column, int position)
{
  PlenumCardSelection *selection = plenum_board_desk_get_selection (self->desk);
  g_autoptr (PlenumBoardEntry) next = get_at (self, column, position);

  if (plenum_card_selection_count (selection) == 0)
    plenum_card_selection_select_only (selection, current);
  if (next == NULL)
    return;

  plenum_card_selection_extend (selection, next);
  plenum_board_column_show (self->columns->pdata[column], next, PLENUM_BOARD_FOCUS);
}

static void
go (PlenumBoardSurface *surface, PlenumBoardDirection where, gboolean extending)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (surface);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  int column = find_column_of (self, current);
  int position;

  if (column < 0)
    return;

  position = plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[column]), current);
  if (extending && where != PLENUM_BOARD_UP && where != PLENUM_BOARD_DOWN)
    return;
  if (extending)
    extend (self, current, column, position + (where == PLENUM_BOARD_UP ? -1 : 1));
  else if (where == PLENUM_BOARD_UP && position == 0)
    plenum_board_column_focus_entry (self->columns->pdata[column]);
  else if (where == PLENUM_BOARD_UP)
    focus_column (self, column, position - 1);
  else if (where == PLENUM_BOARD_DOWN)
    focus_column (self, column, position + 1);
  else if (where == PLENUM_BOARD_FIRST)
    focus_column (self, column, 0);
  else if (where == PLENUM_BOARD_LAST)
    focus_column (self, column, G_MAXINT);
  else
    focus_sideways (self, current, column, position, (where == PLENUM_BOARD_RIGHT) != rtl);
}

/* All of the area in which one is. */
static void
select_all (PlenumBoardSurface *surface)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (surface);
  int column = find_column_of (self, plenum_board_desk_get_current (self->desk));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumBoardEntry *entry;

  if (column < 0)
    return;

  for (guint i = 0; (entry = get_at (self, column, i)) != NULL; i++)
    g_ptr_array_add (entries, entry);
  plenum_card_selection_set (plenum_board_desk_get_selection (self->desk), entries);
}

static void
new_card (PlenumBoardSurface *surface, const char *area)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (surface);
  int current = area == NULL ? find_column_of (self, plenum_board_desk_get_current (self->desk)) : -1;
  PlenumBoardColumn *column = area != NULL ? find_column (self, area) : current >= 0 ? self->columns->pdata[current] : NULL;

  if (column == NULL)
    return;

  scroll_to_column (self, GTK_WIDGET (column));
  plenum_board_column_focus_entry (column);
}

static void
pick_up (PlenumBoardSurface *surface)
{
  plenum_card_mover_pick_up (PLENUM_BOARD_COLUMNS (surface)->mover);
}

static void
cancel (PlenumBoardSurface *surface)
{
  plenum_card_mover_cancel (PLENUM_BOARD_COLUMNS (surface)->mover);
}

static void
rename_area (PlenumBoardSurface *surface, const char *area)
{
  PlenumBoardColumn *column = find_column (PLENUM_BOARD_COLUMNS (surface), area);

  if (column != NULL)
    plenum_board_column_rename (column);
}

static GtkWidget *
get_area_widget (PlenumBoardSurface *surface, const char *area)
{
  PlenumBoardColumn *column = find_column (PLENUM_BOARD_COLUMNS (surface), area);

  return column != NULL ? plenum_board_column_get_header (column) : GTK_WIDGET (surface);
}

/* The column before which an area that is dragged would land. */
static guint
find_drop (PlenumBoardColumns *self, double x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint i;

  for (i = 0; i < self->columns->len; i++)
    {
      graphene_rect_t bounds;
      double middle;

      if (!gtk_widget_compute_bounds (self->columns->pdata[i], GTK_WIDGET (self), &bounds))
        continue;
      middle = bounds.origin.x + bounds.size.width / 2;
      if (rtl ? x > middle : x < middle)
        break;
    }

  return i;
}

static void
mark_drop (PlenumBoardColumns *self, int before)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      gtk_widget_remove_css_class (self->columns->pdata[i], "area-before");
      gtk_widget_remove_css_class (self->columns->pdata[i], "area-after");
    }
  if (before >= 0 && before < (int) self->columns->len)
    gtk_widget_add_css_class (self->columns->pdata[before], "area-before");
  else if (before > 0)
    gtk_widget_add_css_class (self->columns->pdata[before - 1], "area-after");
}

static GdkDragAction
area_motion_cb (GtkDropTarget *target, double x, double y, PlenumBoardColumns *self)
{
  mark_drop (self, find_drop (self, x));

  return GDK_ACTION_MOVE;
}

static void
area_leave_cb (GtkDropTarget *target, PlenumBoardColumns *self)
{
  mark_drop (self, -1);
}

static gboolean
area_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlenumBoardColumns *self)
{
  PlenumBoardArea *area = g_value_get_object (value);
  guint before = find_drop (self, x);
  PlenumBoardArea *next = before < self->columns->len ? plenum_board_column_get_area (self->columns->pdata[before]) : NULL;

  mark_drop (self, -1);
  /* An area of another window is of another board. */
  if (plenum_board_model_get_area (self->model, plenum_board_area_get_id (area)) != area)
    return FALSE;

  plenum_board_commands_place_area (self->desk, plenum_board_area_get_id (area), next != NULL ? plenum_board_area_get_id (next) : NULL);

  return TRUE;
}

static void
add_area_drop (PlenumBoardColumns *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PLENUM_TYPE_BOARD_AREA, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (area_motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (area_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (area_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (area_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
surface_init (PlenumBoardSurfaceInterface *iface)
{
  iface->show_entry = show_entry;
  iface->get_place = get_place;
  iface->describe_place = describe_place;
  iface->go = go;
  iface->select_all = select_all;
  iface->new_card = new_card;
  iface->pick_up = pick_up;
  iface->rename_area = rename_area;
  iface->get_area_widget = get_area_widget;
  iface->cancel = cancel;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumBoardColumns *self)
{
  return plenum_card_mover_key (self->mover, keyval);
}

static void
pressed_cb (PlenumBoardColumns *self)
{
  plenum_card_mover_cancel (self->mover);
}

/* The column of an area that only moved, taken from those that were removed. */
static GtkWidget *
take_column (GPtrArray *removed, PlenumBoardArea *area)
{
  for (guint i = 0; i < removed->len; i++)
    if (plenum_board_column_get_area (removed->pdata[i]) == area)
      return g_ptr_array_steal_index (removed, i);

  return NULL;
}

static void
areas_changed_cb (GListModel *model, guint position, guint removed, guint added, PlenumBoardColumns *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();

  plenum_card_mover_cancel (self->mover);
  for (guint i = position; i < position + removed; i++)
    g_ptr_array_add (before, self->columns->pdata[i]);
  if (removed > 0)
    g_ptr_array_remove_range (self->columns, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (model, i);
      GtkWidget *column = take_column (before, area);
      GtkWidget *after = i > 0 ? self->columns->pdata[i - 1] : NULL;

      /* What moves keeps its widget, and with it the focus and what it is scrolled to. */
      if (column != NULL)
        gtk_box_reorder_child_after (GTK_BOX (self->box), column, after);
      else
        {
          column = plenum_board_column_new (self->desk, area);
          gtk_box_insert_child_after (GTK_BOX (self->box), column, after);
        }
      g_ptr_array_insert (self->columns, i, column);
    }

  for (guint i = 0; i < before->len; i++)
    gtk_box_remove (GTK_BOX (self->box), before->pdata[i]);
}

static void
plenum_board_columns_dispose (GObject *object)
{
  PlenumBoardColumns *self = PLENUM_BOARD_COLUMNS (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->mover, plenum_card_mover_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->icons, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_board_columns_parent_class)->dispose (object);
}

static void
plenum_board_columns_class_init (PlenumBoardColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_board_columns_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcolumns");
}

static void
plenum_board_columns_init (PlenumBoardColumns *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->columns = g_ptr_array_new ();
  self->icons = plenum_kind_icons_load (GTK_WIDGET (self));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  plenum_edge_scroll_add (GTK_SCROLLED_WINDOW (self->scroller));
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
  add_area_drop (self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
plenum_board_columns_new (PlenumBoardDesk *desk)
{
  PlenumBoardColumns *self = g_object_new (PLENUM_TYPE_BOARD_COLUMNS, NULL);
  GListModel *model = G_LIST_MODEL (plenum_board_desk_get_model (desk));

  plenum_board_surface_set_desk (PLENUM_BOARD_SURFACE (self), desk);
  self->desk = g_object_ref (desk);
  self->model = g_object_ref (plenum_board_desk_get_model (desk));
  self->mover = plenum_card_mover_new (desk, self->columns);
  g_signal_connect (model, "items-changed", G_CALLBACK (areas_changed_cb), self);
  areas_changed_cb (model, 0, 0, g_list_model_get_n_items (model), self);

  return GTK_WIDGET (self);
}
