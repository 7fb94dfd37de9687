/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a library drift apart and become one again: in any order, any number
 * of times, byte for byte where nobody deleted. */
#include <string.h>

#include "fixture.h"
#include "plenum-history.h"
#include "plenum-idea-actions.h"
#include "plenum-summary.h"
#include "plenum-workshop-actions.h"

#define COPIES 3

/* The ids that a bundle has tombstones of, added to @ids. */
static void
collect_deleted (const char *path, GHashTable *ids)
{
  g_autofree char *text = fixture_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "{\"id\":\"") && strstr (*line, "\"type\":\"tombstone\"") != NULL)
      g_hash_table_add (ids, g_strndup (*line + 7, 36));
}

/* The records of a library, line by line. Of those that somebody deleted only
 * whether they are there: a copy that let one go cannot know what it held. */
static char *
summarise (const char *path, GHashTable *deleted)
{
  g_autofree char *text = fixture_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *summary = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      const char *id = strstr (*line, "\"id\":\"");
      g_autofree char *key = id != NULL ? g_strndup (id + 6, 36) : g_strdup ("");

      if (strstr (*line, "\"type\":\"") == NULL)
        continue; /* the header and the end */
      if (!g_hash_table_contains (deleted, key))
        g_string_append_printf (summary, "%s\n", *line);
      else if (strstr (*line, "\"type\":\"tombstone\"") == NULL)
        g_string_append_printf (summary, "%s is there\n", key);
    }

  return g_string_free (summary, FALSE);
}

static char *
merge (const char * const *bundles, const int *order, guint n, GHashTable *deleted)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *path = NULL;
  g_autofree char *digest = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumImport) import = fixture_import (store, bundles[order[i]]);
    }
  path = fixture_export (store, PLENUM_PRIVACY_FULL, &digest);

  return g_hash_table_size (deleted) == 0 ? g_steal_pointer (&digest) : summarise (path, deleted);
}

static void
check_orders (const char * const *bundles)
{
  static const int orders[][5] = {
    { 0, 1, 2, 0, 0 }, { 0, 2, 1, 2, 0 }, { 1, 0, 2, 1, 1 }, { 1, 2, 0, 0, 2 }, { 2, 0, 1, 1, 0 }, { 2, 1, 0, 2, 1 },
  };
  g_autoptr (GHashTable) deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < COPIES; i++)
    collect_deleted (bundles[i], deleted);
  expected = merge (bundles, orders[0], 3, deleted);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *three = merge (bundles, orders[i], 3, deleted);
      g_autofree char *more = merge (bundles, orders[i], 5, deleted);

      g_assert_true (g_str_equal (three, expected));
      g_assert_true (g_str_equal (more, expected));
    }
}

static void
run_history (GRand *rand, gboolean deletions)
{
  PlenumStore *copies[COPIES];
  g_autofree char *base = NULL;
  g_auto (GStrv) bundles = g_new0 (char *, COPIES + 1);

  for (guint i = 0; i < COPIES; i++)
    copies[i] = fixture_new ();
  fixture_populate (copies[0], rand, 60);
  base = fixture_export (copies[0], PLENUM_PRIVACY_FULL, NULL);
  for (guint i = 1; i < COPIES; i++)
    {
      g_autoptr (PlenumImport) import = fixture_import (copies[i], base);
    }

  for (guint round = 0; round < 60; round++)
    {
      guint i = g_rand_int_range (rand, 0, COPIES);

      fixture_change (copies[i], rand, deletions);
      /* Now and then one is sent to another. */
      if (g_rand_int_range (rand, 0, 20) == 0)
        {
          g_autofree char *sent = fixture_export (copies[i], PLENUM_PRIVACY_FULL, NULL);
          g_autoptr (PlenumImport) import = fixture_import (copies[(i + 1) % COPIES], sent);
        }
    }

  for (guint i = 0; i < COPIES; i++)
    bundles[i] = fixture_export (copies[i], PLENUM_PRIVACY_FULL, NULL);
  check_orders ((const char * const *) bundles);
  for (guint i = 0; i < COPIES; i++)
    plenum_store_close (copies[i]);
}

