/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-wall.h"

G_BEGIN_DECLS

/* A card on a wall, in any unit, y downwards. */
typedef struct
{
  double   x; /* of its left edge */
  double   y; /* of its upper edge */
  double   width;
  double   height;
  gboolean heading; /* of the form that headings are written on */
} PlenumWallCard;

typedef struct
{
  int heading; /* the card that names it, or -1 */
} PlenumWallGroup;

/* What people see at once: cards hang in columns, and within them in groups. */
typedef struct
{
  guint   n_columns; /* from left to right */
  guint   n_groups;  /* by column, from top to bottom */
  GArray *columns;   /* of PlenumWallGroup */
  GArray *groups;    /* of PlenumWallGroup */
  guint  *column_of; /* by card */
  int    *group_of;  /* by card; -1: it hangs alone */
} PlenumWallOrder;

PlenumWallOrder *plenum_wall_order_new  (const PlenumWallCard *cards,
                                         guint                 n);
void             plenum_wall_order_free (PlenumWallOrder      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumWallOrder, plenum_wall_order_free)

G_END_DECLS
