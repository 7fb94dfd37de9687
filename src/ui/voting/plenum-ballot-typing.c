/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot on paper as it is typed: for points, choices and rankings the numbers of
 * options, for what each option gets a number, these numbers from top to bottom. */
#include "plenum-ballot-draft-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
refuse_word (const char *word, GError **error)
{
  g_set_error (error, PLENUM_BALLOT_DRAFT_ERROR, PLENUM_BALLOT_DRAFT_ERROR_SYNTAX,
               _("“%s” is not a number. Type numbers with spaces between them."), word);
  return FALSE;
}

static gboolean
refuse_option (PlenumBallotDraft *self, const char *word, GError **error)
{
  guint n = plenum_ballot_draft_get_n_options (self);

  g_set_error (error, PLENUM_BALLOT_DRAFT_ERROR, PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION,
               ngettext ("There is no option %s: the ballot has %u.",
                         "There is no option %s: the ballot has 1 to %u.", n), word, n);
  return FALSE;
}

static gboolean
refuse_value (PlenumBallotDraft *self, const char *word, GError **error)
{
  g_autofree char *rule = plenum_profile_describe_paper (self->profile);

  /* Translators: a number that was typed, and the rule of the ballot as a sentence. */
  g_set_error (error, PLENUM_BALLOT_DRAFT_ERROR, PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH,
               _("“%s” is more than the ballot has. %s"), word, rule);
  return FALSE;
}

static gint64
parse_number (const char *digits, const char **end)
{
  *end = digits;

  return g_ascii_isdigit (*digits) ? g_ascii_strtoll (digits, (char **) end, 10) : 0;
}

/* One "3", "3x2" or "-3": the number of an option and what it gets. */
static gboolean
parse_choice (PlenumBallotDraft *self, const char *word, GError **error)
{
  gboolean stances = self->kind == PLENUM_PAPER_STANCES;
  gboolean against = stances && *word == '-';
  gboolean pass = stances && *word == '0' && word[1] != '\0';
  const char *digits = against || pass ? word + 1 : word;
  const char *end;
  gint64 number = parse_number (digits, &end);
  gint64 times = 1;
  gint64 value;

  if (end != digits && *end != '\0' && strchr ("x*=", *end) != NULL && g_ascii_isdigit (end[1]))
    times = parse_number (end + 1, &end);
  if (end == digits || *end != '\0')
    return refuse_word (word, error);
  if (number < 1 || number > plenum_ballot_draft_get_n_options (self))
    return refuse_option (self, word, error);

  value = self->kind == PLENUM_PAPER_POINTS ? self->values[number - 1] + MIN (times, G_MAXINT32)
          : against ? -1 : pass ? 0 : 1;
  return plenum_ballot_draft_set_value (self, number - 1, value) || refuse_value (self, word, error);
}

/* "3" is the next in order, "3=5" are two that are equally good. */
static gboolean
parse_rank (PlenumBallotDraft *self, const char *word, gint64 *rank, GError **error)
{
  const char *at = word;

  while (TRUE)
    {
      const char *end;
      gint64 number = parse_number (at, &end);

      if (end == at || (*end != '\0' && *end != '='))
        return refuse_word (word, error);
      if (number < 1 || number > plenum_ballot_draft_get_n_options (self))
        return refuse_option (self, word, error);
      if (self->given[number - 1]
          || (*end == '=' && !plenum_method_takes_ties (plenum_profile_get_method (self->profile))))
        return refuse_value (self, word, error);

      plenum_ballot_draft_set_value (self, number - 1, *rank);
      if (*end == '\0')
        break;
      at = end + 1;
    }

  (*rank)++;
  return TRUE;
}

/* "3=16" or "3=-4": credits for or against the third. */
static gboolean
parse_credits (PlenumBallotDraft *self, const char *word, GError **error)
{
  const char *end;
  gint64 number = parse_number (word, &end);
  gboolean against;
  const char *digits;
  gint64 credits;

  if (end == word || *end != '=')
    return refuse_word (word, error);
  if (number < 1 || number > plenum_ballot_draft_get_n_options (self))
    return refuse_option (self, word, error);

  against = end[1] == '-';
  digits = end + 1 + against;
  credits = parse_number (digits, &end);
  if (end == digits || *end != '\0')
    return refuse_word (word, error);

  return plenum_ballot_draft_set_value (self, number - 1, against ? -credits : credits)
         || refuse_value (self, word, error);
}

