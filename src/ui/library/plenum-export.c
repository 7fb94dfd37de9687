/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop into a file: how much of its people goes along, then where to. */
#include "plenum-export.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-activity.h"
#include "plenum-bundle.h"
#include "plenum-accessible.h"
#include "plenum-dialogs.h"
#include "plenum-perform.h"

/* One export, from the question to the end. */
typedef struct
{
  GWeakRef             from;
  PlenumLibrary       *library;
  char                *id;
  char                *title;
  PlenumExportOptions  options;
  char                *path;
  PlenumActivity      *activity;
  GCancellable        *cancellable;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->from);
  g_clear_object (&self->library);
  g_clear_object (&self->activity);
  g_clear_object (&self->cancellable);
  g_free (self->id);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}

/* On the library's thread. */
static gpointer
write_bundle (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  const char *workshops[] = { self->id, NULL };

  return plenum_bundle_export (store, workshops, self->path, &self->options, cancellable, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumExportResult) written = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  plenum_activity_finish (self->activity);
  if (from != NULL && written != NULL)
    {
      g_autofree char *name = g_path_get_basename (self->path);
      g_autofree char *sentence = g_strdup_printf (_("“%s” exported to %s"), self->title, name);

      plenum_show_message (from, sentence);
    }
  else if (from != NULL)
    {
      plenum_show_error (from, error);
    }
  export_free (self);
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  Export *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autofree char *title = g_strdup_printf (_("Exporting “%s”…"), self->title);

  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      plenum_show_message (from, _("The file must be in a folder of this computer."));
      export_free (self);
      return;
    }

  self->options.untouched = plenum_library_is_read_only (self->library);
  self->cancellable = g_cancellable_new ();
  self->activity = plenum_activity_start (from, title, self->cancellable);
  self->options.progress = plenum_activity_report;
  self->options.progress_data = self->activity;
  plenum_activity_report (0, self->activity);
  plenum_library_query_async (self->library, write_bundle, self, NULL,
                              (GDestroyNotify) plenum_export_result_free, self->cancellable, written_cb, self);
}

static char *
propose_name (const char *title)
{
  g_autofree char *name = g_strdup (title);

  return g_strconcat (g_strstrip (g_strdelimit (name, "/\\:*?\"<>|\n\t", '-')), ".plenum.json.gz", NULL);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autofree char *name = propose_name (self->title);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) bundles =
    plenum_dialogs_filter (_("Plenum bundles"), "*.plenum.json *.plenum.json.gz");

  if (from == NULL || !g_str_equal (response, "export"))
    {
      export_free (self);
      return;
    }

  self->options.privacy = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "privacy"));
  g_list_store_append (filters, bundles);
  plenum_dialogs_save_file (from, _("Export Workshop"), name, G_LIST_MODEL (filters), chosen_cb, self);
}

static void
toggled_cb (GtkCheckButton *button, GtkWidget *dialog)
{
  if (gtk_check_button_get_active (button))
    g_object_set_data (G_OBJECT (dialog), "privacy", g_object_get_data (G_OBJECT (button), "privacy"));
}

static GtkCheckButton *
add_choice (GtkWidget      *list,
            GtkWidget      *dialog,
            GtkCheckButton *group,
            PlenumPrivacy   privacy,
            const char     *title,
            const char     *text)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (button), "privacy", GUINT_TO_POINTER (privacy));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), dialog);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (privacy == PLENUM_PRIVACY_PSEUDONYMOUS)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);

  return GTK_CHECK_BUTTON (button);
}

/**
 * plenum_export_show:
 * @from: the widget that asks
 * @workshop: what is to be exported
 *
 * Asks how much of the people goes along and where to, and writes the file.
 */
void
plenum_export_show (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _("Export Workshop"),
                                              _("The file holds the boards, cards, votes and results. What should it say about people?"));
  GtkWidget *list = gtk_list_box_new ();
  GtkCheckButton *group;
  Export *self = g_new0 (Export, 1);

  g_weak_ref_init (&self->from, from);
  self->library = g_object_ref (library);
  self->id = g_strdup (plenum_record_get_id (workshop));
  self->title = g_strdup (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plenum_accessible_name (list, _("What the file says about people"));
  group = add_choice (list, dialog, NULL, PLENUM_PRIVACY_PSEUDONYMOUS, _("Pseudonyms"),
                      _("Sectors and competences, but no names and no addresses."));
  add_choice (list, dialog, group, PLENUM_PRIVACY_ANONYMOUS, _("Nothing"),
              _("Nobody can tell who wrote or chose what, or who was there."));
  add_choice (list, dialog, group, PLENUM_PRIVACY_FULL, _("Everything"),
              _("Names and addresses too, to move the workshop to another computer."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "export", _("_Export…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "export");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "export", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
