/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"
#include "plenum-answer-actions.h"
#include "plenum-ballots.h"
#include "plenum-paper-actions.h"
#include "plenum-json-scanner.h"

/* Everything in the bundle's records, by a program that does not know the schema. */
static JsonArray *
read_records (const char *path, JsonNode **root)
{
  g_autofree char *text = fixture_read (path, NULL);
  g_autoptr (GError) error = NULL;

  *root = plenum_json_parse (text, -1, "bundle", &error);
  g_assert_no_error (error);

  return json_object_get_array_member (json_node_get_object (*root), "records");
}

typedef struct
{
  char *workshop, *person, *idea, *poll, *option;
} Ids;

static gboolean
make_room (PlenumEdit *edit, gpointer data, GError **error)
{
  Ids *ids = data;
  g_autoptr (PlenumRecord) workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);

  ids->workshop = g_strdup (plenum_record_get_id (workshop));
  ids->person = g_strdup (plenum_record_get_id (person));
  ids->idea = g_strdup (plenum_record_get_id (idea));
  ids->poll = g_strdup (plenum_record_get_id (poll));
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, "Werkstatt");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "running");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, G_GINT64_CONSTANT (1700000123456));
  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, ids->workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, "Anna Geheim");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_EMAIL, "anna@geheim.example");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_ORGANISATION, "Geheimamt");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_ROLE, "Geheimrätin");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, "administration");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_OFFERS, "Moderation");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_EXTRA, "{\"note\":\"geheim\"}");
  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, TRUE);
  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, ids->workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "Mehr Bänke");
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, "a0");
  plenum_record_set_text (idea, PLENUM_IDEA_AUTHOR, ids->person);
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, G_GINT64_CONSTANT (1700000123456));
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, ids->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Was zuerst?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "a0");

  if (!plenum_edit_insert (edit, workshop, error) || !plenum_edit_insert (edit, person, error)
      || !plenum_edit_insert (edit, idea, error) || !plenum_edit_insert (edit, poll, error))
    return FALSE;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
      g_autofree char *choices = g_strdup_printf ("{\"%s\":%u}", ids->idea, i);

      plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, ids->workshop);
      plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, ids->poll);
      plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, ids->person);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "screen");
      plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
      if (!plenum_edit_insert (edit, ballot, error))
        return FALSE;
    }

  return TRUE;
}

static PlenumStore *
open_room (Ids *ids)
{
  PlenumStore *store = fixture_new ();
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Room"), make_room, ids, NULL);
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);

  return store;
}

static void
free_ids (Ids *ids)
{
  g_free (ids->workshop);
  g_free (ids->person);
  g_free (ids->idea);
  g_free (ids->poll);
}

static void
answer_idea (PlenumStore *store, const char *idea)
{
  g_autoptr (PlenumRecord) answer = plenum_record_new (PLENUM_ANSWER, NULL);
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (GError) error = NULL;

  plenum_record_set_text (answer, PLENUM_ANSWER_STATE, "funded");
  plenum_record_set_text (answer, PLENUM_ANSWER_TEXT, "Ab 2027.");
  plenum_record_set_text (answer, PLENUM_ANSWER_SENDER, "Bundesministerium");
  action = plenum_action_answer_ideas (NULL, (const char * const[]) { idea, NULL }, answer);
  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);
}

