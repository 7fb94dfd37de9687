/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Vectors beside each other, so that one more is multiplied with all of them at once. */
typedef struct
{
  guint  n;      /* vectors */
  guint  padded; /* how much room their products need */
  guint  width;
  float *values;
} PlenumLanes;

PlenumLanes *plenum_lanes_new      (const float       *vectors,
                                    guint              n,
                                    guint              width);
void         plenum_lanes_free     (PlenumLanes       *self);
void         plenum_lanes_multiply (const PlenumLanes *self,
                                    const float       *row,
                                    float             *products);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumLanes, plenum_lanes_free)

G_END_DECLS
