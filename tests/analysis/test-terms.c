/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-terms.h"

#include "samples.h"

/* The stems of one text, as "a b c". */
static void
assert_stems (PlenumTerms *terms, guint text, const char *expected)
{
  g_autoptr (GString) stems = g_string_new (NULL);
  guint n;
  const guint32 *items = plenum_terms_get_text (terms, text, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (stems, "%s%s", i > 0 ? " " : "", plenum_terms_get (terms, items[i])->stem);
  g_assert_cmpstr (stems->str, ==, expected);
}

static const PlenumTerm *
find (PlenumTerms *terms, const char *stem)
{
  for (guint i = 0; i < plenum_terms_get_n (terms); i++)
    if (g_str_equal (plenum_terms_get (terms, i)->stem, stem))
      return plenum_terms_get (terms, i);

  return NULL;
}

static void
test_german (void)
{
  static const char * const texts[] = { "Die Ampeln und die AMPEL", "Ampeln, Ampeln! 2 z", "", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  guint n;

  g_assert_cmpuint (plenum_terms_get_n_texts (terms), ==, 3);
  assert_stems (terms, 0, "ampeln ampel");
  assert_stems (terms, 1, "ampeln ampeln");
  assert_stems (terms, 2, "");
  g_assert_cmpuint (find (terms, "ampeln")->n, ==, 3);
  g_assert_cmpuint (find (terms, "ampeln")->n_texts, ==, 2);
  g_assert_cmpstr (find (terms, "ampeln")->written, ==, "Ampeln");
  plenum_terms_get_forms (terms, 0, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* The form that most write, and of equals the first. */
static void
test_written (void)
{
  static const char * const texts[] = { "radwege Radwege Radwege", "strassen Straßen", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);

  g_assert_cmpstr (find (terms, "radweg")->written, ==, "Radwege");
  g_assert_cmpstr (find (terms, "strass")->written, ==, "Straßen");
}

static void
test_compounds (void)
{
  static const char * const texts[] = { "Fahrrad Fahrrad Fahrrad", "Ständer Ständer Ständer", "Fahrradständer", NULL };
  g_autoptr (PlenumCorpus) german = make_sample (texts, "de"), english = make_sample (texts, "en");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (german, NULL, NULL);
  g_autoptr (PlenumTerms) whole = plenum_terms_new (english, NULL, NULL);

  assert_stems (terms, 2, "fahrradstand fahrrad stand");
  g_assert_cmpuint (find (terms, "fahrrad")->n_texts, ==, 2);
  g_assert_cmpuint (find (terms, "fahrrad")->n, ==, 3);
  assert_stems (whole, 2, "fahrradständ");
}

static void
test_languages (void)
{
  static const char * const texts[] = { "The lights are always red for the bikes", "Die Ampeln sind für Räder immer rot",
                                        "الطرق مكسورة جدا في المدينة القديمة والدراجات تتعرض للخطر كل يوم", "Bikes", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, NULL);
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);

  assert_stems (terms, 0, "light alway red bike");
  g_assert_nonnull (find (terms, "مكسورة"));
  g_assert_null (find (terms, "die"));
}

static void
test_odd (void)
{
  g_autofree char *endless = g_strnfill (1000, 'x');
  const char * const texts[] = { "", "🙂 🚲", "...", endless, NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, NULL);
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);

  g_assert_cmpuint (plenum_terms_get_n_texts (terms), ==, 4);
  g_assert_cmpuint (plenum_terms_get_n (terms), ==, 0);
  g_assert_cmpuint (plenum_terms_get_n_forms (terms), ==, 0);
}

static void
test_cancelled (void)
{
  static const char * const texts[] = { "Ampel", NULL };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_terms_new (corpus, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/german", test_german);
  g_test_add_func ("/terms/written", test_written);
  g_test_add_func ("/terms/compounds", test_compounds);
  g_test_add_func ("/terms/languages", test_languages);
  g_test_add_func ("/terms/odd", test_odd);
  g_test_add_func ("/terms/cancelled", test_cancelled);
  return g_test_run ();
}
