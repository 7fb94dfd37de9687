/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballots.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_EDITOR (plenum_poll_editor_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollEditor, plenum_poll_editor, PLENUM, POLL_EDITOR, GtkWidget)

GtkWidget *plenum_poll_editor_new    (PlenumWorkshopModel *model,
                                      PlenumPollForm      *form);
void       plenum_poll_editor_update (PlenumPollEditor    *self,
                                      PlenumPollForm      *form);

G_END_DECLS
