/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_THEME_CHOOSER (plenum_theme_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlenumThemeChooser, plenum_theme_chooser, PLENUM, THEME_CHOOSER, AdwWindow)

/* @theme is NULL for a new one called @title. Not called if the window is just closed,
 * or the widget that asked has gone. */
typedef void (*PlenumThemeChosenFunc) (GtkWidget  *from,
                                       const char *theme,
                                       const char *title);

void plenum_theme_chooser_show (GtkWidget             *from,
                                PlenumSynthesisModel  *model,
                                const char            *heading,
                                const char            *without,
                                PlenumThemeChosenFunc  chosen);

G_END_DECLS
