/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-reasons.h"
#include "plenum-sheet-check.h"
#include "plenum-voting-error.h"
#include "polls.h"

#include <string.h>

static const char * const settings[] = { "points", "4", "most", "2", NULL };
static const char * const options[] = { "id-1", "Repair café", "id-2", "Bike lane", NULL };

static void
test_accepts (void)
{
  PlenumBallotCheck check = plenum_sheet_check;
  PlenumSheetForm form = { "dots", settings, options, NULL };
  PlenumMark marks[] = { { "id-2", 2, NULL }, { "id-1", 2, NULL } };
  PlenumSheet sheet = { "screen", 1, NULL, marks, 2 };
  PlenumSheet empty = { "screen", 1, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (check (&form, &sheet, &error));
  g_assert_true (check (&form, &empty, &error));
  g_assert_no_error (error);
}

/* A budget is spent only where it is known what options cost. */
static void
test_costs (void)
{
  const char * const budget[] = { "budget", "100", NULL };
  const char * const costs[] = { "25/2", "" };
  PlenumSheetForm form = { "equal-shares", budget, options, costs };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumProfile) profile = plenum_profile_new_for_form (&form, &error);
  g_autofree char *cost = NULL;

  g_assert_no_error (error);
  cost = plenum_rational_to_text (plenum_profile_get_option_cost (profile, 0));
  g_assert_cmpstr (cost, ==, "25/2");
  g_assert_null (plenum_profile_get_option_cost (profile, 1));
}

static void
test_refuses (void)
{
  const char * const unknown[] = { "colour", "red", NULL };
  const char * const twice[] = { "x", "One", "x", "Other", NULL };
  struct { PlenumSheetForm form; PlenumMark mark; int code; const char *says; } cases[] = {
    { { "dots", settings, options, NULL }, { "id-1", 3, NULL }, PLENUM_VOTING_ERROR_TOO_MUCH, "“Repair café”" },
    { { "dots", settings, options, NULL }, { "id-3", 1, NULL }, PLENUM_VOTING_ERROR_UNKNOWN_OPTION, "“id-3”" },
    { { "dice", settings, options, NULL }, { "id-1", 1, NULL }, PLENUM_VOTING_ERROR_UNKNOWN_METHOD, "“dice”" },
    { { "dots", unknown, options, NULL }, { "id-1", 1, NULL }, PLENUM_VOTING_ERROR_UNKNOWN_SETTING, "“colour”" },
    { { "dots", settings, twice, NULL }, { "x", 1, NULL }, PLENUM_VOTING_ERROR_REPEATED_OPTION, "“x”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlenumSheet sheet = { "paper", 1, NULL, &cases[i].mark, 1 };
      g_autoptr (GError) error = NULL;

      g_assert_false (plenum_sheet_check (&cases[i].form, &sheet, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_reasons (void)
{
  static const char * const none[] = { NULL };
  PlenumSheetForm form = { "consent", none, options };
  PlenumSheetForm dots = { "dots", none, options };
  g_autofree char *long_text = g_strnfill (2001, 'x');
  struct { const PlenumSheetForm *form; PlenumMark mark; const char *says; } cases[] = {
    { &form, { "id-1", 2, "Too loud at night" }, NULL },
    { &form, { "id-2", 1, "Costs" }, NULL },
    { &form, { "id-1", 0, "Lovely" }, "“Repair café” has a reason" },
    { &dots, { "id-2", 1, "Nice" }, "belongs to a concern or an objection" },
    { &form, { "id-1", 2, long_text }, "at most 2000 characters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlenumSheet sheet = { "paper", 1, NULL, &cases[i].mark, 1 };
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumProfile) profile = plenum_profile_new_for_form (cases[i].form, &error);

      g_assert_cmpint (plenum_sheet_check (cases[i].form, &sheet, NULL), ==, cases[i].says == NULL);
      g_assert_cmpint (plenum_profile_add_sheet (profile, &sheet, &error), ==, cases[i].says == NULL);
      g_assert_cmpuint (plenum_profile_get_n_reasons (profile), ==, cases[i].says == NULL ? 1 : 0);
      if (cases[i].says != NULL)
        {
          g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE);
          g_assert_nonnull (strstr (error->message, cases[i].says));
          g_assert_cmpuint (plenum_profile_get_n_groups (profile), ==, 0);
        }
    }
}

/* What options cost goes with them; an amount that is none is refused with its option. */
static void
test_budget (void)
{
  const char *budget[] = { "budget", "90", NULL };
  const char *projects[] = { "a", "Bench", "b", "Trees", NULL };
  const char *costs[] = { "29.50", "121/3", NULL };
  const char *some[] = { "", "7", NULL };
  const char *wrong[] = { "1", "-7", NULL };
  PlenumSheetForm form = { "equal-shares", budget, projects, costs };
  g_autoptr (PlenumProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  profile = plenum_profile_new_for_form (&form, &error);
  g_assert_no_error (error);
  assert_text (plenum_rational_to_text (plenum_profile_get_option_cost (profile, 0)), "59/2");
  assert_text (plenum_rational_to_text (plenum_profile_get_option_cost (profile, 1)), "121/3");
  g_assert_true (plenum_profile_check_budget (profile, &error));
  g_clear_pointer (&profile, plenum_profile_free);

  form.costs = some;
  profile = plenum_profile_new_for_form (&form, &error);
  g_assert_null (plenum_profile_get_option_cost (profile, 0));
  g_assert_false (plenum_profile_check_budget (profile, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_COST);
  g_clear_error (&error);
  g_clear_pointer (&profile, plenum_profile_free);

  form.costs = wrong;
  g_assert_null (plenum_profile_new_for_form (&form, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_COST);
  g_assert_nonnull (strstr (error->message, "“Trees”"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-check/accepts", test_accepts);
  g_test_add_func ("/sheet-check/costs", test_costs);
  g_test_add_func ("/sheet-check/refuses", test_refuses);
  g_test_add_func ("/sheet-check/reasons", test_reasons);
  g_test_add_func ("/sheet-check/budget", test_budget);
  return g_test_run ();
}
