/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strengths that fit comparisons of two best.
 *
 * Sources: Bradley and Terry, "Rank Analysis of Incomplete Block Designs", Biometrika
 * 39 (1952), and Zermelo, Mathematische Zeitschrift 29 (1929): an option of strength p
 * is preferred to one of strength q in p ÷ (p + q) of the comparisons. The estimate is
 * that of greatest likelihood: by it, each option would win as many comparisons as it
 * won. It exists and is the only one where no group of options won all comparisons
 * with the others (Ford, American Mathematical Monthly 64 (1957); Hunter, Annals of
 * Statistics 32 (2004)); where it need not exist, each option is given draws with an
 * imaginary one of strength 1 (Davidson and Solomon, Biometrika 60 (1973); Mease, The
 * American Statistician 57 (2003)), and then it always does. A draw is half a victory.
 *
 * Found by Newton's method on the logarithms of the strengths, each step shortened
 * by as much as makes it sure that the likelihood grows (Sun and Tran-Dinh,
 * Mathematical Programming 178 (2019)). How far each option's victories are from
 * what the strengths say is computed in fractions of 30 decimals, so what is found
 * does not depend on the computer; only the direction of a step uses floating point. */
#include "plenum-bradley-terry.h"

#include <math.h>

#define DECIMALS 30         /* while it is computed */
#define SHARE_DECIMALS 9    /* of a result; what is equal then is tied */
#define STRENGTH_DECIMALS 9
#define ERROR_DECIMALS 4
#define SMALLEST_STEP 1e-15 /* the next would be less than the last decimal */
#define MOST_STEPS 500      /* never needed: a dozen usually do */

struct _PlenumBradleyTerry
{
  guint                    n;
  PlenumRational * const  *wins;        /* by option and option against it, %NULL for none */
  const PlenumRational    *prior;       /* draws with the imaginary option */
  PlenumRational         **strengths;
  PlenumRational         **shares;
  PlenumRational         **errors;
  double                  *covariances; /* of the logarithms */
};

static PlenumRational **
new_numbers (guint n, gint64 value)
{
  PlenumRational **numbers = g_new (PlenumRational *, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = plenum_rational_new (value, 1);

  return numbers;
}

static void
free_numbers (PlenumRational **numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    plenum_rational_free (numbers[i]);
  g_free (numbers);
}

static gboolean
is_fixed (const PlenumBradleyTerry *self, guint option)
{
  return option == 0 && plenum_rational_sign (self->prior) == 0; /* without the imaginary one, only ratios are known */
}

/* How often an option of strength @one is preferred to one of strength @other. */
static PlenumRational *
get_chance (const PlenumRational *one, const PlenumRational *other)
{
  g_autoptr (PlenumRational) both = plenum_rational_copy (one);
  PlenumRational *chance = plenum_rational_copy (one);

  plenum_rational_add (both, other);
  plenum_rational_divide (chance, both);
  plenum_rational_round (chance, DECIMALS);
  return chance;
}

/* What a comparison that was made @times tells: takes what is expected from what is
 * missing, and adds to the matrix of second derivatives. */
static void
add_pair (PlenumBradleyTerry *self, guint one, const PlenumRational *chance, const PlenumRational *won,
          const PlenumRational *times, PlenumRational **missing, guint n_sides, guint other)
{
  double p = plenum_rational_to_double (chance);
  double weight = plenum_rational_to_double (times) * p * (1 - p);
  g_autoptr (PlenumRational) surplus = plenum_rational_copy (times);

  plenum_rational_multiply (surplus, chance);
  plenum_rational_subtract (surplus, won);
  plenum_rational_round (surplus, DECIMALS);
  plenum_rational_subtract (missing[one], surplus);
  self->covariances[one * self->n + one] += weight;
  if (n_sides == 1)
    return;

  plenum_rational_add (missing[other], surplus);
  self->covariances[other * self->n + other] += weight;
  self->covariances[one * self->n + other] -= weight;
  self->covariances[other * self->n + one] -= weight;
}

static void
compare_options (PlenumBradleyTerry *self, guint one, guint other, PlenumRational **missing)
{
  const PlenumRational *won = self->wins[one * self->n + other];
  const PlenumRational *lost = self->wins[other * self->n + one];
  g_autoptr (PlenumRational) nothing = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) times = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) chance = NULL;

  if (won == NULL && lost == NULL)
    return;

  if (won != NULL)
    plenum_rational_add (times, won);
  if (lost != NULL)
    plenum_rational_add (times, lost);
  chance = get_chance (self->strengths[one], self->strengths[other]);
  add_pair (self, one, chance, won != NULL ? won : nothing, times, missing, 2, other);
}

