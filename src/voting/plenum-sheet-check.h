/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-ballot-check.h"
#include "plenum-profile.h"

G_BEGIN_DECLS

PlenumProfile *plenum_profile_new_for_form (const PlenumSheetForm  *form,
                                            GError                **error);
gboolean       plenum_profile_add_sheet    (PlenumProfile          *profile,
                                            const PlenumSheet      *sheet,
                                            GError                **error);
gboolean       plenum_sheet_check          (const PlenumSheetForm  *form,
                                            const PlenumSheet      *sheet,
                                            GError                **error);

G_END_DECLS
