/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the manual promises of each method: a table of methods and criteria, and for
 * each that a method lacks an election which shows it. The page is the one place
 * where this stands, so that it cannot say anything else than the program does. */
#pragma once

#include "elections.h"

typedef struct
{
  char     *method;
  char     *criterion;
  gboolean  has;
} Promise;

/* "irv-monotonicity": elections, each with who wins. */
typedef struct
{
  guint    n;
  Election elections[2];
  guint32  winners[2];
} Example;

typedef struct
{
  GArray     *promises; /* Promise */
  GHashTable *examples; /* name → what it says */
} Promises;

Promises *promises_read         (const char     *path);
void      promises_free         (Promises       *self);
/* FALSE if there is none of that name. */
gboolean  promises_get_example  (const Promises *self,
                                 const char     *method,
                                 const char     *criterion,
                                 Example        *example);
char     *promises_write_example (const Example *example);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Promises, promises_free)
