/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* Two people wrote the same field without having seen each other's text. Counts its
 * references; nobody changes it once it is read. */
typedef struct
{
  PlenumRecordType  type;
  char             *id;       /* of the record */
  guint             field;
  char             *workshop;
  char             *stamp;    /* when @text was written */
  char             *text;     /* the one that lost */
  gboolean          here;     /* it was written in this library */
  PlenumRecord     *record;   /* nullable: as it is now; NULL once it is deleted */
} PlenumConflict;

PlenumConflict *plenum_conflict_ref           (PlenumConflict        *self);
void            plenum_conflict_unref         (PlenumConflict        *self);
gint64          plenum_conflict_get_time      (const PlenumConflict  *self);
const char     *plenum_conflict_get_present   (const PlenumConflict  *self);
gboolean        plenum_conflict_is_same       (const PlenumConflict  *self,
                                               const PlenumConflict  *other);

GPtrArray      *plenum_store_list_conflicts   (PlenumStore           *self,
                                               const char            *workshop,
                                               GError               **error);
PlenumAction   *plenum_action_settle_conflict (const PlenumConflict  *conflict,
                                               const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumConflict, plenum_conflict_unref)

G_END_DECLS
