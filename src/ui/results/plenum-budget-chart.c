/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was bought with a budget, what each cost, who paid how much of it, and what is
 * left. */
#include "plenum-budget-chart.h"

#include <glib/gi18n.h>

#include "plenum-figure-table.h"
#include "plenum-format.h"
#include "plenum-result-chart.h"
#include "plenum-segment-bar.h"
#include "plenum-wrapped-label.h"

/* How many people voted for each option. */
static gint64 *
count_supporters (const PlenumProfile *profile)
{
  gint64 *supporters = g_new0 (gint64, plenum_profile_get_n_options (profile));

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, i);

      for (guint j = 0; j < group->n_choices; j++)
        if (group->choices[j].value > 0)
          supporters[group->choices[j].option] += group->copies * group->voters;
    }

  return supporters;
}

static gboolean
pays_in_shares (PlenumTally *tally, guint option)
{
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (tally, i);

      if (g_str_equal (step->kind, "purchase") && step->options[0] == option)
        return TRUE;
    }

  return FALSE;
}

/* What each of those who paid for it paid in the middle, or %NULL. */
static char *
describe_average (PlenumTally *tally, const PlenumProfile *profile, guint option, gint64 supporters)
{
  g_autoptr (PlenumRational) average = NULL;

  if (supporters == 0 || !pays_in_shares (tally, option))
    return NULL;

  average = plenum_rational_copy (plenum_profile_get_option_cost (profile, option));
  plenum_rational_scale (average, 1, supporters);
  return plenum_rational_to_display (average, 2);
}

static char *
describe_purchase (PlenumTally *tally, const PlenumProfile *profile, guint option, gint64 supporters)
{
  g_autofree char *cost = plenum_rational_to_display (plenum_profile_get_option_cost (profile, option), 2);
  g_autofree char *people = plenum_format_number (supporters);
  g_autofree char *average = describe_average (tally, profile, option, supporters);

  if (average == NULL)
    return g_strdup_printf (ngettext ("Cost %1$s, wanted by %2$s person", "Cost %1$s, wanted by %2$s people", supporters), cost, people);

  return g_strdup_printf (ngettext (/* Translators: an amount, a number of people, what each of them paid on average. */
                                    "Cost %1$s, paid by %2$s person with %3$s",
                                    "Cost %1$s, paid by %2$s people with %3$s each on average", supporters), cost, people, average);
}

static GtkWidget *
make_row (const char *title, const char *style, const char *note, double value, double whole, const char *colour)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *bar = plenum_segment_bar_new ();
  GtkWidget *label = plenum_wrapped_label_new (note, "numeric");

  gtk_widget_add_css_class (bar, "thick");
  gtk_widget_add_css_class (bar, "on-ground");
  gtk_widget_set_hexpand (bar, TRUE);
  plenum_segment_bar_append (PLENUM_SEGMENT_BAR (bar), colour, value);
  plenum_segment_bar_set (PLENUM_SEGMENT_BAR (bar), MAX (whole, 1), note);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (row), plenum_wrapped_label_new (title, style));
  gtk_box_append (GTK_BOX (row), bar);
  gtk_box_append (GTK_BOX (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static GtkWidget *
make_total (const PlenumStep *step)
{
  const PlenumRational *spent = plenum_step_find_figure (step, "spent")->values[0];
  const PlenumRational *budget = plenum_step_find_figure (step, "budget")->values[0];
  g_autoptr (PlenumRational) left = plenum_rational_copy (budget);
  g_autofree char *shown_spent = plenum_rational_to_display (spent, 2);
  g_autofree char *shown_left = NULL;
  g_autofree char *note = NULL;

  plenum_rational_subtract (left, spent);
  shown_left = plenum_rational_to_display (left, 2);
  /* Translators: two amounts of money. */
  note = g_strdup_printf (_("%1$s are spent, %2$s remain"), shown_spent, shown_left);

  return make_row (_("The whole budget"), "heading", note, plenum_rational_to_double (spent),
                   plenum_rational_to_double (budget), "result-other");
}

/**
 * plenum_budget_chart_new:
 * @tally: the result of a method that spends a budget
 * @profile: what it was counted from
 * @most: how many purchases to show at most
 *
 * Returns: (transfer floating) (nullable): the chart; none where there was no budget
 */
GtkWidget *
plenum_budget_chart_new (PlenumTally *tally, const PlenumProfile *profile, guint most)
{
  const PlenumStep *step = plenum_tally_find_step (tally, "spent");
  g_autofree gint64 *supporters = NULL;
  GtkWidget *box;
  double whole;
  guint n;
  const guint *winners = plenum_tally_get_winners (tally, &n);

  if (step == NULL)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  whole = plenum_rational_to_double (plenum_step_find_figure (step, "budget")->values[0]);
  supporters = count_supporters (profile);
  gtk_box_append (GTK_BOX (box), make_total (step));
  for (guint i = 0; i < n && i < most; i++)
    {
      g_autofree char *note = describe_purchase (tally, profile, winners[i], supporters[winners[i]]);

      gtk_box_append (GTK_BOX (box), make_row (plenum_tally_get_option_text (tally, winners[i]), "result-winner-text", note,
                                               plenum_rational_to_double (plenum_profile_get_option_cost (profile, winners[i])),
                                               whole, "result-winner"));
    }

  return box;
}

/**
 * plenum_budget_chart_new_table:
 *
 * Returns: (transfer floating): all options, bought or not, as a table
 */
GtkWidget *
plenum_budget_chart_new_table (PlenumTally *tally, const PlenumProfile *profile)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) order = plenum_result_order (tally);
  g_autofree gint64 *supporters = count_supporters (profile);
  const char *headers[] = { C_("result", "Option"), C_("result", "Cost"), C_("result", "Supporters"),
                            C_("result", "Paid by each"), C_("result", "Bought"), NULL };

  for (guint i = 0; i < order->len; i++)
    {
      guint option = g_array_index (order, guint, i);
      char *average = describe_average (tally, profile, option, supporters[option]);
      char *cells[] = { g_strdup (plenum_tally_get_option_text (tally, option)),
                        plenum_rational_to_display (plenum_profile_get_option_cost (profile, option), 2),
                        plenum_format_number (supporters[option]), average != NULL ? average : g_strdup ("–"),
                        g_strdup (plenum_tally_is_winner (tally, option) ? _("yes") : _("no")), NULL };

      g_ptr_array_add (rows, g_memdup2 (cells, sizeof cells));
    }

  return plenum_figure_table_new (_("What was bought"), headers, rows);
}
