/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What makes two texts alike, and what does not: words as written, each once, in
 * their order in the text. */
typedef struct
{
  GPtrArray *shared;
  GPtrArray *only_a;
  GPtrArray *only_b;
} PlenumDifference;

PlenumDifference *plenum_difference_new  (const char       *a,
                                          const char       *b);
void              plenum_difference_free (PlenumDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDifference, plenum_difference_free)

G_END_DECLS
