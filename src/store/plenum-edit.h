/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

typedef struct _PlenumStore PlenumStore;
typedef struct _PlenumEdit  PlenumEdit;

PlenumStore  *plenum_edit_get_store    (PlenumEdit        *self);
gboolean      plenum_edit_insert       (PlenumEdit        *self,
                                        PlenumRecord      *record,
                                        GError           **error);
gboolean      plenum_edit_update       (PlenumEdit        *self,
                                        PlenumRecord      *record,
                                        GError           **error);
gboolean      plenum_edit_set_text     (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        guint              field,
                                        const char        *text,
                                        GError           **error);
gboolean      plenum_edit_set_integer  (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        guint              field,
                                        gint64             value,
                                        GError           **error);
gboolean      plenum_edit_set_pair     (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        guint              first,
                                        gint64             one,
                                        guint              second,
                                        gint64             other,
                                        GError           **error);
gboolean      plenum_edit_delete       (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        GError           **error);
gboolean      plenum_edit_delete_where (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        guint              field,
                                        const char        *value,
                                        GError           **error);

void          plenum_edit_make_final   (PlenumEdit        *self,
                                        const char        *poll);

/* For imports only, which bring their own stamps. */
gboolean      plenum_edit_put_stamps   (PlenumEdit        *self,
                                        const char        *id,
                                        PlenumStamps      *stamps,
                                        GError           **error);
gboolean      plenum_edit_add          (PlenumEdit        *self,
                                        PlenumRecord      *record,
                                        PlenumStamps      *stamps,
                                        gboolean          *added,
                                        GError           **error);
gboolean      plenum_edit_bury         (PlenumEdit        *self,
                                        PlenumRecordType   type,
                                        const char        *id,
                                        const char        *workshop,
                                        const char        *stamp,
                                        GError           **error);
gboolean      plenum_edit_unbury       (PlenumEdit        *self,
                                        const char        *id,
                                        GError           **error);
gboolean      plenum_edit_keep_losing  (PlenumEdit        *self,
                                        PlenumRecord      *record,
                                        guint              field,
                                        const char        *value,
                                        const char        *stamp,
                                        GError           **error);
gboolean      plenum_edit_put_other    (PlenumEdit        *self,
                                        const char        *id,
                                        const char        *type,
                                        const char        *workshop,
                                        const char        *json,
                                        GError           **error);
void          plenum_edit_observe      (PlenumEdit        *self,
                                        const char        *stamp);
void          plenum_edit_now          (PlenumEdit        *self,
                                        char               stamp[27]);

G_END_DECLS
