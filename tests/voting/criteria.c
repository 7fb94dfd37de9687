/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what ballots say: an option is preferred to another where it stands higher. As
 * in Felsenthal and Machover (eds.), "Electoral Systems: Paradoxes, Assumptions, and
 * Procedures", 2012, and Woodall, "Properties of Preferential Election Rules",
 * Voting Matters 3 (1994). Only clear winners are looked at, so that ties, however
 * they are broken, show nothing. */
#include "criteria.h"

#include <string.h>

const char * const criterion_ids[N_CRITERIA] = {
  "monotonicity", "participation", "condorcet-winner", "condorcet-loser", "smith", "majority", "reversal", "later-no-harm",
};

static gboolean
is_single (guint32 set)
{
  return set != 0 && (set & (set - 1)) == 0;
}

static guint
get_single (guint32 set)
{
  return g_bit_nth_lsf (set, -1);
}

gboolean
criterion_compares (Criterion criterion)
{
  return criterion == CRITERION_MONOTONICITY || criterion == CRITERION_PARTICIPATION
         || criterion == CRITERION_REVERSAL || criterion == CRITERION_LATER_NO_HARM;
}

/* Ranks as they come out: 1, 2, 2, 4. */
static void
tidy_ranking (const Election *election, int values[])
{
  int tidy[MOST_OPTIONS];

  for (guint i = 0; i < election->n; i++)
    {
      tidy[i] = values[i] == BLANK ? BLANK : 1;
      for (guint j = 0; j < election->n && values[i] != BLANK; j++)
        tidy[i] += values[j] != BLANK && values[j] < values[i];
    }
  memcpy (values, tidy, election->n * sizeof *values);
}

static int
sum_magnitudes (const Election *election, const int values[])
{
  int sum = 0;

  for (guint i = 0; i < election->n; i++)
    sum += values[i] == BLANK ? 0 : ABS (values[i]);

  return sum;
}

/* Puts one option higher and changes nothing else; FALSE where that cannot be. */
static gboolean
raise_option (const Election *election, GRand *random, guint option, int values[])
{
  int old = values[option];
  int more = g_rand_int_range (random, 1, 6); /* MIN() and MAX() take their arguments twice */

  switch (election->kind)
    {
    case PLENUM_PAPER_RANKING:
      if (old == 1)
        return FALSE;
      for (guint i = 0; i < election->n; i++)
        if (values[i] != BLANK)
          values[i] *= 2;
      values[option] = 2 * g_rand_int_range (random, 1, old == BLANK ? (int) election->n + 1 : old) - 1;
      tidy_ranking (election, values);
      return TRUE;

    case PLENUM_PAPER_SET:
      values[option] = 1;
      return old != 1;

    case PLENUM_PAPER_SCORES:
      values[option] = old == BLANK ? 1 : MIN (old + more, 5);
      return values[option] != old;

    case PLENUM_PAPER_GRADES:
      values[option] = old == BLANK ? 5 : MAX (old - more, 1);
      return values[option] != old;

    case PLENUM_PAPER_RESISTANCES:
      values[option] = MAX (old - more, 0);
      return values[option] != old;

    case PLENUM_PAPER_POINTS:
      values[option]++;
      return values[option] <= 3 && sum_magnitudes (election, values) <= 5;

    case PLENUM_PAPER_CREDITS:
      values[option] += 10;
      return sum_magnitudes (election, values) <= 100;

    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      g_assert_not_reached ();
    }
}

/* Adds what a ballot left out below what it has, which must be the winner at least. */
static gboolean
extend_ballot (const Election *election, GRand *random, guint winner, int values[])
{
  int last = 0;
  gboolean extended = FALSE;

  if (values[winner] == BLANK || values[winner] == 0)
    return FALSE;
  for (guint i = 0; i < election->n; i++)
    if (values[i] != BLANK)
      last = MAX (last, values[i]);

  for (guint i = 0; i < election->n; i++)
    if ((values[i] == BLANK || (election->kind != PLENUM_PAPER_RANKING && values[i] == 0)) && (!extended || g_rand_boolean (random)))
      {
        switch (election->kind)
          {
          case PLENUM_PAPER_RANKING:
            values[i] = ++last;
            break;
          case PLENUM_PAPER_SET:
            values[i] = 1;
            break;
          case PLENUM_PAPER_SCORES:
            values[i] = MAX (values[winner] - 1, 0);
            break;
          case PLENUM_PAPER_GRADES:
            values[i] = MIN (values[winner] + 1, 6);
            break;
          case PLENUM_PAPER_POINTS:
          case PLENUM_PAPER_STANCES:
          case PLENUM_PAPER_RESISTANCES:
          case PLENUM_PAPER_CONSENT:
          case PLENUM_PAPER_CREDITS:
          case PLENUM_PAPER_UTILITIES:
          case PLENUM_PAPER_PAIR:
          default:
            g_assert_not_reached ();
          }
        extended = TRUE;
      }

  if (election->kind == PLENUM_PAPER_RANKING)
    tidy_ranking (election, values);
  return extended;
}

