/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLENUM_WORDS_LETTERS, /* two letters or more */
  PLENUM_WORDS_ALL,     /* letters, digits, and signs such as emoji, however few */
} PlenumWordsKind;

/* A word where it stands; @start is not terminated. */
typedef struct
{
  const char *start;
  gsize       length; /* in bytes */
} PlenumWord;

gboolean  plenum_words_next (const char      **text,
                             PlenumWordsKind   kind,
                             PlenumWord       *word);
char     *plenum_word_fold  (const PlenumWord *word);

G_END_DECLS
