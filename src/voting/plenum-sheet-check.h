/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-ballot-check.h"

G_BEGIN_DECLS

gboolean plenum_sheet_check (const PlenumSheetForm  *form,
                             const PlenumSheet      *sheet,
                             GError                **error);

G_END_DECLS
