/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "elections.h"

#include <math.h>
#include <string.h>

#define TOP_SCORE 5
#define N_GRADES 6
#define TOP_RESISTANCE 10
#define N_DOTS 5
#define MOST_DOTS 3 /* for one option */
#define N_CREDITS 100

typedef enum
{
  CULTURE_IMPARTIAL, /* every order as likely */
  CULTURE_URN,       /* people say what others said */
  CULTURE_SPATIAL,   /* people and options are places, and the near is better */
  CULTURE_TIED,      /* people know only good, middling and bad */
  N_CULTURES
} Culture;

guint
election_runs (guint fallback)
{
  const char *runs = g_getenv ("PLENUM_PROFILES");
  const char *part = g_getenv ("PLENUM_TESTS_PART");

  if (runs != NULL)
    return g_ascii_strtoull (runs, NULL, 10);

  return part != NULL ? fallback / g_ascii_strtoull (part, NULL, 10) : fallback;
}

void
election_init (Election *self, const char *method, const char *settings, guint n)
{
  memset (self, 0, sizeof *self);
  self->method = plenum_method_find (method);
  g_assert_nonnull (self->method);
  self->kind = plenum_method_get_paper_kind (self->method);
  g_strlcpy (self->settings, settings, sizeof self->settings);
  self->n = n;
  for (guint i = 0; i < MOST_OPTIONS; i++)
    self->costs[i] = 1;
}

/* What people think of each option, from 0 to 1. */
static void
draw_opinions (const Election *self, GRand *random, Culture culture, double places[][2], double opinions[])
{
  double x = g_rand_double (random), y = g_rand_double (random);

  for (guint i = 0; i < self->n; i++)
    switch (culture)
      {
      case CULTURE_SPATIAL:
        opinions[i] = 1 - hypot (places[i][0] - x, places[i][1] - y) / 1.5;
        break;
      case CULTURE_TIED:
        opinions[i] = g_rand_int_range (random, 0, 3) / 2.0;
        break;
      case CULTURE_IMPARTIAL:
      case CULTURE_URN:
      case N_CULTURES:
      default:
        opinions[i] = g_rand_double (random);
        break;
      }
}

static void
write_ranking (const Election *self, GRand *random, const double opinions[], int values[])
{
  gboolean ties = plenum_method_takes_ties (self->method);
  guint kept = self->n;

  if (g_rand_int_range (random, 0, 3) == 0)
    kept = g_rand_int_range (random, 0, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      guint place = 1;

      for (guint j = 0; j < self->n; j++)
        place += opinions[j] > opinions[i] || (!ties && opinions[j] == opinions[i] && j < i);
      values[i] = place <= kept ? (int) place : BLANK;
    }
}

/* Points are given one by one, the better liked the likelier. */
static void
write_points (const Election *self, GRand *random, const double opinions[], int values[])
{
  gboolean credits = self->kind == PLENUM_PAPER_CREDITS;

  for (guint i = 0; i < self->n; i++)
    values[i] = 0;
  for (guint point = 0; point < (credits ? 10 : N_DOTS); point++)
    {
      guint i = g_rand_int_range (random, 0, self->n);

      if (g_rand_double (random) < opinions[i] && (credits || values[i] < MOST_DOTS))
        values[i] += credits ? N_CREDITS / 10 : 1;
      else if (credits && g_rand_boolean (random) && values[i] <= 0)
        values[i] -= N_CREDITS / 10;
    }
}

/* Each digit is a comparison, the better 1 and the other 2. */
static void
write_comparisons (const Election *self, GRand *random, const double opinions[], int values[])
{
  guint first = g_rand_int_range (random, 0, self->n);
  int digit = 1;

  for (guint i = 0; i < self->n; i++)
    values[i] = BLANK;
  for (guint step = 1; step < MIN (self->n, 4); step++, digit *= 10)
    {
      guint other = (first + step) % self->n;
      gboolean better = opinions[first] > opinions[other];
      gboolean equal = opinions[first] == opinions[other];

      values[first] = (values[first] == BLANK ? 0 : values[first]) + (better || equal ? digit : 2 * digit);
      values[other] = better ? 2 * digit : digit;
    }
}

