/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: how other programs call what an idea has. */
#pragma once

#include "plenum-foreign-reader.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_FOREIGN_ID,
  PLENUM_FOREIGN_TITLE,
  PLENUM_FOREIGN_TEXT,
  PLENUM_FOREIGN_AUTHOR,
  PLENUM_FOREIGN_CREATED,
  PLENUM_FOREIGN_URL,
  PLENUM_FOREIGN_LOCATION,
  PLENUM_FOREIGN_LATITUDE,
  PLENUM_FOREIGN_LONGITUDE,
  PLENUM_FOREIGN_AREA,
  PLENUM_FOREIGN_THEME,
  PLENUM_FOREIGN_STACK,    /* the idea it lies under */
  PLENUM_FOREIGN_TAGS,     /* several columns, all of them */
  PLENUM_FOREIGN_ANSWER,   /* what others say to it, several columns: comments */
  PLENUM_FOREIGN_ARCHIVED,
  PLENUM_FOREIGN_TYPE,     /* of a row, where there are several */
  PLENUM_FOREIGN_POINTS,   /* several columns, a vote each */
  PLENUM_FOREIGN_BOARD,    /* what all of it belongs to */
  PLENUM_FOREIGN_BOARD_ID,
  PLENUM_FOREIGN_TOTAL,    /* votes that nobody can count again */
  PLENUM_FOREIGN_KNOWN,    /* said by another column already */
  PLENUM_FOREIGN_N_FIELDS
} PlenumForeignField;

typedef struct
{
  const char *format;
  const char *lists;    /* nullable: members with contributions in JSON */
  gboolean    html;     /* texts have markup in them */
  gboolean    by_theme; /* points are a theme's, and stand with each of its ideas */
  const char *names[PLENUM_FOREIGN_N_FIELDS]; /* folded, each between bars, the surest first */
  const PlenumForeignField *order; /* nullable: what the first columns of a table are */
} PlenumForeignFormat;

/* Where the fields of a format stand in rows with the same names. */
typedef struct
{
  GArray *places[PLENUM_FOREIGN_N_FIELDS]; /* guint */
  GArray *unknown;                         /* guint */
} PlenumForeignColumns;

const PlenumForeignFormat *plenum_foreign_find_format   (const char                 *format);
char                      *plenum_foreign_fold_name     (const char                 *name);

PlenumForeignColumns      *plenum_foreign_columns_new   (const PlenumForeignFormat  *format,
                                                         GPtrArray                  *names);
void                       plenum_foreign_columns_free  (PlenumForeignColumns       *self);
const char                *plenum_foreign_columns_get   (PlenumForeignColumns       *self,
                                                         PlenumForeignRow           *row,
                                                         PlenumForeignField          field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumForeignColumns, plenum_foreign_columns_free)

G_END_DECLS
