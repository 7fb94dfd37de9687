/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-entry.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_STACK (plenum_stack_get_type ())
G_DECLARE_FINAL_TYPE (PlenumStack, plenum_stack, PLENUM, STACK, GtkWidget)

GtkWidget *plenum_stack_new        (void);
void       plenum_stack_show       (PlenumStack      *self,
                                    PlenumBoardEntry *entry,
                                    gboolean          open);
void       plenum_stack_set_editor (PlenumStack      *self,
                                    GtkWidget        *editor);

G_END_DECLS
