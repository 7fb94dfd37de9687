/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: what the files of a Polis conversation say. */
#pragma once

#include "plenum-recognise.h"

G_BEGIN_DECLS

typedef struct
{
  char   *id;        /* "122" */
  char   *author;    /* nullable */
  char   *text;
  gint64  time;      /* milliseconds since 1970, or 0 */
  int     moderated; /* 1, 0, -1; anything else where the file does not say */
  int     said_agrees, said_disagrees; /* -1 where the file does not say */
  guint   plus, minus, zero;           /* counted from the votes, a person's last one each */
} PlenumPolisStatement;

typedef struct
{
  guint  voter;     /* index */
  guint  statement; /* index */
  gint64 time;
  guint  order;     /* in the file */
  gint8  vote;      /* 1, 0, -1 as written */
} PlenumPolisVote;

typedef struct
{
  char       *topic;       /* nullable */
  char       *description; /* nullable */
  char       *url;         /* nullable */
  char       *key;         /* the same for every export of the conversation */
  GPtrArray  *statements;  /* PlenumPolisStatement */
  GHashTable *by_id;       /* id → index + 1 */
  GPtrArray  *voters;      /* char *: ids */
  GHashTable *by_voter;    /* id → index + 1 */
  GArray     *votes;       /* PlenumPolisVote; after counting by voter and statement, one each */
  guint       replaced;    /* votes that a later one of the same person replaced */
  GPtrArray  *unknown;     /* char *: columns that we have no place for */
  gboolean    has_counts;  /* comments.csv has agrees and disagrees */
  gboolean    has_votes;
} PlenumPolis;

PlenumPolis *plenum_polis_read       (GPtrArray     *files,
                                      GCancellable  *cancellable,
                                      GError       **error);
void         plenum_polis_free       (PlenumPolis   *self);
int          plenum_polis_find_agree (PlenumPolis   *self,
                                      guint         *fitting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPolis, plenum_polis_free)

G_END_DECLS
