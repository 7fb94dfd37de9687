/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_SECTOR_CHOOSER (plenum_sector_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSectorChooser, plenum_sector_chooser, PLENUM, SECTOR_CHOOSER, GtkPopover)

GtkWidget *plenum_sector_chooser_new (const char *sector);
GtkWidget *plenum_sector_dot_new     (const char *sector);
void       plenum_sector_dot_set     (GtkWidget  *dot,
                                      const char *sector);

G_END_DECLS
