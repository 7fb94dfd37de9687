/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every profile: generated ones, from fixed seeds. */
#include "polls.h"

#include <string.h>

#define N_PROFILES 150
#define N_OPTIONS 6

typedef struct
{
  PlenumChoice choices[N_OPTIONS];
  const char  *weight;
} Ballot;

typedef struct
{
  const char *method;
  guint       n_ballots;
  Ballot      ballots[40];
} Election;

static const char * const methods[] = { "dots", "approval", "agreement" };
static const char * const weights[] = { NULL, NULL, "2", "3/2", "1/7" };

static int
random_value (GRand *random, const char *method, int *points)
{
  int value;

  if (strcmp (method, "approval") == 0)
    return g_rand_int_range (random, 0, 2);
  if (strcmp (method, "agreement") == 0)
    return g_rand_int_range (random, -1, 2);

  value = g_rand_int_range (random, 0, MIN (*points, 3) + 1);
  *points -= value;
  return value;
}

static Election
generate (GRand *random)
{
  Election election = { methods[g_rand_int_range (random, 0, G_N_ELEMENTS (methods))], 0 };

  election.n_ballots = g_rand_int_range (random, 0, G_N_ELEMENTS (election.ballots) + 1);
  for (guint i = 0; i < election.n_ballots; i++)
    {
      int points = 5;

      election.ballots[i].weight = weights[g_rand_int_range (random, 0, G_N_ELEMENTS (weights))];
      for (guint j = 0; j < N_OPTIONS; j++)
        election.ballots[i].choices[j] = (PlenumChoice) { j, random_value (random, election.method, &points) };
    }

  return election;
}

/* The options by @names, one letter each; the ballots speak of them by letter. */
static PlenumProfile *
poll_from (const Election *election, const char *names, const guint *order)
{
  g_autoptr (GError) error = NULL;
  PlenumProfile *poll = plenum_profile_new (election->method, NULL, &error);

  for (guint i = 0; i < N_OPTIONS; i++)
    {
      char id[] = { names[i], '\0' };

      g_assert_true (plenum_profile_add_option (poll, id, id, NULL, &error));
    }

  for (guint i = 0; i < election->n_ballots; i++)
    {
      const Ballot *ballot = &election->ballots[order != NULL ? order[i] : i];
      PlenumChoice choices[N_OPTIONS];
      PlenumPaper paper = { "screen", 1, ballot->weight, choices, N_OPTIONS };

      for (guint j = 0; j < N_OPTIONS; j++)
        {
          choices[j] = ballot->choices[j];
          choices[j].option = strchr (names, 'a' + ballot->choices[j].option) - names;
        }
      plenum_profile_add_ballot (poll, &paper, 1, &error);
      g_assert_no_error (error);
    }

  return poll;
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

/* Each place's options sorted by id, so that lists in another order compare equal. */
static char *
unordered_ranking (PlenumTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *options = plenum_tally_get_place (tally, i, &n);

      for (char id = 'a'; id < 'a' + N_OPTIONS; id++)
        for (guint j = 0; j < n; j++)
          if (*plenum_tally_get_option_id (tally, options[j]) == id)
            {
              g_autofree char *score = plenum_rational_to_text (plenum_tally_get_score (tally, options[j]));

              g_string_append_printf (text, "%c:%s%s ", id, score,
                                      plenum_tally_is_winner (tally, options[j]) ? "*" : "");
            }
      g_string_append (text, "> ");
    }

  return g_string_free (text, FALSE);
}

/* Who handed in which ballot, and when, makes no difference. */
static void
test_anonymity (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_PROFILES; i++)
    {
      Election election = generate (random);
      guint order[G_N_ELEMENTS (election.ballots)];
      g_autoptr (PlenumProfile) poll = poll_from (&election, "abcdef", NULL);
      g_autoptr (PlenumProfile) shuffled = NULL;
      g_autoptr (PlenumTally) tally = poll_count (poll);
      g_autoptr (PlenumTally) other = NULL;
      g_autofree char *ranking = tally_ranking (tally);
      g_autofree char *scores = tally_scores (tally);

      shuffle (random, order, election.n_ballots);
      shuffled = poll_from (&election, "abcdef", order);
      other = poll_count (shuffled);
      assert_text (tally_ranking (other), ranking);
      assert_text (tally_scores (other), scores);
      g_assert_cmpuint (plenum_tally_get_n_steps (tally), ==, plenum_tally_get_n_steps (other));
      for (guint j = 0; j < plenum_tally_get_n_steps (tally); j++)
        g_assert_cmpstr (plenum_tally_get_step (tally, j)->text, ==, plenum_tally_get_step (other, j)->text);
    }
}

