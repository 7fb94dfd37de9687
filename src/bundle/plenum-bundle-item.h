/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "plenum-bundle-error.h"
#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_BUNDLE_RECORD,
  PLENUM_BUNDLE_TOMBSTONE,
  PLENUM_BUNDLE_OTHER, /* of a type that only a newer program knows */
} PlenumBundleItemKind;

/* One element of "records". */
typedef struct
{
  PlenumBundleItemKind  kind;
  guint64               line;     /* where it begins in the file */
  char                 *id;
  char                 *type;
  char                 *workshop; /* nullable */
  char                 *json;     /* canonical */
  PlenumRecord         *record;   /* of a record */
  PlenumStamps         *stamps;   /* of a record that is not immutable */
  char                 *of;       /* of a tombstone: the type of what was deleted */
  char                 *stamp;    /* of a tombstone */
} PlenumBundleItem;

PlenumBundleItem *plenum_bundle_item_parse     (JsonNode          *node,
                                                const char        *default_stamp,
                                                const char        *file,
                                                guint64            line,
                                                GError           **error);
gboolean          plenum_bundle_stamp_is_credible (const char     *stamp);
void              plenum_bundle_item_free      (PlenumBundleItem  *self);
char             *plenum_bundle_item_to_json   (PlenumRecord      *record,
                                                PlenumStamps      *stamps);
char             *plenum_bundle_item_find_stamp (const char       *json);
char             *plenum_bundle_tombstone_json (const char        *id,
                                                const char        *of,
                                                const char        *workshop,
                                                const char        *stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleItem, plenum_bundle_item_free)

G_END_DECLS
