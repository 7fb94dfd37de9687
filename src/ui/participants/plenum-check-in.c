/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list at the door: everybody in alphabetical order, one touch when they
 * arrive. Whoever is not on it is added by typing the name. */
#include "plenum-check-in.h"

#include <glib/gi18n.h>

#include "plenum-list-watch.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-column.h"
#include "plenum-participant-list.h"
#include "plenum-participant-paste.h"
#include "plenum-people-filter.h"
#include "plenum-perform.h"

struct _PlenumCheckIn
{
  AdwWindow            parent_instance;

  PlenumWorkshopModel *model;
  PlenumListWatch     *watch;
  GtkFilter           *filter;
  GListModel          *shown;

  GtkWidget           *window_title;
  GtkWidget           *box;
  GtkWidget           *entry;
  GtkWidget           *add_button;
};

G_DEFINE_FINAL_TYPE (PlenumCheckIn, plenum_check_in, ADW_TYPE_WINDOW)

static GListModel *
get_people (PlenumCheckIn *self)
{
  return G_LIST_MODEL (plenum_workshop_model_get_list (self->model, PLENUM_PARTICIPANT));
}

static void
update_count (PlenumCheckIn *self)
{
  GListModel *people = get_people (self);
  guint n = g_list_model_get_n_items (people);
  guint here = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (people, i);

      here += plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT) != 0;
    }

  /* Translators: how many of how many people are in the room. */
  subtitle = g_strdup_printf (ngettext ("%u of %u is here", "%u of %u are here", n), here, n);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), subtitle);
}

static void
search_changed_cb (PlenumCheckIn *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *name = g_strstrip (g_strdup (query));
  g_autofree char *label = NULL;

  plenum_people_filter_set_query (PLENUM_PEOPLE_FILTER (self->filter), query);
  gtk_widget_set_visible (self->add_button,
                          *name != '\0' && g_list_model_get_n_items (self->shown) == 0);
  /* Translators: a button: %s is the name that was typed and is not on the list. */
  label = g_strdup_printf (_("Add %s and check in"), name);
  gtk_button_set_label (GTK_BUTTON (self->add_button), label);
}

static void
stop_search_cb (PlenumCheckIn *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumCheckIn *self = data;

  if (error == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
add_cb (PlenumCheckIn *self)
{
  g_autoptr (PlenumRecord) person =
    plenum_participant_new_from_line (plenum_workshop_model_get_id (self->model),
                                      gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (person == NULL)
    return;

  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, TRUE);
  plenum_perform (GTK_WIDGET (self->box), plenum_workshop_model_get_library (self->model),
                  plenum_action_add_participant (person), NULL, added_cb, self);
}

/* Enter checks in the only one who is left, or adds whoever is not there. */
static void
activate_cb (PlenumCheckIn *self)
{
  g_autoptr (PlenumRecord) only = NULL;

  /* Whoever types fast is ahead of the filter. */
  search_changed_cb (self);
  if (gtk_widget_get_visible (self->add_button))
    {
      add_cb (self);
      return;
    }

  if (g_list_model_get_n_items (self->shown) != 1)
    return;

  only = g_list_model_get_item (self->shown, 0);
  plenum_perform (GTK_WIDGET (self->box), plenum_workshop_model_get_library (self->model),
                  plenum_action_set_present ((const char *[]) { plenum_record_get_id (only), NULL }, TRUE),
                  NULL, added_cb, self);
}

static void
plenum_check_in_dispose (GObject *object)
{
  PlenumCheckIn *self = PLENUM_CHECK_IN (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_check_in_parent_class)->dispose (object);
}

static void
plenum_check_in_class_init (PlenumCheckInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_check_in_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plenum/Plenum/participants/plenum-check-in.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumCheckIn, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlenumCheckIn, box);
  gtk_widget_class_bind_template_child (widget_class, PlenumCheckIn, entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumCheckIn, add_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_check_in_init (PlenumCheckIn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = plenum_people_filter_new ();
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return plenum_column_compare (PLENUM_COLUMN_NAME, (PlenumRecord *) a, (PlenumRecord *) b);
}

/**
 * plenum_check_in_show:
 * @model: the workshop
 * @from: the widget that asks
 *
 * Fills the screen with the list at the door.
 */
void
plenum_check_in_show (PlenumWorkshopModel *model, GtkWidget *from)
{
  PlenumCheckIn *self = g_object_new (PLENUM_TYPE_CHECK_IN, NULL);
  GListModel *people;
  GtkFilterListModel *filtered;
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));

  self->model = g_object_ref (model);
  people = get_people (self);
  filtered = gtk_filter_list_model_new (g_object_ref (people), g_object_ref (self->filter));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), sorter));
  gtk_box_append (GTK_BOX (self->box), plenum_participant_list_new (model, self->shown, TRUE));

  self->watch = plenum_list_watch_new (people);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
