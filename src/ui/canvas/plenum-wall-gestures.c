/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer, fingers and the wheel do. Where is decided by the model, since
 * what is far away has no widget. */
#include <glib/gi18n.h>
#include <math.h>

#include "plenum-area-header.h"
#include "plenum-card-menu.h"
#include "plenum-edge-scroll.h"
#include "plenum-wall-private.h"

#define THRESHOLD 6.0 /* pixels that are no drag yet */
#define CORNER    18.0
#define HEAD      40.0
#define WHEEL     60.0

/* The topmost card at a point of the window, or -1. */
int
plenum_wall_hit (PlenumWall *self, double left, double top)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double x, y;
  int hit = -1;

  plenum_wall_view_to_wall (&self->view, left, top, &x, &y);
  plenum_wall_model_find_in (self->model, &GRAPHENE_RECT_INIT (x - 0.5, y - 0.5, 1, 1), found);
  for (guint i = 0; i < found->len; i++)
    hit = MAX (hit, (int) g_array_index (found, guint, i));

  return hit;
}

/* The frame whose title or corner is at a point, or -1. */
static int
hit_frame (PlenumWall *self, double left, double top, PlenumCarry *what)
{
  double x, y;
  int zone;
  graphene_rect_t at;
  const PlenumWallZone *frame;

  plenum_wall_view_to_wall (&self->view, left, top, &x, &y);
  zone = plenum_wall_model_find_zone (self->model, x, y);
  frame = zone >= 0 ? plenum_wall_model_get_zone (self->model, zone) : NULL;
  if (frame == NULL || frame->area == NULL || plenum_board_area_get_id (frame->area) == NULL)
    return -1;

  at = plenum_wall_view_to_window (&self->view, &frame->rect);
  if (!frame->folded && left > at.origin.x + at.size.width - CORNER && top > at.origin.y + at.size.height - CORNER)
    *what = PLENUM_CARRY_CORNER;
  else if (top < at.origin.y + (frame->folded ? at.size.height : MIN (HEAD, at.size.height * 0.2)))
    *what = PLENUM_CARRY_FRAME;
  else
    return -1;

  return zone;
}

/* Typing, and buttons above the wall, are not about the wall. */
static gboolean
is_elsewhere (PlenumWall *self, double left, double top)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), left, top, GTK_PICK_DEFAULT);

  return widget != NULL && (widget == self->controls || gtk_widget_is_ancestor (widget, self->controls)
                            || (self->editor != NULL && (widget == self->editor || gtk_widget_is_ancestor (widget, self->editor))));
}

/* A title is clicked to edit it, and dragged to move the frame. */
static gboolean
is_header (PlenumWall *self, double left, double top)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), left, top, GTK_PICK_DEFAULT);

  return widget != NULL && gtk_widget_get_ancestor (widget, PLENUM_TYPE_AREA_HEADER) != NULL;
}

static void
begin_cb (GtkGestureDrag *gesture, double left, double top, PlenumWall *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  self->press_x = left;
  self->press_y = top;
  self->last_x = self->last_y = self->drift_x = self->drift_y = 0;
  self->panning = self->banding = FALSE;
  if (button == GDK_BUTTON_SECONDARY || is_elsewhere (self, left, top))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (self->carry != PLENUM_CARRY_NOTHING)
    plenum_wall_put_back (self);
}

/* What a drag is about shows when it begins. */
static void
start (PlenumWall *self, GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  PlenumCarry what = PLENUM_CARRY_NOTHING;
  int item = plenum_wall_hit (self, self->press_x, self->press_y), zone;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  plenum_wall_end_edit (self, TRUE);
  /* Until now it said where the pointer is, and from now on how far it came. */
  self->last_x = self->last_y = 0;
  if (button == GDK_BUTTON_MIDDLE || self->space)
    {
      self->panning = self->space_used = TRUE;
      return;
    }
  if (item >= 0)
    {
      plenum_wall_focus_item (self, item);
      plenum_wall_carry_cards (self, item, FALSE);
      return;
    }

  zone = hit_frame (self, self->press_x, self->press_y, &what);
  if (zone >= 0)
    plenum_wall_carry_frame (self, zone, what);
  else if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) || self->armed)
    {
      double x, y;

      plenum_wall_view_to_wall (&self->view, self->press_x, self->press_y, &x, &y);
      self->band = GRAPHENE_RECT_INIT (x, y, 0, 0);
      self->banding = TRUE;
    }
  else
    self->panning = TRUE;
}

/* To where the pointer is, wherever the wall has gone meanwhile. */
static void
follow_pointer (PlenumWall *self)
{
  double right = self->last_x / self->view.zoom + self->drift_x, down = self->last_y / self->view.zoom + self->drift_y;

  if (self->banding)
    {
      self->band.size = GRAPHENE_SIZE_INIT (right, down);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->carry != PLENUM_CARRY_NOTHING)
    plenum_wall_carry_to (self, right, down, self->snaps && !self->exact);
}

