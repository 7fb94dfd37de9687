/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards and posters on their way to paper: what is on the board is read on the
 * library's thread, laid out on one of its own, and then saved or printed. */
#include "plenum-paper-job.h"

#include <glib/gi18n.h>

#include "plenum-activity.h"
#include "plenum-application.h"
#include "plenum-blank-numbers.h"
#include "plenum-board-picture.h"
#include "plenum-card-sheets.h"
#include "plenum-paper-print.h"
#include "plenum-pdf.h"
#include "plenum-perform.h"
#include "plenum-poster.h"

typedef struct
{
  GWeakRef          from;
  PlenumPaperOrder  order;  /* its texts are owned */
  char             *path;   /* (nullable): of the PDF file; else it is printed */
  PlenumActivity   *activity;
  GPtrArray        *cards;  /* (nullable): of PlenumPrintCard */
  PlenumDrawing    *poster; /* (nullable) */
  GPtrArray        *pages;  /* (nullable) */
} Job;

static void
job_free (Job *self)
{
  g_weak_ref_clear (&self->from);
  g_free ((char *) self->order.workshop);
  g_free ((char *) self->order.board);
  g_free ((char *) self->order.title);
  g_free ((char *) self->order.language);
  g_free (self->path);
  g_clear_object (&self->activity);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->poster, plenum_drawing_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_cards (Job *self, PlenumStore *store, GError **error)
{
  g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, self->order.board, error);

  for (guint a = 0; areas != NULL && a < areas->len; a++)
    {
      g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_AREA,
                                                       plenum_record_get_id (areas->pdata[a]), error);

      if (ideas == NULL)
        return FALSE;
      for (guint i = 0; i < ideas->len; i++)
        if (plenum_record_is_null (ideas->pdata[i], PLENUM_IDEA_FACE))
          g_ptr_array_add (self->cards, plenum_print_card_new_idea (ideas->pdata[i]));
    }

  return areas != NULL;
}

/* On the library's thread. */
static gpointer
read_board (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;

  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);
  if (self->order.kind == PLENUM_PAPER_POSTER)
    {
      self->poster = plenum_board_picture_new (store, self->order.board, error);
      return self->poster != NULL ? self : NULL;
    }
  if (self->order.kind == PLENUM_PAPER_CARDS)
    return read_cards (self, store, error) ? self : NULL;

  for (guint i = 0; i < self->order.count; i++)
    g_ptr_array_add (self->cards, plenum_print_card_new_blank (self->order.first + i));
  return self;
}

/* On a thread of its own. */
static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  g_autoptr (GBytes) pdf = NULL;
  GError *error = NULL;

  self->pages = self->poster != NULL ? plenum_poster_new (self->poster, self->order.across)
                                     : plenum_card_sheets_new (self->cards, self->order.format);
  if (self->path != NULL)
    {
      pdf = plenum_pdf_new (self->pages, 1, self->order.title, self->order.language, &error);
      if (pdf == NULL || !g_file_set_contents (self->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

/* They are on paper now, and never again. */
static void
take_numbers (Job *self, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkApplication *application = root != NULL ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;

  if (self->order.kind == PLENUM_PAPER_BLANK && application != NULL)
    plenum_blank_numbers_take (plenum_application_get_settings (PLENUM_APPLICATION (application)), self->order.workshop,
                               self->order.first, self->order.count);
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *self)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && from != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      plenum_show_error (from, error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && from != NULL)
    take_numbers (self, from);
  job_free (self);
  g_object_unref (operation);
}

static void
print (Job *self, GtkWidget *from)
{
  GtkPrintOperation *operation = plenum_paper_print_new (self->pages, self->order.title);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "done", G_CALLBACK (print_done_cb), self);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (from)), NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  plenum_activity_finish (self->activity);
  if (from != NULL && error != NULL)
    plenum_show_error (from, error);
  else if (from != NULL && self->path == NULL && self->pages->len > 0 && gtk_widget_get_root (from) != NULL)
    {
      print (self, from);
      return;
    }
  else if (from != NULL && self->path != NULL)
    {
      g_autofree char *name = g_path_get_basename (self->path);
      /* Translators: how many sheets of paper, and the name of a file */
      g_autofree char *sentence = g_strdup_printf (ngettext ("%u page saved as %s", "%u pages saved as %s", self->pages->len),
                                                   self->pages->len, name);

      take_numbers (self, from);
      plenum_show_message (from, sentence);
    }
  job_free (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  if (plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error) == NULL)
    {
      g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

      plenum_activity_finish (self->activity);
      if (from != NULL)
        plenum_show_error (from, error);
      job_free (self);
      return;
    }

  task = g_task_new (NULL, NULL, laid_out_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, lay_out);
}

/**
 * plenum_paper_job_start:
 * @from: the widget that asks
 * @order: what is put on paper
 * @path: (nullable): the PDF file it goes to, or %NULL to ask for a printer
 */
void
plenum_paper_job_start (GtkWidget *from, PlenumLibrary *library, const PlenumPaperOrder *order, const char *path)
{
  Job *self = g_new0 (Job, 1);

  g_weak_ref_init (&self->from, from);
  self->order = *order;
  self->order.workshop = g_strdup (order->workshop);
  self->order.board = g_strdup (order->board);
  self->order.title = g_strdup (order->title);
  self->order.language = g_strdup (order->language);
  self->path = g_strdup (path);
  self->activity = plenum_activity_start (from, _("Preparing the pages…"), NULL);
  plenum_library_query_async (library, read_board, self, NULL, NULL, NULL, read_cb, self);
}