static gboolean
reverse (const Election *before, Election *after)
{
  for (guint i = 0; i < before->n_groups; i++)
    for (guint j = 0; j < before->n; j++)
      {
        int value = before->groups[i].values[j];

        if (value == BLANK)
          return FALSE;
        switch (before->kind)
          {
          case PLENUM_PAPER_RANKING:
            after->groups[i].values[j] = (int) before->n + 1 - value;
            break;
          case PLENUM_PAPER_SET:
            after->groups[i].values[j] = 1 - value;
            break;
          case PLENUM_PAPER_SCORES:
            after->groups[i].values[j] = 5 - value;
            break;
          case PLENUM_PAPER_GRADES:
            after->groups[i].values[j] = 7 - value;
            break;
          case PLENUM_PAPER_RESISTANCES:
            after->groups[i].values[j] = 10 - value;
            break;
          case PLENUM_PAPER_CREDITS:
            after->groups[i].values[j] = -value;
            break;
          case PLENUM_PAPER_POINTS:
          case PLENUM_PAPER_STANCES:
          case PLENUM_PAPER_CONSENT:
          case PLENUM_PAPER_UTILITIES:
          case PLENUM_PAPER_PAIR:
          default:
            g_assert_not_reached ();
          }
      }

  for (guint i = 0; i < after->n_groups && after->kind == PLENUM_PAPER_RANKING; i++)
    tidy_ranking (after, after->groups[i].values);
  return TRUE;
}

/* Some of a group change their ballot. */
static gboolean
change_some (Criterion criterion, guint winner, GRand *random, Election *after)
{
  guint from = g_rand_int_range (random, 0, after->n_groups);
  Ballots *group = &after->groups[from];
  Ballots *changed = &after->groups[after->n_groups];

  *changed = *group;
  changed->copies = g_rand_int_range (random, 1, group->copies + 1);
  group->copies -= changed->copies;
  if (group->copies == 0)
    {
      *group = *changed;
      changed = group;
    }
  else
    after->n_groups++;

  return criterion == CRITERION_MONOTONICITY ? raise_option (after, random, winner, changed->values)
                                             : extend_ballot (after, random, winner, changed->values);
}

