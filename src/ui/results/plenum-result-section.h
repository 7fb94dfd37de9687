/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes what is unfolded, when it is first asked for. */
typedef GtkWidget *(*PlenumMakeWidget) (gpointer data);

GtkWidget *plenum_result_section_new (const char       *title,
                                      const char       *remark,
                                      GtkWidget        *chart);
void       plenum_result_section_add_more (GtkWidget        *section,
                                           const char       *label,
                                           PlenumMakeWidget  make,
                                           gpointer          data,
                                           GDestroyNotify    destroy);

G_END_DECLS
