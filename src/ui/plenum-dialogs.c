/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that asks in a window of its own. GTK 4.10 and libadwaita 1.5 have
 * other types for this: the change will be in this file alone. */
#include "plenum-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GWeakRef           from;
  PlenumFilesFunc    chosen;
  PlenumConfirmFunc  confirmed;
  gpointer           data;
} Question;

static Question *
question_new (GtkWidget *from, gpointer data)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->from, from);
  question->data = data;

  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->from);
  g_free (question);
}

static gboolean
still_wanted (Question *question)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&question->from);

  return from != NULL;
}

static GtkWindow *
get_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
files_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Question *question = user_data;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && still_wanted (question))
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      question->chosen (files, question->data);
    }
  question_free (question);
  g_object_unref (dialog);
}

static void
ask_for_files (GtkWidget            *from,
               GtkFileChooserNative *dialog,
               GListModel           *filters,
               PlenumFilesFunc       chosen,
               gpointer              data)
{
  Question *question = question_new (from, data);

  question->chosen = chosen;
  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (files_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * plenum_dialogs_open_files:
 * @from: the widget that asks
 * @title: what the files are for
 * @accept: (nullable): the button that takes them, or %NULL for *Open*
 * @multiple: whether several can be chosen
 * @filters: (nullable) (transfer none): kinds of files, as #GtkFileFilter, the
 *   first one preset
 * @chosen: called with the #GFiles, unless the person thinks better of it
 * @data: for @chosen
 */
void
plenum_dialogs_open_files (GtkWidget       *from,
                           const char      *title,
                           const char      *accept,
                           gboolean         multiple,
                           GListModel      *filters,
                           PlenumFilesFunc  chosen,
                           gpointer         data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, get_window (from), GTK_FILE_CHOOSER_ACTION_OPEN,
                                 accept != NULL ? accept : _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), multiple);
  ask_for_files (from, dialog, filters, chosen, data);
}

/**
 * plenum_dialogs_save_file:
 * @from: the widget that asks
 * @title: what is saved
 * @name: the file name that is proposed
 * @filters: (nullable) (transfer none): as for plenum_dialogs_open_files()
 * @chosen: called with one #GFile, unless the person thinks better of it
 * @data: for @chosen
 */
void
plenum_dialogs_save_file (GtkWidget       *from,
                          const char      *title,
                          const char      *name,
                          GListModel      *filters,
                          PlenumFilesFunc  chosen,
                          gpointer         data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, get_window (from), GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask_for_files (from, dialog, filters, chosen, data);
}

static void
confirm_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "confirm") && still_wanted (question))
    question->confirmed (question->data);
}

static void
question_closure_free (gpointer data, GClosure *closure)
{
  question_free (data);
}

/**
 * plenum_dialogs_confirm:
 * @from: the widget that asks
 * @heading: the question
 * @body: what would happen
 * @confirm: the button that does it, a verb
 * @destructive: whether it cannot be undone
 * @confirmed: called when it is confirmed
 * @data: for @confirmed
 *
 * For what undo cannot bring back only; for everything else, do it and offer to
 * undo it.
 */
void
plenum_dialogs_confirm (GtkWidget         *from,
                        const char        *heading,
                        const char        *body,
                        const char        *confirm,
                        gboolean           destructive,
                        PlenumConfirmFunc  confirmed,
                        gpointer           data)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (from), heading, body);
  Question *question = question_new (from, data);

  question->confirmed = confirmed;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"), "confirm", confirm, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), destructive ? "cancel" : "confirm");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_cb), question, question_closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * plenum_dialogs_tell:
 * @from: the widget it is about
 * @heading: what happened
 * @body: what it means and what can be done, as plain text
 *
 * For what is too long for a toast and cannot be shown in its place.
 */
void
plenum_dialogs_tell (GtkWidget *from, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (get_window (from), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * plenum_dialogs_filter:
 * @name: what such files are called
 * @patterns: globs, separated by spaces, for example "*.csv *.tsv"
 *
 * Returns: (transfer full): a filter for the two functions above
 */
GtkFileFilter *
plenum_dialogs_filter (const char *name, const char *patterns)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) globs = g_strsplit (patterns, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; globs[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, globs[i]);

  return filter;
}
