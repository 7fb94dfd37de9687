/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall.h"

#include <glib/gi18n.h>

#include "plenum-keys.h"
#include "plenum-wall-axes.h"
#include "plenum-wall-private.h"

#define NEARLY_ALL 0.8
#define NARROW   500 /* pixels */
#define READABLE 0.6

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumWall, plenum_wall, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (PLENUM_TYPE_BOARD_SURFACE, plenum_wall_surface_init))

/* Where an item is at the moment: one that is carried is elsewhere already. */
graphene_rect_t
plenum_wall_item_rect (PlenumWall *self, guint item)
{
  PlenumWallScene scene = plenum_wall_get_scene (self);

  return plenum_wall_scene_item_rect (&scene, item);
}

/* The beamer may go along. Whoever sees nearly all of the wall looks at all of it. */
static void
tell_view (PlenumWall *self)
{
  graphene_rect_t bounds = plenum_wall_model_get_bounds (self->model), seen = plenum_wall_view_seen (&self->view), both;

  if (!graphene_rect_intersection (&bounds, &seen, &both)
      || (both.size.width >= bounds.size.width * NEARLY_ALL && both.size.height >= bounds.size.height * NEARLY_ALL))
    seen = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "workshop.look-at", "(dddd)",
                              seen.origin.x, seen.origin.y, seen.size.width, seen.size.height);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlenumWall *self = PLENUM_WALL (widget);

  self->tick = 0;
  plenum_wall_sync (self);
  tell_view (self);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/* Once before the next frame, for children cannot come and go within one. */
void
plenum_wall_queue_sync (PlenumWall *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
show_zoom (PlenumWall *self)
{
  /* Translators: how large the wall is seen */
  g_autofree char *percent = g_strdup_printf (_("%.0f %%"), self->view.zoom * 100);

  gtk_label_set_label (self->percent, percent);
}

/* Another part of the wall is seen. */
void
plenum_wall_changed (PlenumWall *self)
{
  show_zoom (self);
  plenum_wall_queue_sync (self);
}

/**
 * plenum_wall_fit:
 *
 * Shows all of it.
 */
void
plenum_wall_fit (PlenumWall *self)
{
  graphene_rect_t bounds;

  g_return_if_fail (PLENUM_IS_WALL (self));

  bounds = plenum_wall_model_get_bounds (self->model);
  plenum_wall_view_fit (&self->view, &bounds, 1);
  plenum_wall_changed (self);
}

/**
 * plenum_wall_zoom:
 * @left: the point that stays where it is, in the wall's window
 * @top: the same
 */
void
plenum_wall_zoom (PlenumWall *self, double zoom, double left, double top)
{
  g_return_if_fail (PLENUM_IS_WALL (self));

  plenum_wall_view_zoom_at (&self->view, zoom, left, top);
  plenum_wall_changed (self);
}

void
plenum_wall_pan (PlenumWall *self, double right, double down)
{
  g_return_if_fail (PLENUM_IS_WALL (self));

  plenum_wall_view_pan (&self->view, right, down);
  plenum_wall_changed (self);
}

/* The card that has the focus or had it last, or -1. */
int
plenum_wall_get_current (PlenumWall *self)
{
  return plenum_wall_model_find (self->model, plenum_board_desk_get_current (self->desk));
}

/* Brings a card into view and gives it the focus; a neighbour's name is worth a look then. */
void
plenum_wall_focus_item (PlenumWall *self, int item)
{
  PlenumWallCard *card;
  graphene_rect_t rect;
  g_autofree char *place = NULL;

  if (item < 0)
    return;

  rect = plenum_wall_item_rect (self, item);
  self->focus_at = rect;
  if (plenum_wall_view_reveal (&self->view, &rect))
    plenum_wall_changed (self);
  card = plenum_wall_need_card (self, item);
  plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), plenum_wall_card_get_entry (card));
  place = plenum_wall_say_place (self, item, TRUE);
  plenum_wall_card_describe (card, place);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* On a phone all of it would be too small to read: then where it begins is seen. */
