/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

#include <string.h>

/* The lot is open: the digests that decide can be made with any tool. */
static void
test_lot_can_be_drawn_again (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "tie_break=lot seed=2026-11-23", 3);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  const PlenumTie *tie;

  poll_cast (poll, "a=1 b=1 c=1");
  tally = poll_count (poll);
  tie = plenum_tally_get_tie (tally, 0);
  g_assert_true (tie->broken);
  g_assert_cmpuint (tie->n_options, ==, 3);
  g_assert_cmpuint (tie->seats, ==, 1);
  g_assert_cmpuint (plenum_tally_get_n_places (tally), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *ticket = g_strdup_printf ("2026-11-23\n%s", plenum_tally_get_option_id (tally, tie->options[i]));

      g_ptr_array_add (digests, g_compute_checksum_for_string (G_CHECKSUM_SHA256, ticket, -1));
      g_assert_cmpuint (plenum_tally_get_option_place (tally, tie->options[i]), ==, i + 1);
    }
  g_assert_cmpstr (digests->pdata[0], <, digests->pdata[1]);
  g_assert_cmpstr (digests->pdata[1], <, digests->pdata[2]);
}

/* As drawn with: for id in a b c; do printf '2026-11-23\n%s' $id | sha256sum; done */
static void
test_lot_is_known (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "tie_break=lot seed=2026-11-23", 3);
  g_autoptr (PlenumTally) tally = NULL;
  gboolean said = FALSE;

  poll_cast (poll, "a=1 b=1 c=1");
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "c > b > a");
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    if (strcmp (plenum_tally_get_step (tally, i)->kind, "lot") == 0)
      said = strstr (plenum_tally_get_step (tally, i)->text, "seed “2026-11-23”") != NULL;
  g_assert_true (said);
}

/* Each of three tied options wins about as often, whatever its place in the list. */
static void
test_lot_is_fair (void)
{
  guint wins[3] = { 0 };

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *settings = g_strdup_printf ("tie_break=lot seed=%u", i);
      g_autoptr (PlenumProfile) poll = poll_new ("approval", settings, 3);
      g_autoptr (PlenumTally) tally = NULL;
      guint n;

      poll_cast (poll, "a=1 b=1 c=1");
      tally = poll_count (poll);
      wins[plenum_tally_get_winners (tally, &n)[0]]++;
      g_assert_cmpuint (n, ==, 1);
    }

  /* Seeds are fixed, so this is not left to chance; five standard deviations are 129. */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (ABS ((int) wins[i] - 1000), <, 129);
}

static void
test_order (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "tie_break=order seats=2", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "d=1 c=1 b=1");
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "b > c > d > a");
  assert_text (tally_winners (tally), "b c");
  assert_text (plenum_tally_sentence (tally), "“B” and “C” are chosen.");
  g_assert_true (plenum_tally_get_tie (tally, 0)->broken);
  g_assert_cmpuint (plenum_tally_get_tie (tally, 0)->seats, ==, 2);
}

/* Votes decide before the lot does. */
static void
test_only_ties (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *settings = g_strdup_printf ("tie_break=lot seed=%u", i);
      g_autoptr (PlenumProfile) poll = poll_new ("dots", settings, 3);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast (poll, "c=3 b=1");
      tally = poll_count (poll);
      assert_text (tally_ranking (tally), "c > b > a");
      g_assert_cmpuint (plenum_tally_get_n_ties (tally), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-break/lot-can-be-drawn-again", test_lot_can_be_drawn_again);
  g_test_add_func ("/tie-break/lot-is-known", test_lot_is_known);
  g_test_add_func ("/tie-break/lot-is-fair", test_lot_is_fair);
  g_test_add_func ("/tie-break/order", test_order);
  g_test_add_func ("/tie-break/only-ties", test_only_ties);
  return g_test_run ();
}