/* Fills the matrix and what each option's victories are more than expected. */
static void
look_at_strengths (PlenumBradleyTerry *self, PlenumRational **missing)
{
  g_autoptr (PlenumRational) average = plenum_rational_new (1, 1);
  g_autoptr (PlenumRational) half = plenum_rational_copy (self->prior);
  guint n = self->n;

  plenum_rational_scale (half, 1, 2);
  for (guint i = 0; i < n * n; i++)
    self->covariances[i] = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRational) chance = get_chance (self->strengths[i], average);

      for (guint j = 0; j < i; j++)
        compare_options (self, i, j, missing);
      if (plenum_rational_sign (self->prior) > 0)
        add_pair (self, i, chance, half, self->prior, missing, 1, 0);
    }

  for (guint i = 0; i < n && is_fixed (self, 0); i++)
    self->covariances[i] = self->covariances[i * n] = i == 0;
}

/* Of a symmetric positive definite matrix, in its place (Gauss and Jordan). */
static void
invert (double *matrix, guint n)
{
  for (guint k = 0; k < n; k++)
    {
      double pivot = 1 / matrix[k * n + k];

      matrix[k * n + k] = 1;
      for (guint j = 0; j < n; j++)
        matrix[k * n + j] *= pivot;
      for (guint i = 0; i < n; i++)
        {
          double factor = matrix[i * n + k];

          if (i == k || factor == 0)
            continue;
          matrix[i * n + k] = 0;
          for (guint j = 0; j < n; j++)
            matrix[i * n + j] -= factor * matrix[k * n + j];
        }
    }
}

/* Multiplies a strength by about e to the power of @step, exactly written down. */
static void
change_strength (PlenumRational *strength, double step)
{
  gboolean tiny = fabs (step) < 1e-9;
  g_autoptr (PlenumRational) below = plenum_rational_new (2, 1);
  g_autoptr (PlenumRational) above = plenum_rational_new (2, 1);
  g_autoptr (PlenumRational) change = plenum_rational_new (llround (step * (tiny ? 1e27 : 1e15)), G_GINT64_CONSTANT (1000000000000000));

  if (tiny)
    plenum_rational_scale (change, 1, G_GINT64_CONSTANT (1000000000000));
  plenum_rational_add (above, change);
  plenum_rational_subtract (below, change);
  plenum_rational_multiply (strength, above);
  plenum_rational_divide (strength, below);
  plenum_rational_round (strength, DECIMALS);
}

/* Returns how far it went. */
static double
take_step (PlenumBradleyTerry *self, PlenumRational **missing)
{
  guint n = self->n;
  g_autofree double *steps = g_new0 (double, n);
  double lowest = 0, highest = 0, range;

  for (guint j = 0; j < n; j++)
    {
      double surplus = is_fixed (self, j) ? 0 : plenum_rational_to_double (missing[j]);

      for (guint i = 0; i < n && surplus != 0; i++)
        steps[i] += self->covariances[i * n + j] * surplus;
    }
  for (guint i = 0; i < n; i++)
    {
      lowest = MIN (lowest, steps[i]);
      highest = MAX (highest, steps[i]);
    }

  range = highest - lowest;
  for (guint i = 0; i < n; i++)
    if (!is_fixed (self, i))
      change_strength (self->strengths[i], steps[i] / (1 + range / 2));
  return range;
}

