/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-photo-plan.h"

G_BEGIN_DECLS

GdkTexture *plenum_photo_picture_new (const char *path,
                                      GArray     *cards);

G_END_DECLS
