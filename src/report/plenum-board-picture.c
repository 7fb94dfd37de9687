/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board as a picture: as columns, as it lies on its canvas, or as a matrix. Areas
 * that are hidden from the room are not in it, nor who wrote what. A unit is a pixel. */
#include "plenum-board-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plenum-card-look.h"

#define EDGE 32.0
#define GAP 12.0
#define COLUMN 260.0
#define PLANE_WIDTH 1100.0
#define PLANE_HEIGHT 760.0
#define MATRIX_WIDTH 150.0
#define MATRIX_HEIGHT 84.0

static const PlenumInk black = { 0.1, 0.1, 0.1 };
static const PlenumInk grey = { 0.4, 0.4, 0.4 };
static const PlenumInk pale = { 0.8, 0.8, 0.8 };
static const PlenumInk ground = { 0.97, 0.97, 0.97 };

static void
picture_clear (PlenumBoardPicture *self)
{
  g_clear_object (&self->board);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->all_areas, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->ideas, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->faces, g_hash_table_unref);
  g_clear_pointer (&self->stack_of, g_hash_table_unref);
  g_clear_pointer (&self->drawing, plenum_drawing_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlenumBoardPicture, picture_clear)

static gboolean
has (PlenumRecord *record, guint field)
{
  const char *text = plenum_record_get_text (record, field);

  return text != NULL && *text != '\0';
}

static gboolean
is_in (PlenumRecord *idea, PlenumRecord *area)
{
  return plenum_record_is_null (idea, PLENUM_IDEA_FACE)
         && g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_AREA), plenum_record_get_id (area)) == 0;
}

gboolean
plenum_board_picture_is_public (PlenumRecord *area)
{
  return plenum_record_get_integer (area, PLENUM_AREA_HIDDEN) == 0;
}

static gboolean
read_board (PlenumBoardPicture *self, PlenumStore *store, const char *board, GError **error)
{
  g_autoptr (GPtrArray) memberships = NULL;
  const char *workshop;

  self->board = plenum_store_get (store, PLENUM_BOARD, board, error);
  if (self->board == NULL)
    return FALSE;
  workshop = plenum_record_get_text (self->board, PLENUM_BOARD_WORKSHOP);
  if ((self->all_areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, board, error)) == NULL
      || (self->links = plenum_store_list (store, PLENUM_LINK, PLENUM_LINK_WORKSHOP, workshop, error)) == NULL
      || (self->ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop, error)) == NULL
      || (self->themes = plenum_store_list (store, PLENUM_THEME, PLENUM_THEME_WORKSHOP, workshop, error)) == NULL
      || (memberships = plenum_store_list (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_WORKSHOP, workshop, error)) == NULL)
    return FALSE;

  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->all_areas->len; i++)
    if (plenum_board_picture_is_public (self->all_areas->pdata[i]))
      g_ptr_array_add (self->areas, g_object_ref (self->all_areas->pdata[i]));

  self->faces = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->ideas->len; i++)
    if (has (self->ideas->pdata[i], PLENUM_IDEA_FACE))
      g_hash_table_add (self->faces, (gpointer) plenum_record_get_text (self->ideas->pdata[i], PLENUM_IDEA_FACE));
  self->stack_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint m = 0; m < memberships->len; m++)
    for (guint t = 0; t < self->themes->len; t++)
      if (!plenum_record_is_null (self->themes->pdata[t], PLENUM_THEME_AREA)
          && g_strcmp0 (plenum_record_get_text (memberships->pdata[m], PLENUM_MEMBERSHIP_THEME),
                        plenum_record_get_id (self->themes->pdata[t])) == 0)
        g_hash_table_insert (self->stack_of, g_strdup (plenum_record_get_text (memberships->pdata[m], PLENUM_MEMBERSHIP_IDEA)),
                             self->themes->pdata[t]);

  return TRUE;
}

void
plenum_board_picture_grow (PlenumBoardPicture *self, double x, double y, double width, double height)
{
  self->left = MIN (self->left, x);
  self->top = MIN (self->top, y);
  self->right = MAX (self->right, x + width);
  self->bottom = MAX (self->bottom, y + height);
}

static char *
get_text (PlenumRecord *idea, int *bold)
{
  const char *title = has (idea, PLENUM_IDEA_TITLE) ? plenum_record_get_text (idea, PLENUM_IDEA_TITLE) : "";
  const char *text = has (idea, PLENUM_IDEA_TEXT) ? plenum_record_get_text (idea, PLENUM_IDEA_TEXT) : "";

  *bold = strlen (title);
  return g_strconcat (title, *title != '\0' && *text != '\0' ? "\n" : "", text, NULL);
}

