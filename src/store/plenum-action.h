/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-edit.h"
#include "plenum-label.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_ACTION (plenum_action_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAction, plenum_action, PLENUM, ACTION, GObject)

/* Runs on the store's thread, inside a transaction. On FALSE all is rolled back. */
typedef gboolean (*PlenumActionFunc) (PlenumEdit  *edit,
                                      gpointer     data,
                                      GError     **error);

PlenumAction *plenum_action_new        (PlenumLabel      *label,
                                        PlenumActionFunc  func,
                                        gpointer          data,
                                        GDestroyNotify    destroy);
PlenumAction *plenum_action_new_import (PlenumLabel      *label,
                                        PlenumActionFunc  func,
                                        gpointer          data,
                                        GDestroyNotify    destroy);
void          plenum_action_set_label  (PlenumAction     *self,
                                        PlenumLabel      *label);
PlenumLabel  *plenum_action_get_label  (PlenumAction     *self);
gboolean      plenum_action_is_import  (PlenumAction     *self);
gboolean      plenum_action_run        (PlenumAction     *self,
                                        PlenumEdit       *edit,
                                        GError          **error);
void          plenum_action_set_result (PlenumAction     *self,
                                        const char       *id);
const char   *plenum_action_get_result (PlenumAction     *self);
void          plenum_action_set_place  (PlenumAction     *self,
                                        const char       *workshop);
const char   *plenum_action_get_place  (PlenumAction     *self);

G_END_DECLS
