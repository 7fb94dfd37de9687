/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_TIE_ORDER (plenum_tie_order_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTieOrder, plenum_tie_order, PLENUM, TIE_ORDER, AdwExpanderRow)

GtkWidget *plenum_tie_order_new (void);
void       plenum_tie_order_set (PlenumTieOrder *self,
                                 GPtrArray      *options,
                                 const char     *order);
char      *plenum_tie_order_get (PlenumTieOrder *self);

G_END_DECLS
