/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_PAPER_CARDS,  /* of the board */
  PLENUM_PAPER_BLANK,  /* to be written on by hand */
  PLENUM_PAPER_POSTER, /* of the board */
} PlenumPaperKind;

/* What is to be put on paper. */
typedef struct
{
  const char      *workshop;
  const char      *board;
  const char      *title;    /* of the board */
  const char      *language; /* (nullable): of its text */
  PlenumPaperKind  kind;
  guint            format;   /* a row of the table of card formats */
  guint            count;    /* of blank cards */
  guint            first;    /* the number of the first */
  guint            across;   /* how many sheets wide a poster is */
} PlenumPaperOrder;

void plenum_paper_job_start (GtkWidget              *from,
                             PlenumLibrary          *library,
                             const PlenumPaperOrder *order,
                             const char             *path);

G_END_DECLS
