/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record-list.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_RECORD_INDEX (plenum_record_index_get_type ())
G_DECLARE_FINAL_TYPE (PlenumRecordIndex, plenum_record_index, PLENUM, RECORD_INDEX, GObject)

PlenumRecordIndex *plenum_record_index_new  (PlenumRecordList  *list,
                                             int                field);
GPtrArray         *plenum_record_index_find (PlenumRecordIndex *self,
                                             const char        *key);

G_END_DECLS
