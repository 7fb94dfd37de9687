/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted: a method with its settings, options and ballots. Equal ballots
 * are kept once with their number, so a million of them take the room of those
 * that differ, and methods that look at all pairs of ballots stay possible. */
#include "plenum-profile-private.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
option_free (PlenumOption *option)
{
  g_free (option->id);
  g_free (option->text);
  g_clear_pointer (&option->cost, plenum_rational_free);
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
  self->rankings = plenum_rankings_new ();
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

void
plenum_profile_free (PlenumProfile *self)
{
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  plenum_rankings_free (self->rankings);
  g_array_unref (self->seen);
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
 * plenum_profile_get_paper_kind:
 *
 * Returns: how a ballot is filled in: as its method says, and where a budget is spent
 *   by points, with points
 */
PlenumPaperKind
plenum_profile_get_paper_kind (const PlenumProfile *self)
{
  return self->method->paper == PLENUM_PAPER_UTILITIES && plenum_profile_get_integer (self, "points") > 0
         ? PLENUM_PAPER_POINTS : self->method->paper;
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
 * @cost: (nullable): what it costs, for methods that spend a budget: "1200", "12.50" or "7/3"
 * @error: return location for %PLENUM_VOTING_ERROR_REPEATED_OPTION,
 *   %PLENUM_VOTING_ERROR_TOO_MANY_OPTIONS or %PLENUM_VOTING_ERROR_INVALID_COST
 *
 * Options are numbered from 0 in the order they are added, which is the order of
 * the list. All are added before the first ballot.
 *
 * Returns: whether it was added
 */
gboolean
plenum_profile_add_option (PlenumProfile *self, const char *id, const char *text, const char *cost, GError **error)
{
  g_autoptr (PlenumRational) price = NULL;
  PlenumOption *option;

  g_return_val_if_fail (self != NULL && id != NULL && text != NULL, FALSE);
  g_return_val_if_fail (self->groups->len == 0, FALSE);

  if (g_hash_table_contains (self->numbers, id))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION,
                   g_dgettext (GETTEXT_PACKAGE, "The option “%s” is there twice: every option needs an id of its own."), id);
      return FALSE;
    }

  if (self->options->len >= PLENUM_MOST_OPTIONS)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MANY_OPTIONS,
                   g_dgettext (GETTEXT_PACKAGE, "There are too many options: a poll has at most %d."), PLENUM_MOST_OPTIONS);
      return FALSE;
    }
  if (cost != NULL && ((price = plenum_rational_new_from_text (cost)) == NULL || plenum_rational_sign (price) == 0))
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_COST,
                   /* Translators: an option and what was given as its cost. */
                   g_dgettext (GETTEXT_PACKAGE, "“%s” cannot cost “%s”: a cost is a number above 0 such as “1200”, “12.50” or “7/3”."), text, cost);
      return FALSE;
    }

  option = g_new0 (PlenumOption, 1);
  option->id = g_strdup (id);
  option->text = g_strdup (text);
  option->cost = g_steal_pointer (&price);
  g_hash_table_insert (self->numbers, option->id, GUINT_TO_POINTER (self->options->len));
  g_ptr_array_add (self->options, option);
  g_array_set_size (self->seen, self->options->len);

  return TRUE;
}

/**
 * plenum_profile_set_option_text:
 * @text: what was put to the vote, for files that say so after the ballots
 */
void
plenum_profile_set_option_text (PlenumProfile *self, guint option, const char *text)
{
  PlenumOption *changed;

  g_return_if_fail (option < self->options->len && text != NULL);

  changed = g_ptr_array_index (self->options, option);
  g_free (changed->text);
  changed->text = g_strdup (text);
}

guint
plenum_profile_get_n_options (const PlenumProfile *self)
{
  return self->options->len;
}

static const PlenumOption *
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

/**
 * plenum_profile_get_option_cost:
 *
 * Returns: (transfer none) (nullable): what it costs, or %NULL where nothing was said
 */
const PlenumRational *
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
