/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text is made of when it comes to copies: every four characters in a row,
 * without case, accents and signs (Broder 1997). */
#include "plenum-shingles.h"

#include <string.h>

#include "plenum-array.h"
#include "plenum-fold.h"
#include "plenum-hash.h"
#include "plenum-parallel.h"
#include "plenum-radix.h"
#include "plenum-words.h"

#define LENGTH        4  /* characters */
#define TEXTS_A_PIECE 64

struct _PlenumShingles
{
  GArray *starts; /* gsize, one more than texts */
  GArray *hashes; /* guint32, ascending and each once within a text */
  GArray *wholes; /* guint64 */
};

/* The shingles of one text, to be looked up: with many others in turn that is sooner
 * done than going through both each time. */
struct _PlenumShingleTable
{
  PlenumShingles *shingles;
  guint32        *slots; /* 0: empty */
  guint           mask;
  guint           n;
  gboolean        has_zero;
};

/* While texts are read. */
typedef struct
{
  PlenumCorpus    *corpus;
  GCancellable    *cancellable;
  PlenumShingles **parts;
} Reading;

void
plenum_shingles_free (PlenumShingles *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->hashes);
  g_array_unref (self->wholes);
  g_free (self);
}

/* The hashes from @start on, ascending and each once. */
static void
sort_and_unite (GArray *hashes, GArray *scratch, gsize start)
{
  guint32 *values = (guint32 *) hashes->data;
  gsize kept = start;

  if (hashes->len == start)
    return;

  g_array_set_size (scratch, MAX (scratch->len, hashes->len - start));
  plenum_radix_sort_32 (values + start, (guint32 *) scratch->data, hashes->len - start);
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
add_text (PlenumShingles *self, GArray *scratch, const char *text)
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

  sort_and_unite (self->hashes, scratch, start);
  start = self->hashes->len;
  g_array_append_val (self->starts, start);
  g_array_append_val (self->wholes, whole);
}

static PlenumShingles *
make_empty (void)
{
  PlenumShingles *self = g_new0 (PlenumShingles, 1);
  gsize zero = 0;

  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->wholes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (self->starts, zero);

  return self;
}

/* The shingles of a few texts, on any thread. */
static void
read_piece (guint piece, gpointer data)
{
  Reading *reading = data;
  PlenumShingles *part = reading->parts[piece] = make_empty ();
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint end = MIN ((piece + 1) * TEXTS_A_PIECE, plenum_corpus_get_size (reading->corpus));

  for (guint i = piece * TEXTS_A_PIECE; i < end && !g_cancellable_is_cancelled (reading->cancellable); i++)
    add_text (part, scratch, plenum_corpus_get (reading->corpus, i)->text);
}

static void
append_part (PlenumShingles *self, PlenumShingles *part)
{
  gsize before = self->hashes->len;

  for (guint i = 1; i < part->starts->len; i++)
    {
      gsize start = before + g_array_index (part->starts, gsize, i);

      g_array_append_val (self->starts, start);
    }
  if (part->hashes->len > 0)
    g_array_append_vals (self->hashes, part->hashes->data, part->hashes->len);
  if (part->wholes->len > 0)
    g_array_append_vals (self->wholes, part->wholes->data, part->wholes->len);
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
  g_autoptr (PlenumShingles) self = make_empty ();
  guint n_pieces = (plenum_corpus_get_size (corpus) + TEXTS_A_PIECE - 1) / TEXTS_A_PIECE;
  Reading reading = { corpus, cancellable, g_new0 (PlenumShingles *, n_pieces) };

  plenum_parallel_run (n_pieces, read_piece, &reading);
  for (guint i = 0; i < n_pieces; i++)
    {
      append_part (self, reading.parts[i]);
      plenum_shingles_free (reading.parts[i]);
    }
  g_free (reading.parts);

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}

static const guint32 *
get_hashes (PlenumShingles *self, guint text, guint *n)
{
  gsize start = g_array_index (self->starts, gsize, text);

  *n = g_array_index (self->starts, gsize, text + 1) - start;
  return plenum_array_place (self->hashes, start);
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

static double
to_similarity (guint n_a, guint n_b, guint n_shared)
{
  return n_shared > 0 ? (double) n_shared / (n_a + n_b - n_shared) : 0.0;
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

  return to_similarity (n_a, n_b, n_shared);
}

PlenumShingleTable *
plenum_shingle_table_new (PlenumShingles *shingles)
{
  PlenumShingleTable *self = g_new0 (PlenumShingleTable, 1);

  self->shingles = shingles;

  return self;
}

void
plenum_shingle_table_free (PlenumShingleTable *self)
{
  g_free (self->slots);
  g_free (self);
}

/**
 * plenum_shingle_table_set:
 * @text: the one that others are compared with from now on
 */
void
plenum_shingle_table_set (PlenumShingleTable *self, guint text)
{
  const guint32 *hashes = get_hashes (self->shingles, text, &self->n);
  guint size = 1u << (g_bit_storage (self->n) + 2);

  if (size != self->mask + 1)
    {
      g_free (self->slots);
      self->slots = g_new (guint32, size);
      self->mask = size - 1;
    }
  memset (self->slots, 0, size * sizeof *self->slots);
  self->has_zero = FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      guint slot = hashes[i] & self->mask;

      self->has_zero |= hashes[i] == 0;
      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = hashes[i];
    }
}

/**
 * plenum_shingle_table_compare:
 *
 * Returns: what plenum_shingles_compare() gives for the text of the table and @text
 */
double
plenum_shingle_table_compare (PlenumShingleTable *self, guint text)
{
  guint n, n_shared = 0;
  const guint32 *hashes = get_hashes (self->shingles, text, &n);

  for (guint i = 0; i < n; i++)
    {
      guint slot = hashes[i] & self->mask;

      while (self->slots[slot] != 0 && self->slots[slot] != hashes[i])
        slot = (slot + 1) & self->mask;
      n_shared += hashes[i] != 0 ? self->slots[slot] == hashes[i] : self->has_zero;
    }

  return to_similarity (self->n, n, n_shared);
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
