/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-bundle-item.h"
#include "plenum-clock.h"

G_BEGIN_DECLS

#define PLENUM_BUNDLE_FORMAT  "plenum-bundle"
#define PLENUM_BUNDLE_VERSION 1

/* What stands around the records. */
typedef struct
{
  char       *id;
  char       *created;   /* RFC 3339, UTC */
  char       *generator; /* nullable */
  char       *node;
  char       *privacy;   /* "full", "pseudonymous", "anonymous" */
  char       *digest;    /* "sha256:" and 64 hexadecimal digits */
  char       *key;       /* nullable: Base64 of the public key that signed it */
  char       *signature; /* nullable */
  char        stamp[PLENUM_STAMP_LENGTH + 1]; /* of fields that come without one */
} PlenumBundleHeader;

typedef struct _PlenumBundleReader PlenumBundleReader;

PlenumBundleReader       *plenum_bundle_reader_new        (GInputStream              *stream,
                                                           const char                *name,
                                                           const PlenumBundleHeader  *known);
void                      plenum_bundle_reader_free       (PlenumBundleReader        *self);
gboolean                  plenum_bundle_reader_next       (PlenumBundleReader        *self,
                                                           PlenumBundleItem         **item,
                                                           GCancellable              *cancellable,
                                                           GError                   **error);
const PlenumBundleHeader *plenum_bundle_reader_get_header (PlenumBundleReader        *self);

char                     *plenum_bundle_signed_text       (const PlenumBundleHeader  *header);
void                      plenum_bundle_header_copy       (PlenumBundleHeader        *target,
                                                           const PlenumBundleHeader  *source);
void                      plenum_bundle_header_clear      (PlenumBundleHeader        *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleReader, plenum_bundle_reader_free)

G_END_DECLS
