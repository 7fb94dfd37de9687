/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-wall FILE LAYOUT N: makes a library with one workshop whose board is a
 * canvas or a matrix, with cards of all forms, a theme, links, and N plain cards
 * more in as many areas as make a wall of it; for tests, pictures, measurements. */
#include <stdlib.h>

#include "plenum-board-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"
#include "sample.h"

typedef struct
{
  guint       area;
  const char *kind;
  const char *text;
  const char *form;
  const char *size;
  int         across; /* on the matrix, in percent, or -1 */
  int         up;
} Card;

static const char *const areas[] = { "Bedarfe", "Ideen", "Themenspeicher" };

static const Card cards[] = {
  { 0, "need", "Wer keinen Drucker hat, kommt nicht an Formulare", NULL, NULL, -1, 0 },
  { 0, "need", "Jugendliche haben abends keinen Raum", NULL, NULL, -1, 0 },
  { 0, "question", "Wer fragt eigentlich die, die nie kommen?", "cloud", NULL, -1, 0 },
  { 1, "idea", "Alles, was man teilen kann", "strip", NULL, -1, 0 },
  { 1, "idea", "Werkzeuge im Kiez teilen: eine Ausleihe, die auch sonntags offen ist", NULL, "large", 20, 85 },
  { 1, "idea", "Sprechstunde der Verwaltung im Supermarkt", NULL, NULL, 30, 60 },
  { 1, "idea", "Formulare in Leichter Sprache", NULL, NULL, 15, 70 },
  { 1, "idea", "Fahrradstraßen, die durchgehen", NULL, NULL, 90, 90 },
  { 1, "idea", "Nachtbus bis in die Dörfer", NULL, NULL, 75, 55 },
  { 1, "resource", "Die Stadtbibliothek hat einen Raum, der montags leer steht", NULL, NULL, 10, 40 },
  { 1, "idea", "Bänke vor dem Rathaus", NULL, "small", 5, 20 },
  { 1, "remark", "Das gab es 2019 schon einmal", "oval", NULL, -1, 0 },
  { 2, "question", "Gibt es dafür einen Fördertopf?", "circle", NULL, -1, 0 },
  { 2, "lesson", "Der Repair-Bus ist an der Versicherung gescheitert: zuerst dort fragen", NULL, NULL, 60, 25 },
};

typedef struct
{
  const char  *workshop;
  char       **areas;
  guint        n;
} Plain;

static gboolean
add_plain (PlenumEdit *edit, gpointer data, GError **error)
{
  static const char *const kinds[] = { "idea", "idea", "need", "idea", "question", "resource" };
  static const char *const texts[] = {
    "Bänke vor dem Rathaus", "Ein Fonds für kleine Anfänge, über den die Nachbarschaft selbst entscheidet",
    "Ämterlotsen für Zugezogene", "Mehr Schatten auf dem Markt, und Wasser zum Trinken",
    "Schulhöfe nachmittags öffnen", "Eine Karte aller Trinkbrunnen und öffentlichen Toiletten der Stadt",
  };
  Plain *plain = data;

  for (guint i = 0; i < plain->n; i++)
    if (!sample_add_plain (edit, plain->workshop, plain->areas[i % G_N_ELEMENTS (areas)], texts[i % G_N_ELEMENTS (texts)],
                           kinds[i % G_N_ELEMENTS (kinds)], i, error))
      return FALSE;

  return TRUE;
}

static char *
add_card (PlenumStore *store, const char *workshop, const char *area, const Card *card)
{
  char *id = sample_make (store, plenum_action_add_idea (workshop, area, NULL, card->text, card->kind, FALSE));
  const char *const ids[] = { id, NULL };

  if (card->form != NULL)
    sample_perform (store, plenum_action_set_ideas_text (ids, PLENUM_IDEA_FORM, card->form));
  if (card->size != NULL)
    sample_perform (store, plenum_action_set_ideas_text (ids, PLENUM_IDEA_SIZE, card->size));
  if (card->across >= 0)
    sample_perform (store, plenum_action_rate_ideas (&(PlenumAxisPlace) { id, card->across * 100, card->up * 100 }, 1));

  return id;
}

