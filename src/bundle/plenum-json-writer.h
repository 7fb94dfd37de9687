/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void  plenum_json_append_string    (GString    *text,
                                    const char *string);
void  plenum_json_append_double    (GString    *text,
                                    double      number);
void  plenum_json_append_canonical (GString    *text,
                                    JsonNode   *node);
char *plenum_json_to_canonical     (JsonNode   *node);
int   plenum_json_compare_keys     (const char *a,
                                    const char *b);

G_END_DECLS
