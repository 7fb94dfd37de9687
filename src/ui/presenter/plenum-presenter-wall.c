/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas or a matrix on the beamer: all of it, the part that the facilitator looks
 * at, or by pages one area after the other. */
#include "plenum-presenter-wall.h"

#include <glib/gi18n.h>

#include "plenum-presenter-canvas.h"

/* The text's height as a share of the window's, as on a board of columns. */
#define TEXT_SHARE 30

#define WHOLE  -1
#define GROUND 1 /* of a matrix, among its zones */

struct _PlenumPresenterWall
{
  PlenumPresenterPage parent_instance;

  PlenumBoardModel *model;
  PlenumWallModel  *wall;    /* (nullable): from when there is a board */
  graphene_rect_t   look;    /* where the facilitator looks; empty: at all */
  int               page;    /* WHOLE, or a part */

  GtkWidget        *title;
  GtkWidget        *canvas;
  GtkWidget        *rest;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterWall, plenum_presenter_wall, PLENUM_TYPE_PRESENTER_PAGE)

/* The areas, or the quarters of a matrix. */
static int
count_parts (PlenumPresenterWall *self)
{
  int n = plenum_wall_model_is_matrix (self->wall) ? 4 : (int) plenum_wall_model_n_zones (self->wall);

  /* The only one is the whole. */
  return n > 1 ? n : 0;
}

static graphene_rect_t
get_part (PlenumPresenterWall *self, guint part)
{
  graphene_rect_t ground;

  if (!plenum_wall_model_is_matrix (self->wall))
    return plenum_wall_model_get_zone (self->wall, part)->rect;

  ground = plenum_wall_model_get_zone (self->wall, GROUND)->rect;
  ground.size.width /= 2;
  ground.size.height /= 2;
  graphene_rect_offset (&ground, part % 2 * ground.size.width, part / 2 * ground.size.height);
  return ground;
}

/* What has no place on a matrix is only told of. */
static graphene_rect_t
get_whole (PlenumPresenterWall *self)
{
  return plenum_wall_model_is_matrix (self->wall) ? plenum_wall_model_get_zone (self->wall, GROUND)->rect
                                                  : plenum_wall_model_get_bounds (self->wall);
}

static graphene_rect_t
get_shown (PlenumPresenterWall *self)
{
  graphene_rect_t look = self->look;

  if (self->page != WHOLE)
    return get_part (self, self->page);
  if (look.size.width <= 0)
    return get_whole (self);

  /* The axis to the right is longer here. */
  if (plenum_wall_model_is_matrix (self->wall))
    {
      double longer = get_whole (self).size.width / PLENUM_WALL_GROUND_WIDTH;

      look.origin.x *= longer;
      look.size.width *= longer;
    }

  return look;
}

static void
show_rest (PlenumPresenterWall *self)
{
  guint n = plenum_wall_model_is_matrix (self->wall) ? plenum_wall_model_get_zone (self->wall, 0)->n_items : 0;
  /* Translators: below a matrix on the beamer */
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u card is not placed yet", "%u cards are not placed yet", n), n);

  gtk_label_set_label (GTK_LABEL (self->rest), sentence);
  gtk_widget_set_visible (self->rest, n > 0);
}

static void
plenum_presenter_wall_fill (PlenumPresenterPage *page)
{
  PlenumPresenterWall *self = PLENUM_PRESENTER_WALL (page);
  int em = plenum_presenter_page_get_height (page) / TEXT_SHARE;
  int width = plenum_presenter_page_get_width (page) - 2 * em;
  int height = plenum_presenter_page_get_height (page) - 2 * em;
  graphene_rect_t shown;
  int zone;

  if (self->wall == NULL)
    return;

  if (self->page >= count_parts (self))
    self->page = WHOLE;
  shown = get_shown (self);
  zone = self->page;
  if (plenum_wall_model_is_matrix (self->wall))
    zone = self->page == WHOLE && self->look.size.width > 0 ? WHOLE : GROUND;
  show_rest (self);
  height -= plenum_presenter_page_need_height (self->title, width);
  if (gtk_widget_get_visible (self->rest))
    height -= plenum_presenter_page_need_height (self->rest, width);
  plenum_presenter_canvas_show (PLENUM_PRESENTER_CANVAS (self->canvas), self->wall, &shown, zone,
                                width, MAX (height, em), em);
}

