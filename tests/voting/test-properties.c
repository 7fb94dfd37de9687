/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every method and every election, here for made-up ones of several
 * cultures, from fixed seeds. PLENUM_PROFILES says how many, where more are wanted. */
#include "elections.h"

#include <string.h>

#define N_ELECTIONS 150 /* of each method and property */

typedef struct
{
  const char *method;
  const char *settings;
} Way;

static const Way ways[] = {
  { "dots", "" }, { "approval", "" }, { "approval", "seats=2" }, { "agreement", "" }, { "consensing", "" },
  { "consensing", "passive=a" }, { "consent", "" }, { "consent", "quorum=9" }, { "score", "" },
  { "score", "by=mean unscored=lowest" }, { "score", "by=mean" }, { "majority-judgement", "" }, { "quadratic", "" },
  { "pairwise", "" }, { "pairwise", "prior=0" }, { "plurality", "" }, { "runoff", "" }, { "irv", "ties=together" },
  { "irv", "ties=earlier" }, { "irv", "ties=lot" }, { "star", "" }, { "schulze", "" }, { "schulze", "measure=margins" },
  { "ranked-pairs", "" }, { "ranked-pairs", "measure=winning-votes" }, { "condorcet", "" }, { "copeland", "" },
  { "minimax", "" }, { "minimax", "measure=winning-votes" }, { "kemeny", "" }, { "borda", "" }, { "borda", "unranked=zero" },
  { "stv", "seats=2" }, { "stv", "seats=2 rule=meek" }, { "seqpav", "seats=2" }, { "pav", "seats=2" },
  { "phragmen", "seats=2" }, { "equal-shares", "budget=9" }, { "equal-shares", "budget=9 utility=cardinality" },
  { "equal-shares", "budget=9 completion=none" }, { "greedy-budget", "budget=9" },
  { "greedy-budget", "budget=9 by=votes-per-cost" },
};

static void
make_election (const Way *way, GRand *random, guint most, Election *election)
{
  election_init (election, way->method, way->settings, g_rand_int_range (random, 1, most + 1));
  election_generate (election, random);
  for (guint i = 0; i < election->n; i++)
    election->costs[i] = g_rand_int_range (random, 1, 8);
}

static void
shuffle (GRand *random, guint *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i);
      guint held = numbers[j];

      numbers[j] = numbers[i - 1];
      numbers[i - 1] = held;
    }
}

static void
fail_with (const Way *way, const Election *election, const char *one, const char *other)
{
  g_autofree char *text = election_write (election);

  g_error ("%s (%s) with\n%sis “%s” and “%s”", way->method, way->settings, text, one, other);
}

static void
append_option (GString *text, PlenumTally *tally, guint option, gboolean scores)
{
  g_autofree char *score = plenum_rational_to_text (plenum_tally_get_score (tally, option));

  g_string_append_printf (text, "%s%s%s%s ", plenum_tally_get_option_id (tally, option),
                          plenum_tally_is_winner (tally, option) ? "*" : "", scores ? ":" : "", scores ? score : "");
}

/* The ranking with winners and scores; those tied by id, so that lists in another
 * order compare equal. */
static char *
describe (PlenumTally *tally, gboolean scores)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *options = plenum_tally_get_place (tally, i, &n);

      for (char id = 'a'; id < 'a' + MOST_OPTIONS; id++)
        for (guint j = 0; j < n; j++)
          if (*plenum_tally_get_option_id (tally, options[j]) == id)
            append_option (text, tally, options[j], scores);
      g_string_append (text, "> ");
    }

  return g_string_free (text, FALSE);
}

static gboolean
spends (const Election *election)
{
  return election->kind == PLENUM_PAPER_UTILITIES;
}

/* Who handed in which ballot, and when, makes no difference, not even to a word of
 * the explanation. */
static void
test_anonymity (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      g_autoptr (PlenumProfile) poll = NULL;
      g_autoptr (PlenumProfile) shuffled = NULL;
      g_autoptr (PlenumTally) tally = NULL;
      g_autoptr (PlenumTally) other = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      make_election (way, random, 5, &election);
      poll = election_get_poll (&election);
      shuffled = election_put_otherwise (&election, NULL, ELECTION_SHUFFLED, random);
      tally = poll_count (poll);
      other = poll_count (shuffled);
      one = describe (tally, TRUE);
      two = describe (other, TRUE);
      if (strcmp (one, two) != 0)
        fail_with (way, &election, one, two);
      g_assert_cmpuint (plenum_tally_get_n_steps (tally), ==, plenum_tally_get_n_steps (other));
      for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
        g_assert_cmpstr (plenum_tally_get_step (tally, i)->text, ==, plenum_tally_get_step (other, i)->text);
    }
}

/* Where an option stands in the list makes no difference. Where a budget is spent, it
 * does where equal ones are reported, as the rules say. */
static void
test_neutrality (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      guint order[MOST_OPTIONS];
      g_autoptr (PlenumProfile) poll = NULL;
      g_autoptr (PlenumProfile) renamed = NULL;
      g_autoptr (PlenumTally) tally = NULL;
      g_autoptr (PlenumTally) other = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      make_election (way, random, 5, &election);
      shuffle (random, order, election.n);
      poll = election_get_poll (&election);
      renamed = election_put_otherwise (&election, order, ELECTION_GROUPED, NULL);
      tally = poll_count (poll);
      other = poll_count (renamed);
      one = describe (tally, TRUE);
      two = describe (other, TRUE);
      if (strcmp (one, two) != 0 && *tally_step (tally, "equal") == '\0')
        fail_with (way, &election, one, two);
    }
}

