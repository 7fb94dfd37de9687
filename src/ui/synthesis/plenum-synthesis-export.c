/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All cards of a synthesis as a table, each with its theme, where it comes from and what
 * became of it, so that every number can be followed back to its cards. */
#include "plenum-synthesis-export.h"

#include <glib/gi18n.h>

#include "plenum-csv.h"
#include "plenum-dialogs.h"
#include "plenum-output.h"
#include "plenum-perform.h"

/* One export; written on a thread of its own, so all of it is copied. */
typedef struct
{
  PlenumSynthesisModel *model;
  GtkWidget            *from;
  GPtrArray            *rows; /* of GStrv, from when the answers have been read */
  char                 *path;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->model);
  g_clear_object (&self->from);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

static void
add_row (GPtrArray *rows, const char * const *cells)
{
  g_ptr_array_add (rows, g_strdupv ((char **) cells));
}

/* Empty, not missing: a row ends at what is missing. */
static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* What answers to one idea say in @field; several in several lines. */
static char *
join_answers (GPtrArray *answers, guint field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", or_nothing (plenum_record_get_text (answers->pdata[i], field)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_card (GPtrArray *rows, PlenumSynthesisModel *model, PlenumSynthesisCard *card, GPtrArray *answers)
{
  PlenumRecord *idea = plenum_synthesis_card_get_idea (card);
  PlenumRecord *workshop = plenum_synthesis_card_get_workshop (card);
  const char *id = plenum_synthesis_card_get_theme (card);
  PlenumRecord *theme = id != NULL ? plenum_synthesis_model_find_theme (model, id) : NULL;
  gboolean by_hand = plenum_synthesis_card_is_by_hand (card);
  g_autofree char *states = join_answers (answers, PLENUM_ANSWER_STATE);
  g_autofree char *reasons = join_answers (answers, PLENUM_ANSWER_TEXT);
  g_autofree char *senders = join_answers (answers, PLENUM_ANSWER_SENDER);

  /* Names of columns and words are technical, as in the other tables that come out. */
  add_row (rows, (const char * const[]) {
    theme != NULL ? plenum_record_get_text (theme, PLENUM_THEME_TITLE) : "",
    by_hand ? "hand" : plenum_synthesis_card_is_decided (card) ? "analysis" : "",
    or_nothing (plenum_record_get_text (idea, PLENUM_IDEA_TITLE)),
    or_nothing (plenum_record_get_text (idea, PLENUM_IDEA_TEXT)),
    or_nothing (plenum_record_get_text (idea, PLENUM_IDEA_KIND)),
    or_nothing (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE)),
    or_nothing (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE)),
    or_nothing (plenum_synthesis_card_get_sector (card)),
    states,
    reasons,
    senders,
    plenum_record_get_id (idea),
    plenum_record_get_id (workshop),
    NULL });
}

static GHashTable *
sort_by_idea (GPtrArray *answers)
{
  GHashTable *sorted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < answers->len; i++)
    {
      const char *idea = plenum_record_get_text (answers->pdata[i], PLENUM_ANSWER_IDEA);
      GPtrArray *there = g_hash_table_lookup (sorted, idea);

      if (there == NULL)
        {
          there = g_ptr_array_new ();
          g_hash_table_insert (sorted, (gpointer) idea, there);
        }
      g_ptr_array_add (there, answers->pdata[i]);
    }

  return sorted;
}

static GPtrArray *
list_rows (PlenumSynthesisModel *model, GPtrArray *answers)
{
  static const char * const header[] = {
    "theme", "decided_by", "title", "text", "kind", "workshop", "date", "sector", "answer", "answer_text", "answered_by",
    "idea_id", "workshop_id", NULL,
  };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GHashTable) by_idea = sort_by_idea (answers);

  add_row (rows, header);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (model), i);

      add_card (rows, model, card, g_hash_table_lookup (by_idea, plenum_synthesis_card_get_id (card)));
    }

  return rows;
}

static gboolean
write_rows (Export *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumOutput) output = plenum_output_open (self->path, error);
  g_autoptr (PlenumCsvWriter) writer = NULL;

  if (output == NULL)
    return FALSE;

  writer = plenum_csv_writer_new (plenum_output_get_stream (output), ',');
  for (guint i = 0; i < self->rows->len; i++)
    {
      for (char **cell = self->rows->pdata[i]; *cell != NULL; cell++)
        plenum_csv_writer_add_text (writer, *cell);
      if (!plenum_csv_writer_end_record (writer, cancellable, error))
        return FALSE;
    }

  return plenum_output_finish (output, cancellable, error);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_rows (data, cancellable, &error))
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
      g_autofree char *sentence = g_strdup_printf (_("Cards and themes exported to %s"), name);

      plenum_show_message (GTK_WIDGET (source), sentence);
    }
  else
    {
      plenum_show_error (GTK_WIDGET (source), error);
    }
}

static gpointer
read_answers (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list (store, PLENUM_ANSWER, -1, NULL, error);
}

static void
answers_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (answers == NULL)
    {
      plenum_show_error (self->from, error);
      export_free (self);
      return;
    }

  self->rows = list_rows (self->model, answers);
  task = g_task_new (self->from, NULL, written_cb, NULL);
  g_task_set_task_data (task, self, export_free);
  g_task_run_in_thread (task, write_file);
}

static void
chosen_cb (GListModel *files, gpointer from)
{
  PlenumSynthesisModel *model = g_object_get_data (from, "plenum-synthesis-export");
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  Export *self;

  if (path == NULL)
    {
      plenum_show_message (from, _("The file must be in a folder of this computer."));
      return;
    }

  self = g_new0 (Export, 1);
  self->model = g_object_ref (model);
  self->from = g_object_ref (from);
  self->path = g_steal_pointer (&path);
  plenum_library_query_async (plenum_synthesis_model_get_library (model), read_answers, NULL, NULL,
                              (GDestroyNotify) g_ptr_array_unref, NULL, answers_cb, self);
}

/**
 * plenum_synthesis_export_show:
 * @from: the widget that asks
 * @title: of the synthesis
 *
 * Asks where to, and writes all cards there with their themes.
 */
void
plenum_synthesis_export_show (GtkWidget *from, PlenumSynthesisModel *model, const char *title)
{
  g_autofree char *clean = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", '-');
  g_autofree char *name = g_strconcat (g_strstrip (clean), ".csv", NULL);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (_("CSV tables"), "*.csv");

  g_object_set_data_full (G_OBJECT (from), "plenum-synthesis-export", g_object_ref (model), g_object_unref);
  g_list_store_append (filters, filter);
  plenum_dialogs_save_file (from, _("Export Cards and Themes"), name, G_LIST_MODEL (filters), chosen_cb, from);
}
