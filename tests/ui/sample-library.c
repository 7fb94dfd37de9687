/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-library FILE N: makes a library with N workshops, always the same ones,
 * for tests, pictures and benchmarks. */
#include <stdlib.h>

#include "plenum-store.h"

#define IDEAS 6
#define PEOPLE 4

static const char * const topics[] = {
  "Zukunftswerkstatt Mobilität", "Repair Café Neukölln", "Ideenmarkt Soziale Innovation",
  "Nachbarschaft & Pflege", "Klimarat: Wie wir konsumieren", "Retrospektive Digitallotsen",
  "World Café Bildung", "Beteiligung am Radverkehr", "Gemeinsam statt einsam", "Offene Verwaltung",
};
static const char * const places[] = {
  "Berlin", "Köln, Rathaus", "Leipzig, Volkshochschule", "Bonn", "Stadtbibliothek Erfurt", NULL,
};
static const char * const ideas[] = {
  "Werkzeuge im Kiez teilen", "Sprechstunde im Supermarkt", "Formulare in leichter Sprache",
  "Fahrradstraßen, die durchgehen", "Ein Fonds für kleine Anfänge", "Scheitern erzählen",
};
static const char * const people[] = { "Ayşe Demir", "Jörg Großmann", "Lena Weiß", "Samuel Okafor" };
static const char * const sectors[] = { "administration", "civil-society", "business", "science" };
static const char * const states[] = { "running", "planned", "finished", "finished" };

static PlenumRecord *
make (PlenumRecordType type, const char *workshop)
{
  PlenumRecord *record = plenum_record_new (type, NULL);

  if (workshop != NULL)
    plenum_record_set_text (record, 0, workshop);

  return record;
}

static gboolean
insert (PlenumEdit *edit, PlenumRecord *record, GError **error)
{
  gboolean done = plenum_edit_insert (edit, record, error);

  g_object_unref (record);

  return done;
}

static gboolean
add_content (PlenumEdit *edit, const char *workshop, guint number, GError **error)
{
  PlenumRecord *board = make (PLENUM_BOARD, workshop);
  PlenumRecord *area = make (PLENUM_AREA, workshop);
  g_autofree char *area_id = g_strdup (plenum_record_get_id (area));

  plenum_record_set_text (board, PLENUM_BOARD_TITLE, "Sammeln");
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, "m");
  plenum_record_set_text (area, PLENUM_AREA_BOARD, plenum_record_get_id (board));
  plenum_record_set_text (area, PLENUM_AREA_TITLE, "Ideen");
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");
  plenum_record_set_text (area, PLENUM_AREA_POSITION, "m");
  if (!insert (edit, board, error) || !insert (edit, area, error))
    return FALSE;

  for (guint i = 0; i < number % (IDEAS + 1); i++)
    {
      PlenumRecord *idea = make (PLENUM_IDEA, workshop);
      char position[] = { (char) ('b' + i), '\0' };

      plenum_record_set_text (idea, PLENUM_IDEA_AREA, area_id);
      plenum_record_set_text (idea, PLENUM_IDEA_TEXT, ideas[i]);
      plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
      plenum_record_set_text (idea, PLENUM_IDEA_POSITION, position);
      plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, G_GINT64_CONSTANT (1763856000000));
      if (!insert (edit, idea, error))
        return FALSE;
    }
  for (guint i = 0; i < number % (PEOPLE + 1); i++)
    {
      PlenumRecord *person = make (PLENUM_PARTICIPANT, workshop);

      plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, people[i]);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, sectors[i]);
      plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, i % 2);
      if (!insert (edit, person, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (PlenumEdit *edit, gpointer data, GError **error)
{
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      PlenumRecord *workshop = make (PLENUM_WORKSHOP, NULL);
      g_autofree char *id = g_strdup (plenum_record_get_id (workshop));
      guint round = i / G_N_ELEMENTS (topics);
      g_autofree char *title = round == 0 ? g_strdup (topics[i])
        : g_strdup_printf ("%s %u", topics[i % G_N_ELEMENTS (topics)], round + 1);
      g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 1 + i % 12, 1 + i % 28);
      const char *place = places[i % G_N_ELEMENTS (places)];

      plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
      if (place != NULL)
        plenum_record_set_text (workshop, PLENUM_WORKSHOP_PLACE, place);
      plenum_record_set_text (workshop, PLENUM_WORKSHOP_DATE, date);
      plenum_record_set_text (workshop, PLENUM_WORKSHOP_LANGUAGE, "de");
      plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, i == 0 ? "running" : states[1 + i % 3]);
      plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, i % 25 == 24);
      plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, G_GINT64_CONSTANT (1763856000000));
      if (!insert (edit, workshop, error) || !add_content (edit, id, i, error))
        return FALSE;
    }

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = NULL;
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: sample-library FILE N\n");
      return 2;
    }

  store = plenum_store_open (argv[1], &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  action = plenum_action_new (plenum_label_new ("Make sample workshops"), fill,
                              GUINT_TO_POINTER ((guint) atoi (argv[2])), NULL);
  if (!plenum_store_perform (store, action, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
