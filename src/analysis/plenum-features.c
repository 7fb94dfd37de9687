/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TF-IDF of stems beside TF-IDF of 3 to 5 characters in a row, each of unit length.
 * A word has the same characters wherever it stands, so they are kept once a word
 * and not once a text: a tenth of the numbers. */
#include "plenum-features.h"

#include <math.h>
#include <string.h>

#include "plenum-array.h"
#include "plenum-hash.h"
#include "plenum-logarithm.h"

#define SHORTEST 3
#define LONGEST  5
#define BUCKETS  (1 << 19)
#define MOST     60000 /* n-grams; the most frequent ones */

typedef struct
{
  PlenumTerms *terms;
  guint        n_texts;
  guint       *n_with;   /* of each bucket: texts */
  guint32     *column;   /* of each bucket, or PLENUM_NO_TERM */
  GArray      *starts;   /* of each form, and one more: gsize */
  GArray      *grams;    /* guint32: buckets */
} Grams;

static void
grams_clear (Grams *grams)
{
  g_free (grams->n_with);
  g_free (grams->column);
  g_array_unref (grams->starts);
  g_array_unref (grams->grams);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grams, grams_clear)

void
plenum_features_free (PlenumFeatures *self)
{
  g_clear_pointer (&self->texts, plenum_sparse_free);
  g_clear_pointer (&self->words, plenum_sparse_free);
  g_free (self);
}

/**
 * plenum_features_weigh:
 *
 * Returns: how much a word says that @n_with of @n_texts texts have: the inverse
 *   document frequency, smoothed as if one more text had every word
 */
double
plenum_features_weigh (guint n_texts, guint n_with)
{
  return 1.0 + plenum_logarithm ((1.0 + n_texts) / (1.0 + n_with));
}

/* Of a word between two spaces, as many as it has. */
static void
add_grams (Grams *grams, const char *folded)
{
  g_autofree char *bounded = g_strconcat (" ", folded, " ", NULL);
  g_autofree gunichar *letters = NULL;
  glong n;
  gsize end;

  letters = g_utf8_to_ucs4_fast (bounded, -1, &n);
  for (glong i = 0; i < n; i++)
    {
      guint64 hash = 0;

      for (glong j = 0; j < LONGEST && i + j < n; j++)
        {
          guint32 bucket;

          hash = plenum_hash_join (hash, letters[i + j]);
          bucket = hash % BUCKETS;
          if (j + 1 >= SHORTEST)
            g_array_append_val (grams->grams, bucket);
        }
    }
  end = grams->grams->len;
  g_array_append_val (grams->starts, end);
}

static const guint32 *
get_grams (Grams *grams, guint form, guint *n)
{
  gsize start = g_array_index (grams->starts, gsize, form);

  *n = g_array_index (grams->starts, gsize, form + 1) - start;
  return plenum_array_place (grams->grams, start);
}

static void
grams_init (Grams *grams, PlenumTerms *terms)
{
  gsize zero = 0;

  grams->terms = terms;
  grams->n_texts = plenum_terms_get_n_texts (terms);
  grams->n_with = g_new0 (guint, BUCKETS);
  grams->column = g_new (guint32, BUCKETS);
  grams->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  grams->grams = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (grams->starts, zero);
  for (guint i = 0; i < plenum_terms_get_n_forms (terms); i++)
    add_grams (grams, plenum_terms_get_form (terms, i)->folded);
}

static gboolean
count_texts (Grams *grams, GCancellable *cancellable, GError **error)
{
  g_autofree guint *last = g_new0 (guint, BUCKETS);

  for (guint text = 0; text < grams->n_texts; text++)
    {
      guint n, n_grams;
      const guint32 *forms = plenum_terms_get_forms (grams->terms, text, &n);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint i = 0; i < n; i++)
        {
          const guint32 *of_form = get_grams (grams, forms[i], &n_grams);

          for (guint j = 0; j < n_grams; j++)
            if (last[of_form[j]] != text + 1)
              {
                last[of_form[j]] = text + 1;
                grams->n_with[of_form[j]]++;
              }
        }
    }

  return TRUE;
}

static gboolean
is_useful (guint n_texts, guint n_with)
{
  return n_with >= 2 && n_with <= MAX (n_texts / 2, 2);
}

/* In at least as many texts as it takes to be among the most frequent ones. */
static guint
number_columns (Grams *grams, guint first)
{
  g_autofree guint *counts = g_new0 (guint, grams->n_texts + 2);
  guint least = 2, n = 0, next = first;

  for (guint i = 0; i < BUCKETS; i++)
    if (is_useful (grams->n_texts, grams->n_with[i]))
      counts[grams->n_with[i]]++;
  for (guint i = grams->n_texts; i >= 2; i--)
    if ((n += counts[i]) > MOST)
      {
        least = i + 1;
        break;
      }
  for (guint i = 0; i < BUCKETS; i++)
    grams->column[i] = grams->n_with[i] >= least && is_useful (grams->n_texts, grams->n_with[i]) ? next++ : PLENUM_NO_TERM;

  return next;
}

