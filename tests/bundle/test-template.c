/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "plenum-template.h"

static void
test_all (void)
{
  g_autoptr (GPtrArray) templates = plenum_template_list ();
  g_autoptr (PlenumStore) store = fixture_new ();

  g_assert_cmpuint (templates->len, >=, 5);
  for (guint i = 0; i < templates->len; i++)
    {
      PlenumTemplate *template = templates->pdata[i];
      g_autoptr (PlenumAction) action = plenum_template_make_action (template, "Werkstatt", "de_AT.UTF-8");
      const char *id = plenum_action_get_result (action);
      g_autoptr (PlenumRecord) workshop = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) kinds = NULL;
      g_autoptr (GPtrArray) steps = NULL;
      guint from, to, minutes = 0;

      g_assert_true (plenum_store_perform (store, action, &error));
      g_assert_no_error (error);
      workshop = plenum_store_get (store, PLENUM_WORKSHOP, id, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), ==, "Werkstatt");
      g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TEMPLATE), ==, plenum_template_get_id (template));
      g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_PURPOSE), ==, plenum_template_get_purpose (template, "de"));
      g_assert_cmpstr (plenum_template_get_purpose (template, "de"), !=, plenum_template_get_purpose (template, "en"));
      g_assert_cmpstr (plenum_template_get_purpose (template, "fr"), ==, plenum_template_get_purpose (template, NULL));
      g_assert_cmpint (plenum_store_count (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, id), >=, 1);
      g_assert_cmpint (plenum_store_count (store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, id), >=, 2);
      steps = plenum_store_list (store, PLENUM_STEP, PLENUM_STEP_WORKSHOP, id, NULL);
      for (guint s = 0; s < steps->len; s++)
        minutes += plenum_record_get_integer (steps->pdata[s], PLENUM_STEP_MINUTES);
      g_assert_cmpuint (minutes, ==, plenum_template_get_minutes (template));
      plenum_template_get_group_size (template, &from, &to);
      g_assert_cmpuint (from, <, to);
      g_assert_cmpuint (plenum_template_get_minutes (template), >=, 10);
      kinds = plenum_template_list_kinds (template);
      g_assert_cmpuint (g_strv_length (kinds), >=, 1);
    }
}

static void
test_content (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumTemplate) template = plenum_template_load ("brainstorming-dots", &error);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumAction) action = plenum_template_make_action (template, "", "de");
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GPtrArray) polls = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_true (plenum_store_perform (store, action, &error));
  g_assert_no_error (error);
  areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, plenum_action_get_result (action), &error);
  polls = plenum_store_list (store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, plenum_action_get_result (action), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (polls->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_METHOD), ==, "dots");
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_STATE), ==, "draft");
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_SETTINGS), ==, "{\"most\":3,\"points\":5}");
  g_assert_cmpstr (plenum_template_get_name (template, "de"), ==, "Brainstorming mit Klebepunkten");

  steps = plenum_store_list (store, PLENUM_STEP, PLENUM_STEP_WORKSHOP, plenum_action_get_result (action), &error);
  g_assert_cmpstr (plenum_record_get_text (steps->pdata[1], PLENUM_STEP_TITLE), ==, "Ideen sammeln");
  g_assert_cmpstr (plenum_record_get_text (steps->pdata[1], PLENUM_STEP_BOARD), ==, plenum_record_get_text (areas->pdata[0], PLENUM_AREA_BOARD));
  g_assert_cmpstr (plenum_record_get_text (steps->pdata[3], PLENUM_STEP_POLL), ==, plenum_record_get_id (polls->pdata[0]));
  g_assert_null (plenum_record_get_text (steps->pdata[3], PLENUM_STEP_BOARD));

  /* One action, so one step back. */
  g_assert_true (plenum_store_undo (store, plenum_action_get_result (action), &error));
  g_assert_no_error (error);
  g_assert_cmpint (plenum_store_count (store, PLENUM_WORKSHOP, -1, NULL), ==, 0);
}

static void
test_errors (void)
{
  static const char * const wrong[] = {
    "[]", "{}", "{\"id\":1}", "{\"id\":\"a\",\"name\":{\"de\":\"A\"}}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[1],\"polls\":[],\"group_size\":{\"from\":1,\"to\":2}}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[],\"polls\":[{\"question\":{\"en\":\"A\"},\"method\":\"dots\"}],\"group_size\":{\"from\":1,\"to\":2}}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[],\"polls\":[],\"group_size\":{\"from\":1,\"to\":2},\"steps\":{}}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[],\"polls\":[],\"group_size\":{\"from\":1,\"to\":2},\"steps\":[{\"title\":{\"en\":\"A\"}}]}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[],\"polls\":[],\"group_size\":{\"from\":1,\"to\":2},\"steps\":[{\"title\":{\"en\":\"A\"},\"minutes\":5,\"board\":0}]}",
    "{\"id\":\"a\",\"name\":{\"en\":\"A\"},\"description\":{\"en\":\"A\"},\"question\":{\"en\":\"A\"},\"purpose\":{\"en\":\"A\"},"
    "\"minutes\":10,\"boards\":[],\"polls\":[],\"group_size\":{\"from\":1,\"to\":2},\"steps\":[{\"title\":{\"en\":\"A\"},\"minutes\":5,\"poll\":-1}]}",
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_template_load ("no-such", &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TEMPLATE);
  g_assert_nonnull (strstr (error->message, "world-cafe"));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_error (&error);
      g_assert_null (plenum_template_parse (wrong[i], -1, "t.json", &error));
      g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TEMPLATE);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/all", test_all);
  g_test_add_func ("/template/content", test_content);
  g_test_add_func ("/template/errors", test_errors);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
