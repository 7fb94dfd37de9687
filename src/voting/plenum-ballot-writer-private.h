/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writers of the formats. */
#pragma once

#include "plenum-ballot-rows.h"
#include "plenum-ballot-writer.h"

G_BEGIN_DECLS

typedef struct
{
  const PlenumProfile    *profile;
  const PlenumBallotRows *rows;
  char                   *title;
  GOutputStream          *stream;
  GString                *text; /* of what is written next */
  GCancellable           *cancellable;
} PlenumBallotWriter;

char       *plenum_ballot_writer_clean         (const char              *text);
char       *plenum_ballot_writer_list_settings (PlenumBallotWriter      *self);
gboolean    plenum_ballot_writer_flush         (PlenumBallotWriter      *self,
                                                GError                 **error);
gboolean    plenum_ballot_writer_refuse        (GError                 **error,
                                                const char              *message);

gboolean    plenum_blt_check                   (const PlenumProfile     *profile,
                                                const PlenumBallotRows  *rows,
                                                GError                 **error);
gboolean    plenum_blt_write                   (PlenumBallotWriter      *writer,
                                                GError                 **error);
gboolean    plenum_preflib_takes_kind          (PlenumPaperKind          kind);
const char *plenum_preflib_get_suffix          (const PlenumProfile     *profile);
gboolean    plenum_preflib_check               (const PlenumProfile     *profile,
                                                const PlenumBallotRows  *rows,
                                                GError                 **error);
gboolean    plenum_preflib_write               (PlenumBallotWriter      *writer,
                                                GError                 **error);
gboolean    plenum_pabulib_check               (const PlenumProfile     *profile,
                                                const PlenumBallotRows  *rows,
                                                GError                 **error);
gboolean    plenum_pabulib_write               (PlenumBallotWriter      *writer,
                                                GError                 **error);
gboolean    plenum_ballot_table_check          (const PlenumProfile     *profile,
                                                GError                 **error);
gboolean    plenum_ballot_table_write          (PlenumBallotWriter      *writer,
                                                GError                 **error);

G_END_DECLS
