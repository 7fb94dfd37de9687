/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-difference.h"

static void
assert_words (GPtrArray *words, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (PlenumDifference) difference = plenum_difference_new ("Treffen am 3. Mai, am Rathaus", "am 4. MAI: Rathaus ab 18 Uhr");

  assert_words (difference->shared, "am Mai Rathaus");
  assert_words (difference->only_a, "Treffen 3");
  assert_words (difference->only_b, "4 ab 18 Uhr");
}

static void
test_nothing (void)
{
  g_autoptr (PlenumDifference) difference = plenum_difference_new ("", "…");

  assert_words (difference->shared, "");
  assert_words (difference->only_a, "");
  assert_words (difference->only_b, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/words", test_words);
  g_test_add_func ("/difference/nothing", test_nothing);
  return g_test_run ();
}
