/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS

/* What one commit did to one row: its values now, or none if it is gone. */
typedef struct
{
  PlenumRecordType  type;
  char             *id;
  PlenumRecord     *record; /* nullable */
} PlenumChange;

#define PLENUM_TYPE_CHANGES (plenum_changes_get_type ())
typedef struct _PlenumChanges PlenumChanges;

GType               plenum_changes_get_type       (void);
PlenumChanges      *plenum_changes_new            (void);
PlenumChanges      *plenum_changes_ref            (PlenumChanges    *self);
void                plenum_changes_unref          (PlenumChanges    *self);
void                plenum_changes_add            (PlenumChanges    *self,
                                                   PlenumRecordType  type,
                                                   const char       *id,
                                                   PlenumRecord     *record);
void                plenum_changes_set_everything (PlenumChanges    *self);
gboolean            plenum_changes_get_everything (PlenumChanges    *self);
guint               plenum_changes_get_length     (PlenumChanges    *self);
const PlenumChange *plenum_changes_get            (PlenumChanges    *self,
                                                   guint             index);
gboolean            plenum_changes_touch          (PlenumChanges    *self,
                                                   PlenumRecordType  type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumChanges, plenum_changes_unref)

G_END_DECLS
