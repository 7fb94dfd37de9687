/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-drawing.h"

G_BEGIN_DECLS

#define PLENUM_SYMBOL_SIZE 16.0

typedef struct
{
  const char *kind;
  PlenumInk   paper;
  const char *symbol; /* a path */
} PlenumCardLook;

const PlenumCardLook *plenum_card_look_find       (const char *kind);
const PlenumInk      *plenum_card_look_find_paper (const char *kind,
                                                   const char *colour);

G_END_DECLS