/* Terms stay terms, forms become n-grams. */
static PlenumSparse *
make_words (Grams *grams, guint n_terms)
{
  PlenumSparse *words = plenum_sparse_new (number_columns (grams, n_terms));

  for (guint i = 0; i < n_terms; i++)
    {
      plenum_sparse_add (words, i, 1.0f);
      plenum_sparse_end_row (words);
    }
  for (guint i = 0; i < plenum_terms_get_n_forms (grams->terms); i++)
    {
      guint n;
      const guint32 *of_form = get_grams (grams, i, &n);

      for (guint j = 0; j < n; j++)
        if (grams->column[of_form[j]] != PLENUM_NO_TERM)
          plenum_sparse_add (words, grams->column[of_form[j]],
                             plenum_features_weigh (grams->n_texts, grams->n_with[of_form[j]]));
      plenum_sparse_end_row (words);
    }

  return words;
}

/* Adds up what is equal; the order is that in which it first stands. */
static void
count_equal (const guint32 *items, guint n, guint *counts, GArray *different)
{
  g_array_set_size (different, 0);
  for (guint i = 0; i < n; i++)
    if (counts[items[i]]++ == 0)
      g_array_append_val (different, items[i]);
}

static void
add_terms (PlenumSparse *texts, PlenumTerms *terms, guint *counts, GArray *different)
{
  guint n_texts = plenum_terms_get_n_texts (terms);
  g_autofree float *weights = g_new (float, different->len + 1);
  double length = 0.0;

  for (guint i = 0; i < different->len; i++)
    {
      guint term = g_array_index (different, guint32, i), n_with = plenum_terms_get (terms, term)->n_texts;

      weights[i] = is_useful (n_texts, n_with) ? (1.0 + plenum_logarithm (counts[term])) * plenum_features_weigh (n_texts, n_with) : 0.0;
      length += (double) weights[i] * weights[i];
      counts[term] = 0;
    }
  for (guint i = 0; i < different->len; i++)
    if (weights[i] > 0.0f)
      plenum_sparse_add (texts, g_array_index (different, guint32, i), weights[i] / sqrt (length));
}

/* The length is that of the sum of the words' n-grams. */
static void
add_forms (PlenumSparse *texts, PlenumSparse *words, guint n_terms, guint *counts, GArray *different, float *sums)
{
  double length = 0.0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < different->len; i++)
      {
        guint form = g_array_index (different, guint32, i);
        const guint32 *columns;
        const float *values;
        guint n = plenum_sparse_get_row (words, n_terms + form, &columns, &values);
        float weight = 1.0 + plenum_logarithm (counts[form]);

        for (guint j = 0; j < n; j++)
          if (pass == 0)
            sums[columns[j]] += weight * values[j];
          else
            {
              length += (double) sums[columns[j]] * sums[columns[j]];
              sums[columns[j]] = 0.0f;
            }
      }
  for (guint i = 0; i < different->len; i++)
    {
      guint form = g_array_index (different, guint32, i);

      if (length > 0.0)
        plenum_sparse_add (texts, n_terms + form, (1.0 + plenum_logarithm (counts[form])) / sqrt (length));
      counts[form] = 0;
    }
}

/**
 * plenum_features_new:
 *
 * Returns: (transfer full) (nullable): the features, or %NULL if it was cancelled
 */
PlenumFeatures *
plenum_features_new (PlenumTerms *terms, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumFeatures) self = g_new0 (PlenumFeatures, 1);
  g_auto (Grams) grams = { NULL };
  guint n_terms = plenum_terms_get_n (terms), n_forms = plenum_terms_get_n_forms (terms), n;
  g_autofree guint *counts = g_new0 (guint, MAX (n_terms, n_forms) + 1);
  g_autofree float *sums = NULL;
  g_autoptr (GArray) different = g_array_new (FALSE, FALSE, sizeof (guint32));

  grams_init (&grams, terms);
  if (!count_texts (&grams, cancellable, error))
    return NULL;

  self->words = make_words (&grams, n_terms);
  self->texts = plenum_sparse_new (n_terms + n_forms);
  sums = g_new0 (float, self->words->n_columns + 1);
  for (guint text = 0; text < grams.n_texts; text++)
    {
      const guint32 *items = plenum_terms_get_text (terms, text, &n);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      count_equal (items, n, counts, different);
      add_terms (self->texts, terms, counts, different);
      items = plenum_terms_get_forms (terms, text, &n);
      count_equal (items, n, counts, different);
      add_forms (self->texts, self->words, n_terms, counts, different, sums);
      plenum_sparse_end_row (self->texts);
    }

  return g_steal_pointer (&self);
}
