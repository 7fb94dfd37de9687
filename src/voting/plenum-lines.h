/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlenumLines PlenumLines;

PlenumLines *plenum_lines_new        (GInputStream  *stream);
void         plenum_lines_free       (PlenumLines   *self);
char        *plenum_lines_read       (PlenumLines   *self,
                                      GCancellable  *cancellable,
                                      GError       **error);
guint64      plenum_lines_get_number (PlenumLines   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumLines, plenum_lines_free)

G_END_DECLS
