/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_BUNDLE_ERROR (plenum_bundle_error_quark ())
GQuark plenum_bundle_error_quark (void);

typedef enum
{
  PLENUM_BUNDLE_ERROR_FORMAT,    /* no bundle, or one without a member it needs */
  PLENUM_BUNDLE_ERROR_VERSION,   /* a newer program wrote it */
  PLENUM_BUNDLE_ERROR_SCHEMA,    /* a record is not as the schema says */
  PLENUM_BUNDLE_ERROR_DUPLICATE, /* two records of one id */
  PLENUM_BUNDLE_ERROR_REFERENCE, /* a record refers to one that is not there */
  PLENUM_BUNDLE_ERROR_COUNTS,    /* more or fewer records than the header says */
  PLENUM_BUNDLE_ERROR_DIGEST,    /* changed or damaged on its way */
  PLENUM_BUNDLE_ERROR_SIGNATURE, /* not signed by the key it names */
  PLENUM_BUNDLE_ERROR_KEY,       /* the library's own key cannot be read or made */
  PLENUM_BUNDLE_ERROR_UNKNOWN,   /* a file in no format that is known */
  PLENUM_BUNDLE_ERROR_TABLE,     /* a table that lacks a column or has a value that fits none */
  PLENUM_BUNDLE_ERROR_TEMPLATE,  /* a template that is not as its schema says, or none of that name */
  PLENUM_BUNDLE_ERROR_TOO_LARGE, /* more in the file of another program than the memory should hold */
} PlenumBundleError;

G_END_DECLS
