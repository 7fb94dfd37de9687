/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wall knows of places, without a display. */
#include <math.h>
#include <string.h>

#include "plenum-edge-scroll.h"
#include "plenum-wall-arrange.h"
#include "plenum-wall-detail.h"
#include "plenum-wall-index.h"
#include "plenum-wall-layout.h"
#include "plenum-wall-neighbour.h"
#include "plenum-wall-view.h"

#define R(x, y, width, height) GRAPHENE_RECT_INIT (x, y, width, height)

static void
assert_rect (graphene_rect_t rect, double x, double y, double width, double height)
{
  g_assert_cmpfloat_with_epsilon (rect.origin.x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.origin.y, y, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.size.width, width, 0.01);
  g_assert_cmpfloat_with_epsilon (rect.size.height, height, 0.01);
}

static void
test_view (void)
{
  PlenumWallView view = { 100, 50, 2, 800, 600 };
  graphene_rect_t rect = R (110, 60, 20, 10);
  double x, y;

  plenum_wall_view_to_wall (&view, 20, 20, &x, &y);
  g_assert_cmpfloat (x, ==, 110);
  g_assert_cmpfloat (y, ==, 60);
  assert_rect (plenum_wall_view_to_window (&view, &rect), 20, 20, 40, 20);
  assert_rect (plenum_wall_view_seen (&view), 100, 50, 400, 300);
  plenum_wall_view_pan (&view, 20, -10);
  assert_rect (plenum_wall_view_seen (&view), 90, 55, 400, 300);

  /* What is under the pointer stays there. */
  plenum_wall_view_to_wall (&view, 300, 200, &x, &y);
  plenum_wall_view_zoom_at (&view, 0.5, 300, 200);
  g_assert_cmpfloat (view.zoom, ==, 0.5);
  rect = R (x, y, 1, 1);
  assert_rect (plenum_wall_view_to_window (&view, &rect), 300, 200, 0.5, 0.5);
  plenum_wall_view_zoom_at (&view, 1000, 0, 0);
  g_assert_cmpfloat (view.zoom, ==, PLENUM_WALL_CLOSEST);
  plenum_wall_view_zoom_at (&view, 0, 0, 0);
  g_assert_cmpfloat (view.zoom, ==, PLENUM_WALL_FARTHEST);
}