static void
test_edits (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      run_history (rand, FALSE);
    }
}

static void
test_deletions (void)
{
  for (guint seed = 101; seed <= 105; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      run_history (rand, TRUE);
    }
}

static void
write_title (PlenumStore *store, const char *id, const char *text)
{
  fixture_set_text (store, PLENUM_WORKSHOP, id, PLENUM_WORKSHOP_TITLE, text);
}

static void
add_needed (PlenumRecord *record, const char *workshop)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].required)
      {
        if (info->fields[i].kind == PLENUM_FIELD_TEXT)
          plenum_record_set_text (record, i, "a0");
        else if (info->fields[i].kind == PLENUM_FIELD_REFERENCE)
          plenum_record_set_text (record, i, workshop);
        else
          plenum_record_set_integer (record, i, 0);
      }
}

/* What people type besides titles and texts is kept too where it loses: what an
 * axis is called, an address, what a step needs. */
static void
test_other_texts (void)
{
  static const struct { PlenumRecordType type; guint field; } texts[] = {
    { PLENUM_BOARD, PLENUM_BOARD_X_AXIS }, { PLENUM_BOARD, PLENUM_BOARD_Y_AXIS },
    { PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_EMAIL }, { PLENUM_STEP, PLENUM_STEP_METHOD },
    { PLENUM_STEP, PLENUM_STEP_MATERIAL }, { PLENUM_STEP, PLENUM_STEP_LEAD }, { PLENUM_STEP, PLENUM_STEP_NOTE },
  };
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, plenum_record_new (PLENUM_WORKSHOP, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (records, plenum_record_new (texts[i].type, NULL));
  for (guint i = 0; i < records->len; i++)
    add_needed (records->pdata[i], plenum_record_get_id (records->pdata[0]));
  fixture_insert (first, records);
  fixture_send (first, second);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *id = plenum_record_get_id (records->pdata[i + 1]);

      fixture_set_text (first, texts[i].type, id, texts[i].field, "Here");
      fixture_set_text (second, texts[i].type, id, texts[i].field, "There");
    }
  g_assert_cmpuint (fixture_send (first, second), ==, G_N_ELEMENTS (texts));
}

static GPtrArray *
list_workshops (PlenumStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = plenum_store_list_summaries (store, &error);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < summaries->len; i++)
    g_ptr_array_add (ids, g_strdup (plenum_record_get_id (((PlenumSummary *) summaries->pdata[i])->workshop)));

  return ids;
}

/* What comes next is later by the clock as well. */
static void
wait_for_clock (void)
{
  for (gint64 then = g_get_real_time () / 1000; g_get_real_time () / 1000 == then;)
    g_thread_yield ();
}

/* Two wrote the same: only the stamps of one are taken over. There is nothing to
 * undo in that, and nothing that could be done again when it is long outdated. */
static void
test_stamps_alone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (GPtrArray) workshops = NULL;
  g_autofree char *path = NULL, *before = NULL, *after = NULL, *label = NULL;
  g_autoptr (PlenumImport) import = NULL;

  fixture_populate (first, rand, 5);
  fixture_send (first, second);
  workshops = list_workshops (first);
  write_title (first, workshops->pdata[0], "Same");
  wait_for_clock ();
  write_title (second, workshops->pdata[0], "Same");
  g_free (fixture_export (first, PLENUM_PRIVACY_FULL, &before));
  path = fixture_export (second, PLENUM_PRIVACY_FULL, NULL);
  import = fixture_import (first, path);
  g_free (fixture_export (first, PLENUM_PRIVACY_FULL, &after));
  g_assert_cmpstr (before, !=, after);
  label = plenum_store_get_undo_label (first, NULL);
  g_assert_cmpstr (label, ==, "Change");
}

/* One deletes a card that another has changed and commented on meanwhile. The
 * comment holds the card, until it is deleted too; what the card said is kept
 * then, for who deleted it had not read that. */
