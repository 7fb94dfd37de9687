/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-eigen.h"

#include <math.h>
#include <string.h>

#define SWEEPS 12

static void
rotate (double *matrix, double *vectors, guint n, guint p, guint q)
{
  double apq = matrix[p * n + q], theta, t, c, s;

  if (fabs (apq) < 1e-300)
    return;

  theta = (matrix[q * n + q] - matrix[p * n + p]) / (2.0 * apq);
  t = (theta >= 0.0 ? 1.0 : -1.0) / (fabs (theta) + sqrt (theta * theta + 1.0));
  c = 1.0 / sqrt (t * t + 1.0);
  s = t * c;
  for (guint i = 0; i < n; i++)
    {
      double left = matrix[p * n + i], right = matrix[q * n + i];

      matrix[p * n + i] = c * left - s * right;
      matrix[q * n + i] = s * left + c * right;
    }
  for (guint i = 0; i < n; i++)
    {
      double left = matrix[i * n + p], right = matrix[i * n + q];

      matrix[i * n + p] = c * left - s * right;
      matrix[i * n + q] = s * left + c * right;
    }
  for (guint i = 0; i < n; i++)
    {
      double left = vectors[p * n + i], right = vectors[q * n + i];

      vectors[p * n + i] = c * left - s * right;
      vectors[q * n + i] = s * left + c * right;
    }
}

/**
 * plenum_eigen:
 * @matrix: symmetric, @n by @n; used up
 * @values: (out): its eigenvalues, the greatest first
 * @vectors: (out): their vectors, a row each
 *
 * By Jacobi's rotations, which are as exact as the numbers are.
 */
void
plenum_eigen (double *matrix, guint n, double *values, double *vectors)
{
  g_autofree double *found = g_new0 (double, (gsize) n * n);
  g_autofree gboolean *taken = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    found[i * n + i] = 1.0;
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    {
      double off = 0.0, diagonal = 0.0;

      for (guint p = 0; p < n; p++)
        for (guint q = 0; q < n; q++)
          *(p == q ? &diagonal : &off) += matrix[p * n + q] * matrix[p * n + q];
      if (off <= 1e-22 * diagonal)
        break;
      for (guint p = 0; p < n; p++)
        for (guint q = p + 1; q < n; q++)
          if (matrix[p * n + q] * matrix[p * n + q] > 1e-26 * diagonal / n)
            rotate (matrix, found, n, p, q);
    }

  for (guint i = 0; i < n; i++)
    {
      guint best = n;

      for (guint j = 0; j < n; j++)
        if (!taken[j] && (best == n || matrix[j * n + j] > matrix[best * n + best]))
          best = j;
      taken[best] = TRUE;
      values[i] = matrix[best * n + best];
      memcpy (vectors + (gsize) i * n, found + (gsize) best * n, n * sizeof *vectors);
    }
}
