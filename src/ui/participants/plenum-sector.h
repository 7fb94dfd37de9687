/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sectors that every library knows; any other is as somebody typed it. */
#define PLENUM_N_SECTORS 4

const char *plenum_sector_get_id    (guint       index);
const char *plenum_sector_get_name  (const char *sector);
const char *plenum_sector_get_style (const char *sector);
char       *plenum_sector_parse     (const char *typed);

G_END_DECLS
