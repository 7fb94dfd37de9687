/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"
#include "plenum-store.h"

G_BEGIN_DECLS

GPtrArray    *plenum_store_read_workshop        (PlenumStore   *self,
                                                 const char    *workshop,
                                                 GError       **error);

PlenumAction *plenum_action_add_workshop        (const char    *title,
                                                 const char    *language);
PlenumAction *plenum_action_edit_workshop       (PlenumRecord  *changed);
PlenumAction *plenum_action_set_workshop_state  (const char    *workshop,
                                                 const char    *state);
PlenumAction *plenum_action_archive_workshop    (const char    *workshop,
                                                 gboolean       archived);
PlenumAction *plenum_action_duplicate_workshop  (const char    *workshop,
                                                 const char    *title);
PlenumAction *plenum_action_bring_back_workshop (GPtrArray     *records,
                                                 const char    *title);
PlenumAction *plenum_action_delete_workshop     (const char    *workshop);

G_END_DECLS
