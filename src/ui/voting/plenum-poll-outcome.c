/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poll that is closed: the result as a sentence, as a chart, as a table, and
 * how it was counted. Counted anew whenever it is looked at, never stored. */
#include "plenum-poll-outcome.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-ballot-export.h"
#include "plenum-result-chart.h"
#include "plenum-result-charts.h"
#include "plenum-result-table.h"
#include "plenum-result-views.h"
#include "plenum-wrapped-label.h"

/* A chart of more bars than this is a wall; the rest comes when asked for. */
#define BARS_AT_FIRST 20
#define BARS_AT_ONCE 6 /* more than a small window shows; the others follow while idle */
#define BARS_A_STEP 2

#define N_PARTS 6 /* between the first chart and the table */

struct _PlenumPollOutcome
{
  GtkWidget           parent_instance;

  PlenumLibrary      *library;
  PlenumRecord       *poll;
  GCancellable       *cancellable;
  guint               source; /* adds the parts one after the other */
  guint               part;
  guint               n_bars; /* of the first chart */
  PlenumPollFindings *findings;

  GtkWidget          *stack;
  GtkWidget          *spinner;
  GtkWidget          *failed_page;
  GtkWidget          *question_label;
  GtkWidget          *sentence_label;
  GtkWidget          *chart_bin;
  GtkWidget          *all_button;
  GtkWidget          *sections_box;
  GtkWidget          *table_bin;
  GtkWidget          *steps_box;
};

G_DEFINE_FINAL_TYPE (PlenumPollOutcome, plenum_poll_outcome, GTK_TYPE_WIDGET)

/* The chart that tells most about how this method counts. */
static GtkWidget *
make_chart (PlenumPollOutcome *self, guint most)
{
  PlenumTally *tally = self->findings->tally;
  guint all = MAX (most, BARS_AT_FIRST); /* only bars follow one another */
  GtkWidget *chart = plenum_result_charts_new_budget (self->findings, all);

  if (chart == NULL && plenum_method_get_paper_kind (plenum_tally_get_method (tally)) == PLENUM_PAPER_GRADES)
    chart = plenum_result_charts_new_answers (self->findings, all);

  return chart != NULL ? chart : plenum_result_chart_new (tally, 0, most);
}

static void
show_all_cb (PlenumPollOutcome *self)
{
  self->n_bars = BARS_AT_FIRST;
  adw_bin_set_child (ADW_BIN (self->chart_bin), make_chart (self, G_MAXUINT));
  gtk_widget_hide (self->all_button);
}

static void
export_cb (PlenumPollOutcome *self)
{
  plenum_ballot_export_show (GTK_WIDGET (self), self->findings, plenum_record_get_text (self->poll, PLENUM_POLL_QUESTION));
}

/* One part of the result after the other, so that none keeps a key or a click waiting. */
static GtkWidget *
make_part (PlenumPollOutcome *self, guint part)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_tally_get_method (self->findings->tally));

  switch (part)
    {
    case 0:
      return plenum_result_charts_new_rounds (self->findings);

    case 1:
      return plenum_result_charts_new_pairs (self->findings);

    case 2:
      return kind == PLENUM_PAPER_RESISTANCES || kind == PLENUM_PAPER_SCORES
             ? plenum_result_charts_new_answers (self->findings, BARS_AT_FIRST) : NULL;

    case 3:
      return plenum_result_charts_new_conflict (self->findings);

    case 4:
      return plenum_result_views_new_others (self->findings);

    case 5:
    default:
      return plenum_record_is_null (self->poll, PLENUM_POLL_COLLECTOR)
             ? plenum_result_views_new_breakdown (self->library, plenum_record_get_id (self->poll)) : NULL;
    }
}

static void
add_section (PlenumPollOutcome *self, GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (GTK_BOX (self->sections_box), section);
}

static void
add_step (PlenumPollOutcome *self, const char *text)
{
  gtk_box_append (GTK_BOX (self->steps_box), plenum_wrapped_label_new (text, "numeric"));
}

