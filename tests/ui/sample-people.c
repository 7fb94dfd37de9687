/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-people FILE [N]: makes a library with one workshop of N people, 24 if not
 * said, and three votes: one in preparation, one that is open, one that is closed. */
#include <stdlib.h>

#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-store.h"
#include "plenum-workshop-actions.h"

static const char * const first[] = { "Ayşe", "Jörg", "Lena", "Samuel", "Mirjam", "Đorđe", "Ines", "Thorben" };
static const char * const last[] = { "Demir", "Großmann", "Weiß", "Okafor", "von der Heydt", "Ćosić", "Krämer-Löw" };
static const char * const organisations[] = {
  "Stadt Bonn, Amt für Soziales", "Nachbarschaftsverein Tannenbusch e. V.", "Bäckerei Krämer", "Universität zu Köln", NULL,
};
static const char * const sectors[] = { "administration", "civil-society", "business", "science", "Kirche", NULL };
static const char * const offers[] = { "Moderation; Fördermittel", "Werkstatt", NULL, "Auswertung", NULL, NULL };
static const char * const options[] = {
  "Repair-Café im Rathausfoyer", "Ein Fonds für kleine Anfänge", "Fahrradstraßen, die durchgehen",
  "Sprechstunde im Supermarkt", "Formulare in leichter Sprache",
  "Bibliothek der Dinge: Werkzeug, Beamer und Lastenräder ausleihen wie Bücher", "Offene Küche", "Scheitern erzählen",
};

static void
perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (GError) error = NULL;

  if (!plenum_store_perform (store, action, &error))
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
}

static void
add_people (PlenumStore *store, const char *workshop, guint n)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlenumAction) action = NULL;

  for (guint i = 0; i < n; i++)
    {
      PlenumRecord *person = plenum_record_new (PLENUM_PARTICIPANT, NULL);
      g_autofree char *name = g_strdup_printf ("%s %s", first[i % G_N_ELEMENTS (first)], last[i % G_N_ELEMENTS (last)]);

      plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, workshop);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_EMAIL, "name@example.org");
      plenum_record_set_text (person, PLENUM_PARTICIPANT_ORGANISATION, organisations[i % G_N_ELEMENTS (organisations)]);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, sectors[(i * 7 / 3) % G_N_ELEMENTS (sectors)]);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_OFFERS, offers[i % G_N_ELEMENTS (offers)]);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_ROLE, i % 4 == 0 ? "Teamleitung" : NULL);
      plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, i % 3 != 0);
      if (i % 2 == 0)
        plenum_record_set_integer (person, PLENUM_PARTICIPANT_CONSENT, G_GINT64_CONSTANT (1763856000000));
      g_ptr_array_add (people, person);
    }

  action = plenum_action_put_participants (none, people);
  perform (store, action);
}

static char *
add_poll (PlenumStore *store, const char *workshop, const char *question, const char *method, GPtrArray *ids)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlenumAction) action = NULL;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      plenum_record_set_text (option, PLENUM_OPTION_TEXT, options[i]);
      g_ptr_array_add (ids, g_strdup (plenum_record_get_id (option)));
      g_ptr_array_add (records, option);
    }
  action = plenum_action_add_poll (poll, records);
  perform (store, action);

  return g_strdup (plenum_action_get_result (action));
}

static void
cast (PlenumStore *store, const char *workshop, const char *poll, GPtrArray *ids, guint number)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{\"%s\":3,\"%s\":%u}",
                                              (char *) ids->pdata[number * number % 5],
                                              (char *) ids->pdata[5 + number % 3], 1 + number % 2);
  g_autoptr (PlenumAction) action = NULL;

  plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, workshop);
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, number % 3 == 0 ? "paper" : "screen");
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  action = plenum_action_cast_ballot (ballot, plenum_sheet_check);
  perform (store, action);
}

static void
add_votes (PlenumStore *store, const char *workshop)
{
  static const char * const questions[] = {
    "Was packen wir als Erstes an?", "Womit fangen wir im Frühjahr an?", "Was soll es im Quartier dauerhaft geben?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *poll = add_poll (store, workshop, questions[i], "dots", ids);
      g_autoptr (PlenumAction) open = plenum_action_open_poll (poll);
      g_autoptr (PlenumAction) close = plenum_action_close_poll (poll);
      g_autoptr (PlenumAction) show = plenum_action_show_result (poll);

      if (i == 0)
        continue;
      perform (store, open);
      for (guint n = 0; n < 11; n++)
        cast (store, workshop, poll, ids, n);
      if (i == 2)
        {
          perform (store, close);
          perform (store, show);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = NULL;
  g_autoptr (PlenumRecord) workshop = NULL;
  g_autoptr (PlenumAction) add = NULL;
  g_autoptr (PlenumAction) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2)
    {
      g_printerr ("Usage: sample-people FILE [N]\n");
      return 2;
    }

  store = plenum_store_open (argv[1], &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  add = plenum_action_add_workshop ("Ideenmarkt Tannenbusch", "de");
  perform (store, add);
  workshop = plenum_store_get (store, PLENUM_WORKSHOP, plenum_action_get_result (add), NULL);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_QUESTION, "Wie wollen wir in zehn Jahren zusammenleben?");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_DATE, "2026-11-23");
  edit = plenum_action_edit_workshop (workshop);
  perform (store, edit);
  add_people (store, plenum_record_get_id (workshop), argc > 2 ? atoi (argv[2]) : 24);
  add_votes (store, plenum_record_get_id (workshop));

  return 0;
}
