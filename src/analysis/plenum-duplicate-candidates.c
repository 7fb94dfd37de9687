/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of all pairs are worth a look, and from where on they are duplicates. */
#include "plenum-duplicate-candidates.h"

#include <math.h>

#include "plenum-hash.h"
#include "plenum-parallel.h"
#include "plenum-radix.h"

#define BANDS 32
#define ROWS  (PLENUM_SIGNATURE_LENGTH / BANDS)

/* In a crowd of look-alikes, such as a form that thousands filled in, each is
 * compared to the next ones only, or the crowd's square would have to be looked at. */
#define NEIGHBOURS 64

/* Of the places of two signatures of texts that are as similar as the floor, 38 of 128
 * agree, with a standard deviation of 5. With fewer than these they are compared only
 * if a text is so short that a signature says little and comparing costs little. */
#define WORTH 26
#define SHORT 256 /* shingles */

#define TEXTS_A_PIECE 256
#define PAIRS_A_PIECE 4096

#define STEP   0.025
#define STEPS  20   /* up to a similarity of 0.8 */
#define FEWEST 20   /* pairs that are alike by chance: fewer say nothing */
#define USUAL  0.55 /* the threshold then */
#define LEAST  0.5
#define MOST   0.7

/* While it looks. */
typedef struct
{
  PlenumShingles *shingles;
  GArray         *texts;      /* guint */
  GCancellable   *cancellable;
  guint32        *signatures; /* PLENUM_SIGNATURE_LENGTH of each of the texts */
  GArray         *of_bands[BANDS]; /* guint64: places of two texts in @texts */
  guint64        *pairs;      /* those of all bands, each once */
  guint           n_pairs;
  double         *similarities; /* of each pair; below the floor where it was not worth comparing */
} Look;

static void
sign_piece (guint piece, gpointer data)
{
  Look *look = data;
  guint end = MIN ((piece + 1) * TEXTS_A_PIECE, look->texts->len);

  for (guint i = piece * TEXTS_A_PIECE; i < end; i++)
    plenum_shingles_sign (look->shingles, g_array_index (look->texts, guint, i),
                          look->signatures + (gsize) i * PLENUM_SIGNATURE_LENGTH);
}

static guint64
get_key (Look *look, guint band, guint i)
{
  const guint32 *signature = look->signatures + (gsize) i * PLENUM_SIGNATURE_LENGTH;
  guint64 key = band;

  for (guint row = 0; row < ROWS; row++)
    key = plenum_hash_join (key, signature[band * ROWS + row]);

  return key;
}

/* Those that agree in a band, by a table of the last text with each key; from there it
 * goes back to the one before. */
static void
look_at_band (guint band, gpointer data)
{
  Look *look = data;
  guint n = look->texts->len;
  guint size = 1u << (g_bit_storage (n) + 1);
  g_autofree guint *table = g_new0 (guint, size); /* one more than its place; 0: none */
  g_autofree guint *before = g_new0 (guint, n);   /* the same, of the one before with that key */
  g_autofree guint64 *keys = g_new (guint64, n);

  look->of_bands[band] = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (look->cancellable); i++)
    {
      guint slot, last, seen = 0;

      keys[i] = get_key (look, band, i);
      slot = keys[i] & (size - 1);
      while (table[slot] != 0 && keys[table[slot] - 1] != keys[i])
        slot = (slot + 1) & (size - 1);
      last = before[i] = table[slot];
      table[slot] = i + 1;

      for (; last != 0 && seen < NEIGHBOURS; last = before[last - 1], seen++)
        {
          guint64 pair = (guint64) (last - 1) << 32 | i;

          g_array_append_val (look->of_bands[band], pair);
        }
    }
}

/* The pairs of all bands, each once and in order. */
static void
unite_bands (Look *look)
{
  g_autoptr (GArray) all = look->of_bands[0];
  g_autofree guint64 *scratch = NULL;
  guint64 *pairs;

  for (guint band = 1; band < BANDS; band++)
    {
      if (look->of_bands[band]->len > 0)
        g_array_append_vals (all, look->of_bands[band]->data, look->of_bands[band]->len);
      g_array_unref (look->of_bands[band]);
    }

  look->n_pairs = all->len;
  look->pairs = pairs = (guint64 *) g_array_free (g_steal_pointer (&all), FALSE);
  scratch = g_new (guint64, look->n_pairs);
  plenum_radix_sort_64 (pairs, scratch, look->n_pairs);
  if (look->n_pairs > 0)
    {
      guint kept = 0;

      for (guint i = 1; i < look->n_pairs; i++)
        if (pairs[i] != pairs[kept])
          pairs[++kept] = pairs[i];
      look->n_pairs = kept + 1;
    }
}

static gboolean
is_worth_comparing (Look *look, guint a, guint b)
{
  const guint32 *left = look->signatures + (gsize) a * PLENUM_SIGNATURE_LENGTH;
  const guint32 *right = look->signatures + (gsize) b * PLENUM_SIGNATURE_LENGTH;
  guint agree = 0;

  for (guint i = 0; i < PLENUM_SIGNATURE_LENGTH; i++)
    agree += left[i] == right[i];

  return agree >= WORTH
         || plenum_shingles_get_n (look->shingles, g_array_index (look->texts, guint, a)) < SHORT
         || plenum_shingles_get_n (look->shingles, g_array_index (look->texts, guint, b)) < SHORT;
}

