/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-themes.h"

#include <string.h>

#include "plenum-parallel.h"
#include "samples.h"

#define BIKE "Der Radweg an der Godesberger Allee ist nach jedem Regen eine Pfütze."

static PlenumThemes *
find (PlenumCorpus *corpus, const PlenumThemeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, NULL, &error);
  PlenumThemes *themes;

  g_assert_no_error (error);
  themes = plenum_themes_find (vectors, options, NULL, &error);
  g_assert_no_error (error);
  return themes;
}

static PlenumThemes *
find_n (PlenumCorpus *corpus, guint n_themes)
{
  return find (corpus, &(PlenumThemeOptions) { .n_themes = n_themes });
}

/* How many texts are in a theme in which most are about another topic, or in none. */
static guint
count_wrong (PlenumThemes *themes, guint n_topics)
{
  guint n_wrong = plenum_themes_get_unassigned (themes)->len;

  for (guint i = 0; i < plenum_themes_get_n (themes); i++)
    {
      GArray *members = plenum_themes_get (themes, i)->members;
      g_autofree guint *counts = g_new0 (guint, n_topics);
      guint most = 0;

      for (guint j = 0; j < members->len; j++)
        {
          guint topic = g_array_index (members, guint, j) % n_topics;

          counts[topic]++;
          most = MAX (most, counts[topic]);
        }
      n_wrong += members->len - most;
    }
  return n_wrong;
}

static void
test_topics (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (400, 4, FALSE);
  g_autoptr (PlenumThemes) themes = find_n (corpus, 4);

  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 4);
  g_assert_cmpuint (count_wrong (themes, 4), <, 20);
}

static void
test_number (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (400, 5, FALSE);
  g_autoptr (PlenumThemes) themes = find_n (corpus, 0);

  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 5);
}

/* In any order, on one thread or two: the same in every bit. */
static void
test_order (void)
{
  g_autoptr (PlenumCorpus) forwards = make_topics (700, 6, FALSE), backwards = make_topics (700, 6, TRUE);
  g_autoptr (PlenumThemes) one = NULL, two = NULL;

  plenum_parallel_set_threads (1);
  one = find_n (forwards, 6);
  plenum_parallel_set_threads (2);
  two = find_n (backwards, 6);
  g_assert_cmpmem (plenum_themes_get_labels (one), 700 * sizeof (guint32), plenum_themes_get_labels (two), 700 * sizeof (guint32));
  for (guint i = 0; i < 6; i++)
    {
      const PlenumTheme *a = plenum_themes_get (one, i), *b = plenum_themes_get (two, i);

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpuint (a->representative, ==, b->representative);
      g_assert_cmpfloat (a->cohesion, ==, b->cohesion);
      g_assert_true (i == 0 || a->members->len <= plenum_themes_get (one, i - 1)->members->len);
    }
}

/* Themes that people have keep their names, their places and what was put into them. */
static void
test_known (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (200, 2, FALSE);
  static const char * const ids[] = { "000000", "000002", "000005", "not there", NULL }, * const nobody[] = { NULL };
  const PlenumKnownTheme known[] = { { "Ours", ids }, { NULL, nobody } };
  PlenumThemeOptions options = { .n_themes = 4, .known = known, .n_known = 2 };
  g_autoptr (PlenumThemes) themes = find (corpus, &options);

  g_assert_cmpstr (plenum_themes_get (themes, 0)->name, ==, "Ours");
  g_assert_cmpuint (plenum_themes_get_theme (themes, 0), ==, 0);
  g_assert_cmpuint (plenum_themes_get_theme (themes, 2), ==, 0);
  g_assert_cmpuint (plenum_themes_get_theme (themes, 5), ==, 0);
}