/**
 * plenum_presenter_wall_turn:
 * @by: 1 for the next area, -1 for the one before; first is the whole
 */
void
plenum_presenter_wall_turn (PlenumPresenterWall *self, int by)
{
  int page;

  g_return_if_fail (PLENUM_IS_PRESENTER_WALL (self));

  page = self->page + by;
  if (self->wall == NULL || page < WHOLE || page >= count_parts (self))
    return;

  self->page = page;
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_wall_look_at:
 * @part: (nullable): of the wall, which is seen from now on, or %NULL for all of it
 *
 * The beamer goes where the facilitator goes.
 */
void
plenum_presenter_wall_look_at (PlenumPresenterWall *self, const graphene_rect_t *part)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_WALL (self));

  self->look = part != NULL ? *part : GRAPHENE_RECT_INIT (0, 0, 0, 0);
  self->page = WHOLE;
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

static void
set_wall (PlenumPresenterWall *self, PlenumWallModel *wall)
{
  if (self->wall != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->wall, self);
      plenum_wall_model_follow (self->wall, FALSE);
    }
  g_clear_object (&self->wall);
  self->wall = wall;
  if (wall == NULL)
    return;

  plenum_wall_model_set_public (wall);
  plenum_wall_model_follow (wall, TRUE);
  g_signal_connect_object (wall, "changed", G_CALLBACK (plenum_presenter_page_queue_fill), self, G_CONNECT_SWAPPED);
}

/**
 * plenum_presenter_wall_set_board:
 * @board: the id of a board
 * @title: its title or question
 * @matrix: whether cards lie between two axes
 */
void
plenum_presenter_wall_set_board (PlenumPresenterWall *self, const char *board, const char *title, gboolean matrix)
{
  gboolean other;

  g_return_if_fail (PLENUM_IS_PRESENTER_WALL (self));

  other = g_strcmp0 (plenum_board_model_get_board (self->model), board) != 0;
  plenum_presenter_page_set_title (self->title, title);
  if (other)
    plenum_board_model_set_board (self->model, board);
  if (other || self->wall == NULL || plenum_wall_model_is_matrix (self->wall) != matrix)
    {
      set_wall (self, plenum_wall_model_new (self->model, matrix));
      plenum_presenter_wall_look_at (self, NULL);
    }
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/* Light or dark: what is painted has to be painted anew. */
static void
plenum_presenter_wall_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plenum_presenter_wall_parent_class)->css_changed (widget, change);
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (widget));
}

static void
plenum_presenter_wall_dispose (GObject *object)
{
  PlenumPresenterWall *self = PLENUM_PRESENTER_WALL (object);

  set_wall (self, NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_wall_parent_class)->dispose (object);
}

static void
plenum_presenter_wall_class_init (PlenumPresenterWallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_wall_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = plenum_presenter_wall_css_changed;
  PLENUM_PRESENTER_PAGE_CLASS (klass)->fill = plenum_presenter_wall_fill;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presenterwall");
}

static GtkWidget *
add_label (PlenumPresenterWall *self, const char *style, int lines)
{
  GtkWidget *label = plenum_presenter_page_new_label (NULL, style, lines);

  gtk_box_append (GTK_BOX (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self))), label);

  return label;
}

static void
plenum_presenter_wall_init (PlenumPresenterWall *self)
{
  self->page = WHOLE;
  plenum_presenter_page_set_up (PLENUM_PRESENTER_PAGE (self), "wall", TEXT_SHARE);
  self->title = add_label (self, "wall-title", 2);
  self->canvas = plenum_presenter_canvas_new ();
  gtk_widget_set_vexpand (self->canvas, TRUE);
  gtk_box_append (GTK_BOX (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self))), self->canvas);
  self->rest = add_label (self, "wall-rest", 1);
  gtk_widget_hide (self->rest);
}

/**
 * plenum_presenter_wall_new:
 * @workshop: the workshop
 *
 * Returns: (transfer floating): a widget that shows no board yet
 */
GtkWidget *
plenum_presenter_wall_new (PlenumWorkshopModel *workshop)
{
  PlenumPresenterWall *self = g_object_new (PLENUM_TYPE_PRESENTER_WALL, NULL);

  self->model = plenum_board_model_new (workshop);

  return GTK_WIDGET (self);
}