static void
test_pseudonymous (void)
{
  Ids ids = { NULL };
  g_autoptr (PlenumStore) store = open_room (&ids);
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autofree char *path = fixture_export (store, PLENUM_PRIVACY_PSEUDONYMOUS, NULL);
  g_autofree char *text = fixture_read (path, NULL);
  g_autoptr (PlenumImport) import = fixture_import (other, path);
  g_autoptr (PlenumRecord) person = plenum_store_get (other, PLENUM_PARTICIPANT, ids.person, NULL);
  g_autoptr (PlenumRecord) idea = plenum_store_get (other, PLENUM_IDEA, ids.idea, NULL);
  const char *pseudonym = plenum_record_get_text (person, PLENUM_PARTICIPANT_PSEUDONYM);

  g_assert_null (strcasestr (text, "geheim"));
  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_SECTOR), ==, "administration");
  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_OFFERS), ==, "Moderation");
  g_assert_cmpuint (strlen (pseudonym), ==, 10);
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_AUTHOR), ==, ids.person);

  answer_idea (other, ids.idea);

  /* What comes back from there takes no name away, and says what became of the idea. */
  {
    g_autofree char *file = fixture_export (other, PLENUM_PRIVACY_FULL, NULL);
    g_autoptr (PlenumImport) back = fixture_import (store, file);
    g_autoptr (PlenumRecord) known = plenum_store_get (store, PLENUM_PARTICIPANT, ids.person, NULL);
    g_autofree char *id = plenum_answer_id (ids.idea, "Bundesministerium");
    g_autoptr (PlenumRecord) answer = plenum_store_get (store, PLENUM_ANSWER, id, NULL);

    g_assert_nonnull (answer);
    g_assert_cmpstr (plenum_record_get_text (answer, PLENUM_ANSWER_WORKSHOP), ==, ids.workshop);
    g_assert_cmpstr (plenum_record_get_text (answer, PLENUM_ANSWER_STATE), ==, "funded");

    g_assert_cmpstr (plenum_record_get_text (known, PLENUM_PARTICIPANT_NAME), ==, "Anna Geheim");
    g_assert_cmpstr (plenum_record_get_text (known, PLENUM_PARTICIPANT_PSEUDONYM), ==, pseudonym);
  }
  free_ids (&ids);
}

static void
check_stamps (JsonObject *stamps)
{
  g_autoptr (GList) values = json_object_get_values (stamps);

  for (GList *value = values; value != NULL; value = value->next)
    {
      const char *stamp = json_node_get_string (value->data);

      g_assert_cmpuint (g_ascii_strtoull (stamp, NULL, 16) % (24 * 60 * 60 * 1000), ==, 0);
      g_assert_true (g_str_has_prefix (stamp + 12, "-0000-"));
    }
}

static void
test_anonymous (void)
{
  Ids ids = { NULL };
  g_autoptr (PlenumStore) store = open_room (&ids);
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autofree char *digest = NULL, *again = NULL;
  g_autofree char *path = fixture_export (store, PLENUM_PRIVACY_ANONYMOUS, &digest);
  g_autofree char *text = fixture_read (path, NULL);
  g_autoptr (PlenumImport) import = fixture_import (other, path);
  g_autoptr (PlenumImport) second = fixture_import (other, path);
  g_autoptr (GPtrArray) ballots = plenum_store_list (store, PLENUM_BALLOT, -1, NULL, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *records = read_records (path, &root);
  gint64 last = -1;
  guint in_order = 0;

  g_assert_null (strcasestr (text, "geheim"));
  g_assert_null (strstr (text, ids.person));
  g_assert_null (strstr (text, "\"participant\""));
  g_assert_null (strstr (text, "author"));
  for (guint i = 0; i < ballots->len; i++)
    g_assert_null (strstr (text, plenum_record_get_id (ballots->pdata[i])));

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);

      if (json_object_has_member (record, "created"))
        g_assert_cmpint (json_object_get_int_member (record, "created") % (24 * 60 * 60 * 1000), ==, 0);
      if (json_object_has_member (record, "stamps"))
        check_stamps (json_object_get_object_member (record, "stamps"));
      if (strcmp (json_object_get_string_member (record, "type"), "ballot") == 0)
        {
          gint64 points = json_object_get_int_member (json_object_get_object_member (record, "choices"), ids.idea);

          in_order += points == last + 1;
          last = points;
        }
    }
  /* Twenty ballots in the order of casting by chance: once in 10^18. */
  g_assert_cmpuint (in_order, <, 20);

  /* Sent twice, counted once. */
  g_assert_cmpint (plenum_store_count (other, PLENUM_BALLOT, -1, NULL), ==, 20);
  g_free (fixture_export (store, PLENUM_PRIVACY_ANONYMOUS, &again));
  g_assert_cmpstr (digest, ==, again);
  free_ids (&ids);
}