static void
test_decided (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (200, 2, FALSE);
  g_autoptr (PlenumConstraints) constraints = plenum_constraints_new ();
  PlenumThemeOptions options = { .n_themes = 2, .constraints = constraints };
  g_autoptr (PlenumThemes) themes = NULL;

  plenum_constraints_add_together (constraints, "000000", "000001");
  plenum_constraints_add_apart (constraints, "000002", "000004");
  g_assert_true (plenum_constraints_resolve (constraints, corpus, NULL));
  themes = find (corpus, &options);
  g_assert_cmpuint (plenum_themes_get_theme (themes, 0), ==, plenum_themes_get_theme (themes, 1));
  g_assert_cmpuint (plenum_themes_get_theme (themes, 2), !=, plenum_themes_get_theme (themes, 4));
}

static void
test_nothing (void)
{
  static const char * const none[] = { NULL }, * const empty[] = { "", "", "🙂", "👍🏽", NULL }, * const one[] = { BIKE, NULL };
  static const char * const * const samples[] = { none, empty, one };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint n_themes = 0; n_themes < 4; n_themes++)
      {
        g_autoptr (PlenumCorpus) corpus = make_sample (samples[i], NULL);
        g_autoptr (PlenumThemes) themes = find_n (corpus, n_themes);

        g_assert_cmpuint (plenum_themes_get_n (themes), ==, 0);
        g_assert_cmpuint (plenum_themes_get_unassigned (themes)->len, ==, plenum_corpus_get_size (corpus));
      }
}

static void
test_script (void)
{
  static const char * const texts[] = {
    "نص عربي عن الدراجات والطرق", "الطرق مكسورة والدراجات في خطر", "الدراجات على الطرق", "الطرق بلا دراجات",
    "الحافلة تتأخر كل صباح", "الحافلة تتأخر دائما مساء", "الحافلة مساء", "صباح بلا الحافلة", NULL
  };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, NULL);
  g_autoptr (PlenumThemes) themes = find_n (corpus, 2);

  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (plenum_themes_get (themes, i)->name, !=, "");
}

static void
test_equal (void)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumThemes) themes = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%05u", i);

      plenum_corpus_add (corpus, id, BIKE, "de");
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  themes = find_n (corpus, 5);
  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 1);
  g_assert_cmpuint (plenum_themes_get (themes, 0)->members->len, ==, 10000);
}

static void
test_huge (void)
{
  g_autoptr (GString) huge = g_string_new (NULL);
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (PlenumThemes) themes = NULL;

  while (huge->len < 5 << 20)
    g_string_append (huge, BIKE " ");
  plenum_corpus_add (corpus, "huge", huge->str, "de");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      plenum_corpus_add (corpus, id, i % 2 == 0 ? "Die Pfütze auf dem Radweg" : "Die Ampel ist immer rot", "de");
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  themes = find_n (corpus, 2);
  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 2);
}

/* Once reading the texts is done, and once while groups are looked for. */
static void
cancel (double done, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumCorpus) corpus = make_topics (300, 3, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, cancellable, NULL);
  PlenumThemeOptions options = { .n_themes = 3, .progress = cancel, .progress_data = cancellable };
  g_autoptr (GError) error = NULL, earlier = NULL;

  g_assert_null (plenum_themes_find (vectors, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  options.n_themes = 0;
  g_assert_null (plenum_themes_find (vectors, &options, cancellable, &earlier));
  g_assert_error (earlier, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme-search/topics", test_topics);
  g_test_add_func ("/theme-search/number", test_number);
  g_test_add_func ("/theme-search/order", test_order);
  g_test_add_func ("/theme-search/known", test_known);
  g_test_add_func ("/theme-search/decided", test_decided);
  g_test_add_func ("/theme-search/nothing", test_nothing);
  g_test_add_func ("/theme-search/script", test_script);
  g_test_add_func ("/theme-search/equal", test_equal);
  g_test_add_func ("/theme-search/huge", test_huge);
  g_test_add_func ("/theme-search/cancelled", test_cancelled);
  return g_test_run ();
}
