/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the readers of the formats. */
#pragma once

#include "plenum-ballot-file.h"
#include "plenum-csv.h"
#include "plenum-lines.h"

G_BEGIN_DECLS

/* Columns that a table can have before its options. */
#define PLENUM_TABLE_WEIGHT "#weight"
#define PLENUM_TABLE_HANDS  "#hands"
#define PLENUM_TABLE_ROW    "#row"
#define PLENUM_TABLE_COST   "cost" /* in it: the row, before all ballots, of what options cost */

typedef struct
{
  const char           *name;     /* what messages call it */
  PlenumLines          *lines;
  PlenumCsvReader      *table;    /* instead of lines, of a table */
  const char           *method;
  PlenumSettings       *settings; /* with what the file adds to them */
  PlenumProfile        *profile;  /* once the head of the file is read */
  GArray               *entries;  /* guint16, of a ranked ballot */
  GArray               *choices;  /* PlenumChoice, of another */
} PlenumBallotFile;

char     *plenum_ballot_file_next       (PlenumBallotFile  *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
gboolean  plenum_ballot_file_begin      (PlenumBallotFile  *self,
                                         GError           **error);
void      plenum_ballot_file_suggest    (PlenumBallotFile  *self,
                                         const char        *setting,
                                         const char        *value);
gboolean  plenum_ballot_file_has_kind   (PlenumBallotFile  *self,
                                         PlenumPaperKind    kind);
gboolean  plenum_ballot_file_refuse     (GError           **error,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (2, 3);
gboolean  plenum_ballot_file_refuse_kind (PlenumBallotFile *self,
                                         GError           **error);
char     *plenum_ballot_file_read_name  (const char        *text);
gboolean  plenum_ballot_file_add_choices (PlenumBallotFile *self,
                                         gint64             copies,
                                         const char        *weight,
                                         GError           **error);

gboolean  plenum_blt_read               (PlenumBallotFile  *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
gboolean  plenum_preflib_read           (PlenumBallotFile  *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
gboolean  plenum_pabulib_read           (PlenumBallotFile  *self,
                                         GCancellable      *cancellable,
                                         GError           **error);
gboolean  plenum_ballot_table_read      (PlenumBallotFile  *self,
                                         GCancellable      *cancellable,
                                         GError           **error);

/* A whole number without a sign, up to @largest; @text moves behind it. Here, since
 * it is called for each rank of each of a million ballots. */
static inline gboolean
plenum_ballot_text_read_number (char **text, guint64 largest, guint64 *number)
{
  guint64 value = 0;
  char *c = *text;

  while (g_ascii_isdigit (*c) && value <= largest)
    value = 10 * value + (guint64) (*c++ - '0');
  if (c == *text || value > largest)
    return FALSE;

  *text = c;
  *number = value;
  return TRUE;
}

static inline void
plenum_ballot_text_skip_space (char **text)
{
  while (**text == ' ' || **text == '\t')
    (*text)++;
}

G_END_DECLS
