/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a board to paper and back: its actions "paper.print", "paper.import-photo"
 * and "paper.export-picture". */
#include "plenum-paper.h"

#include <glib/gi18n.h>

#include "plenum-board-picture.h"
#include "plenum-dialogs.h"
#include "plenum-perform.h"
#include "plenum-photo-job.h"
#include "plenum-print-dialog.h"

static PlenumBoardModel *
get_model (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), "plenum-paper-model");
}

static PlenumRecordList *
get_list (GtkWidget *view, PlenumRecordType type)
{
  return plenum_workshop_model_get_list (plenum_board_model_get_workshop (get_model (view)), type);
}

static PlenumLibrary *
get_library (GtkWidget *view)
{
  return plenum_workshop_model_get_library (plenum_board_model_get_workshop (get_model (view)));
}

/* The board that is shown, or NULL. */
static PlenumRecord *
get_board (GtkWidget *view)
{
  return plenum_record_list_lookup (get_list (view, PLENUM_BOARD), plenum_board_model_get_board (get_model (view)));
}

static const char *
get_language (GtkWidget *view)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (plenum_board_model_get_workshop (get_model (view)));

  return workshop != NULL ? plenum_record_get_text (workshop, PLENUM_WORKSHOP_LANGUAGE) : NULL;
}

static guint
count_cards (GtkWidget *view, const char *board)
{
  GListModel *ideas = G_LIST_MODEL (get_list (view, PLENUM_IDEA));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (PlenumRecord) idea = g_list_model_get_item (ideas, i);
      const char *id = plenum_record_get_text (idea, PLENUM_IDEA_AREA);
      PlenumRecord *area = id != NULL ? plenum_record_list_lookup (get_list (view, PLENUM_AREA), id) : NULL;

      if (area != NULL && plenum_record_is_null (idea, PLENUM_IDEA_FACE)
          && g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_BOARD), board) == 0)
        n++;
    }

  return n;
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlenumRecord *board = get_board (data);
  PlenumPaperOrder order;

  if (board == NULL)
    return;

  order = (PlenumPaperOrder) {
    .workshop = plenum_workshop_model_get_id (plenum_board_model_get_workshop (get_model (data))),
    .board = plenum_record_get_id (board), .title = plenum_record_get_text (board, PLENUM_BOARD_TITLE),
    .language = get_language (data), .count = count_cards (data, plenum_record_get_id (board)),
  };
  plenum_print_dialog_show (data, get_library (data), &order);
}

static void
photo_chosen_cb (GListModel *files, gpointer data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  PlenumRecord *board = get_board (data);

  if (path != NULL && board != NULL)
    plenum_photo_job_start (data, get_library (data), plenum_record_get_id (board), path);
}

static void
import_photo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (_("Photos"), "*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG *.tif *.tiff");

  g_list_store_append (filters, filter);
  plenum_dialogs_open_files (data, _("Import Photo of the Wall"), _("_Open"), FALSE, G_LIST_MODEL (filters), photo_chosen_cb, data);
}

typedef struct
{
  GWeakRef             from;
  char                *board;
  char                *title;
  char                *language;
  char                *path;
  PlenumPictureFormat  format;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->from);
  g_free (self->board);
  g_free (self->title);
  g_free (self->language);
  g_free (self->path);
  g_free (self);
}

/* On the library's thread. */
static gpointer
write_picture (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  g_autoptr (PlenumDrawing) picture = plenum_board_picture_new (store, self->board, error);

  return picture != NULL && plenum_board_picture_write (picture, self->path, self->format, self->title, self->language, error)
         ? self : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  gboolean written = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error) != NULL;

  if (from != NULL && written)
    {
      g_autofree char *name = g_path_get_basename (self->path);
      g_autofree char *sentence = g_strdup_printf (_("“%s” exported to %s"), self->title, name);

      plenum_show_message (from, sentence);
    }
  else if (from != NULL)
    plenum_show_error (from, error);
  export_free (self);
}

static void
picture_chosen_cb (GListModel *files, gpointer data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  PlenumRecord *board = get_board (data);
  PlenumPictureFormat format;
  Export *self;

  if (path == NULL || board == NULL)
    return;
  if (!plenum_board_picture_find_format (path, &format))
    {
      plenum_show_message (data, _("The name of the picture must end in .png, .svg or .pdf."));
      return;
    }

  self = g_new0 (Export, 1);
  g_weak_ref_init (&self->from, data);
  self->board = g_strdup (plenum_record_get_id (board));
  self->title = g_strdup (plenum_record_get_text (board, PLENUM_BOARD_TITLE));
  self->language = g_strdup (get_language (data));
  self->path = g_strdup (path);
  self->format = format;
  plenum_library_query_async (get_library (data), write_picture, self, NULL, NULL, NULL, written_cb, self);
}

static void
export_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (_("Pictures: PNG, SVG, PDF"), "*.png *.svg *.pdf");
  PlenumRecord *board = get_board (data);
  g_autofree char *clean = NULL, *name = NULL;

  if (board == NULL)
    return;

  clean = g_strdelimit (g_strdup (plenum_record_get_text (board, PLENUM_BOARD_TITLE)), "/\\:*?\"<>|\n\t", '-');
  name = g_strconcat (clean, ".png", NULL);
  g_list_store_append (filters, filter);
  plenum_dialogs_save_file (data, _("Export as Picture"), name, G_LIST_MODEL (filters), picture_chosen_cb, data);
}

/**
 * plenum_paper_install:
 * @view: what shows a board
 * @model: the board
 *
 * Gives @view the actions for paper.
 */
void
plenum_paper_install (GtkWidget *view, PlenumBoardModel *model)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_cb },
    { .name = "import-photo", .activate = import_photo_cb },
    { .name = "export-picture", .activate = export_picture_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (view), "plenum-paper-model", g_object_ref (model), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);
  if (plenum_workshop_model_is_read_only (plenum_board_model_get_workshop (model)))
    g_action_map_remove_action (G_ACTION_MAP (group), "import-photo");
  gtk_widget_insert_action_group (view, "paper", G_ACTION_GROUP (group));
}
