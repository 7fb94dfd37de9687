/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-sparse.h"
#include "plenum-terms.h"

G_BEGIN_DECLS

/* What texts are compared by: @texts times @words. The first has a row for each
 * text, of its terms and its written words; the second turns these into terms and
 * n-grams of characters. */
typedef struct
{
  PlenumSparse *texts;
  PlenumSparse *words;
} PlenumFeatures;

PlenumFeatures *plenum_features_new       (PlenumTerms     *terms,
                                           GCancellable    *cancellable,
                                           GError         **error);
void            plenum_features_free      (PlenumFeatures  *self);
double          plenum_features_weigh     (guint            n_texts,
                                           guint            n_with);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumFeatures, plenum_features_free)

G_END_DECLS
