/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-normal.h"

/* Letters that belong together, marks in both orders, what is written apart and what
 * has no normal form of its own. */
static const char * const pieces[] = {
  "a", " ", "ü", "u\xcc\x88", "q\xcc\xa3\xcc\x87", "q\xcc\x87\xcc\xa3", "ﬁ", "각", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", "\xcc\x88",
  "😀", "مرحبا", "Straße ", "Å",
};

static void
test_as_glib (void)
{
  static const GNormalizeMode modes[] = { G_NORMALIZE_NFC, G_NORMALIZE_NFD, G_NORMALIZE_ALL, G_NORMALIZE_ALL_COMPOSE };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 20000)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
        {
          g_autofree char *expected = g_utf8_normalize (text->str, -1, modes[m]);
          g_autofree char *normal = plenum_normal (text->str, modes[m]);

          g_assert_cmpstr (normal, ==, expected);
        }
    }
}

/* Without any place to part it, it is still right. */
static void
test_no_place (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = NULL, *normal = NULL;

  while (text->len < 10000)
    g_string_append (text, "ü\xcc\x88");
  expected = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
  normal = plenum_normal (text->str, G_NORMALIZE_NFC);
  g_assert_cmpstr (normal, ==, expected);
  g_free (normal);
  normal = plenum_normal ("", G_NORMALIZE_NFC);
  g_assert_cmpstr (normal, ==, "");
}

/* Letters that are taken as they are, at every length. */
static void
test_composed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL, *normal = NULL;

      for (int i = g_rand_int_range (random, 0, 12); i > 0; i--)
        g_string_append_unichar (text, g_rand_int_range (random, 1, 0x300));
      expected = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      normal = plenum_normal (text->str, G_NORMALIZE_NFC);
      g_assert_cmpstr (normal, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normal/as-glib", test_as_glib);
  g_test_add_func ("/normal/no-place", test_no_place);
  g_test_add_func ("/normal/composed", test_composed);

  return g_test_run ();
}
