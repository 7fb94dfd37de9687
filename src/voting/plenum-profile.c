/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted: a method with its settings, options and ballots. Equal ballots
 * are kept once with their number, so a million of them take the room of those
 * that differ, and methods that look at all pairs of ballots stay possible. */
#include "plenum-profile.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char   *id;
  char   *text;
  gint64  cost;
} Option;

struct _PlenumProfile
{
  const PlenumMethod *method;
  PlenumSettings     *settings;
  GPtrArray          *options; /* Option */
  GHashTable         *numbers; /* id, of the option → its number */
  GPtrArray          *groups;  /* PlenumBallotGroup, as they first came */
  GHashTable         *known;   /* a set of the same */
  gint64              people;
};

static const char * const channel_names[PLENUM_N_CHANNELS] = {
  [PLENUM_CHANNEL_SCREEN] = "screen",
  [PLENUM_CHANNEL_PHONE] = "phone",
  [PLENUM_CHANNEL_PAPER] = "paper",
  [PLENUM_CHANNEL_HANDS] = "hands",
  [PLENUM_CHANNEL_IMPORT] = "import",
};

static void
option_free (Option *option)
{
  g_free (option->id);
  g_free (option->text);
  g_free (option);
}

static guint
group_hash (gconstpointer key)
{
  const PlenumBallotGroup *group = key;
  guint64 hash = 14695981039346656037u; /* FNV-1a, a number at a time */

#define MIX(value) (hash = (hash ^ (guint64) (value)) * 1099511628211u)
  MIX (group->channel);
  MIX (group->voters);
  MIX (group->weight_numerator);
  MIX (group->weight_denominator);
  for (guint i = 0; i < group->n_choices; i++)
    {
      MIX (group->choices[i].option);
      MIX (group->choices[i].value);
    }
#undef MIX

  return hash ^ (hash >> 32);
}

static gboolean
group_equal (gconstpointer a, gconstpointer b)
{
  const PlenumBallotGroup *one = a;
  const PlenumBallotGroup *other = b;

  if (one->channel != other->channel || one->voters != other->voters
      || one->weight_numerator != other->weight_numerator
      || one->weight_denominator != other->weight_denominator
      || one->n_choices != other->n_choices)
    return FALSE;

  for (guint i = 0; i < one->n_choices; i++)
    if (one->choices[i].option != other->choices[i].option || one->choices[i].value != other->choices[i].value)
      return FALSE;

  return TRUE;
}

/**
 * plenum_profile_new:
 * @method: the id of a method
 * @settings: (nullable): its settings, or %NULL for the defaults
 * @error: return location for %PLENUM_VOTING_ERROR_UNKNOWN_METHOD or an error of
 *   plenum_method_check_settings()
 *
 * Returns: (transfer full): a profile without options and ballots, to be used from
 *   one thread at a time while it is filled
 */
PlenumProfile *
plenum_profile_new (const char *method, const PlenumSettings *settings, GError **error)
{
  const PlenumMethod *found = plenum_method_find (method);
  PlenumProfile *self;

  if (found == NULL)
    {
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint i = 0; i < plenum_method_count (); i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", plenum_method_get (i)->id);
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_METHOD,
                   /* Translators: a voting method that is not known, and those that are, as they are written in files. */
                   g_dgettext (GETTEXT_PACKAGE, "There is no voting method “%s”; there are these: %s."),
                   method != NULL ? method : "", ids->str);
      return NULL;
    }

  if (!plenum_method_check_settings (found, settings, error))
    return NULL;

  self = g_new0 (PlenumProfile, 1);
  self->method = found;
  self->settings = settings != NULL ? plenum_settings_copy (settings) : plenum_settings_new ();
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (group_hash, group_equal);

  return self;
}

void
plenum_profile_free (PlenumProfile *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->options);
  plenum_settings_free (self->settings);
  g_free (self);
}

const PlenumMethod *
plenum_profile_get_method (const PlenumProfile *self)
{
  return self->method;
}

/**
 * plenum_profile_get_setting:
 * @setting: the name of one of the method's settings
 *
 * Returns: (transfer none): its value, or its default
 */
const char *
plenum_profile_get_setting (const PlenumProfile *self, const char *setting)
{
  const PlenumSetting *info = plenum_method_find_setting (self->method, setting);
  const char *value = plenum_settings_get (self->settings, setting);

  g_return_val_if_fail (info != NULL, NULL);

  return value != NULL ? value : info->default_value;
}

/**
 * plenum_profile_get_integer:
 * @setting: the name of one of the method's settings that is a whole number
 *
 * Returns: its value, or its default
 */
gint64
plenum_profile_get_integer (const PlenumProfile *self, const char *setting)
{
  return g_ascii_strtoll (plenum_profile_get_setting (self, setting), NULL, 10);
}

