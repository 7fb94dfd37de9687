/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of all pairs are worth a look, and from where on they are duplicates. */
#include "plenum-duplicate-candidates.h"

#include <math.h>
#include <stdlib.h>

#include "plenum-hash.h"

#define BANDS 32
#define ROWS  (PLENUM_SIGNATURE_LENGTH / BANDS)

/* In a crowd of look-alikes, such as a form that thousands filled in, each is
 * compared to the next ones only, or the crowd's square would have to be looked at. */
#define NEIGHBOURS 64

#define STEP   0.025
#define STEPS  20   /* up to a similarity of 0.8 */
#define FEWEST 20   /* pairs that are alike by chance: fewer say nothing */
#define USUAL  0.55 /* the threshold then */
#define LEAST  0.5
#define MOST   0.7

typedef struct
{
  guint64 key;
  guint   text;
} Entry;

static int
compare_entries (const void *a, const void *b)
{
  const Entry *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;

  return (left->text > right->text) - (left->text < right->text);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

/* Entries of all bands, band by band, in the order of the texts. */
static Entry *
make_entries (PlenumShingles *shingles, GArray *texts)
{
  Entry *entries = g_new (Entry, (gsize) texts->len * BANDS);
  guint32 signature[PLENUM_SIGNATURE_LENGTH];

  for (guint i = 0; i < texts->len; i++)
    {
      guint text = g_array_index (texts, guint, i);

      plenum_shingles_sign (shingles, text, signature);
      for (guint band = 0; band < BANDS; band++)
        {
          guint64 key = band;

          for (guint row = 0; row < ROWS; row++)
            key = plenum_hash_join (key, signature[band * ROWS + row]);
          entries[(gsize) band * texts->len + i] = (Entry) { key, text };
        }
    }

  return entries;
}

static void
add_crowds (const Entry *entries, guint n, GArray *keys)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && j <= i + NEIGHBOURS && entries[j].key == entries[i].key; j++)
      {
        guint64 key = (guint64) entries[i].text << 32 | entries[j].text;

        g_array_append_val (keys, key);
      }
}

/**
 * plenum_duplicate_candidates:
 * @texts: (element-type guint): which texts to look at, ascending; each has a shingle
 *
 * Finds the pairs that agree in one band of their signatures at least, and
 * compares those exactly. A pair with a similarity of 0.5 is found with a
 * probability of 0.87, of 0.7 with 0.9998.
 *
 * Returns: (transfer full) (nullable) (element-type PlenumDuplicatePair): the
 *   pairs above %PLENUM_DUPLICATE_FLOOR by @a and @b, or %NULL if it was cancelled
 */
GArray *
plenum_duplicate_candidates (PlenumShingles *shingles, GArray *texts, GCancellable *cancellable, GError **error)
{
  g_autofree Entry *entries = make_entries (shingles, texts);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlenumDuplicatePair));

  for (guint band = 0; band < BANDS && texts->len > 0; band++)
    {
      Entry *of_band = entries + (gsize) band * texts->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      qsort (of_band, texts->len, sizeof *of_band, compare_entries);
      add_crowds (of_band, texts->len, keys);
    }

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      guint64 key = g_array_index (keys, guint64, i);
      PlenumDuplicatePair pair = { key >> 32, key & G_MAXUINT32 };

      if (i > 0 && key == g_array_index (keys, guint64, i - 1))
        continue;
      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      pair.similarity = plenum_shingles_compare (shingles, pair.a, pair.b);
      if (pair.similarity >= PLENUM_DUPLICATE_FLOOR)
        g_array_append_val (pairs, pair);
    }

  return g_steal_pointer (&pairs);
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
