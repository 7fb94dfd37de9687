/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_AMOUNT_ROW (plenum_amount_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAmountRow, plenum_amount_row, PLENUM, AMOUNT_ROW, AdwActionRow)

GtkWidget  *plenum_amount_row_new       (const char      *title);
void        plenum_amount_row_set_title (PlenumAmountRow *self,
                                         const char      *title);
void        plenum_amount_row_set       (PlenumAmountRow *self,
                                         const char      *amount);
const char *plenum_amount_row_get       (PlenumAmountRow *self);
char       *plenum_amount_row_read      (const char      *typed);

G_END_DECLS
