/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-application.h"

G_BEGIN_DECLS

GtkWidget *plenum_copies_new_group (PlenumApplication *application);
void       plenum_copies_show      (PlenumApplication *application,
                                    GtkWindow         *parent);
gint64     plenum_copies_get_time  (const char        *path);
char      *plenum_copies_lay_out   (const char        *path,
                                    GError           **error);
void       plenum_copies_put_away  (const char        *path);

G_END_DECLS
