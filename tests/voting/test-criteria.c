/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The criteria that a method with one winner has hold for every election that is made
 * up, and those that it lacks are shown by the example in the manual. */
#include "criteria.h"
#include "promises.h"

#include <string.h>

#define N_ELECTIONS 1000
#define N_CHANGES 2  /* of each election and criterion */
#define N_SEARCHED 100000

static Promises *promises;

/* Whether the manual says something about it, and what. */
static gboolean
get_promise (const char *method, Criterion criterion, gboolean *has)
{
  for (guint i = 0; i < promises->promises->len; i++)
    {
      const Promise *promise = &g_array_index (promises->promises, Promise, i);

      if (strcmp (promise->method, method) == 0 && strcmp (promise->criterion, criterion_ids[criterion]) == 0)
        {
          *has = promise->has;
          return TRUE;
        }
    }

  return FALSE;
}

/* An election, changed where the criterion is about changes, that violates it. */
static gboolean
try_election (Criterion criterion, const Election *election, guint32 winners, GRand *random, Example *example)
{
  example->n = criterion_compares (criterion) ? 2 : 1;
  example->elections[0] = *election;
  example->winners[0] = winners;
  if (example->n == 2)
    {
      if (!criterion_change (criterion, election, winners, random, &example->elections[1]))
        return FALSE;
      example->winners[1] = election_count (&example->elections[1]);
    }

  return criterion_violated (criterion, election, winners, &example->elections[1], example->winners[1]);
}

static void
fail_with (const char *what, const char *method, Criterion criterion, const Example *example)
{
  g_autofree char *text = promises_write_example (example);

  g_error ("%s and %s: %s:\n%s", method, criterion_ids[criterion], what, text);
}

static void
test_kept (gconstpointer data)
{
  const char *method = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (method));

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      guint32 winners;

      election_init (&election, method, "", g_rand_int_range (random, 2, 6));
      election_generate (&election, random);
      winners = election_count (&election);
      for (guint criterion = 0; criterion < N_CRITERIA; criterion++)
        {
          gboolean has = FALSE;
          Example example;

          for (guint i = 0; get_promise (method, criterion, &has) && has && i < (criterion_compares (criterion) ? N_CHANGES : 1); i++)
            if (try_election (criterion, &election, winners, random, &example))
              fail_with ("the manual says that it has it, but it does not", method, criterion, &example);
        }
    }
}

static guint
get_size (const Example *example)
{
  guint size = 0;

  for (guint i = 0; i < example->n; i++)
    {
      size += 20 * example->elections[i].n + 10 * example->elections[i].n_groups;
      for (guint j = 0; j < example->elections[i].n_groups; j++)
        size += example->elections[i].groups[j].copies;
    }

  return size;
}

/* The smallest election found that shows what the manual should. */
static void
search (const char *method, Criterion criterion)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Example smallest = { 0 };

  for (guint i = 0; i < N_SEARCHED; i++)
    {
      Election election;
      Example example;

      election_init (&election, method, "", g_rand_int_range (random, 2, 6));
      election_generate (&election, random);
      if (try_election (criterion, &election, election_count (&election), random, &example)
          && (smallest.n == 0 || get_size (&example) < get_size (&smallest)))
        smallest = example;
    }

  fail_with ("the manual has no example, such as", method, criterion, &smallest);
}

static void
test_lacking (gconstpointer data)
{
  const char *method = data;
  Example example;
  gboolean has;

  for (guint criterion = 0; criterion < N_CRITERIA; criterion++)
    {
      if (!get_promise (method, criterion, &has) || has)
        continue;
      if (!promises_get_example (promises, method, criterion_ids[criterion], &example))
        {
          search (method, criterion);
          continue;
        }

      g_assert_cmpuint (example.n, ==, criterion_compares (criterion) ? 2 : 1);
      for (guint i = 0; i < example.n; i++)
        if (election_count (&example.elections[i]) != example.winners[i])
          fail_with ("the manual says that others win than do", method, criterion, &example);
      if (example.n == 2 && !criterion_is_change (criterion, &example.elections[0], example.winners[0], &example.elections[1]))
        fail_with ("the example in the manual changes something else", method, criterion, &example);
      if (!criterion_violated (criterion, &example.elections[0], example.winners[0], &example.elections[1], example.winners[1]))
        fail_with ("the example in the manual does not show it", method, criterion, &example);
    }
}

/* As the manual says: where those who are last do not drop out together. */
static void
test_dropping_one (void)
{
  static const char * const settings[] = { "ties=earlier", "ties=lot" };
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint run = 0; run < election_runs (N_ELECTIONS); run++)
    {
      Election election;
      guint32 winners;

      election_init (&election, "irv", settings[run % 2], g_rand_int_range (random, 2, 6));
      election_generate (&election, random);
      winners = election_count (&election);
      g_assert_false (criterion_violated (CRITERION_CONDORCET_LOSER, &election, winners, NULL, 0));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  promises = promises_read (PROMISES_PAGE);
  g_assert_cmpuint (promises->promises->len, >, 100);
  for (guint i = 0; i < promises->promises->len; i++)
    {
      const Promise *promise = &g_array_index (promises->promises, Promise, i);
      g_autofree char *kept = g_strdup_printf ("/criteria/kept/%s", promise->method);
      g_autofree char *lacking = g_strdup_printf ("/criteria/lacking/%s", promise->method);

      if (strcmp (promise->criterion, criterion_ids[CRITERION_MONOTONICITY]) != 0)
        continue;
      g_test_add_data_func (kept, promise->method, test_kept);
      g_test_add_data_func (lacking, promise->method, test_lacking);
    }

  g_test_add_func ("/criteria/dropping-one", test_dropping_one);

  result = g_test_run ();
  promises_free (promises);
  return result;
}
