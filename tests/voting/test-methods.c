/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

#include <string.h>

static void
test_table (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plenum_method_count (); i++)
    {
      const PlenumMethod *method = plenum_method_get (i);
      g_autoptr (PlenumProfile) poll = poll_new (plenum_method_get_id (method), "", 3);
      g_autofree char *paper = plenum_profile_describe_paper (poll);

      g_assert_true (g_hash_table_add (ids, (char *) plenum_method_get_id (method)));
      g_assert_true (plenum_method_find (plenum_method_get_id (method)) == method);
      g_assert_cmpstr (plenum_method_get_name (method), !=, "");
      g_assert_true (g_str_has_suffix (plenum_method_get_purpose (method), "."));
      g_assert_true (g_str_has_suffix (plenum_method_get_rule (method), "."));
      g_assert_true (g_str_has_suffix (paper, "."));
    }

  g_assert_true (g_hash_table_contains (ids, "dots"));
  g_assert_true (g_hash_table_contains (ids, "approval"));
  g_assert_true (g_hash_table_contains (ids, "agreement"));
  g_assert_null (plenum_method_find ("Dots"));
  g_assert_null (plenum_method_find (NULL));
}

/* Every default is a value that the setting takes, and every method breaks ties. */
static void
test_defaults (void)
{
  for (guint i = 0; i < plenum_method_count (); i++)
    {
      const PlenumMethod *method = plenum_method_get (i);
      g_autoptr (PlenumSettings) settings = plenum_settings_new ();
      const PlenumSetting *setting;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; (setting = plenum_method_get_setting (method, j)) != NULL; j++)
        {
          plenum_settings_set (settings, setting->name, setting->default_value);
          g_assert_cmpstr (plenum_setting_get_label (setting), !=, "");
          g_assert_true (plenum_method_find_setting (method, setting->name) == setting);
        }

      plenum_method_check_settings (method, settings, &error);
      g_assert_no_error (error);
      g_assert_nonnull (plenum_method_find_setting (method, "tie_break"));
      g_assert_nonnull (plenum_method_find_setting (method, "seed"));
      g_assert_null (plenum_method_find_setting (method, "no such setting"));
    }
}

static void
test_settings (void)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (PlenumSettings) copy = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  plenum_settings_set (settings, "seed", "x");
  plenum_settings_set_integer (settings, "points", -9);
  plenum_settings_set (settings, "most", "1");
  plenum_settings_set (settings, "most", NULL);
  copy = plenum_settings_copy (settings);
  plenum_settings_set (settings, "seed", "y");

  names = plenum_settings_list (copy);
  joined = g_strjoinv (" ", names);
  g_assert_cmpstr (joined, ==, "points seed");
  g_assert_cmpstr (plenum_settings_get (copy, "points"), ==, "-9");
  g_assert_cmpstr (plenum_settings_get (copy, "seed"), ==, "x");
  g_assert_null (plenum_settings_get (copy, "most"));
}

static void
test_refuses_settings (void)
{
  struct { const char *method, *name, *value; int code; const char *says; } cases[] = {
    { "dots", "seats", "1", PLENUM_VOTING_ERROR_UNKNOWN_SETTING, "points, most, tie_break, seed" },
    { "agreement", "points", "5", PLENUM_VOTING_ERROR_UNKNOWN_SETTING, "tie_break, seed" },
    { "dots", "points", "0", PLENUM_VOTING_ERROR_INVALID_SETTING, "from 1 to 1000" },
    { "dots", "points", "1001", PLENUM_VOTING_ERROR_INVALID_SETTING, "from 1 to 1000" },
    { "dots", "points", "", PLENUM_VOTING_ERROR_INVALID_SETTING, "whole number" },
    { "dots", "points", "5x", PLENUM_VOTING_ERROR_INVALID_SETTING, "whole number" },
    { "dots", "points", "99999999999999999999", PLENUM_VOTING_ERROR_INVALID_SETTING, "whole number" },
    { "dots", "most", "-1", PLENUM_VOTING_ERROR_INVALID_SETTING, "from 0 to 1000" },
    { "approval", "seats", "0", PLENUM_VOTING_ERROR_INVALID_SETTING, "from 1 to 1000" },
    { "approval", "tie_break", "coin", PLENUM_VOTING_ERROR_INVALID_SETTING, "none, lot, order" },
    { "approval", "tie_break", "lot", PLENUM_VOTING_ERROR_INVALID_SETTING, "“seed”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumSettings) settings = plenum_settings_new ();
      g_autoptr (GError) error = NULL;

      plenum_settings_set (settings, cases[i].name, cases[i].value);
      g_assert_null (plenum_profile_new (cases[i].method, settings, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_unknown_method (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_profile_new ("acclamation", NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_METHOD);
  g_assert_nonnull (strstr (error->message, "dots, approval, agreement"));
}

static void
test_papers (void)
{
  struct { const char *method, *settings, *says; } cases[] = {
    { "dots", "", "Give up to 5 points, at most 3 to one option." },
    { "dots", "points=1 most=1", "Give 1 point to an option." },
    { "dots", "points=5 most=0", "Give up to 5 points, spread over the options as you like." },
    { "dots", "points=2 most=3", "Give up to 2 points, spread over the options as you like." },
    { "approval", "", "Choose as many options as you like." },
    { "approval", "most=1", "Choose 1 option." },
    { "approval", "most=3", "Choose up to 3 options." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (cases[i].method, cases[i].settings, 2);

      assert_text (plenum_profile_describe_paper (poll), cases[i].says);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/methods/table", test_table);
  g_test_add_func ("/methods/defaults", test_defaults);
  g_test_add_func ("/methods/settings", test_settings);
  g_test_add_func ("/methods/refuses-settings", test_refuses_settings);
  g_test_add_func ("/methods/unknown-method", test_unknown_method);
  g_test_add_func ("/methods/papers", test_papers);
  return g_test_run ();
}