static PlenumShape
get_shape (PlenumRecord *idea)
{
  const char *form = plenum_record_get_text (idea, PLENUM_IDEA_FORM);

  return g_strcmp0 (form, "oval") == 0 || g_strcmp0 (form, "circle") == 0 ? PLENUM_SHAPE_OVAL
         : g_strcmp0 (form, "cloud") == 0 ? PLENUM_SHAPE_CLOUD : PLENUM_SHAPE_ROUNDED;
}

/* Paper in the kind's colour, its symbol, and as much of its text as there is room for. */
void
plenum_board_picture_card (PlenumBoardPicture *self, PlenumRecord *idea, double x, double y, double width, double height)
{
  const PlenumCardLook *look = plenum_card_look_find (plenum_record_get_text (idea, PLENUM_IDEA_KIND));
  const PlenumInk *paper = plenum_card_look_find_paper (look->kind, plenum_record_get_text (idea, PLENUM_IDEA_COLOUR));
  PlenumShape shape = get_shape (idea);
  double side = shape == PLENUM_SHAPE_ROUNDED ? 10 : width * 0.14, edge = shape == PLENUM_SHAPE_ROUNDED ? 8 : height * 0.14;
  cairo_rectangle_t area = { x, y, width, height };
  cairo_rectangle_t room = { x + side + 20, y + edge, width - 2 * side - 20, height - 2 * edge };
  PlenumTextStyle style = { .size = 15, .least = 9, .ink = black };
  g_autofree char *text = get_text (idea, &style.bold);

  if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_FORM), "strip") == 0)
    style.bold = -1;
  plenum_drawing_begin (self->drawing, "Sect");
  /* Others lie under it: it looks like more than one. */
  if (g_hash_table_contains (self->faces, plenum_record_get_id (idea)))
    plenum_drawing_shape (self->drawing, shape, &(cairo_rectangle_t) { x + 4, y + 4, width, height }, paper, &pale);
  plenum_drawing_shape (self->drawing, shape, &area, paper, &pale);
  plenum_drawing_path (self->drawing, look->symbol, x + side, y + edge + (shape == PLENUM_SHAPE_ROUNDED ? 2 : height * 0.2), 1, &grey);
  plenum_drawing_text (self->drawing, "P", text, &room, &style);
  plenum_drawing_end (self->drawing);
  plenum_board_picture_grow (self, x, y, width, height);
}

static double
measure_card (PlenumRecord *idea, double width)
{
  PlenumTextStyle style = { .size = 15 };
  g_autofree char *text = get_text (idea, &style.bold);

  return CLAMP (plenum_drawing_measure_text (text, width - 40, &style) + 16, 40, 320);
}

double
plenum_board_picture_line (PlenumBoardPicture *self, const char *tag, const char *text, double x, double y, double width, double size, gboolean bold)
{
  PlenumTextStyle style = { .size = size, .least = size * 0.7, .ink = bold ? black : grey, .bold = bold ? -1 : 0 };
  double height = MIN (plenum_drawing_measure_text (text, width, &style), 3.2 * size);

  plenum_drawing_text (self->drawing, tag, text, &(cairo_rectangle_t) { x, y, width, height }, &style);
  plenum_board_picture_grow (self, x, y, width, height);
  return height;
}

/* A theme with its cards, in an outline; returns how high it is. */
static double
draw_stack (PlenumBoardPicture *self, PlenumRecord *theme, double x, double y)
{
  double top = y + 8, below;
  gsize outline = plenum_drawing_mark (self->drawing);

  top += plenum_board_picture_line (self, "H3", plenum_record_get_text (theme, PLENUM_THEME_TITLE), x + 10, top, COLUMN - 20, 15, TRUE) + 6;
  for (guint i = 0; i < self->ideas->len; i++)
    if (plenum_record_is_null (self->ideas->pdata[i], PLENUM_IDEA_FACE)
        && g_hash_table_lookup (self->stack_of, plenum_record_get_id (self->ideas->pdata[i])) == theme)
      {
        double height = measure_card (self->ideas->pdata[i], COLUMN - 16);

        plenum_board_picture_card (self, self->ideas->pdata[i], x + 8, top, COLUMN - 16, height);
        top += height + 8;
      }
  below = top - y;
  plenum_drawing_shape_at (self->drawing, outline, PLENUM_SHAPE_ROUNDED, &(cairo_rectangle_t) { x, y, COLUMN, below }, NULL, &grey);
  plenum_board_picture_grow (self, x, y, COLUMN, below);

  return below;
}

