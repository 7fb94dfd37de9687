/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consent: a proposal passes where nobody has a reasoned objection.
 *
 * Source: Rau and Koch-Gonzalez, "Many Voices One Song: Shared Power with
 * Sociocracy", 2018; Endenburg, "Sociocracy: The Organization of Decision-Making",
 * 1988. Consent, concern or objection to each proposal. Concerns are heard and do
 * not stop it; objections name what has to be integrated. Who says nothing to a
 * proposal does not count towards its quorum. What people gave as their reason is
 * listed with the proposal, in no order of ballots. Weights do not matter: one objection
 * is one too many. */
#include "plenum-method-private.h"
#include "plenum-reasons.h"

#include <glib/gi18n-lib.h>

enum { CONSENT, CONCERN, OBJECTION };

static const char * const count_names[] = { "consent", "concern", "objection", NULL };
static const char * const count_labels[] = { N_("Consent"), N_("Concern"), N_("Objection"), NULL };

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

static char *
describe_paper (const PlenumProfile *profile)
{
  return g_strdup (_("Say to each proposal whether you consent, have a concern, or object."));
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, CONSENT, OBJECTION, error);
}

/* The score is the number of objections, the base that of concerns. */
static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      PlenumResult *option = &tally->options[group->choices[i].option];

      plenum_tally_add_count (tally, group->choices[i].option, group->choices[i].value, group, 1);
      if (group->choices[i].value == OBJECTION)
        plenum_rational_add_weighted (option->score, group->copies, 1, 1);
      else if (group->choices[i].value == CONCERN)
        plenum_rational_add_weighted (option->base, group->copies, 1, 1);
    }
}

static gint64
count_answers (const PlenumTally *tally, guint option)
{
  return plenum_tally_get_count (tally, option, CONSENT) + plenum_tally_get_count (tally, option, CONCERN)
         + plenum_tally_get_count (tally, option, OBJECTION);
}

/* Those that pass come first, then by objections, then by concerns. */
static int
compare_proposals (const PlenumTally *tally, guint a, guint b)
{
  const PlenumResult *one = &tally->options[a];
  const PlenumResult *other = &tally->options[b];
  int order = plenum_tally_by_key (tally, a, b);

  if (order == 0)
    order = plenum_rational_compare (one->score, other->score);
  return order != 0 ? order : plenum_rational_compare (one->base, other->base);
}

static void
explain_proposal (PlenumTally *tally, guint option, gint64 quorum)
{
  gint64 objections = plenum_tally_get_count (tally, option, OBJECTION);
  g_autofree char *name = plenum_tally_join_names (tally, &option, 1);

  if (objections > 0)
    plenum_tally_add_step (tally, "integrate", &option, 1,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%1$s does not pass: %2$d objection has to be integrated.",
                                                         "%1$s does not pass: %2$d objections have to be integrated.", objections),
                                            name, (int) objections));
  else if (tally->options[option].key > 0)
    plenum_tally_add_step (tally, "no-quorum", &option, 1,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%1$s does not pass: %2$d person has answered, and %3$d are needed.",
                                                         "%1$s does not pass: %2$d people have answered, and %3$d are needed.",
                                                         count_answers (tally, option)),
                                            name, (int) count_answers (tally, option), (int) MAX (quorum, 1)));
}

static void
explain_reasons (PlenumTally *tally, const PlenumProfile *profile, guint option)
{
  g_autofree char *name = plenum_tally_join_names (tally, &option, 1);

  for (guint i = 0; i < plenum_profile_get_n_reasons (profile); i++)
    {
      const PlenumReason *reason = plenum_profile_get_reason (profile, i);

      if (reason->option == option)
        plenum_tally_add_step (tally, reason->value == OBJECTION ? "objection" : "concern", &option, 1,
                               g_strdup_printf (reason->value == OBJECTION
                                                /* Translators: a proposal in quotation marks, and a reason in somebody’s own words. */
                                                ? _("An objection to %1$s: %2$s")
                                                /* Translators: a proposal in quotation marks, and a reason in somebody’s own words. */
                                                : _("A concern about %1$s: %2$s"), name, reason->text));
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  gint64 quorum = plenum_profile_get_integer (profile, "quorum");
  g_autofree gboolean *passes = g_new0 (gboolean, tally->n_options);

  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;

  plenum_tally_explain_start (tally);
  for (guint i = 0; i < tally->n_options; i++)
    {
      passes[i] = plenum_tally_get_count (tally, i, OBJECTION) == 0 && count_answers (tally, i) >= MAX (quorum, 1);
      tally->options[i].key = passes[i] ? 0 : 1;
      explain_proposal (tally, i, quorum);
      explain_reasons (tally, profile, i);
    }

  plenum_tally_rank (tally, profile, compare_proposals, tally->n_options, plenum_tally_any_can_win);
  plenum_tally_elect (tally, passes);
  plenum_tally_explain_end (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  int objections = plenum_tally_get_count (tally, option, OBJECTION);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d objection", "%d objections", objections), objections);
}

static char *
describe_result (const PlenumTally *tally)
{
  guint n_winners;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  g_autofree char *names = plenum_tally_join_names (tally, winners, n_winners);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s passes: nobody objects.", "%s pass: nobody objects.", n_winners), names);
}

const PlenumMethod plenum_method_consent = {
  .id = "consent",
  .name = N_("Consent"),
  .purpose = N_("Decide on a proposal that nobody has a serious reason against."),
  .rule = N_("Everybody consents, has a concern, or objects. A proposal passes if nobody objects; every objection has to be integrated."),
  .suited = N_("Right for a proposal that was talked over, in a group that goes on working together."),
  .unsuited = N_("Use another method to choose between several options, or in a large group that does not know each other."),
  .nothing = N_("No proposal passes yet."),
  .goal = PLENUM_GOAL_LEAST_HARM,
  .paper = PLENUM_PAPER_CONSENT,
  .less_is_better = TRUE,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = describe_score,
  .describe_result = describe_result,
};
