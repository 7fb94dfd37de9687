/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle.h"
#include "plenum-bundle-reader.h"

G_BEGIN_DECLS

typedef struct _PlenumBundleWriter PlenumBundleWriter;

PlenumBundleWriter *plenum_bundle_writer_new    (GOutputStream             *stream);
void                plenum_bundle_writer_free   (PlenumBundleWriter        *self);
gboolean            plenum_bundle_writer_begin  (PlenumBundleWriter        *self,
                                                 const PlenumBundleHeader  *header,
                                                 GArray                    *counts,
                                                 GCancellable              *cancellable,
                                                 GError                   **error);
gboolean            plenum_bundle_writer_add    (PlenumBundleWriter        *self,
                                                 const char                *json,
                                                 GCancellable              *cancellable,
                                                 GError                   **error);
gboolean            plenum_bundle_writer_finish (PlenumBundleWriter        *self,
                                                 PlenumBundleHeader        *header,
                                                 PlenumBundleKey           *key,
                                                 GCancellable              *cancellable,
                                                 GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleWriter, plenum_bundle_writer_free)

G_END_DECLS
