/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

#include <string.h>

typedef struct
{
  const char *method, *settings, *ballot, *channel;
  gint64      voters;
  const char *weight;
  int         code;
  const char *says; /* part of the message: what would be right */
} Refusal;

static const Refusal refusals[] = {
  { "dots", "", "z=1", "screen", 1, NULL, PLENUM_VOTING_ERROR_UNKNOWN_OPTION, "only 3 options" },
  { "dots", "", "a=1 b=1 a=1", "screen", 1, NULL, PLENUM_VOTING_ERROR_REPEATED_OPTION, "“A” is on the ballot twice" },
  { "dots", "", "a=1 a=0", "screen", 1, NULL, PLENUM_VOTING_ERROR_REPEATED_OPTION, "says once" },
  { "dots", "", "a=1", "letter", 1, NULL, PLENUM_VOTING_ERROR_INVALID_CHANNEL, "“paper”" },
  { "dots", "", "a=1", NULL, 1, NULL, PLENUM_VOTING_ERROR_INVALID_CHANNEL, "“paper”" },
  { "agreement", "", "a=1", "hands", 3, NULL, PLENUM_VOTING_ERROR_INVALID_CHANNEL, "one by one" },
  { "dots", "", "a=1", "screen", 2, NULL, PLENUM_VOTING_ERROR_INVALID_VOTERS, "stands for one" },
  { "dots", "", "a=1", "screen", 0, NULL, PLENUM_VOTING_ERROR_INVALID_VOTERS, "stands for one" },
  { "dots", "", "a=1", "hands", 0, NULL, PLENUM_VOTING_ERROR_INVALID_VOTERS, "1 to 1000000" },
  { "dots", "", "a=1", "hands", 1000001, NULL, PLENUM_VOTING_ERROR_INVALID_VOTERS, "1 to 1000000" },
  { "dots", "", "a=1", "hands", G_MAXINT64, NULL, PLENUM_VOTING_ERROR_INVALID_VOTERS, "1 to 1000000" },
  { "dots", "", "a=1", "screen", 1, "0.5", PLENUM_VOTING_ERROR_INVALID_WEIGHT, "“3/2”" },
  { "dots", "", "a=1", "screen", 1, "", PLENUM_VOTING_ERROR_INVALID_WEIGHT, "“3/2”" },
  { "dots", "", "a=-1", "screen", 1, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "none or more" },
  { "dots", "", "a=4", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 3 points" },
  { "dots", "most=1", "a=2", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 1 point to" },
  { "dots", "", "a=3 b=3", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "6 points, but everybody has only 5" },
  { "dots", "most=0", "a=6", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 5 points" },
  { "dots", "", "a=9223372036854775807 b=9223372036854775807", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 3" },
  { "dots", "", "a=31", "hands", 10, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "10 people can give it at most 30" },
  { "dots", "", "a=30 b=21", "hands", 10, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "10 people have only 50" },
  { "approval", "", "a=2", "screen", 1, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "1 means chosen" },
  { "approval", "", "a=-1", "screen", 1, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "1 means chosen" },
  { "approval", "", "a=11", "hands", 10, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "10 people voted" },
  { "approval", "most=1", "a=1 b=1", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "only 1" },
  { "approval", "most=2", "a=1 b=1 c=1", "screen", 1, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 2" },
  { "approval", "most=2", "a=10 b=10 c=1", "hands", 10, NULL, PLENUM_VOTING_ERROR_TOO_MUCH, "at most 20" },
  { "agreement", "", "a=2", "screen", 1, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "0 pass" },
  { "agreement", "", "a=-2", "screen", 1, NULL, PLENUM_VOTING_ERROR_INVALID_VALUE, "0 pass" },
};

static void
test_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autoptr (PlenumProfile) poll = poll_new (refusal->method, refusal->settings, 3);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, %s: %s by %s", refusal->method, refusal->settings, refusal->ballot, refusal->channel);
      poll_try (poll, refusal->ballot, refusal->channel, refusal->voters, refusal->weight, &error);
      g_assert_error (error, PLENUM_VOTING_ERROR, refusal->code);
      g_assert_nonnull (strstr (error->message, refusal->says));
      g_assert_cmpuint (plenum_profile_get_n_groups (poll), ==, 0);
    }
}

static void
test_accepts (void)
{
  struct { const char *method, *settings, *ballot, *channel; gint64 voters; } cases[] = {
    { "dots", "", "", "screen", 1 },
    { "dots", "", "a=3 c=2", "phone", 1 },
    { "dots", "most=0", "a=5", "paper", 1 },
    { "dots", "", "a=30 b=20", "hands", 10 },
    { "dots", "points=1000 most=0", "a=1000000000", "hands", 1000000 },
    { "approval", "", "a=1 b=1 c=1", "import", 1 },
    { "approval", "most=2", "a=1 b=1 c=0", "screen", 1 },
    { "approval", "most=2", "a=10 b=10", "hands", 10 },
    { "agreement", "", "a=1 b=-1 c=0", "import", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (cases[i].method, cases[i].settings, 3);
      g_autoptr (GError) error = NULL;

      poll_try (poll, cases[i].ballot, cases[i].channel, cases[i].voters, "7/3", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plenum_profile_get_n_groups (poll), ==, 1);
    }
}

/* Equal ballots are kept once, in whatever order and with whatever words for nothing they come. */
static void
test_groups (void)
{
  g_autoptr (PlenumProfile) dots = poll_new ("dots", "", 3);
  g_autoptr (PlenumProfile) agreement = poll_new ("agreement", "", 3);
  const PlenumBallotGroup *group;

  poll_cast (dots, "a=3 b=2");
  poll_cast (dots, "b=2 a=3");
  poll_cast (dots, "c=0 b=2 a=3");
  poll_weigh (dots, "a=3 b=2", "2/2");
  poll_cast (dots, "a=2 b=3");
  poll_weigh (dots, "a=3 b=2", "3/2");
  g_assert_cmpuint (plenum_profile_get_n_groups (dots), ==, 3);
  group = plenum_profile_get_group (dots, 0);
  g_assert_cmpint (group->copies, ==, 4);
  g_assert_cmpuint (group->n_choices, ==, 2);
  g_assert_cmpuint (group->choices[0].option, ==, 0);
  g_assert_cmpint (group->choices[0].value, ==, 3);

  poll_cast (agreement, "a=0");
  poll_cast (agreement, "");
  g_assert_cmpuint (plenum_profile_get_n_groups (agreement), ==, 2);
}

static void
test_copies (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "", 2);
  PlenumChoice choice = { 1, 1 };
  PlenumPaper paper = { "import", 1, NULL, &choice, 1 };
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 bad[] = { 0, -1, PLENUM_MOST_PEOPLE - 11, G_MAXINT64 };

  g_assert_true (plenum_profile_add_ballot (poll, &paper, 12, &error));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (plenum_profile_add_ballot (poll, &paper, bad[i], &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VOTERS);
      g_clear_error (&error);
    }

  tally = poll_count (poll);
  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 12);
  assert_text (tally_scores (tally), "a=0 b=12");
}

static void
test_options (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 2);
  g_autoptr (GError) error = NULL;
  guint option = 77;

  g_assert_true (plenum_profile_add_option (poll, "id", "Repair café", "1200.50", &error));
  g_assert_false (plenum_profile_add_option (poll, "id", "Another", NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION);
  g_assert_cmpuint (plenum_profile_get_n_options (poll), ==, 3);
  g_assert_false (plenum_profile_find_option (poll, "none", &option));
  g_assert_cmpuint (option, ==, 77);
  g_assert_true (plenum_profile_find_option (poll, "id", &option));
  g_assert_cmpuint (option, ==, 2);
  g_assert_cmpstr (plenum_profile_get_option_id (poll, 2), ==, "id");
  g_assert_cmpstr (plenum_profile_get_option_text (poll, 2), ==, "Repair café");
  assert_text (plenum_rational_to_text (plenum_profile_get_option_cost (poll, 2)), "2401/2");
  g_assert_null (plenum_profile_get_option_cost (poll, 0));
}

static void
test_refuses_costs (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 0);
  const char *costs[] = { "", "0", "0.00", "-1", "1e3", "1,5", "1.", ".5", "1/0", "0/7", "12 €", "1234567890123456789012345678901" };

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plenum_profile_add_option (poll, "id", "Repair café", costs[i], &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_COST);
    }
  g_assert_cmpuint (plenum_profile_get_n_options (poll), ==, 0);
}

