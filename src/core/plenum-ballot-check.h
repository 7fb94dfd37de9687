/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One option on a ballot. What the value means is the method's. */
typedef struct
{
  const char *option; /* its id */
  gint64      value;
  const char *reason; /* nullable: why, in the voter's words */
} PlenumMark;

/* What was filled in, borrowed for the length of a call. */
typedef struct
{
  const char       *channel; /* "screen", "phone", "paper", "hands", "import", "secret" */
  gint64            voters;
  const char       *weight;  /* nullable: 1 */
  const PlenumMark *marks;
  gsize             n_marks;
} PlenumSheet;

/* What was asked, borrowed for the length of a call. */
typedef struct
{
  const char         *method;
  const char * const *settings; /* name and value in turn, %NULL-terminated */
  const char * const *options;  /* id and text in turn, in the poll's order, %NULL-terminated */
  const char * const *costs;    /* nullable: one an option, "" where there is none */
} PlenumSheetForm;

/* Whether the poll's method can count the ballot; an error says what is wrong
 * with it. The store casts ballots but knows no methods, so who casts brings this. */
typedef gboolean (*PlenumBallotCheck) (const PlenumSheetForm  *form,
                                       const PlenumSheet      *sheet,
                                       GError                **error);

G_END_DECLS
