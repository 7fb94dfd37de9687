/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bundles and foreign files into a library: open (any thread, without a library),
 * look at the preview, change the mapping, perform. All of it or nothing. */
#pragma once

#include "plenum-bundle.h"
#include "plenum-election.h"
#include "plenum-import-result.h"
#include "plenum-library.h"
#include "plenum-table-mapping.h"

G_BEGIN_DECLS

#define PLENUM_IMPORT_ADHOCRACY        "adhocracy"
#define PLENUM_IMPORT_BLT              "blt"
#define PLENUM_IMPORT_BUNDLE           "bundle"
#define PLENUM_IMPORT_CONSUL           "consul"
#define PLENUM_IMPORT_DECIDIM          "decidim"
#define PLENUM_IMPORT_PABULIB          "pabulib"
#define PLENUM_IMPORT_PARABOL          "parabol"
#define PLENUM_IMPORT_POLIS            "polis"
#define PLENUM_IMPORT_PREFLIB          "preflib"
#define PLENUM_IMPORT_SCRUMLR          "scrumlr"
#define PLENUM_IMPORT_SENSEMAKER       "sensemaker"
#define PLENUM_IMPORT_TABLE            "table"
#define PLENUM_IMPORT_TALK_TO_THE_CITY "talktothecity"
#define PLENUM_IMPORT_TRELLO           "trello"

/* What is about to be imported: one bundle, one table, or the files of one conversation. */
typedef struct
{
  const char         *format;
  GStrv               files;
  char               *title;    /* of the workshop, or the titles of those in a bundle */
  GPtrArray          *notes;    /* char *: sentences to know before */
  GArray             *counts;   /* PlenumBundleCount: what is in it */
  GPtrArray          *lost;     /* PlenumImportLoss; of a table, also what its mapping leaves out */
  PlenumTableMapping *mapping;  /* nullable: of a table, to be changed */
  GPtrArray          *rows;     /* nullable: GStrv, the first rows of a table */
} PlenumImportPreview;

#define PLENUM_TYPE_IMPORT (plenum_import_get_type ())
G_DECLARE_FINAL_TYPE (PlenumImport, plenum_import, PLENUM, IMPORT, GObject)

const char * const  *plenum_import_list_formats   (void);
char                *plenum_import_recognise      (const char           *path,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
PlenumImport        *plenum_import_open           (const char * const   *paths,
                                                   const char           *format,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
void                 plenum_import_set_workshop   (PlenumImport         *self,
                                                   const char           *workshop);
void                 plenum_import_set_progress   (PlenumImport         *self,
                                                   PlenumProgressFunc    func,
                                                   gpointer              data);
void                 plenum_import_set_agreement  (PlenumImport         *self,
                                                   int                   value);
guint                plenum_import_get_n_previews (PlenumImport         *self);
PlenumImportPreview *plenum_import_get_preview    (PlenumImport         *self,
                                                   guint                 index);
void                 plenum_import_recall         (PlenumImport         *self,
                                                   PlenumStore          *store);
gboolean             plenum_import_prepare        (PlenumImport         *self,
                                                   PlenumStore          *store,
                                                   GError              **error);
PlenumAction        *plenum_import_make_action    (PlenumImport         *self,
                                                   GCancellable         *cancellable);
gboolean             plenum_import_rehearse       (PlenumImport         *self,
                                                   PlenumStore          *store,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
PlenumImportResult  *plenum_import_get_expected   (PlenumImport         *self,
                                                   guint                 index);
gboolean             plenum_import_perform        (PlenumImport         *self,
                                                   PlenumStore          *store,
                                                   GCancellable         *cancellable,
                                                   GError              **error);
void                 plenum_import_perform_async  (PlenumImport         *self,
                                                   PlenumLibrary        *library,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean             plenum_import_perform_finish (PlenumImport         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void                 plenum_import_rehearse_async (PlenumImport         *self,
                                                   PlenumLibrary        *library,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean             plenum_import_rehearse_finish (PlenumImport        *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
GPtrArray           *plenum_import_get_results    (PlenumImport         *self);
guint                plenum_import_count          (PlenumImport         *self,
                                                   PlenumImportOutcome   outcome);

PlenumImport *plenum_import_open_elections (const char * const          *paths,
                                            const char                  *format,
                                            const PlenumElectionReader  *reader,
                                            GCancellable                *cancellable,
                                            GError                     **error);

G_END_DECLS
