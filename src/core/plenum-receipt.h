/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_RECEIPT_LENGTH 11 /* "K7PM3-XQ9AB" */

char *plenum_receipt_new  (void);
char *plenum_receipt_read (const char *typed);

G_END_DECLS
