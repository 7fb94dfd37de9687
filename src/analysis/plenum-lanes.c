/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-lanes.h"

#include <string.h>

#define LANES 16 /* sums that a processor keeps at hand */

/* Four numbers that are worked on at once, each by itself. */
typedef float Four __attribute__ ((vector_size (16)));

/**
 * plenum_lanes_new:
 * @vectors: @n rows of @width
 *
 * Returns: (transfer full): a copy of them, dimension by dimension
 */
PlenumLanes *
plenum_lanes_new (const float *vectors, guint n, guint width)
{
  PlenumLanes *self = g_new0 (PlenumLanes, 1);

  self->n = n;
  self->padded = (n + LANES - 1) / LANES * LANES;
  self->width = width;
  self->values = g_new0 (float, (gsize) self->padded * width + 1);
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < width; d++)
      self->values[((gsize) (i / LANES) * width + d) * LANES + i % LANES] = vectors[(gsize) i * width + d];

  return self;
}

void
plenum_lanes_free (PlenumLanes *self)
{
  g_free (self->values);
  g_free (self);
}

/**
 * plenum_lanes_multiply:
 * @row: of the same width
 * @products: (out): with each of the vectors, and zeros up to what they are padded to
 *
 * Each is summed up dimension by dimension, whatever instructions the machine has.
 */
void
plenum_lanes_multiply (const PlenumLanes *self, const float *row, float *products)
{
  for (guint first = 0; first < self->padded; first += LANES)
    {
      const float *of_block = self->values + (gsize) first * self->width;
      Four sums[LANES / 4] = { { 0.0f } };

      for (guint d = 0; d < self->width; d++, of_block += LANES)
        {
          Four values[LANES / 4];

          memcpy (values, of_block, sizeof values);
          for (guint i = 0; i < LANES / 4; i++)
            sums[i] += row[d] * values[i];
        }
      memcpy (products + first, sums, sizeof sums);
    }
}
