/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards that were copied, to be put into any workshop. */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumRecord  *idea;
  char         **tags;
  char          *theme; /* (nullable): the name of the stack it lay in */
} PlenumCopiedCard;

#define PLENUM_TYPE_CARD_CLIP (plenum_card_clip_get_type ())
typedef struct _PlenumCardClip PlenumCardClip;

GType                   plenum_card_clip_get_type      (void);
PlenumCardClip         *plenum_card_clip_new           (void);
PlenumCardClip         *plenum_card_clip_new_from_text (const char         *text);
PlenumCardClip         *plenum_card_clip_ref           (PlenumCardClip     *self);
void                    plenum_card_clip_unref         (PlenumCardClip     *self);
void                    plenum_card_clip_add           (PlenumCardClip     *self,
                                                        PlenumRecord       *idea,
                                                        const char * const *tags,
                                                        const char         *theme);
guint                   plenum_card_clip_get_length    (PlenumCardClip     *self);
const PlenumCopiedCard *plenum_card_clip_get           (PlenumCardClip     *self,
                                                        guint               index);
char                   *plenum_card_clip_to_text       (PlenumCardClip     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCardClip, plenum_card_clip_unref)

G_END_DECLS
