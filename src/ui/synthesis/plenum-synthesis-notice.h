/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

void plenum_synthesis_notice_show (AdwStatusPage        *page,
                                   PlenumSynthesisModel *model,
                                   const char           *theme,
                                   gboolean              searching);

G_END_DECLS
