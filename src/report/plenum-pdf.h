/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-drawing.h"

G_BEGIN_DECLS

GBytes *plenum_pdf_new (GPtrArray   *pages,
                        double       scale,
                        const char  *title,
                        const char  *language,
                        GError     **error);

G_END_DECLS
