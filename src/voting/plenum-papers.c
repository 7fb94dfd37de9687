/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What methods with the same kind of ballot share. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAST_RANK 1000000

/* Whether a 0 on a ballot is the same as nothing at all. */
gboolean
plenum_paper_zero_says_nothing (PlenumPaperKind kind)
{
  switch (kind)
    {
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
      return TRUE;
    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_PAIR:
    default:
      return FALSE;
    }
}

/* Whether every value is within a range. */
gboolean
plenum_range_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, gint64 minimum, gint64 maximum, GError **error)
{
  for (guint i = 0; i < ballot->n_choices; i++)
    if (ballot->choices[i].value < minimum || ballot->choices[i].value > maximum)
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                     g_dgettext (GETTEXT_PACKAGE, "“%s” cannot have the value %lld: it is a whole number from %lld to %lld."),
                     plenum_profile_get_option_text (profile, ballot->choices[i].option),
                     (long long) ballot->choices[i].value, (long long) minimum, (long long) maximum);
        return FALSE;
      }

  return TRUE;
}

char *
plenum_ranking_describe (const PlenumProfile *profile)
{
  if (plenum_method_takes_ties (plenum_profile_get_method (profile)))
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Put the options in order, the best first. Two can be equally good; what you leave out comes last."));

  return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Put the options in order, the best first. You can leave some out."));
}

gboolean
plenum_ranking_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, 1, LAST_RANK, error);
}

char *
plenum_set_describe (const PlenumProfile *profile)
{
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Choose as many options as you like."));
}

gboolean
plenum_set_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, 0, 1, error);
}

char *
plenum_scores_describe (const PlenumProfile *profile)
{
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "Give each option a number from %lld to %lld."),
                          (long long) plenum_profile_get_integer (profile, "minimum"),
                          (long long) plenum_profile_get_integer (profile, "maximum"));
}

gboolean
plenum_scores_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, plenum_profile_get_integer (profile, "minimum"),
                             plenum_profile_get_integer (profile, "maximum"), error);
}

/* The most points that one option can get from one person. */
static int
get_most_points (const PlenumProfile *profile)
{
  int points = plenum_profile_get_integer (profile, "points");
  int most = plenum_profile_get_integer (profile, "most");

  return most == 0 ? points : MIN (most, points);
}

char *
plenum_points_describe (const PlenumProfile *profile)
{
  int points = plenum_profile_get_integer (profile, "points");
  int most = get_most_points (profile);

  if (most == points)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Give %d point to an option.",
                                         "Give up to %d points, spread over the options as you like.", points),
                            points);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %1$d is more than %2$d; the plural is that of %1$d. */
                                       "Give %1$d point, at most %2$d to one option.",
                                       "Give up to %1$d points, at most %2$d to one option.", points),
                          points, most);
}

/* By show of hands an option has the points of all who took part. */
static gboolean
check_points (const PlenumProfile *profile, const PlenumBallotGroup *ballot, const PlenumChoice *choice, GError **error)
{
  const char *text = plenum_profile_get_option_text (profile, choice->option);
  int most = get_most_points (profile);

  if (choice->value < 0)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                   g_dgettext (GETTEXT_PACKAGE, "“%s” cannot get %lld points: it gets none or more."),
                   text, (long long) choice->value);
      return FALSE;
    }

  if (choice->value <= most * ballot->voters)
    return TRUE;

  if (ballot->channel == PLENUM_CHANNEL_HANDS)
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%1$s” cannot get %2$lld points: %3$d person can give it at most %4$lld.",
                              "“%1$s” cannot get %2$lld points: %3$d people can give it at most %4$lld.",
                              ballot->voters),
                 text, (long long) choice->value, (int) ballot->voters, (long long) (most * ballot->voters));
  else
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%1$s” cannot get %2$lld points: one person can give at most %3$d point to one option.",
                              "“%1$s” cannot get %2$lld points: one person can give at most %3$d points to one option.",
                              most),
                 text, (long long) choice->value, most);
  return FALSE;
}

gboolean
plenum_points_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  int points = plenum_profile_get_integer (profile, "points");
  gint64 sum = 0;

  for (guint i = 0; i < ballot->n_choices; i++)
    {
      if (!check_points (profile, ballot, &ballot->choices[i], error))
        return FALSE;
      sum += ballot->choices[i].value;
    }

  if (sum <= points * ballot->voters)
    return TRUE;

  if (ballot->channel == PLENUM_CHANNEL_HANDS)
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "These are %1$lld points, but %2$d person has only %3$lld.",
                              "These are %1$lld points, but %2$d people have only %3$lld.", ballot->voters),
                 (long long) sum, (int) ballot->voters, (long long) (points * ballot->voters));
  else
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "These are %1$lld points, but everybody has only %2$d point.",
                              "These are %1$lld points, but everybody has only %2$d points.", points),
                 (long long) sum, points);
  return FALSE;
}

static const struct { PlenumPaperKind kind; const char *word; gint64 value; } words[] = {
  { PLENUM_PAPER_SET, "x", 1 },
  { PLENUM_PAPER_UTILITIES, "x", 1 },
  { PLENUM_PAPER_STANCES, "agree", 1 },
  { PLENUM_PAPER_STANCES, "disagree", -1 },
  { PLENUM_PAPER_STANCES, "pass", 0 },
  { PLENUM_PAPER_STANCES, "+1", 1 },
  { PLENUM_PAPER_CONSENT, "consent", 0 },
  { PLENUM_PAPER_CONSENT, "concern", 1 },
  { PLENUM_PAPER_CONSENT, "objection", 2 },
};

static gboolean
find_grade (const PlenumProfile *profile, const char *text, gint64 *value)
{
  g_auto (GStrv) grades = plenum_profile_list_grades (profile);

  for (guint i = 0; grades[i] != NULL; i++)
    if (strcmp (grades[i], text) == 0)
      {
        *value = i + 1;
        return TRUE;
      }

  return FALSE;
}

/**
 * plenum_profile_parse_value:
 * @text: what stands beside an option in a table, without space around it
 * @value: (out): its value on a ballot; untouched if there is none
 *
 * Numbers, and the words that people write: "x", "agree", "objection", a grade.
 *
 * Returns: whether @text can stand on a ballot
 */
gboolean
plenum_profile_parse_value (const PlenumProfile *profile, const char *text, gint64 *value)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_profile_get_method (profile));

  if (g_ascii_string_to_signed (text, 10, G_MININT32, kind == PLENUM_PAPER_PAIR ? G_MAXINT64 : G_MAXINT32, value, NULL))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind && g_ascii_strcasecmp (words[i].word, text) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }

  return kind == PLENUM_PAPER_GRADES && find_grade (profile, text, value);
}

/**
 * plenum_profile_list_grades:
 *
 * Returns: (transfer full): what the grades of a ballot with grades are called, the best first
 */
char **
plenum_profile_list_grades (const PlenumProfile *profile)
{
  const char *given = plenum_profile_get_setting (profile, "grades");
  /* Translators: six grades, the best first, with commas between them and no spaces. */
  char **grades = g_strsplit (*given != '\0' ? given : _("very good,good,satisfactory,sufficient,poor,insufficient"), ",", -1);

  for (char **grade = grades; *grade != NULL; grade++)
    g_strstrip (*grade);
  return grades;
}
