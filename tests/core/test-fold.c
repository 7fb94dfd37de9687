/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-fold.h"

static void
test_forms (void)
{
  struct { const char *text, *two, *plain; } cases[] = {
    { "", "", "" },
    { "Straße", "strasse", "strasse" },
    { "STRASSE", "strasse", "strasse" },
    { "GROẞ", "gross", "gross" },
    { "Bürgerämter", "buergeraemter", "burgeramter" },
    { "ÄÖÜ", "aeoeue", "aou" },
    { "a\xcc\x88", "ae", "a" }, /* written as a letter and a mark */
    { "Café", "cafe", "cafe" },
    { "Citroën", "citroen", "citroen" }, /* a diaeresis that is no umlaut */
    { "ﬁx ½", "fix 1⁄2", "fix 1⁄2" },
    { "№ 5 ™ ℌ", "no 5 tm h", "no 5 tm h" }, /* capitals that appear only when taken apart */
    { "İstanbul", "istanbul", "istanbul" },
    { "ΜΆΪΟΣ", "μαιοσ", "μαιοσ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *two = plenum_fold (cases[i].text);
      g_autofree char *plain = plenum_fold_plain (cases[i].text);

      g_assert_cmpstr (two, ==, cases[i].two);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_contains (void)
{
  struct { const char *text, *query; gboolean found; } cases[] = {
    { "Straße", "strasse", TRUE }, { "strasse", "Straße", TRUE },
    { "Müller", "mueller", TRUE }, { "Müller", "muller", TRUE }, { "Müller", "Müller", TRUE },
    { "Mueller", "müller", TRUE }, { "Muller", "müller", TRUE }, { "MÜLLER", "mü", TRUE },
    { "Mieller", "müller", FALSE }, { "Mueller", "muller", FALSE },
    { "Repair-Café am Markt", "markt café", TRUE }, { "Repair-Café am Markt", "pair", TRUE },
    { "Repair-Café am Markt", "markt kaffee", FALSE },
    { "anything", "", TRUE }, { "anything", " \t ", TRUE }, { NULL, "", TRUE }, { NULL, "a", FALSE }, { "", "a", FALSE },
    { "100 % Strom", "%", TRUE }, { "abc", "%", FALSE }, { "abc", "a*", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].query, cases[i].text);
      g_assert_cmpint (plenum_fold_contains (cases[i].text, cases[i].query), ==, cases[i].found);
    }
}

/* Letter by letter comes to the same as all at once, which a mark at the end asks for. */
static void
test_letters (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (GString) two = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) marked = NULL;
      g_autofree char *slow_two = NULL;
      g_autofree char *slow_plain = NULL;

      for (int j = g_rand_int_range (random, 0, 8); j > 0; j--)
        g_string_append_unichar (text, g_rand_int_range (random, 1, g_rand_boolean (random) ? 0x300 : 0x80));
      marked = g_string_new (text->str);
      g_string_append_unichar (marked, 0x301);
      slow_two = plenum_fold (marked->str);
      slow_plain = plenum_fold_plain (marked->str);
      plenum_fold_both (text->str, text->len, two, plain);
      g_assert_cmpstr (two->str, ==, slow_two);
      g_assert_cmpstr (plain->str, ==, slow_plain);
    }
}

/* What is no text is folded to something that is, and folding twice changes nothing. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 5000; i++)
    {
      char bytes[24] = { 0 };
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (int j = g_rand_int_range (random, 0, sizeof bytes); j > 0; j--)
        bytes[j - 1] = g_rand_int_range (random, 1, 256);
      once = plenum_fold (bytes);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      twice = plenum_fold (once);
      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/forms", test_forms);
  g_test_add_func ("/fold/letters", test_letters);
  g_test_add_func ("/fold/contains", test_contains);
  g_test_add_func ("/fold/any-bytes", test_any_bytes);
  return g_test_run ();
}