/* Where an option stands in the list makes no difference. */
static void
test_neutrality (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_PROFILES; i++)
    {
      Election election = generate (random);
      guint order[N_OPTIONS];
      char names[N_OPTIONS + 1] = { 0 };
      g_autoptr (PlenumProfile) poll = poll_from (&election, "abcdef", NULL);
      g_autoptr (PlenumProfile) renamed = NULL;
      g_autoptr (PlenumTally) tally = poll_count (poll);
      g_autoptr (PlenumTally) other = NULL;
      g_autofree char *ranking = unordered_ranking (tally);

      shuffle (random, order, N_OPTIONS);
      for (guint j = 0; j < N_OPTIONS; j++)
        names[j] = 'a' + order[j];
      renamed = poll_from (&election, names, NULL);
      other = poll_count (renamed);
      assert_text (unordered_ranking (other), ranking);
    }
}

/* Doubling every weight changes no place; a ballot of weight 2 is two ballots. */
static void
test_weights (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_PROFILES; i++)
    {
      Election heavy = generate (random);
      Election light = heavy;
      g_autoptr (PlenumProfile) two = NULL;
      g_autoptr (PlenumProfile) one = NULL;
      g_autoptr (PlenumTally) once = NULL;
      g_autoptr (PlenumTally) twice = NULL;
      g_autofree char *ranking = NULL;

      heavy.n_ballots = light.n_ballots = MIN (heavy.n_ballots, G_N_ELEMENTS (heavy.ballots) / 2);
      for (guint j = 0; j < heavy.n_ballots; j++)
        {
          light.ballots[j].weight = NULL;
          light.ballots[heavy.n_ballots + j] = light.ballots[j];
          heavy.ballots[j].weight = "2";
        }
      light.n_ballots *= 2;

      one = poll_from (&light, "abcdef", NULL);
      two = poll_from (&heavy, "abcdef", NULL);
      once = poll_count (one);
      twice = poll_count (two);
      ranking = unordered_ranking (once);
      assert_text (unordered_ranking (twice), ranking);
    }
}

/* Every option is ranked once, places descend, ties are the places shared, winners come first. */
static void
test_ranking_is_complete (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_PROFILES; i++)
    {
      Election election = generate (random);
      g_autoptr (PlenumProfile) poll = poll_from (&election, "abcdef", NULL);
      g_autoptr (PlenumTally) tally = poll_count (poll);
      gboolean seen[N_OPTIONS] = { FALSE };
      const PlenumRational *above = NULL;
      guint n_ranked = 0, n_shared = 0;

      for (guint place = 0; place < plenum_tally_get_n_places (tally); place++)
        {
          guint n;
          const guint *options = plenum_tally_get_place (tally, place, &n);

          for (guint j = 0; j < n; j++)
            {
              const PlenumRational *score = plenum_tally_get_score (tally, options[j]);

              g_assert_false (seen[options[j]]);
              seen[options[j]] = TRUE;
              g_assert_cmpuint (plenum_tally_get_option_place (tally, options[j]), ==, n_ranked + 1);
              g_assert_true (above == NULL || plenum_rational_compare (above, score) >= 0);
              g_assert_cmpint (plenum_tally_is_winner (tally, options[j]), ==, place == 0 && plenum_rational_sign (score) > 0);
              above = score;
            }
          n_ranked += n;
          n_shared += n > 1;
        }

      g_assert_cmpuint (n_ranked, ==, N_OPTIONS);
      g_assert_cmpuint (plenum_tally_get_n_ties (tally), ==, n_shared);
    }
}

/* One more ballot for an option never makes its place worse. */
static void
test_monotonicity (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_PROFILES; i++)
    {
      Election election = generate (random);
      g_autoptr (PlenumProfile) poll = poll_from (&election, "abcdef", NULL);
      g_autoptr (PlenumTally) before = poll_count (poll);
      g_autoptr (PlenumTally) after = NULL;

      poll_cast (poll, "c=1");
      after = poll_count (poll);
      g_assert_cmpuint (plenum_tally_get_option_place (after, 2), <=, plenum_tally_get_option_place (before, 2));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/anonymity", test_anonymity);
  g_test_add_func ("/properties/neutrality", test_neutrality);
  g_test_add_func ("/properties/weights", test_weights);
  g_test_add_func ("/properties/ranking-is-complete", test_ranking_is_complete);
  g_test_add_func ("/properties/monotonicity", test_monotonicity);
  return g_test_run ();
}
