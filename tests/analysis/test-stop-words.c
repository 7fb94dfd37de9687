/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-stop-words.h"

static void
test_codes (void)
{
  g_assert_cmpint (plenum_language_from_code ("de"), ==, PLENUM_LANGUAGE_GERMAN);
  g_assert_cmpint (plenum_language_from_code ("en"), ==, PLENUM_LANGUAGE_ENGLISH);
  g_assert_cmpint (plenum_language_from_code ("ar"), ==, PLENUM_LANGUAGE_OTHER);
  g_assert_cmpint (plenum_language_from_code (NULL), ==, PLENUM_LANGUAGE_OTHER);
}

static void
assert_guess (const char *text, PlenumLanguage expected)
{
  PlenumLanguage language = 99;

  g_assert_true (plenum_language_guess (text, &language));
  g_assert_cmpint (language, ==, expected);
}

static void
test_guessed (void)
{
  assert_guess ("Der Radweg ist zu schmal und wird nicht geräumt.", PLENUM_LANGUAGE_GERMAN);
  assert_guess ("The path is too narrow and it is not cleared.", PLENUM_LANGUAGE_ENGLISH);
  assert_guess ("الطرق مكسورة جدا في المدينة القديمة والدراجات تتعرض للخطر كل يوم هناك", PLENUM_LANGUAGE_OTHER);
}

static void
test_too_short (void)
{
  static const char * const texts[] = { "", "🚲", "Radwege", "Bahnhof Godesberg" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PlenumLanguage language = PLENUM_LANGUAGE_ENGLISH;

      g_assert_false (plenum_language_guess (texts[i], &language));
      g_assert_cmpint (language, ==, PLENUM_LANGUAGE_ENGLISH);
    }
}

static void
test_lists (void)
{
  g_assert_true (plenum_is_stop_word ("und", PLENUM_LANGUAGE_GERMAN));
  g_assert_true (plenum_is_stop_word ("für", PLENUM_LANGUAGE_GERMAN));
  g_assert_false (plenum_is_stop_word ("und", PLENUM_LANGUAGE_ENGLISH));
  g_assert_true (plenum_is_stop_word ("the", PLENUM_LANGUAGE_ENGLISH));
  g_assert_false (plenum_is_stop_word ("the", PLENUM_LANGUAGE_OTHER));
  g_assert_false (plenum_is_stop_word ("radweg", PLENUM_LANGUAGE_GERMAN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stop-words/codes", test_codes);
  g_test_add_func ("/stop-words/guessed", test_guessed);
  g_test_add_func ("/stop-words/too-short", test_too_short);
  g_test_add_func ("/stop-words/lists", test_lists);
  return g_test_run ();
}
