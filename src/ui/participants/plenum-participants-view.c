/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody who takes part: one entry to filter above, the table, and one entry
 * below that adds people. Where there is no room for a table, a list. */
#include "plenum-participants-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-check-in.h"
#include "plenum-dialogs.h"
#include "plenum-format.h"
#include "plenum-keys.h"
#include "plenum-list-watch.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-form.h"
#include "plenum-participant-import.h"
#include "plenum-participant-list.h"
#include "plenum-participant-table.h"
#include "plenum-people-filter.h"
#include "plenum-perform.h"
#include "plenum-person-entry.h"
#include "plenum-sector-summary.h"

/* Narrower than this, a table shows too little of anybody. */
#define NARROWEST_TABLE 640

struct _PlenumParticipantsView
{
  GtkWidget               parent_instance;

  PlenumWorkshopModel    *model;
  PlenumListWatch        *watch;
  GtkFilter              *filter;
  GListModel             *filtered;
  char                   *sort_by;
  gboolean                show_email;
  gboolean                search_mode;

  PlenumParticipantTable *table;
  GtkWidget              *list;
  GtkWidget              *summary;
  GtkWidget              *new_entry;

  GtkWidget              *filter_entry;
  GtkWidget              *check_in_button;
  GtkWidget              *summary_box;
  GtkWidget              *count_label;
  GtkWidget              *stack;
  GtkWidget              *squeezer;
  GtkWidget              *bottom;
};

enum { PROP_0, PROP_SORT_BY, PROP_SHOW_EMAIL, PROP_SEARCH_MODE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumParticipantsView, plenum_participants_view, GTK_TYPE_WIDGET)

static GListModel *
get_people (PlenumParticipantsView *self)
{
  return G_LIST_MODEL (plenum_workshop_model_get_list (self->model, PLENUM_PARTICIPANT));
}

static void
perform (PlenumParticipantsView *self, PlenumAction *action)
{
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  action, NULL, NULL, NULL);
}

static void
show_page (PlenumParticipantsView *self)
{
  guint all = g_list_model_get_n_items (get_people (self));
  guint shown = g_list_model_get_n_items (self->filtered);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    all == 0 ? "empty" : shown == 0 ? "nobody" : "people");
  gtk_widget_set_visible (self->summary_box, all > 0);
  gtk_widget_set_sensitive (self->filter_entry, all > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participants.check-in",
                                 all > 0 && !plenum_workshop_model_is_read_only (self->model));
}

static void
update (PlenumParticipantsView *self)
{
  GListModel *people = get_people (self);
  guint n = g_list_model_get_n_items (people);
  guint here = 0;
  guint consents = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (people, i);

      here += plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT) != 0;
      consents += !plenum_record_is_null (person, PLENUM_PARTICIPANT_CONSENT);
    }

  /* Translators: how many people take part, how many of them are in the room,
   * and how many have agreed that their details are kept. */
  count = g_strdup_printf (ngettext ("%u person, %u present, %u with consent", "%u people, %u present, %u with consent", n),
                           n, here, consents);
  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  plenum_sector_summary_update (PLENUM_SECTOR_SUMMARY (self->summary), people);
  show_page (self);
}

static void
filter_changed_cb (PlenumParticipantsView *self)
{
  plenum_people_filter_set_query (PLENUM_PEOPLE_FILTER (self->filter),
                                  gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
}

/* The filter is always there: to search is to go to it. */
static void
set_search_mode (PlenumParticipantsView *self, gboolean search)
{
  if (search == self->search_mode)
    return;

  self->search_mode = search;
  if (search)
    gtk_widget_grab_focus (self->filter_entry);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
filter_stopped_cb (PlenumParticipantsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  set_search_mode (self, FALSE);
}

/* Whoever was added must be seen, so nobody is filtered away. */
static void
added_cb (GtkWidget *entry, const char *id, PlenumParticipantsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  plenum_participant_table_reveal (self->table, id);
}

static void
rows_pasted_cb (GtkWidget *entry, const char *text, PlenumParticipantsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  plenum_participant_table_paste (self->table, text);
}

/* The rows that an action is about: those selected, whether or not they have the focus. */
static char **
get_selected_ids (PlenumParticipantsView *self)
{
  g_autoptr (GPtrArray) selected = plenum_participant_table_get_selected (self->table);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (ids, g_strdup (plenum_record_get_id (g_ptr_array_index (selected, i))));
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (ids, FALSE);
}

static gboolean
need_selection (PlenumParticipantsView *self, char **ids)
{
  if (ids[0] != NULL)
    return TRUE;

  plenum_show_message (GTK_WIDGET (self), _("Choose one or more people first."));

  return FALSE;
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_auto (GStrv) ids = get_selected_ids (self);

  if (need_selection (self, ids))
    plenum_participant_table_delete (self->table);
}

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_auto (GStrv) ids = get_selected_ids (self);

  if (need_selection (self, ids))
    perform (self, plenum_action_set_present ((const char *const *) ids,
                                              g_variant_get_boolean (parameter)));
}

static void
consent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_auto (GStrv) ids = get_selected_ids (self);

  if (need_selection (self, ids))
    perform (self, plenum_action_set_consent ((const char *const *) ids,
                                              g_variant_get_boolean (parameter)));
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_autoptr (GPtrArray) selected = plenum_participant_table_get_selected (self->table);

  if (selected->len == 0)
    plenum_show_message (widget, _("Choose one or more people first."));
  else
    plenum_participant_form_show (self->model, g_ptr_array_index (selected, 0), widget);
}

static void
opened_cb (GtkWidget *list, PlenumRecord *person, PlenumParticipantsView *self)
{
  plenum_participant_form_show (self->model, person, GTK_WIDGET (self));
}

