/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumBundleKey PlenumBundleKey;

PlenumBundleKey *plenum_bundle_key_load          (const char       *node,
                                                  GError          **error);
void             plenum_bundle_key_free          (PlenumBundleKey  *self);
char            *plenum_bundle_key_get_public    (PlenumBundleKey  *self);
char            *plenum_bundle_key_sign          (PlenumBundleKey  *self,
                                                  const char       *text);
char            *plenum_bundle_key_make_id       (PlenumBundleKey  *self,
                                                  const char       *id);
char            *plenum_bundle_key_pseudonym     (PlenumBundleKey  *self,
                                                  const char       *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBundleKey, plenum_bundle_key_free)

G_END_DECLS
