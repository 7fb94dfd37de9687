/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of workshops as tables that other programs take in. */
#pragma once

#include "plenum-bundle-error.h"
#include "plenum-import-result.h"
#include "plenum-store.h"

G_BEGIN_DECLS

/* What was written. */
typedef struct
{
  char      *file;
  guint      ideas;
  GPtrArray *lost; /* PlenumImportLoss: what the workshops have and the format has no place for */
} PlenumForeignExport;

const char * const  *plenum_foreign_export_list_formats (void);
PlenumForeignExport *plenum_foreign_export              (PlenumStore         *store,
                                                         const char * const  *workshops,
                                                         const char          *format,
                                                         const char          *path,
                                                         GCancellable        *cancellable,
                                                         GError             **error);
void                 plenum_foreign_export_free         (PlenumForeignExport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumForeignExport, plenum_foreign_export_free)

G_END_DECLS
