/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_fold_area     (const char *area,
                                           gboolean    folded);
PlenumAction *plenum_action_hide_area     (const char *area,
                                           gboolean    hidden);
PlenumAction *plenum_action_limit_area    (const char *area,
                                           guint       capacity);
PlenumAction *plenum_action_set_anonymous (const char *board,
                                           gboolean    anonymous);

G_END_DECLS