static void
check_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_check_in_show (PLENUM_PARTICIPANTS_VIEW (widget)->model, widget);
}

static void
files_chosen_cb (GListModel *files, gpointer data)
{
  PlenumParticipantsView *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    plenum_participant_import_read (self->model, file, GTK_WIDGET (self));
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = plenum_dialogs_filter (_("Tables (CSV)"), "*.csv *.tsv *.txt");

  g_list_store_append (filters, tables);
  plenum_dialogs_open_files (widget, _("Import people"), _("_Open"), FALSE, G_LIST_MODEL (filters),
                             files_chosen_cb, widget);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = plenum_participant_table_copy (PLENUM_PARTICIPANTS_VIEW (widget)->table);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlenumParticipantsView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    plenum_participant_table_paste (self->table, text);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
leave_cb (GtkWidget *table, gboolean forward, PlenumParticipantsView *self)
{
  gtk_widget_grab_focus (forward ? self->new_entry : self->check_in_button);
}

static void
set_sort_by (PlenumParticipantsView *self, const char *id)
{
  PlenumColumnId column = 0;

  g_free (self->sort_by);
  self->sort_by = g_strdup (id);
  while (column < PLENUM_N_COLUMNS && g_strcmp0 (plenum_participant_column_get_id (column), id) != 0)
    column++;
  plenum_participant_table_sort (self->table, column);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_BY]);
}

static void
plenum_participants_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT_BY:
      g_value_set_string (value, self->sort_by);
      break;

    case PROP_SHOW_EMAIL:
      g_value_set_boolean (value, self->show_email);
      break;

    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, self->search_mode);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_participants_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SORT_BY:
      set_sort_by (self, g_value_get_string (value));
      break;

    case PROP_SHOW_EMAIL:
      self->show_email = g_value_get_boolean (value);
      plenum_participant_table_show_email (self->table, self->show_email);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SEARCH_MODE:
      set_search_mode (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
plenum_participants_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_PARTICIPANTS_VIEW (widget)->new_entry);
}

static void
plenum_participants_view_dispose (GObject *object)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->watch);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_participants_view_parent_class)->dispose (object);
}

static void
plenum_participants_view_finalize (GObject *object)
{
  g_free (PLENUM_PARTICIPANTS_VIEW (object)->sort_by);
  G_OBJECT_CLASS (plenum_participants_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "participants.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "participants.present", "b", present_cb);
  gtk_widget_class_install_action (widget_class, "participants.consent", "b", consent_cb);
  gtk_widget_class_install_action (widget_class, "participants.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "participants.check-in", NULL, check_in_cb);
  gtk_widget_class_install_action (widget_class, "participants.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "participants.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "participants.paste", NULL, paste_cb);
  gtk_widget_class_install_property_action (widget_class, "participants.sort", "sort-by");
  gtk_widget_class_install_property_action (widget_class, "participants.show-email", "show-email");
  plenum_keys_bind (widget_class, "participants.");
}

static void
plenum_participants_view_class_init (PlenumParticipantsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_participants_view_dispose;
  object_class->finalize = plenum_participants_view_finalize;
  object_class->get_property = plenum_participants_view_get_property;
  object_class->set_property = plenum_participants_view_set_property;
  widget_class->grab_focus = plenum_participants_view_grab_focus;

  properties[PROP_SORT_BY] = g_param_spec_string ("sort-by", NULL, NULL, "entry",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_EMAIL] = g_param_spec_boolean ("show-email", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plenum/Plenum/participants/plenum-participants-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, check_in_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, summary_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, squeezer);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, bottom);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
}

static void
plenum_participants_view_init (PlenumParticipantsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sort_by = g_strdup ("entry");
  self->filter = plenum_people_filter_new ();
  self->summary = plenum_sector_summary_new ();
  gtk_box_append (GTK_BOX (self->summary_box), self->summary);
}

/* In a copy that stays as it is people are looked at, sorted and copied. */
static void
lock (PlenumParticipantsView *self)
{
  static const char *const changing[] = {
    "participants.delete", "participants.present", "participants.consent", "participants.details",
    "participants.import", "participants.paste",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], FALSE);
  gtk_widget_set_visible (self->bottom, FALSE);
}

/**
 * plenum_participants_view_new:
 * @model: the workshop
 *
 * Returns: (transfer floating): everybody who takes part in it
 */
GtkWidget *
plenum_participants_view_new (PlenumWorkshopModel *model)
{
  PlenumParticipantsView *self = g_object_new (PLENUM_TYPE_PARTICIPANTS_VIEW, NULL);
  GListModel *people;

  self->model = g_object_ref (model);
  people = get_people (self);
  self->filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (people),
                                                            g_object_ref (self->filter)));
  self->table = PLENUM_PARTICIPANT_TABLE (plenum_participant_table_new (model, self->filtered));
  gtk_widget_set_size_request (GTK_WIDGET (self->table), NARROWEST_TABLE, -1);
  g_signal_connect_object (self->table, "leave", G_CALLBACK (leave_cb), self, 0);
  self->list = plenum_participant_list_new (model, plenum_participant_table_get_rows (self->table), FALSE);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, 0);
  self->new_entry = plenum_person_entry_new (model);
  g_signal_connect_object (self->new_entry, "added", G_CALLBACK (added_cb), self, 0);
  g_signal_connect_object (self->new_entry, "pasted", G_CALLBACK (rows_pasted_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self->bottom), self->new_entry);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), GTK_WIDGET (self->table));
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->list);

  self->watch = plenum_list_watch_new (people);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  if (plenum_workshop_model_is_read_only (model))
    lock (self);
  update (self);

  return GTK_WIDGET (self);
}
