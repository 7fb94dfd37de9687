/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From where squares are in a picture to where they hang on the wall. The wall is
 * a plane, so the picture is a homography of it. Of its eight numbers three are a
 * turn and a shift, which the cards' own uprightness and an arbitrary origin settle;
 * the other five (two for perspective, three for scale and shear) are those for
 * which the squares, each of which may hang as it likes, come out most like squares
 * of their size: least squares over their corners, by Levenberg and Marquardt. */
#include "plenum-survey.h"

#include <math.h>
#include <string.h>

#define N 5            /* perspective in x and y, then the upper triangle of a matrix */
#define MOST_ROUNDS 60

typedef struct
{
  const PlenumSurveyMark *marks;
  guint                 n;
  PlenumPoint           middle; /* of all corners: pixels are counted from here, */
  double                unit;   /* in these */
  double               *weights;
} Fit;

static gboolean
map (const Fit *fit, const double *p, PlenumPoint pixel, PlenumPoint *out)
{
  double x = (pixel.x - fit->middle.x) / fit->unit;
  double y = (pixel.y - fit->middle.y) / fit->unit;
  double w = 1 + p[0] * x + p[1] * y;

  if (w < 0.05)
    return FALSE;

  out->x = (p[2] * x + p[3] * y) / w;
  out->y = p[4] * y / w;
  return TRUE;
}

/* The square of the mark's size that is nearest to its mapped corners, and how far
 * these are from it. */
