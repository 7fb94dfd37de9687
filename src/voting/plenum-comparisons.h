/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-profile.h"

G_BEGIN_DECLS

#define PLENUM_MOST_COMPARISONS 15 /* on one ballot: as many digits as JSON numbers hold exactly */

typedef struct
{
  guint    better;
  guint    other;
  gboolean equal;  /* neither is better */
} PlenumComparison;

GArray *plenum_comparisons_read    (const PlenumChoice     *choices,
                                    guint                   n_choices);
GArray *plenum_comparisons_write   (const PlenumComparison *comparisons,
                                    guint                   n_comparisons);
GArray *plenum_comparisons_propose (guint                   n_options,
                                    guint                   n_comparisons,
                                    guint                   turn);

G_END_DECLS
