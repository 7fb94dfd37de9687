/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons of two options, as they stand on a ballot.
 *
 * A ballot has one whole number beside each option, and one person compares more
 * than once. So each comparison has a decimal digit of its own, the first one the
 * units, the second one the tens: 1 is the better of the two, 2 the other, and where
 * both have 1 they are equal. “A” 11, “B” 2, “C” 20 reads: A is better than B, and
 * better than C. A digit that no option has is a comparison that was skipped. A
 * single comparison may have 0 in place of 2, as people write it. */
#include "plenum-comparisons.h"

static int
get_digit (gint64 value, guint comparison)
{
  for (guint i = 0; i < comparison; i++)
    value /= 10;

  return value % 10;
}

static gboolean
has_only_digits (const PlenumChoice *choices, guint n_choices)
{
  static const gint64 above = G_GINT64_CONSTANT (1000000000000000); /* one digit more than there may be */

  for (guint i = 0; i < n_choices; i++)
    {
      if (choices[i].value < 1 || choices[i].value >= above)
        return FALSE;
      for (gint64 rest = choices[i].value; rest > 0; rest /= 10)
        if (rest % 10 > 2)
          return FALSE;
    }

  return TRUE;
}

/* Appends the comparison with that number; %FALSE if it is not one of two. */
static gboolean
read_comparison (const PlenumChoice *choices, guint n_choices, guint number, GArray *comparisons)
{
  guint first = 0, second = 0; /* how many options have that place */
  PlenumComparison found = { 0 };

  for (guint i = 0; i < n_choices; i++)
    switch (get_digit (choices[i].value, number))
      {
      case 1:
        if (first++ == 0)
          found.better = choices[i].option;
        else
          found.other = choices[i].option;
        break;
      case 2:
        found.other = choices[i].option;
        second++;
        break;
      default:
        break;
      }

  found.equal = first == 2;
  if (first + second == 0)
    return TRUE;
  if (first == 0 || first + second != 2)
    return FALSE;

  g_array_append_val (comparisons, found);
  return TRUE;
}

/**
 * plenum_comparisons_read:
 * @choices: (array length=n_choices): what stands on a ballot
 *
 * Returns: (transfer full) (nullable): each #PlenumComparison in the order of their
 *   digits, none for a blank ballot; %NULL if the numbers do not say comparisons of two
 */
GArray *
plenum_comparisons_read (const PlenumChoice *choices, guint n_choices)
{
  g_autoptr (GArray) comparisons = g_array_new (FALSE, FALSE, sizeof (PlenumComparison));

  if (n_choices == 2 && MIN (choices[0].value, choices[1].value) == 0 && MAX (choices[0].value, choices[1].value) == 1)
    {
      guint better = choices[0].value == 1 ? 0 : 1;
      PlenumComparison one = { choices[better].option, choices[1 - better].option, FALSE };

      g_array_append_val (comparisons, one);
      return g_steal_pointer (&comparisons);
    }

  if (!has_only_digits (choices, n_choices))
    return NULL;
  for (guint number = 0; number < PLENUM_MOST_COMPARISONS; number++)
    if (!read_comparison (choices, n_choices, number, comparisons))
      return NULL;

  return g_steal_pointer (&comparisons);
}

static PlenumChoice *
get_choice (GArray *choices, guint option)
{
  PlenumChoice added = { option, 0 };

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, PlenumChoice, i).option == option)
      return &g_array_index (choices, PlenumChoice, i);

  g_array_append_val (choices, added);
  return &g_array_index (choices, PlenumChoice, choices->len - 1);
}

/**
 * plenum_comparisons_write:
 * @comparisons: (array length=n_comparisons): at most %PLENUM_MOST_COMPARISONS
 *
 * Returns: (transfer full): each #PlenumChoice of a ballot that says them
 */
GArray *
plenum_comparisons_write (const PlenumComparison *comparisons, guint n_comparisons)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  gint64 digit = 1;

  g_return_val_if_fail (n_comparisons <= PLENUM_MOST_COMPARISONS, choices);

  for (guint i = 0; i < n_comparisons; i++, digit *= 10)
    {
      get_choice (choices, comparisons[i].better)->value += digit;
      get_choice (choices, comparisons[i].other)->value += comparisons[i].equal ? digit : 2 * digit;
    }

  return choices;
}

/**
 * plenum_comparisons_propose:
 * @n_options: how many options there are
 * @n_comparisons: how many comparisons a person is asked for
 * @turn: another number for each person, such as how many ballots were cast before
 *
 * Pairs to ask about, so that over all people each pair and each option comes up
 * equally often: rounds of a tournament by the circle method, in which everybody
 * meets everybody once. The next person goes on where the one before stopped.
 *
 * Returns: (transfer full): each #PlenumComparison whose answer is asked for, fewer
 *   than @n_comparisons where there are not so many pairs
 */
GArray *
plenum_comparisons_propose (guint n_options, guint n_comparisons, guint turn)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (PlenumComparison));
  guint even = n_options + n_options % 2; /* one option more that rests whoever meets it */
  guint64 n_pairs = (guint64) n_options * (n_options - 1) / 2;
  guint64 place = n_options < 2 ? 0 : (guint64) turn * n_comparisons % ((guint64) (even - 1) * even / 2);

  if (n_options < 2)
    return pairs;

  for (; pairs->len < MIN (n_comparisons, n_pairs); place++)
    {
      guint round = place / (even / 2) % (even - 1);
      guint table = place % (even / 2);
      guint one = table == 0 ? even - 1 : (round + table) % (even - 1);
      guint two = (round + even - 1 - table) % (even - 1);
      PlenumComparison pair = { one, two, FALSE };

      if (one < n_options && two < n_options)
        g_array_append_val (pairs, pair);
    }

  return pairs;
}
