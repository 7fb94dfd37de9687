/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-shingles.h"

G_BEGIN_DECLS

#define PLENUM_DUPLICATE_FLOOR 0.3 /* less similar is nothing anybody would call a duplicate */

/* Two texts, @a before @b in the corpus. */
typedef struct
{
  guint  a;
  guint  b;
  double similarity; /* Jaccard, of shingles */
} PlenumDuplicatePair;

GArray *plenum_duplicate_candidates      (PlenumShingles  *shingles,
                                          GArray          *texts,
                                          GCancellable    *cancellable,
                                          GError         **error);
double  plenum_duplicate_choose_threshold (GArray         *candidates);

G_END_DECLS
