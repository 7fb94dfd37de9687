/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bundles need to know of rows beyond their values. */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *type;
  char *workshop;
  char *stamp;
} PlenumTombstone;

typedef struct
{
  char *id;
  char *type;
  char *workshop; /* nullable */
  char *json;
} PlenumOther;

/* @stamps is NULL for immutable types. Returns FALSE to stop with @error. */
typedef gboolean (*PlenumEachFunc) (PlenumRecord  *record,
                                    PlenumStamps  *stamps,
                                    gpointer       data,
                                    GError       **error);

void             plenum_tombstone_free         (PlenumTombstone    *tombstone);
void             plenum_other_free             (PlenumOther        *other);
gboolean         plenum_store_begin_reading    (PlenumStore        *self,
                                                GError            **error);
void             plenum_store_end_reading      (PlenumStore        *self);
gboolean         plenum_store_each             (PlenumStore        *self,
                                                PlenumRecordType    type,
                                                const char * const *workshops,
                                                PlenumEachFunc      func,
                                                gpointer            data,
                                                GError            **error);
PlenumStamps    *plenum_store_get_stamps       (PlenumStore        *self,
                                                const char         *id);
PlenumTombstone *plenum_store_get_tombstone    (PlenumStore        *self,
                                                const char         *id);
gboolean          plenum_store_has_tombstones  (PlenumStore         *self);
GPtrArray       *plenum_store_list_tombstones  (PlenumStore        *self,
                                                const char * const *workshops,
                                                GError            **error);
gboolean         plenum_store_has_losing       (PlenumStore        *self,
                                                const char         *record,
                                                const char         *field,
                                                const char         *stamp);
PlenumOther     *plenum_store_get_other        (PlenumStore        *self,
                                                const char         *id);
GPtrArray       *plenum_store_list_others      (PlenumStore        *self,
                                                const char * const *workshops,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTombstone, plenum_tombstone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumOther, plenum_other_free)

G_END_DECLS