static int
write_value (PlenumPaperKind kind, GRand *random, double opinion)
{
  gboolean blank = g_rand_int_range (random, 0, 12) == 0;

  switch (kind)
    {
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
      return opinion > 0.6;
    case PLENUM_PAPER_STANCES:
      return blank ? BLANK : opinion > 0.6 ? 1 : opinion < 0.4 ? -1 : 0;
    case PLENUM_PAPER_SCORES:
      return blank ? BLANK : (int) lround (opinion * TOP_SCORE);
    case PLENUM_PAPER_GRADES:
      return blank ? BLANK : N_GRADES - (int) lround (opinion * (N_GRADES - 1));
    case PLENUM_PAPER_RESISTANCES:
      return TOP_RESISTANCE - (int) lround (opinion * TOP_RESISTANCE);
    case PLENUM_PAPER_CONSENT:
      return blank ? BLANK : opinion > 0.3 ? 0 : opinion > 0.1 ? 1 : 2;
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_PAIR:
    default:
      g_assert_not_reached ();
    }
}

static void
write_ballot (const Election *self, GRand *random, const double opinions[], int values[])
{
  if (self->kind == PLENUM_PAPER_RANKING)
    write_ranking (self, random, opinions, values);
  else if (self->kind == PLENUM_PAPER_POINTS || self->kind == PLENUM_PAPER_CREDITS)
    write_points (self, random, opinions, values);
  else if (self->kind == PLENUM_PAPER_PAIR)
    write_comparisons (self, random, opinions, values);
  else
    for (guint i = 0; i < self->n; i++)
      values[i] = write_value (self->kind, random, opinions[i]);
}

void
election_make_ballot (const Election *self, GRand *random, Ballots *ballots)
{
  double opinions[MOST_OPTIONS];
  Culture culture = g_rand_boolean (random) ? CULTURE_IMPARTIAL : CULTURE_TIED;

  draw_opinions (self, random, culture, NULL, opinions);
  ballots->copies = g_rand_int_range (random, 1, 8);
  write_ballot (self, random, opinions, ballots->values);
}

void
election_generate (Election *self, GRand *random)
{
  Culture culture = g_rand_int_range (random, 0, N_CULTURES);
  double places[MOST_OPTIONS][2];
  guint n_groups = g_rand_int_range (random, 1, 9);
  int most = g_rand_boolean (random) ? 4 : 10;

  for (guint i = 0; i < self->n; i++)
    {
      places[i][0] = g_rand_double (random);
      places[i][1] = g_rand_double (random);
    }

  for (self->n_groups = 0; self->n_groups < n_groups; self->n_groups++)
    {
      Ballots *group = &self->groups[self->n_groups];
      double opinions[MOST_OPTIONS];

      draw_opinions (self, random, culture, places, opinions);
      write_ballot (self, random, opinions, group->values);
      if (culture == CULTURE_URN && self->n_groups > 0 && g_rand_boolean (random))
        *group = self->groups[g_rand_int_range (random, 0, self->n_groups)];
      group->copies = g_rand_int_range (random, 1, most);
    }
}

/* @places: where each option stands in the poll's list */
static void
cast_group (const Election *self, PlenumProfile *poll, guint group, const guint *places, gint64 copies, const char *weight)
{
  PlenumChoice choices[MOST_OPTIONS];
  PlenumPaper paper = { "import", 1, weight, choices, 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->n; i++)
    if (self->groups[group].values[i] != BLANK)
      choices[paper.n_choices++] = (PlenumChoice) { places[i], self->groups[group].values[i] };
  plenum_profile_add_ballot (poll, &paper, copies, &error);
  g_assert_no_error (error);
}

static void
cast_shuffled (const Election *self, PlenumProfile *poll, const guint *places, GRand *random)
{
  g_autoptr (GArray) ballots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_groups; i++)
    for (gint64 copy = 0; copy < self->groups[i].copies; copy++)
      g_array_append_val (ballots, i);

  for (guint left = ballots->len; left > 0; left--)
    {
      guint chosen = g_rand_int_range (random, 0, left);

      cast_group (self, poll, g_array_index (ballots, guint, chosen), places, 1, NULL);
      g_array_index (ballots, guint, chosen) = g_array_index (ballots, guint, left - 1);
    }
}

PlenumProfile *
election_put_otherwise (const Election *self, const guint *order, ElectionForm form, GRand *random)
{
  PlenumProfile *poll = poll_new (plenum_method_get_id (self->method), self->settings, 0);
  guint places[MOST_OPTIONS];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->n; i++)
    {
      guint option = order != NULL ? order[i] : i;
      char id[] = { 'a' + option, '\0' };
      g_autofree char *cost = g_strdup_printf ("%d", self->costs[option]);

      plenum_profile_add_option (poll, id, id, self->kind == PLENUM_PAPER_UTILITIES ? cost : NULL, &error);
      g_assert_no_error (error);
      places[option] = i;
    }

  if (form == ELECTION_SHUFFLED)
    cast_shuffled (self, poll, places, random);
  for (guint i = 0; i < self->n_groups && form != ELECTION_SHUFFLED; i++)
    {
      gint64 copies = self->groups[i].copies;
      g_autofree char *weight = g_strdup_printf ("%d", (int) copies);

      cast_group (self, poll, i, places, form == ELECTION_GROUPED ? copies : 1, form == ELECTION_GROUPED ? NULL : weight);
    }

  return poll;
}

