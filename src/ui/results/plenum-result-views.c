/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other ways to look at the same ballots, counted when they are asked for: by other
 * methods, and by sector. */
#include "plenum-result-views.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-late-bin.h"
#include "plenum-other-methods.h"
#include "plenum-poll-breakdown.h"
#include "plenum-result-chart.h"
#include "plenum-result-section.h"
#include "plenum-sector.h"

#define MOST_BARS 5 /* of each sector */

typedef struct
{
  PlenumLibrary *library;
  char          *poll;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question->poll);
  g_free (question);
}

static GtkWidget *
make_method_row (const PlenumOtherResult *result)
{
  const PlenumMethod *method = plenum_tally_get_method (result->tally);
  const char *reason = plenum_other_methods_reason (method);
  g_autofree char *sentence = plenum_tally_sentence (result->tally);
  g_autofree char *subtitle = reason != NULL ? g_strdup_printf ("%s %s", sentence, reason) : g_strdup (sentence);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", plenum_method_get_name (method),
                                 "subtitle", subtitle, "subtitle-lines", 0, NULL);
  GtkWidget *label = gtk_label_new (result->same ? C_("result", "same result") : C_("result", "another result"));

  gtk_widget_add_css_class (label, result->same ? "dim-label" : "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
count_others (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlenumPollFindings *findings = data;
  GError *error = NULL;
  GPtrArray *results = plenum_other_methods_count (findings->profile, findings->tally, cancellable, &error);

  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
others_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlenumLateBin *bin = PLENUM_LATE_BIN (source);
  g_autoptr (GPtrArray) results = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *list;

  if (results == NULL) /* It was stopped, which is its only failure. */
    return;

  if (results->len == 0)
    {
      plenum_late_bin_set_text (bin, _("No other method reads such ballots and chooses as many."));
      return;
    }

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Results by other methods"), -1);
  for (guint i = 0; i < results->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_method_row (results->pdata[i]));
  plenum_late_bin_set_child (bin, list);
}

static GtkWidget *
make_others (gpointer findings)
{
  GtkWidget *bin = plenum_late_bin_new (_("Counting by other methods"));
  g_autoptr (GTask) task = g_task_new (bin, plenum_late_bin_get_cancellable (PLENUM_LATE_BIN (bin)), others_cb, NULL);

  g_task_set_task_data (task, plenum_poll_findings_ref (findings), (GDestroyNotify) plenum_poll_findings_unref);
  g_task_run_in_thread (task, count_others);

  return bin;
}

/**
 * plenum_result_views_new_others:
 *
 * Returns: (transfer floating): what other methods say of the same ballots
 */
GtkWidget *
plenum_result_views_new_others (PlenumPollFindings *findings)
{
  GtkWidget *section = plenum_result_section_new (_("What would other methods say?"),
                                                  _("Methods differ because each asks something else of the same ballots."), NULL);

  plenum_result_section_add_more (section, _("Count by other methods"), make_others, plenum_poll_findings_ref (findings),
                                  (GDestroyNotify) plenum_poll_findings_unref);

  return section;
}

static GtkWidget *
make_group (const PlenumPollGroup *group)
{
  const char *name = group->sector != NULL ? plenum_sector_get_name (group->sector) : _("Everybody else");
  g_autofree char *voters = plenum_format_number (group->voters);
  g_autofree char *title = g_strdup_printf (ngettext (/* Translators: a sector, and how many people of it voted. */
                                                      "%1$s (%2$s person)", "%1$s (%2$s people)", group->voters), name, voters);
  g_autofree char *sentence = plenum_tally_sentence (group->tally);

  return plenum_result_section_new (title, sentence, plenum_result_chart_new (group->tally, 0, MOST_BARS));
}

static gpointer
count_groups (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_poll_breakdown_count (store, data, cancellable, error);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumLateBin *bin = data;
  GtkWidget *box;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (groups == NULL || groups->len == 0)
    {
      plenum_late_bin_set_text (bin, error != NULL ? error->message
                                : _("No two groups of at least five people voted. Of fewer nothing is told apart, "
                                    "since it would show who voted what."));
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (GTK_BOX (box), make_group (groups->pdata[i]));
  plenum_late_bin_set_child (bin, box);
}

static GtkWidget *
make_breakdown (gpointer data)
{
  Question *question = data;
  GtkWidget *bin = plenum_late_bin_new (_("Counting by sector"));

  plenum_library_query_async (question->library, count_groups, g_strdup (question->poll), g_free,
                              (GDestroyNotify) g_ptr_array_unref, plenum_late_bin_get_cancellable (PLENUM_LATE_BIN (bin)),
                              groups_cb, bin);

  return bin;
}

/**
 * plenum_result_views_new_breakdown:
 * @poll: the id of a closed poll that is not secret
 *
 * Returns: (transfer floating): the result of each sector
 */
GtkWidget *
plenum_result_views_new_breakdown (PlenumLibrary *library, const char *poll)
{
  GtkWidget *section = plenum_result_section_new (_("How the sectors voted"),
                                                  _("Only groups of five people and more are told apart."), NULL);
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (library), g_strdup (poll) };
  plenum_result_section_add_more (section, _("Count by sector"), make_breakdown, question, question_free);

  return section;
}