static void
test_held_back (void)
{
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlenumAction) comment = NULL, delete = NULL;
  g_autoptr (PlenumRecord) held = NULL;
  const char *ids[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, plenum_record_new (PLENUM_WORKSHOP, NULL));
  g_ptr_array_add (records, plenum_record_new (PLENUM_IDEA, NULL));
  for (guint i = 0; i < records->len; i++)
    add_needed (records->pdata[i], plenum_record_get_id (records->pdata[0]));
  ids[0] = plenum_record_get_id (records->pdata[1]);
  fixture_insert (first, records);
  fixture_send (first, second);

  fixture_set_text (second, PLENUM_IDEA, ids[0], PLENUM_IDEA_TEXT, "Unread");
  comment = plenum_action_add_comment (ids[0], "Yes", NULL);
  plenum_store_perform (second, comment, &error);
  g_assert_no_error (error);
  wait_for_clock ();
  delete = plenum_action_delete_ideas (ids);
  plenum_store_perform (first, delete, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (fixture_send (second, first), ==, 1);
  held = plenum_store_get (first, PLENUM_IDEA, ids[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plenum_record_get_text (held, PLENUM_IDEA_TEXT), ==, "Unread");
  g_assert_cmpuint (fixture_send (second, first), ==, 0);
}

/* Reads a workshop as it is in @copy, and brings it back into @store. */
static char *
bring_back (PlenumStore *copy, PlenumStore *store, const char *workshop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = plenum_store_read_workshop (copy, workshop, &error);
  g_autoptr (PlenumAction) action = NULL;

  g_assert_no_error (error);
  action = plenum_action_bring_back_workshop (records, "Back");
  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);

  return g_strdup (plenum_action_get_result (action));
}

/* Two libraries have the same workshop. One deletes it, brings it back from a copy
 * and works on; the other works on the first. After they exchanged all they have,
 * both hold the same, and what was brought back is among it. */
static void
test_brought_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (PlenumStore) first = fixture_new ();
  g_autoptr (PlenumStore) second = fixture_new ();
  g_autoptr (PlenumStore) copy = fixture_new ();
  g_autoptr (GPtrArray) workshops = NULL;
  g_autoptr (GHashTable) deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *back = NULL, *here = NULL, *there = NULL, *one = NULL, *other = NULL;
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (PlenumRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  fixture_populate (first, rand, 60);
  fixture_send (first, second);
  fixture_send (first, copy);
  workshops = list_workshops (first);
  g_assert_cmpuint (workshops->len, >, 0);

  action = plenum_action_delete_workshop (workshops->pdata[0]);
  plenum_store_perform (first, action, &error);
  g_assert_no_error (error);
  back = bring_back (copy, first, workshops->pdata[0]);
  g_assert_cmpstr (back, !=, workshops->pdata[0]);
  write_title (first, back, "Back and changed");
  for (guint i = 0; i < 20; i++)
    fixture_change (second, rand, FALSE);

  for (guint round = 0; round < 2; round++)
    {
      fixture_send (first, second);
      fixture_send (second, first);
    }
  here = fixture_export (first, PLENUM_PRIVACY_FULL, NULL);
  there = fixture_export (second, PLENUM_PRIVACY_FULL, NULL);
  collect_deleted (here, deleted);
  collect_deleted (there, deleted);
  one = summarise (here, deleted);
  other = summarise (there, deleted);
  g_assert_true (g_str_equal (one, other));
  record = plenum_store_get (second, PLENUM_WORKSHOP, back, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_WORKSHOP_TITLE), ==, "Back and changed");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/other-texts", test_other_texts);
  g_test_add_func ("/merge/stamps-alone", test_stamps_alone);
  g_test_add_func ("/merge/held-back", test_held_back);
  g_test_add_func ("/merge/edits", test_edits);
  g_test_add_func ("/merge/deletions", test_deletions);
  g_test_add_func ("/merge/brought-back", test_brought_back);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
