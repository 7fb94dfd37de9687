/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-theme-names.h"

#include "samples.h"

static void
assert_keywords (GPtrArray *keywords, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < keywords->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", (const char *) keywords->pdata[i]);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_keywords (void)
{
  static const char * const texts[] = {
    "Ampeln in Bonn", "Ampeln zu lange rot in Bonn", "rot", "Radwege in Bonn", "Schlagloch, Radwege, Bonn", "Schlaglöcher", "Linden", NULL
  };
  static const guint32 labels[] = { 0, 0, 0, 1, 1, 1, PLENUM_NO_THEME };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GPtrArray) keywords = plenum_theme_keywords (terms, labels, 2);
  g_autofree char *name = plenum_theme_name (keywords->pdata[0]);

  g_assert_cmpuint (keywords->len, ==, 2);
  assert_keywords (keywords->pdata[0], "Ampeln rot"); /* “lange” stands once only */
  assert_keywords (keywords->pdata[1], "Radwege Schlagloch Bonn"); /* with its plural it stands twice */
  g_assert_cmpstr (name, ==, "Ampeln, rot");
}

/* Of each text the words that it shares with others of its theme, not those that
 * stand everywhere or only there. */
static void
test_reasons (void)
{
  static const char * const texts[] = {
    "Ampeln in Bonn", "Ampeln zu lange rot in Bonn", "rot", "Radwege in Bonn", "Schlagloch, Radwege, Bonn", "Schlaglöcher", "Linden", NULL
  };
  static const guint32 labels[] = { 0, 0, 0, 1, 1, 1, PLENUM_NO_THEME };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GPtrArray) reasons = plenum_theme_reasons (terms, labels, 2, 5), one = plenum_theme_reasons (terms, labels, 2, 1);

  g_assert_cmpuint (reasons->len, ==, 7);
  assert_keywords (reasons->pdata[1], "Ampeln rot");
  assert_keywords (reasons->pdata[2], "rot");
  assert_keywords (reasons->pdata[4], "Radwege Schlagloch Bonn");
  assert_keywords (one->pdata[4], "Radwege");
  assert_keywords (reasons->pdata[6], "");
}

/* What is a part of another keyword says nothing more. */
static void
test_parts (void)
{
  static const char * const texts[] = { "Radweg Radwegbelag", "Radweg Radwegbelag", "Radweg", NULL };
  static const guint32 labels[] = { 0, 0, 0 };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "en");
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GPtrArray) keywords = plenum_theme_keywords (terms, labels, 1);

  assert_keywords (keywords->pdata[0], "Radweg");
}

static void
test_none (void)
{
  static const char * const texts[] = { "", "🙂", NULL };
  static const guint32 labels[] = { 0, 0 };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, NULL);
  g_autoptr (PlenumTerms) terms = plenum_terms_new (corpus, NULL, NULL);
  g_autoptr (GPtrArray) keywords = plenum_theme_keywords (terms, labels, 1), nothing = plenum_theme_keywords (terms, labels, 0);
  g_autofree char *name = plenum_theme_name (keywords->pdata[0]);

  g_assert_cmpstr (name, ==, "");
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme-names/keywords", test_keywords);
  g_test_add_func ("/theme-names/reasons", test_reasons);
  g_test_add_func ("/theme-names/parts", test_parts);
  g_test_add_func ("/theme-names/none", test_none);
  return g_test_run ();
}