#define FIRST_ASKED 4
#define N_ASKED 3
#define N_BALLOTS 4

/* A closed poll that gives a few of the cards a number each. */
static void
ask (PlenumStore *store, const char *workshop, const char *question, char **ideas, const int (*given)[N_ASKED])
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = NULL;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "score");
  for (guint i = 0; i < N_ASKED; i++)
    {
      g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_TEXT, cards[FIRST_ASKED + i].text);
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_IDEA, ideas[FIRST_ASKED + i]);
    }
  id = sample_make (store, plenum_action_add_poll (poll, options));
  sample_perform (store, plenum_action_open_poll (id));
  for (guint b = 0; b < N_BALLOTS; b++)
    {
      g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
      g_autoptr (GString) choices = g_string_new (NULL);

      for (guint i = 0; i < N_ASKED; i++)
        g_string_append_printf (choices, "%s\"%s\":%d", i > 0 ? "," : "{", plenum_record_get_id (options->pdata[i]), given[b][i]);
      g_string_append_c (choices, '}');
      plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, id);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices->str);
      sample_perform (store, plenum_action_cast_ballot (ballot, plenum_sheet_check));
    }
  sample_perform (store, plenum_action_close_poll (id));
  sample_perform (store, plenum_action_show_result (id));
}

static void
fill (PlenumStore *store, const char *layout, guint n)
{
  g_autofree char *workshop = sample_make (store, plenum_action_add_workshop ("Zukunftswerkstatt Mobilität", "de"));
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, workshop, NULL);
  g_autoptr (GPtrArray) old = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, workshop, NULL);
  const char *board = plenum_record_get_id (boards->pdata[0]);
  char *ids[G_N_ELEMENTS (areas)], *made[G_N_ELEMENTS (cards)];
  Plain plain = { workshop, ids, n };

  sample_perform (store, plenum_action_rename_board (board, "Wand"));
  sample_perform (store, plenum_action_set_layout (board, layout));
  sample_perform (store, plenum_action_set_axes (board, "Aufwand", "Wirkung"));
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    ids[i] = sample_make (store, plenum_action_add_area (board, areas[i]));
  sample_perform (store, plenum_action_delete_area (plenum_record_get_id (old->pdata[0]), ids[0]));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    made[i] = add_card (store, workshop, ids[cards[i].area], &cards[i]);
  sample_perform (store, plenum_action_group_ideas ((const char *const[]) { made[5], made[6], NULL }, "Verwaltung zum Anfassen"));
  sample_perform (store, plenum_action_link_ideas ((const char *const[]) { made[6], NULL }, made[0], "answers-need"));
  sample_perform (store, plenum_action_link_ideas ((const char *const[]) { made[8], NULL }, made[7], "builds-on"));
  sample_perform (store, plenum_action_new (plenum_label_new ("Make sample cards"), add_plain, &plain, NULL));

  if (g_str_equal (layout, "matrix"))
    {
      ask (store, workshop, "Wie viel Aufwand?", made, (const int[N_BALLOTS][N_ASKED]) { { 1, 5, 0 }, { 1, 4, 0 }, { 1, 5, 0 }, { 1, 4, 0 } });
      ask (store, workshop, "Wie viel Wirkung?", made, (const int[N_BALLOTS][N_ASKED]) { { 4, 2, 5 }, { 4, 3, 5 }, { 5, 2, 5 }, { 5, 3, 5 } });
    }

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_free (ids[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_free (made[i]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: sample-wall FILE LAYOUT N\n");
      return 2;
    }

  store = sample_open (argv[1]);
  fill (store, argv[2], strtoul (argv[3], NULL, 10));

  return 0;
}
