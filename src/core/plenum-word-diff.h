/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a text: from @start up to, not with, @end. */
typedef struct
{
  guint start;
  guint end;
} PlenumSpan;

gboolean plenum_word_diff (const char  *first,
                           const char  *second,
                           GArray     **only_first,
                           GArray     **only_second);

G_END_DECLS
