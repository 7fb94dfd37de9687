/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of several pieces of work. It writes only what no other piece reads or writes. */
typedef void (*PlenumPieceFunc) (guint    piece,
                                 gpointer data);

void plenum_parallel_run         (guint           n_pieces,
                                  PlenumPieceFunc run,
                                  gpointer        data);
void plenum_parallel_set_threads (guint           n_threads);

G_END_DECLS
