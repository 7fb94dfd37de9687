/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_UUID_LENGTH 36

char     *plenum_uuid_new         (void);
char     *plenum_uuid_new_random  (void);
char     *plenum_uuid_from_name   (const char *space,
                                   const char *name);
gboolean  plenum_uuid_is_valid    (const char *uuid);

G_END_DECLS
