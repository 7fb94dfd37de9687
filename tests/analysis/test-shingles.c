/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-parallel.h"
#include "plenum-shingles.h"

/* Texts of all lengths out of few words, so that many shingles are shared. */
static PlenumCorpus *
make_corpus (guint n)
{
  static const char * const words[] = { "Straße", "und", "Bäume", "Park", "mehr", "Rad", "Weg", "für", "alle", "Kinder", "a" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  PlenumCorpus *corpus = plenum_corpus_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = g_strdup_printf ("%05u", i);

      for (guint j = g_rand_int_range (rand, 0, 60); j > 0; j--)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      plenum_corpus_add (corpus, id, text->str, NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));

  return corpus;
}

static void
test_table (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (150);
  g_autoptr (PlenumShingles) shingles = plenum_shingles_new (corpus, NULL, NULL);
  g_autoptr (PlenumShingleTable) table = plenum_shingle_table_new (shingles);

  for (guint a = 0; a < plenum_corpus_get_size (corpus); a++)
    {
      plenum_shingle_table_set (table, a);
      for (guint b = 0; b < plenum_corpus_get_size (corpus); b++)
        {
          double similarity = plenum_shingles_compare (shingles, a, b);

          g_assert_true (plenum_shingle_table_compare (table, b) == similarity);
          g_assert_true (similarity == plenum_shingles_compare (shingles, b, a));
          g_assert_true (a != b || similarity == 1.0 || plenum_shingles_get_n (shingles, a) == 0);
        }
    }
}

/* More texts than one piece of the work has, on one thread and on several. */
static void
test_threads (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (1000);
  g_autoptr (PlenumShingles) several = NULL;
  g_autoptr (PlenumShingles) one = NULL;

  plenum_parallel_set_threads (4);
  several = plenum_shingles_new (corpus, NULL, NULL);
  plenum_parallel_set_threads (1);
  one = plenum_shingles_new (corpus, NULL, NULL);
  plenum_parallel_set_threads (0);

  for (guint i = 0; i < plenum_corpus_get_size (corpus); i++)
    {
      guint32 signatures[2][PLENUM_SIGNATURE_LENGTH];

      g_assert_cmpuint (plenum_shingles_get_n (several, i), ==, plenum_shingles_get_n (one, i));
      g_assert_true (plenum_shingles_get_whole (several, i) == plenum_shingles_get_whole (one, i));
      if (plenum_shingles_get_n (one, i) == 0)
        continue;
      plenum_shingles_sign (several, i, signatures[0]);
      plenum_shingles_sign (one, i, signatures[1]);
      g_assert_cmpmem (signatures[0], sizeof signatures[0], signatures[1], sizeof signatures[1]);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (200);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_shingles_new (corpus, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shingles/table", test_table);
  g_test_add_func ("/shingles/threads", test_threads);
  g_test_add_func ("/shingles/cancelled", test_cancelled);

  return g_test_run ();
}
