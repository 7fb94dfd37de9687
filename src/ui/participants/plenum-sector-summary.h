/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_SECTOR_SUMMARY (plenum_sector_summary_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSectorSummary, plenum_sector_summary, PLENUM, SECTOR_SUMMARY, GtkWidget)

GtkWidget *plenum_sector_summary_new    (void);
void       plenum_sector_summary_update (PlenumSectorSummary *self,
                                         GListModel          *people);

G_END_DECLS