static void
test_fit (void)
{
  PlenumWallView view = { 0, 0, 1, 848, 648 };
  graphene_rect_t wide = R (-1000, 0, 3200, 100), small = R (10, 10, 20, 20), near = R (1200, 20, 100, 100), inside = R (200, 200, 9, 9);

  plenum_wall_view_fit (&view, &wide, 1);
  g_assert_cmpfloat_with_epsilon (view.zoom, 0.25, 0.001);
  assert_rect (plenum_wall_view_to_window (&view, &wide), 24, 324 - 12.5, 800, 25);
  plenum_wall_view_fit (&view, &small, 1);
  g_assert_cmpfloat (view.zoom, ==, 1);
  assert_rect (plenum_wall_view_to_window (&view, &small), 414, 314, 20, 20);

  view = (PlenumWallView) { 0, 0, 1, 800, 600 };
  g_assert_false (plenum_wall_view_reveal (&view, &inside));
  g_assert_true (plenum_wall_view_reveal (&view, &near));
  assert_rect (plenum_wall_view_to_window (&view, &near), 800 - 24 - 100, 24, 100, 100);
  plenum_wall_view_resize (&view, 400, 300);
  g_assert_cmpfloat (plenum_wall_view_seen (&view).size.width, ==, 400);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The index finds what looking at everything finds. */
static void
test_index (void)
{
  g_autoptr (PlenumWallIndex) index = plenum_wall_index_new ();
  g_autofree graphene_rect_t *rects = g_new (graphene_rect_t, 2000);
  graphene_rect_t all = R (-1e6, -1e6, 2e6, 2e6);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  plenum_wall_index_find (index, &all, found);
  g_assert_cmpuint (found->len, ==, 0);
  for (guint i = 0; i < 2000; i++)
    {
      rects[i] = R (g_test_rand_double_range (-9000, 9000), g_test_rand_double_range (-9000, 9000),
                    g_test_rand_double_range (10, 900), g_test_rand_double_range (10, 300));
      plenum_wall_index_insert (index, i, &rects[i]);
    }

  for (guint question = 0; question < 200; question++)
    {
      graphene_rect_t part = R (g_test_rand_double_range (-9900, 9900), g_test_rand_double_range (-9900, 9900),
                                g_test_rand_double_range (1, 3000), g_test_rand_double_range (1, 3000));
      guint n = 0;

      g_array_set_size (found, 0);
      plenum_wall_index_find (index, &part, found);
      g_array_sort (found, compare_items);
      for (guint i = 0; i < 2000; i++)
        if (graphene_rect_intersection (&rects[i], &part, NULL))
          {
            g_assert_cmpuint (n, <, found->len);
            g_assert_cmpuint (g_array_index (found, guint, n), ==, i);
            n++;
          }
      g_assert_cmpuint (found->len, ==, n);
    }

  g_array_set_size (found, 0);
  plenum_wall_index_find (index, &all, found);
  g_assert_cmpuint (found->len, ==, 2000);
  plenum_wall_index_clear (index);
  g_array_set_size (found, 0);
  plenum_wall_index_find (index, &all, found);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_detail (void)
{
  graphene_size_t usual = plenum_wall_card_size (NULL, PLENUM_FORM_RECTANGLE, FALSE);
  graphene_size_t large = plenum_wall_card_size ("large", PLENUM_FORM_RECTANGLE, FALSE);
  graphene_size_t small = plenum_wall_card_size ("small", plenum_card_form_find ("circle"), FALSE);
  graphene_rect_t room = plenum_wall_text_room (&usual, PLENUM_FORM_RECTANGLE, 1);
  graphene_rect_t oval = plenum_wall_text_room (&usual, PLENUM_FORM_OVAL, 1);

  g_assert_cmpint (plenum_card_form_find ("cloud"), ==, PLENUM_FORM_CLOUD);
  g_assert_cmpint (plenum_card_form_find (NULL), ==, PLENUM_FORM_RECTANGLE);
  g_assert_cmpint (plenum_card_form_find ("hexagon"), ==, PLENUM_FORM_RECTANGLE);
  g_assert_cmpfloat (small.width, ==, small.height);
  g_assert_cmpint (plenum_wall_detail (&usual, 1), ==, PLENUM_WALL_TEXT);
  g_assert_cmpint (plenum_wall_detail (&usual, 0.25), ==, PLENUM_WALL_LINE);
  g_assert_cmpint (plenum_wall_detail (&large, 0.25), ==, PLENUM_WALL_TEXT);
  g_assert_cmpint (plenum_wall_detail (&usual, 0.05), ==, PLENUM_WALL_COLOUR);

  /* Letters grow with the card, and do not shrink below what can be read. */
  g_assert_cmpfloat (plenum_wall_letters (2), ==, 2);
  g_assert_cmpfloat (plenum_wall_letters (0.1), ==, plenum_wall_letters (0.8));
  g_assert_cmpfloat (plenum_wall_letters (0.1), >=, 0.8);
  g_assert_cmpfloat (room.origin.x + room.size.width, <, usual.width);
  g_assert_cmpfloat (oval.size.width, <, room.size.width);
}

static void
test_align (void)
{
  graphene_rect_t rects[] = { R (10, 0, 20, 10), R (0, 50, 40, 10), R (30, 20, 10, 30) };
  PlenumArrange how = PLENUM_ARRANGE_GRID;

  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_LEFT);
  assert_rect (rects[2], 0, 20, 10, 30);
  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_RIGHT);
  assert_rect (rects[0], 20, 0, 20, 10);
  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_CENTRE);
  assert_rect (rects[2], 15, 20, 10, 30);
  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_TOP);
  assert_rect (rects[1], 0, 0, 40, 10);
  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_BOTTOM);
  assert_rect (rects[1], 0, 20, 40, 10);
  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_MIDDLE);
  assert_rect (rects[0], 10, 10, 20, 10);
  g_assert_true (plenum_wall_arrange_from_name ("middle", &how));
  g_assert_cmpint (how, ==, PLENUM_ARRANGE_MIDDLE);
  g_assert_false (plenum_wall_arrange_from_name ("upside-down", &how));
  g_assert_cmpint (how, ==, PLENUM_ARRANGE_MIDDLE);
}

