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
