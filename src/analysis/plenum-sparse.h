/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A matrix that is mostly zero, row by row. It is filled in order and then read. */
typedef struct
{
  guint    n_columns;
  GArray  *starts;  /* gsize, one more than rows */
  GArray  *columns; /* guint32 */
  GArray  *values;  /* float */
} PlenumSparse;

PlenumSparse *plenum_sparse_new                 (guint               n_columns);
void          plenum_sparse_free                (PlenumSparse       *self);
void          plenum_sparse_add                 (PlenumSparse       *self,
                                                 guint               column,
                                                 float               value);
void          plenum_sparse_end_row             (PlenumSparse       *self);
guint         plenum_sparse_get_n_rows          (const PlenumSparse *self);
guint         plenum_sparse_get_row             (const PlenumSparse *self,
                                                 guint               row,
                                                 const guint32     **columns,
                                                 const float       **values);
PlenumSparse *plenum_sparse_sample              (const PlenumSparse *self,
                                                 const guint        *rows,
                                                 guint               n);
void          plenum_sparse_multiply            (const PlenumSparse *self,
                                                 const float        *x,
                                                 guint               width,
                                                 float              *y);
void          plenum_sparse_multiply_transposed (const PlenumSparse *self,
                                                 const float        *x,
                                                 guint               width,
                                                 float              *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSparse, plenum_sparse_free)

G_END_DECLS
