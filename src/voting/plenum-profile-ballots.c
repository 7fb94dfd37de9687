/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots, on their way into a profile: checked, brought into one form, and put
 * to those that say the same. */
#include "plenum-profile-private.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const channel_names[PLENUM_N_CHANNELS] = {
  [PLENUM_CHANNEL_SCREEN] = "screen",
  [PLENUM_CHANNEL_PHONE] = "phone",
  [PLENUM_CHANNEL_PAPER] = "paper",
  [PLENUM_CHANNEL_HANDS] = "hands",
  [PLENUM_CHANNEL_IMPORT] = "import",
  [PLENUM_CHANNEL_SECRET] = "secret",
};

/* Channel, voters and weight of a ballot. */
static gboolean
read_head (const PlenumProfile *self, const PlenumPaper *paper, PlenumBallotGroup *ballot, GError **error)
{
  if (!plenum_channel_from_name (paper->channel, &ballot->channel))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_CHANNEL,
                   /* Translators: the words in the second pair of quotation marks and after it are written in files, leave them. */
                   g_dgettext (GETTEXT_PACKAGE, "A ballot cannot come by “%s”, only by “screen”, “phone”, “paper”, “hands”, “import” or “secret”."),
                   paper->channel != NULL ? paper->channel : "");
      return FALSE;
    }

  if (ballot->channel == PLENUM_CHANNEL_HANDS && !self->method->takes_hands)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_CHANNEL,
                   g_dgettext (GETTEXT_PACKAGE, "“%s” cannot be counted by show of hands: enter ballots one by one."),
                   plenum_method_get_name (self->method));
      return FALSE;
    }

  if (paper->voters < 1 || paper->voters > (ballot->channel == PLENUM_CHANNEL_HANDS ? PLENUM_MOST_VOTERS : 1))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VOTERS,
                   g_dgettext (GETTEXT_PACKAGE, "A ballot cannot stand for %lld people: it stands for one, and a show of hands for 1 to %d."),
                   (long long) paper->voters, PLENUM_MOST_VOTERS);
      return FALSE;
    }

  if (!plenum_rational_parse_weight (paper->weight != NULL ? paper->weight : "1",
                                     &ballot->weight_numerator, &ballot->weight_denominator))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_WEIGHT,
                   g_dgettext (GETTEXT_PACKAGE, "A ballot cannot weigh “%s”: a weight is a whole number from 1 to 1000000 or a fraction such as “3/2” with at most 1000 below the line."),
                   paper->weight);
      return FALSE;
    }

  ballot->voters = paper->voters;
  return TRUE;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const PlenumChoice *one = a;
  const PlenumChoice *other = b;

  return (one->option > other->option) - (one->option < other->option);
}

static gboolean
refuse_unknown_option (const PlenumProfile *self, guint option, GError **error)
{
  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
               g_dngettext (GETTEXT_PACKAGE,
                            "The ballot speaks of option number %u, but there is only %u option.",
                            "The ballot speaks of option number %u, but there are only %u options.",
                            self->options->len),
               option, self->options->len);
  return FALSE;
}

static gboolean
refuse_repeated_option (const PlenumProfile *self, guint option, GError **error)
{
  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION,
               g_dgettext (GETTEXT_PACKAGE, "“%s” is on the ballot twice: a ballot says once what it says of an option."),
               plenum_profile_get_option_text (self, option));
  return FALSE;
}

/* Sorts choices by option, and leaves out those that say nothing. */
static gboolean
read_choices (const PlenumProfile *self, const PlenumPaper *paper, PlenumBallotGroup *ballot, GError **error)
{
  gboolean zero_says_nothing = plenum_paper_zero_says_nothing (self->method->paper);
  guint n = 0;

  for (guint i = 0; i < paper->n_choices; i++)
    if (paper->choices[i].option >= self->options->len)
      return refuse_unknown_option (self, paper->choices[i].option, error);

  if (paper->n_choices > 0)
    memcpy (ballot->choices, paper->choices, paper->n_choices * sizeof (PlenumChoice));
  qsort (ballot->choices, paper->n_choices, sizeof (PlenumChoice), compare_choices);

  for (guint i = 1; i < paper->n_choices; i++)
    if (ballot->choices[i - 1].option == ballot->choices[i].option)
      return refuse_repeated_option (self, ballot->choices[i].option, error);

  for (guint i = 0; i < paper->n_choices; i++)
    if (ballot->choices[i].value != 0 || !zero_says_nothing)
      ballot->choices[n++] = ballot->choices[i];
  ballot->n_choices = n;

  return TRUE;
}

static PlenumBallotGroup *
read_ballot (const PlenumProfile *self, const PlenumPaper *paper, GError **error)
{
  g_autofree PlenumBallotGroup *ballot = g_malloc0 (sizeof *ballot + (gsize) paper->n_choices * sizeof (PlenumChoice));

  if (!read_head (self, paper, ballot, error)
      || !read_choices (self, paper, ballot, error)
      || !self->method->check_ballot (self, ballot, error))
    return NULL;

  return g_steal_pointer (&ballot);
}

/**
 * plenum_profile_check_ballot:
 * @paper: a ballot
 * @error: return location for an error in %PLENUM_VOTING_ERROR that says what would be right
 *
 * Returns: whether @paper is a valid ballot of this poll; nothing is added
 */
gboolean
plenum_profile_check_ballot (const PlenumProfile *self, const PlenumPaper *paper, GError **error)
{
  g_autofree PlenumBallotGroup *ballot = read_ballot (self, paper, error);

  return ballot != NULL;
}

