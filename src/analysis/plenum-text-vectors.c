/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What its words stand beside in the whole collection, beside what words and
 * characters it has itself: neither alone groups short German texts as well. */
#include "plenum-text-vectors.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plenum-features.h"
#include "plenum-hash.h"
#include "plenum-svd.h"
#include "plenum-word-vectors.h"

#define LATENT_WIDTH 100
#define MOST_LEARNED 5000 /* texts that directions are found from */
#define ROUNDS       20

void
plenum_text_vectors_free (PlenumTextVectors *self)
{
  g_clear_pointer (&self->corpus, plenum_corpus_unref);
  g_clear_pointer (&self->terms, plenum_terms_free);
  g_free (self->rows);
  g_free (self);
}

typedef struct { guint64 chance; guint index; } Drawn;

static int
compare_chances (const void *a, const void *b)
{
  const Drawn *left = a, *right = b;

  if (left->chance != right->chance)
    return left->chance < right->chance ? -1 : 1;

  return (left->index > right->index) - (left->index < right->index);
}

static int
compare_indices (const void *a, const void *b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/**
 * plenum_sample:
 * @n_sampled: (out): @n or @most, whichever is less
 *
 * Returns: (transfer full) (array length=n_sampled): some of 0 to @n - 1, ascending;
 *   always the same
 */
guint *
plenum_sample (guint n, guint most, guint *n_sampled)
{
  g_autofree Drawn *drawn = g_new (Drawn, n + 1);
  guint *sample = g_new (guint, MIN (n, most) + 1);

  for (guint i = 0; i < n; i++)
    drawn[i] = (Drawn) { n > most ? plenum_hash_mix (i) : i, i };
  qsort (drawn, n, sizeof *drawn, compare_chances);
  *n_sampled = MIN (n, most);
  for (guint i = 0; i < *n_sampled; i++)
    sample[i] = drawn[i].index;
  qsort (sample, *n_sampled, sizeof *sample, compare_indices);

  return sample;
}

static void
sum_words (PlenumTextVectors *self, const float *words, float *rows)
{
  for (guint text = 0; text < self->n; text++)
    {
      guint n;
      const guint32 *terms = plenum_terms_get_text (self->terms, text, &n);
      float *row = rows + (gsize) text * PLENUM_WORD_WIDTH;

      for (guint i = 0; i < n; i++)
        {
          float weight = plenum_features_weigh (self->n, plenum_terms_get (self->terms, terms[i])->n_texts);
          const float *word = words + (gsize) terms[i] * PLENUM_WORD_WIDTH;

          for (guint j = 0; j < PLENUM_WORD_WIDTH; j++)
            row[j] += weight * word[j];
        }
    }
}

/* What all texts have in common says nothing about any of them (Arora, Liang, Ma 2017). */
static void
remove_common (float *rows, guint n, guint width)
{
  g_autofree double *direction = g_new (double, width);
  g_autofree double *next = g_new (double, width);

  for (guint j = 0; j < width; j++)
    direction[j] = 1.0;
  for (guint round = 0; round <= ROUNDS; round++)
    {
      double length = 0.0;

      memset (next, 0, width * sizeof *next);
      for (guint j = 0; j < width; j++)
        length += direction[j] * direction[j];
      for (guint j = 0; j < width && length > 0.0; j++)
        direction[j] /= sqrt (length);
      for (guint i = 0; i < n; i++)
        {
          float *row = rows + (gsize) i * width;
          double share = 0.0;

          for (guint j = 0; j < width; j++)
            share += row[j] * direction[j];
          for (guint j = 0; j < width; j++)
            if (round == ROUNDS)
              row[j] -= share * direction[j];
            else
              next[j] += share * row[j];
        }
      memcpy (direction, next, width * sizeof *next);
    }
}

static float *
place_by_words (PlenumTextVectors *self, GCancellable *cancellable, GError **error)
{
  g_autofree float *words = plenum_word_vectors_new (self->terms, cancellable, error);
  float *rows;

  if (words == NULL)
    return NULL;

  rows = g_new0 (float, (gsize) self->n * PLENUM_WORD_WIDTH + 1);
  sum_words (self, words, rows);
  plenum_unit_rows (rows, self->n, PLENUM_WORD_WIDTH);
  remove_common (rows, self->n, PLENUM_WORD_WIDTH);
  plenum_unit_rows (rows, self->n, PLENUM_WORD_WIDTH);

  return rows;
}

static float *
place_by_features (PlenumTextVectors *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumFeatures) features = plenum_features_new (self->terms, cancellable, error);
  g_autoptr (PlenumSparse) learned = NULL;
  g_autofree float *directions = NULL, *words = NULL;
  g_autofree guint *sample = NULL;
  guint n_sampled;
  float *rows;

  if (features == NULL)
    return NULL;

  sample = plenum_sample (self->n, MOST_LEARNED, &n_sampled);
  learned = plenum_sparse_sample (features->texts, sample, n_sampled);
  directions = plenum_svd (learned, features->words, LATENT_WIDTH, cancellable, error);
  if (directions == NULL)
    return NULL;

  words = g_new (float, (gsize) features->texts->n_columns * LATENT_WIDTH + 1);
  rows = g_new (float, (gsize) self->n * LATENT_WIDTH + 1);
  plenum_sparse_multiply (features->words, directions, LATENT_WIDTH, words);
  plenum_sparse_multiply (features->texts, words, LATENT_WIDTH, rows);
  plenum_unit_rows (rows, self->n, LATENT_WIDTH);

  return rows;
}

/**
 * plenum_text_vectors_new:
 * @corpus: sealed
 * @progress: (nullable): called on the thread that works
 *
 * Returns: (transfer full) (nullable): the points, or %NULL if it was cancelled
 */
PlenumTextVectors *
plenum_text_vectors_new (PlenumCorpus *corpus, PlenumProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumTextVectors) self = g_new0 (PlenumTextVectors, 1);
  g_autofree float *by_words = NULL, *by_features = NULL;

  self->corpus = plenum_corpus_ref (corpus);
  self->n = plenum_corpus_get_size (corpus);
  self->width = PLENUM_WORD_WIDTH + LATENT_WIDTH;
  self->terms = plenum_terms_new (corpus, cancellable, error);
  if (self->terms == NULL)
    return NULL;
  if (progress != NULL)
    progress (0.1, data);
  if ((by_words = place_by_words (self, cancellable, error)) == NULL)
    return NULL;
  if (progress != NULL)
    progress (0.5, data);
  if ((by_features = place_by_features (self, cancellable, error)) == NULL)
    return NULL;
  if (progress != NULL)
    progress (1.0, data);

  self->rows = g_new (float, (gsize) self->n * self->width + 1);
  for (gsize i = 0; i < self->n; i++)
    {
      memcpy (self->rows + i * self->width, by_words + i * PLENUM_WORD_WIDTH, PLENUM_WORD_WIDTH * sizeof (float));
      memcpy (self->rows + i * self->width + PLENUM_WORD_WIDTH, by_features + i * LATENT_WIDTH, LATENT_WIDTH * sizeof (float));
    }

  return g_steal_pointer (&self);
}
