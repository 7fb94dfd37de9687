/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-board FILE N: makes a library with one workshop whose first board has
 * cards of all kinds, a theme, and N plain cards more, for tests and pictures. */
#include <stdlib.h>

#include "plenum-board-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-participant-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"
#include "sample.h"

typedef struct
{
  guint       area;
  const char *kind;
  const char *text;
  const char *tags; /* separated by semicolons */
  guint       comments;
  gboolean    signed_by;
} Card;

static const char *const areas[][2] = {
  { "Ideen", "idea" },
  { "Offene Fragen", "question" },
  { "Themenspeicher", "remark" },
};

static const Card cards[] = {
  { 0, "idea", "Werkzeuge im Kiez teilen: eine Ausleihe, die auch sonntags offen ist", "Nachbarschaft;Teilen", 2, TRUE },
  { 0, "idea", "Sprechstunde der Verwaltung im Supermarkt", "Verwaltung", 0, FALSE },
  { 0, "need", "Wer keinen Drucker hat, kommt nicht an Formulare", NULL, 1, TRUE },
  { 0, "resource", "Die Stadtbibliothek hat einen Raum, der montags leer steht. Wir könnten ihn mit Ehrenamtlichen offen halten, "
    "wenn jemand die Schlüssel übernimmt, die Heizung bezahlt wird und die Versicherung geklärt ist. Gespräche dazu liefen "
    "schon zweimal; beide Male fehlte am Ende eine Person, die den Hut aufhat. Diesmal sollten wir zuerst fragen, wer das will, "
    "und danach erst, was es kostet, denn am Geld ist es bisher noch nie gescheitert.", "Raum", 0, FALSE },
  { 0, "idea", "Formulare in Leichter Sprache", "Verwaltung;Sprache", 0, FALSE },
  { 0, "idea", "Fahrradstraßen, die durchgehen", NULL, 0, TRUE },
  { 1, "question", "Wer haftet, wenn ein geliehenes Werkzeug kaputtgeht?", NULL, 3, FALSE },
  { 1, "question", "Gibt es dafür schon einen Fördertopf?", "Geld", 0, TRUE },
  { 2, "remark", "Nächstes Mal mehr Zeit für die Vorstellung", NULL, 0, FALSE },
  { 2, "lesson", "Der Repair-Bus ist 2024 an der Versicherung gescheitert: zuerst dort fragen", "Repair-Bus", 1, TRUE },
};

static const char *const plain[] = {
  "Bänke vor dem Rathaus", "Ein Fonds für kleine Anfänge", "Ämterlotsen für Zugezogene", "Mehr Schatten auf dem Markt",
  "Schulhöfe nachmittags öffnen", "Eine Karte aller Trinkbrunnen",
};

static void
add_card (PlenumStore *store, const char *workshop, const char *area, const char *person, const Card *card, char **id)
{
  g_auto (GStrv) tags = g_strsplit (card->tags != NULL ? card->tags : "", ";", -1);

  *id = sample_make (store, plenum_action_add_idea (workshop, area, NULL, card->text, card->kind, FALSE));
  for (guint i = 0; tags[i] != NULL; i++)
    sample_perform (store, plenum_action_add_tag ((const char *const[]) { *id, NULL }, tags[i]));
  for (guint i = 0; i < card->comments; i++)
    sample_perform (store, plenum_action_add_comment (*id, "Das haben wir in Köln schon versucht.", NULL));
  if (card->signed_by)
    sample_perform (store, plenum_action_set_ideas_text ((const char *const[]) { *id, NULL }, PLENUM_IDEA_AUTHOR, person));
}

static gboolean
add_plain (PlenumEdit *edit, gpointer data, GError **error)
{
  const char *const *ids = data;
  guint n = strtoul (ids[2], NULL, 10);

  for (guint i = 0; i < n; i++)
    if (!sample_add_plain (edit, ids[0], ids[1], plain[i % G_N_ELEMENTS (plain)], "idea", i, error))
      return FALSE;

  return TRUE;
}

static void
fill (PlenumStore *store, const char *n)
{
  g_autofree char *workshop = sample_make (store, plenum_action_add_workshop ("Zukunftswerkstatt Mobilität", "de"));
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, workshop, NULL);
  g_autoptr (GPtrArray) old = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, workshop, NULL);
  const char *board = plenum_record_get_id (boards->pdata[0]);
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autofree char *person_id = NULL;
  char *ids[G_N_ELEMENTS (areas)], *made[G_N_ELEMENTS (cards)];
  const char *plain_ids[3];

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, "Ayşe Demir");
  person_id = sample_make (store, plenum_action_add_participant (person));
  sample_perform (store, plenum_action_rename_board (board, "Sammeln"));
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autoptr (PlenumRecord) area = NULL;

      ids[i] = sample_make (store, plenum_action_add_area (board, areas[i][0]));
      area = plenum_store_get (store, PLENUM_AREA, ids[i], NULL);
      plenum_record_set_text (area, PLENUM_AREA_KIND, areas[i][1]);
      sample_perform (store, plenum_action_edit_area (area));
    }
  sample_perform (store, plenum_action_delete_area (plenum_record_get_id (old->pdata[0]), ids[0]));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    add_card (store, workshop, ids[cards[i].area], person_id, &cards[i], &made[i]);
  sample_perform (store, plenum_action_group_ideas ((const char *const[]) { made[1], made[4], NULL }, "Verwaltung zum Anfassen"));
  g_free (sample_make (store, plenum_action_add_board (workshop, "Nächste Schritte")));

  plain_ids[0] = workshop;
  plain_ids[1] = ids[0];
  plain_ids[2] = n;
  sample_perform (store, plenum_action_new (plenum_label_new ("Make sample cards"), add_plain, plain_ids, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_free (ids[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_free (made[i]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: sample-board FILE N\n");
      return 2;
    }

  store = sample_open (argv[1]);
  fill (store, argv[2]);

  return 0;
}
