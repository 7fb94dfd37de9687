/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-label.h"

static void
assert_renders (PlenumLabel *label, const char *expected)
{
  g_autofree char *text = plenum_label_render (label);
  g_autofree char *stored = plenum_label_to_stored (label);
  g_autoptr (PlenumLabel) parsed = plenum_label_parse (stored);
  g_autoptr (PlenumLabel) copy = plenum_label_copy (label);
  g_autofree char *parsed_text = plenum_label_render (parsed);
  g_autofree char *copy_text = plenum_label_render (copy);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (parsed_text, ==, expected);
  g_assert_cmpstr (copy_text, ==, expected);
}

static void
test_plain (void)
{
  g_autoptr (PlenumLabel) label = plenum_label_new ("Sort cards");
  g_autoptr (PlenumLabel) empty = plenum_label_new ("");

  assert_renders (label, "Sort cards");
  assert_renders (empty, ""); /* not the header of the catalog */
}

static void
test_named (void)
{
  struct { const char *name, *expected; } cases[] = {
    { "Repair café", "Add “Repair café”" },
    { NULL, "Add “”" },
    { "", "Add “”" },
    { "100 %s %n %1$s %%", "Add “100 %s %n %1$s %%”" },
    { "{count} {name}", "Add “{count} {name}”" },
    { "two\nlines\tand a tab", "Add “two lines and a tab”" },
    { "  spaces  ", "Add “spaces”" },
    { "separator\x1fin it", "Add “separator in it”" },
    { "broken \xff", "Add “broken \xef\xbf\xbd”" },
    { "012345678901234567890123456789012345678901234567890123456789",
      "Add “012345678901234567890123456789012345678901234567890123456789”" },
    { "0123456789012345678901234567890123456789012345678901234567890",
      "Add “01234567890123456789012345678901234567890123456789012345678…”" },
    { "ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää",
      "Add “äääääääääääääääääääääääääääääääääääääääääääääääääääääääääää…”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumLabel) label = plenum_label_new_named ("Add “{name}”", cases[i].name);

      assert_renders (label, cases[i].expected);
    }
}

static void
test_count (void)
{
  struct { guint count; const char *name, *expected; } cases[] = {
    { 0, NULL, "Move 0 cards to “”" },
    { 1, "{count}", "Move a card to “{count}”" },
    { 2, "{count}", "Move 2 cards to “{count}”" },
    { G_MAXUINT, "Needs", "Move 4294967295 cards to “Needs”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumLabel) label = plenum_label_new_count ("Move a card to “{name}”",
                                                              "Move {count} cards to “{name}”",
                                                              cases[i].count, cases[i].name);

      assert_renders (label, cases[i].expected);
    }
}

/* What another program, or nobody, stored: shown as it stands, never a crash. */
static void
test_parse_anything (void)
{
  struct { const char *stored, *expected; } cases[] = {
    { "", "" },
    { "Any text with %s {name} {count}", "Any text with %s  1" },
    { "%n%n%n", "%n%n%n" },
    { "a\x1f" "b", "a\x1f" "b" },
    { "\x1f\x1f\x1f", "" },
    { "{name}\x1f\x1fnot a number\x1f" "x", "x" },
    { "one\x1f{count} many\x1f" "5\x1f", "5 many" },
    { "{name}\x1f\x1f" "1\x1f" "a\x1f" "b", "a b" },
    { "broken \xff\xfe", "broken \xef\xbf\xbd\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumLabel) label = plenum_label_parse (cases[i].stored);
      g_autofree char *text = plenum_label_render (label);

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/plain", test_plain);
  g_test_add_func ("/label/named", test_named);
  g_test_add_func ("/label/count", test_count);
  g_test_add_func ("/label/parse-anything", test_parse_anything);
  return g_test_run ();
}
