/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_PAGE (plenum_poll_page_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollPage, plenum_poll_page, PLENUM, POLL_PAGE, GtkWidget)

GtkWidget  *plenum_poll_page_new    (PlenumWorkshopModel *model,
                                     const char          *poll);

G_END_DECLS
