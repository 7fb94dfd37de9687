/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-synthesis FILE [N]: makes a library with four workshops and a synthesis of
 * them that has begun, for tests and pictures; with N plain cards more. */
#include <stdlib.h>

#include "plenum-idea-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-synthesis-actions.h"
#include "plenum-workshop-actions.h"
#include "sample.h"

static const struct
{
  const char *title;
  const char *date;
  const char *place;
  const char *sector;
  const char *cards[6];
} workshops[] = {
  { "Zukunftswerkstatt Mobilität", "2026-03-14", "Bonn", "civil-society", {
    "Fahrradstraßen, die durchgehen: heute endet jede nach zweihundert Metern an einer Ampel, die für Autos geschaltet ist",
    "Mehr Abstellplätze für Lastenräder am Bahnhof", "Der Bus sollte abends länger fahren",
    "Ein Radweg auf beiden Seiten der Brücke", "Sprechstunde der Verwaltung im Supermarkt", NULL } },
  { "World Café Bildung", "2026-04-07", "Köln", "science", {
    "Schulhöfe nachmittags öffnen", "Hausaufgabenhilfe durch Studierende, die dafür Punkte bekommen",
    "Sichere Radwege zu jeder Schule", "Formulare in Leichter Sprache", NULL } },
  { "Offene Verwaltung", "2026-05-20", "Leverkusen", "administration", {
    "Anträge von zu Hause stellen, ohne Drucker", "Formulare, die man ohne Hilfe ausfüllen kann",
    "Ein Termin am Samstag für alle, die unter der Woche arbeiten", "Der Bus zum Rathaus fährt nur stündlich", NULL } },
  { "Nachbarschaft & Pflege", "2026-06-02", NULL, NULL, {
    "Ein Besuchsdienst für Menschen, die allein leben", "Bänke auf dem Weg zum Markt", "Werkzeuge im Kiez teilen", NULL } },
};

/* Words that plain cards are made of: each has its topic, and words of every topic. */
static const char * const words[][8] = {
  { "Radweg", "Fahrrad", "Brücke", "Ampel", "Abstellplatz", "Lastenrad", "Kreuzung", "Straße" },
  { "Schule", "Hort", "Unterricht", "Mensa", "Lehrkraft", "Schulhof", "Ferien", "Klasse" },
  { "Bus", "Haltestelle", "Fahrplan", "Bahn", "Ticket", "Takt", "Nachtlinie", "Umstieg" },
  { "Antrag", "Formular", "Behörde", "Termin", "Bescheid", "Ausweis", "Schalter", "Auskunft" },
  { "Pflege", "Besuch", "Nachbarin", "Hilfe", "Einkauf", "Gespräch", "Ehrenamt", "Treffpunkt" },
  { "Baum", "Schatten", "Park", "Brunnen", "Bank", "Wiese", "Garten", "Hitze" },
  { "Werkstatt", "Reparatur", "Werkzeug", "Ausleihe", "Café", "Material", "Gerät", "Kurs" },
  { "Wohnung", "Miete", "Haus", "Quartier", "Aufzug", "Baugruppe", "Leerstand", "Genossenschaft" },
};
static const char * const between[] = { "für", "mit", "ohne", "an", "und", "statt", "bei", "neben", "mehr", "sichere", "neue", "gute" };

static char *
add_author (PlenumStore *store, const char *workshop, const char *sector)
{
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  if (sector == NULL)
    return NULL;

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, "Ayşe Demir");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, sector);
  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, TRUE);
  return sample_make (store, plenum_action_add_participant (person));
}

static char *
add_card (PlenumStore *store, const char *workshop, const char *text, const char *author)
{
  char *id = sample_make (store, plenum_action_add_idea (workshop, NULL, NULL, text, "idea", FALSE));

  if (author != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, id, &error);

      plenum_record_set_text (idea, PLENUM_IDEA_AUTHOR, author);
      sample_perform (store, plenum_action_edit_idea (idea));
    }

  return id;
}

static char *
add_workshop (PlenumStore *store, guint number, GPtrArray *cards)
{
  char *id = sample_make (store, plenum_action_add_workshop (workshops[number].title, "de"));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumRecord) workshop = plenum_store_get (store, PLENUM_WORKSHOP, id, &error);
  g_autofree char *author = add_author (store, id, workshops[number].sector);

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_DATE, workshops[number].date);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_PLACE, workshops[number].place);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "finished");
  sample_perform (store, plenum_action_edit_workshop (workshop));
  for (guint i = 0; workshops[number].cards[i] != NULL; i++)
    g_ptr_array_add (cards, add_card (store, id, workshops[number].cards[i], i % 2 == 0 ? author : NULL));

  return id;
}

