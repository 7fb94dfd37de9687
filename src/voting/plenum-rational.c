/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions. The only file that knows GMP: what decides a vote is never
 * rounded, and nobody else has to know how. */
#include "plenum-rational.h"

#include <gmp.h>
#include <math.h>
#include <string.h>

/* Weights are bounded so that the denominator of any sum of them is: it divides
 * the least common multiple of 1 … 1000, a number of 433 digits. */
#define LARGEST_NUMERATOR 1000000
#define LARGEST_DENOMINATOR 1000

#define DIGITS "0123456789"
#define MOST_DIGITS 30 /* of an amount of money */

struct _PlenumRational
{
  mpq_t value; /* in lowest terms, denominator positive */
};

/* GMP takes long, which is too short on some computers. */
static void
set_int64 (mpz_t number, gint64 value)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;

  mpz_import (number, 1, 1, sizeof magnitude, 0, 0, &magnitude);
  if (value < 0)
    mpz_neg (number, number);
}

/**
 * plenum_rational_new:
 * @denominator: not 0
 *
 * Returns: (transfer full): the fraction in lowest terms
 */
PlenumRational *
plenum_rational_new (gint64 numerator, gint64 denominator)
{
  PlenumRational *self;

  g_return_val_if_fail (denominator != 0, NULL);

  self = g_new0 (PlenumRational, 1);
  mpq_init (self->value);
  set_int64 (mpq_numref (self->value), numerator);
  set_int64 (mpq_denref (self->value), denominator);
  mpq_canonicalize (self->value);

  return self;
}

/**
 * plenum_rational_new_from_text:
 * @text: a number that is not negative: "7", "3/2" or "12.50", of at most 30 digits
 *   above and below the line or around the point
 *
 * Returns: (transfer full) (nullable): the number, or %NULL if @text is none
 */
PlenumRational *
plenum_rational_new_from_text (const char *text)
{
  gsize whole = strspn (text, DIGITS);
  const char *rest = text + whole;
  gsize length = *rest != '\0' ? strspn (rest + 1, DIGITS) : 0;
  g_autoptr (PlenumRational) self = NULL;
  g_autofree char *digits = NULL;

  if (whole == 0 || whole > MOST_DIGITS || length > MOST_DIGITS
      || (*rest != '\0' && ((*rest != '.' && *rest != '/') || length == 0 || rest[1 + length] != '\0')))
    return NULL;

  self = plenum_rational_new (0, 1);
  digits = g_strdup_printf ("%.*s%s", (int) whole, text, *rest == '.' ? rest + 1 : "");
  mpz_set_str (mpq_numref (self->value), digits, 10);
  if (*rest == '/')
    mpz_set_str (mpq_denref (self->value), rest + 1, 10);
  else
    mpz_ui_pow_ui (mpq_denref (self->value), 10, *rest == '.' ? length : 0);

  if (mpz_sgn (mpq_denref (self->value)) == 0)
    {
      mpz_set_ui (mpq_denref (self->value), 1);
      return NULL;
    }
  mpq_canonicalize (self->value);
  return g_steal_pointer (&self);
}

/**
 * plenum_rational_new_root:
 * @radicand: not negative
 * @digits: how many after the decimal point
 * @above: whether not to be less than the root; else it is not greater
 *
 * Returns: (transfer full): the square root of @radicand, cut or raised to @digits
 */
PlenumRational *
plenum_rational_new_root (gint64 radicand, guint digits, gboolean above)
{
  PlenumRational *self = plenum_rational_new (radicand, 1);
  gboolean exact;

  mpz_ui_pow_ui (mpq_denref (self->value), 100, digits);
  mpz_mul (mpq_numref (self->value), mpq_numref (self->value), mpq_denref (self->value));
  exact = mpz_perfect_square_p (mpq_numref (self->value)) != 0;
  mpz_sqrt (mpq_numref (self->value), mpq_numref (self->value));
  if (above && !exact)
    mpz_add_ui (mpq_numref (self->value), mpq_numref (self->value), 1);
  mpz_ui_pow_ui (mpq_denref (self->value), 10, digits);
  mpq_canonicalize (self->value);

  return self;
}

/**
 * plenum_rational_copy:
 *
 * Returns: (transfer full): an equal number
 */
PlenumRational *
plenum_rational_copy (const PlenumRational *self)
{
  PlenumRational *copy = g_new0 (PlenumRational, 1);

  mpq_init (copy->value);
  mpq_set (copy->value, self->value);

  return copy;
}

