/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-duplicates.h"

#include <string.h>

#include "plenum-hash.h"

#define BIKE "Der Radweg an der Godesberger Allee ist nach jedem Regen eine Pfütze und im Winter gefährlich glatt."

static const char * const texts[][2] = {
  { "a", BIKE },
  { "b", "Der Radweg an der Godesberger Allee ist nach jedem Regen eine Pfuetze und im Winter gefaehrlich glatt!" },
  { "c", "Der Radweg an der Godesberger Alee ist nach jedem Regen eine Pfütze, im Winter gefährlich glatt." },
  { "d", "Bitte stellen Sie am Bahnhof mehr überdachte Abstellplätze für Fahrräder auf." },
  { "e", "" },
  { "f", " … 🙂" },
  { "g", "🙂" },
  { "h", "" },
};

static PlenumCorpus *
make_corpus (gboolean backwards)
{
  PlenumCorpus *corpus = plenum_corpus_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint at = backwards ? G_N_ELEMENTS (texts) - 1 - i : i;

      plenum_corpus_add (corpus, texts[at][0], texts[at][1], NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  return corpus;
}

static PlenumDuplicates *
find (PlenumCorpus *corpus, double threshold, PlenumConstraints *constraints)
{
  PlenumDuplicateOptions options = { .threshold = threshold, .constraints = constraints };
  g_autoptr (GError) error = NULL;
  PlenumDuplicates *found;

  if (constraints != NULL)
    g_assert_true (plenum_constraints_resolve (constraints, corpus, NULL));
  found = plenum_duplicates_find (corpus, &options, NULL, &error);
  g_assert_no_error (error);
  return found;
}

/* "ab cd": the groups, with the ids of their texts. */
static void
assert_groups (PlenumDuplicates *found, PlenumCorpus *corpus, const char *expected)
{
  g_autoptr (GString) groups = g_string_new (NULL);

  for (guint i = 0; i < plenum_duplicates_get_n_groups (found); i++)
    {
      guint n;
      const guint *group = plenum_duplicates_get_group (found, i, &n);

      g_string_append (groups, i > 0 ? " " : "");
      for (guint j = 0; j < n; j++)
        g_string_append (groups, plenum_corpus_get (corpus, group[j])->id);
    }
  g_assert_cmpstr (groups->str, ==, expected);
}

static void
test_found (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (FALSE);
  g_autoptr (PlenumDuplicates) found = find (corpus, 0.0, NULL);

  assert_groups (found, corpus, "abc fg");
  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, 4);
  g_assert_cmpfloat (plenum_duplicates_get_pair (found, 0)->similarity, ==, 1.0); /* umlauts in two ways are equal */
  g_assert_cmpuint (plenum_duplicates_get_pair (found, 0)->a, ==, 0);
  g_assert_cmpuint (plenum_duplicates_get_pair (found, 0)->b, ==, 1);
  g_assert_cmpfloat (plenum_duplicates_get_pair (found, 3)->similarity, <, 1.0);
}

static void
test_order (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (FALSE);
  g_autoptr (PlenumCorpus) backwards = make_corpus (TRUE);
  g_autoptr (PlenumDuplicates) found = find (corpus, 0.0, NULL);
  g_autoptr (PlenumDuplicates) again = find (backwards, 0.0, NULL);

  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, plenum_duplicates_get_n_pairs (again));
  for (guint i = 0; i < plenum_duplicates_get_n_pairs (found); i++)
    g_assert_cmpmem (plenum_duplicates_get_pair (found, i), sizeof (PlenumDuplicatePair),
                     plenum_duplicates_get_pair (again, i), sizeof (PlenumDuplicatePair));
  assert_groups (again, backwards, "abc fg");
}

