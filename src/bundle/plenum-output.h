/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlenumOutput PlenumOutput;

PlenumOutput  *plenum_output_open       (const char     *path,
                                         GError        **error);
void           plenum_output_free       (PlenumOutput   *self);
GOutputStream *plenum_output_get_stream (PlenumOutput   *self);
gboolean       plenum_output_finish     (PlenumOutput   *self,
                                         GCancellable   *cancellable,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumOutput, plenum_output_free)

G_END_DECLS
