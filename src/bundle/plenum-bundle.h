/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bundles out of a library, and whether one is valid. In they come by PlenumImport. */
#pragma once

#include <gio/gio.h>

#include "plenum-bundle-error.h"
#include "plenum-bundle-privacy.h"
#include "plenum-progress.h"
#include "plenum-store.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumPrivacy       privacy;
  gboolean            sign;
  PlenumProgressFunc  progress;      /* nullable; called on the thread that works */
  gpointer            progress_data;
  gboolean            untouched;     /* the library is an old copy, in which nothing is noted */
} PlenumExportOptions;

/* How many records of one type. */
typedef struct
{
  char  *type;
  guint  count;
} PlenumBundleCount;

/* What was written. */
typedef struct
{
  char   *file;
  char   *id;
  char   *node;   /* the library it came from */
  char   *digest; /* "sha256:" and 64 hexadecimal digits */
  GArray *counts; /* of PlenumBundleCount, in the bundle's order, none of them 0 */
} PlenumExportResult;

/* What was found when a bundle was checked. */
typedef struct
{
  char      *file;
  gboolean   valid;
  char      *signed_by; /* nullable: the public key in Base64 */
  GPtrArray *problems;  /* char *, each beginning with the file and the line */
} PlenumVerification;

PlenumExportResult *plenum_bundle_export             (PlenumStore                *store,
                                                      const char * const         *workshops,
                                                      const char                 *path,
                                                      const PlenumExportOptions  *options,
                                                      GCancellable               *cancellable,
                                                      GError                    **error);
void                plenum_export_result_free        (PlenumExportResult         *result);

PlenumVerification *plenum_bundle_verify             (const char                 *path,
                                                      GCancellable               *cancellable,
                                                      GError                    **error);
void                plenum_verification_free         (PlenumVerification         *verification);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumExportResult, plenum_export_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumVerification, plenum_verification_free)

G_END_DECLS
