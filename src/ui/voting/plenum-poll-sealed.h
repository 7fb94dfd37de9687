/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_SEALED (plenum_poll_sealed_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollSealed, plenum_poll_sealed, PLENUM, POLL_SEALED, GtkWidget)

GtkWidget *plenum_poll_sealed_new (PlenumWorkshopModel *model,
                                   PlenumRecord        *poll);

G_END_DECLS