static gboolean
find_strengths (PlenumBradleyTerry *self, GCancellable *cancellable, GError **error)
{
  double range = 1;

  for (guint i = 0; i < MOST_STEPS && range > SMALLEST_STEP; i++)
    {
      PlenumRational **missing = new_numbers (self->n, 0);

      look_at_strengths (self, missing);
      invert (self->covariances, self->n);
      range = take_step (self, missing);
      free_numbers (missing, self->n);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  if (is_fixed (self, 0))
    self->covariances[0] = 0;
  return TRUE;
}

/* How often an option would be preferred to another of the list, on average, and
 * the standard error of that by the delta method. */
static void
find_share (PlenumBradleyTerry *self, guint option)
{
  guint n = self->n;
  g_autofree double *slopes = g_new0 (double, n);
  double variance = 0;

  for (guint j = 0; j < n; j++)
    {
      g_autoptr (PlenumRational) chance = get_chance (self->strengths[option], self->strengths[j]);
      double p = plenum_rational_to_double (chance);

      if (j == option)
        continue;
      plenum_rational_add (self->shares[option], chance);
      slopes[j] = -p * (1 - p) / (n - 1);
      slopes[option] -= slopes[j];
    }
  if (n > 1)
    plenum_rational_scale (self->shares[option], 1, n - 1);
  plenum_rational_round (self->shares[option], SHARE_DECIMALS);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      variance += slopes[i] * self->covariances[i * n + j] * slopes[j];
  plenum_rational_free (self->errors[option]);
  self->errors[option] = plenum_rational_new (llround (sqrt (MAX (variance, 0)) * 1e9), 1000000000);
  plenum_rational_round (self->errors[option], ERROR_DECIMALS);
}

/* So that they are 1 on average, where nothing else says what 1 is. */
static void
level_strengths (PlenumBradleyTerry *self)
{
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);

  for (guint i = 0; i < self->n; i++)
    plenum_rational_add (sum, self->strengths[i]);
  plenum_rational_scale (sum, 1, self->n);
  for (guint i = 0; i < self->n && plenum_rational_sign (self->prior) == 0; i++)
    plenum_rational_divide (self->strengths[i], sum);
  for (guint i = 0; i < self->n; i++)
    plenum_rational_round (self->strengths[i], STRENGTH_DECIMALS);
}

/**
 * plenum_bradley_terry_estimate:
 * @n: how many options, from 1 to %PLENUM_MOST_STRENGTHS
 * @wins: by option and option against it, row by row: how many comparisons of the
 *   two it won, a draw being half a victory of both; some may be %NULL: none
 * @prior: how many draws with an imaginary option of strength 1 each is given; 0 only
 *   where every option can be reached from every other along victories
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what is known about the strengths, which outlives @wins
 *   and @prior
 */
PlenumBradleyTerry *
plenum_bradley_terry_estimate (guint                    n,
                               PlenumRational * const  *wins,
                               const PlenumRational    *prior,
                               GCancellable            *cancellable,
                               GError                 **error)
{
  g_autoptr (PlenumBradleyTerry) self = g_new0 (PlenumBradleyTerry, 1);

  g_return_val_if_fail (n > 0 && n <= PLENUM_MOST_STRENGTHS, NULL);

  self->n = n;
  self->wins = wins;
  self->prior = prior;
  self->strengths = new_numbers (n, 1);
  self->shares = new_numbers (n, 0);
  self->errors = new_numbers (n, 0);
  self->covariances = g_new0 (double, n * n);

  if (!find_strengths (self, cancellable, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    find_share (self, i);
  level_strengths (self);
  self->wins = NULL;
  self->prior = NULL;

  return g_steal_pointer (&self);
}

void
plenum_bradley_terry_free (PlenumBradleyTerry *self)
{
  free_numbers (self->strengths, self->n);
  free_numbers (self->shares, self->n);
  free_numbers (self->errors, self->n);
  g_free (self->covariances);
  g_free (self);
}

/**
 * plenum_bradley_terry_get_strength:
 *
 * Returns: (transfer none): a number above 0, to nine decimals; only ratios say anything
 */
const PlenumRational *
plenum_bradley_terry_get_strength (const PlenumBradleyTerry *self, guint option)
{
  return self->strengths[option];
}

/**
 * plenum_bradley_terry_get_share:
 *
 * Returns: (transfer none): how often it is preferred to the other options on average,
 *   as a part of 1, to nine decimals
 */
const PlenumRational *
plenum_bradley_terry_get_share (const PlenumBradleyTerry *self, guint option)
{
  return self->shares[option];
}

/**
 * plenum_bradley_terry_get_error:
 *
 * Returns: (transfer none): the standard error of the share, to four decimals
 */
const PlenumRational *
plenum_bradley_terry_get_error (const PlenumBradleyTerry *self, guint option)
{
  return self->errors[option];
}

/**
 * plenum_bradley_terry_get_apart:
 *
 * Returns: by how many standard errors the strengths of two options differ, on a
 *   logarithmic scale, for a remark: never to decide with
 */
double
plenum_bradley_terry_get_apart (const PlenumBradleyTerry *self, guint one, guint other)
{
  guint n = self->n;
  double distance = log (plenum_rational_to_double (self->strengths[one]) / plenum_rational_to_double (self->strengths[other]));
  double variance = self->covariances[one * n + one] + self->covariances[other * n + other]
                    - 2 * self->covariances[one * n + other];

  return variance > 0 ? fabs (distance) / sqrt (variance) : 0;
}
