/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-transfers.h"

#include "polls.h"

#include <string.h>

/* All that moves, as "round:from>to=votes", and after it what is with nobody. */
static char *
list_moves (const PlenumTransfers *transfers)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < transfers->rounds->len; r++)
    {
      const PlenumTransferRound *round = transfers->rounds->pdata[r];
      g_autofree char *idle = plenum_rational_to_text (round->idle);

      for (guint i = 0; i < round->arrived->len; i++)
        {
          const PlenumTransfer *transfer = round->arrived->pdata[i];
          g_autofree char *votes = plenum_rational_to_text (transfer->votes);

          g_string_append_printf (text, "%u:%c>%c=%s ", r, 'a' + transfer->from, 'a' + transfer->to, votes);
        }
      g_string_append_printf (text, "%u=%s ", r, idle);
    }

  return g_string_free (text, FALSE);
}

static void
test_runoff_by_rounds (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "", 3);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTransfers) transfers = NULL;
  const PlenumTransferRound *first;

  poll_rank (poll, 4, "a");
  poll_rank (poll, 3, "b");
  poll_rank (poll, 1, "c > b");
  poll_rank (poll, 1, "c");
  tally = poll_count (poll);
  transfers = plenum_transfers_new (tally);

  assert_text (list_moves (transfers), "0=0 1:c>b=1 1:c>d=1 1=1 ");
  first = transfers->rounds->pdata[0];
  g_assert_cmpuint (first->leaving->len, ==, 1);
  g_assert_cmpuint (g_array_index (first->leaving, guint, 0), ==, 2);
  g_assert_false (((PlenumTransferRound *) transfers->rounds->pdata[1])->divided);
  assert_text (plenum_transfers_describe (transfers, 0),
               "Round 1: “C” has the fewest votes, 2, and drops out. Votes move: 1 to “B”, 1 to nobody, since those ballots name nobody else.");
}

/* Who drops out together shares what the others gain. */
static void
test_together (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "ties=together", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTransfers) transfers = NULL;
  const PlenumTransferRound *second;

  poll_rank (poll, 5, "a");
  poll_rank (poll, 4, "b");
  poll_rank (poll, 2, "c > b");
  poll_rank (poll, 2, "d > a");
  tally = poll_count (poll);
  transfers = plenum_transfers_new (tally);
  second = transfers->rounds->pdata[1];
  g_assert_true (second->divided);
  g_assert_cmpuint (second->arrived->len, ==, 4);
  g_assert_cmpuint (((PlenumTransferRound *) transfers->rounds->pdata[0])->leaving->len, ==, 2);
}

static void
test_surplus (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=2", 3);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTransfers) transfers = NULL;
  const PlenumTransferRound *first;

  poll_rank (poll, 6, "a > b");
  poll_rank (poll, 1, "b");
  poll_rank (poll, 2, "c");
  tally = poll_count (poll);
  transfers = plenum_transfers_new (tally);
  first = transfers->rounds->pdata[0];

  /* Quota 4; each of six ballots goes on with 0.33333. */
  assert_text (list_moves (transfers), "0=0 1:a>b=99999/50000 1:a>d=1/50000 1=1/50000 2:c>d=2 2=100001/50000 ");
  g_assert_cmpuint (first->elected->len, ==, 1);
  g_assert_cmpuint (g_array_index (first->elected, guint, 0), ==, 0);
  g_assert_nonnull (strstr (first->text, "“A” reaches the quota and is elected."));
}

static void
test_two_rounds (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("runoff", "", 3);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTransfers) transfers = NULL;

  poll_rank (poll, 4, "a");
  poll_rank (poll, 3, "b");
  poll_rank (poll, 2, "c > b");
  tally = poll_count (poll);
  transfers = plenum_transfers_new (tally);
  assert_text (list_moves (transfers), "0=0 1:c>b=2 1=0 ");
  assert_text (plenum_transfers_describe (transfers, 1),
               "Nobody has more than half. The final is between “A” and “B”. Votes move: 2 to “B”.");
  assert_text (plenum_transfers_describe (transfers, 0), "The first choices are counted.");
}

static void
test_none (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 2);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=1");
  tally = poll_count (poll);
  g_assert_null (plenum_transfers_new (tally));
  g_assert_null (plenum_tally_find_step (tally, "round"));
  g_assert_cmpstr (plenum_tally_find_step (tally, "rule")->kind, ==, "rule");
  g_assert_null (plenum_step_find_figure (plenum_tally_find_step (tally, "rule"), "votes"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfers/runoff-by-rounds", test_runoff_by_rounds);
  g_test_add_func ("/transfers/together", test_together);
  g_test_add_func ("/transfers/surplus", test_surplus);
  g_test_add_func ("/transfers/two-rounds", test_two_rounds);
  g_test_add_func ("/transfers/none", test_none);

  return g_test_run ();
}
