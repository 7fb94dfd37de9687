/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approval voting: everybody chooses as many options as they can live with.
 *
 * Source: Brams and Fishburn, "Approval Voting", American Political Science Review
 * 72 (1978). With more than one seat it is multiwinner approval: those with the most
 * approvals, whoever gave them. With a limit it is limited voting.
 *
 * By show of hands a ballot holds how many people chose an option. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

enum { APPROVALS };

static const char * const count_names[] = { "approvals", NULL };
static const char * const count_labels[] = { N_("Approvals"), NULL };

static const PlenumSetting settings[] = {
  { "seats", N_("How many can win"), PLENUM_SETTING_INTEGER, "1", 1, 1000, NULL },
  { "most", N_("Most options for one person (0: no limit)"), PLENUM_SETTING_INTEGER, "0", 0, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

static char *
describe_paper (const PlenumProfile *profile)
{
  int most = plenum_profile_get_integer (profile, "most");

  if (most == 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Choose as many options as you like."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Choose %d option.", "Choose up to %d options.", most), most);
}

static gboolean
check_option (const PlenumProfile *profile, const PlenumBallotGroup *ballot, const PlenumChoice *choice, GError **error)
{
  const char *text = plenum_profile_get_option_text (profile, choice->option);

  if (choice->value >= 0 && choice->value <= ballot->voters)
    return TRUE;

  if (ballot->channel == PLENUM_CHANNEL_HANDS)
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%1$lld people cannot have chosen “%2$s”: %3$d person voted.",
                              "%1$lld people cannot have chosen “%2$s”: %3$d people voted.", ballot->voters),
                 (long long) choice->value, text, (int) ballot->voters);
  else
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                 g_dgettext (GETTEXT_PACKAGE, "“%s” cannot have the value %lld: 1 means chosen, 0 means not."),
                 text, (long long) choice->value);
  return FALSE;
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  int most = plenum_profile_get_integer (profile, "most");
  gint64 sum = 0;

  for (guint i = 0; i < ballot->n_choices; i++)
    {
      if (!check_option (profile, ballot, &ballot->choices[i], error))
        return FALSE;
      sum += ballot->choices[i].value;
    }

  if (most == 0 || sum <= most * ballot->voters)
    return TRUE;

  if (ballot->channel == PLENUM_CHANNEL_HANDS)
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "These are %1$lld votes, but %2$d person has at most %3$lld.",
                              "These are %1$lld votes, but %2$d people have at most %3$lld.", ballot->voters),
                 (long long) sum, (int) ballot->voters, (long long) (most * ballot->voters));
  else
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%1$lld options are chosen, but everybody can choose only %2$d.",
                              "%1$lld options are chosen, but everybody can choose at most %2$d.", most),
                 (long long) sum, most);
  return FALSE;
}

static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      const PlenumChoice *choice = &group->choices[i];

      plenum_tally_add_score (tally, choice->option, group, choice->value);
      plenum_tally_add_count (tally, choice->option, APPROVALS, group, choice->value);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;

  plenum_tally_rank (tally, profile, plenum_tally_by_score, plenum_profile_get_integer (profile, "seats"),
                     plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *approvals = plenum_rational_to_display (score, 2);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s approval", "%s approvals", plenum_tally_plural (score)),
                          approvals);
}

static char *
describe_result (const PlenumTally *tally)
{
  guint n_winners, n_second;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  const guint *second = plenum_tally_get_runners_up (tally, &n_second);
  g_autofree char *names = NULL;
  g_autofree char *approvals = NULL;
  g_autofree char *second_names = NULL;
  g_autofree char *second_approvals = NULL;
  gulong plural = plenum_tally_plural (plenum_tally_get_score (tally, winners[0]));

  if (tally->seats > 1)
    return plenum_tally_describe_seats (tally);

  names = plenum_tally_join_names (tally, winners, n_winners);
  approvals = plenum_rational_to_display (plenum_tally_get_score (tally, winners[0]), 2);
  if (n_winners > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s are tied for first place with %2$s approval each.",
                                         "%1$s are tied for first place with %2$s approvals each.", plural),
                            names, approvals);
  if (second == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s has %2$s approval.", "%1$s has %2$s approvals.", plural),
                            names, approvals);

  second_names = plenum_tally_join_names (tally, second, n_second);
  second_approvals = plenum_rational_to_display (plenum_tally_get_score (tally, second[0]), 2);
  /* Translators: %1$s is an option in quotation marks, %3$s one or a list of them, the others are numbers. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s leads with %2$s approval, before %3$s with %4$s.",
                                       "%1$s leads with %2$s approvals, before %3$s with %4$s.", plural),
                          names, approvals, second_names, second_approvals);
}

const PlenumMethod plenum_method_approval = {
  .id = "approval",
  .name = N_("Approval"),
  .purpose = N_("Find what most people can live with, one option or several."),
  .rule = N_("Everybody chooses any number of options; those chosen most often win."),
  .suited = N_("Right for choosing a date, a name or a few of many, where several would do."),
  .unsuited = N_("Use another method where it matters how much people like an option."),
  .goal = PLENUM_GOAL_LEAST_HARM,
  .paper = PLENUM_PAPER_SET,
  .takes_hands = TRUE,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = describe_score,
  .describe_result = describe_result,
};
