/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which charts a result has, by what its tally tells. */
#include "plenum-result-charts.h"

#include <glib/gi18n.h>

#include "plenum-answers-chart.h"
#include "plenum-budget-chart.h"
#include "plenum-pairs-chart.h"
#include "plenum-result-chart.h"
#include "plenum-result-section.h"
#include "plenum-transfer-chart.h"

#define MOST_DIVIDING 5 /* options that divide people most */

/* The part keeps what its charts show. */
static GtkWidget *
make_section (PlenumPollFindings *findings, const char *title, const char *remark, GtkWidget *chart)
{
  GtkWidget *section = plenum_result_section_new (title, remark, chart);

  g_object_set_data_full (G_OBJECT (section), "findings", plenum_poll_findings_ref (findings),
                          (GDestroyNotify) plenum_poll_findings_unref);

  return section;
}

static void
add_table (GtkWidget *section, PlenumMakeWidget make, PlenumPollFindings *findings)
{
  plenum_result_section_add_more (section, _("The same as a table"), make, plenum_poll_findings_ref (findings),
                                  (GDestroyNotify) plenum_poll_findings_unref);
}

static GtkWidget *
make_rounds_table (gpointer findings)
{
  return plenum_transfer_chart_new_table (((PlenumPollFindings *) findings)->transfers);
}

/**
 * plenum_result_charts_new_rounds:
 *
 * Returns: (transfer floating) (nullable): how votes moved, if there were rounds
 */
GtkWidget *
plenum_result_charts_new_rounds (PlenumPollFindings *findings)
{
  PlenumTransfers *transfers = findings->transfers;
  gboolean divided = FALSE;
  GtkWidget *section;

  if (transfers == NULL || transfers->rounds->len < 2)
    return NULL;

  for (guint i = 0; i < transfers->rounds->len; i++)
    divided = divided || ((PlenumTransferRound *) transfers->rounds->pdata[i])->divided;
  section = make_section (findings, _("How votes moved"),
                          divided ? _("Bands are as wide as the votes are many; ✕ drops out, ✓ is elected. Where several lose votes at once, "
                                      "each band is only its share.")
                                  : _("Bands are as wide as the votes are many; ✕ drops out, ✓ is elected."),
                          plenum_transfer_chart_new (transfers));
  add_table (section, make_rounds_table, findings);

  return section;
}

static const struct {
  const char *step;
  const char *figure;
  const char *title;
  const char *remark;
} pairs[] = {
  { "pairs", "preferred", N_("Every option against every other"),
    N_("A row says how many prefer its option to that of the column. Who wins a pair is marked with a dot.") },
  { "paths", "strengths", N_("The strongest paths"),
    N_("A row says how strong the best chain of victories is from its option to that of the column. The stronger of two is marked with a dot.") },
  { "comparisons", "wins", N_("Every option against every other"),
    N_("A row says how often its option was preferred to that of the column. Who wins a pair is marked with a dot.") },
};

static const PlenumFigure *
find_pairs (PlenumTally *tally, guint which)
{
  const PlenumStep *step = plenum_tally_find_step (tally, pairs[which].step);

  return step != NULL ? plenum_step_find_figure (step, pairs[which].figure) : NULL;
}

static GtkWidget *
make_pairs_table (gpointer data)
{
  PlenumPollFindings *findings = data;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (find_pairs (findings->tally, i) != NULL && !g_str_equal (pairs[i].step, "paths"))
      return plenum_pairs_chart_new_table (findings->tally, find_pairs (findings->tally, i), _(pairs[i].title));

  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_paths_table (gpointer data)
{
  PlenumPollFindings *findings = data;

  return plenum_pairs_chart_new_table (findings->tally, find_pairs (findings->tally, 1), _(pairs[1].title));
}

/**
 * plenum_result_charts_new_pairs:
 *
 * Returns: (transfer floating) (nullable): all pairs, if the method compares them
 */
GtkWidget *
plenum_result_charts_new_pairs (PlenumPollFindings *findings)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const PlenumFigure *figure = find_pairs (findings->tally, i);
      GtkWidget *section;

      if (figure == NULL)
        continue;
      if (box == NULL)
        box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
      section = make_section (findings, _(pairs[i].title), _(pairs[i].remark),
                              plenum_pairs_chart_new (findings->tally, figure, _(pairs[i].title)));
      add_table (section, g_str_equal (pairs[i].step, "paths") ? make_paths_table : make_pairs_table, findings);
      gtk_box_append (GTK_BOX (box), section);
    }

  return box;
}

static GtkWidget *
make_answers_table (gpointer data)
{
  PlenumPollFindings *findings = data;
  g_autoptr (GArray) order = plenum_result_order (findings->tally);

  return plenum_answers_chart_new_table (findings->tally, findings->spread, order);
}

/**
 * plenum_result_charts_new_answers:
 * @most: how many options at most
 *
 * Returns: (transfer floating) (nullable): how answers are spread, if ballots judge
 *   each option by itself
 */
GtkWidget *
plenum_result_charts_new_answers (PlenumPollFindings *findings, guint most)
{
  g_autoptr (GArray) order = NULL;
  GtkWidget *section;

  if (findings->spread == NULL)
    return NULL;

  order = plenum_result_order (findings->tally);
  section = make_section (findings, _("How often each answer was given"), _("The line marks the middle: the answer there is the median."),
                          plenum_answers_chart_new (findings->tally, findings->spread, order, most, FALSE));
  add_table (section, make_answers_table, findings);

  return section;
}

static GtkWidget *
make_budget_table (gpointer data)
{
  PlenumPollFindings *findings = data;

  return plenum_budget_chart_new_table (findings->tally, findings->profile);
}

/**
 * plenum_result_charts_new_budget:
 * @most: how many purchases at most
 *
 * Returns: (transfer floating) (nullable): what was bought, if there was a budget
 */
GtkWidget *
plenum_result_charts_new_budget (PlenumPollFindings *findings, guint most)
{
  GtkWidget *chart = plenum_budget_chart_new (findings->tally, findings->profile, most);
  GtkWidget *section;

  if (chart == NULL)
    return NULL;

  section = make_section (findings, _("What was bought"), NULL, chart);
  add_table (section, make_budget_table, findings);

  return section;
}

static GtkWidget *
make_conflict_table (gpointer data)
{
  PlenumPollFindings *findings = data;
  g_autoptr (GArray) order = plenum_spread_rank (findings->spread);

  return plenum_answers_chart_new_table (findings->tally, findings->spread, order);
}

/**
 * plenum_result_charts_new_conflict:
 *
 * Returns: (transfer floating) (nullable): where people disagree most, if ballots judge
 *   each option by itself
 */
GtkWidget *
plenum_result_charts_new_conflict (PlenumPollFindings *findings)
{
  g_autoptr (GArray) order = findings->spread != NULL ? plenum_spread_rank (findings->spread) : NULL;
  GtkWidget *section;

  if (order == NULL || order->len == 0)
    return NULL;

  section = make_section (findings, _("Where people disagree most"), plenum_spread_describe (findings->profile),
                          plenum_answers_chart_new (findings->tally, findings->spread, order, MOST_DIVIDING, TRUE));
  add_table (section, make_conflict_table, findings);

  return section;
}
