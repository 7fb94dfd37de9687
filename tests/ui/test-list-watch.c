/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-list-watch.h"
#include "plenum-record.h"

static void
count_cb (PlenumListWatch *watch, guint *count)
{
  (*count)++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
change (PlenumRecord *record, const char *name)
{
  g_autoptr (PlenumRecord) newer = plenum_record_copy (record, plenum_record_get_id (record));

  plenum_record_set_text (newer, PLENUM_PARTICIPANT_NAME, name);
  plenum_record_take_values (record, newer);
}

static void
test_once (void)
{
  g_autoptr (GListStore) list = g_list_store_new (PLENUM_TYPE_RECORD);
  g_autoptr (PlenumRecord) first = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autoptr (PlenumRecord) second = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autoptr (PlenumListWatch) watch = NULL;
  guint count = 0;

  g_list_store_append (list, first);
  watch = plenum_list_watch_new (G_LIST_MODEL (list));
  settle ();
  g_signal_connect (watch, "changed", G_CALLBACK (count_cb), &count);

  g_list_store_append (list, second);
  change (first, "a");
  change (second, "b");
  g_assert_cmpuint (count, ==, 0);
  settle ();
  g_assert_cmpuint (count, ==, 1);

  g_list_store_remove (list, 0);
  settle ();
  g_assert_cmpuint (count, ==, 2);
  change (first, "gone");
  settle ();
  g_assert_cmpuint (count, ==, 2);
  change (second, "here");
  settle ();
  g_assert_cmpuint (count, ==, 3);

  g_clear_object (&watch);
  change (second, "nobody looks");
  settle ();
  g_assert_cmpuint (count, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-watch/once", test_once);

  return g_test_run ();
}
