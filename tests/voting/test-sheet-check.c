/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-sheet-check.h"
#include "plenum-voting-error.h"

#include <string.h>

static const char * const settings[] = { "points", "4", "most", "2", NULL };
static const char * const options[] = { "id-1", "Repair café", "id-2", "Bike lane", NULL };

static void
test_accepts (void)
{
  PlenumBallotCheck check = plenum_sheet_check;
  PlenumSheetForm form = { "dots", settings, options };
  PlenumMark marks[] = { { "id-2", 2 }, { "id-1", 2 } };
  PlenumSheet sheet = { "screen", 1, NULL, marks, 2 };
  PlenumSheet empty = { "screen", 1, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (check (&form, &sheet, &error));
  g_assert_true (check (&form, &empty, &error));
  g_assert_no_error (error);
}

static void
test_refuses (void)
{
  const char * const unknown[] = { "colour", "red", NULL };
  const char * const twice[] = { "x", "One", "x", "Other", NULL };
  struct { PlenumSheetForm form; PlenumMark mark; int code; const char *says; } cases[] = {
    { { "dots", settings, options }, { "id-1", 3 }, PLENUM_VOTING_ERROR_TOO_MUCH, "“Repair café”" },
    { { "dots", settings, options }, { "id-3", 1 }, PLENUM_VOTING_ERROR_UNKNOWN_OPTION, "“id-3”" },
    { { "dice", settings, options }, { "id-1", 1 }, PLENUM_VOTING_ERROR_UNKNOWN_METHOD, "“dice”" },
    { { "dots", unknown, options }, { "id-1", 1 }, PLENUM_VOTING_ERROR_UNKNOWN_SETTING, "“colour”" },
    { { "dots", settings, twice }, { "x", 1 }, PLENUM_VOTING_ERROR_REPEATED_OPTION, "“x”" },
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-check/accepts", test_accepts);
  g_test_add_func ("/sheet-check/refuses", test_refuses);
  return g_test_run ();
}
