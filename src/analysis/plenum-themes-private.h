/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-themes.h"

G_BEGIN_DECLS

float  *plenum_theme_centres    (PlenumTextVectors  *vectors,
                                 const guint32      *labels,
                                 guint               n_themes);
double  plenum_theme_similarity (PlenumTextVectors  *vectors,
                                 guint               text,
                                 const float        *centre);
void    plenum_themes_set_name  (PlenumThemes       *self,
                                 guint               theme,
                                 const char         *name);

G_END_DECLS
