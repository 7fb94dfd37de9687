/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-reader.h"
#include "plenum-id-set.h"
#include "plenum-input.h"
#include "plenum-knowledge.h"

G_BEGIN_DECLS

/* What a first reading of a bundle found. */
typedef struct
{
  PlenumInput        *input;
  PlenumBundleHeader  header;
  PlenumIdSet        *ids;
  PlenumKnowledge    *knowledge;
  GPtrArray          *workshops; /* char *: titles */
  GHashTable         *counts;    /* type → how many */
  guint64             n_records;
} PlenumBundleCheck;

PlenumBundleCheck *plenum_bundle_check_new        (PlenumInput        *input,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
void               plenum_bundle_check_free       (PlenumBundleCheck  *self);
gboolean           plenum_bundle_check_references (PlenumBundleCheck  *self,
                                                   PlenumBundleItem   *item,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleCheck, plenum_bundle_check_free)

G_END_DECLS