/* A ballot of weight 3 is three ballots, but for consent, where one voice is enough. */
static void
test_weights (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      g_autoptr (PlenumProfile) light = NULL;
      g_autoptr (PlenumProfile) heavy = NULL;
      g_autoptr (PlenumTally) tally = NULL;
      g_autoptr (PlenumTally) other = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      make_election (way, random, 5, &election);
      for (guint i = 0; i < election.n_groups && strcmp (way->method, "consent") == 0; i++)
        election.groups[i].copies = 1;
      light = election_get_poll (&election);
      heavy = election_put_otherwise (&election, NULL, ELECTION_WEIGHTED, NULL);
      tally = poll_count (light);
      other = poll_count (heavy);
      one = describe (tally, TRUE);
      two = describe (other, TRUE);
      if (strcmp (one, two) != 0)
        fail_with (way, &election, one, two);
    }
}

/* Every option has one place, the places are counted as in sports, and each tie that
 * is reported is a place that is shared. */
static void
test_ranking_is_complete (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      g_autoptr (PlenumProfile) poll = NULL;
      g_autoptr (PlenumTally) tally = NULL;
      guint32 seen = 0;
      guint n_ranked = 0;

      make_election (way, random, 5, &election);
      poll = election_get_poll (&election);
      tally = poll_count (poll);
      for (guint place = 0; place < plenum_tally_get_n_places (tally); place++)
        {
          guint n;
          const guint *options = plenum_tally_get_place (tally, place, &n);

          g_assert_cmpuint (n, >, 0);
          for (guint i = 0; i < n; i++)
            {
              g_assert_cmpuint (seen & (1u << options[i]), ==, 0);
              seen |= 1u << options[i];
              g_assert_cmpuint (plenum_tally_get_option_place (tally, options[i]), ==, n_ranked + 1);
            }
          n_ranked += n;
        }
      g_assert_cmpuint (n_ranked, ==, election.n);
      for (guint i = 0; i < plenum_tally_get_n_ties (tally); i++)
        if (plenum_tally_get_tie (tally, i)->n_options < 2)
          fail_with (way, &election, "tied alone", plenum_tally_get_option_id (tally, plenum_tally_get_tie (tally, i)->options[0]));
    }
}

static guint32
get_winners (PlenumTally *tally)
{
  guint32 winners = 0;
  guint n;
  const guint *options = plenum_tally_get_winners (tally, &n);

  for (guint i = 0; i < n; i++)
    winners |= 1u << (*plenum_tally_get_option_id (tally, options[i]) - 'a');

  return winners;
}

static gboolean
next_order (guint *order, guint n)
{
  guint i = n - 1, j = n - 1;

  while (i > 0 && order[i - 1] > order[i])
    i--;
  if (i == 0)
    return FALSE;
  while (order[j] < order[i - 1])
    j--;
  for (guint held = order[j]; j != i - 1; j = i - 1)
    {
      order[j] = order[i - 1];
      order[i - 1] = held;
    }
  for (guint a = i, b = n - 1; a < b; a++, b--)
    {
      guint held = order[a];

      order[a] = order[b];
      order[b] = held;
    }

  return TRUE;
}

static gboolean
has_open_tie (PlenumTally *tally)
{
  for (guint i = 0; i < plenum_tally_get_n_ties (tally); i++)
    if (plenum_tally_get_tie (tally, i)->seats > 0)
      return TRUE;

  return FALSE;
}

/* A tie for a seat is reported exactly where another order of the list, by which ties
 * are broken, elects others; and then the winners are all whom some order elects. */
static void
test_ties (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint run = 0; run < election_runs (N_ELECTIONS) / 3; run++)
    {
      Election election, broken;
      guint order[MOST_OPTIONS];
      g_autoptr (PlenumProfile) poll = NULL;
      g_autoptr (PlenumTally) tally = NULL;
      guint32 some = 0, all = G_MAXUINT32;

      make_election (way, random, 4, &election);
      broken = election;
      g_strlcat (broken.settings, " tie_break=order", sizeof broken.settings);
      poll = election_get_poll (&election);
      tally = poll_count (poll);

      for (guint i = 0; i < election.n; i++)
        order[i] = i;
      do
        {
          g_autoptr (PlenumProfile) listed = election_put_otherwise (&broken, order, ELECTION_GROUPED, NULL);
          g_autoptr (PlenumTally) decided = poll_count (listed);

          some |= get_winners (decided);
          all &= get_winners (decided);
        }
      while (next_order (order, election.n));

      if (some != get_winners (tally) || (some != all) != has_open_tie (tally))
        {
          g_autofree char *one = describe (tally, FALSE);
          g_autofree char *two = g_strdup_printf ("in some order %x, in all %x", some, all);

          fail_with (way, &election, one, two);
        }
    }
}

int
main (int argc, char *argv[])
{
  static const struct { const char *name; GTestDataFunc test; } properties[] = {
    { "anonymity", test_anonymity },
    { "neutrality", test_neutrality },
    { "weights", test_weights },
    { "ranking-is-complete", test_ranking_is_complete },
    { "ties", test_ties },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++)
      {
        Election election;
        g_autofree char *path = g_strdup_printf ("/properties/%s/%s/%s", properties[i].name, ways[j].method,
                                                 *ways[j].settings != '\0' ? ways[j].settings : "default");

        election_init (&election, ways[j].method, "", 0);
        if (properties[i].test != test_ties || !spends (&election))
          g_test_add_data_func (path, &ways[j], properties[i].test);
      }
  return g_test_run ();
}
