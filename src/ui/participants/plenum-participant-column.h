/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_COLUMN_NAME,
  PLENUM_COLUMN_ORGANISATION,
  PLENUM_COLUMN_SECTOR,
  PLENUM_COLUMN_ROLE,
  PLENUM_COLUMN_OFFERS,
  PLENUM_COLUMN_SEEKS,
  PLENUM_COLUMN_EMAIL,
  PLENUM_COLUMN_PRESENT,
  PLENUM_COLUMN_CONSENT,
  PLENUM_N_COLUMNS
} PlenumColumnId;

typedef enum
{
  PLENUM_COLUMN_TEXT,
  PLENUM_COLUMN_CHOICE, /* one of the sectors, or a text */
  PLENUM_COLUMN_SWITCH,
  PLENUM_COLUMN_DATE,   /* given or not, and when it was given */
} PlenumColumnKind;

PlenumColumnKind  plenum_column_get_kind   (PlenumColumnId   column);
const char       *plenum_participant_column_get_id     (PlenumColumnId   column);
const char       *plenum_participant_column_get_title  (PlenumColumnId   column);
int               plenum_column_get_width  (PlenumColumnId   column);
gboolean          plenum_column_find       (const char      *title,
                                            PlenumColumnId  *column);
char             *plenum_column_get_text   (PlenumColumnId   column,
                                            PlenumRecord    *participant);
gboolean          plenum_column_set_text   (PlenumColumnId   column,
                                            PlenumRecord    *participant,
                                            const char      *text);
int               plenum_column_compare    (PlenumColumnId   column,
                                            PlenumRecord    *a,
                                            PlenumRecord    *b);
const char       *plenum_participant_name  (PlenumRecord    *participant);
gboolean          plenum_participant_match (PlenumRecord    *participant,
                                            const char      *query);

G_END_DECLS
