/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-word-vectors.h"

#include <math.h>

#include "samples.h"

static double
compare (const float *vectors, guint a, guint b)
{
  double product = 0.0, left = 0.0, right = 0.0;

  for (guint i = 0; i < PLENUM_WORD_WIDTH; i++)
    {
      product += (double) vectors[a * PLENUM_WORD_WIDTH + i] * vectors[b * PLENUM_WORD_WIDTH + i];
      left += (double) vectors[a * PLENUM_WORD_WIDTH + i] * vectors[a * PLENUM_WORD_WIDTH + i];
      right += (double) vectors[b * PLENUM_WORD_WIDTH + i] * vectors[b * PLENUM_WORD_WIDTH + i];
    }
  return product / sqrt (left * right);
}

static guint
find (PlenumTerms *terms, const char *stem)
{
  guint i = 0;

  while (!g_str_equal (plenum_terms_get (terms, i)->stem, stem))
    i++;
  return i;
}

/* Two words that never stand together are near if the same words stand beside them. */
static void
test_company (void)
{
  static const char * const texts[] = {
    "rot ampel warten", "rot lichtsignal warten", "ampel warten fussgang", "lichtsignal warten fussgang", "rot fussgang",
    "asphalt loch belag", "asphalt riss belag", "loch belag wurzel", "riss belag wurzel", "asphalt wurzel", NULL
  };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "xx");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autofree float *vectors = plenum_word_vectors_new (terms, NULL, NULL);
  guint light = find (terms, "ampel");

  g_assert_cmpfloat (compare (vectors, light, find (terms, "lichtsignal")), >, 0.9);
  g_assert_cmpfloat (fabs (compare (vectors, light, find (terms, "loch"))), <, 0.1);
  g_assert_cmpfloat (compare (vectors, find (terms, "loch"), find (terms, "riss")), >, 0.9);
}

static void
test_none (void)
{
  static const char * const texts[] = { "", "Ampel", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autofree float *vectors = plenum_word_vectors_new (terms, NULL, NULL);

  for (guint i = 0; i < PLENUM_WORD_WIDTH; i++)
    g_assert_cmpfloat (vectors[i], ==, 0.0f);
}

static void
test_cancelled (void)
{
  static const char * const texts[] = { "rote Ampel", "rote Ampel", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_word_vectors_new (terms, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-vectors/company", test_company);
  g_test_add_func ("/word-vectors/none", test_none);
  g_test_add_func ("/word-vectors/cancelled", test_cancelled);
  return g_test_run ();
}
