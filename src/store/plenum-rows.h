/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: records to rows and back. */
#pragma once

#include "plenum-database.h"
#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

PlenumRecord *plenum_rows_get          (PlenumDatabase    *database,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        GError           **error);
GPtrArray    *plenum_rows_list         (PlenumDatabase    *database,
                                        PlenumRecordType   type,
                                        int                field,
                                        const char        *value,
                                        GError           **error);
gboolean      plenum_rows_insert       (PlenumDatabase    *database,
                                        PlenumRecord      *record,
                                        GError           **error);
gboolean      plenum_rows_try_insert   (PlenumDatabase    *database,
                                        PlenumRecord      *record,
                                        gboolean          *inserted,
                                        GError           **error);
gboolean      plenum_rows_update       (PlenumDatabase    *database,
                                        PlenumRecord      *before,
                                        PlenumRecord      *record,
                                        GError           **error);
gboolean      plenum_rows_set_pair     (PlenumDatabase    *database,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        guint              first,
                                        gint64             one,
                                        guint              second,
                                        gint64             other,
                                        GError           **error);
gboolean      plenum_rows_delete       (PlenumDatabase    *database,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        GError           **error);
PlenumStamps *plenum_rows_get_stamps   (PlenumDatabase    *database,
                                        const char        *id);
gboolean      plenum_rows_stamp_fields (PlenumDatabase    *database,
                                        const char        *id,
                                        const char        *names,
                                        const char        *stamp,
                                        GError           **error);
gboolean      plenum_rows_put_stamps   (PlenumDatabase    *database,
                                        const char        *id,
                                        PlenumStamps      *stamps,
                                        GError           **error);

G_END_DECLS
