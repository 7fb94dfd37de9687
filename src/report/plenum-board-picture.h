/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-drawing.h"
#include "plenum-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_PICTURE_PNG,
  PLENUM_PICTURE_SVG,
  PLENUM_PICTURE_PDF,
} PlenumPictureFormat;

PlenumDrawing *plenum_board_picture_new         (PlenumStore          *store,
                                                 const char           *board,
                                                 GError              **error);
gboolean       plenum_board_picture_find_format (const char           *path,
                                                 PlenumPictureFormat  *format);
gboolean       plenum_board_picture_write       (PlenumDrawing        *picture,
                                                 const char           *path,
                                                 PlenumPictureFormat   format,
                                                 const char           *title,
                                                 const char           *language,
                                                 GError              **error);

G_END_DECLS