static void
show_first (PlenumWall *self)
{
  const graphene_rect_t *first = &plenum_wall_model_get_zone (self->model, 0)->rect;

  if (self->view.width >= NARROW || self->view.zoom >= READABLE)
    return;

  plenum_wall_view_zoom_at (&self->view, READABLE, 0, 0);
  plenum_wall_view_show_corner (&self->view, first->origin.x, first->origin.y);
  plenum_wall_changed (self);
}

/* Another board begins with all of it in view; the same stays as it was left. */
static void
choose_view (PlenumWall *self)
{
  const char *board = plenum_board_model_get_board (self->board);

  if (self->view.width <= 0 || plenum_wall_model_n_zones (self->model) == 0 || g_strcmp0 (self->fitted, board) == 0)
    return;

  g_free (self->fitted);
  self->fitted = g_strdup (board);
  plenum_wall_fit (self);
  show_first (self);
}

/* What has the focus when the card that had it has gone, or -1. */
static int
find_nearest (PlenumWall *self, const graphene_rect_t *rect)
{
  graphene_point_t from = plenum_wall_middle (rect);
  float best = G_MAXFLOAT;
  int nearest = -1;

  for (guint i = 0; i < plenum_wall_model_n_items (self->model); i++)
    {
      graphene_point_t to = plenum_wall_middle (plenum_wall_model_get_rect (self->model, i));
      float distance = graphene_point_distance (&from, &to, NULL, NULL);

      if (distance < best)
        {
          best = distance;
          nearest = i;
        }
    }

  return nearest;
}

static void
model_changed_cb (PlenumWall *self)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean focused = child != NULL && PLENUM_IS_WALL_CARD (child);

  plenum_wall_put_back (self);
  self->moved = TRUE;
  g_hash_table_remove_all (self->lines);
  plenum_wall_drop_cards (self, FALSE);
  choose_view (self);
  plenum_wall_queue_sync (self);
  for (guint i = 0; i < 2 && self->axes[i] != NULL; i++)
    {
      g_autofree char *label = plenum_wall_axes_label (self->model, i == 1);

      gtk_button_set_label (GTK_BUTTON (self->axes[i]), label);
    }
  if (focused && plenum_wall_model_find (self->model, current) >= 0)
    plenum_wall_focus_item (self, plenum_wall_model_find (self->model, current));
  else if (focused)
    plenum_wall_focus_item (self, find_nearest (self, &self->focus_at));
}

static void
plenum_wall_map (GtkWidget *widget)
{
  PlenumWall *self = PLENUM_WALL (widget);

  GTK_WIDGET_CLASS (plenum_wall_parent_class)->map (widget);

  plenum_wall_ink_update (self->ink, widget);
  plenum_wall_model_follow (self->model, TRUE);
}

static void
plenum_wall_unmap (GtkWidget *widget)
{
  PlenumWall *self = PLENUM_WALL (widget);

  plenum_wall_put_back (self);
  plenum_wall_model_follow (self->model, FALSE);

  GTK_WIDGET_CLASS (plenum_wall_parent_class)->unmap (widget);
}

static void
plenum_wall_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumWall *self = PLENUM_WALL (widget);

  if (self->view.width != width || self->view.height != height)
    {
      plenum_wall_view_resize (&self->view, width, height);
      choose_view (self);
      plenum_wall_queue_sync (self);
    }
  plenum_wall_place_children (self);
}

static void
plenum_wall_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                     int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = 120;
  *natural = 600;
}

static void
plenum_wall_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumWall *self = PLENUM_WALL (widget);

  plenum_wall_ink_begin (self->ink);
  plenum_wall_paint (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != self->controls && child != self->editor)
      gtk_widget_snapshot_child (widget, child, snapshot);
  plenum_wall_paint_above (self, snapshot);
  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  gtk_widget_snapshot_child (widget, self->controls, snapshot);
  if (self->ink->late)
    plenum_wall_queue_sync (self);
}

