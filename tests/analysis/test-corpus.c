/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-corpus.h"

#include "plenum-analysis-error.h"

static void
test_order (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (GError) error = NULL;
  guint index = 99;

  plenum_corpus_add (corpus, "b", "Zwei", "de");
  plenum_corpus_add (corpus, "a", "u\xcc\x88" "ber \xff", "fr");
  plenum_corpus_add (corpus, "c", NULL, NULL);
  g_assert_true (plenum_corpus_seal (corpus, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (plenum_corpus_get_size (corpus), ==, 3);
  g_assert_cmpstr (plenum_corpus_get (corpus, 0)->text, ==, "über \xef\xbf\xbd"); /* composed, mended */
  g_assert_null (plenum_corpus_get (corpus, 0)->language);
  g_assert_cmpstr (plenum_corpus_get (corpus, 1)->language, ==, "de");
  g_assert_cmpstr (plenum_corpus_get (corpus, 2)->text, ==, "");
  g_assert_false (plenum_corpus_find (corpus, "d", &index));
  g_assert_cmpuint (index, ==, 99);
  g_assert_true (plenum_corpus_find (corpus, "c", &index));
  g_assert_cmpuint (index, ==, 2);
}

static void
test_repeated_id (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (GError) error = NULL;

  plenum_corpus_add (corpus, "a", "One", NULL);
  plenum_corpus_add (corpus, "b", "Two", NULL);
  plenum_corpus_add (corpus, "a", "Three", NULL);
  g_assert_false (plenum_corpus_seal (corpus, &error));
  g_assert_error (error, PLENUM_ANALYSIS_ERROR, PLENUM_ANALYSIS_ERROR_REPEATED_ID);
}

static void
test_none (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  guint index;

  g_assert_true (plenum_corpus_seal (corpus, NULL));
  g_assert_cmpuint (plenum_corpus_get_size (corpus), ==, 0);
  g_assert_false (plenum_corpus_find (corpus, "a", &index));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/order", test_order);
  g_test_add_func ("/corpus/repeated-id", test_repeated_id);
  g_test_add_func ("/corpus/none", test_none);
  return g_test_run ();
}
