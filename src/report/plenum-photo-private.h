/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to photos: their pixels. */
#pragma once

#include "plenum-photo.h"

G_BEGIN_DECLS

struct _PlenumPhoto
{
  guint   width;
  guint   height;
  guint8 *grey; /* without gaps between the rows */
};

G_END_DECLS
