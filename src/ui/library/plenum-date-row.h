/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_DATE_ROW (plenum_date_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumDateRow, plenum_date_row, PLENUM, DATE_ROW, AdwActionRow)

const char *plenum_date_row_get_date (PlenumDateRow *self);
void        plenum_date_row_set_date (PlenumDateRow *self,
                                      const char    *date);

G_END_DECLS
