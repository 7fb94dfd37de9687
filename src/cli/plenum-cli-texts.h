/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-cli.h"
#include "plenum-corpus.h"

G_BEGIN_DECLS

/* Which texts an analysis is about: cards of workshops, or rows of a file. */
typedef struct
{
  char  *input;       /* a CSV file */
  char **columns;     /* that have the text */
  char  *id_column;   /* nullable: rows are numbered */
  char  *language;    /* nullable or "auto": what the workshop says, or the text shows */
} PlenumCliTexts;

PlenumCorpus *plenum_cli_read_texts (PlenumCli             *cli,
                                     const PlenumCliTexts  *texts,
                                     char                 **workshops,
                                     GError               **error);
const char   *plenum_cli_get_id     (PlenumCorpus          *corpus,
                                     guint                  text);
char         *plenum_cli_get_start  (PlenumCorpus          *corpus,
                                     guint                  text);

G_END_DECLS
