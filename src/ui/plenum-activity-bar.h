/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_ACTIVITY_BAR (plenum_activity_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumActivityBar, plenum_activity_bar, PLENUM, ACTIVITY_BAR, AdwBin)

G_END_DECLS
