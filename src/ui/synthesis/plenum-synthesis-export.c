/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All cards of a synthesis as a table, each with its theme and where it comes from,
 * so that every number can be followed back to its cards. */
#include "plenum-synthesis-export.h"

#include <glib/gi18n.h>

#include "plenum-csv.h"
#include "plenum-dialogs.h"
#include "plenum-output.h"
#include "plenum-perform.h"

/* One export; written on a thread of its own, so all of it is copied. */
typedef struct
{
  GPtrArray *rows; /* of GStrv */
  char      *path;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_ptr_array_unref (self->rows);
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

static void
add_card (GPtrArray *rows, PlenumSynthesisModel *model, PlenumSynthesisCard *card)
{
  PlenumRecord *idea = plenum_synthesis_card_get_idea (card);
  PlenumRecord *workshop = plenum_synthesis_card_get_workshop (card);
  const char *id = plenum_synthesis_card_get_theme (card);
  PlenumRecord *theme = id != NULL ? plenum_synthesis_model_find_theme (model, id) : NULL;
  gboolean by_hand = plenum_synthesis_card_is_by_hand (card);

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
    plenum_record_get_id (idea),
    plenum_record_get_id (workshop),
    NULL });
}

static GPtrArray *
list_rows (PlenumSynthesisModel *model)
{
  static const char * const header[] = {
    "theme", "decided_by", "title", "text", "kind", "workshop", "date", "sector", "idea_id", "workshop_id", NULL,
  };
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  add_row (rows, header);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (model), i);

      add_card (rows, model, card);
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

static void
chosen_cb (GListModel *files, gpointer from)
{
  PlenumSynthesisModel *model = g_object_get_data (from, "plenum-synthesis-export");
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GTask) task = NULL;
  Export *self;

  if (path == NULL)
    {
      plenum_show_message (from, _("The file must be in a folder of this computer."));
      return;
    }

  self = g_new (Export, 1);
  self->rows = list_rows (model);
  self->path = g_steal_pointer (&path);
  task = g_task_new (from, NULL, written_cb, NULL);
  g_task_set_task_data (task, self, export_free);
  g_task_run_in_thread (task, write_file);
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