/**
 * plenum_profile_describe_paper:
 *
 * Returns: (transfer full): what a person may do on a ballot, in translated sentences
 */
char *
plenum_profile_describe_paper (const PlenumProfile *self)
{
  return self->method->describe_paper (self);
}

/**
 * plenum_profile_add_option:
 * @id: its id, from a library or a file
 * @text: what was put to the vote
 * @cost: for methods that spend a budget, else 0
 * @error: return location for %PLENUM_VOTING_ERROR_REPEATED_OPTION
 *
 * Options are numbered from 0 in the order they are added, which is the order of
 * the list. All are added before the first ballot.
 *
 * Returns: whether it was added
 */
gboolean
plenum_profile_add_option (PlenumProfile *self, const char *id, const char *text, gint64 cost, GError **error)
{
  Option *option;

  g_return_val_if_fail (self != NULL && id != NULL && text != NULL, FALSE);
  g_return_val_if_fail (self->groups->len == 0, FALSE);

  if (g_hash_table_contains (self->numbers, id))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION,
                   g_dgettext (GETTEXT_PACKAGE, "The option “%s” is there twice: every option needs an id of its own."), id);
      return FALSE;
    }

  option = g_new0 (Option, 1);
  option->id = g_strdup (id);
  option->text = g_strdup (text);
  option->cost = cost;
  g_hash_table_insert (self->numbers, option->id, GUINT_TO_POINTER (self->options->len));
  g_ptr_array_add (self->options, option);

  return TRUE;
}

guint
plenum_profile_get_n_options (const PlenumProfile *self)
{
  return self->options->len;
}

static const Option *
get_option (const PlenumProfile *self, guint option)
{
  g_return_val_if_fail (option < self->options->len, NULL);

  return g_ptr_array_index (self->options, option);
}

const char *
plenum_profile_get_option_id (const PlenumProfile *self, guint option)
{
  return get_option (self, option)->id;
}

const char *
plenum_profile_get_option_text (const PlenumProfile *self, guint option)
{
  return get_option (self, option)->text;
}

gint64
plenum_profile_get_option_cost (const PlenumProfile *self, guint option)
{
  return get_option (self, option)->cost;
}

/**
 * plenum_profile_find_option:
 * @option: (out): its number; untouched if there is none of that id
 *
 * Returns: whether there is an option with that id
 */
gboolean
plenum_profile_find_option (const PlenumProfile *self, const char *id, guint *option)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, id, NULL, &number))
    return FALSE;

  *option = GPOINTER_TO_UINT (number);
  return TRUE;
}

/* Channel, voters and weight of a ballot. */
static gboolean
read_head (const PlenumProfile *self, const PlenumPaper *paper, PlenumBallotGroup *ballot, GError **error)
{
  if (!plenum_channel_from_name (paper->channel, &ballot->channel))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_CHANNEL,
                   /* Translators: the words in the second pair of quotation marks and after it are written in files, leave them. */
                   g_dgettext (GETTEXT_PACKAGE, "A ballot cannot come by “%s”, only by “screen”, “phone”, “paper”, “hands” or “import”."),
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

/* Sorts choices by option, and leaves out those that say nothing. */
static gboolean
read_choices (const PlenumProfile *self, const PlenumPaper *paper, PlenumBallotGroup *ballot, GError **error)
{
  gboolean zero_says_nothing = self->method->paper != PLENUM_PAPER_STANCES;
  guint n = 0;

  for (guint i = 0; i < paper->n_choices; i++)
    if (paper->choices[i].option >= self->options->len)
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "The ballot speaks of option number %u, but there is only %u option.",
                                  "The ballot speaks of option number %u, but there are only %u options.",
                                  self->options->len),
                     paper->choices[i].option, self->options->len);
        return FALSE;
      }

  if (paper->n_choices > 0)
    memcpy (ballot->choices, paper->choices, paper->n_choices * sizeof (PlenumChoice));
  qsort (ballot->choices, paper->n_choices, sizeof (PlenumChoice), compare_choices);

  for (guint i = 1; i < paper->n_choices; i++)
    if (ballot->choices[i - 1].option == ballot->choices[i].option)
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION,
                     g_dgettext (GETTEXT_PACKAGE, "“%s” is on the ballot twice: a ballot says once what it says of an option."),
                     plenum_profile_get_option_text (self, ballot->choices[i].option));
        return FALSE;
      }

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

  if (copies < 1 || copies > (PLENUM_MOST_PEOPLE - self->people) / ballot->voters)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VOTERS,
                   g_dgettext (GETTEXT_PACKAGE, "A ballot cannot be there %lld times: all ballots together stand for at most %d people."),
                   (long long) copies, PLENUM_MOST_PEOPLE);
      return FALSE;
    }

  self->people += copies * ballot->voters;
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
