/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-progress.h"
#include "plenum-terms.h"

G_BEGIN_DECLS

/* Texts as points: what is about the same is near. Once made it never changes. */
typedef struct
{
  PlenumCorpus *corpus;
  PlenumTerms  *terms;
  guint         n;
  guint         width;
  float        *rows;
} PlenumTextVectors;

PlenumTextVectors *plenum_text_vectors_new  (PlenumCorpus        *corpus,
                                             PlenumProgressFunc   progress,
                                             gpointer             data,
                                             GCancellable        *cancellable,
                                             GError             **error);
void               plenum_text_vectors_free (PlenumTextVectors   *self);
guint             *plenum_sample            (guint                n,
                                             guint                most,
                                             guint               *n_sampled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTextVectors, plenum_text_vectors_free)

G_END_DECLS