void
plenum_rational_free (PlenumRational *self)
{
  mpq_clear (self->value);
  g_free (self);
}

/* Digits only, without a leading zero: one number has one text. */
static gboolean
parse_positive (const char *text, gsize length, gint64 largest, gint64 *number)
{
  gint64 value = 0;

  if (length == 0 || length > 18 || text[0] == '0')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = 10 * value + g_ascii_digit_value (text[i]);
    }

  if (value > largest)
    return FALSE;

  *number = value;
  return TRUE;
}

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;
      a = b;
      b = rest;
    }

  return a;
}

/**
 * plenum_rational_parse_weight:
 * @text: "2" or "3/2": positive, at most 1000000 above and 1000 below the line
 * @numerator: (out): in lowest terms; untouched on failure
 * @denominator: (out): the same
 *
 * Returns: whether @text is a weight
 */
gboolean
plenum_rational_parse_weight (const char *text, gint64 *numerator, gint64 *denominator)
{
  const char *slash;
  gint64 above, below = 1, divisor;

  g_return_val_if_fail (text != NULL && numerator != NULL && denominator != NULL, FALSE);

  slash = strchr (text, '/');
  if (!parse_positive (text, slash != NULL ? (gsize) (slash - text) : strlen (text), LARGEST_NUMERATOR, &above))
    return FALSE;
  if (slash != NULL && !parse_positive (slash + 1, strlen (slash + 1), LARGEST_DENOMINATOR, &below))
    return FALSE;

  divisor = greatest_common_divisor (above, below);
  *numerator = above / divisor;
  *denominator = below / divisor;
  return TRUE;
}

void
plenum_rational_add (PlenumRational *self, const PlenumRational *other)
{
  mpq_add (self->value, self->value, other->value);
}

/**
 * plenum_rational_add_weighted:
 * @integer: what is added
 * @numerator: of its weight, positive
 * @denominator: of its weight, positive
 *
 * Adds @integer × @numerator ÷ @denominator. Fast where the weight is 1, since
 * every choice on every ballot comes through here.
 */
void
plenum_rational_add_weighted (PlenumRational *self, gint64 integer, gint64 numerator, gint64 denominator)
{
  gboolean whole = denominator == 1 && mpz_cmp_ui (mpq_denref (self->value), 1) == 0;

  g_return_if_fail (numerator > 0 && denominator > 0);

  if (whole && numerator == 1 && integer >= 0 && (guint64) integer <= G_MAXULONG)
    {
      mpz_add_ui (mpq_numref (self->value), mpq_numref (self->value), integer);
    }
  else
    {
      g_autoptr (PlenumRational) term = plenum_rational_new (numerator, denominator);
      g_autoptr (PlenumRational) factor = plenum_rational_new (integer, 1);

      plenum_rational_multiply (term, factor);
      plenum_rational_add (self, term);
    }
}

void
plenum_rational_subtract (PlenumRational *self, const PlenumRational *other)
{
  mpq_sub (self->value, self->value, other->value);
}

void
plenum_rational_multiply (PlenumRational *self, const PlenumRational *other)
{
  mpq_mul (self->value, self->value, other->value);
}

/**
 * plenum_rational_divide:
 * @other: not 0
 */
void
plenum_rational_divide (PlenumRational *self, const PlenumRational *other)
{
  g_return_if_fail (plenum_rational_sign (other) != 0);

  mpq_div (self->value, self->value, other->value);
}

/**
 * plenum_rational_scale:
 * @denominator: not 0
 *
 * Multiplies by @numerator ÷ @denominator.
 */
void
plenum_rational_scale (PlenumRational *self, gint64 numerator, gint64 denominator)
{
  g_autoptr (PlenumRational) factor = plenum_rational_new (numerator, denominator);

  mpq_mul (self->value, self->value, factor->value);
}

/**
 * plenum_rational_floor:
 * @floor: (out): the greatest whole number that is not greater; untouched on failure
 *
 * Returns: %FALSE if it has more than 62 bits
 */
gboolean
plenum_rational_floor (const PlenumRational *self, gint64 *floor)
{
  mpz_t quotient;
  guint64 magnitude = 0;
  gboolean fits;

  mpz_init (quotient);
  mpz_fdiv_q (quotient, mpq_numref (self->value), mpq_denref (self->value));
  fits = mpz_sizeinbase (quotient, 2) <= 62;
  if (fits)
    {
      mpz_export (&magnitude, NULL, 1, sizeof magnitude, 0, 0, quotient);
      *floor = mpz_sgn (quotient) < 0 ? -(gint64) magnitude : (gint64) magnitude;
    }
  mpz_clear (quotient);

  return fits;
}