static void
test_names (void)
{
  PlenumPrivacy privacy = PLENUM_PRIVACY_FULL;

  g_assert_false (plenum_privacy_from_name ("none", &privacy));
  g_assert_true (plenum_privacy_from_name ("anonymous", &privacy));
  g_assert_cmpint (privacy, ==, PLENUM_PRIVACY_ANONYMOUS);
  g_assert_cmpstr (plenum_privacy_get_name (PLENUM_PRIVACY_PSEUDONYMOUS), ==, "pseudonymous");
}

/* An open poll whose papers are typed twice, with one option. */
static char *
add_paper_poll (PlenumStore *store)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  PlenumRecord *poll = plenum_record_new (PLENUM_POLL, NULL);
  PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);
  g_autoptr (GError) error = NULL;

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, "Papers");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "running");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, 1);
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, plenum_record_get_id (workshop));
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "open");
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "m");
  plenum_record_set_text (poll, PLENUM_POLL_EXTRA, "{\"four_eyes\":true}");
  plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, plenum_record_get_id (workshop));
  plenum_record_set_text (option, PLENUM_OPTION_POLL, plenum_record_get_id (poll));
  plenum_record_set_text (option, PLENUM_OPTION_TEXT, "Tea");
  plenum_record_set_text (option, PLENUM_OPTION_POSITION, "m");
  g_ptr_array_add (records, workshop);
  g_ptr_array_add (records, poll);
  g_ptr_array_add (records, option);
  fixture_insert (store, records);

  return g_strdup (plenum_record_get_id (poll));
}

static gboolean
check_nothing (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  return TRUE;
}

static void
type_paper (PlenumStore *store, const char *poll, const char *typist)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (GError) error = NULL;

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, "{}");
  action = plenum_action_type_paper (ballot, 1, typist, "0", check_nothing);
  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);
}

static gboolean
count_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  *(guint *) data += 1;
  return TRUE;
}

static void
assert_ballots (PlenumStore *store, const char *poll, guint counted, gint64 waiting)
{
  guint n = 0;

  g_assert_true (plenum_store_read_ballots (store, poll, count_ballot, &n, NULL));
  g_assert_cmpuint (n, ==, counted);
  g_assert_cmpint (plenum_store_count_papers (store, poll).waiting, ==, waiting);
}

/* What one person typed of a paper counts nowhere, and who it was leaves only with everything. */
static void
test_papers (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (PlenumStore) stranger = fixture_new ();
  g_autofree char *poll = add_paper_poll (store);
  g_autofree char *full = NULL, *anonymous = NULL, *text = NULL;

  type_paper (store, poll, "xyzzy");
  full = fixture_export (store, PLENUM_PRIVACY_FULL, NULL);
  anonymous = fixture_export (store, PLENUM_PRIVACY_PSEUDONYMOUS, NULL);
  text = fixture_read (anonymous, NULL);
  g_assert_null (strstr (text, "XYZZY"));

  {
    g_autoptr (PlenumImport) import = fixture_import (other, full);

    assert_ballots (other, poll, 0, 1);
    type_paper (other, poll, "ab");
    assert_ballots (other, poll, 1, 0);
  }
  {
    g_autoptr (PlenumImport) import = fixture_import (stranger, anonymous);
    g_autoptr (GPtrArray) polls = plenum_store_list (stranger, PLENUM_POLL, -1, NULL, NULL);

    g_assert_cmpuint (polls->len, ==, 1);
    assert_ballots (stranger, plenum_record_get_id (polls->pdata[0]), 0, 0);
  }

  /* Back where it came from, the paper counts there too, once. */
  {
    g_autofree char *back = fixture_export (other, PLENUM_PRIVACY_FULL, NULL);
    g_autoptr (PlenumImport) import = fixture_import (store, back);

    assert_ballots (store, poll, 1, 0);
  }
}

int
main (int argc, char *argv[])
{
  int result;

  fixture_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/pseudonymous", test_pseudonymous);
  g_test_add_func ("/privacy/anonymous", test_anonymous);
  g_test_add_func ("/privacy/names", test_names);
  g_test_add_func ("/privacy/papers", test_papers);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
