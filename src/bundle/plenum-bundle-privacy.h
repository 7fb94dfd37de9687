/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-key.h"
#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_PRIVACY_FULL,
  PLENUM_PRIVACY_PSEUDONYMOUS,
  PLENUM_PRIVACY_ANONYMOUS,
} PlenumPrivacy;

const char   *plenum_privacy_get_name     (PlenumPrivacy     privacy);
gboolean      plenum_privacy_from_name    (const char       *name,
                                           PlenumPrivacy    *privacy);
gboolean      plenum_privacy_carries      (PlenumPrivacy     privacy,
                                           const char       *type);
PlenumRecord *plenum_privacy_apply        (PlenumPrivacy     privacy,
                                           PlenumBundleKey  *key,
                                           PlenumRecord     *record);
PlenumStamps *plenum_privacy_apply_stamps (PlenumPrivacy     privacy,
                                           PlenumRecord     *record,
                                           PlenumStamps     *stamps);
char         *plenum_privacy_apply_stamp  (PlenumPrivacy     privacy,
                                           const char       *stamp);

G_END_DECLS