static void
test_distribute (void)
{
  graphene_rect_t rects[] = { R (200, 0, 20, 10), R (0, 5, 20, 10), R (30, 9, 20, 10) };
  graphene_rect_t tight[] = { R (0, 0, 20, 10), R (0, 3, 20, 10) };
  graphene_rect_t grid[9];

  plenum_wall_arrange (rects, 3, PLENUM_ARRANGE_ACROSS);
  assert_rect (rects[0], 200, 0, 20, 10);
  assert_rect (rects[1], 0, 5, 20, 10);
  assert_rect (rects[2], 100, 9, 20, 10);
  plenum_wall_arrange (tight, 2, PLENUM_ARRANGE_DOWN);
  assert_rect (tight[1], 0, 10 + PLENUM_WALL_GAP, 20, 10);

  for (guint i = 0; i < 9; i++)
    grid[i] = R (g_test_rand_double_range (0, 600), g_test_rand_double_range (0, 600), 100, 100);
  grid[0] = R (0, 0, 100, 100);
  grid[8] = R (600, 600, 100, 100);
  plenum_wall_arrange (grid, 9, PLENUM_ARRANGE_GRID);
  assert_rect (grid[0], 0, 0, 100, 100);
  assert_rect (grid[4], 112, 112, 100, 100);
  assert_rect (grid[8], 224, 224, 100, 100);
}

static void
test_snap (void)
{
  graphene_rect_t others[] = { R (0, 0, 200, 120), R (500, 300, 200, 120) };
  graphene_rect_t near = R (205, 4, 200, 120), away = R (1003, 1010, 200, 120);
  double right, down;

  plenum_wall_snap (&near, others, 2, 10, &right, &down);
  g_assert_cmpfloat (right, ==, 7);
  g_assert_cmpfloat (down, ==, -4);
  plenum_wall_snap (&away, others, 2, 10, &right, &down);
  g_assert_cmpfloat (right, ==, 5);
  g_assert_cmpfloat (down, ==, -2);
}

/* The same cards give the same places, none upon another, each in its frame. */
static void
test_layout (void)
{
  PlenumWallSpot spots[60];
  PlenumWallFrame frames[3] = { { .first = 0, .n = 40 }, { .rect = R (900, -50, 500, 200), .stored = TRUE, .first = 40, .n = 15 },
                                { .first = 55, .n = 5 } };

  for (guint i = 0; i < 60; i++)
    spots[i] = (PlenumWallSpot) { R (0, 0, 200, i % 7 == 0 ? 180 : 120), FALSE, i >= 10 && i < 15 ? 3 : -1 };
  spots[45].placed = TRUE;
  spots[45].rect.origin = GRAPHENE_POINT_INIT (930, 10);
  plenum_wall_layout (frames, 3, spots);

  assert_rect (spots[45].rect, 930, 10, 200, 120);
  g_assert_cmpfloat (frames[1].rect.origin.x, ==, 900);
  g_assert_cmpfloat (frames[1].rect.size.height, >, 200);
  g_assert_cmpfloat (frames[0].rect.origin.x, >, 1400);
  g_assert_cmpfloat (frames[2].rect.origin.x, >, frames[0].rect.origin.x + frames[0].rect.size.width);
  for (guint f = 0; f < 3; f++)
    for (guint i = frames[f].first; i < frames[f].first + frames[f].n; i++)
      {
        g_assert_true (graphene_rect_contains_rect (&frames[f].rect, &spots[i].rect));
        for (guint k = 0; k < i; k++)
          g_assert_false (graphene_rect_intersection (&spots[i].rect, &spots[k].rect, NULL));
      }

  /* Those of a theme lie together, with room for its name. */
  for (guint i = 11; i < 15; i++)
    g_assert_cmpfloat (hypot (spots[i].rect.origin.x - spots[10].rect.origin.x, spots[i].rect.origin.y - spots[10].rect.origin.y), <, 620);
  assert_rect (plenum_wall_layout_strip (&R (10, 100, 200, 120)), 10, 100 - 44, 200, 32);
}

static gboolean
is_even (guint item, gpointer data)
{
  return item % 2 == 0;
}

static void
test_neighbour (void)
{
  g_autoptr (PlenumWallIndex) index = plenum_wall_index_new ();
  graphene_rect_t rects[26];

  for (guint i = 0; i < 25; i++)
    rects[i] = R (i % 5 * 212, i / 5 * 132, 200, 120);
  rects[25] = R (90000, 0, 200, 120);
  for (guint i = 0; i < 26; i++)
    plenum_wall_index_insert (index, i, &rects[i]);

  g_assert_cmpint (plenum_wall_neighbour (index, rects, 12, PLENUM_WALL_UP, NULL, NULL), ==, 7);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 12, PLENUM_WALL_DOWN, NULL, NULL), ==, 17);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 12, PLENUM_WALL_LEFT, NULL, NULL), ==, 11);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 12, PLENUM_WALL_RIGHT, NULL, NULL), ==, 13);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 12, PLENUM_WALL_RIGHT, is_even, NULL), ==, 14);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 0, PLENUM_WALL_UP, NULL, NULL), ==, -1);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 4, PLENUM_WALL_RIGHT, NULL, NULL), ==, 25);
  g_assert_cmpint (plenum_wall_neighbour (index, rects, 25, PLENUM_WALL_LEFT, NULL, NULL), ==, 4);
}

