/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-compounds.h"

/* How often each stem stands, as "stem number" pairs. */
static guint
count (const char *stem, gpointer data)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (data, stem));
}

static GHashTable *
make_counts (void)
{
  static const struct { const char *stem; guint n; } stems[] = {
    { "fahrrad", 9 }, { "stander", 4 }, { "fahrradstander", 3 }, { "verkehr", 8 }, { "plan", 5 }, { "verkehrsplan", 2 },
    { "rad", 50 }, { "radweg", 20 }, { "lich", 2 }, { "selt", 9 }, { "blumen", 5 }, { "blum", 6 }, { "beet", 5 },
    { "größe", 9 }, { "klass", 9 },
  };
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    g_hash_table_insert (counts, (gpointer) stems[i].stem, GUINT_TO_POINTER (stems[i].n));
  return counts;
}

static void
assert_split (const char *stem, const char *expected_first, const char *expected_second)
{
  g_autoptr (GHashTable) counts = make_counts ();
  g_autofree char *first = NULL, *second = NULL;

  g_assert_true (plenum_compound_split (stem, count, counts, &first, &second));
  g_assert_cmpstr (first, ==, expected_first);
  g_assert_cmpstr (second, ==, expected_second);
}

static void
assert_whole (const char *stem)
{
  g_autoptr (GHashTable) counts = make_counts ();
  char *first = (char *) "untouched", *second = first;

  g_assert_false (plenum_compound_split (stem, count, counts, &first, &second));
  g_assert_cmpstr (first, ==, "untouched");
  g_assert_cmpstr (second, ==, "untouched");
}

static void
test_split (void)
{
  assert_split ("fahrradstander", "fahrrad", "stander");
  assert_split ("verkehrsplan", "verkehr", "plan"); /* by its linking s */
  assert_split ("größenklass", "größe", "klass");
  assert_split ("blumenbeet", "blum", "beet"); /* the more frequent of two first parts */
}

static void
test_whole (void)
{
  assert_whole ("");
  assert_whole ("radweg");       /* parts of three letters */
  assert_whole ("seltlich");     /* the second stands twice only */
  assert_whole ("fahrradhelm");  /* the second stands nowhere */
  assert_whole ("fahrrad");
}

static void
test_frequent (void)
{
  g_autoptr (GHashTable) counts = make_counts ();
  char *first = NULL, *second = NULL;

  g_hash_table_insert (counts, (gpointer) "fahrradstander", GUINT_TO_POINTER (6)); /* 6² is not below 9 × 4 */
  g_assert_false (plenum_compound_split ("fahrradstander", count, counts, &first, &second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compounds/split", test_split);
  g_test_add_func ("/compounds/whole", test_whole);
  g_test_add_func ("/compounds/frequent", test_frequent);
  return g_test_run ();
}