static void
test_too_many_options (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", PLENUM_MOST_OPTIONS);
  g_autoptr (GError) error = NULL;

  g_assert_false (plenum_profile_add_option (poll, "one more", "One more", NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MANY_OPTIONS);
}

static void
test_no_options (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_tally_count (poll, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_OPTIONS);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  poll_cast (poll, "a=1");
  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_tally_count (poll, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_channels (void)
{
  PlenumChannel channel = PLENUM_N_CHANNELS;

  for (guint i = 0; i < PLENUM_N_CHANNELS; i++)
    {
      g_assert_true (plenum_channel_from_name (plenum_channel_get_name (i), &channel));
      g_assert_cmpint (channel, ==, i);
    }
  g_assert_false (plenum_channel_from_name ("Screen", &channel));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/refuses", test_refuses);
  g_test_add_func ("/profile/accepts", test_accepts);
  g_test_add_func ("/profile/groups", test_groups);
  g_test_add_func ("/profile/copies", test_copies);
  g_test_add_func ("/profile/options", test_options);
  g_test_add_func ("/profile/refuses-costs", test_refuses_costs);
  g_test_add_func ("/profile/too-many-options", test_too_many_options);
  g_test_add_func ("/profile/no-options", test_no_options);
  g_test_add_func ("/profile/cancelled", test_cancelled);
  g_test_add_func ("/profile/channels", test_channels);
  return g_test_run ();
}
