/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-activity.h"

G_BEGIN_DECLS

GListStore *plenum_activity_list (GtkWidget *widget);

G_END_DECLS
