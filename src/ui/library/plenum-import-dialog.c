/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in the files that are about to be imported, before anything changes. */
#include "plenum-import-dialog.h"

#include <glib/gi18n.h>

#include "plenum-dialogs.h"
#include "plenum-format.h"
#include "plenum-import-job.h"
#include "plenum-import.h"
#include "plenum-perform.h"

struct _PlenumImportDialog
{
  AdwWindow           parent_instance;

  AdwPreferencesPage *page;

  PlenumLibrary      *library;
  PlenumImport       *import;
  GtkWidget          *from; /* weak: what asked */
};

G_DEFINE_FINAL_TYPE (PlenumImportDialog, plenum_import_dialog, ADW_TYPE_WINDOW)

static const char *
name_type (const char *type)
{
  static const struct { const char *type, *title; } names[] = {
    { "workshop", N_("Workshops") }, { "board", N_("Boards") }, { "area", N_("Areas") },
    { "participant", N_("Participants") }, { "idea", N_("Ideas") }, { "tag", N_("Tags") },
    { "comment", N_("Comments") }, { "theme", N_("Themes") }, { "membership", N_("Ideas in themes") },
    { "link", N_("Links between ideas") },
    { "poll", N_("Votes") }, { "option", N_("Options") }, { "ballot", N_("Ballots") },
    { "tombstone", N_("Deleted things") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].type, type))
      return _(names[i].title);

  return type;
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static GtkWidget *
add_group (PlenumImportDialog *self, const char *title, const char *text)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return group;
}

static void
meaning_cb (GtkDropDown *drop_down, GParamSpec *pspec, PlenumTableMapping *mapping)
{
  plenum_table_mapping_set (mapping, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "column")),
                            gtk_drop_down_get_selected (drop_down));
}

/* The first row's value, so that one sees what a column is about. */
static char *
get_example (PlenumImportPreview *preview, guint column)
{
  for (guint i = 0; preview->rows != NULL && i < preview->rows->len; i++)
    {
      GStrv row = preview->rows->pdata[i];

      if (column < g_strv_length (row) && *row[column] != '\0')
        return g_utf8_substring (row[column], 0, MIN (g_utf8_strlen (row[column], -1), 120));
    }

  return NULL;
}

static void
add_columns (PlenumImportDialog *self, PlenumImportPreview *preview)
{
  GtkWidget *group = add_group (self, _("Columns"), _("Say what each column means. What means nothing stays in the file."));
  const char *meanings[PLENUM_N_COLUMNS + 1] = { NULL };

  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    meanings[i] = plenum_column_get_title (i);

  for (guint i = 0; i < plenum_table_mapping_get_n_columns (preview->mapping); i++)
    {
      g_autofree char *example = get_example (preview, i);
      GtkWidget *row = add_row (group, plenum_table_mapping_get_name (preview->mapping, i), example, NULL);
      GtkWidget *drop_down = gtk_drop_down_new_from_strings (meanings);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
      gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), plenum_table_mapping_get (preview->mapping, i));
      g_object_set_data (G_OBJECT (drop_down), "column", GUINT_TO_POINTER (i));
      g_signal_connect (drop_down, "notify::selected", G_CALLBACK (meaning_cb), preview->mapping);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
    }
}

/* @phrase: (transfer full) */
static void
append_phrase (GString *text, char *phrase, guint number)
{
  if (number > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", phrase);
  g_free (phrase);
}

/* How many are new, and what becomes of the others; NULL where that is not known. */
static char *
describe_type (PlenumImportResult *expected, const char *type)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  if (expected == NULL)
    return NULL;

  n = plenum_import_result_get (expected, type, PLENUM_IMPORT_ADDED);
  /* Translators: stands below the name of what is counted, such as "Ideas". */
  append_phrase (text, g_strdup_printf (ngettext ("%u new", "%u new", n), n), n);
  n = plenum_import_result_get (expected, type, PLENUM_IMPORT_CHANGED);
  /* Translators: stands below the name of what is counted, such as "Ideas". */
  append_phrase (text, g_strdup_printf (ngettext ("%u changed", "%u changed", n), n), n);
  n = plenum_import_result_get (expected, type, PLENUM_IMPORT_UNCHANGED);
  /* Translators: stands below the name of what is counted, such as "Ideas". */
  append_phrase (text, g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n), n);

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* What is to be known of the whole before it is taken in. */
static void
add_expected (GtkWidget *group, PlenumImportResult *expected)
{
  g_autofree char *conflicts = NULL;

  if (expected == NULL)
    return;

  if (plenum_import_result_get (expected, NULL, PLENUM_IMPORT_ADDED) == 0
      && plenum_import_result_get (expected, NULL, PLENUM_IMPORT_CHANGED) == 0 && expected->conflicts == 0)
    add_row (group, _("Nothing is new: all of this is in the library already."), NULL, NULL);
  if (expected->conflicts == 0)
    return;

  conflicts = g_strdup_printf (ngettext ("%u text differs from what is here; both are kept",
                                         "%u texts differ from what is here; both are kept", expected->conflicts),
                               expected->conflicts);
  add_row (group, conflicts, _("The later one counts. Afterwards the workshop shows both to choose from."), NULL);
}

