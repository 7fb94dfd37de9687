/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: where something goes among its like. */
#pragma once

#include "plenum-edit.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_ORDER_CARDS,    /* of an area: its cards and its stacks */
  PLENUM_ORDER_STACK,    /* of a theme: its cards */
  PLENUM_ORDER_UNSORTED, /* of a workshop: cards that are in no area */
  PLENUM_ORDER_BOARDS,   /* of a workshop */
  PLENUM_ORDER_AREAS,    /* of a board */
  PLENUM_ORDER_POLLS,    /* of a workshop */
  PLENUM_ORDER_THEMES,   /* of a synthesis */
  PLENUM_ORDER_STEPS,    /* of a workshop */
} PlenumOrder;

/* A place to put things, one after the other. */
typedef struct
{
  char *before; /* the place of what comes before, or %NULL */
  char *after;
} PlenumGap;

void  plenum_gap_at_start (PlenumGap   *gap,
                           PlenumStore *store,
                           PlenumOrder  order,
                           const char  *parent);
void  plenum_gap_before   (PlenumGap   *gap,
                           PlenumStore *store,
                           PlenumOrder  order,
                           const char  *parent,
                           const char  *id);
void  plenum_gap_after    (PlenumGap   *gap,
                           PlenumStore *store,
                           PlenumOrder  order,
                           const char  *parent,
                           const char  *id);
char *plenum_gap_next     (PlenumGap   *gap);
void  plenum_gap_clear    (PlenumGap   *gap);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlenumGap, plenum_gap_clear)

G_END_DECLS
