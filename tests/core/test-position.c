/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-position.h"

#include <string.h>

#define N_INSERTS 100000

/* Anywhere into a list, again and again: always strictly between its neighbours. */
static void
test_random_inserts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  GSequence *list = g_sequence_new (g_free);
  gsize longest = 0;

  for (guint i = 0; i < N_INSERTS; i++)
    {
      GSequenceIter *next = g_sequence_get_iter_at_pos (list, g_rand_int_range (random, 0, i + 1));
      const char *before = g_sequence_iter_is_begin (next) ? NULL : g_sequence_get (g_sequence_iter_prev (next));
      const char *after = g_sequence_iter_is_end (next) ? NULL : g_sequence_get (next);
      char *place = plenum_position_between (before, after);

      g_assert_true (before == NULL || strcmp (before, place) < 0);
      g_assert_true (after == NULL || strcmp (place, after) < 0);
      longest = MAX (longest, strlen (place));
      g_sequence_insert_before (next, place);
    }

  g_assert_cmpuint (longest, <=, 16);
  g_sequence_free (list);
}

/* Adding at one end, as everybody does, stays short for ever. */
static void
test_ends_stay_short (void)
{
  g_autofree char *last = plenum_position_between (NULL, NULL);
  g_autofree char *first = g_strdup (last);

  for (guint i = 0; i < N_INSERTS; i++)
    {
      g_autofree char *above = plenum_position_between (NULL, first);
      g_autofree char *below = plenum_position_between (last, NULL);

      g_assert_cmpstr (above, <, first);
      g_assert_cmpstr (below, >, last);
      g_free (first);
      g_free (last);
      first = g_steal_pointer (&above);
      last = g_steal_pointer (&below);
    }

  g_assert_cmpuint (strlen (first), <=, 5);
  g_assert_cmpuint (strlen (last), <=, 5);
}

/* Always into the same gap, from both sides: grows by one character in five inserts or so. */
static void
test_one_gap (void)
{
  for (int side = 0; side < 2; side++)
    {
      g_autofree char *low = g_strdup ("a0");
      g_autofree char *high = g_strdup ("a1");

      for (guint i = 0; i < 1000; i++)
        {
          char *place = plenum_position_between (low, high);

          g_assert_cmpstr (low, <, place);
          g_assert_cmpstr (place, <, high);
          g_free (side == 0 ? low : high);
          if (side == 0)
            low = place;
          else
            high = place;
        }
      g_assert_cmpuint (MAX (strlen (low), strlen (high)), <=, 260);
    }
}

static void
test_known (void)
{
  struct { const char *before, *after, *place; } cases[] = {
    { NULL, NULL, "a0" }, { "", "", "a0" },
    { "a0", NULL, "a1" }, { NULL, "a0", "Zz" }, { "az", NULL, "b00" }, { NULL, "b00", "az" },
    { NULL, "Z0", "Yzz" }, { "Yzz", NULL, "Z0" }, { "Zz", NULL, "a0" },
    { "a0", "a1", "a0V" }, { "a0", "a2", "a1" }, { "a0V", "a1", "a0k" }, { "a0", "a0V", "a0F" },
    { "a0", "a01", "a00V" }, { NULL, "a0V", "a0" },
    { "zzzzzzzzzzzzzzzzzzzzzzzzzzz", NULL, "zzzzzzzzzzzzzzzzzzzzzzzzzzzV" },
    { NULL, "A00000000000000000000000001", "A00000000000000000000000000V" },
    { NULL, "A00000000000000000000000000V", "A00000000000000000000000000F" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = plenum_position_between (cases[i].before, cases[i].after);

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

/* What a merge or a hostile file can bring: an end is found, and what was asked to
 * come after @before does. */
static void
test_weird_input (void)
{
  const char *weird[] = {
    "a0", "a1", "a0V", "a00", "a000", "a0!", "a0~", "!", "~", " ", "0", "9", "a", "b0", "A0", "z", "Z", "{0", "@0",
    "\x01", "\x01z", "\xff\xfe", "ä0", "A00000000000000000000000000", "A000000000000000000000000000",
    "zzzzzzzzzzzzzzzzzzzzzzzzzzz", "a0\n", "a0-1", "a0V0", "\U0001f600",
  };

  for (guint i = 0; i < G_N_ELEMENTS (weird); i++)
    {
      g_autofree char *above = plenum_position_between (NULL, weird[i]);

      g_assert_cmpstr (above, !=, "");
      for (guint j = 0; j < G_N_ELEMENTS (weird); j++)
        {
          g_autofree char *place = plenum_position_between (weird[i], weird[j]);

          g_assert_cmpstr (place, >, weird[i]);
          g_assert_cmpuint (strlen (place), <, 40);
        }
    }
}

/* The same with random bytes, and with random places out of order. */
static void
test_random_input (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  const char *letters = "AZaz0aV1 ~\x7f";

  for (guint i = 0; i < 20000; i++)
    {
      char texts[2][8] = { { 0 } };
      g_autofree char *place = NULL;

      for (guint j = 0; j < 2; j++)
        for (int k = g_rand_int_range (random, 1, 8); k > 0; k--)
          texts[j][k - 1] = letters[g_rand_int_range (random, 0, strlen (letters))];
      place = plenum_position_between (texts[0], texts[1]);
      g_assert_cmpstr (place, >, texts[0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position/random-inserts", test_random_inserts);
  g_test_add_func ("/position/ends-stay-short", test_ends_stay_short);
  g_test_add_func ("/position/one-gap", test_one_gap);
  g_test_add_func ("/position/known", test_known);
  g_test_add_func ("/position/weird-input", test_weird_input);
  g_test_add_func ("/position/random-input", test_random_input);
  return g_test_run ();
}
