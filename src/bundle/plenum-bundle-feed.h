/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-reader.h"

G_BEGIN_DECLS

typedef struct _PlenumBundleFeed PlenumBundleFeed;

PlenumBundleFeed         *plenum_bundle_feed_new        (GInputStream              *stream,
                                                         const char                *name,
                                                         const PlenumBundleHeader  *known,
                                                         GCancellable              *cancellable);
void                      plenum_bundle_feed_free       (PlenumBundleFeed          *self);
gboolean                  plenum_bundle_feed_next       (PlenumBundleFeed          *self,
                                                         PlenumBundleItem         **item,
                                                         GError                   **error);
const PlenumBundleHeader *plenum_bundle_feed_get_header (PlenumBundleFeed          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleFeed, plenum_bundle_feed_free)

G_END_DECLS
