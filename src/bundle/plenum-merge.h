/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-item.h"
#include "plenum-edit.h"
#include "plenum-import-result.h"
#include "plenum-knowledge.h"

G_BEGIN_DECLS

typedef struct _PlenumMerge PlenumMerge;

PlenumMerge *plenum_merge_new    (PlenumEdit          *edit,
                                  PlenumKnowledge     *theirs,
                                  PlenumImportResult  *result);
void         plenum_merge_free   (PlenumMerge         *self);
gboolean     plenum_merge_item   (PlenumMerge         *self,
                                  PlenumBundleItem    *item,
                                  GError             **error);
gboolean     plenum_merge_finish (PlenumMerge         *self,
                                  GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumMerge, plenum_merge_free)

G_END_DECLS
