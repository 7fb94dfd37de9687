/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-themes.h"

#include <string.h>

#include "samples.h"

static void
test_described (void)
{
  static const char * const texts[] = { "rote Ampel warten", "Ampel warten", "Schlagloch Belag", "Schlagloch im Belag", "", NULL };
  static const guint32 labels[] = { 0, 0, 1, 1, PLENUM_NO_THEME };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, NULL, NULL);
  g_autoptr (PlenumThemes) themes = plenum_themes_describe (vectors, labels, 2);
  const PlenumTheme *theme = plenum_themes_get (themes, 1);

  g_assert_cmpuint (plenum_themes_get_n (themes), ==, 2);
  g_assert_cmpuint (theme->members->len, ==, 2);
  g_assert_cmpuint (g_array_index (theme->members, guint, 0), ==, 2);
  g_assert_cmpuint (theme->representative, ==, 2); /* the first of equals */
  g_assert_cmpfloat_with_epsilon (theme->cohesion, 1.0, 1e-4);
  g_assert_nonnull (strstr (theme->name, "Schlagloch"));
  g_assert_cmpuint (plenum_themes_get_theme (themes, 0), ==, 0);
  g_assert_cmpuint (plenum_themes_get_next_best (themes, 0), ==, 1);
  g_assert_cmpfloat (plenum_themes_get_typicality (themes, 0), >, 0.5);
  g_assert_cmpfloat (plenum_themes_get_typicality (themes, 4), ==, 0.0);
  g_assert_cmpfloat (plenum_themes_get_certainty (themes, 0), >, 0.5);
  g_assert_cmpfloat (plenum_themes_get_certainty (themes, 4), ==, 0.0);
  g_assert_cmpuint (plenum_themes_get_unassigned (themes)->len, ==, 1);
  g_assert_cmpmem (plenum_themes_get_labels (themes), sizeof labels, labels, sizeof labels);
}

/* A theme that nobody is in, as when its last card was moved away. */
static void
test_empty (void)
{
  static const char * const texts[] = { "Ampel", "Ampel", NULL };
  static const guint32 labels[] = { 0, 0 };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, NULL, NULL);
  g_autoptr (PlenumThemes) themes = plenum_themes_describe (vectors, labels, 2);
  g_autoptr (PlenumThemes) none = plenum_themes_describe (vectors, (const guint32[]) { PLENUM_NO_THEME, PLENUM_NO_THEME }, 0);

  g_assert_cmpuint (plenum_themes_get (themes, 1)->members->len, ==, 0);
  g_assert_cmpstr (plenum_themes_get (themes, 1)->name, ==, "");
  g_assert_cmpuint (plenum_themes_get_n (none), ==, 0);
  g_assert_cmpuint (plenum_themes_get_unassigned (none)->len, ==, 2);
}

/* A text that somebody put where its words are not says so. */
static void
test_certainty (void)
{
  static const char * const texts[] = {
    "rote Ampel warten", "Ampel warten", "Ampel rot", "Schlagloch Belag", "Schlagloch im Belag", "Belag, Schlagloch", NULL
  };
  static const guint32 labels[] = { 0, 0, 1, 1, 1, 1 }, one[] = { 0, 0, 0, 0, 0, 0 };
  g_autoptr (PlenumCorpus) corpus = make_sample (texts, "de");
  g_autoptr (PlenumTextVectors) vectors = plenum_text_vectors_new (corpus, NULL, NULL, NULL, NULL);
  g_autoptr (PlenumThemes) themes = plenum_themes_describe (vectors, labels, 2), alone = plenum_themes_describe (vectors, one, 1);

  g_assert_cmpfloat (plenum_themes_get_certainty (themes, 0), >, 0.0);
  g_assert_cmpfloat (plenum_themes_get_certainty (themes, 2), <, 0.0);
  g_assert_cmpfloat (plenum_themes_get_certainty (themes, 3), >, 0.0);
  g_assert_cmpfloat (plenum_themes_get_certainty (alone, 3), ==, 1.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/themes/described", test_described);
  g_test_add_func ("/themes/empty", test_empty);
  g_test_add_func ("/themes/certainty", test_certainty);
  return g_test_run ();
}
