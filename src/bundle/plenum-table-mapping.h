/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the columns of a table can mean for the ideas in its rows. */
typedef enum
{
  PLENUM_COLUMN_NONE,
  PLENUM_COLUMN_ID,
  PLENUM_COLUMN_TITLE,
  PLENUM_COLUMN_TEXT,
  PLENUM_COLUMN_KIND,
  PLENUM_COLUMN_THEME,
  PLENUM_COLUMN_TAGS,
  PLENUM_COLUMN_AUTHOR,
  PLENUM_COLUMN_CREATED,
  PLENUM_COLUMN_URL,
  PLENUM_COLUMN_LOCATION,
  PLENUM_COLUMN_MODERATED,
  PLENUM_N_COLUMNS
} PlenumColumn;

typedef struct _PlenumTableMapping PlenumTableMapping;

PlenumTableMapping *plenum_table_mapping_new           (const char * const  *header);
void                plenum_table_mapping_free          (PlenumTableMapping  *self);
guint               plenum_table_mapping_get_n_columns (PlenumTableMapping  *self);
const char         *plenum_table_mapping_get_name      (PlenumTableMapping  *self,
                                                        guint                column);
PlenumColumn        plenum_table_mapping_get           (PlenumTableMapping  *self,
                                                        guint                column);
void                plenum_table_mapping_set           (PlenumTableMapping  *self,
                                                        guint                column,
                                                        PlenumColumn         meaning);
int                 plenum_table_mapping_find          (PlenumTableMapping  *self,
                                                        PlenumColumn         meaning);
char               *plenum_table_mapping_get_key       (PlenumTableMapping  *self);
char               *plenum_table_mapping_to_text       (PlenumTableMapping  *self);
void                plenum_table_mapping_apply_text    (PlenumTableMapping  *self,
                                                        const char          *text);

const char         *plenum_column_get_id               (PlenumColumn         meaning);
const char         *plenum_column_get_title            (PlenumColumn         meaning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTableMapping, plenum_table_mapping_free)

G_END_DECLS
