/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-sparse.h"

#include <string.h>

#include "plenum-array.h"
#include "plenum-parallel.h"

/* What a piece of work has. */
#define ROWS  256
#define SLICE 56 /* of the width */

PlenumSparse *
plenum_sparse_new (guint n_columns)
{
  PlenumSparse *self = g_new0 (PlenumSparse, 1);
  gsize zero = 0;

  self->n_columns = n_columns;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (float));
  g_array_append_val (self->starts, zero);

  return self;
}

void
plenum_sparse_free (PlenumSparse *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->columns);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * plenum_sparse_add:
 *
 * Adds to the row that is being filled.
 */
void
plenum_sparse_add (PlenumSparse *self, guint column, float value)
{
  guint32 narrow = column;

  g_array_append_val (self->columns, narrow);
  g_array_append_val (self->values, value);
}

void
plenum_sparse_end_row (PlenumSparse *self)
{
  gsize end = self->columns->len;

  g_array_append_val (self->starts, end);
}

guint
plenum_sparse_get_n_rows (const PlenumSparse *self)
{
  return self->starts->len - 1;
}

/**
 * plenum_sparse_get_row:
 * @columns: (out) (transfer none): where it is not zero
 * @values: (out) (transfer none): what it is there
 *
 * Returns: how many there are
 */
guint
plenum_sparse_get_row (const PlenumSparse *self, guint row, const guint32 **columns, const float **values)
{
  gsize start = g_array_index (self->starts, gsize, row);

  *columns = plenum_array_place (self->columns, start);
  *values = plenum_array_place (self->values, start);
  return g_array_index (self->starts, gsize, row + 1) - start;
}

/**
 * plenum_sparse_sample:
 *
 * Returns: (transfer full): these rows
 */
PlenumSparse *
plenum_sparse_sample (const PlenumSparse *self, const guint *rows, guint n)
{
  PlenumSparse *sample = plenum_sparse_new (self->n_columns);

  for (guint i = 0; i < n; i++)
    {
      const guint32 *columns;
      const float *values;
      guint length = plenum_sparse_get_row (self, rows[i], &columns, &values);

      g_array_append_vals (sample->columns, columns, length);
      g_array_append_vals (sample->values, values, length);
      plenum_sparse_end_row (sample);
    }

  return sample;
}

/* Elements are independent of each other, so that several at once give the same. */
static inline void
add_scaled (float * restrict y, const float * restrict x, float factor, guint n)
{
  for (guint i = 0; i < n; i++)
    y[i] += factor * x[i];
}

typedef struct
{
  const PlenumSparse *matrix;
  const float        *x;
  float              *y;
  guint               width;
} Multiplication;

static void
multiply_rows (guint piece, gpointer data)
{
  Multiplication *multiplication = data;
  guint width = multiplication->width;
  gsize n_rows = plenum_sparse_get_n_rows (multiplication->matrix), end = MIN ((gsize) (piece + 1) * ROWS, n_rows);

  for (gsize row = (gsize) piece * ROWS; row < end; row++)
    {
      const guint32 *columns;
      const float *values;
      guint n = plenum_sparse_get_row (multiplication->matrix, row, &columns, &values);

      for (guint i = 0; i < n; i++)
        add_scaled (multiplication->y + row * width, multiplication->x + (gsize) columns[i] * width, values[i], width);
    }
}

/**
 * plenum_sparse_multiply:
 * @x: a row for each column of @self, of @width
 * @y: (out): a row for each row of @self, of @width
 */
void
plenum_sparse_multiply (const PlenumSparse *self, const float *x, guint width, float *y)
{
  guint n_rows = plenum_sparse_get_n_rows (self);
  Multiplication multiplication = { self, x, y, width };

  /* Where there is nothing, there is no place for it either. */
  if (n_rows == 0)
    return;

  memset (y, 0, (gsize) n_rows * width * sizeof *y);
  plenum_parallel_run ((n_rows + ROWS - 1) / ROWS, multiply_rows, &multiplication);
}

static void
multiply_slice (guint piece, gpointer data)
{
  Multiplication *multiplication = data;
  guint width = multiplication->width, first = piece * SLICE, n_slice = MIN (SLICE, width - first);

  for (guint row = 0; row < plenum_sparse_get_n_rows (multiplication->matrix); row++)
    {
      const guint32 *columns;
      const float *values;
      guint n = plenum_sparse_get_row (multiplication->matrix, row, &columns, &values);

      for (guint i = 0; i < n; i++)
        add_scaled (multiplication->y + (gsize) columns[i] * width + first, multiplication->x + (gsize) row * width + first,
                    values[i], n_slice);
    }
}

/**
 * plenum_sparse_multiply_transposed:
 * @x: a row for each row of @self, of @width
 * @y: (out): a row for each column of @self, of @width
 */
void
plenum_sparse_multiply_transposed (const PlenumSparse *self, const float *x, guint width, float *y)
{
  Multiplication multiplication = { self, x, y, width };

  if (self->n_columns == 0)
    return;

  memset (y, 0, (gsize) self->n_columns * width * sizeof *y);
  plenum_parallel_run ((width + SLICE - 1) / SLICE, multiply_slice, &multiplication);
}
