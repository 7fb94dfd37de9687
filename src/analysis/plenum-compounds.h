/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How often a stem stands in the collection; 0 if it does not. */
typedef guint (*PlenumStemCount) (const char *stem,
                                  gpointer    data);

gboolean plenum_compound_split (const char       *stem,
                                PlenumStemCount   count,
                                gpointer          data,
                                char            **first,
                                char            **second);

G_END_DECLS
