/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_RECORD_LIST (plenum_record_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumRecordList, plenum_record_list, PLENUM, RECORD_LIST, GObject)

PlenumRecordList *plenum_record_list_new        (PlenumLibrary    *library,
                                                 PlenumRecordType  type,
                                                 const char       *workshop);
gboolean          plenum_record_list_get_loaded (PlenumRecordList *self);
PlenumRecord     *plenum_record_list_lookup     (PlenumRecordList *self,
                                                 const char       *id);

G_END_DECLS
