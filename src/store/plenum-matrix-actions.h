/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

#define PLENUM_AXIS_LENGTH 10000

/* Where a card lies between the ends of two axes, 0 to %PLENUM_AXIS_LENGTH;
 * with @across below 0 nowhere. */
typedef struct
{
  const char *id;
  gint64      across;
  gint64      up;
} PlenumAxisPlace;

PlenumAction *plenum_action_rate_ideas (const PlenumAxisPlace *places,
                                        guint                  n_places);
PlenumAction *plenum_action_set_axes   (const char            *board,
                                        const char            *x_axis,
                                        const char            *y_axis);
PlenumAction *plenum_action_set_layout (const char            *board,
                                        const char            *layout);

G_END_DECLS
