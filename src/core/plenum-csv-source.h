/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlenumCsvSource PlenumCsvSource;

PlenumCsvSource *plenum_csv_source_new          (GInputStream     *stream,
                                                 const char       *name);
void             plenum_csv_source_free         (PlenumCsvSource  *self);
gboolean         plenum_csv_source_next         (PlenumCsvSource  *self,
                                                 const char      **line,
                                                 gsize            *length,
                                                 GCancellable     *cancellable,
                                                 GError          **error);
const char      *plenum_csv_source_get_name     (PlenumCsvSource  *self);
guint64          plenum_csv_source_get_line     (PlenumCsvSource  *self);
const char      *plenum_csv_source_get_encoding (PlenumCsvSource  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCsvSource, plenum_csv_source_free)

G_END_DECLS
