/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-text-vectors.h"

#include "plenum-parallel.h"
#include "samples.h"

static double
compare (PlenumTextVectors *vectors, guint a, guint b)
{
  double product = 0.0;

  for (guint i = 0; i < vectors->width; i++)
    product += (double) vectors->rows[(gsize) a * vectors->width + i] * vectors->rows[(gsize) b * vectors->width + i];
  return product;
}

static void
test_topics (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (90, 3, FALSE);
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, NULL, NULL);
  double same = 0.0, other = 0.0;

  g_assert_cmpuint (vectors->n, ==, 90);
  for (guint i = 0; i + 4 < 90; i++)
    {
      g_assert_cmpfloat_with_epsilon (compare (vectors, i, i), 2.0, 1e-4); /* both halves have the length 1 */
      same += compare (vectors, i, i + 3);
      other += compare (vectors, i, i + 4);
    }
  g_assert_cmpfloat (same, >, 2.0 * MAX (other, 1.0));
}

/* The same bytes for one thread and two. */
static void
test_threads (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (600, 5, FALSE), backwards = make_topics (600, 5, TRUE);
  g_autoptr (PlenumTextVectors) one = NULL, two = NULL;

  plenum_parallel_set_threads (1);
  one = plenum_text_vectors_new (corpus, NULL, NULL, NULL, NULL);
  plenum_parallel_set_threads (2);
  two = plenum_text_vectors_new (backwards, NULL, NULL, NULL, NULL);
  g_assert_cmpmem (one->rows, 600 * one->width * sizeof (float), two->rows, 600 * two->width * sizeof (float));
}

static void
test_sample (void)
{
  guint n;
  g_autofree guint *all = plenum_sample (5, 10, &n), *some = NULL, *again = NULL;

  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (all[i], ==, i);
  some = plenum_sample (1000, 100, &n);
  again = plenum_sample (1000, 100, &n);
  g_assert_cmpuint (n, ==, 100);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (some[i], <, 1000);
      g_assert_cmpuint (some[i], ==, again[i]);
      g_assert_true (i == 0 || some[i] > some[i - 1]);
    }
  g_assert_cmpuint (some[99], >, 500); /* not just the first ones */
}

static void
count_progress (double done, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (done, >, *last);
  *last = done;
}

static void
test_progress (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (20, 2, FALSE);
  double last = 0.0;
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, count_progress, &last, NULL, NULL);

  g_assert_nonnull (vectors);
  g_assert_cmpfloat (last, ==, 1.0);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (20, 2, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_text_vectors_new (corpus, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-vectors/topics", test_topics);
  g_test_add_func ("/text-vectors/threads", test_threads);
  g_test_add_func ("/text-vectors/sample", test_sample);
  g_test_add_func ("/text-vectors/progress", test_progress);
  g_test_add_func ("/text-vectors/cancelled", test_cancelled);
  return g_test_run ();
}
