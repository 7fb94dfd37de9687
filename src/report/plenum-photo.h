/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-card-code.h"
#include "plenum-survey.h"

G_BEGIN_DECLS

#define PLENUM_PHOTO_ERROR (plenum_photo_error_quark ())
GQuark plenum_photo_error_quark (void);

typedef enum
{
  PLENUM_PHOTO_ERROR_FORMAT, /* no picture that can be read */
  PLENUM_PHOTO_ERROR_SIZE,   /* more pixels than any camera takes */
} PlenumPhotoError;

/* A picture of a wall, in grey. */
typedef struct _PlenumPhoto PlenumPhoto;

/* A code that was found on it. */
typedef struct
{
  PlenumCardCode code;
  PlenumPoint    corners[4]; /* in pixels, as printed: top left, top right, bottom right, bottom left */
} PlenumPhotoCode;

typedef void (*PlenumPhotoProgress) (double   done,
                                     gpointer data);

PlenumPhoto *plenum_photo_load       (const char           *path,
                                      GError              **error);
PlenumPhoto *plenum_photo_new        (const guint8         *pixels,
                                      guint                 width,
                                      guint                 height,
                                      gsize                 stride);
void         plenum_photo_free       (PlenumPhoto          *self);
guint        plenum_photo_get_width  (PlenumPhoto          *self);
guint        plenum_photo_get_height (PlenumPhoto          *self);
GArray      *plenum_photo_read_codes (PlenumPhoto          *self,
                                      PlenumPhotoProgress   progress,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPhoto, plenum_photo_free)

G_END_DECLS
