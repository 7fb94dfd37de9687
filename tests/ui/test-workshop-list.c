/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-workshop-list.h"

static PlenumSummary *
make (const char *title, const char *state, const char *date, gboolean archived)
{
  PlenumSummary *summary = g_new0 (PlenumSummary, 1);

  summary->workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  summary->ideas = 3;
  plenum_record_set_text (summary->workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (summary->workshop, PLENUM_WORKSHOP_STATE, state);
  plenum_record_set_integer (summary->workshop, PLENUM_WORKSHOP_ARCHIVED, archived);
  if (date != NULL)
    plenum_record_set_text (summary->workshop, PLENUM_WORKSHOP_DATE, date);

  return summary;
}

static PlenumWorkshopList *
make_list (void)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_summary_free);

  g_ptr_array_add (summaries, make ("Straße", "finished", "2026-01-01", FALSE));
  g_ptr_array_add (summaries, make ("Neuer", "finished", "2026-02-01", FALSE));
  g_ptr_array_add (summaries, make ("Ohne Tag", "planned", NULL, FALSE));
  g_ptr_array_add (summaries, make ("Später", "planned", "2027-05-01", FALSE));
  g_ptr_array_add (summaries, make ("Bald", "planned", "2027-04-01", FALSE));
  g_ptr_array_add (summaries, make ("Jetzt", "running", "2026-11-23", FALSE));
  g_ptr_array_add (summaries, make ("Alte Straße", "finished", "2020-01-01", TRUE));

  return plenum_workshop_list_new_fixed (summaries);
}

/* The lines, "[section]" for a heading, separated by commas. */
static char *
describe (PlenumWorkshopList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PlenumWorkshopItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      PlenumRecord *workshop = plenum_workshop_item_get_workshop (item);

      if (text->len > 0)
        g_string_append (text, ", ");
      if (workshop != NULL)
        g_string_append (text, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
      else
        g_string_append_printf (text, "[%s]", plenum_section_get_title (plenum_workshop_item_get_section (item)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_lines (PlenumWorkshopList *list, const char *expected)
{
  g_autofree char *lines = describe (list);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (PlenumWorkshopList) list = make_list ();

  assert_lines (list, "[Running], Jetzt, [Planned], Bald, Später, Ohne Tag, [Finished], Neuer, Straße");
  g_assert_true (plenum_workshop_list_get_loaded (list));
  g_assert_cmpuint (plenum_workshop_list_count (list, PLENUM_N_SECTIONS), ==, 6);
  g_assert_cmpuint (plenum_workshop_list_count (list, PLENUM_SECTION_PLANNED), ==, 3);
  g_assert_cmpuint (plenum_workshop_list_count (list, PLENUM_SECTION_ARCHIVED), ==, 1);
}

static void
test_places (void)
{
  g_autoptr (PlenumWorkshopList) list = make_list ();
  g_autoptr (PlenumWorkshopItem) soon = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_autoptr (PlenumWorkshopItem) later = g_list_model_get_item (G_LIST_MODEL (list), 4);

  g_assert_true (plenum_workshop_item_is_first (soon));
  g_assert_false (plenum_workshop_item_is_last (soon));
  g_assert_false (plenum_workshop_item_is_first (later));
  g_assert_cmpuint (plenum_workshop_item_get_ideas (soon), ==, 3);

  /* Alone in its section it is both, and those who show it are told. */
  plenum_workshop_list_set_query (list, "bald");
  g_assert_true (plenum_workshop_item_is_first (soon));
  g_assert_true (plenum_workshop_item_is_last (soon));
}

static void
test_query (void)
{
  g_autoptr (PlenumWorkshopList) list = make_list ();

  plenum_workshop_list_set_query (list, "strasse");
  assert_lines (list, "[Finished], Straße, [Archived], Alte Straße");
  plenum_workshop_list_set_query (list, "");
  g_assert_null (plenum_workshop_list_get_query (list));
  assert_lines (list, "[Running], Jetzt, [Planned], Bald, Später, Ohne Tag, [Finished], Neuer, Straße");
}

static void
test_section (void)
{
  g_autoptr (PlenumWorkshopList) list = make_list ();

  plenum_workshop_list_set_section (list, PLENUM_SECTION_ARCHIVED);
  assert_lines (list, "[Archived], Alte Straße");
  plenum_workshop_list_set_query (list, "bald");
  assert_lines (list, "");
}

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, char **said)
{
  g_free (*said);
  *said = g_strdup_printf ("%u -%u +%u", position, removed, added);
}

/* Rows that stay must not be made anew: the focus is in one of them. */
static void
test_says_only_what_differs (void)
{
  g_autoptr (PlenumWorkshopList) list = make_list ();
  g_autofree char *said = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &said);
  plenum_workshop_list_set_query (list, "t");
  assert_lines (list, "[Running], Jetzt, [Planned], Später, Ohne Tag, [Finished], Straße, [Archived], Alte Straße");
  g_assert_cmpstr (said, ==, "3 -6 +6");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop-list/order", test_order);
  g_test_add_func ("/workshop-list/places", test_places);
  g_test_add_func ("/workshop-list/query", test_query);
  g_test_add_func ("/workshop-list/section", test_section);
  g_test_add_func ("/workshop-list/says-only-what-differs", test_says_only_what_differs);

  return g_test_run ();
}
