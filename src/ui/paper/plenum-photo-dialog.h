/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"
#include "plenum-photo-plan.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PHOTO_DIALOG (plenum_photo_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPhotoDialog, plenum_photo_dialog, PLENUM, PHOTO_DIALOG, AdwWindow)

void plenum_photo_dialog_show (GtkWidget       *from,
                               PlenumLibrary   *library,
                               PlenumPhotoPlan *plan,
                               GdkTexture      *picture);

G_END_DECLS
