/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "plenum-type.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_RECORD (plenum_record_get_type ())
G_DECLARE_FINAL_TYPE (PlenumRecord, plenum_record, PLENUM, RECORD, GObject)

PlenumRecord     *plenum_record_new             (PlenumRecordType  type,
                                                 const char       *id);
PlenumRecord     *plenum_record_copy            (PlenumRecord     *self,
                                                 const char       *id);
PlenumRecordType  plenum_record_get_record_type (PlenumRecord     *self);
const char       *plenum_record_get_id          (PlenumRecord     *self);
gboolean          plenum_record_is_null         (PlenumRecord     *self,
                                                 guint             field);
const char       *plenum_record_get_text        (PlenumRecord     *self,
                                                 guint             field);
gint64            plenum_record_get_integer     (PlenumRecord     *self,
                                                 guint             field);
void              plenum_record_set_text        (PlenumRecord     *self,
                                                 guint             field,
                                                 const char       *text);
void              plenum_record_take_text       (PlenumRecord     *self,
                                                 guint             field,
                                                 char             *text);
void              plenum_record_set_integer     (PlenumRecord     *self,
                                                 guint             field,
                                                 gint64            value);
void              plenum_record_set_null        (PlenumRecord     *self,
                                                 guint             field);
gboolean          plenum_record_field_equal     (PlenumRecord     *self,
                                                 PlenumRecord     *other,
                                                 guint             field);
void              plenum_record_take_values     (PlenumRecord     *self,
                                                 PlenumRecord     *other);

G_END_DECLS
