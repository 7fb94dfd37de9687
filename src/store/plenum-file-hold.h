/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: keeps a library's files ours while anybody looks into them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumFileHold PlenumFileHold;

PlenumFileHold *plenum_file_hold_new    (const char     *path);
void            plenum_file_hold_loosen (PlenumFileHold *self);
void            plenum_file_hold_free   (PlenumFileHold *self);

G_END_DECLS