/* As an eye would say it, by looking at everything. */
static int
look_everywhere (const graphene_rect_t *rects, guint n, guint from, PlenumWallDirection where)
{
  double best = INFINITY;
  int next = -1;

  for (guint i = 0; i < n; i++)
    {
      double right = plenum_wall_middle (&rects[i]).x - plenum_wall_middle (&rects[from]).x;
      double down = plenum_wall_middle (&rects[i]).y - plenum_wall_middle (&rects[from]).y;
      double along = where == PLENUM_WALL_LEFT ? -right : where == PLENUM_WALL_RIGHT ? right : where == PLENUM_WALL_UP ? -down : down;
      double beside = where == PLENUM_WALL_LEFT || where == PLENUM_WALL_RIGHT ? fabs (down) : fabs (right);

      if (i != from && along > 1 && beside <= 2 * along && along + 2 * beside < best)
        {
          best = along + 2 * beside;
          next = i;
        }
    }

  return next;
}

static double
way (const graphene_rect_t *rects, guint from, int to, PlenumWallDirection where)
{
  double right = fabs (plenum_wall_middle (&rects[to]).x - plenum_wall_middle (&rects[from]).x);
  double down = fabs (plenum_wall_middle (&rects[to]).y - plenum_wall_middle (&rects[from]).y);

  return where == PLENUM_WALL_LEFT || where == PLENUM_WALL_RIGHT ? right + 2 * down : down + 2 * right;
}

