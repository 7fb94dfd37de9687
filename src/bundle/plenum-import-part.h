/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: what each format of PlenumImport has to do. */
#pragma once

#include "plenum-import.h"
#include "plenum-input.h"

G_BEGIN_DECLS

/* What a part has while its records go into the library. */
typedef struct
{
  PlenumEdit         *edit;
  const char         *workshop;  /* nullable: where foreign ideas shall go */
  gboolean            revive;    /* what was deleted with its workshop comes again */
  PlenumImportResult *result;
  PlenumProgressFunc  progress;  /* nullable */
  gpointer            progress_data;
  double              done_before, share; /* of all the work */
  GCancellable       *cancellable;
  char                stamp[PLENUM_STAMP_LENGTH + 1];
} PlenumImportRun;

typedef struct _PlenumImportPart PlenumImportPart;

typedef struct
{
  gboolean (*run)  (PlenumImportPart  *self,
                    PlenumImportRun   *run,
                    GError           **error);
  void     (*free) (PlenumImportPart  *self);
} PlenumImportPartClass;

/* Files that become one result. */
struct _PlenumImportPart
{
  const PlenumImportPartClass *klass;
  PlenumImportPreview          preview;
};

void              plenum_import_part_init          (PlenumImportPart             *self,
                                                    const PlenumImportPartClass  *klass,
                                                    const char                   *format,
                                                    const char * const           *files);
void              plenum_import_part_free          (PlenumImportPart             *self);
void              plenum_import_part_count         (PlenumImportPart             *self,
                                                    const char                   *type,
                                                    guint                         count);
void              plenum_import_part_lose          (PlenumImportPart             *self,
                                                    const char                   *column,
                                                    const char                   *why);
char             *plenum_import_part_name          (const char                   *file,
                                                    const char                   *otherwise);

gboolean          plenum_import_run_step           (PlenumImportRun              *run,
                                                    double                        done,
                                                    GError                      **error);
gboolean          plenum_import_run_put            (PlenumImportRun              *run,
                                                    PlenumRecord                 *record,
                                                    gboolean                      compare,
                                                    gboolean                     *alive,
                                                    GError                      **error);
gboolean          plenum_import_run_remove         (PlenumImportRun              *run,
                                                    PlenumRecord                 *record,
                                                    GError                      **error);

PlenumImportPart *plenum_import_bundle_new         (PlenumInput                  *input,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);
PlenumImportPart *plenum_import_polis_new          (GPtrArray                    *inputs,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);
PlenumImportPart *plenum_import_table_new          (PlenumInput                  *input,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);
PlenumImportPart *plenum_import_foreign_new        (PlenumInput                  *input,
                                                    const char                   *format,
                                                    gboolean                      json,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);
PlenumImportPart *plenum_import_election_new       (PlenumInput                  *input,
                                                    const char                   *format,
                                                    const PlenumElectionReader   *reader,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);

void              plenum_import_polis_set_agree    (PlenumImportPart             *self,
                                                    int                           agree);

G_END_DECLS
