/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-polls FILE [METHOD …]: makes a library with one workshop of people from
 * several sectors, and a closed vote by each of some methods, or of those that are named. */
#include "sample.h"

#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-workshop-actions.h"

#define N_PEOPLE 24

static const char * const options[] = {
  "Repair-Café im Rathausfoyer", "Ein Fonds für kleine Anfänge", "Fahrradstraßen, die durchgehen",
  "Sprechstunde im Supermarkt", "Bibliothek der Dinge: Werkzeug, Beamer und Lastenräder ausleihen wie Bücher",
  "Offene Küche", "Scheitern erzählen",
};
static const char * const costs[] = { "12000", "8000", "45000", "6000", "15000", "9000", "1500" };
static const char * const sectors[] = { "administration", "civil-society", "business" };

static const struct { const char *method, *settings; } polls[] = {
  { "irv", "{}" },
  { "stv", "{\"seats\":3}" },
  { "schulze", "{}" },
  { "majority-judgement", "{}" },
  { "consensing", "{}" },
  { "equal-shares", "{\"budget\":\"50000\"}" },
  { "score", "{}" },
  { "agreement", "{}" },
  { "approval", "{}" },
};

/* What the person @number thinks of the option @option, 0 to 11: always the same. */
static guint
like (guint number, guint option)
{
  return (number * 7 + option * option * 5 + (number % 3) * option * 4 + number / 5) % 12;
}

/* By what they like more, and the first four only. */
static int
rank (guint number, guint option)
{
  int place = 1;

  for (guint other = 0; other < G_N_ELEMENTS (options); other++)
    if (like (number, other) > like (number, option) || (like (number, other) == like (number, option) && other < option))
      place++;

  return place <= 4 ? place : 0;
}

static int
answer (PlenumPaperKind kind, guint number, guint option)
{
  guint liking = like (number, option);

  switch (kind)
    {
    case PLENUM_PAPER_RANKING:
      return rank (number, option);
    case PLENUM_PAPER_GRADES:
      return 6 - liking / 2;
    case PLENUM_PAPER_RESISTANCES:
      return 10 - MIN (liking, 10);
    case PLENUM_PAPER_SCORES:
      return liking / 2;
    case PLENUM_PAPER_STANCES:
      return (int) (liking / 4) - 1;
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return liking > 6;
    }
}

static void
cast (PlenumStore *store, const char *poll, GPtrArray *ids, PlenumPaperKind kind, guint number, const char *person)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autoptr (GString) choices = g_string_new ("{");

  for (guint i = 0; i < ids->len; i++)
    {
      int value = answer (kind, number, i);

      if (value != 0 || kind == PLENUM_PAPER_RESISTANCES || kind == PLENUM_PAPER_STANCES || kind == PLENUM_PAPER_SCORES)
        g_string_append_printf (choices, "%s\"%s\":%d", choices->len > 1 ? "," : "", (char *) ids->pdata[i], value);
    }
  g_string_append_c (choices, '}');
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, person);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, number % 3 == 0 ? "paper" : "screen");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices->str);
  sample_perform (store, plenum_action_cast_ballot (ballot, plenum_sheet_check));
}

static void
add_poll (PlenumStore *store, const char *workshop, const char *method, const char *settings, GPtrArray *people)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_method_find (method));
  g_autofree char *question = g_strdup_printf ("Was tun wir zuerst? (%s)", method);
  g_autofree char *id = NULL;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      plenum_record_set_text (option, PLENUM_OPTION_TEXT, options[i]);
      if (kind == PLENUM_PAPER_UTILITIES)
        plenum_record_set_text (option, PLENUM_OPTION_COST, costs[i]);
      g_ptr_array_add (ids, g_strdup (plenum_record_get_id (option)));
      g_ptr_array_add (records, option);
    }
  id = sample_make (store, plenum_action_add_poll (poll, records));
  sample_perform (store, plenum_action_open_poll (id));
  for (guint i = 0; i < people->len; i++)
    cast (store, id, ids, kind, i, plenum_record_get_id (people->pdata[i]));
  sample_perform (store, plenum_action_close_poll (id));
  sample_perform (store, plenum_action_show_result (id));
}

static GPtrArray *
add_people (PlenumStore *store, const char *workshop)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      PlenumRecord *person = plenum_record_new (PLENUM_PARTICIPANT, NULL);
      g_autofree char *name = g_strdup_printf ("Person %u", i + 1);

      plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, workshop);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
      plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, sectors[i % G_N_ELEMENTS (sectors)]);
      g_ptr_array_add (people, person);
    }
  sample_perform (store, plenum_action_put_participants (none, people));

  return people;
}

static gboolean
is_named (const char *method, int argc, char **argv)
{
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], method))
      return TRUE;

  return argc <= 2;
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = sample_open (argv[1]);
  g_autofree char *workshop = sample_make (store, plenum_action_add_workshop ("Ideenmarkt Tannenbusch", "de"));
  g_autoptr (GPtrArray) people = add_people (store, workshop);

  for (guint i = 0; i < G_N_ELEMENTS (polls); i++)
    if (is_named (polls[i].method, argc, argv))
      add_poll (store, workshop, polls[i].method, polls[i].settings, people);

  return 0;
}
