/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-features.h"

#include "samples.h"

/* What a text is compared by: its row of the product, dense. */
static float *
multiply (PlenumFeatures *features, guint text)
{
  float *row = g_new0 (float, features->words->n_columns + 1);
  const guint32 *items, *columns;
  const float *weights, *values;
  guint n = plenum_sparse_get_row (features->texts, text, &items, &weights);

  for (guint i = 0; i < n; i++)
    {
      guint length = plenum_sparse_get_row (features->words, items[i], &columns, &values);

      for (guint j = 0; j < length; j++)
        row[columns[j]] += weights[i] * values[j];
    }
  return row;
}

static double
compare (PlenumFeatures *features, guint a, guint b)
{
  g_autofree float *left = multiply (features, a), *right = multiply (features, b);
  double product = 0.0;

  for (guint i = 0; i < features->words->n_columns; i++)
    product += (double) left[i] * right[i];
  return product;
}

static const char * const texts[] = {
  "rote Ampel Kreuzung", "Ampel Kreuzung rote", "Radweg Schlagloch", "Radwege Belag Schlaglöcher", "", "Kreuzung Linde", "Belag Linde", NULL
};

static void
test_similar (void)
{
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (PlenumFeatures) features = plenum_features_new (terms, NULL, NULL);

  /* words and characters, each of length 1 */
  g_assert_cmpfloat_with_epsilon (compare (features, 0, 0), 2.0, 1e-5);
  g_assert_cmpfloat_with_epsilon (compare (features, 0, 1), 2.0, 1e-5);
  g_assert_cmpfloat (compare (features, 2, 3), >, 0.3);
  g_assert_cmpfloat (compare (features, 2, 3), <, 1.99);
  g_assert_cmpfloat (compare (features, 0, 2), <, 0.1);
  g_assert_cmpfloat (compare (features, 4, 4), ==, 0.0);
}

/* Words that more than half of the texts have, or one only, say nothing. */
static void
test_useless (void)
{
  static const char * const sample[] = { "Bonn aaaaaa", "Bonn bbbbbb", "Bonn cccccc", "Bonn dddddd", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (sample, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (PlenumFeatures) features = plenum_features_new (terms, NULL, NULL);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (compare (features, i, i), ==, 0.0);
}

static void
test_weights (void)
{
  g_assert_cmpfloat_with_epsilon (plenum_features_weigh (9, 9), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (plenum_features_weigh (9, 4), 1.0 + G_LN2, 1e-12);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_features_new (terms, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/features/similar", test_similar);
  g_test_add_func ("/features/useless", test_useless);
  g_test_add_func ("/features/weights", test_weights);
  g_test_add_func ("/features/cancelled", test_cancelled);
  return g_test_run ();
}