static void
compare_piece (guint piece, gpointer data)
{
  Look *look = data;
  g_autoptr (PlenumShingleTable) table = plenum_shingle_table_new (look->shingles);
  guint end = MIN ((piece + 1) * PAIRS_A_PIECE, look->n_pairs);
  guint in_table = G_MAXUINT;

  for (guint i = piece * PAIRS_A_PIECE; i < end && !g_cancellable_is_cancelled (look->cancellable); i++)
    {
      guint a = look->pairs[i] >> 32, b = look->pairs[i] & G_MAXUINT32;

      look->similarities[i] = 0.0;
      if (!is_worth_comparing (look, a, b))
        continue;
      if (a != in_table)
        plenum_shingle_table_set (table, g_array_index (look->texts, guint, a));
      in_table = a;
      look->similarities[i] = plenum_shingle_table_compare (table, g_array_index (look->texts, guint, b));
    }
}

static guint
count_pieces (guint n, guint a_piece)
{
  return (n + a_piece - 1) / a_piece;
}

/**
 * plenum_duplicate_candidates:
 * @texts: (element-type guint): which texts to look at, ascending; each has a shingle
 *
 * Finds the pairs that agree in one band of their signatures at least, and
 * compares those exactly. A pair with a similarity of 0.5 is found with a
 * probability of 0.87, of 0.7 with 0.9998; of 0.3, the floor, with 0.23. Pairs whose
 * whole signatures agree in few places are not compared, which loses one of a hundred
 * of 0.3 and one of ten thousand of 0.36.
 *
 * Returns: (transfer full) (nullable) (element-type PlenumDuplicatePair): the
 *   pairs above %PLENUM_DUPLICATE_FLOOR by @a and @b, or %NULL if it was cancelled
 */
GArray *
plenum_duplicate_candidates (PlenumShingles *shingles, GArray *texts, GCancellable *cancellable, GError **error)
{
  Look look = { shingles, texts, cancellable };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlenumDuplicatePair));

  look.signatures = g_new (guint32, (gsize) texts->len * PLENUM_SIGNATURE_LENGTH);
  plenum_parallel_run (count_pieces (texts->len, TEXTS_A_PIECE), sign_piece, &look);
  plenum_parallel_run (BANDS, look_at_band, &look);
  unite_bands (&look);
  look.similarities = g_new (double, look.n_pairs);
  plenum_parallel_run (count_pieces (look.n_pairs, PAIRS_A_PIECE), compare_piece, &look);

  for (guint i = 0; i < look.n_pairs && !g_cancellable_is_cancelled (cancellable); i++)
    {
      PlenumDuplicatePair pair = { g_array_index (texts, guint, look.pairs[i] >> 32),
                                   g_array_index (texts, guint, look.pairs[i] & G_MAXUINT32), look.similarities[i] };

      if (pair.similarity >= PLENUM_DUPLICATE_FLOOR)
        g_array_append_val (found, pair);
    }
  g_free (look.signatures);
  g_free (look.pairs);
  g_free (look.similarities);

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&found);
}

/* How many pairs there are in each step of similarity, and in one more. */
static void
count_steps (GArray *candidates, double counts[STEPS + 1])
{
  for (guint i = 0; i < candidates->len; i++)
    {
      double above = g_array_index (candidates, PlenumDuplicatePair, i).similarity - PLENUM_DUPLICATE_FLOOR;

      counts[CLAMP ((int) (above / STEP), 0, STEPS)] += 1.0;
    }
}

/**
 * plenum_duplicate_choose_threshold:
 * @candidates: (element-type PlenumDuplicatePair)
 *
 * Texts that merely are about the same thing become rarer by the same factor with
 * each step of similarity, and the more texts, the further they reach. Two texts
 * are called duplicates from where at least half of the pairs cannot be explained
 * so, which is where the F measure is best (Lipton, Elkan, Naryanaswamy 2014).
 *
 * Returns: the similarity from which on
 */
double
plenum_duplicate_choose_threshold (GArray *candidates)
{
  double counts[STEPS + 1] = { 0 };
  double lower = 0.0, upper = 0.0, factor, expected;

  count_steps (candidates, counts);
  for (guint i = 0; i < 4; i++)
    {
      lower += counts[i];
      upper += counts[i + 4];
    }
  if (lower + upper < FEWEST)
    return USUAL;

  factor = CLAMP (sqrt (sqrt (upper / MAX (lower, 1.0))), 0.1, 0.95); /* the fourth root: of one step */
  expected = upper / (1.0 + factor + factor * factor + factor * factor * factor);
  for (guint i = 0; i < 4; i++)
    expected *= factor;

  for (guint i = 8; i + 2 <= STEPS; i++, expected *= factor)
    if (counts[i] + counts[i + 1] + counts[i + 2] >= 2.0 * expected * (1.0 + factor + factor * factor)
        && PLENUM_DUPLICATE_FLOOR + i * STEP >= LEAST)
      return PLENUM_DUPLICATE_FLOOR + i * STEP;

  return MOST;
}
