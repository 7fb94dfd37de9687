/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An election out of a file. Who imports files knows no methods, and who knows
 * methods no libraries: whoever starts an import brings the reader. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;   /* in the file */
  char *text;
  char *cost; /* nullable: a rational */
} PlenumElectionOption;

typedef struct
{
  guint  option; /* its place in the list */
  gint64 value;  /* what it means is the method's */
} PlenumElectionChoice;

/* Ballots that say the same. */
typedef struct
{
  GArray *choices; /* PlenumElectionChoice */
  char   *weight;  /* nullable: 1 */
  gint64  copies;
} PlenumElectionBallot;

typedef struct
{
  const char *method;    /* that fits the file */
  GPtrArray  *settings;  /* char *: name and value in turn */
  GArray     *options;   /* PlenumElectionOption, in the file's order */
  GArray     *ballots;   /* PlenumElectionBallot */
  gint64      n_ballots; /* copies counted */
} PlenumElection;

typedef struct
{
  /* @start is how the file begins; returns "blt", "pabulib", "preflib" or NULL. */
  const char     *(*recognise) (const char    *name,
                                const char    *start);
  /* Counts with a method of its own choice, NULL if @attempt has none left; whether
   * another may fit is told by @again. */
  PlenumElection *(*read)      (GInputStream  *stream,
                                const char    *name,
                                const char    *format,
                                guint          attempt,
                                gboolean      *again,
                                GCancellable  *cancellable,
                                GError       **error);
} PlenumElectionReader;

void plenum_election_free (PlenumElection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumElection, plenum_election_free)

G_END_DECLS
