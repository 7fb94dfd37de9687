/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-constraints.h"
#include "plenum-duplicate-candidates.h"

G_BEGIN_DECLS

typedef struct _PlenumDuplicates PlenumDuplicates;

typedef struct
{
  double              threshold;     /* from 0 to 1; 0: chosen by the data */
  PlenumConstraints  *constraints;   /* nullable; resolved */
  PlenumProgressFunc  progress;      /* nullable; called on the thread that works */
  gpointer            progress_data;
} PlenumDuplicateOptions;

PlenumDuplicates          *plenum_duplicates_find          (PlenumCorpus                  *corpus,
                                                            const PlenumDuplicateOptions  *options,
                                                            GCancellable                  *cancellable,
                                                            GError                       **error);
void                       plenum_duplicates_free          (PlenumDuplicates              *self);
double                     plenum_duplicates_get_threshold (PlenumDuplicates              *self);
guint                      plenum_duplicates_get_n_pairs   (PlenumDuplicates              *self);
const PlenumDuplicatePair *plenum_duplicates_get_pair      (PlenumDuplicates              *self,
                                                            guint                          index);
guint                      plenum_duplicates_get_n_groups  (PlenumDuplicates              *self);
const guint               *plenum_duplicates_get_group     (PlenumDuplicates              *self,
                                                            guint                          index,
                                                            guint                         *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDuplicates, plenum_duplicates_free)

G_END_DECLS