static gboolean
add_people (PlenumProfile *self, gint64 voters, gint64 copies, GError **error)
{
  if (copies >= 1 && copies <= (PLENUM_MOST_PEOPLE - self->people) / voters)
    {
      self->people += copies * voters;
      return TRUE;
    }

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VOTERS,
               g_dgettext (GETTEXT_PACKAGE, "A ballot cannot be there %lld times: all ballots together stand for at most %d people."),
               (long long) copies, PLENUM_MOST_PEOPLE);
  return FALSE;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const PlenumChoice *one = a;
  const PlenumChoice *other = b;

  return one->value != other->value ? (one->value > other->value) - (one->value < other->value)
                                    : (one->option > other->option) - (one->option < other->option);
}

/* After two at rank 1 both 2 and 3 are the next: people write either. */
static void
keep_ranking (PlenumProfile *self, PlenumBallotGroup *ballot, gint64 copies)
{
  g_autofree guint16 *entries = g_new (guint16, ballot->n_choices + 1);
  guint weight = plenum_rankings_add_weight (self->rankings, ballot->weight_numerator, ballot->weight_denominator);
  gint64 rank = 0;

  qsort (ballot->choices, ballot->n_choices, sizeof (PlenumChoice), compare_ranks);
  for (guint i = 0; i < ballot->n_choices; i++)
    {
      gint64 value = ballot->choices[i].value;

      entries[i] = ballot->choices[i].option;
      if (i > 0 && value == rank)
        entries[i] |= PLENUM_RANK_TIED;
      else if (value != rank + 1 && value != (gint64) i + 1)
        entries[i] |= PLENUM_RANK_GAP;
      rank = value;
    }

  plenum_rankings_add (self->rankings, ballot->channel, weight, entries, ballot->n_choices, copies);
}

/**
 * plenum_profile_add_ballot:
 * @paper: a ballot
 * @copies: how many people handed in the same, at least 1
 * @error: return location for an error in %PLENUM_VOTING_ERROR
 *
 * Returns: whether it was added; a ballot that is refused changes nothing
 */
gboolean
plenum_profile_add_ballot (PlenumProfile *self, const PlenumPaper *paper, gint64 copies, GError **error)
{
  g_autofree PlenumBallotGroup *ballot = read_ballot (self, paper, error);
  PlenumBallotGroup *same;

  if (ballot == NULL)
    return FALSE;

  if (!add_people (self, ballot->voters, copies, error))
    return FALSE;

  if (self->method->paper == PLENUM_PAPER_RANKING)
    {
      keep_ranking (self, ballot, copies);
      return TRUE;
    }

  same = g_hash_table_lookup (self->known, ballot);
  if (same != NULL)
    {
      same->copies += copies;
      return TRUE;
    }

  ballot->copies = copies;
  g_hash_table_add (self->known, ballot);
  g_ptr_array_add (self->groups, g_steal_pointer (&ballot));
  return TRUE;
}

/**
 * plenum_profile_add_ranking:
 * @entries: (array length=length): option numbers, best first, with %PLENUM_RANK_TIED
 *   and %PLENUM_RANK_GAP where they apply
 * @copies: how many people handed in the same
 *
 * The quick way for imported ballots of weight 1, for methods with ranked ballots.
 *
 * Returns: whether it was added; a ballot that is refused changes nothing
 */
gboolean
plenum_profile_add_ranking (PlenumProfile *self, const guint16 *entries, guint length, gint64 copies, GError **error)
{
  guint *seen = (guint *) self->seen->data;

  g_return_val_if_fail (self->method->paper == PLENUM_PAPER_RANKING, FALSE);

  self->turn++;
  for (guint i = 0; i < length; i++)
    {
      guint option = entries[i] & PLENUM_RANK_OPTION;

      if (G_UNLIKELY (option >= self->options->len))
        return refuse_unknown_option (self, option, error);
      if (G_UNLIKELY (seen[option] == self->turn))
        return refuse_repeated_option (self, option, error);
      seen[option] = self->turn;
    }

  if (!add_people (self, 1, copies, error))
    return FALSE;

  plenum_rankings_add (self->rankings, PLENUM_CHANNEL_IMPORT, plenum_rankings_add_weight (self->rankings, 1, 1),
                       entries, length, copies);
  return TRUE;
}

/**
 * plenum_profile_get_rankings:
 *
 * Returns: (transfer none): the ballots, where the method's are rankings
 */
const PlenumRankings *
plenum_profile_get_rankings (const PlenumProfile *self)
{
  return self->rankings;
}

/**
 * plenum_profile_get_n_groups:
 *
 * Returns: how many different ballots there are, none where the method's are rankings
 */
guint
plenum_profile_get_n_groups (const PlenumProfile *self)
{
  return self->groups->len;
}

/**
 * plenum_profile_get_group:
 *
 * Returns: (transfer none): equal ballots, valid while the profile is
 */
const PlenumBallotGroup *
plenum_profile_get_group (const PlenumProfile *self, guint group)
{
  g_return_val_if_fail (group < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, group);
}

/**
 * plenum_channel_get_name:
 *
 * Returns: (transfer none): the name in a ballot's record
 */
const char *
plenum_channel_get_name (PlenumChannel channel)
{
  g_return_val_if_fail (channel < PLENUM_N_CHANNELS, NULL);

  return channel_names[channel];
}

/**
 * plenum_channel_from_name:
 * @name: (nullable): as it stands in a ballot's record
 * @channel: (out): the channel; untouched if there is none of that name
 */
gboolean
plenum_channel_from_name (const char *name, PlenumChannel *channel)
{
  for (guint i = 0; i < PLENUM_N_CHANNELS; i++)
    if (g_strcmp0 (channel_names[i], name) == 0)
      {
        *channel = i;
        return TRUE;
      }

  return FALSE;
}
