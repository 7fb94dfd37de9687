/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-record.h"

#include "plenum-uuid.h"

static void
test_new_is_null (void)
{
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      g_autoptr (PlenumRecord) record = plenum_record_new (type, NULL);

      g_assert_true (plenum_uuid_is_valid (plenum_record_get_id (record)));
      g_assert_cmpint (plenum_record_get_record_type (record), ==, type);
      for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
        {
          g_assert_true (plenum_record_is_null (record, i));
          g_assert_null (plenum_record_get_text (record, i));
          g_assert_cmpint (plenum_record_get_integer (record, i), ==, 0);
        }
    }
}

static void
test_values (void)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, "an id");

  g_assert_cmpstr (plenum_record_get_id (idea), ==, "an id");
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "");
  g_assert_false (plenum_record_is_null (idea, PLENUM_IDEA_TEXT)); /* empty is a value */
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "Repair café");
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, plenum_record_get_text (idea, PLENUM_IDEA_TEXT));
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_TEXT), ==, "Repair café");
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, NULL);
  g_assert_true (plenum_record_is_null (idea, PLENUM_IDEA_TEXT));

  plenum_record_set_integer (idea, PLENUM_IDEA_MODERATED, 0);
  g_assert_false (plenum_record_is_null (idea, PLENUM_IDEA_MODERATED)); /* so is zero */
  plenum_record_set_integer (idea, PLENUM_IDEA_MODERATED, G_MININT64);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_MODERATED), ==, G_MININT64);
  plenum_record_set_null (idea, PLENUM_IDEA_MODERATED);
  g_assert_true (plenum_record_is_null (idea, PLENUM_IDEA_MODERATED));
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_MODERATED), ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, "one");
  g_autoptr (PlenumRecord) copy = NULL;
  g_autoptr (PlenumRecord) renewed = NULL;

  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, "Title");
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, 17);
  copy = plenum_record_copy (idea, "two");
  renewed = plenum_record_copy (idea, NULL);
  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, "Changed");

  g_assert_cmpstr (plenum_record_get_id (copy), ==, "two");
  g_assert_true (plenum_uuid_is_valid (plenum_record_get_id (renewed)));
  g_assert_cmpstr (plenum_record_get_text (copy, PLENUM_IDEA_TITLE), ==, "Title");
  g_assert_cmpint (plenum_record_get_integer (copy, PLENUM_IDEA_CREATED), ==, 17);
  g_assert_true (plenum_record_is_null (copy, PLENUM_IDEA_AREA));
}

static void
test_equal (void)
{
  g_autoptr (PlenumRecord) a = plenum_record_new (PLENUM_IDEA, NULL);
  g_autoptr (PlenumRecord) b = plenum_record_new (PLENUM_IDEA, NULL);

  g_assert_true (plenum_record_field_equal (a, b, PLENUM_IDEA_TEXT));
  plenum_record_set_text (a, PLENUM_IDEA_TEXT, "");
  g_assert_false (plenum_record_field_equal (a, b, PLENUM_IDEA_TEXT)); /* null is not empty */
  plenum_record_set_text (b, PLENUM_IDEA_TEXT, "");
  g_assert_true (plenum_record_field_equal (a, b, PLENUM_IDEA_TEXT));

  plenum_record_set_integer (a, PLENUM_IDEA_MODERATED, 0);
  g_assert_false (plenum_record_field_equal (a, b, PLENUM_IDEA_MODERATED)); /* nor zero */
}

static void
count_signal (PlenumRecord *record, gpointer count)
{
  (*(guint *) count)++;
}

static void
test_take_values (void)
{
  g_autoptr (PlenumRecord) shown = plenum_record_new (PLENUM_IDEA, "id");
  g_autoptr (PlenumRecord) newer = plenum_record_new (PLENUM_IDEA, "id");
  guint changes = 0;

  g_signal_connect (shown, "changed", G_CALLBACK (count_signal), &changes);
  plenum_record_take_values (shown, newer);
  g_assert_cmpuint (changes, ==, 0);

  plenum_record_set_text (newer, PLENUM_IDEA_TEXT, "text");
  plenum_record_set_integer (newer, PLENUM_IDEA_CREATED, 3);
  plenum_record_take_values (shown, newer);
  g_assert_cmpuint (changes, ==, 1); /* once, whatever differs */
  g_assert_cmpstr (plenum_record_get_text (shown, PLENUM_IDEA_TEXT), ==, "text");
  g_assert_cmpint (plenum_record_get_integer (shown, PLENUM_IDEA_CREATED), ==, 3);

  plenum_record_take_values (shown, newer);
  plenum_record_take_values (shown, shown);
  g_assert_cmpuint (changes, ==, 1);

  plenum_record_set_null (newer, PLENUM_IDEA_TEXT);
  plenum_record_take_values (shown, newer);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_true (plenum_record_is_null (shown, PLENUM_IDEA_TEXT));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new-is-null", test_new_is_null);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/equal", test_equal);
  g_test_add_func ("/record/take-values", test_take_values);
  return g_test_run ();
}