/* What the sentence, the chart and the table do not say already. */
static void
add_steps (PlenumPollOutcome *self)
{
  static const char *const said[] = { "option", "result", "grade", NULL };

  for (guint i = 0; i < plenum_tally_get_n_steps (self->findings->tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (self->findings->tally, i);

      if (!g_strv_contains (said, step->kind))
        add_step (self, step->text);
    }
}

/* Two more bars, up to as many as are shown at first. */
static gboolean
grow_chart (PlenumPollOutcome *self)
{
  GtkWidget *chart = adw_bin_get_child (ADW_BIN (self->chart_bin));

  if (!PLENUM_IS_RESULT_CHART (chart) || self->n_bars >= BARS_AT_FIRST)
    return FALSE;

  self->n_bars += BARS_A_STEP;
  return plenum_result_chart_grow (PLENUM_RESULT_CHART (chart), BARS_A_STEP);
}

static gboolean
add_part_cb (gpointer data)
{
  PlenumPollOutcome *self = data;

  if (grow_chart (self))
    return G_SOURCE_CONTINUE;
  if (self->part < N_PARTS)
    {
      add_section (self, make_part (self, self->part++));
      return G_SOURCE_CONTINUE;
    }
  if (gtk_widget_get_first_child (self->table_bin) == NULL)
    {
      adw_bin_set_child (ADW_BIN (self->table_bin), plenum_result_table_new (self->findings->tally));
      return G_SOURCE_CONTINUE;
    }

  add_steps (self);
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_result (PlenumPollOutcome *self)
{
  PlenumTally *tally = self->findings->tally;
  guint n = plenum_tally_get_n_options (tally);
  g_autofree char *sentence = plenum_tally_sentence (tally);
  g_autofree char *all = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);

  gtk_label_set_label (GTK_LABEL (self->sentence_label), sentence);
  gtk_button_set_label (GTK_BUTTON (self->all_button), all);
  gtk_widget_set_visible (self->all_button, n > BARS_AT_FIRST);
  adw_bin_set_child (ADW_BIN (self->chart_bin), make_chart (self, BARS_AT_ONCE));
  self->n_bars = BARS_AT_ONCE;
  self->part = 0;
  self->source = g_idle_add_full (G_PRIORITY_LOW, add_part_cb, self, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "result");
}

static void
show_failure (PlenumPollOutcome *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->failed_page), escaped);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
}

static gpointer
read_ballots (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_poll_findings_read (store, data, cancellable, error);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (plenum_poll_findings_count (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  PlenumPollOutcome *self = PLENUM_POLL_OUTCOME (source);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->findings = plenum_poll_findings_ref (g_task_get_task_data (G_TASK (result)));
      gtk_spinner_stop (GTK_SPINNER (self->spinner));
      show_result (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_failure (self, error);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  PlenumPollFindings *findings = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPollOutcome *self = data;
  g_autoptr (GTask) task = NULL;

  if (findings == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }

  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_task_data (task, findings, (GDestroyNotify) plenum_poll_findings_unref);
  g_task_run_in_thread (task, count);
}

static void
plenum_poll_outcome_dispose (GObject *object)
{
  PlenumPollOutcome *self = PLENUM_POLL_OUTCOME (object);
  GtkWidget *child;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->poll);
  g_clear_object (&self->library);
  g_clear_pointer (&self->findings, plenum_poll_findings_unref);

  G_OBJECT_CLASS (plenum_poll_outcome_parent_class)->dispose (object);
}

static void
plenum_poll_outcome_class_init (PlenumPollOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_poll_outcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-poll-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, failed_page);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, question_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, chart_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, all_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, sections_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, table_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollOutcome, steps_box);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
plenum_poll_outcome_init (PlenumPollOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_poll_outcome_new:
 * @model: the workshop
 * @poll: one of its polls that is closed
 *
 * Returns: (transfer floating): its result, as soon as it has been counted
 */
GtkWidget *
plenum_poll_outcome_new (PlenumWorkshopModel *model, PlenumRecord *poll)
{
  PlenumPollOutcome *self = g_object_new (PLENUM_TYPE_POLL_OUTCOME, NULL);

  gtk_label_set_label (GTK_LABEL (self->question_label), plenum_record_get_text (poll, PLENUM_POLL_QUESTION));
  self->library = g_object_ref (plenum_workshop_model_get_library (model));
  self->poll = g_object_ref (poll);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  plenum_library_query_async (plenum_workshop_model_get_library (model), read_ballots,
                              g_strdup (plenum_record_get_id (poll)), g_free,
                              (GDestroyNotify) plenum_poll_findings_unref, self->cancellable, read_cb, self);

  return GTK_WIDGET (self);
}
