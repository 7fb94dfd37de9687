/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-other-methods.h"

#include "polls.h"

/* "borda=b irv=a …"; a star where the result differs */
static char *
list_others (PlenumProfile *poll)
{
  g_autoptr (PlenumTally) tally = poll_count (poll);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = plenum_other_methods_count (poll, tally, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    {
      const PlenumOtherResult *result = results->pdata[i];
      const PlenumMethod *method = plenum_tally_get_method (result->tally);
      g_autofree char *winners = tally_winners (result->tally);

      g_assert_nonnull (plenum_other_methods_reason (method));
      g_assert_cmpint (plenum_tally_get_voters (result->tally), ==, plenum_tally_get_voters (tally));
      g_string_append_printf (text, "%s=%s%s ", plenum_method_get_id (method), winners, result->same ? "" : "*");
    }

  return g_string_free (text, FALSE);
}

/* Tennessee's capital, from every book on the subject: four methods, three winners. */
static void
test_rankings (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("plurality", "", 4);
  g_autofree char *others = NULL;

  poll_rank (poll, 42, "a > b > c > d"); /* Memphis, Nashville, Chattanooga, Knoxville */
  poll_rank (poll, 26, "b > c > d > a");
  poll_rank (poll, 15, "c > d > b > a");
  poll_rank (poll, 17, "d > c > b > a");
  others = list_others (poll);
  g_assert_nonnull (g_strstr_len (others, -1, "irv=d* "));
  g_assert_nonnull (g_strstr_len (others, -1, "borda=b* "));
  g_assert_nonnull (g_strstr_len (others, -1, "schulze=b* "));
  g_assert_nonnull (g_strstr_len (others, -1, "kemeny=b* "));
  g_assert_null (g_strstr_len (others, -1, "plurality"));
}

static void
test_weights_and_ties (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("borda", "", 3);
  g_autoptr (PlenumProfile) same = NULL;
  g_autoptr (PlenumTally) again = NULL;
  g_autoptr (PlenumTally) whole = NULL;

  poll_weigh (poll, "a=1 b=1 c=3", "5/2");
  poll_cast (poll, "c=1 b=2");
  same = plenum_profile_new_as (poll, plenum_method_find ("borda"), NULL);
  again = poll_count (same);
  whole = poll_count (poll);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (plenum_rational_compare (plenum_tally_get_score (again, i), plenum_tally_get_score (whole, i)), ==, 0);
}

/* Scores by sum or by majority of the two best; committees of as many. */
static void
test_kinds (void)
{
  g_autoptr (PlenumProfile) score = poll_new ("score", "maximum=9", 2);
  g_autoptr (PlenumProfile) approval = poll_new ("approval", "seats=2", 3);
  g_autoptr (PlenumProfile) dots = poll_new ("dots", "", 2);
  g_autofree char *committees = NULL;

  poll_cast (score, "a=9 b=0");
  poll_cast (score, "a=1 b=2");
  poll_cast (score, "a=1 b=2");
  assert_text (list_others (score), "star=b* ");

  poll_cast (approval, "a=1 b=1");
  poll_cast (approval, "a=1 b=1");
  poll_cast (approval, "c=1");
  committees = list_others (approval);
  g_assert_nonnull (g_strstr_len (committees, -1, "pav="));
  g_assert_nonnull (g_strstr_len (committees, -1, "phragmen="));

  poll_cast (dots, "a=1");
  assert_text (list_others (dots), "");
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "", 2);
  g_autoptr (PlenumTally) tally = poll_count (poll);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_other_methods_count (poll, tally, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/other-methods/rankings", test_rankings);
  g_test_add_func ("/other-methods/weights-and-ties", test_weights_and_ties);
  g_test_add_func ("/other-methods/kinds", test_kinds);
  g_test_add_func ("/other-methods/cancelled", test_cancelled);

  return g_test_run ();
}
