/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an import did to the records of one type. */
typedef struct
{
  char  *type;
  guint  added;
  guint  changed;   /* deleted ones among them */
  guint  unchanged;
} PlenumImportCount;

/* What a file has and we have no place for. */
typedef struct
{
  char *column;
  char *why; /* a sentence in the user's language */
} PlenumImportLoss;

/* What came of one bundle, one table, or the files of one conversation. */
typedef struct
{
  GStrv      files;
  char      *format;
  GPtrArray *workshops; /* char *: ids */
  GArray    *counts;    /* PlenumImportCount, in the order of their first record */
  guint      conflicts; /* texts that people wrote and that were not taken, all kept */
  GPtrArray *lost;      /* PlenumImportLoss */
} PlenumImportResult;

typedef enum
{
  PLENUM_IMPORT_ADDED,
  PLENUM_IMPORT_CHANGED,
  PLENUM_IMPORT_UNCHANGED,
} PlenumImportOutcome;

PlenumImportResult *plenum_import_result_new           (const char * const         *files,
                                                        const char                 *format);
void                plenum_import_result_free          (PlenumImportResult         *self);
void                plenum_import_result_count         (PlenumImportResult         *self,
                                                        const char                 *type,
                                                        PlenumImportOutcome         outcome);
void                plenum_import_result_add_workshop  (PlenumImportResult         *self,
                                                        const char                 *id);
void                plenum_import_result_lose          (PlenumImportResult         *self,
                                                        const char                 *column,
                                                        const char                 *why);
guint               plenum_import_result_get           (PlenumImportResult         *self,
                                                        const char                 *type,
                                                        PlenumImportOutcome         outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumImportResult, plenum_import_result_free)

G_END_DECLS