/* What the next option from the top gets, or "." for nothing. */
static gboolean
parse_value (PlenumBallotDraft *self, const char *word, guint *option, GError **error)
{
  gboolean below = *word == '-';
  const char *end;
  gint64 value = parse_number (word + below, &end);

  if (*option >= plenum_ballot_draft_get_n_options (self))
    return refuse_option (self, word, error);
  if (strcmp (word, ".") == 0)
    {
      (*option)++;
      return TRUE;
    }
  if (end == word + below || *end != '\0')
    return refuse_word (word, error);

  return plenum_ballot_draft_set_value (self, (*option)++, below ? -value : value) || refuse_value (self, word, error);
}

/* "3>5": the third is better than the fifth; "3=5": equal. */
static gboolean
parse_pair (PlenumBallotDraft *self, const char *word, GError **error)
{
  const char *sign, *end;
  gint64 better = parse_number (word, &sign);
  gint64 other = 0;

  if (sign == word || (*sign != '>' && *sign != '='))
    return refuse_word (word, error);

  other = parse_number (sign + 1, &end);
  if (end == sign + 1 || *end != '\0')
    return refuse_word (word, error);

  switch (plenum_ballot_draft_type_pair (self, better, other, *sign == '='))
    {
    case PLENUM_TYPED_PAIR_UNKNOWN:
      return refuse_option (self, word, error);
    case PLENUM_TYPED_PAIR_TOO_MUCH:
      return refuse_value (self, word, error);
    case PLENUM_TYPED_PAIR_TAKEN:
    default:
      return TRUE;
    }
}

static gboolean
parse_word (PlenumBallotDraft *self, const char *word, gint64 *rank, guint *option, GError **error)
{
  switch (self->kind)
    {
    case PLENUM_PAPER_RANKING:
      return parse_rank (self, word, rank, error);

    case PLENUM_PAPER_PAIR:
      return parse_pair (self, word, error);

    case PLENUM_PAPER_CREDITS:
      return parse_credits (self, word, error);

    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
      return parse_value (self, word, option, error);

    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_UTILITIES:
    default:
      return parse_choice (self, word, error);
    }
}

static gboolean
takes_values (PlenumPaperKind kind)
{
  return kind == PLENUM_PAPER_SCORES || kind == PLENUM_PAPER_GRADES || kind == PLENUM_PAPER_RESISTANCES
         || kind == PLENUM_PAPER_CONSENT;
}

/**
 * plenum_ballot_draft_parse:
 * @typed: numbers with spaces or commas between them. For points each number of an
 *   option gives one, and "3x2" two; for statements a number agrees, "-3" disagrees
 *   and "03" passes; a ranking has the best first, and "3=5" are equal; credits are
 *   "3=16"; of comparisons the better one comes first, "3>5", and "3=5" are equal. Where every option gets a number, these are the numbers from top to
 *   bottom, and "." leaves one out. A single "0" is a blank ballot elsewhere.
 * @error: return location for an error in %PLENUM_BALLOT_DRAFT_ERROR
 *
 * Fills the ballot in anew.
 *
 * Returns: whether all of it is understood and allowed; what could be read is
 *   filled in either way, so that it can be seen where it went wrong
 */
gboolean
plenum_ballot_draft_parse (PlenumBallotDraft *self, const char *typed, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ,;\t", -1);
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  gboolean good = TRUE;
  gint64 rank = 1;
  guint option = 0;

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), FALSE);

  plenum_ballot_draft_clear (self);
  if (self->kind == PLENUM_PAPER_PAIR)
    plenum_ballot_draft_ask_nothing (self);
  if (strcmp (stripped, "0") == 0 && !takes_values (self->kind))
    return TRUE;

  for (char **word = words; good && *word != NULL; word++)
    if (**word != '\0')
      good = parse_word (self, *word, &rank, &option, error);

  return good;
}
