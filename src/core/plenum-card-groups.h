/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-survey.h"

G_BEGIN_DECLS

/* A card on a wall, in any unit, y downwards. */
typedef struct
{
  double   x; /* of its left edge */
  double   y; /* of its upper edge */
  double   width;
  double   height;
  gboolean heading; /* of the form that headings are written on */
} PlenumCardBox;

typedef struct
{
  int heading; /* the card that names it, or -1 */
} PlenumCardGroup;

/* What people see at once: cards hang in columns, and within them in groups. */
typedef struct
{
  guint   n_columns; /* from left to right */
  guint   n_groups;  /* by column, from top to bottom */
  GArray *columns;   /* of PlenumCardGroup */
  GArray *groups;    /* of PlenumCardGroup */
  guint  *column_of; /* by card */
  int    *group_of;  /* by card; -1: it hangs alone */
} PlenumCardGroups;

PlenumCardGroups *plenum_card_groups_new  (const PlenumCardBox *cards,
                                         guint                 n);
void             plenum_card_groups_free (PlenumCardGroups      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumCardGroups, plenum_card_groups_free)

G_END_DECLS
