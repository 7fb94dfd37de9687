/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ballots of a result into a file, for whoever counts again. Which formats have
 * room for them is found out, and the file written, while the window stays awake. */
#include "plenum-ballot-export.h"

#include <glib/gi18n.h>

#include "plenum-ballot-writer.h"
#include "plenum-dialogs.h"
#include "plenum-output.h"
#include "plenum-perform.h"

#define N_FORMATS (PLENUM_BALLOT_FORMAT_PABULIB + 1)

/* One export, kept by the widget that asked until it asks again. */
typedef struct
{
  gatomicrefcount     references;
  PlenumPollFindings *findings;
  char               *question;
  const char         *suffixes[N_FORMATS]; /* of the formats that fit, the others %NULL */
  PlenumBallotFormat  format;
  char               *path;
} Export;

static void
export_unref (Export *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  plenum_poll_findings_unref (self->findings);
  g_free (self->question);
  g_free (self->path);
  g_free (self);
}

static Export *
export_ref (Export *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;
  g_autoptr (PlenumOutput) file = plenum_output_open (self->path, &error);

  if (file != NULL
      && plenum_ballot_file_write (self->findings->profile, self->format, self->question,
                                   plenum_output_get_stream (file), cancellable, &error)
      && plenum_output_finish (file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_path_get_basename (self->path);
      /* Translators: %s is the name of a file. */
      g_autofree char *sentence = g_strdup_printf (_("Ballots exported to %s"), name);

      plenum_show_message (GTK_WIDGET (source), sentence);
    }
  else
    {
      plenum_show_error (GTK_WIDGET (source), error);
    }
}

/* ".csv, .blt" */
static char *
list_suffixes (Export *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < N_FORMATS; i++)
    if (self->suffixes[i] != NULL)
      g_string_append_printf (list, "%s.%s", list->len > 0 ? ", " : "", self->suffixes[i]);

  return g_string_free (list, FALSE);
}

/* The end of the name decides on the format. */
static gboolean
find_format (Export *self, const char *path)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < N_FORMATS; i++)
    {
      g_autofree char *ending = g_strconcat (".", self->suffixes[i], NULL);

      if (self->suffixes[i] != NULL && g_str_has_suffix (name, ending))
        {
          self->format = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
chosen_cb (GListModel *files, gpointer from)
{
  Export *self = g_object_get_data (from, "plenum-ballot-export");
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    {
      plenum_show_message (from, _("The file must be in a folder of this computer."));
      return;
    }
  if (!find_format (self, path))
    {
      g_autofree char *suffixes = list_suffixes (self);
      /* Translators: %s are the ends of names of files, as in .csv, .blt */
      g_autofree char *sentence = g_strdup_printf (_("The name of the file must end in one of these: %s"), suffixes);

      plenum_show_message (from, sentence);
      return;
    }

  g_free (self->path);
  self->path = g_steal_pointer (&path);
  task = g_task_new (from, NULL, written_cb, NULL);
  g_task_set_task_data (task, export_ref (self), (GDestroyNotify) export_unref);
  g_task_run_in_thread (task, write_file);
}

static void
find_suffixes (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;

  for (guint i = 0; i < N_FORMATS; i++)
    if (plenum_ballot_format_takes (i, self->findings->profile, NULL))
      self->suffixes[i] = plenum_ballot_format_get_suffix (i, self->findings->profile);

  g_task_return_boolean (task, TRUE);
}

static char *
propose_name (Export *self)
{
  g_autofree char *clean = g_strdelimit (g_strdup (self->question), "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (g_strstrip (clean), ".csv", NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *from = GTK_WIDGET (source);
  Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *suffixes = list_suffixes (self);
  g_autofree char *name = propose_name (self);
  /* Translators: files in which ballots can be written; %s are the ends of their names, as in .csv, .blt */
  g_autofree char *label = g_strdup_printf (_("Ballots: %s"), suffixes);
  g_auto (GStrv) endings = g_strsplit (suffixes, ", ", -1);
  g_autofree char *joined = g_strjoinv (" *", endings);
  g_autofree char *accepted = g_strconcat ("*", joined, NULL);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (label, accepted);

  if (gtk_widget_get_root (from) == NULL)
    return;

  g_object_set_data_full (source, "plenum-ballot-export", export_ref (self), (GDestroyNotify) export_unref);
  g_list_store_append (filters, filter);
  plenum_dialogs_save_file (from, _("Export Ballots"), name, G_LIST_MODEL (filters), chosen_cb, from);
}

/**
 * plenum_ballot_export_show:
 * @from: the widget that asks
 * @findings: a result that was shown
 * @question: what was asked
 *
 * Asks where to, and writes all ballots there, without whose they are.
 */
void
plenum_ballot_export_show (GtkWidget *from, PlenumPollFindings *findings, const char *question)
{
  Export *self = g_new0 (Export, 1);
  g_autoptr (GTask) task = g_task_new (from, NULL, found_cb, NULL);

  g_atomic_ref_count_init (&self->references);
  self->findings = plenum_poll_findings_ref (findings);
  self->question = g_strdup (question);
  g_task_set_task_data (task, self, (GDestroyNotify) export_unref);
  g_task_run_in_thread (task, find_suffixes);
}
