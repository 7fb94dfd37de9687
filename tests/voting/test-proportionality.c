/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Committees in proportion: justified representation as in Aziz, Brill, Conitzer,
 * Elkind, Freeman and Walsh, Social Choice and Welfare 48 (2017), its proportional
 * form as in Sánchez-Fernández et al., AAAI 2017, and solid coalitions as in Dummett,
 * "Voting Procedures", 1984. Budgets, whatever the completion, are kept. Ties fall by
 * the order of the list, so that as many win as there are seats. */
#include "promises.h"

#include <string.h>

#define N_ELECTIONS 2000
#define N_SEARCHED 100000

typedef enum
{
  RULE_JUSTIFIED,   /* somebody of every group of one seat's size that agrees */
  RULE_PROPORTIONAL, /* groups of so many seats' size have so many among them all */
  RULE_EXTENDED,    /* and somebody in the group has so many alone */
  RULE_SOLID,       /* of rankings: who puts the same ones first, by Droop's quota */
  N_RULES
} Rule;

static const char * const rule_ids[N_RULES] = { "justified", "proportional", "extended", "solid" };
static Promises *promises;

static guint
count_bits (guint32 set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;

  return n;
}

static guint32
get_approved (const Election *election, const Ballots *ballots)
{
  guint32 set = 0;

  for (guint i = 0; i < election->n; i++)
    if (ballots->values[i] == 1)
      set |= 1u << i;

  return set;
}

static gint64
count_voters (const Election *election)
{
  gint64 n = 0;

  for (guint i = 0; i < election->n_groups; i++)
    n += election->groups[i].copies;

  return n;
}

/* Whether those who agree on all of @agreed are a group of @size seats and go short. */
static gboolean
is_short (const Election *election, Rule rule, guint seats, guint32 winners, guint32 agreed, guint size)
{
  gint64 n = count_voters (election);

  /* those whose winners are all in a set too small, for each such set of winners */
  for (guint32 within = winners;; within = (within - 1) & winners)
    {
      gint64 group = 0;

      for (guint i = 0; i < election->n_groups; i++)
        {
          guint32 set = get_approved (election, &election->groups[i]);
          gboolean agrees = (set & agreed) == agreed;

          if (agrees && (rule == RULE_PROPORTIONAL ? (set & winners & ~within) == 0 : count_bits (set & winners) < size))
            group += election->groups[i].copies;
        }
      if (group * seats >= size * n && group > 0 && (rule != RULE_PROPORTIONAL || count_bits (within) < size))
        return TRUE;
      if (within == 0 || rule != RULE_PROPORTIONAL)
        return FALSE;
    }
}

/* The options that a ballot has above all others, as many as that; 0 where it has not. */
static guint32
get_first (const Election *election, const Ballots *ballots, guint many)
{
  guint32 set = 0;

  for (guint i = 0; i < election->n; i++)
    if (ballots->values[i] != BLANK && ballots->values[i] <= (int) many)
      set |= 1u << i;

  return count_bits (set) == many ? set : 0;
}

static gboolean
violates_solid (const Election *election, guint seats, guint32 winners)
{
  gint64 quota = count_voters (election) / (seats + 1) + 1;

  for (guint32 set = 1; set < 1u << election->n; set++)
    {
      guint many = count_bits (set);
      gint64 group = 0;

      for (guint i = 0; i < election->n_groups; i++)
        if (get_first (election, &election->groups[i], many) == set)
          group += election->groups[i].copies;
      for (guint size = 1; size <= MIN (many, seats); size++)
        if (group >= size * quota && count_bits (set & winners) < size)
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_violated (const Election *election, Rule rule, guint seats, guint32 winners)
{
  if (rule == RULE_SOLID)
    return violates_solid (election, seats, winners);

  for (guint32 agreed = 1; agreed < 1u << election->n; agreed++)
    {
      guint size = count_bits (agreed);

      if (size <= (rule == RULE_JUSTIFIED ? 1 : seats) && is_short (election, rule, seats, winners, agreed, size))
        return TRUE;
    }

  return FALSE;
}

static guint
get_seats (const Election *election)
{
  const char *seats = strstr (election->settings, "seats=");

  if (seats == NULL)
    seats = strstr (election->settings, "budget=");

  return seats != NULL ? g_ascii_strtoull (strchr (seats, '=') + 1, NULL, 10) : 1;
}

static void
start_election (Election *election, const char *method, const char *rule, const char *tie_break, guint n, guint seats)
{
  g_autofree char *settings = NULL;

  if (strcmp (method, "equal-shares") == 0)
    settings = g_strdup_printf ("budget=%u utility=cardinality completion=%s%s", seats, rule, tie_break);
  else if (strcmp (method, "greedy-budget") == 0)
    settings = g_strdup_printf ("budget=%u%s", seats, tie_break);
  else if (strcmp (method, "stv") == 0)
    settings = g_strdup_printf ("seats=%u rule=%s%s", seats, rule, tie_break);
  else
    settings = g_strdup_printf ("seats=%u%s", seats, tie_break);
  election_init (election, method, settings, n);
}

static void
fail_with (const char *what, const char *method, const char *rule, const Election *election, guint32 winners)
{
  Example example = { 1, { *election }, { winners } };
  g_autofree char *text = promises_write_example (&example);

  g_error ("%s and %s: %s:\n%s", method, rule, what, text);
}

static Rule
find_rule (const char *id)
{
  for (guint i = 0; i < N_RULES; i++)
    if (strcmp (rule_ids[i], id) == 0)
      return i;

  return N_RULES;
}

/* For elections of every culture, and all variants of a method. */
static void
test_kept (gconstpointer data)
{
  const Promise *promise = data;
  static const char * const completions[] = { "none", "add1", "add1u", "greedy" };
  static const char * const rules[] = { "scottish", "meek" };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (promise->method));
  Rule rule = find_rule (promise->criterion);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      guint n = g_rand_int_range (random, 2, 7);
      guint seats = g_rand_int_range (random, 1, MIN (n, 5) + 1);
      gboolean stv = strcmp (promise->method, "stv") == 0;
      Election election;
      guint32 winners;

      start_election (&election, promise->method, stv ? rules[run % 2] : completions[run % 4], " tie_break=order", n, seats);
      election_generate (&election, random);
      winners = election_count (&election);
      if (is_violated (&election, rule, seats, winners))
        fail_with ("the manual says that it has it, but it does not", promise->method, promise->criterion, &election, winners);
    }
}

