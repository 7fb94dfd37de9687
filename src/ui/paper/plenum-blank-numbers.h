/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLENUM_LAST_BLANK_NUMBER 65000

guint plenum_blank_numbers_next (GSettings  *settings,
                                 const char *workshop);
void  plenum_blank_numbers_take (GSettings  *settings,
                                 const char *workshop,
                                 guint       first,
                                 guint       count);

G_END_DECLS