static gboolean
lay_square (const Fit *fit, const double *p, const PlenumSurveyMark *mark, PlenumSurveyPlace *place, double residuals[8])
{
  static const double signs[4][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
  double half = mark->side / 2, along = 0, across = 0, c, s;
  PlenumPoint corners[4], centre = { 0, 0 };

  for (guint i = 0; i < 4; i++)
    {
      if (!map (fit, p, mark->corners[i], &corners[i]))
        return FALSE;
      centre.x += corners[i].x / 4;
      centre.y += corners[i].y / 4;
    }
  for (guint i = 0; i < 4; i++)
    {
      double x = corners[i].x - centre.x, y = corners[i].y - centre.y;

      along += signs[i][0] * x + signs[i][1] * y;
      across += signs[i][0] * y - signs[i][1] * x;
    }

  place->centre = centre;
  place->angle = atan2 (across, along);
  c = cos (place->angle) * half;
  s = sin (place->angle) * half;
  for (guint i = 0; i < 4; i++)
    {
      residuals[2 * i] = corners[i].x - centre.x - (c * signs[i][0] - s * signs[i][1]);
      residuals[2 * i + 1] = corners[i].y - centre.y - (s * signs[i][0] + c * signs[i][1]);
    }

  return TRUE;
}

/* All residuals, weighted. With few marks perspective is hardly visible, and
 * guessing it wrong is worse than assuming there is little. */
static double
evaluate (const Fit *fit, const double *p, double *residuals)
{
  double sum = 0;
  PlenumSurveyPlace place;

  for (guint i = 0; i < fit->n; i++)
    {
      if (!lay_square (fit, p, &fit->marks[i], &place, residuals + 8 * i))
        return INFINITY;
      for (guint k = 0; k < 8; k++)
        residuals[8 * i + k] *= fit->weights[i];
    }
  residuals[8 * fit->n] = 0.5 * p[0];
  residuals[8 * fit->n + 1] = 0.5 * p[1];
  for (guint i = 0; i < 8 * fit->n + 2; i++)
    sum += residuals[i] * residuals[i];

  return sum;
}

/* Solves the system in place by Gauss with pivots. */
static gboolean
solve (double a[N][N + 1], double *x)
{
  for (guint column = 0; column < N; column++)
    {
      guint pivot = column;

      for (guint row = column + 1; row < N; row++)
        if (fabs (a[row][column]) > fabs (a[pivot][column]))
          pivot = row;
      if (fabs (a[pivot][column]) < 1e-12)
        return FALSE;
      for (guint k = 0; k <= N; k++)
        {
          double swap = a[column][k];

          a[column][k] = a[pivot][k];
          a[pivot][k] = swap;
        }
      for (guint row = 0; row < N; row++)
        {
          double factor = row == column ? 0 : a[row][column] / a[column][column];

          for (guint k = column; k <= N; k++)
            a[row][k] -= factor * a[column][k];
        }
    }
  for (guint i = 0; i < N; i++)
    x[i] = a[i][N] / a[i][i];

  return TRUE;
}

/* The normal equations, damped. */
static void
build_system (const double *residuals, const double *derivatives, guint n_residuals, double damping, double a[N][N + 1])
{
  memset (a, 0, sizeof (double) * N * (N + 1));
  for (guint r = 0; r < n_residuals; r++)
    for (guint i = 0; i < N; i++)
      {
        double d = derivatives[i * n_residuals + r];

        for (guint k = 0; k < N; k++)
          a[i][k] += d * derivatives[k * n_residuals + r];
        a[i][N] -= d * residuals[r];
      }
  for (guint i = 0; i < N; i++)
    a[i][i] += damping * a[i][i] + 1e-12;
}

static void
refine (const Fit *fit, double *p)
{
  guint n = 8 * fit->n + 2;
  g_autofree double *residuals = g_new (double, n);
  g_autofree double *moved = g_new (double, n);
  g_autofree double *derivatives = g_new (double, n * N);
  double damping = 1e-3, best = evaluate (fit, p, residuals);

  for (guint round = 0; round < MOST_ROUNDS && damping < 1e8 && isfinite (best); round++)
    {
      double a[N][N + 1], step[N], next[N], sum;

      for (guint i = 0; i < N; i++)
        {
          double h = 1e-5 * MAX (fabs (p[i]), 0.1);

          memcpy (next, p, sizeof next);
          next[i] += h;
          if (!isfinite (evaluate (fit, next, moved)))
            return;
          for (guint r = 0; r < n; r++)
            derivatives[i * n + r] = (moved[r] - residuals[r]) / h;
        }

      build_system (residuals, derivatives, n, damping, a);
      if (!solve (a, step))
        return;
      for (guint i = 0; i < N; i++)
        next[i] = p[i] + step[i];
      sum = evaluate (fit, next, moved);
      if (sum < best)
        {
          gboolean settled = best - sum < 1e-9 * best;

          memcpy (p, next, sizeof next);
          memcpy (residuals, moved, n * sizeof (double));
          best = sum;
          damping /= 4;
          if (settled)
            return;
        }
      else
        {
          damping *= 6;
        }
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));

  qsort (sorted, n, sizeof (double), compare_doubles);
  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* A code whose corners were guessed badly, for a finger lies on one, must not bend
 * the wall: what is off by more than usual counts less. */
static void
weigh (Fit *fit, const double *p)
{
  g_autofree double *sizes = g_new (double, fit->n);
  double usual;

  for (guint i = 0; i < fit->n; i++)
    {
      PlenumSurveyPlace place;
      double residuals[8], sum = 0;

      if (lay_square (fit, p, &fit->marks[i], &place, residuals))
        for (guint k = 0; k < 8; k++)
          sum += residuals[k] * residuals[k];
      sizes[i] = sqrt (sum);
    }
  usual = MAX (get_median (sizes, fit->n), 1e-6);
  for (guint i = 0; i < fit->n; i++)
    fit->weights[i] = MIN (1, 2 * usual / MAX (sizes[i], 1e-9));
}

/* The mean of what each mark alone says of scale and shear. */
static gboolean
guess (const Fit *fit, double *p)
{
  double xx = 0, xy = 0, yy = 0;

  for (guint i = 0; i < fit->n; i++)
    {
      const PlenumPoint *c = fit->marks[i].corners;
      double unit = 2 * fit->unit * fit->marks[i].side;
      double ax = (c[1].x - c[0].x + c[2].x - c[3].x) / unit, ay = (c[1].y - c[0].y + c[2].y - c[3].y) / unit;
      double bx = (c[3].x - c[0].x + c[2].x - c[1].x) / unit, by = (c[3].y - c[0].y + c[2].y - c[1].y) / unit;
      double area = ax * by - ay * bx;

      if (area <= 0)
        return FALSE;
      xx += (ay * ay + by * by) / (area * area * fit->n);
      xy -= (ax * ay + bx * by) / (area * area * fit->n);
      yy += (ax * ax + bx * bx) / (area * area * fit->n);
    }

  p[0] = p[1] = 0;
  p[2] = sqrt (xx);
  p[3] = xy / p[2];
  p[4] = sqrt (MAX (yy - p[3] * p[3], 1e-9));
  return TRUE;
}

/* Most cards hang upright: the median of how they are turned is how the picture is. */
static void
turn_upright (PlenumSurveyPlace *places, guint n)
{
  g_autofree double *angles = g_new (double, n);
  double c = 0, s = 0, mean, turn;

  for (guint i = 0; i < n; i++)
    {
      c += cos (places[i].angle);
      s += sin (places[i].angle);
    }
  mean = atan2 (s, c);
  for (guint i = 0; i < n; i++)
    angles[i] = remainder (places[i].angle - mean, 2 * G_PI);
  turn = mean + get_median (angles, n);

  c = cos (turn);
  s = sin (turn);
  for (guint i = 0; i < n; i++)
    {
      PlenumPoint point = places[i].centre;

      places[i].centre = (PlenumPoint) { c * point.x + s * point.y, c * point.y - s * point.x };
      places[i].angle = remainder (places[i].angle - turn, 2 * G_PI);
    }
}

static gboolean
set_frame (Fit *fit)
{
  PlenumPoint least = { INFINITY, INFINITY }, most = { -INFINITY, -INFINITY };

  for (guint i = 0; i < 4 * fit->n; i++)
    {
      PlenumPoint point = fit->marks[i / 4].corners[i % 4];

      if (!isfinite (point.x) || !isfinite (point.y))
        return FALSE;
      least = (PlenumPoint) { MIN (least.x, point.x), MIN (least.y, point.y) };
      most = (PlenumPoint) { MAX (most.x, point.x), MAX (most.y, point.y) };
    }
  fit->middle = (PlenumPoint) { (least.x + most.x) / 2, (least.y + most.y) / 2 };
  fit->unit = MAX (most.x - least.x, most.y - least.y) / 2;

  return fit->unit > 0;
}

/**
 * plenum_survey_measure:
 * @marks: (array length=n): squares of known size seen in one picture of the wall
 * @places: (out caller-allocates) (array length=n): where they hang
 *
 * The origin is arbitrary, upwards is what is upwards for most marks. One mark is
 * enough; the more, the better perspective is seen.
 *
 * Returns: %FALSE, with @places untouched, if there is no mark, or if one is no
 *   square seen from the front
 */
gboolean
plenum_survey_measure (const PlenumSurveyMark *marks, guint n, PlenumSurveyPlace *places)
{
  g_autofree double *weights = g_new (double, n + 1);
  g_autofree PlenumSurveyPlace *found = g_new0 (PlenumSurveyPlace, n + 1);
  Fit fit = { .marks = marks, .n = n, .weights = weights };
  double p[N], residuals[8];

  if (n == 0 || !set_frame (&fit) || !guess (&fit, p))
    return FALSE;

  for (guint i = 0; i < n; i++)
    weights[i] = 1;
  for (guint round = 0; round < 3; round++)
    {
      refine (&fit, p);
      weigh (&fit, p);
    }

  for (guint i = 0; i < n; i++)
    if (!lay_square (&fit, p, &marks[i], &found[i], residuals))
      return FALSE;
  turn_upright (found, n);
  memcpy (places, found, n * sizeof (PlenumSurveyPlace));

  return TRUE;
}
