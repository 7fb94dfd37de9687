/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: what the file of another program holds, before it
 * goes into a library. */
#pragma once

#include "plenum-import.h"
#include "plenum-input.h"

G_BEGIN_DECLS

#define PLENUM_FOREIGN_MAX_IDEAS 500000
#define PLENUM_FOREIGN_MAX_TEXT  (64 * 1024 * 1024) /* bytes of all texts */

#define PLENUM_MODERATED_UNKNOWN 2

/* An idea in a foreign file. What is not there is %NULL or 0. */
typedef struct
{
  const char *id;
  const char *title;
  const char *text;
  const char *kind;      /* one that we know, or %NULL */
  const char *author;
  const char *url;
  const char *location;
  const char *area;      /* the column or list it stands in */
  const char *theme_key; /* tells themes apart; the title does where it is %NULL */
  const char *theme;
  const char *stack;     /* the id of the idea it lies under */
  const char *tags;
  const char *separators; /* between the tags */
  gint64      created;
  int         moderated; /* 1, 0, -1 or PLENUM_MODERATED_UNKNOWN */
} PlenumForeignIdea;

typedef struct
{
  guint       idea; /* its place in the list */
  const char *text;
  const char *author;
  gint64      created;
} PlenumForeignComment;

/* Points that an option got from everybody together. */
typedef struct
{
  guint  idea; /* the one that is voted on, or whose theme is */
  gint64 points;
} PlenumForeignOption;

typedef struct
{
  const char *question;
  gboolean    themes;    /* the options are themes, not ideas */
  guint       voters;    /* 0 if the file does not say */
  guint       per_voter; /* points; 0 if the file does not say */
  GArray     *options;   /* PlenumForeignOption */
} PlenumForeignPoll;

typedef struct
{
  const char   *format;
  char         *key;      /* the same for every export of the same board */
  char         *title;    /* nullable */
  char         *url;      /* nullable */
  GArray       *ideas;    /* PlenumForeignIdea */
  GArray       *comments; /* PlenumForeignComment */
  GPtrArray    *polls;    /* PlenumForeignPoll */
  GPtrArray    *lost;     /* char *: names of columns and members, in the file's order */
  GHashTable   *lost_why; /* the same → a sentence */
  GStringChunk *texts;    /* holds every text above */
  gsize         length;   /* of them */
} PlenumForeign;

PlenumForeign     *plenum_foreign_new           (const char         *format);
void               plenum_foreign_free          (PlenumForeign      *self);
const char        *plenum_foreign_keep          (PlenumForeign      *self,
                                                 const char         *text);
PlenumForeignIdea *plenum_foreign_add_idea      (PlenumForeign      *self);
void               plenum_foreign_tag           (PlenumForeign      *self,
                                                 PlenumForeignIdea  *idea,
                                                 const char         *tag);
void               plenum_foreign_add_comment   (PlenumForeign      *self,
                                                 guint               idea,
                                                 const char         *text,
                                                 const char         *author,
                                                 gint64              created);
PlenumForeignPoll *plenum_foreign_add_poll      (PlenumForeign      *self,
                                                 const char         *question);
void               plenum_foreign_add_stacks    (PlenumForeign      *self);
void               plenum_foreign_lose          (PlenumForeign      *self,
                                                 const char         *name,
                                                 const char         *why);
gboolean           plenum_foreign_check_size    (PlenumForeign      *self,
                                                 const char         *file,
                                                 guint64             line,
                                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumForeign, plenum_foreign_free)

G_END_DECLS
