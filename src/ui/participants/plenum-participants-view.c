/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody who takes part: one entry to filter above, the table, and one entry
 * below that adds people. Where there is no room for a table, a list. */
#include "plenum-participants-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "plenum-check-in.h"
#include "plenum-format.h"
#include "plenum-keys.h"
#include "plenum-list-watch.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-form.h"
#include "plenum-participant-list.h"
#include "plenum-participant-paste.h"
#include "plenum-participant-table.h"
#include "plenum-people-filter.h"
#include "plenum-perform.h"
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

  PlenumParticipantTable *table;
  GtkWidget              *list;
  GtkWidget              *summary;

  GtkWidget              *filter_entry;
  GtkWidget              *check_in_button;
  GtkWidget              *summary_box;
  GtkWidget              *count_label;
  GtkWidget              *stack;
  GtkWidget              *squeezer;
  GtkWidget              *new_entry;
};

enum { PROP_0, PROP_SORT_BY, PROP_SHOW_EMAIL, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumParticipantsView, plenum_participants_view, GTK_TYPE_WIDGET)

static GListModel *
get_people (PlenumParticipantsView *self)
{
  return G_LIST_MODEL (plenum_workshop_model_get_list (self->model, PLENUM_PARTICIPANT));
}

static void
perform (PlenumParticipantsView *self, PlenumAction *action, const char *toast)
{
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  action, toast, NULL, NULL);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "participants.check-in", all > 0);
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
  count = g_strdup_printf (ngettext ("%u person, %u present, %u consent", "%u people, %u present, %u consents", n),
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

static void
filter_stopped_cb (PlenumParticipantsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
}

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumParticipantsView *self = data;

  if (error == NULL)
    plenum_participant_table_reveal (self->table, plenum_action_get_result (action));
}

static void
add_cb (PlenumParticipantsView *self)
{
  g_autoptr (PlenumRecord) person =
    plenum_participant_new_from_line (plenum_workshop_model_get_id (self->model),
                                      gtk_editable_get_text (GTK_EDITABLE (self->new_entry)));

  if (person == NULL)
    return;

  /* Whoever was added must be seen, so nobody is filtered away. */
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->new_entry), "");
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_add_participant (person), NULL, added_cb, self);
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
  guint n = g_strv_length (ids);
  g_autofree char *toast = NULL;

  if (!need_selection (self, ids))
    return;

  toast = g_strdup_printf (ngettext ("Deleted %u person", "Deleted %u people", n), n);
  perform (self, plenum_action_delete_participants ((const char *const *) ids), toast);
}

static void
present_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_auto (GStrv) ids = get_selected_ids (self);

  if (need_selection (self, ids))
    perform (self, plenum_action_set_present ((const char *const *) ids,
                                              g_variant_get_boolean (parameter)), NULL);
}

static void
consent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumParticipantsView *self = PLENUM_PARTICIPANTS_VIEW (widget);
  g_auto (GStrv) ids = get_selected_ids (self);

  if (need_selection (self, ids))
    perform (self, plenum_action_set_consent ((const char *const *) ids,
                                              g_variant_get_boolean (parameter)), NULL);
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
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (PLENUM_PARTICIPANTS_VIEW (widget)->filter_entry);
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

/* Rows pasted into the entry are people; a single name stays what it is. */
static void
entry_pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlenumParticipantsView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int position = gtk_editable_get_position (GTK_EDITABLE (self->new_entry));

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (strpbrk (text, "\t\n") != NULL)
    {
      plenum_participant_table_paste (self->table, text);
      return;
    }

  gtk_editable_delete_selection (GTK_EDITABLE (self->new_entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->new_entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->new_entry), position);
}

static void
entry_paste_cb (GtkWidget *text, PlenumParticipantsView *self)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, entry_pasted_cb,
                                 g_object_ref (self));
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
  gtk_widget_class_install_action (widget_class, "participants.find", NULL, find_cb);
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
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantsView, new_entry);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
plenum_participants_view_init (PlenumParticipantsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sort_by = g_strdup ("entry");
  self->filter = plenum_people_filter_new ();
  self->summary = plenum_sector_summary_new ();
  gtk_box_append (GTK_BOX (self->summary_box), self->summary);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->new_entry)), "paste-clipboard",
                           G_CALLBACK (entry_paste_cb), self, 0);
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
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), GTK_WIDGET (self->table));
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->list);

  self->watch = plenum_list_watch_new (people);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
