/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What words stand beside each other in the collection: positive pointwise mutual
 * information, with the contexts smoothed (Levy, Goldberg, Dagan 2015). */
#include "plenum-word-vectors.h"

#include <math.h>
#include <stdlib.h>

#include "plenum-logarithm.h"
#include "plenum-svd.h"

#define WINDOW      8
#define LEAST       2    /* times that a word stands */
#define MOST        6000 /* words that the vectors are learned from, the most frequent ones */
#define FIXED       65536.0

typedef struct
{
  PlenumTerms *terms;
  guint        n_terms;
  guint32     *context;  /* of each term: its number among the contexts, or PLENUM_NO_TERM */
  guint        n_contexts;
  guint       *chosen;   /* of each context: its term */
  guint64     *totals;   /* of each term: with all contexts */
  guint64     *context_totals;
  GArray      *starts;   /* of each term and one more: where it stands, gsize */
  guint64     *places;   /* text and place in it */
  guint64      steps[WINDOW + 1]; /* weights in fixed point, so that their order does not matter */
} Counts;

static void
counts_clear (Counts *counts)
{
  g_free (counts->context);
  g_free (counts->chosen);
  g_free (counts->totals);
  g_free (counts->context_totals);
  g_array_unref (counts->starts);
  g_free (counts->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

static int
compare_frequent (gconstpointer a, gconstpointer b, gpointer data)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  guint n_left = plenum_terms_get (data, left)->n_texts, n_right = plenum_terms_get (data, right)->n_texts;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;

  return (left > right) - (left < right);
}

static void
choose_contexts (Counts *counts)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  counts->context = g_new (guint32, counts->n_terms + 1);
  for (guint i = 0; i < counts->n_terms; i++)
    {
      counts->context[i] = PLENUM_NO_TERM;
      if (plenum_terms_get (counts->terms, i)->n_texts >= LEAST)
        g_array_append_val (candidates, i);
    }
  g_array_sort_with_data (candidates, compare_frequent, counts->terms);
  counts->n_contexts = MIN (candidates->len, MOST);
  for (guint i = 0; i < counts->n_contexts; i++)
    counts->context[g_array_index (candidates, guint, i)] = i;
  counts->chosen = (guint *) g_array_free (g_steal_pointer (&candidates), FALSE);
}

static void
list_places (Counts *counts)
{
  guint n_texts = plenum_terms_get_n_texts (counts->terms), n;
  g_autofree gsize *next = g_new0 (gsize, counts->n_terms + 2);

  for (guint text = 0; text < n_texts; text++)
    {
      const guint32 *of_text = plenum_terms_get_text (counts->terms, text, &n);

      for (guint i = 0; i < n; i++)
        next[of_text[i] + 1]++;
    }
  for (guint i = 0; i < counts->n_terms; i++)
    next[i + 1] += next[i];
  counts->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_vals (counts->starts, next, counts->n_terms + 1);
  counts->places = g_new (guint64, next[counts->n_terms] + 1);
  for (guint text = 0; text < n_texts; text++)
    {
      const guint32 *of_text = plenum_terms_get_text (counts->terms, text, &n);

      for (guint i = 0; i < n; i++)
        counts->places[next[of_text[i]]++] = (guint64) text << 32 | i;
    }
}

/* How much of each context stands near a term, into @near; the contexts that do, into @found. */
static void
look_around (Counts *counts, guint term, guint64 *near, GArray *found)
{
  gsize end = g_array_index (counts->starts, gsize, term + 1);

  g_array_set_size (found, 0);
  for (gsize at = g_array_index (counts->starts, gsize, term); at < end; at++)
    {
      guint place = counts->places[at] & G_MAXUINT32, n;
      const guint32 *of_text = plenum_terms_get_text (counts->terms, counts->places[at] >> 32, &n);

      for (guint i = place > WINDOW ? place - WINDOW : 0; i < n && i <= place + WINDOW; i++)
        {
          guint32 context = counts->context[of_text[i]];

          if (i == place || context == PLENUM_NO_TERM || of_text[i] == term)
            continue;
          if (near[context] == 0)
            g_array_append_val (found, context);
          near[context] += counts->steps[i > place ? i - place : place - i];
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static void
add_row (Counts *counts, PlenumSparse *matrix, guint term, guint64 *near, GArray *found, const double *shares)
{
  g_array_sort (found, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 context = g_array_index (found, guint32, i);
      double value = plenum_logarithm (near[context] / (counts->totals[term] * shares[context]));

      if (value > 0.0)
        plenum_sparse_add (matrix, context, value);
      near[context] = 0;
    }
  plenum_sparse_end_row (matrix);
}

static void
sum_up (Counts *counts, guint term, guint64 *near, GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      guint32 context = g_array_index (found, guint32, i);

      counts->totals[term] += near[context];
      counts->context_totals[context] += near[context];
      near[context] = 0;
    }
}

/* To the power of 0.75, by roots: they are rounded alike everywhere. */
static double
smooth (guint64 total)
{
  double root = sqrt (total);

  return root * sqrt (root);
}

/* A row for each term, a column for each context. */
static PlenumSparse *
make_matrix (Counts *counts, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumSparse) matrix = plenum_sparse_new (counts->n_contexts);
  g_autofree guint64 *near = g_new0 (guint64, counts->n_contexts + 1);
  g_autofree double *shares = g_new (double, counts->n_contexts + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  double sum = 0.0;

  counts->totals = g_new0 (guint64, counts->n_terms + 1);
  counts->context_totals = g_new0 (guint64, counts->n_contexts + 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < counts->n_terms; i++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return NULL;
          look_around (counts, i, near, found);
          if (pass == 0)
            sum_up (counts, i, near, found);
          else
            add_row (counts, matrix, i, near, found, shares);
        }
      for (guint i = 0; i < counts->n_contexts && pass == 0; i++)
        sum += shares[i] = smooth (counts->context_totals[i]);
      for (guint i = 0; i < counts->n_contexts && pass == 0; i++)
        shares[i] /= sum;
    }

  return g_steal_pointer (&matrix);
}

/**
 * plenum_word_vectors_new:
 *
 * The directions are found from the most frequent words; the others are turned into
 * them, so that the cost does not grow with the square of the vocabulary.
 *
 * Returns: (transfer full) (nullable): a row of %PLENUM_WORD_WIDTH for each term, scaled by
 *   the singular values; %NULL if it was cancelled
 */
float *
plenum_word_vectors_new (PlenumTerms *terms, GCancellable *cancellable, GError **error)
{
  g_auto (Counts) counts = { terms, plenum_terms_get_n (terms) };
  g_autoptr (PlenumSparse) matrix = NULL, learned = NULL;
  g_autofree float *directions = NULL;
  float *vectors;

  for (guint i = 1; i <= WINDOW; i++)
    counts.steps[i] = FIXED / sqrt (i) + 0.5;
  choose_contexts (&counts);
  list_places (&counts);
  matrix = make_matrix (&counts, cancellable, error);
  if (matrix == NULL)
    return NULL;

  learned = plenum_sparse_sample (matrix, counts.chosen, counts.n_contexts);
  directions = plenum_svd (learned, NULL, PLENUM_WORD_WIDTH, cancellable, error);
  if (directions == NULL)
    return NULL;

  vectors = g_new (float, (gsize) counts.n_terms * PLENUM_WORD_WIDTH + 1);
  plenum_sparse_multiply (matrix, directions, PLENUM_WORD_WIDTH, vectors);
  return vectors;
}
