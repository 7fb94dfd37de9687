/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text is made of when it comes to copies: every four characters in a row,
 * without case, accents and signs (Broder 1997). */
#include "plenum-shingles.h"

#include <stdlib.h>
#include <string.h>

#include "plenum-fold.h"
#include "plenum-hash.h"
#include "plenum-words.h"

#define LENGTH 4 /* characters */

struct _PlenumShingles
{
  GArray *starts; /* gsize, one more than texts */
  GArray *hashes; /* guint32, ascending and each once within a text */
  GArray *wholes; /* guint64 */
};

void
plenum_shingles_free (PlenumShingles *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->hashes);
  g_array_unref (self->wholes);
  g_free (self);
}

static int
compare_hashes (const void *a, const void *b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* The hashes from @start on, ascending and each once. */
static void
sort_and_unite (GArray *hashes, gsize start)
{
  guint32 *values = (guint32 *) hashes->data;
  gsize kept = start;

  if (hashes->len == start)
    return;

  qsort (values + start, hashes->len - start, sizeof *values, compare_hashes);
  for (gsize i = start + 1; i < hashes->len; i++)
    if (values[i] != values[kept])
      values[++kept] = values[i];
  g_array_set_size (hashes, kept + 1);
}

static void
add_character (PlenumShingles *self, gunichar c, gunichar last[LENGTH], guint *n, guint64 *whole)
{
  memmove (last, last + 1, (LENGTH - 1) * sizeof *last);
  last[LENGTH - 1] = c;
  *whole = plenum_hash_join (*whole, c);
  if (++*n >= LENGTH)
    {
      guint64 two = (guint64) last[0] << 32 | last[1], others = (guint64) last[2] << 32 | last[3];
      guint32 hash = plenum_hash_join (plenum_hash_mix (two), others) >> 32;

      g_array_append_val (self->hashes, hash);
    }
}

static void
add_text (PlenumShingles *self, const char *text)
{
  g_autofree char *folded = plenum_fold (text);
  const char *at = folded;
  gunichar last[LENGTH] = { 0 };
  gsize start = self->hashes->len;
  guint64 whole = 0;
  guint n = 0;
  PlenumWord word;

  /* A word begins and ends with a space, so that even the shortest has a shingle. */
  while (plenum_words_next (&at, PLENUM_WORDS_ALL, &word))
    {
      if (n == 0)
        add_character (self, ' ', last, &n, &whole);
      for (const char *c = word.start; c < word.start + word.length; c = g_utf8_next_char (c))
        add_character (self, g_utf8_get_char (c), last, &n, &whole);
      add_character (self, ' ', last, &n, &whole);
    }
  if (n == LENGTH - 1) /* a word of one letter */
    add_character (self, ' ', last, &n, &whole);

  sort_and_unite (self->hashes, start);
  start = self->hashes->len;
  g_array_append_val (self->starts, start);
  g_array_append_val (self->wholes, whole);
}

/**
 * plenum_shingles_new:
 * @corpus: sealed
 *
 * Returns: (transfer full) (nullable): the shingles of all texts, or %NULL if it
 *   was cancelled
 */
PlenumShingles *
plenum_shingles_new (PlenumCorpus *corpus, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumShingles) self = g_new0 (PlenumShingles, 1);
  gsize zero = 0;

  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->wholes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (self->starts, zero);

  for (guint i = 0; i < plenum_corpus_get_size (corpus); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      add_text (self, plenum_corpus_get (corpus, i)->text);
    }

  return g_steal_pointer (&self);
}

static const guint32 *
get_hashes (PlenumShingles *self, guint text, guint *n)
{
  gsize start = g_array_index (self->starts, gsize, text);

  *n = g_array_index (self->starts, gsize, text + 1) - start;
  return (const guint32 *) self->hashes->data + start;
}

/**
 * plenum_shingles_get_n:
 *
 * Returns: how many different shingles the text has; 0 if it has no words
 */
guint
plenum_shingles_get_n (PlenumShingles *self, guint text)
{
  guint n;

  get_hashes (self, text, &n);
  return n;
}

/**
 * plenum_shingles_get_whole:
 *
 * Returns: what two texts have in common exactly if they have the same words in
 *   the same order
 */
guint64
plenum_shingles_get_whole (PlenumShingles *self, guint text)
{
  return g_array_index (self->wholes, guint64, text);
}

/**
 * plenum_shingles_compare:
 *
 * Returns: the Jaccard similarity, from 0 to 1: of all shingles, the part that
 *   both texts have
 */
double
plenum_shingles_compare (PlenumShingles *self, guint a, guint b)
{
  guint n_a, n_b, i = 0, j = 0, n_shared = 0;
  const guint32 *in_a = get_hashes (self, a, &n_a), *in_b = get_hashes (self, b, &n_b);

  while (i < n_a && j < n_b)
    {
      guint32 left = in_a[i], right = in_b[j];

      n_shared += left == right;
      i += left <= right;
      j += right <= left;
    }

  return n_shared > 0 ? (double) n_shared / (n_a + n_b - n_shared) : 0.0;
}

/**
 * plenum_shingles_sign:
 * @signature: (out): places in which two texts agree about as often as they are similar
 *
 * MinHash by one permutation (Li, Owen, Zhang 2012), empty places being filled
 * from others that are chosen at random, the same for every text (Shrivastava
 * 2017). The text must have a shingle.
 */
void
plenum_shingles_sign (PlenumShingles *self, guint text, guint32 signature[PLENUM_SIGNATURE_LENGTH])
{
  guint32 found[PLENUM_SIGNATURE_LENGTH];
  guint n;
  const guint32 *hashes = get_hashes (self, text, &n);

  g_return_if_fail (n > 0);

  memset (found, 0xff, sizeof found);
  for (guint i = 0; i < n; i++)
    {
      guint64 hash = plenum_hash_mix (hashes[i]);
      guint place = hash % PLENUM_SIGNATURE_LENGTH;
      guint32 value = MIN (hash >> 32, G_MAXUINT32 - 1);

      found[place] = MIN (found[place], value);
    }

  for (guint i = 0; i < PLENUM_SIGNATURE_LENGTH; i++)
    {
      guint place = i;

      for (guint attempt = 0; found[place] == G_MAXUINT32; attempt++)
        place = plenum_hash_mix ((guint64) i << 32 | attempt) % PLENUM_SIGNATURE_LENGTH;
      signature[i] = found[place];
    }
}
