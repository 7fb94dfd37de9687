/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-survey.h"

#include <math.h>
#include <string.h>

#define COLUMNS 10
#define ROWS 6
#define N (COLUMNS * ROWS)
#define WIDTH 1600.0 /* of the wall, in millimetres */

typedef struct
{
  PlenumSurveyPlace places[N];
  PlenumSurveyMark  marks[N];
} Scene;

static const double corner_signs[4][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };

/* A camera that is turned by @turn, stands beside the wall, and is shaky. */
static PlenumPoint
look (PlenumPoint p, double turn, double tilt_x, double tilt_y)
{
  double x = (p.x - WIDTH / 2) / WIDTH, y = (p.y - 500) / WIDTH;
  double w = 1 + tilt_x * x + tilt_y * y;
  double c = cos (turn), s = sin (turn);

  x /= w;
  y *= (1 - fabs (tilt_x) / 3) / w;
  return (PlenumPoint) { 2000 + 2400 * (c * x - s * y), 1500 + 2400 * (s * x + c * y) };
}

static void
make_scene (Scene *scene, guint32 seed, double turn, double tilt_x, double tilt_y, double noise)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N; i++)
    {
      PlenumSurveyPlace *place = &scene->places[i];
      double half = i % 3 == 0 ? 11 : 18;

      place->centre.x = 80 + (i % COLUMNS) * 160 + g_rand_double_range (random, -10, 10);
      place->centre.y = 80 + (i / COLUMNS) * 160 + g_rand_double_range (random, -10, 10);
      place->angle = g_rand_double_range (random, -0.06, 0.06);
      scene->marks[i].side = 2 * half;
      for (guint k = 0; k < 4; k++)
        {
          double c = half * cos (place->angle), s = half * sin (place->angle);
          PlenumPoint corner = { place->centre.x + c * corner_signs[k][0] - s * corner_signs[k][1],
                                 place->centre.y + s * corner_signs[k][0] + c * corner_signs[k][1] };

          scene->marks[i].corners[k] = look (corner, turn, tilt_x, tilt_y);
          scene->marks[i].corners[k].x += g_rand_double_range (random, -noise, noise);
          scene->marks[i].corners[k].y += g_rand_double_range (random, -noise, noise);
        }
    }
}

/* The greatest distance from the truth, as a part of the wall's width. Only where
 * the origin is may differ: neither scale nor rotation is fitted to the truth. */
static double
get_error (const PlenumSurveyPlace *truth, const PlenumSurveyPlace *found, guint n)
{
  double x = 0, y = 0, worst = 0;

  for (guint i = 0; i < n; i++)
    {
      x += (truth[i].centre.x - found[i].centre.x) / n;
      y += (truth[i].centre.y - found[i].centre.y) / n;
    }
  for (guint i = 0; i < n; i++)
    worst = MAX (worst, hypot (truth[i].centre.x - found[i].centre.x - x, truth[i].centre.y - found[i].centre.y - y));

  return worst / WIDTH;
}

static void
test_exact (void)
{
  Scene scene;
  PlenumSurveyPlace found[N];

  make_scene (&scene, 1, 0.4, 0.3, -0.2, 0);
  g_assert_true (plenum_survey_measure (scene.marks, N, found));
  /* Upright is what most are: what they are askew by on the average is left. */
  g_assert_cmpfloat (get_error (scene.places, found, N), <, 0.005);
  for (guint i = 1; i < N; i++)
    g_assert_cmpfloat (fabs (found[i].angle - found[0].angle - scene.places[i].angle + scene.places[0].angle), <, 0.001);
}

static void
test_noisy (void)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      PlenumSurveyPlace found[N];
      Scene scene;

      make_scene (&scene, seed, g_rand_double_range (random, -0.44, 0.44), g_rand_double_range (random, -0.35, 0.35),
                  g_rand_double_range (random, -0.35, 0.35), 1.0);
      g_assert_true (plenum_survey_measure (scene.marks, N, found));
      g_assert_cmpfloat (get_error (scene.places, found, N), <, 0.015);
    }
}

/* Three codes of which a corner was taken for something else do not bend the wall. */
static void
test_outliers (void)
{
  PlenumSurveyPlace found[N];
  Scene scene;

  make_scene (&scene, 7, 0.2, 0.2, 0.1, 0.5);
  for (guint i = 5; i < N; i += 23)
    scene.marks[i].corners[i % 4].x += 30;
  g_assert_true (plenum_survey_measure (scene.marks, N, found));
  g_assert_cmpfloat (get_error (scene.places, found, N), <, 0.02);
}

/* Few cards are no reason to give up. */
static void
test_few (void)
{
  for (guint n = 1; n <= 4; n++)
    {
      PlenumSurveyPlace found[N];
      Scene scene;

      make_scene (&scene, n, -0.3, 0.05, 0.05, 0.3);
      g_assert_true (plenum_survey_measure (scene.marks, n, found));
      g_assert_cmpfloat (get_error (scene.places, found, n), <, 0.03);
    }
}

static void
test_refused (void)
{
  PlenumSurveyPlace found[N] = { { { 47, 11 }, 1 } };
  Scene scene;

  make_scene (&scene, 1, 0, 0, 0, 0);
  g_assert_false (plenum_survey_measure (scene.marks, 0, found));

  /* From behind, as in a mirror. */
  for (guint i = 0; i < N; i++)
    for (guint k = 0; k < 4; k++)
      scene.marks[i].corners[k].x *= -1;
  g_assert_false (plenum_survey_measure (scene.marks, N, found));

  memset (scene.marks[0].corners, 0, sizeof scene.marks[0].corners);
  g_assert_false (plenum_survey_measure (scene.marks, 1, found));
  scene.marks[0].corners[2].y = NAN;
  g_assert_false (plenum_survey_measure (scene.marks, 1, found));
  g_assert_cmpfloat (found[0].centre.x, ==, 47);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/exact", test_exact);
  g_test_add_func ("/survey/noisy", test_noisy);
  g_test_add_func ("/survey/outliers", test_outliers);
  g_test_add_func ("/survey/few", test_few);
  g_test_add_func ("/survey/refused", test_refused);
  return g_test_run ();
}
