/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_COPY_BAR (plenum_copy_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCopyBar, plenum_copy_bar, PLENUM, COPY_BAR, GtkBox)

void plenum_copy_bar_set_made     (PlenumCopyBar *self,
                                   gint64         made);
void plenum_copy_bar_set_workshop (PlenumCopyBar *self,
                                   const char    *workshop);

G_END_DECLS
