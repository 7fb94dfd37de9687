/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-terms.h"

G_BEGIN_DECLS

#define PLENUM_WORD_WIDTH 150

float *plenum_word_vectors_new (PlenumTerms   *terms,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
