/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a long piece of work is: from 0 to 1, never backwards. */
typedef void (*PlenumProgressFunc) (double   done,
                                    gpointer data);

G_END_DECLS
