/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-words.h"

static void
assert_words (const char *text, PlenumWordsKind kind, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  PlenumWord word;

  while (plenum_words_next (&text, kind, &word))
    {
      g_autofree char *folded = plenum_word_fold (&word);

      g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", folded);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_letters (void)
{
  assert_words ("", PLENUM_WORDS_LETTERS, "");
  assert_words (" 1 2. – ", PLENUM_WORDS_LETTERS, "");
  assert_words ("Mehr Radwege, z. B. an der B9!", PLENUM_WORDS_LETTERS, "mehr|radwege|an|der");
  assert_words ("ÜBERGRÖẞE Straße", PLENUM_WORDS_LETTERS, "übergrösse|strasse");
  assert_words ("نص عربي", PLENUM_WORDS_LETTERS, "نص|عربي");
  assert_words ("ab🚲cd", PLENUM_WORDS_LETTERS, "ab|cd");
}

static void
test_all (void)
{
  assert_words ("Am 3.9. an der B9", PLENUM_WORDS_ALL, "am|3|9|an|der|b9");
  assert_words ("x 🚲🚲 y", PLENUM_WORDS_ALL, "x|🚲🚲|y");
  assert_words ("…!?", PLENUM_WORDS_ALL, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/letters", test_letters);
  g_test_add_func ("/words/all", test_all);
  return g_test_run ();
}
