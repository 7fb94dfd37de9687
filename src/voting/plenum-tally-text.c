/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that the methods' sentences share. */
#include "plenum-tally-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_NAMES 5 /* in one sentence; where there are more, the last says how many */

static char *
quote (const PlenumTally *self, guint option)
{
  /* Translators: the text of an option inside a sentence; use your language's quotation marks. */
  return g_strdup_printf (C_("option", "“%s”"), self->options[option].text);
}

/**
 * plenum_tally_join_names:
 * @options: (array length=n_options): at least one
 *
 * Returns: (transfer full): "“A”", "“A” and “B”", "“A”, “B” and “C”", translated;
 *   where there are many, the last are only counted
 */
char *
plenum_tally_join_names (const PlenumTally *self, const guint *options, guint n_options)
{
  guint n_named = n_options <= MOST_NAMES ? n_options - 1 : MOST_NAMES - 1;
  g_autofree char *names = quote (self, options[0]);
  g_autofree char *last = NULL;

  if (n_options == 1)
    return g_steal_pointer (&names);

  for (guint i = 1; i < n_named; i++)
    {
      g_autofree char *before = g_steal_pointer (&names);
      g_autofree char *next = quote (self, options[i]);

      /* Translators: between options of a list, except the last: “A”, “B”. */
      names = g_strdup_printf (C_("list", "%1$s, %2$s"), before, next);
    }

  if (n_named + 1 == n_options)
    last = quote (self, options[n_named]);
  else
    last = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n_options - n_named), n_options - n_named);

  /* Translators: the end of a list: “A”, “B” and “C”, or “A”, “B” and 12 others. */
  return g_strdup_printf (C_("list", "%1$s and %2$s"), names, last);
}

/**
 * plenum_tally_plural:
 *
 * Returns: the number by which ngettext() chooses; 2 for a fraction
 */
gulong
plenum_tally_plural (const PlenumRational *number)
{
  double value = plenum_rational_to_double (number);

  return value >= 0 && value < 1e9 && value == floor (value) ? (gulong) value : 2;
}

/**
 * plenum_tally_get_runners_up:
 * @n_options: (out): how many share the second place; untouched if there is none
 *
 * Returns: (transfer none) (nullable): those who come after the first place and
 *   got something, for the sentence about the winner
 */
const guint *
plenum_tally_get_runners_up (const PlenumTally *self, guint *n_options)
{
  guint n;
  const guint *second;

  if (plenum_tally_get_n_places (self) < 2)
    return NULL;

  second = plenum_tally_get_place (self, 1, &n);
  if (!plenum_tally_has_score (self, second[0]))
    return NULL;

  *n_options = n;
  return second;
}

/**
 * plenum_tally_describe_seats:
 * @tally: a result in which something won
 *
 * Returns: (transfer full): who is chosen and who is tied for what is left
 */
char *
plenum_tally_describe_seats (const PlenumTally *tally)
{
  guint n_winners;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  guint n_sure = n_winners;
  guint seats = 0;
  g_autofree char *sure = NULL;
  g_autofree char *tied = NULL;

  for (guint i = 0; i < plenum_tally_get_n_ties (tally); i++)
    if (plenum_tally_get_tie (tally, i)->seats > 0 && !plenum_tally_get_tie (tally, i)->broken)
      {
        n_sure = MIN (n_winners, plenum_tally_get_tie (tally, i)->place - 1);
        seats = plenum_tally_get_tie (tally, i)->seats;
      }

  if (n_sure > 0)
    sure = plenum_tally_join_names (tally, winners, n_sure);
  if (n_sure == n_winners)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is chosen.", "%s are chosen.", n_sure), sure);

  tied = plenum_tally_join_names (tally, winners + n_sure, n_winners - n_sure);
  if (n_sure == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s are tied, and %2$u of them can be chosen.",
                                         "%1$s are tied, and %2$u of them can be chosen.", seats),
                            tied, seats);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %1$s and %2$s are lists of options in quotation marks; the plural is that of %1$s. */
                                       "%1$s is chosen; %2$s are tied for what is left: %3$u.",
                                       "%1$s are chosen; %2$s are tied for what is left: %3$u.", n_sure),
                          sure, tied, seats);
}

/**
 * plenum_tally_describe_quorum:
 *
 * Returns: (transfer full): how many took part where that is too few, or enough
 */
char *
plenum_tally_describe_quorum (const PlenumTally *self)
{
  gint64 voters = plenum_tally_get_voters (self);

  if (plenum_tally_misses_quorum (self))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         /* Translators: %2$lld is more than %1$lld; the plural is that of %1$lld. */
                                         "Nothing is decided: %1$lld person took part, and %2$lld have to.",
                                         "Nothing is decided: %1$lld people took part, and %2$lld have to.", voters),
                            (long long) voters, (long long) self->quorum);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %2$lld is not more than %1$lld; the plural is that of %1$lld. */
                                       "%1$lld person took part, and at least %2$lld has to.",
                                       "%1$lld people took part, and at least %2$lld have to.", voters),
                          (long long) voters, (long long) self->quorum);
}

/**
 * plenum_tally_describe_votes:
 *
 * Returns: (transfer full): a score that is a number of votes: "41 votes"
 */
char *
plenum_tally_describe_votes (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *votes = plenum_rational_to_display (score, 2);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s vote", "%s votes", plenum_tally_plural (score)), votes);
}

/**
 * plenum_tally_describe_points:
 *
 * Returns: (transfer full): a score that is a number of points: "41 points"
 */
char *
plenum_tally_describe_points (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *points = plenum_rational_to_display (score, 2);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points", plenum_tally_plural (score)), points);
}

/**
 * plenum_tally_describe_wins:
 *
 * Returns: (transfer full): a score that is a number of won comparisons: "4 wins"
 */
char *
plenum_tally_describe_wins (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *wins = plenum_rational_to_display (score, 1);

  /* Translators: against how many others an option wins. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s victory", "%s victories", plenum_tally_plural (score)), wins);
}
