/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-terms.h"

G_BEGIN_DECLS

#define PLENUM_NO_THEME G_MAXUINT32

GPtrArray *plenum_theme_keywords (PlenumTerms    *terms,
                                  const guint32  *labels,
                                  guint           n_themes);
GPtrArray *plenum_theme_reasons  (PlenumTerms    *terms,
                                  const guint32  *labels,
                                  guint           n_themes,
                                  guint           most);
char      *plenum_theme_name     (GPtrArray      *keywords);

G_END_DECLS
