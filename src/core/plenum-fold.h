/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *plenum_fold          (const char *text);
char     *plenum_fold_plain    (const char *text);
void      plenum_fold_both     (const char *text,
                                gsize       length,
                                GString    *two,
                                GString    *plain);
gboolean  plenum_fold_contains (const char *text,
                                const char *query);

G_END_DECLS