/* What is dragged to the edge brings more of the wall into view. */
static gboolean
edge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlenumWall *self = PLENUM_WALL (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time > 0 ? (now - self->edge_time) / (double) G_USEC_PER_SEC : 0;
  double right = plenum_edge_scroll_speed (self->press_x + self->last_x, self->view.width) * seconds;
  double down = plenum_edge_scroll_speed (self->press_y + self->last_y, self->view.height) * seconds;

  self->edge_time = now;
  if (right != 0 || down != 0)
    {
      plenum_wall_pan (self, -right, -down);
      self->drift_x += right / self->view.zoom;
      self->drift_y += down / self->view.zoom;
      follow_pointer (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
watch_edges (PlenumWall *self, gboolean watch)
{
  if (watch && self->edge_tick == 0)
    {
      self->edge_time = 0;
      self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_cb, NULL, NULL);
    }
  else if (!watch && self->edge_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
      self->edge_tick = 0;
    }
}

static void
update_cb (GtkGestureDrag *gesture, double right, double down, PlenumWall *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->panning && !self->banding && self->carry == PLENUM_CARRY_NOTHING)
    {
      if (hypot (right, down) < THRESHOLD)
        return;
      start (self, gesture);
      watch_edges (self, !self->panning);
    }

  if (self->panning)
    plenum_wall_pan (self, right - self->last_x, down - self->last_y);
  self->last_x = right;
  self->last_y = down;
  self->exact = (state & GDK_ALT_MASK) != 0;
  follow_pointer (self);
}

static void
select_band (PlenumWall *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *sentence = NULL;
  graphene_rect_t band;

  graphene_rect_normalize_r (&self->band, &band);
  plenum_wall_model_find_in (self->model, &band, found);
  for (guint i = 0; i < found->len; i++)
    {
      PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, g_array_index (found, guint, i))->entry;

      if (!plenum_board_entry_is_stack (entry))
        g_ptr_array_add (entries, entry);
    }
  plenum_card_selection_set (plenum_board_desk_get_selection (self->desk), entries);
  sentence = g_strdup_printf (ngettext ("%u card selected", "%u cards selected", entries->len), entries->len);
  plenum_board_desk_say (self->desk, sentence);
}

static void
end_cb (GtkGestureDrag *gesture, double right, double down, PlenumWall *self)
{
  watch_edges (self, FALSE);
  if (self->banding)
    select_band (self);
  else if (self->carry != PLENUM_CARRY_NOTHING && !self->by_keys)
    plenum_wall_drop (self);
  self->panning = self->banding = self->armed = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlenumWall *self)
{
  watch_edges (self, FALSE);
  if (self->carry != PLENUM_CARRY_NOTHING && !self->by_keys)
    plenum_wall_put_back (self);
  self->panning = self->banding = self->armed = FALSE;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double left, double top, PlenumWall *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int item = plenum_wall_hit (self, left, top);
  double x, y;

  if (is_elsewhere (self, left, top) || is_header (self, left, top) || self->space)
    return;

  plenum_wall_end_edit (self, TRUE);
  plenum_wall_view_to_wall (&self->view, left, top, &x, &y);
  if (item >= 0 && n_press == 1)
    {
      PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, item)->entry;
      PlenumCardSelection *selection = plenum_board_desk_get_selection (self->desk);

      plenum_wall_focus_item (self, item);
      if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
        plenum_board_desk_toggle (self->desk, entry);
      else
        plenum_card_selection_select_only (selection, entry);
    }
  else if (n_press == 2 && plenum_board_desk_is_read_only (self->desk))
    return;
  else if (item >= 0 && n_press == 2)
    plenum_wall_edit (self, item);
  else if (n_press == 1)
    plenum_card_selection_select_none (plenum_board_desk_get_selection (self->desk));
  else if (n_press == 2)
    plenum_wall_type_card (self, plenum_wall_model_find_zone (self->model, x, y), &GRAPHENE_POINT_INIT (x, y));
}

static gboolean
open_menu (PlenumWall *self, double left, double top)
{
  int item = plenum_wall_hit (self, left, top);

  if (item < 0 || is_elsewhere (self, left, top))
    return FALSE;

  plenum_wall_focus_item (self, item);
  plenum_card_menu_pop_up (GTK_WIDGET (self), self->desk, left, top);
  return TRUE;
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double left, double top, PlenumWall *self)
{
  if (open_menu (self, left, top))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* A long touch on the ground makes a rubber band of the drag that follows. */
static void
long_pressed_cb (GtkGestureLongPress *gesture, double left, double top, PlenumWall *self)
{
  if (open_menu (self, left, top))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  else
    self->armed = TRUE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double right, double down, PlenumWall *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_CONTROL_MASK)
    plenum_wall_zoom (self, self->view.zoom * exp (-down * 0.15), self->last_x, self->last_y);
  else if (state & GDK_SHIFT_MASK)
    plenum_wall_pan (self, -(right + down) * WHEEL, 0);
  else
    plenum_wall_pan (self, -right * WHEEL, -down * WHEEL);

  return GDK_EVENT_STOP;
}

static void
motion_cb (GtkEventControllerMotion *controller, double left, double top, PlenumWall *self)
{
  if (!self->panning && !self->banding && self->carry == PLENUM_CARRY_NOTHING)
    {
      self->last_x = left;
      self->last_y = top;
    }
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, PlenumWall *self)
{
  self->pinch = self->view.zoom;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, PlenumWall *self)
{
  double left, top;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &left, &top))
    plenum_wall_zoom (self, self->pinch * scale, left, top);
}

static gboolean
is_typing (PlenumWall *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !PLENUM_IS_WALL_CARD (focus);
}

/* While cards are carried the keys are about them. Space is held to pan; let go
 * without that it selects. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumWall *self)
{
  if (plenum_wall_carry_key (self, keyval, state))
    return TRUE;
  if (keyval != GDK_KEY_space || is_typing (self) || (state & GDK_CONTROL_MASK))
    return FALSE;

  if (!self->space)
    self->space_used = FALSE;
  self->space = TRUE;
  return TRUE;
}

static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, PlenumWall *self)
{
  int current = plenum_wall_get_current (self);

  if (keyval != GDK_KEY_space || !self->space)
    return;

  self->space = FALSE;
  if (!self->space_used && current >= 0)
    plenum_board_desk_toggle (self->desk, plenum_wall_model_get_item (self->model, current)->entry);
}

static void
add_drag (PlenumWall *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
plenum_wall_add_gestures (PlenumWall *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();

  add_drag (self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
}
