/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

#define PLENUM_STEP_MOST_MINUTES 1440

PlenumAction *plenum_action_add_step      (const char         *workshop,
                                           const char         *title,
                                           const char         *start,
                                           guint               minutes,
                                           const char         *before_id);
PlenumAction *plenum_action_edit_step     (PlenumRecord       *changed);
PlenumAction *plenum_action_move_step     (const char         *step,
                                           const char         *before_id);
PlenumAction *plenum_action_delete_step   (const char         *step);
PlenumAction *plenum_action_start_step    (const char         *step,
                                           gint64              time);
PlenumAction *plenum_action_finish_step   (const char         *step,
                                           gint64              time);
PlenumAction *plenum_action_rewind_agenda (const char         *workshop);

G_END_DECLS