static gboolean
is_folded (PlenumRecord *area)
{
  return plenum_record_get_integer (area, PLENUM_AREA_FOLDED) != 0;
}

/* A folded area shows its title, and how many cards there are. */
char *
plenum_board_picture_dup_title (PlenumBoardPicture *self, PlenumRecord *area)
{
  guint n = 0;

  if (!is_folded (area))
    return g_strdup (plenum_record_get_text (area, PLENUM_AREA_TITLE));

  for (guint i = 0; i < self->ideas->len; i++)
    n += is_in (self->ideas->pdata[i], area);

  return g_strdup_printf ("%s · %u", plenum_record_get_text (area, PLENUM_AREA_TITLE), n);
}

/* The cards and stacks of an area among each other, in their order. */
static double
draw_column (PlenumBoardPicture *self, PlenumRecord *area, double x, double y, gboolean (*wanted) (PlenumRecord *idea))
{
  g_autofree char *title = plenum_board_picture_dup_title (self, area);
  double top = y + plenum_board_picture_line (self, "H2", title, x, y, COLUMN, 18, TRUE) + GAP;
  guint t = 0;

  if (is_folded (area))
    return top;

  plenum_drawing_begin (self->drawing, "Sect");
  for (guint i = 0; i <= self->ideas->len; i++)
    {
      PlenumRecord *idea = i < self->ideas->len ? self->ideas->pdata[i] : NULL;

      for (; t < self->themes->len && (idea == NULL || strcmp (plenum_record_get_text (self->themes->pdata[t], PLENUM_THEME_POSITION),
                                                               plenum_record_get_text (idea, PLENUM_IDEA_POSITION)) <= 0); t++)
        if (wanted == NULL && g_strcmp0 (plenum_record_get_text (self->themes->pdata[t], PLENUM_THEME_AREA), plenum_record_get_id (area)) == 0)
          top += draw_stack (self, self->themes->pdata[t], x, top) + GAP;

      if (idea != NULL && is_in (idea, area)
          && (wanted != NULL ? wanted (idea) : g_hash_table_lookup (self->stack_of, plenum_record_get_id (idea)) == NULL))
        {
          double height = measure_card (idea, COLUMN);

          plenum_board_picture_card (self, idea, x, top, COLUMN, height);
          top += height + GAP;
        }
    }
  plenum_drawing_end (self->drawing);

  return top;
}

static void
draw_columns (PlenumBoardPicture *self)
{
  for (guint a = 0; a < self->areas->len; a++)
    draw_column (self, self->areas->pdata[a], a * (COLUMN + 2 * GAP), 0, NULL);
}

static gboolean
has_no_point (PlenumRecord *idea)
{
  return plenum_record_is_null (idea, PLENUM_IDEA_ACROSS) || plenum_record_is_null (idea, PLENUM_IDEA_UP);
}

/* Columns of what has no place yet, right of all that has one. */
static void
draw_rest (PlenumBoardPicture *self, double top, gboolean (*wanted) (PlenumRecord *idea))
{
  double x = self->right > self->left ? self->right + 3 * GAP : 0;

  for (guint a = 0; a < self->areas->len; a++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < self->ideas->len && !any; i++)
        any = is_in (self->ideas->pdata[i], self->areas->pdata[a]) && wanted (self->ideas->pdata[i]);
      if (any)
        {
          draw_column (self, self->areas->pdata[a], x, top, wanted);
          x += COLUMN + 2 * GAP;
        }
    }
}

static gboolean
is_on_board (PlenumBoardPicture *self, PlenumRecord *idea)
{
  for (guint a = 0; a < self->areas->len; a++)
    if (is_in (idea, self->areas->pdata[a]))
      return TRUE;

  return FALSE;
}

