/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_APPLICATION (plenum_application_get_type ())
G_DECLARE_FINAL_TYPE (PlenumApplication, plenum_application, PLENUM, APPLICATION, AdwApplication)

PlenumApplication *plenum_application_new          (void);
PlenumLibrary     *plenum_application_get_library  (PlenumApplication *self);
GSettings         *plenum_application_get_settings (PlenumApplication *self);
void               plenum_application_open_copy    (PlenumApplication *self,
                                                    const char        *path);
GtkWindow         *plenum_application_show_main    (PlenumApplication *self);

G_END_DECLS