PlenumProfile *
election_get_poll (const Election *self)
{
  return election_put_otherwise (self, NULL, ELECTION_GROUPED, NULL);
}

guint32
election_count (const Election *self)
{
  g_autoptr (PlenumProfile) poll = election_get_poll (self);
  g_autoptr (PlenumTally) tally = poll_count (poll);
  guint32 winners = 0;

  for (guint i = 0; i < self->n; i++)
    if (plenum_tally_is_winner (tally, i))
      winners |= 1u << i;

  return winners;
}

/* The greater the better, what is left out as the method takes it. */
static int
get_goodness (PlenumPaperKind kind, int value)
{
  switch (kind)
    {
    case PLENUM_PAPER_RANKING:
      return value == BLANK ? -1000 : -value;
    case PLENUM_PAPER_GRADES:
      return value == BLANK ? -N_GRADES : -value;
    case PLENUM_PAPER_RESISTANCES:
      return value == BLANK ? 0 : -value;
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return value == BLANK ? 0 : value;
    }
}

int
election_prefers (const Election *self, const Ballots *ballots, guint one, guint other)
{
  int a = get_goodness (self->kind, ballots->values[one]);
  int b = get_goodness (self->kind, ballots->values[other]);

  return (a > b) - (a < b);
}

static void
append_ranking (const Election *self, const Ballots *ballots, GString *text)
{
  gboolean started = FALSE;

  for (int rank = 1; rank <= (int) self->n; rank++)
    {
      const char *sign = started ? " > " : " ";

      for (guint i = 0; i < self->n; i++)
        if (ballots->values[i] == rank)
          {
            g_string_append_printf (text, "%s%c", sign, 'a' + i);
            sign = " = ";
            started = TRUE;
          }
    }
}

static gboolean
zero_says_nothing (PlenumPaperKind kind)
{
  return kind == PLENUM_PAPER_POINTS || kind == PLENUM_PAPER_SET || kind == PLENUM_PAPER_CREDITS || kind == PLENUM_PAPER_UTILITIES;
}

char *
election_write (const Election *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_groups; i++)
    {
      const Ballots *group = &self->groups[i];

      g_string_append_printf (text, "%d:", (int) group->copies);
      if (self->kind == PLENUM_PAPER_RANKING)
        append_ranking (self, group, text);
      else
        for (guint j = 0; j < self->n; j++)
          if (group->values[j] != BLANK && (group->values[j] != 0 || !zero_says_nothing (self->kind)))
            g_string_append_printf (text, " %c=%d", 'a' + j, group->values[j]);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static gboolean
read_ranking (Election *self, Ballots *group, const char *text)
{
  g_auto (GStrv) places = g_strsplit (text, ">", -1);
  int rank = 1;

  for (guint i = 0; places[i] != NULL; i++)
    {
      int shared = 0;

      for (const char *at = places[i]; *at != '\0'; at++)
        if (*at >= 'a' && *at < 'a' + MOST_OPTIONS)
          {
            self->n = MAX (self->n, (guint) (*at - 'a' + 1));
            group->values[*at - 'a'] = rank;
            shared++;
          }
        else if (*at != ' ' && *at != '=')
          return FALSE;
      rank += shared;
    }

  return TRUE;
}

static gboolean
read_values (Election *self, Ballots *group, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint option = *words[i] - 'a';

      if (*words[i] == '\0')
        continue;
      if (option >= MOST_OPTIONS || words[i][1] != '=')
        return FALSE;
      self->n = MAX (self->n, option + 1);
      group->values[option] = g_ascii_strtoll (words[i] + 2, NULL, 10);
    }

  return TRUE;
}

gboolean
election_read_line (Election *self, const char *line)
{
  Ballots *group = &self->groups[self->n_groups];
  char *rest;

  g_assert_cmpuint (self->n_groups, <, MOST_GROUPS);
  group->copies = g_ascii_strtoll (line, &rest, 10);
  if (rest == line || *rest != ':')
    return FALSE;

  for (guint i = 0; i < MOST_OPTIONS; i++)
    group->values[i] = zero_says_nothing (self->kind) ? 0 : BLANK;
  self->n_groups++;
  return self->kind == PLENUM_PAPER_RANKING ? read_ranking (self, group, rest + 1) : read_values (self, group, rest + 1);
}
