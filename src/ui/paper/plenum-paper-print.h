/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *plenum_paper_print_new (GPtrArray  *pages,
                                           const char *title);

G_END_DECLS
