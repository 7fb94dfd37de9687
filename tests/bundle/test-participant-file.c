/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-participant-file.h"

#include <string.h>

#include "plenum-csv.h"

#define WORKSHOP "01a2060f-0000-7000-8000-000000000000"

static PlenumParticipantFile *
read_text (const char *text, GPtrArray *present, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  return plenum_participant_file_read_stream (stream, "people.csv", WORKSHOP, present != NULL ? present : nobody, NULL, error);
}

static void
assert_fails (const char *text, GQuark domain, int code, const char *start)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static GPtrArray *
new_present (const char * const *names, const char * const *emails)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      PlenumRecord *person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

      plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, names[i]);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_EMAIL, *emails[i] != '\0' ? emails[i] : NULL);
      g_ptr_array_add (present, person);
    }

  return present;
}

static const char *
get (GPtrArray *people, guint index, guint field)
{
  return plenum_record_get_text (people->pdata[index], field);
}

static void
test_pasted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumParticipantFile) file = read_text ("Name\tOrganisation\tKommentar\tKompetenzen\nAda Lovelace\t ACM \tx\tRechnen\n",
                                                      NULL, &error);
  GPtrArray *added;

  g_assert_no_error (error);
  added = plenum_participant_file_get_added (file);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (get (added, 0, PLENUM_PARTICIPANT_WORKSHOP), ==, WORKSHOP);
  g_assert_cmpstr (get (added, 0, PLENUM_PARTICIPANT_NAME), ==, "Ada Lovelace");
  g_assert_cmpstr (get (added, 0, PLENUM_PARTICIPANT_ORGANISATION), ==, "ACM");
  g_assert_cmpstr (get (added, 0, PLENUM_PARTICIPANT_OFFERS), ==, "Rechnen");
  g_assert_cmpuint (plenum_participant_file_get_unknown (file)->len, ==, 1);
  g_assert_cmpstr (plenum_participant_file_get_unknown (file)->pdata[0], ==, "Kommentar");
}

static void
test_sectors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumParticipantFile) file = read_text ("name,sector\nA,Civil Society\nB,WIRTSCHAFT\nC,Kirche\n", NULL, &error);
  GPtrArray *added;

  g_assert_no_error (error);
  added = plenum_participant_file_get_added (file);
  g_assert_cmpstr (get (added, 0, PLENUM_PARTICIPANT_SECTOR), ==, "civil-society");
  g_assert_cmpstr (get (added, 1, PLENUM_PARTICIPANT_SECTOR), ==, "business");
  g_assert_cmpstr (get (added, 2, PLENUM_PARTICIPANT_SECTOR), ==, "Kirche");
}

static void
test_who_is_meant (void)
{
  g_autoptr (GPtrArray) present = new_present ((const char * const[]) { "Ada", "Bo", "Twin", "Twin", NULL },
                                               (const char * const[]) { "ada@x.org", "", "one@x.org", "two@x.org" });
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumParticipantFile) file = read_text ("name,email,role\n"
                                                      "Augusta Ada,ADA@x.org,countess\n" /* by email */
                                                      "bo,bo@x.org,\n"                   /* by name, which had no email */
                                                      "Twin,,chair\n"                    /* which one? */
                                                      "Twin,two@x.org,chair\n"           /* this one */
                                                      "Ada,other@x.org,\n",              /* another person */
                                                      present, &error);
  GPtrArray *changed;

  g_assert_no_error (error);
  changed = plenum_participant_file_get_changed (file);
  g_assert_cmpuint (changed->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (plenum_record_get_id (changed->pdata[i]), ==, plenum_record_get_id (present->pdata[i]));
  g_assert_cmpstr (plenum_record_get_id (changed->pdata[2]), ==, plenum_record_get_id (present->pdata[3]));
  g_assert_cmpstr (get (changed, 0, PLENUM_PARTICIPANT_NAME), ==, "Augusta Ada");
  g_assert_cmpstr (get (changed, 1, PLENUM_PARTICIPANT_EMAIL), ==, "bo@x.org");
  g_assert_cmpuint (plenum_participant_file_get_added (file)->len, ==, 1);
  g_assert_cmpuint (plenum_participant_file_get_n_skipped (file), ==, 1);
  g_assert_true (g_str_has_prefix (plenum_participant_file_get_problems (file)->pdata[0], "people.csv:4: "));
  /* What is present belongs to the caller. */
  g_assert_cmpstr (get (present, 0, PLENUM_PARTICIPANT_NAME), ==, "Ada");
}

static void
test_unchanged (void)
{
  g_autoptr (GPtrArray) present = new_present ((const char * const[]) { "Ada", NULL }, (const char * const[]) { "ada@x.org" });
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumParticipantFile) file = read_text ("name,email,role\nAda,ada@x.org,\n", present, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (plenum_participant_file_get_changed (file)->len, ==, 0);
  g_assert_cmpuint (plenum_participant_file_get_added (file)->len, ==, 0);
  g_assert_cmpuint (plenum_participant_file_get_n_skipped (file), ==, 0);
}

static void
test_errors (void)
{
  assert_fails ("", PLENUM_PARTICIPANT_FILE_ERROR, PLENUM_PARTICIPANT_FILE_ERROR_EMPTY, "people.csv: ");
  assert_fails ("email\nx@y.z\n", PLENUM_PARTICIPANT_FILE_ERROR, PLENUM_PARTICIPANT_FILE_ERROR_HEADER, "people.csv:1: ");
  assert_fails ("name,mail,E-Mail\n", PLENUM_PARTICIPANT_FILE_ERROR, PLENUM_PARTICIPANT_FILE_ERROR_HEADER, "people.csv:1: ");
  assert_fails ("name\n\"Ada\n", PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_QUOTE, "people.csv:");
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("name\n");

  for (int i = 0; i <= 100000; i++)
    g_string_append_printf (text, "Person %d\n", i);
  assert_fails (text->str, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, "people.csv:100002: ");
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("name\nAda\n", -1, NULL);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_participant_file_read_stream (stream, "people.csv", WORKSHOP, nobody, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/participant-file/pasted", test_pasted);
  g_test_add_func ("/participant-file/sectors", test_sectors);
  g_test_add_func ("/participant-file/who-is-meant", test_who_is_meant);
  g_test_add_func ("/participant-file/unchanged", test_unchanged);
  g_test_add_func ("/participant-file/errors", test_errors);
  g_test_add_func ("/participant-file/too-many", test_too_many);
  g_test_add_func ("/participant-file/cancelled", test_cancelled);
  return g_test_run ();
}
