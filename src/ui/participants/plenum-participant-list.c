/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people as a list of rows that check in and out. */
#include "plenum-participant-list.h"

#include <glib/gi18n.h>

#include "plenum-list-stop.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-row.h"
#include "plenum-perform.h"

struct _PlenumParticipantList
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  GtkListView         *view;
  gboolean             large;
};

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumParticipantList, plenum_participant_list, GTK_TYPE_WIDGET)

static void
toggled_cb (PlenumParticipantRow *row, gboolean present, PlenumParticipantList *self)
{
  PlenumRecord *record = plenum_participant_row_get_record (row);
  const char *ids[] = { plenum_record_get_id (record), NULL };

  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_set_present (ids, present), NULL, NULL, NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantList *self)
{
  GtkWidget *row = plenum_participant_row_new (self->large ? PLENUM_PARTICIPANT_ROW_LARGE
                                                          : PLENUM_PARTICIPANT_ROW_SWITCH);

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_item_set_activatable (item, !self->large && !plenum_workshop_model_is_read_only (self->model));
  if (plenum_workshop_model_is_read_only (self->model))
    plenum_participant_row_lock (PLENUM_PARTICIPANT_ROW (row));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantList *self)
{
  plenum_participant_row_set_record (PLENUM_PARTICIPANT_ROW (gtk_list_item_get_child (item)),
                                     gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantList *self)
{
  plenum_participant_row_set_record (PLENUM_PARTICIPANT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (GtkListView *view, guint position, PlenumParticipantList *self)
{
  g_autoptr (PlenumRecord) record =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (record != NULL)
    g_signal_emit (self, signals[OPENED], 0, record);
}

static void
plenum_participant_list_dispose (GObject *object)
{
  PlenumParticipantList *self = PLENUM_PARTICIPANT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_participant_list_parent_class)->dispose (object);
}

static void
plenum_participant_list_class_init (PlenumParticipantListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_participant_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * PlenumParticipantList::opened:
   * @participant: whose details are asked for
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLENUM_TYPE_RECORD);
}

static void
plenum_participant_list_init (PlenumParticipantList *self)
{
}

/**
 * plenum_participant_list_new:
 * @model: the workshop
 * @people: (element-type PlenumRecord): who is shown, in this order
 * @large: for the tablet at the door
 *
 * Returns: (transfer floating): the list, which scrolls
 */
GtkWidget *
plenum_participant_list_new (PlenumWorkshopModel *model, GListModel *people, gboolean large)
{
  PlenumParticipantList *self = g_object_new (PLENUM_TYPE_PARTICIPANT_LIST, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (people));
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *stop = plenum_list_stop_new (scroll);

  self->model = g_object_ref (model);
  self->large = large;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  gtk_list_view_set_single_click_activate (self->view, !large);
  gtk_list_view_set_show_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), large ? "check-in" : "people");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Participants"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (stop, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