/**
 * plenum_rational_round:
 * @decimals: how many are kept
 *
 * Replaces the number by the nearest with so many decimals, a half away from 0. For
 * estimates, which have more digits than anybody wants.
 */
void
plenum_rational_round (PlenumRational *self, guint decimals)
{
  gboolean negative = mpq_sgn (self->value) < 0;
  mpz_t unit, half;

  mpz_init (unit);
  mpz_init (half);
  mpz_ui_pow_ui (unit, 10, decimals);
  mpq_abs (self->value, self->value);
  mpz_mul (mpq_numref (self->value), mpq_numref (self->value), unit);
  mpz_fdiv_q_2exp (half, mpq_denref (self->value), 1);
  mpz_add (mpq_numref (self->value), mpq_numref (self->value), half);
  mpz_fdiv_q (mpq_numref (self->value), mpq_numref (self->value), mpq_denref (self->value));
  mpz_set (mpq_denref (self->value), unit);
  mpq_canonicalize (self->value);
  if (negative)
    mpq_neg (self->value, self->value);
  mpz_clear (half);
  mpz_clear (unit);
}

void
plenum_rational_set (PlenumRational *self, const PlenumRational *other)
{
  mpq_set (self->value, other->value);
}

/**
 * plenum_rational_compare:
 *
 * Returns: less than, equal to or greater than 0, as @self is to @other
 */
int
plenum_rational_compare (const PlenumRational *self, const PlenumRational *other)
{
  return mpq_cmp (self->value, other->value);
}

/**
 * plenum_rational_sign:
 *
 * Returns: -1, 0 or 1
 */
int
plenum_rational_sign (const PlenumRational *self)
{
  return mpq_sgn (self->value);
}

/**
 * plenum_rational_to_text:
 *
 * Returns: (transfer full): "p/q" in lowest terms, or "p" for a whole number
 */
char *
plenum_rational_to_text (const PlenumRational *self)
{
  /* Room for both numbers, sign, line and end, as GMP's manual asks for. */
  gsize size = mpz_sizeinbase (mpq_numref (self->value), 10) + mpz_sizeinbase (mpq_denref (self->value), 10) + 3;
  char *text = g_malloc (size);

  return mpq_get_str (text, 10, self->value);
}

/**
 * plenum_rational_to_decimal:
 * @self: a number that is not negative
 *
 * Returns: (transfer full) (nullable): @self exactly, as in "7" or "12.5", or %NULL
 *   where that takes more digits than plenum_rational_new_from_text() reads
 */
char *
plenum_rational_to_decimal (const PlenumRational *self)
{
  g_autoptr (PlenumRational) scaled = plenum_rational_copy (self);
  g_autofree char *digits = NULL;
  GString *text;
  gsize n = 0;

  for (; mpz_cmp_ui (mpq_denref (scaled->value), 1) != 0; n++)
    {
      if (n == MOST_DIGITS)
        return NULL;
      plenum_rational_scale (scaled, 10, 1);
    }

  digits = plenum_rational_to_text (scaled);
  if (strlen (digits) > n + MOST_DIGITS)
    return NULL;

  text = g_string_new (digits);
  while (text->len <= n)
    g_string_prepend_c (text, '0');
  if (n > 0)
    g_string_insert_c (text, text->len - n, '.');

  return g_string_free (text, FALSE);
}

/**
 * plenum_rational_to_display:
 * @decimals: how many digits after the decimal point where it is not whole
 *
 * Returns: (transfer full): the number for people to read, in their locale,
 *   rounded: never to decide with
 */
char *
plenum_rational_to_display (const PlenumRational *self, guint decimals)
{
  gboolean whole = mpz_cmp_ui (mpq_denref (self->value), 1) == 0;
  g_autofree char *digits = g_strdup_printf ("%'.*f", whole ? 0 : (int) decimals, fabs (plenum_rational_to_double (self)));

  /* A minus sign is as wide as a figure; a hyphen is not, and a line may break at it. */
  return g_strconcat (mpq_sgn (self->value) < 0 ? "−" : "", digits, NULL);
}

/**
 * plenum_rational_to_double:
 *
 * Returns: about the number, for drawing: never to decide with
 */
double
plenum_rational_to_double (const PlenumRational *self)
{
  return mpq_get_d (self->value);
}