static void
draw_matrix (PlenumBoardPicture *self)
{
  const char *x_axis = plenum_record_get_text (self->board, PLENUM_BOARD_X_AXIS);
  const char *y_axis = plenum_record_get_text (self->board, PLENUM_BOARD_Y_AXIS);
  cairo_rectangle_t plane = { 0, 0, PLANE_WIDTH, PLANE_HEIGHT };

  if (y_axis != NULL && *y_axis != '\0')
    {
      g_autofree char *up = g_strdup_printf ("↑ %s", y_axis);

      plenum_board_picture_line (self, "P", up, 0, -26, PLANE_WIDTH, 16, TRUE);
    }
  plenum_drawing_shape (self->drawing, PLENUM_SHAPE_RECTANGLE, &plane, &ground, &grey);
  plenum_drawing_line (self->drawing, PLANE_WIDTH / 2, 0, PLANE_WIDTH / 2, PLANE_HEIGHT, 1, &pale);
  plenum_drawing_line (self->drawing, 0, PLANE_HEIGHT / 2, PLANE_WIDTH, PLANE_HEIGHT / 2, 1, &pale);
  plenum_board_picture_grow (self, 0, 0, PLANE_WIDTH, PLANE_HEIGHT);
  if (x_axis != NULL && *x_axis != '\0')
    {
      g_autofree char *right = g_strdup_printf ("%s →", x_axis);

      plenum_board_picture_line (self, "P", right, 0, PLANE_HEIGHT + 8, PLANE_WIDTH, 16, TRUE);
    }

  for (guint i = 0; i < self->ideas->len; i++)
    {
      PlenumRecord *idea = self->ideas->pdata[i];

      if (is_on_board (self, idea) && !has_no_point (idea))
        plenum_board_picture_card (self, idea, plenum_record_get_integer (idea, PLENUM_IDEA_ACROSS) / 10000.0 * (PLANE_WIDTH - MATRIX_WIDTH),
                   (1 - plenum_record_get_integer (idea, PLENUM_IDEA_UP) / 10000.0) * (PLANE_HEIGHT - MATRIX_HEIGHT),
                   MATRIX_WIDTH, MATRIX_HEIGHT);
    }
  draw_rest (self, 0, has_no_point);
}

/* The title above, a margin around, and all of it on white. */
static PlenumDrawing *
finish (PlenumBoardPicture *self)
{
  double width = MAX (self->right - self->left, 400), height = MAX (self->bottom - self->top, 0), top = EDGE;
  g_autoptr (PlenumDrawing) content = g_steal_pointer (&self->drawing);
  PlenumDrawing *page = plenum_drawing_new (width + 2 * EDGE, 0);
  gsize paper = plenum_drawing_mark (page);

  self->drawing = plenum_drawing_ref (page);
  top += plenum_board_picture_line (self, "H1", plenum_record_get_text (self->board, PLENUM_BOARD_TITLE), EDGE, top, width, 26, TRUE) + 6;
  if (has (self->board, PLENUM_BOARD_QUESTION))
    top += plenum_board_picture_line (self, "P", plenum_record_get_text (self->board, PLENUM_BOARD_QUESTION), EDGE, top, width, 16, FALSE) + 6;
  top += GAP;
  plenum_drawing_part (page, content, EDGE - MIN (self->left, self->right), top - MIN (self->top, self->bottom), 1, NULL);
  plenum_drawing_set_size (page, width + 2 * EDGE, top + height + EDGE);
  plenum_drawing_shape_at (page, paper, PLENUM_SHAPE_RECTANGLE,
                           &(cairo_rectangle_t) { 0, 0, width + 2 * EDGE, top + height + EDGE }, &(PlenumInk) { 1, 1, 1 }, NULL);

  return page;
}

/**
 * plenum_board_picture_new:
 *
 * Call this on the thread of @store.
 *
 * Errors: those of the store
 *
 * Returns: (transfer full) (nullable): the board as its layout says
 */
PlenumDrawing *
plenum_board_picture_new (PlenumStore *store, const char *board, GError **error)
{
  g_auto (PlenumBoardPicture) self = { .left = INFINITY, .top = INFINITY, .right = -INFINITY, .bottom = -INFINITY };
  const char *layout;

  if (!read_board (&self, store, board, error))
    return NULL;

  self.drawing = plenum_drawing_new (0, 0);
  layout = plenum_record_get_text (self.board, PLENUM_BOARD_LAYOUT);
  if (g_strcmp0 (layout, "canvas") == 0)
    plenum_board_picture_canvas (&self);
  else if (g_strcmp0 (layout, "matrix") == 0)
    draw_matrix (&self);
  else
    draw_columns (&self);
  if (self.left > self.right)
    self.left = self.right = self.top = self.bottom = 0;

  return finish (&self);
}