static void
add_preview (PlenumImportDialog *self, PlenumImportPreview *preview, PlenumImportResult *expected)
{
  g_autofree char *files = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *group;

  for (guint i = 0; preview->files[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (preview->files[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  files = g_markup_escape_text (names->str, -1);
  group = add_group (self, preview->title != NULL ? preview->title : names->str, files);

  add_expected (group, expected);
  for (guint i = 0; i < preview->counts->len; i++)
    {
      PlenumBundleCount *count = &g_array_index (preview->counts, PlenumBundleCount, i);
      g_autofree char *number = plenum_format_number (count->count);
      g_autofree char *outcome = describe_type (expected, count->type);

      add_row (group, name_type (count->type), outcome, number);
    }
  for (guint i = 0; i < preview->notes->len; i++)
    add_row (group, preview->notes->pdata[i], NULL, NULL);

  if (preview->mapping != NULL)
    {
      add_columns (self, preview);
    }
  else if (preview->lost->len > 0)
    {
      group = add_group (self, _("What stays in the file"), _("Plenum has no place for these yet."));
      for (guint i = 0; i < preview->lost->len; i++)
        {
          PlenumImportLoss *loss = preview->lost->pdata[i];

          add_row (group, loss->column, loss->why, NULL);
        }
    }
}

static void
import_cb (PlenumImportDialog *self)
{
  if (self->from != NULL)
    plenum_import_job_start (self->from, self->library, self->import);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plenum_import_dialog_dispose (GObject *object)
{
  PlenumImportDialog *self = PLENUM_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_import_dialog_parent_class)->dispose (object);
}

static void
plenum_import_dialog_finalize (GObject *object)
{
  /* Last: the drop-downs point into it. */
  g_clear_object (&PLENUM_IMPORT_DIALOG (object)->import);

  G_OBJECT_CLASS (plenum_import_dialog_parent_class)->finalize (object);
}

static void
plenum_import_dialog_class_init (PlenumImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_import_dialog_dispose;
  object_class->finalize = plenum_import_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumImportDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_import_dialog_init (PlenumImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
opened_cb (PlenumImport *import, GtkWidget *from, PlenumLibrary *library)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  PlenumImportDialog *self = g_object_new (PLENUM_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->from, from);
  self->library = g_object_ref (library);
  self->import = g_object_ref (import);
  for (guint i = 0; i < plenum_import_get_n_previews (import); i++)
    add_preview (self, plenum_import_get_preview (import, i), plenum_import_get_expected (import, i));
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (600, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (640, gtk_widget_get_height (GTK_WIDGET (parent))));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * plenum_import_dialog_files:
 * @from: the widget that asks
 * @files: of #GFile
 *
 * Reads the files through and shows what is in them; the import begins when that
 * is confirmed.
 */
void
plenum_import_dialog_files (GtkWidget *from, PlenumLibrary *library, GListModel *files)
{
  plenum_import_job_open (from, library, files, opened_cb);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlenumLibrary *library)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  plenum_import_dialog_files (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), library, G_LIST_MODEL (files));

  return TRUE;
}

/**
 * plenum_import_dialog_take_drops:
 * @widget: where files may be dropped, unless something in it takes them itself
 *
 * Shows what is in files that are dropped on @widget, as plenum_import_dialog_files() does.
 */
void
plenum_import_dialog_take_drops (GtkWidget *widget, PlenumLibrary *library)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), library, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
files_cb (GListModel *files, gpointer data)
{
  GtkWidget *from = data;

  plenum_import_dialog_files (from, g_object_get_data (G_OBJECT (from), "plenum-import-library"), files);
}

/**
 * plenum_import_dialog_ask:
 * @from: the widget that asks
 *
 * Asks for files and shows what is in them.
 */
void
plenum_import_dialog_ask (GtkWidget *from, PlenumLibrary *library)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known =
    plenum_dialogs_filter (_("Bundles and tables"), "*.json *.json.gz *.csv *.tsv *.txt *.pb *.blt *.soc *.soi *.toc *.toi *.cat");
  g_autoptr (GtkFileFilter) all = plenum_dialogs_filter (_("All files"), "*");

  g_list_store_append (filters, known);
  g_list_store_append (filters, all);
  g_object_set_data_full (G_OBJECT (from), "plenum-import-library", g_object_ref (library), g_object_unref);
  plenum_dialogs_open_files (from, _("Import"), _("_Open"), TRUE, G_LIST_MODEL (filters), files_cb, from);
}
