/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-word-diff.h"

#include <string.h>

/* "a [b c] d" of the text "a b c d" */
static char *
mark (const char *text, GArray *spans)
{
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = spans->len; i-- > 0;)
    {
      PlenumSpan span = g_array_index (spans, PlenumSpan, i);

      g_string_insert (marked, span.end, "]");
      g_string_insert (marked, span.start, "[");
    }

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
assert_marked (const char *first, const char *second, const char *first_marked, const char *second_marked)
{
  g_autoptr (GArray) only_first = NULL, only_second = NULL;
  g_autofree char *a = NULL, *b = NULL;

  g_assert_true (plenum_word_diff (first, second, &only_first, &only_second));
  a = mark (first, only_first);
  b = mark (second, only_second);
  g_assert_cmpstr (a, ==, first_marked);
  g_assert_cmpstr (b, ==, second_marked);
}

static void
test_words (void)
{
  assert_marked ("", "", "", "");
  assert_marked ("Mehr Bäume", "Mehr Bäume", "Mehr Bäume", "Mehr Bäume");
  assert_marked ("Mehr Bäume", "Mehr  \n Bäume", "Mehr Bäume", "Mehr  \n Bäume");
  assert_marked ("Mehr Bäume", "Mehr Bänke", "Mehr [Bäume]", "Mehr [Bänke]");
  assert_marked ("", "Mehr Bänke", "", "[Mehr Bänke]");
  assert_marked ("Ein Garten für alle", "Ein Garten", "Ein Garten [für alle]", "Ein Garten");
  assert_marked ("a b c d e", "a c x e y", "a [b] c [d] e", "a c [x] e [y]");
  assert_marked (" a ", "b", " [a] ", "[b]");
}

/* What is not marked is the same in both, in this order. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      GString *texts[2] = { g_string_new (NULL), g_string_new (NULL) };
      GString *rests[2] = { g_string_new (NULL), g_string_new (NULL) };
      GArray *only[2] = { NULL, NULL };

      for (guint i = 0; i < 2; i++)
        for (guint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
          g_string_append_printf (texts[i], "%c ", 'a' + g_rand_int_range (rand, 0, 4));
      g_assert_true (plenum_word_diff (texts[0]->str, texts[1]->str, &only[0], &only[1]));
      for (guint i = 0; i < 2; i++)
        {
          guint at = 0;

          for (guint j = 0; j < only[i]->len; j++)
            {
              PlenumSpan span = g_array_index (only[i], PlenumSpan, j);

              g_assert_cmpuint (at, <=, span.start);
              g_string_append_len (rests[i], texts[i]->str + at, span.start - at);
              at = span.end + 1; /* with its blank */
            }
          g_string_append (rests[i], texts[i]->str + MIN (at, texts[i]->len));
        }
      g_assert_cmpstr (rests[0]->str, ==, rests[1]->str);
      for (guint i = 0; i < 2; i++)
        {
          g_string_free (texts[i], TRUE);
          g_string_free (rests[i], TRUE);
          g_array_unref (only[i]);
        }
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) only_first = NULL, only_second = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "a ");
  g_assert_false (plenum_word_diff (text->str, "a", &only_first, &only_second));
  g_assert_cmpuint (only_first->len + only_second->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/random", test_random);
  g_test_add_func ("/word-diff/long", test_long);

  return g_test_run ();
}
