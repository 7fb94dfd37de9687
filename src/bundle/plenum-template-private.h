/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: what a template is made of. */
#pragma once

#include <json-glib/json-glib.h>

#include "plenum-template.h"

G_BEGIN_DECLS

gboolean    plenum_template_check      (JsonNode    *root,
                                        const char  *name,
                                        GError     **error);
JsonNode   *plenum_template_get_member (JsonNode    *node,
                                        const char  *name);
const char *plenum_template_get_string (JsonNode    *node);
JsonArray  *plenum_template_get_parts  (JsonNode    *node,
                                        const char  *name);

G_END_DECLS
