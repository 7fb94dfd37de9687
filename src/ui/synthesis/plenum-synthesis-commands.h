/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

/* What a command is about. */
typedef struct
{
  PlenumWorkshopModel  *workshop;
  PlenumSynthesisModel *model;
  const char           *theme; /* that is looked at */
} PlenumSynthesisScene;

void   plenum_synthesis_commands_activate (GtkWidget                  *view,
                                           const PlenumSynthesisScene *scene,
                                           const char                 *name,
                                           char                      **ids);
void   plenum_synthesis_commands_enable   (GtkWidget                  *view,
                                           PlenumSynthesisModel       *model,
                                           const char                 *theme);
void   plenum_synthesis_commands_assign   (GtkWidget                  *from,
                                           PlenumSynthesisModel       *model,
                                           char                      **ids,
                                           const char                 *theme);
GStrv  plenum_synthesis_commands_dup_ids  (GtkSelectionModel          *selection,
                                           PlenumSynthesisCard        *shown);
void   plenum_synthesis_commands_add_drag (GtkWidget                  *view,
                                           GtkWidget                  *row);

G_END_DECLS
