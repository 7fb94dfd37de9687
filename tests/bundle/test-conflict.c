/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that lose to one whose writer had not seen them: kept, counted once, settled. */
#include "plenum-conflict.h"

#include "fixture.h"
#include "plenum-exchange.h"
#include "plenum-history.h"

/* A text that loses to one written without having seen it is kept and counted, once. */
static void
test_kept (void)
{
  g_autofree char *csv = fixture_write ("conflict.csv", "text\nx\n", -1);
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (PlenumImport) import = fixture_import (first, csv);
  const char *id = ((PlenumImportResult *) plenum_import_get_results (import)->pdata[0])->workshops->pdata[0];
  g_autoptr (PlenumRecord) workshop = NULL, other = NULL;

  g_assert_cmpuint (fixture_send (first, second), ==, 0);
  fixture_set_text (second, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "Knowingly");
  g_assert_cmpuint (fixture_send (second, first), ==, 0);
  fixture_set_text (first, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "Here");
  fixture_set_text (second, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "There");
  g_assert_cmpuint (fixture_send (first, second), ==, 1);
  g_assert_cmpuint (fixture_send (first, second), ==, 0);
  /* If the other one was later after all, there is nothing left to lose on the way back. */
  g_assert_cmpuint (fixture_send (second, first), <=, 1);
  g_assert_cmpuint (fixture_send (second, first), ==, 0);
  workshop = plenum_store_get (first, PLENUM_WORKSHOP, id, NULL);
  other = plenum_store_get (second, PLENUM_WORKSHOP, id, NULL);
  g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), ==,
                   plenum_record_get_text (other, PLENUM_WORKSHOP_TITLE));
}

/* Until what is written next is later by the clock of every library. */
static void
wait_for_later (void)
{
  gint64 now = g_get_real_time () / 1000;

  while (g_get_real_time () / 1000 <= now)
    g_thread_yield ();
}

/* Whoever hears from us afterwards takes it that we have seen what the import brought,
 * and keeps none of it: the text that lost is kept here also when the import is undone. */
static void
test_undone (void)
{
  g_autofree char *csv = fixture_write ("undone.csv", "text\nx\n", -1);
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (PlenumImport) import = fixture_import (first, csv);
  const char *id = ((PlenumImportResult *) plenum_import_get_results (import)->pdata[0])->workshops->pdata[0];
  g_autoptr (PlenumStamps) stamps = NULL;
  g_autoptr (GError) error = NULL;
  const char *stamp;

  fixture_send (first, second);
  fixture_set_text (first, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "Here");
  fixture_set_text (first, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_PLACE, "Bonn");
  wait_for_later ();
  fixture_set_text (second, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "There");
  stamps = plenum_store_get_stamps (first, id);
  stamp = plenum_stamps_get (stamps, "title", FALSE);
  g_assert_cmpuint (fixture_send (first, second), ==, 1);
  g_assert_true (plenum_store_has_losing (second, id, "title", stamp));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (plenum_store_undo (second, id, &error));
      g_assert_no_error (error);
      g_assert_true (plenum_store_has_losing (second, id, "title", stamp));
      g_assert_true (plenum_store_redo (second, id, &error));
      g_assert_no_error (error);
    }
}

static PlenumConflict *
get_only_conflict (PlenumStore *store, const char *workshop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = plenum_store_list_conflicts (store, workshop, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, <=, 1);

  return conflicts->len > 0 ? g_ptr_array_steal_index (conflicts, 0) : NULL;
}

static char *
get_title (PlenumStore *store, const char *workshop)
{
  g_autoptr (PlenumRecord) record = plenum_store_get (store, PLENUM_WORKSHOP, workshop, NULL);

  return g_strdup (plenum_record_get_text (record, PLENUM_WORKSHOP_TITLE));
}

/* What a person decides is done once, undone and done again, and not asked for again when the
 * same bundle comes once more. */
static void
test_settled (void)
{
  static const struct { const char *text, *after; } cases[] = {
    { NULL, "There" }, { "Here", "Here" }, { "Here and there", "Here and there" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = fixture_write ("settled.csv", "text\nx\n", -1);
      g_autoptr (PlenumStore) first = fixture_new ();
      g_autoptr (PlenumStore) second = fixture_new ();
      g_autoptr (PlenumImport) import = fixture_import (first, csv);
      const char *id = ((PlenumImportResult *) plenum_import_get_results (import)->pdata[0])->workshops->pdata[0];
      g_autoptr (PlenumConflict) conflict = NULL;
      g_autoptr (PlenumAction) settle = NULL, empty = NULL;
      g_autofree char *after = NULL, *undone = NULL, *again = NULL, *label = NULL;
      g_autoptr (GError) error = NULL;

      fixture_send (first, second);
      fixture_set_text (first, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "Here");
      wait_for_later ();
      fixture_set_text (second, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, "There");
      fixture_send (first, second);
      conflict = get_only_conflict (second, id);
      g_assert_nonnull (conflict);
      g_assert_cmpstr (conflict->text, ==, "Here");
      g_assert_false (conflict->here);
      g_assert_cmpstr (plenum_conflict_get_present (conflict), ==, "There");
      g_assert_cmpint (ABS (plenum_conflict_get_time (conflict) - g_get_real_time () / 1000), <, 60 * 60 * 1000);

      empty = plenum_action_settle_conflict (conflict, " ");
      g_assert_false (plenum_store_perform (second, empty, &error));
      g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
      g_clear_error (&error);

      settle = plenum_action_settle_conflict (conflict, cases[i].text);
      plenum_store_perform (second, settle, &error);
      g_assert_no_error (error);
      g_assert_null (get_only_conflict (second, id));
      after = get_title (second, id);
      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_cmpuint (fixture_send (first, second), ==, 0);
      g_assert_null (get_only_conflict (second, id));

      label = plenum_store_get_undo_label (second, id);
      g_assert_cmpstr (label, ==, "Settle a text that was written twice");
      g_assert_true (plenum_store_undo (second, id, &error));
      g_assert_no_error (error);
      plenum_conflict_unref (g_steal_pointer (&conflict));
      conflict = get_only_conflict (second, id);
      g_assert_nonnull (conflict);
      undone = get_title (second, id);
      g_assert_cmpstr (undone, ==, "There");
      g_assert_true (plenum_store_redo (second, id, &error));
      g_assert_no_error (error);
      g_assert_null (get_only_conflict (second, id));
      again = get_title (second, id);
      g_assert_cmpstr (again, ==, cases[i].after);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict/kept", test_kept);
  g_test_add_func ("/conflict/undone", test_undone);
  g_test_add_func ("/conflict/settled", test_settled);
  status = g_test_run ();
  fixture_clean_up ();

  return status;
}
