/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-amount-row.h"
#include "plenum-poll-settings.h"

static void
test_settings (void)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autofree char *empty = plenum_poll_settings_to_json (settings);
  g_autofree char *json = NULL;

  g_assert_cmpstr (empty, ==, "{}");
  plenum_settings_set_integer (settings, "points", 5);
  plenum_settings_set (settings, "most", "0");
  plenum_settings_set (settings, "seed", "007 \"\\\n");
  plenum_settings_set (settings, "tie_break", "lot");
  json = plenum_poll_settings_to_json (settings);
  g_assert_cmpstr (json, ==, "{\"most\":0,\"points\":5,\"seed\":\"007 \\\"\\\\\\u000a\",\"tie_break\":\"lot\"}");
  g_assert_cmpstr (plenum_poll_choice_get_label ("ties", "lot"), ==, "By lot");
  g_assert_cmpstr (plenum_poll_choice_get_label ("ties", "new"), ==, "new");
  g_assert_cmpstr (plenum_poll_choice_get_label ("tie_break", "none"), ==, "A tie stays a tie");
  g_assert_cmpstr (plenum_poll_choice_get_label ("completion", "none"), ==, "It is kept");
}

static void
assert_amount (const char *typed, const char *expected)
{
  g_autofree char *amount = plenum_amount_row_read (typed);

  g_assert_cmpstr (amount, ==, expected);
}

static void
test_amount (void)
{
  assert_amount ("12000", "12000");
  assert_amount (" 12 000,50 ", "12000.50");
  assert_amount ("", "");
  assert_amount ("1.200", NULL);
  assert_amount ("1,200", NULL);
  assert_amount ("1.200,50", NULL);
  assert_amount ("-3", NULL);
  assert_amount ("free", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/poll-settings/json", test_settings);
  g_test_add_func ("/poll-settings/amount", test_amount);

  return g_test_run ();
}
