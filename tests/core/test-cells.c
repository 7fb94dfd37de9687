/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-cells.h"

static void
test_split (void)
{
  g_autoptr (GPtrArray) rows = plenum_cells_split ("a\t\"b\tc\"\r\n\"say \"\"hi\"\"\nthere\"\t\n");
  GStrv first, second;

  g_assert_cmpuint (rows->len, ==, 2);
  first = g_ptr_array_index (rows, 0);
  second = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (g_strv_length (first), ==, 2);
  g_assert_cmpstr (first[1], ==, "b\tc");
  g_assert_cmpstr (second[0], ==, "say \"hi\"\nthere");
  g_assert_cmpstr (second[1], ==, "");
}

static void
test_hostile (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GPtrArray) open = plenum_cells_split ("\"never closed\n\t");
  g_autoptr (GPtrArray) none = plenum_cells_split ("");
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (many, "x\n");
  rows = plenum_cells_split (many->str);
  g_assert_cmpuint (rows->len, ==, 10000);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A sentence may begin with a quotation; only what is quoted as a whole is a cell. */
static void
test_quotation (void)
{
  g_autoptr (GPtrArray) rows = plenum_cells_split ("\"Now\" is the word\nnext\t\"a\nb\"");
  GStrv first, second;

  g_assert_cmpuint (rows->len, ==, 2);
  first = g_ptr_array_index (rows, 0);
  second = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (first[0], ==, "\"Now\" is the word");
  g_assert_cmpstr (second[1], ==, "a\nb");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/split", test_split);
  g_test_add_func ("/cells/hostile", test_hostile);
  g_test_add_func ("/cells/quotation", test_quotation);

  return g_test_run ();
}
