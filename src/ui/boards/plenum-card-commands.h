/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one set of commands on cards: the same by menu, key and touch, on every
 * surface. A command is an action "card.…" of the boards view, a row of the table
 * in plenum-card-commands.c, keys in plenum-keys.c if it has some, and an item in
 * plenum-card-menu.c. It acts on the current card, and on all that is selected if
 * the current card is: plenum_board_desk_dup_ids(). */
#pragma once

#include "plenum-board-surface.h"

G_BEGIN_DECLS

void plenum_card_commands_install  (GtkWidgetClass              *widget_class,
                                    GtkWidgetActionActivateFunc  activate_func);
void plenum_card_commands_lock     (GtkWidget                   *view);
void plenum_card_commands_activate (PlenumBoardSurface          *surface,
                                    const char                  *name,
                                    GVariant                    *parameter);
void plenum_card_commands_jump     (PlenumBoardDesk             *desk,
                                    GtkWidget                   *from);

G_END_DECLS
