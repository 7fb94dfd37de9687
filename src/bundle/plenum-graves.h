/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-edit.h"
#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

/* The stamp of a record's deletion, where it is there all the same. It stands
 * among the record's stamps under this name, which no field has. */
#define PLENUM_DELETED "deleted"

/* A record that a merge found deleted. */
typedef struct
{
  PlenumRecord *record;
  PlenumStamps *stamps;  /* nullable: of what is immutable */
  char         *deleted; /* when */
  gboolean      was_ours;
  gboolean      alive;   /* after plenum_graves_settle(): it came back */
} PlenumGrave;

typedef struct _PlenumGraves PlenumGraves;

PlenumGraves *plenum_graves_new         (PlenumEdit    *edit);
void          plenum_graves_free        (PlenumGraves  *self);
gboolean      plenum_graves_add_theirs  (PlenumGraves  *self,
                                         PlenumRecord  *record,
                                         PlenumStamps  *stamps,
                                         const char    *deleted,
                                         GError       **error);
gboolean      plenum_graves_add_ours    (PlenumGraves  *self,
                                         PlenumRecord  *record,
                                         PlenumStamps  *stamps,
                                         const char    *deleted,
                                         GError       **error);
void          plenum_graves_doubt       (PlenumGraves  *self,
                                         PlenumRecordType type,
                                         const char    *id);
gboolean      plenum_graves_settle      (PlenumGraves  *self,
                                         GError       **error);
GPtrArray    *plenum_graves_list        (PlenumGraves  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumGraves, plenum_graves_free)

G_END_DECLS
