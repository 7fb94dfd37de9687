/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People out of a CSV file: who is new, who changes, and what cannot be taken
 * over is seen before anything is. */
#include "plenum-participant-import.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-list-stop.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-file.h"
#include "plenum-participant-row.h"
#include "plenum-perform.h"

/* More problems than this are a wrong file. */
#define MOST_PROBLEMS 100

struct _PlenumParticipantImport
{
  AdwWindow              parent_instance;

  PlenumWorkshopModel   *model;
  PlenumParticipantFile *file;
  GtkWidget             *from;

  GtkWidget             *import_button;
  GtkWidget             *summary_label;
  GtkWidget             *unknown_label;
  GtkWidget             *problems;
  GtkWidget             *problems_label;
  GtkWidget             *list;
};

/* What the thread that reads needs to know. */
typedef struct
{
  char      *path;
  char      *workshop;
  GPtrArray *present; /* copies */
} Request;

/* What waits for the thread that reads. */
typedef struct
{
  PlenumWorkshopModel *model;
  GtkWidget           *from;
} Waiting;

G_DEFINE_FINAL_TYPE (PlenumParticipantImport, plenum_participant_import, ADW_TYPE_WINDOW)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->workshop);
  g_ptr_array_unref (request->present);
  g_free (request);
}

static void
import_cb (PlenumParticipantImport *self)
{
  GPtrArray *added = plenum_participant_file_get_added (self->file);
  GPtrArray *changed = plenum_participant_file_get_changed (self->file);
  guint n = added->len + changed->len;
  g_autofree char *toast = g_strdup_printf (ngettext ("Imported %u person", "Imported %u people", n), n);

  plenum_perform (self->from, plenum_workshop_model_get_library (self->model),
                  plenum_action_put_participants (changed, added), toast, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, plenum_participant_row_new (PLENUM_PARTICIPANT_ROW_PLAIN));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  plenum_participant_row_set_record (PLENUM_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                     gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  plenum_participant_row_set_record (PLENUM_PARTICIPANT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
plenum_participant_import_dispose (GObject *object)
{
  PlenumParticipantImport *self = PLENUM_PARTICIPANT_IMPORT (object);

  g_clear_pointer (&self->file, plenum_participant_file_free);
  g_clear_object (&self->model);
  g_clear_object (&self->from);

  G_OBJECT_CLASS (plenum_participant_import_parent_class)->dispose (object);
}

static void
plenum_participant_import_class_init (PlenumParticipantImportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  G_OBJECT_CLASS (klass)->dispose = plenum_participant_import_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plenum/Plenum/participants/plenum-participant-import.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, problems);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, problems_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantImport, list);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_participant_import_init (PlenumParticipantImport *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
}

static char *
join (GPtrArray *texts, const char *separator, guint most)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len && i < most; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (texts, i));
  if (texts->len > most)
    g_string_append_printf (joined, "%s…", separator);

  return g_string_free (joined, FALSE);
}

static char *
describe_people (guint added, guint changed)
{
  g_autofree char *news = g_strdup_printf (ngettext ("%u person is new", "%u people are new", added), added);
  g_autofree char *known = NULL;

  if (changed == 0)
    return g_steal_pointer (&news);

  known = g_strdup_printf (ngettext ("%u changes", "%u change", changed), changed);

  /* Translators: "12 people are new" and "3 change". */
  return g_strdup_printf (_("%s, %s"), news, known);
}

static void
show_file (PlenumParticipantImport *self)
{
  GPtrArray *added = plenum_participant_file_get_added (self->file);
  GPtrArray *changed = plenum_participant_file_get_changed (self->file);
  GPtrArray *problems = plenum_participant_file_get_problems (self->file);
  GPtrArray *unknown = plenum_participant_file_get_unknown (self->file);
  g_autofree char *summary = describe_people (added->len, changed->len);
  g_autofree char *columns = join (unknown, ", ", G_MAXUINT);
  /* Translators: %s is a list of the titles of columns. */
  g_autofree char *left_out = g_strdup_printf (_("Columns that are left out: %s"), columns);
  g_autofree char *reasons = join (problems, "\n", MOST_PROBLEMS);
  g_autofree char *skipped = g_strdup_printf (ngettext ("%u row is left out", "%u rows are left out", problems->len),
                                              problems->len);
  GListStore *people = g_list_store_new (PLENUM_TYPE_RECORD);

  g_list_store_splice (people, 0, 0, added->pdata, added->len);
  g_list_store_splice (people, added->len, 0, changed->pdata, changed->len);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (people))));
  gtk_label_set_label (GTK_LABEL (self->summary_label), summary);
  gtk_label_set_label (GTK_LABEL (self->unknown_label), left_out);
  gtk_widget_set_visible (self->unknown_label, unknown->len > 0);
  gtk_expander_set_label (GTK_EXPANDER (self->problems), skipped);
  plenum_accessible_name (self->problems, skipped);
  gtk_label_set_label (GTK_LABEL (self->problems_label), reasons);
  gtk_widget_set_visible (self->problems, problems->len > 0);
  gtk_widget_set_sensitive (self->import_button, added->len + changed->len > 0);
}

static void
read_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  PlenumParticipantFile *file = plenum_participant_file_read (request->path, request->workshop,
                                                              request->present, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) plenum_participant_file_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (PlenumWorkshopModel) model = waiting->model;
  g_autoptr (GtkWidget) from = waiting->from;
  g_autoptr (GError) error = NULL;
  PlenumParticipantFile *file = g_task_propagate_pointer (G_TASK (result), &error);
  GtkRoot *root = gtk_widget_get_root (from);
  PlenumParticipantImport *self;

  if (file == NULL || root == NULL)
    {
      if (error != NULL)
        plenum_show_error (from, error);
      g_clear_pointer (&file, plenum_participant_file_free);
      return;
    }

  self = g_object_new (PLENUM_TYPE_PARTICIPANT_IMPORT, NULL);
  self->model = g_object_ref (model);
  self->from = g_object_ref (from);
  self->file = file;
  show_file (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
}

/* Records belong to one thread at a time, so the one that reads gets its own. */
static GPtrArray *
copy_people (PlenumWorkshopModel *model)
{
  GListModel *people = G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_PARTICIPANT));
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (people, i);

      g_ptr_array_add (copies, plenum_record_copy (person, plenum_record_get_id (person)));
    }

  return copies;
}

/**
 * plenum_participant_import_read:
 * @model: the workshop
 * @file: a table of people
 * @from: the widget that asks
 *
 * Reads @file and shows what would be imported, or why it cannot be read.
 */
void
plenum_participant_import_read (PlenumWorkshopModel *model, GFile *file, GtkWidget *from)
{
  Request *request = g_new0 (Request, 1);
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autoptr (GTask) task = NULL;

  request->path = g_file_get_path (file);
  request->workshop = g_strdup (plenum_workshop_model_get_id (model));
  request->present = copy_people (model);
  waiting->model = g_object_ref (model);
  waiting->from = g_object_ref (from);
  task = g_task_new (NULL, NULL, read_cb, waiting);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_func);
}
