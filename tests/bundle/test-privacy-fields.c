/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library in which every field of every type says something that is nowhere else,
 * with a past: texts that were replaced, a person who was deleted, a text that lost,
 * a record of a newer program. What leaves is searched for each of them, byte by byte. */
#include <string.h>

#include "fixture.h"

/* What of people leaves under a pseudonym. All else about them stays, and so does a
 * field that comes to be, until it stands here. */
static const char * const of_people[] = { "sector", "offers", "seeks", "weight", "source_system", NULL };

static char *
make_mark (const char *when, PlenumRecordType type, guint field)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);

  return g_strdup_printf ("%s-%s-%s-zq", when, info->name, info->fields[field].name);
}

static gboolean
is_marked (const PlenumField *field)
{
  return field->kind == PLENUM_FIELD_TEXT || field->kind == PLENUM_FIELD_JSON;
}

static void
set_mark (PlenumRecord *record, guint i, const char *when)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  g_autofree char *mark = make_mark (when, type, i);
  g_autofree char *json = g_strdup_printf ("{\"%s\":1}", mark);

  plenum_record_set_text (record, i, plenum_type_get_info (type)->fields[i].kind == PLENUM_FIELD_JSON ? json : mark);
}

/* One record of each type, that refer to each other. */
static GPtrArray *
make_records (const char *when)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    g_ptr_array_add (records, plenum_record_new (type, NULL));
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
      {
        const PlenumField *field = &plenum_type_get_info (type)->fields[i];
        PlenumRecord *record = records->pdata[type];

        if (is_marked (field))
          set_mark (record, i, when);
        else if (field->kind == PLENUM_FIELD_REFERENCE)
          plenum_record_set_text (record, i, plenum_record_get_id (records->pdata[field->target]));
        else
          plenum_record_set_integer (record, i, field->kind == PLENUM_FIELD_TIME ? G_GINT64_CONSTANT (1700000123456) : 1);
      }

  return records;
}

/* Every text is another now; ballots cannot change. */
static gboolean
change_all (PlenumEdit *edit, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      if (plenum_type_get_info (type)->immutable)
        continue;
      for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
        if (is_marked (&plenum_type_get_info (type)->fields[i]))
          set_mark (records->pdata[type], i, "now");
      if (!plenum_edit_update (edit, records->pdata[type], error))
        return FALSE;
    }

  return TRUE;
}

/* A text that lost, what a newer program wrote, and somebody who is not there any more. */
static gboolean
add_past (PlenumEdit *edit, gpointer data, GError **error)
{
  GPtrArray *records = data;
  PlenumRecord *person = records->pdata[PLENUM_PARTICIPANT];
  const char *workshop = plenum_record_get_id (records->pdata[PLENUM_WORKSHOP]);
  g_autoptr (PlenumRecord) gone = plenum_record_copy (person, "0190c0de-0000-7000-8000-00000000dead");
  g_autofree char *other = g_strdup_printf ("{\"id\":\"0190c0de-0000-7000-8000-00000000beef\",\"name\":\"newer-zq\","
                                            "\"type\":\"visitor\",\"workshop\":\"%s\"}", workshop);

  plenum_record_set_text (gone, PLENUM_PARTICIPANT_NAME, "gone-zq");

  return plenum_edit_keep_losing (edit, person, PLENUM_PARTICIPANT_NAME, "lost-zq", "0190c0de0000-0000-00000000", error)
         && plenum_edit_put_other (edit, "0190c0de-0000-7000-8000-00000000beef", "visitor", workshop, other, error)
         && plenum_edit_insert (edit, gone, error);
}

static gboolean
remove_gone (PlenumEdit *edit, gpointer data, GError **error)
{
  return plenum_edit_delete (edit, PLENUM_PARTICIPANT, "0190c0de-0000-7000-8000-00000000dead", error);
}

static void
perform (PlenumStore *store, PlenumActionFunc func, gpointer data)
{
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Do"), func, data, NULL);
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);
}

static PlenumStore *
open_past (GPtrArray **records)
{
  PlenumStore *store = fixture_new ();

  *records = make_records ("old");
  fixture_insert (store, *records);
  perform (store, change_all, *records);
  perform (store, add_past, *records);
  perform (store, remove_gone, NULL);

  return store;
}

static gboolean
may_leave (PlenumPrivacy privacy, PlenumRecordType type, const PlenumField *field)
{
  if (privacy == PLENUM_PRIVACY_FULL)
    return TRUE;
  if (strcmp (field->name, "extra") == 0)
    return FALSE;
  /* Names of those who lead it, and what they tell each other. */
  if (type == PLENUM_STEP && (strcmp (field->name, "lead") == 0 || strcmp (field->name, "note") == 0))
    return FALSE;
  if (type == PLENUM_PARTICIPANT)
    return privacy == PLENUM_PRIVACY_PSEUDONYMOUS && g_strv_contains (of_people, field->name);

  return privacy == PLENUM_PRIVACY_PSEUDONYMOUS || type != PLENUM_BALLOT || strcmp (field->name, "receipt") != 0;
}

static void
check_bundle (PlenumPrivacy privacy)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PlenumStore) store = open_past (&records);
  g_autofree char *path = fixture_export (store, privacy, NULL);
  g_autofree char *text = fixture_read (path, NULL);

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
      {
        const PlenumTypeInfo *info = plenum_type_get_info (type);
        g_autofree char *now = make_mark (info->immutable ? "old" : "now", type, i);
        g_autofree char *old = make_mark ("old", type, i);

        if (!is_marked (&info->fields[i]))
          continue;
        if ((strstr (text, now) != NULL) != may_leave (privacy, type, &info->fields[i]))
          g_error ("%s: %s.%s %s", plenum_privacy_get_name (privacy), info->name, info->fields[i].name,
                   strstr (text, now) != NULL ? "leaves" : "stays");
        g_assert_true (info->immutable || strstr (text, old) == NULL);
      }

  g_assert_null (strstr (text, "gone-zq"));
  g_assert_null (strstr (text, "lost-zq"));
  g_assert_cmpint (strstr (text, "newer-zq") != NULL, ==, privacy == PLENUM_PRIVACY_FULL);
  if (privacy == PLENUM_PRIVACY_ANONYMOUS)
    {
      g_assert_null (strstr (text, plenum_record_get_id (records->pdata[PLENUM_PARTICIPANT])));
      g_assert_null (strstr (text, plenum_record_get_id (records->pdata[PLENUM_BALLOT])));
      g_assert_null (strstr (text, "0190c0de-0000-7000-8000-00000000dead"));
      g_assert_null (strstr (text, "1700000123456"));
    }
}

static void
test_full (void)
{
  check_bundle (PLENUM_PRIVACY_FULL);
}

static void
test_pseudonymous (void)
{
  check_bundle (PLENUM_PRIVACY_PSEUDONYMOUS);
}

static void
test_anonymous (void)
{
  check_bundle (PLENUM_PRIVACY_ANONYMOUS);
}

int
main (int argc, char *argv[])
{
  int result;

  fixture_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy-fields/full", test_full);
  g_test_add_func ("/privacy-fields/pseudonymous", test_pseudonymous);
  g_test_add_func ("/privacy-fields/anonymous", test_anonymous);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