static void
plenum_wall_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlenumWall *self = PLENUM_WALL (widget);

  GTK_WIDGET_CLASS (plenum_wall_parent_class)->css_changed (widget, change);
  plenum_wall_ink_update (self->ink, widget);
  g_hash_table_remove_all (self->lines);
}

static void
plenum_wall_dispose (GObject *object)
{
  PlenumWall *self = PLENUM_WALL (object);
  GtkWidget *child;

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      plenum_wall_model_follow (self->model, FALSE);
    }
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (plenum_board_desk_get_selection (self->desk), self);
  g_hash_table_remove_all (self->cards);
  g_hash_table_remove_all (self->headers);
  g_ptr_array_set_size (self->pool, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = self->controls = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->board);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_wall_parent_class)->dispose (object);
}

static void
plenum_wall_finalize (GObject *object)
{
  PlenumWall *self = PLENUM_WALL (object);

  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->carried);
  g_ptr_array_unref (self->pool);
  plenum_wall_ink_free (self->ink);
  g_free (self->fitted);
  g_free (self->edit_area);

  G_OBJECT_CLASS (plenum_wall_parent_class)->finalize (object);
}

static void
plenum_wall_class_init (PlenumWallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_wall_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_wall_finalize;
  widget_class->map = plenum_wall_map;
  widget_class->unmap = plenum_wall_unmap;
  widget_class->measure = plenum_wall_measure;
  widget_class->size_allocate = plenum_wall_size_allocate;
  widget_class->snapshot = plenum_wall_snapshot;
  widget_class->css_changed = plenum_wall_css_changed;
  widget_class->focus = plenum_wall_focus;
  widget_class->grab_focus = plenum_wall_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "wall");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  plenum_wall_install_commands (widget_class);
  plenum_keys_bind (widget_class, "wall.");
  plenum_keys_bind (widget_class, "card.new"); /* where there is no card yet, too */
}

static void
plenum_wall_init (PlenumWall *self)
{
  self->ink = plenum_wall_ink_new ();
  self->view.zoom = 1;
  self->snaps = TRUE;
  self->cards = g_hash_table_new (NULL, NULL);
  self->pool = g_ptr_array_new ();
  self->headers = g_hash_table_new (NULL, NULL);
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->carried = g_hash_table_new (NULL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
new_wall (PlenumBoardDesk *desk, gboolean matrix)
{
  PlenumWall *self = g_object_new (PLENUM_TYPE_WALL, NULL);

  self->desk = g_object_ref (desk);
  self->board = g_object_ref (plenum_board_desk_get_model (desk));
  self->model = plenum_wall_model_new (self->board, matrix);
  plenum_board_surface_set_desk (PLENUM_BOARD_SURFACE (self), desk);
  /* A list is read when it is first asked for: the polls shall be there by the time they are. */
  if (matrix)
    plenum_workshop_model_get_list (plenum_board_model_get_workshop (self->board), PLENUM_POLL);
  self->controls = plenum_wall_new_controls (self);
  gtk_widget_set_parent (self->controls, GTK_WIDGET (self));
  plenum_wall_add_gestures (self);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (model_changed_cb), self);
  g_signal_connect_swapped (plenum_board_desk_get_selection (desk), "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  matrix ? _("Matrix of cards") : _("Wall of cards"), -1);

  return GTK_WIDGET (self);
}

/**
 * plenum_wall_new_canvas:
 *
 * Returns: (transfer floating): a wall on which cards lie anywhere
 */
GtkWidget *
plenum_wall_new_canvas (PlenumBoardDesk *desk)
{
  return new_wall (desk, FALSE);
}

/**
 * plenum_wall_new_matrix:
 *
 * Returns: (transfer floating): a wall on which cards lie between two axes
 */
GtkWidget *
plenum_wall_new_matrix (PlenumBoardDesk *desk)
{
  return new_wall (desk, TRUE);
}
