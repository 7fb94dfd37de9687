/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other methods say of the same ballots: those that read ballots of this kind as
 * they are, and elect as many. */
#include "plenum-other-methods.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

void
plenum_other_result_free (PlenumOtherResult *self)
{
  plenum_tally_unref (self->tally);
  g_free (self);
}

/* Settings of the same name mean the same, unless the other method does not know the value. */
static PlenumProfile *
new_empty (const PlenumProfile *self, const PlenumMethod *method, GError **error)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();

  for (const PlenumSetting *setting = method->settings; setting->name != NULL; setting++)
    {
      const PlenumSetting *own = plenum_method_find_setting (plenum_profile_get_method (self), setting->name);

      if (own != NULL && own->kind == setting->kind && own->choices == setting->choices)
        plenum_settings_set (settings, setting->name, plenum_profile_get_setting (self, setting->name));
    }

  return plenum_profile_new (method->id, settings, error);
}

static char *
describe_weight (gint64 numerator, gint64 denominator)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);
}

static gboolean
add_group (PlenumProfile *profile, const PlenumBallotGroup *group, GError **error)
{
  g_autofree char *weight = describe_weight (group->weight_numerator, group->weight_denominator);
  PlenumPaper paper = { plenum_channel_get_name (group->channel), group->voters, weight, group->choices, group->n_choices };

  return plenum_profile_add_ballot (profile, &paper, group->copies, error);
}

static gboolean
add_ranking (PlenumProfile *profile, const PlenumRankings *rankings, const PlenumRanking *ranking, GError **error)
{
  g_autofree char *weight = plenum_rational_to_text (plenum_rankings_get_weight (rankings, ranking->weight));
  g_autofree PlenumChoice *choices = g_new (PlenumChoice, MAX (ranking->length, 1));
  PlenumPaper paper = { plenum_channel_get_name (ranking->channel), 1, weight, choices, ranking->length };
  gint64 rank = 0;

  for (guint i = 0; i < ranking->length; i++)
    {
      if ((ranking->entries[i] & PLENUM_RANK_TIED) == 0)
        rank += (ranking->entries[i] & PLENUM_RANK_GAP) != 0 ? ranking->length + 1 : 1;
      choices[i] = (PlenumChoice) { ranking->entries[i] & PLENUM_RANK_OPTION, rank };
    }

  return plenum_profile_add_ballot (profile, &paper, ranking->copies, error);
}

/**
 * plenum_profile_new_as:
 * @method: one whose ballots are of the same kind
 *
 * Errors: in %PLENUM_VOTING_ERROR, where @method does not read such a ballot or needs
 *   to know more
 *
 * Returns: (transfer full) (nullable): the same options and ballots for another method
 */
PlenumProfile *
plenum_profile_new_as (const PlenumProfile *self, const PlenumMethod *method, GError **error)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (self);
  g_autoptr (PlenumProfile) profile = NULL;

  g_return_val_if_fail (method->paper == plenum_method_get_paper_kind (plenum_profile_get_method (self)), NULL);

  profile = new_empty (self, method, error);
  if (profile == NULL)
    return NULL;

  for (guint i = 0; i < plenum_profile_get_n_options (self); i++)
    {
      const PlenumRational *cost = plenum_profile_get_option_cost (self, i);
      g_autofree char *text = cost != NULL ? plenum_rational_to_text (cost) : NULL;

      if (!plenum_profile_add_option (profile, plenum_profile_get_option_id (self, i),
                                      plenum_profile_get_option_text (self, i), text, error))
        return NULL;
    }
  for (guint i = 0; i < plenum_profile_get_n_groups (self); i++)
    if (!add_group (profile, plenum_profile_get_group (self, i), error))
      return NULL;
  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    if (!add_ranking (profile, rankings, plenum_rankings_get (rankings, i), error))
      return NULL;

  return g_steal_pointer (&profile);
}

static gint64
get_seats (const PlenumProfile *profile, const PlenumMethod *method)
{
  return plenum_method_find_setting (method, "seats") != NULL ? plenum_profile_get_integer (profile, "seats") : 1;
}

static gboolean
have_same_winners (const PlenumTally *one, const PlenumTally *other)
{
  for (guint i = 0; i < plenum_tally_get_n_options (one); i++)
    if (plenum_tally_is_winner (one, i) != plenum_tally_is_winner (other, i))
      return FALSE;

  return TRUE;
}

/* Whether it was stopped; that a method does not read these ballots is no failure. */
static gboolean
add_result (GPtrArray *results, const PlenumProfile *profile, const PlenumTally *tally, const PlenumMethod *method,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumProfile) other = plenum_profile_new_as (profile, method, NULL);
  PlenumOtherResult *result;
  PlenumTally *counted;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (other == NULL || get_seats (other, method) != get_seats (profile, plenum_profile_get_method (profile)))
    return TRUE;

  counted = plenum_tally_count (other, cancellable, NULL);
  if (counted == NULL)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  result = g_new0 (PlenumOtherResult, 1);
  result->tally = counted;
  result->same = have_same_winners (tally, counted);
  g_ptr_array_add (results, result);
  return TRUE;
}

/**
 * plenum_other_methods_count:
 * @profile: ballots
 * @tally: their result by their own method
 *
 * Counts them by every other method that reads such ballots and elects as many. One
 * that needs to know more, or takes too long for so many options, is left out.
 *
 * Errors: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type PlenumOtherResult): in the order of
 *   the table of methods
 */
GPtrArray *
plenum_other_methods_count (const PlenumProfile *profile, const PlenumTally *tally, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_other_result_free);
  const PlenumMethod *own = plenum_profile_get_method (profile);

  for (guint i = 0; i < plenum_method_count (); i++)
    {
      const PlenumMethod *method = plenum_method_get (i);

      if (method != own && method->paper == own->paper
          && !add_result (results, profile, tally, method, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&results);
}

static const struct { const char *methods, *reason; } reasons[] = {
  { "plurality", N_("It counts first choices only, and nothing of what comes after them.") },
  { "runoff", N_("It keeps the two with the most first choices and forgets all others, also those that nobody minds.") },
  { "borda", N_("It counts every place on every ballot, so that being second everywhere can be worth more than being first for some.") },
  { "irv stv", N_("It looks at first choices first: an option with few of them drops out early, even if most could live with it.") },
  { "condorcet copeland", N_("It asks which option wins against each of the others, one by one.") },
  { "schulze ranked-pairs minimax kemeny", N_("It asks which option wins against each of the others, and has a rule of its own for majorities that go round in a circle.") },
  { "score", N_("It adds up the numbers, so that how strongly people feel counts.") },
  { "star", N_("It adds up the numbers, but then a majority decides between the two best.") },
  { "approval dots", N_("It adds up what each option got, whoever gave it.") },
  { "pav seqpav phragmen", N_("It gives groups their share: who has got one option already counts less for the next.") },
  { "equal-shares", N_("It gives every voter the same share of the money, so that small groups get something, too.") },
  { "greedy-budget", N_("It goes from the most votes down as long as there is money, so that a large group can decide about all of it.") },
};

/**
 * plenum_other_methods_reason:
 *
 * Returns: (transfer none) (nullable): a translated sentence on what @method looks at,
 *   which is why it may come to another result
 */
const char *
plenum_other_methods_reason (const PlenumMethod *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto (GStrv) methods = g_strsplit (reasons[i].methods, " ", -1);

      if (g_strv_contains ((const char * const *) methods, method->id))
        return _(reasons[i].reason);
    }

  return NULL;
}
