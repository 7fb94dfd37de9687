/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reason given with a pair of duplicates. */
#include "plenum-difference.h"

#include <string.h>

#include "plenum-words.h"

/* Folded word → where it first stands, in the order of the text. */
static GPtrArray *
list_words (const char *text, GHashTable *known)
{
  GPtrArray *written = g_ptr_array_new_with_free_func (g_free);
  PlenumWord word;

  while (plenum_words_next (&text, PLENUM_WORDS_ALL, &word))
    {
      g_autofree char *folded = plenum_word_fold (&word);

      if (g_hash_table_add (known, g_steal_pointer (&folded)))
        g_ptr_array_add (written, g_strndup (word.start, word.length));
    }

  return written;
}

static gboolean
is_known (GHashTable *known, const char *written)
{
  PlenumWord word = { written, strlen (written) };
  g_autofree char *folded = plenum_word_fold (&word);

  return g_hash_table_contains (known, folded);
}

/**
 * plenum_difference_new:
 * @a: a text, in UTF-8
 * @b: another
 *
 * Returns: (transfer full): which words they share, and which only one has
 */
PlenumDifference *
plenum_difference_new (const char *a, const char *b)
{
  PlenumDifference *self = g_new (PlenumDifference, 1);
  g_autoptr (GHashTable) known_a = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known_b = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) words_a = list_words (a, known_a);
  g_autoptr (GPtrArray) words_b = list_words (b, known_b);

  self->shared = g_ptr_array_new_with_free_func (g_free);
  self->only_a = g_ptr_array_new_with_free_func (g_free);
  self->only_b = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < words_a->len; i++)
    g_ptr_array_add (is_known (known_b, words_a->pdata[i]) ? self->shared : self->only_a, g_strdup (words_a->pdata[i]));
  for (guint i = 0; i < words_b->len; i++)
    if (!is_known (known_a, words_b->pdata[i]))
      g_ptr_array_add (self->only_b, g_strdup (words_b->pdata[i]));

  return self;
}

void
plenum_difference_free (PlenumDifference *self)
{
  g_ptr_array_unref (self->shared);
  g_ptr_array_unref (self->only_a);
  g_ptr_array_unref (self->only_b);
  g_free (self);
}