static void
cast (PlenumStore *store, const char *poll, GPtrArray *options, const guint *dots)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autoptr (GString) choices = g_string_new ("{");

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (choices, "%s\"%s\":%u", i > 0 ? "," : "", plenum_record_get_id (options->pdata[i]), dots[i]);
  g_string_append_c (choices, '}');
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices->str);
  sample_perform (store, plenum_action_cast_ballot (ballot, plenum_sheet_check));
}

/* A vote with dots on @n cards, its result shown; without dots it is still open. */
static void
vote (PlenumStore *store, const char *workshop, const char *question, char **ideas, guint n, const guint *dots, guint n_ballots)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = NULL;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, ideas[i], &error);
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      plenum_record_set_text (option, PLENUM_OPTION_TEXT, plenum_record_get_text (idea, PLENUM_IDEA_TEXT));
      plenum_record_set_text (option, PLENUM_OPTION_IDEA, ideas[i]);
      g_ptr_array_add (options, option);
    }
  id = sample_make (store, plenum_action_add_poll (poll, options));
  sample_perform (store, plenum_action_open_poll (id));
  for (guint i = 0; i < n_ballots; i++)
    cast (store, id, options, dots + i * n);
  if (n_ballots == 0)
    return;
  sample_perform (store, plenum_action_close_poll (id));
  sample_perform (store, plenum_action_show_result (id));
}

/* The room votes, and only then somebody sees that two of the cards say the same. */
static char *
vote_and_merge (PlenumStore *store, const char *workshop, GPtrArray *cards)
{
  static const guint dots[] = { 2, 0, 1, 0, 1, 1, 0, 1, 2, 0, 0, 1, 0, 1, 1, 1 };
  g_autofree char *same = add_card (store, workshop, "Ein Leihladen für Werkzeug", NULL);
  char *ideas[] = { cards->pdata[13], cards->pdata[14], cards->pdata[15], same };

  vote (store, workshop, "Was gehen wir zuerst an?", ideas, 4, dots, 4);
  vote (store, workshop, "Wo helfen Sie mit?", ideas, 4, NULL, 0);
  return sample_make (store, plenum_action_merge_ideas ((const char * const[]) { cards->pdata[15], same, NULL }));
}

/* What add_plain() is to do. */
typedef struct
{
  char *const *workshops;
  guint        n;
} Plain;

static gboolean
add_plain (PlenumEdit *edit, gpointer data, GError **error)
{
  const Plain *request = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < request->n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint topic = g_rand_int_range (random, 0, G_N_ELEMENTS (words));

      for (guint k = 0; k < 12; k++)
        {
          guint of = g_rand_int_range (random, 0, 5) == 0 ? (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (words)) : topic;

          g_string_append_printf (text, "%s%s %s", k > 0 ? " " : "", between[g_rand_int_range (random, 0, G_N_ELEMENTS (between))],
                                  words[of][g_rand_int_range (random, 0, 8)]);
        }
      if (!sample_add_plain (edit, request->workshops[i % G_N_ELEMENTS (workshops)], NULL, text->str, "idea", i, error))
        return FALSE;
    }

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = argc > 1 ? sample_open (argv[1]) : NULL;
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_free);
  char *sources[G_N_ELEMENTS (workshops) + 1] = { NULL };
  g_autofree char *synthesis = NULL;
  g_autofree char *merged = NULL;
  Plain plain;

  if (store == NULL)
    return 2;

  for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
    sources[i] = add_workshop (store, i, cards);
  merged = vote_and_merge (store, sources[3], cards);
  plain.workshops = sources;
  plain.n = argc > 2 ? strtoul (argv[2], NULL, 10) : 0;
  sample_perform (store, plenum_action_new (plenum_label_new ("Import cards"), add_plain, &plain, NULL));
  synthesis = sample_make (store, plenum_action_add_synthesis ("Was die Region bewegt", "de", (const char * const *) sources));
  {
    PlenumThemeProposal proposals[] = {
      { NULL, "Radwege, Rad, Brücke", (const char * const[]) { cards->pdata[0], cards->pdata[1], cards->pdata[3], cards->pdata[7], NULL } },
      { NULL, "Formulare und Anträge ohne Hürden", (const char * const[]) { cards->pdata[8], cards->pdata[9], cards->pdata[10], NULL } },
      { NULL, "Bus", (const char * const[]) { cards->pdata[2], cards->pdata[12], NULL } },
    };

    sample_perform (store, plenum_action_accept_themes (synthesis, proposals, G_N_ELEMENTS (proposals)));
  }
  sample_perform (store, plenum_action_assign_ideas (synthesis, (const char * const[]) { merged, NULL }, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
    g_free (sources[i]);

  return 0;
}