/* The smallest election found that shows what the manual should. */
static void
search (const Promise *promise)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Election smallest = { 0 };
  guint32 smallest_winners = 0;

  for (guint i = 0; i < N_SEARCHED; i++)
    {
      guint n = g_rand_int_range (random, 2, 8);
      guint seats = g_rand_int_range (random, 1, MIN (n, 6) + 1);
      Election election;
      guint32 winners;

      start_election (&election, promise->method, "none", "", n, seats);
      election_generate (&election, random);
      winners = election_count (&election);
      if ((smallest.n == 0 || 10 * n + 10 * election.n_groups + count_voters (&election)
                              < 10 * smallest.n + 10 * smallest.n_groups + count_voters (&smallest))
          && count_bits (winners) == seats && is_violated (&election, find_rule (promise->criterion), seats, winners))
        {
          smallest = election;
          smallest_winners = winners;
        }
    }

  fail_with ("the manual has no example, such as", promise->method, promise->criterion, &smallest, smallest_winners);
}

static void
test_lacking (gconstpointer data)
{
  const Promise *promise = data;
  Example example;

  if (!promises_get_example (promises, promise->method, promise->criterion, &example))
    {
      search (promise);
      return;
    }

  g_assert_cmpuint (example.n, ==, 1);
  if (election_count (&example.elections[0]) != example.winners[0])
    fail_with ("the manual says that others win than do", promise->method, promise->criterion, &example.elections[0],
               election_count (&example.elections[0]));
  if (!is_violated (&example.elections[0], find_rule (promise->criterion), get_seats (&example.elections[0]), example.winners[0]))
    fail_with ("the example in the manual does not show it", promise->method, promise->criterion, &example.elections[0], example.winners[0]);
}

/* What is funded costs no more than there is, by every way to spend it. */
static void
test_budgets (void)
{
  static const struct { const char *method, *settings; } ways[] = {
    { "greedy-budget", "by=votes" }, { "greedy-budget", "by=votes-per-cost" },
    { "equal-shares", "utility=cost completion=none" }, { "equal-shares", "utility=cost completion=add1" },
    { "equal-shares", "utility=cost completion=add1u" }, { "equal-shares", "utility=cost completion=greedy" },
    { "equal-shares", "utility=cardinality completion=none" }, { "equal-shares", "utility=cardinality completion=add1" },
    { "equal-shares", "utility=cardinality completion=add1u" }, { "equal-shares", "utility=cardinality completion=greedy" },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      guint way = run % G_N_ELEMENTS (ways);
      int budget = g_rand_int_range (random, 1, 200), spent = 0;
      Election election;
      guint32 winners;

      election_init (&election, ways[way].method, "", g_rand_int_range (random, 1, 9));
      g_snprintf (election.settings, sizeof election.settings, "budget=%d %s%s", budget, ways[way].settings,
                  run % 3 == 0 ? " tie_break=order" : "");
      election_generate (&election, random);
      for (guint i = 0; i < election.n; i++)
        election.costs[i] = run % 5 == 0 ? 30 : g_rand_int_range (random, 1, 120);

      winners = election_count (&election);
      for (guint i = 0; i < election.n; i++)
        spent += (winners & (1u << i)) != 0 ? election.costs[i] : 0;
      g_assert_cmpint (spent, <=, budget);
    }
}

int
main (int argc, char *argv[])
{
  int result;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  promises = promises_read (PROMISES_PAGE);
  for (guint i = 0; i < promises->promises->len; i++)
    {
      const Promise *promise = &g_array_index (promises->promises, Promise, i);
      g_autofree char *path = g_strdup_printf ("/proportionality/%s/%s", promise->method, promise->criterion);

      if (find_rule (promise->criterion) == N_RULES)
        continue;
      g_test_add_data_func (path, promise, promise->has ? test_kept : test_lacking);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
  g_test_add_func ("/proportionality/budgets", test_budgets);

  result = g_test_run ();
  promises_free (promises);
  return result;
}
