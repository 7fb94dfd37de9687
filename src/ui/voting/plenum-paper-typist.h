/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PAPER_TYPIST (plenum_paper_typist_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPaperTypist, plenum_paper_typist, PLENUM, PAPER_TYPIST, GtkWidget)

GtkWidget  *plenum_paper_typist_new       (PlenumLibrary     *library,
                                           const char        *poll);
gboolean    plenum_paper_typist_is_ready  (PlenumPaperTypist *self);
const char *plenum_paper_typist_get_name  (PlenumPaperTypist *self);
guint       plenum_paper_typist_get_paper (PlenumPaperTypist *self);
gboolean    plenum_paper_typist_was_typed (PlenumPaperTypist *self);
char       *plenum_paper_typist_describe  (PlenumPaperTypist *self);
void        plenum_paper_typist_begin     (PlenumPaperTypist *self);
void        plenum_paper_typist_end       (PlenumPaperTypist *self);

G_END_DECLS