gboolean
criterion_change (Criterion criterion, const Election *before, guint32 winners, GRand *random, Election *after)
{
  if (!is_single (winners))
    return FALSE;

  *after = *before;
  switch (criterion)
    {
    case CRITERION_MONOTONICITY:
    case CRITERION_LATER_NO_HARM:
      return change_some (criterion, get_single (winners), random, after);
    case CRITERION_PARTICIPATION:
      election_make_ballot (after, random, &after->groups[after->n_groups++]);
      return TRUE;
    case CRITERION_REVERSAL:
      return reverse (before, after);
    case CRITERION_CONDORCET_WINNER:
    case CRITERION_CONDORCET_LOSER:
    case CRITERION_SMITH:
    case CRITERION_MAJORITY:
    case N_CRITERIA:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_equal (const Election *election, const Ballots *one, const Ballots *other)
{
  return memcmp (one->values, other->values, election->n * sizeof *one->values) == 0;
}

/* How many more of the ballot there are in @after than in @before. */
static gint64
count_more (const Election *before, const Election *after, const Ballots *ballots)
{
  gint64 more = 0;

  for (guint i = 0; i < after->n_groups; i++)
    if (is_equal (after, &after->groups[i], ballots))
      more += after->groups[i].copies;
  for (guint i = 0; i < before->n_groups; i++)
    if (is_equal (after, &before->groups[i], ballots))
      more -= before->groups[i].copies;

  return more;
}

/* The only ballot of which there are more in @after; NULL if there are several or none. */
static const Ballots *
find_added (const Election *before, const Election *after, gint64 *more)
{
  const Ballots *found = NULL;

  for (guint i = 0; i < after->n_groups; i++)
    if (count_more (before, after, &after->groups[i]) > 0 && (found == NULL || !is_equal (after, found, &after->groups[i])))
      {
        if (found != NULL)
          return NULL;
        found = &after->groups[i];
        *more = count_more (before, after, found);
      }

  return found;
}

/* Nothing is worse for @winner, and the others stand to each other as before. */
static gboolean
is_raised (const Election *election, const Ballots *old, const Ballots *new, guint winner)
{
  for (guint i = 0; i < election->n; i++)
    for (guint j = 0; j < election->n; j++)
      if (i != j && j != winner
          && (i == winner ? election_prefers (election, new, i, j) < election_prefers (election, old, i, j)
                          : election_prefers (election, new, i, j) != election_prefers (election, old, i, j)))
        return FALSE;

  return TRUE;
}

/* What stood there stands as before, and what was added is below the winner. */
static gboolean
is_extended (const Election *election, const Ballots *old, const Ballots *new, guint winner)
{
  for (guint i = 0; i < election->n; i++)
    if (old->values[i] != new->values[i]
        && ((old->values[i] != BLANK && old->values[i] != 0) || (election_prefers (election, new, winner, i) <= 0 && election->kind != PLENUM_PAPER_SET)))
      return FALSE;

  return old->values[winner] != BLANK && old->values[winner] == new->values[winner];
}

gboolean
criterion_is_change (Criterion criterion, const Election *before, guint32 winners, const Election *after)
{
  gint64 n_added = 0, n_removed = 0;
  const Ballots *added = find_added (before, after, &n_added);
  const Ballots *removed = find_added (after, before, &n_removed);
  Election reversed = *before;

  if (!is_single (winners) || before->n != after->n)
    return FALSE;
  if (criterion == CRITERION_REVERSAL)
    {
      gboolean same = reverse (before, &reversed);

      for (guint i = 0; same && i < after->n_groups; i++)
        same = count_more (&reversed, after, &after->groups[i]) == 0;
      for (guint i = 0; same && i < reversed.n_groups; i++)
        same = count_more (&reversed, after, &reversed.groups[i]) == 0;
      return same;
    }

  if (added == NULL)
    return FALSE;
  if (criterion == CRITERION_PARTICIPATION)
    return n_removed == 0;
  if (removed == NULL || n_added != n_removed)
    return FALSE;
  return criterion == CRITERION_MONOTONICITY ? is_raised (before, removed, added, get_single (winners))
                                             : is_extended (before, removed, added, get_single (winners));
}

/* How many more prefer one to the other than the other way round. */
static gint64
get_margin (const Election *election, guint one, guint other)
{
  gint64 margin = 0;

  for (guint i = 0; i < election->n_groups; i++)
    margin += election->groups[i].copies * election_prefers (election, &election->groups[i], one, other);

  return margin;
}

/* All that beat every other, or lose to every other. */
static guint32
find_condorcet (const Election *election, int sign)
{
  guint32 found = 0;

  for (guint i = 0; i < election->n; i++)
    {
      gboolean all = election->n > 1;

      for (guint j = 0; j < election->n; j++)
        all = all && (j == i || sign * get_margin (election, i, j) > 0);
      if (all)
        found |= 1u << i;
    }

  return found;
}

/* The smallest set whose members beat all others, by trying all sets. */
static guint32
find_smith (const Election *election)
{
  guint32 smallest = (1u << election->n) - 1;

  for (guint32 set = 1; set < 1u << election->n; set++)
    {
      gboolean dominates = TRUE;

      for (guint i = 0; i < election->n; i++)
        for (guint j = 0; j < election->n; j++)
          if ((set & (1u << i)) != 0 && (set & (1u << j)) == 0)
            dominates = dominates && get_margin (election, i, j) > 0;
      if (dominates && (set & ~smallest) == 0)
        smallest = set;
    }

  return smallest;
}

/* What more than half prefer to everything else. */
static guint32
find_majority (const Election *election)
{
  gint64 all = 0;
  guint32 found = 0;

  for (guint i = 0; i < election->n_groups; i++)
    all += election->groups[i].copies;
  for (guint option = 0; option < election->n; option++)
    {
      gint64 first = 0;

      for (guint i = 0; i < election->n_groups; i++)
        {
          gboolean best = TRUE;

          for (guint j = 0; j < election->n; j++)
            best = best && (j == option || election_prefers (election, &election->groups[i], option, j) > 0);
          first += best ? election->groups[i].copies : 0;
        }
      if (2 * first > all)
        found |= 1u << option;
    }

  return found;
}

gboolean
criterion_violated (Criterion criterion, const Election *before, guint32 winners, const Election *after, guint32 winners_after)
{
  guint32 must;
  gint64 n;

  switch (criterion)
    {
    case CRITERION_MONOTONICITY:
    case CRITERION_LATER_NO_HARM:
      return is_single (winners) && (winners & winners_after) == 0;
    case CRITERION_PARTICIPATION:
      return is_single (winners) && is_single (winners_after)
             && election_prefers (after, find_added (before, after, &n), get_single (winners), get_single (winners_after)) > 0;
    case CRITERION_CONDORCET_WINNER:
      must = find_condorcet (before, 1);
      return must != 0 && winners != must;
    case CRITERION_CONDORCET_LOSER:
      return is_single (winners) && winners == find_condorcet (before, -1);
    case CRITERION_SMITH:
      return (winners & ~find_smith (before)) != 0;
    case CRITERION_MAJORITY:
      must = find_majority (before);
      return must != 0 && winners != must;
    case CRITERION_REVERSAL:
      return is_single (winners) && winners == winners_after;
    case N_CRITERIA:
    default:
      g_assert_not_reached ();
    }
}
