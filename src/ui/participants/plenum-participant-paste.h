/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-participant-column.h"

G_BEGIN_DECLS

/* What pasted text would change. */
typedef struct
{
  GPtrArray *changed; /* PlenumRecord: changed copies of rows */
  GPtrArray *added;   /* PlenumRecord: new rows */
} PlenumPaste;

PlenumPaste *plenum_paste_new       (GListModel           *rows,
                                     guint                 row,
                                     const PlenumColumnId *columns,
                                     guint                 n_columns,
                                     const char           *workshop,
                                     const char           *text);
PlenumPaste *plenum_paste_new_fill  (GPtrArray            *records,
                                     const PlenumColumnId *columns,
                                     guint                 n_columns,
                                     const char           *text);
void         plenum_paste_free      (PlenumPaste          *self);
char        *plenum_paste_format    (GPtrArray            *records,
                                     const PlenumColumnId *columns,
                                     guint                 n_columns);

PlenumRecord *plenum_participant_new_from_line (const char *workshop,
                                                const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPaste, plenum_paste_free)

G_END_DECLS
