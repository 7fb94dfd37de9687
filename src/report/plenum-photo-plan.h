/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-hanging.h"
#include "plenum-photo.h"
#include "plenum-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_PHOTO_MOVED,   /* a card of the workshop */
  PLENUM_PHOTO_NEW,     /* a blank card that is not in the library yet */
  PLENUM_PHOTO_UNKNOWN, /* a card that is not of this workshop: it is left alone */
} PlenumPhotoFate;

/* A card on the photo. */
typedef struct
{
  PlenumPhotoFate  fate;
  PlenumPoint      corners[4]; /* of its code, in pixels */
  char            *name;       /* (nullable): what it says; not known of one that is not of this workshop */
} PlenumPhotoCard;

/* What a photo would change: to be looked at before it is done. */
typedef struct
{
  GArray        *cards;   /* of PlenumPhotoCard */
  guint          counts[3]; /* by fate */
  GPtrArray     *missing; /* of PlenumRecord: ideas of the board that are not on the photo */
  PlenumHanging *hanging; /* (nullable): what is to be done, until it is taken; NULL if there is nothing */
} PlenumPhotoPlan;

PlenumPhotoPlan *plenum_photo_plan_new  (PlenumStore      *store,
                                         const char       *board,
                                         GArray           *codes,
                                         GError          **error);
void             plenum_photo_plan_free (PlenumPhotoPlan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPhotoPlan, plenum_photo_plan_free)

G_END_DECLS