static void
test_decided (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (FALSE);
  g_autoptr (PlenumConstraints) constraints = plenum_constraints_new ();
  g_autoptr (PlenumDuplicates) found = NULL;

  plenum_constraints_add_apart (constraints, "b", "a");
  plenum_constraints_add_apart (constraints, "a", "c");
  plenum_constraints_add_together (constraints, "d", "e");
  found = find (corpus, 0.0, constraints);
  assert_groups (found, corpus, "bc de fg");
  for (guint i = 0; i < plenum_duplicates_get_n_pairs (found); i++)
    g_assert_cmpuint (plenum_duplicates_get_pair (found, i)->a, !=, 0);
}

static void
test_threshold (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (FALSE);
  g_autoptr (PlenumDuplicates) found = find (corpus, 1.0, NULL);

  g_assert_cmpfloat (plenum_duplicates_get_threshold (found), ==, 1.0);
  assert_groups (found, corpus, "ab fg");
}

static char *
make_sentence (guint64 seed, guint n_words)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      seed = plenum_hash_mix (seed);
      g_string_append_printf (sentence, "w%04x ", (guint) (seed & 0xffff));
    }
  return g_string_free (sentence, FALSE);
}

/* Every text has a copy with one word more: they are found, and nothing else. */
static void
test_planted (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumDuplicates) found = NULL;
  const guint n = 500;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = make_sentence (i, 30);
      g_autofree char *copy = g_strconcat (text, "noch", NULL);
      g_autofree char *id = g_strdup_printf ("%04u", i), *copy_id = g_strdup_printf ("%04u copy", i);

      plenum_corpus_add (corpus, id, text, NULL);
      plenum_corpus_add (corpus, copy_id, copy, NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  found = find (corpus, 0.0, NULL);
  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, n);
  g_assert_cmpuint (plenum_duplicates_get_n_groups (found), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (plenum_duplicates_get_pair (found, i)->b, ==, plenum_duplicates_get_pair (found, i)->a + 1);
}

/* A chain of small steps is not one group: its ends have little in common. */
static void
test_chain (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumDuplicates) found = NULL;
  g_autofree char *long_text = make_sentence (1, 60);
  const guint letters = 6; /* of a word and its space */

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *part = g_strndup (long_text + i * 5 * letters, 30 * letters);
      char id[] = { 'a' + i, '\0' };

      plenum_corpus_add (corpus, id, part, NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  found = find (corpus, 0.6, NULL);
  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, 3);
  g_assert_cmpuint (plenum_duplicates_get_n_groups (found), ==, 2);
}

/* Neither copies by the thousand nor a text of megabytes may take long. */
static void
test_masses (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumDuplicates) found = NULL;
  g_autofree char *huge = make_sentence (1, 200000);
  guint n;

  plenum_corpus_add (corpus, "huge", huge, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%05u", i);

      plenum_corpus_add (corpus, id, BIKE, NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  found = find (corpus, 0.0, NULL);
  g_assert_cmpuint (plenum_duplicates_get_n_groups (found), ==, 1);
  plenum_duplicates_get_group (found, 0, &n);
  g_assert_cmpuint (n, ==, 10000);
  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, 9999);
}

static void
test_none (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumDuplicates) found = NULL;

  g_assert_true (plenum_corpus_seal (corpus, NULL));
  found = find (corpus, 0.0, NULL);
  g_assert_cmpuint (plenum_duplicates_get_n_pairs (found), ==, 0);
  g_assert_cmpuint (plenum_duplicates_get_n_groups (found), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus (FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PlenumDuplicateOptions options = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_duplicates_find (corpus, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/found", test_found);
  g_test_add_func ("/duplicates/order", test_order);
  g_test_add_func ("/duplicates/decided", test_decided);
  g_test_add_func ("/duplicates/threshold", test_threshold);
  g_test_add_func ("/duplicates/planted", test_planted);
  g_test_add_func ("/duplicates/chain", test_chain);
  g_test_add_func ("/duplicates/masses", test_masses);
  g_test_add_func ("/duplicates/none", test_none);
  g_test_add_func ("/duplicates/cancelled", test_cancelled);
  return g_test_run ();
}