static void
test_neighbour_everywhere (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (PlenumWallIndex) index = plenum_wall_index_new ();
      double spread = round % 2 == 0 ? 2000 : 30000;
      graphene_rect_t rects[80];

      for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
        {
          rects[i] = R (g_test_rand_int_range (-spread, spread), g_test_rand_int_range (-spread, spread), g_test_rand_int_range (40, 320), g_test_rand_int_range (40, 180));
          plenum_wall_index_insert (index, i, &rects[i]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
        for (guint where = PLENUM_WALL_UP; where <= PLENUM_WALL_RIGHT; where++)
          {
            int found = plenum_wall_neighbour (index, rects, i, where, NULL, NULL), expected = look_everywhere (rects, G_N_ELEMENTS (rects), i, where);

            g_assert_cmpint (found >= 0, ==, expected >= 0);
            if (found >= 0)
              g_assert_cmpfloat_with_epsilon (way (rects, i, found, where), way (rects, i, expected, where), 0.5);
          }
    }
}

/* Whatever has a place and whatever not: the others are upon nothing, and in their frames. */
static void
test_layout_everywhere (void)
{
  for (guint round = 0; round < 30; round++)
    {
      PlenumWallSpot spots[50], again[50];
      PlenumWallFrame frames[] = { { .first = 0, .n = 30 }, { .first = 30, .n = 20 } }, same[2];

      for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
        {
          spots[i] = (PlenumWallSpot) { R (0, 0, g_test_rand_int_range (100, 330), g_test_rand_int_range (60, 180)), g_test_rand_int_range (0, 4) == 0, i % 30 < 6 ? (int) i / 30 : -1 };
          if (spots[i].placed)
            spots[i].rect.origin = GRAPHENE_POINT_INIT (g_test_rand_int_range (0, 1200), g_test_rand_int_range (0, 900));
          again[i] = spots[i];
        }
      memcpy (same, frames, sizeof frames);
      plenum_wall_layout (frames, 2, spots);
      plenum_wall_layout (same, 2, again);
      for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
        {
          const PlenumWallFrame *frame = &frames[i < 30 ? 0 : 1];

          g_assert_true (graphene_rect_equal (&spots[i].rect, &again[i].rect));
          g_assert_true (spots[i].placed || graphene_rect_contains_rect (&frame->rect, &spots[i].rect));
          for (guint k = frame->first; k < i && !spots[i].placed; k++)
            g_assert_false ((spots[k].theme < 0 || !spots[k].placed) && spots[i].theme < 0 && graphene_rect_intersection (&spots[i].rect, &spots[k].rect, NULL));
        }
    }
}

/* A card is drawn no farther than it may be, and then to the nearest line there is. */
static void
test_snap_everywhere (void)
{
  for (guint round = 0; round < 300; round++)
    {
      graphene_rect_t others[5], moved = R (g_test_rand_int_range (-500, 500), g_test_rand_int_range (-500, 500), 200, 120);
      double right, down;

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        others[i] = R (g_test_rand_int_range (-500, 500), g_test_rand_int_range (-500, 500), 200, 120);
      plenum_wall_snap (&moved, others, G_N_ELEMENTS (others), 9, &right, &down);
      g_assert_cmpfloat (fabs (right), <=, 9);
      g_assert_cmpfloat (fabs (down), <=, 9);
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (fabs (others[i].origin.x - moved.origin.x) <= 9)
          g_assert_cmpfloat (fabs (right), <=, fabs (others[i].origin.x - moved.origin.x));
    }
}

/* What stays below the fingers stays there, however far they pinch. */
static void
test_zoom_everywhere (void)
{
  PlenumWallView view = { 10, 20, 1, 800, 600 };

  for (guint round = 0; round < 300; round++)
    {
      double left = g_test_rand_int_range (0, 800), top = g_test_rand_int_range (0, 600), x, y, now_x, now_y;

      plenum_wall_view_to_wall (&view, left, top, &x, &y);
      plenum_wall_view_zoom_at (&view, view.zoom * g_test_rand_double_range (0.5, 2), left, top);
      plenum_wall_view_to_wall (&view, left, top, &now_x, &now_y);
      g_assert_cmpfloat_with_epsilon (x, now_x, 1e-3);
      g_assert_cmpfloat_with_epsilon (y, now_y, 1e-3);
      plenum_wall_view_show_corner (&view, 5, 7);
      g_assert_cmpfloat (view.x, <, 5);
      g_assert_cmpfloat (view.y, <, 7);
    }
}

static void
test_edges (void)
{
  g_assert_cmpfloat (plenum_edge_scroll_speed (400, 800), ==, 0);
  g_assert_cmpfloat (plenum_edge_scroll_speed (60, 800), ==, 0);
  g_assert_cmpfloat (plenum_edge_scroll_speed (30, 800), <, 0);
  g_assert_cmpfloat (plenum_edge_scroll_speed (-9, 800), ==, plenum_edge_scroll_speed (0, 800));
  g_assert_cmpfloat (plenum_edge_scroll_speed (0, 800), <, plenum_edge_scroll_speed (30, 800));
  g_assert_cmpfloat (plenum_edge_scroll_speed (790, 800), ==, -plenum_edge_scroll_speed (10, 800));
  g_assert_cmpfloat (plenum_edge_scroll_speed (3, 0), ==, 0);
}

static void
test_hull (void)
{
  graphene_point_t points[] = { { 0, 0 }, { 10, 10 }, { 5, 5 }, { 10, 0 }, { 0, 10 }, { 5, 0 } };
  graphene_point_t same[] = { { 1, 1 }, { 1, 1 }, { 1, 1 } };
  guint n = plenum_wall_hull (points, 6);
  double area = 0;

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    area += points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y;
  g_assert_cmpfloat (fabs (area), ==, 200);
  g_assert_cmpuint (plenum_wall_hull (points, 2), ==, 2);
  g_assert_cmpuint (plenum_wall_hull (same, 3), <, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wall/view", test_view);
  g_test_add_func ("/wall/fit", test_fit);
  g_test_add_func ("/wall/index", test_index);
  g_test_add_func ("/wall/detail", test_detail);
  g_test_add_func ("/wall/align", test_align);
  g_test_add_func ("/wall/distribute", test_distribute);
  g_test_add_func ("/wall/snap", test_snap);
  g_test_add_func ("/wall/layout", test_layout);
  g_test_add_func ("/wall/neighbour", test_neighbour);
  g_test_add_func ("/wall/neighbour-everywhere", test_neighbour_everywhere);
  g_test_add_func ("/wall/layout-everywhere", test_layout_everywhere);
  g_test_add_func ("/wall/snap-everywhere", test_snap_everywhere);
  g_test_add_func ("/wall/zoom-everywhere", test_zoom_everywhere);
  g_test_add_func ("/wall/edges", test_edges);
  g_test_add_func ("/wall/hull", test_hull);

  return g_test_run ();
}
