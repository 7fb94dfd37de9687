/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One poll, as what it is now: a draft to edit, a vote that runs, or a result. */
#include "plenum-poll-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-ballots.h"
#include "plenum-list-watch.h"
#include "plenum-poll-editor.h"
#include "plenum-poll-outcome.h"
#include "plenum-poll-receipt-list.h"
#include "plenum-poll-running.h"
#include "plenum-poll-sealed.h"
#include "plenum-wrapped-label.h"

struct _PlenumPollPage
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  char                *id;
  PlenumListWatch     *watch; /* of the options */
  PlenumPollForm      *form;  /* as it was read last */
  char                *state; /* what the child shows */
  GCancellable        *cancellable;
  GtkWidget           *child;
};

G_DEFINE_FINAL_TYPE (PlenumPollPage, plenum_poll_page, GTK_TYPE_WIDGET)

static void load (PlenumPollPage *self);

static void
set_child (PlenumPollPage *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  plenum_wrapped_label_set_buttons (child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
receipts_cb (PlenumPollPage *self)
{
  plenum_poll_receipt_list_show (plenum_workshop_model_get_library (self->model), self->form, GTK_WIDGET (self));
}

/* A result, and below that of a secret poll the way to the list of its ballots. */
static GtkWidget *
make_result (PlenumPollPage *self)
{
  GtkWidget *outcome = plenum_poll_outcome_new (self->model, self->form->poll);
  GtkWidget *box;
  GtkWidget *bottom;
  GtkWidget *button;

  if (plenum_record_is_null (self->form->poll, PLENUM_POLL_COLLECTOR))
    return outcome;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  bottom = adw_bin_new ();
  button = gtk_button_new_with_mnemonic (_("_Find a ballot by its receipt"));
  gtk_widget_set_vexpand (outcome, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bottom, "poll-bottom");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (receipts_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (bottom), button);
  gtk_box_append (GTK_BOX (box), outcome);
  gtk_box_append (GTK_BOX (box), bottom);

  return box;
}

static GtkWidget *
make_child (PlenumPollPage *self)
{
  GtkWidget *editor;

  if (g_strcmp0 (self->state, "open") == 0)
    return plenum_poll_running_new (self->model, self->form);
  if (g_strcmp0 (self->state, "closed") == 0)
    return plenum_record_is_null (self->form->poll, PLENUM_POLL_SHOWN)
           ? plenum_poll_sealed_new (self->model, self->form->poll) : make_result (self);

  editor = plenum_poll_editor_new (self->model, self->form);
  g_signal_connect_object (editor, "saved", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  return editor;
}

/* A running vote borrows the form, so it goes before its form does. */
static void
show_form (PlenumPollPage *self, PlenumPollForm *form)
{
  const char *state = plenum_record_get_text (form->poll, PLENUM_POLL_STATE);
  gboolean first = self->child == NULL;

  if (!first && PLENUM_IS_POLL_EDITOR (self->child) && g_strcmp0 (state, self->state) == 0)
    {
      plenum_poll_editor_update (PLENUM_POLL_EDITOR (self->child), form);
      g_clear_pointer (&self->form, plenum_poll_form_free);
      self->form = form;
      return;
    }

  /* Of a secret ballot it is only told that its poll changed, and then nothing is new. */
  if (!first && PLENUM_IS_POLL_RUNNING (self->child) && plenum_poll_form_equal (self->form, form))
    {
      plenum_poll_form_free (form);
      return;
    }

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->form, plenum_poll_form_free);
  self->form = form;
  g_free (self->state);
  self->state = g_strdup (state);
  set_child (self, make_child (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->child);
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_get_poll_form (store, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  PlenumPollForm *form = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPollPage *self = data;

  if (form != NULL)
    show_form (self, form);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The poll has gone: %s", error->message);
}

static void
load (PlenumPollPage *self)
{
  plenum_library_query_async (plenum_workshop_model_get_library (self->model), query,
                              g_strdup (self->id), g_free, (GDestroyNotify) plenum_poll_form_free,
                              self->cancellable, loaded_cb, self);
}

/* A running vote and a result stand still while their poll does. */
static void
options_changed_cb (PlenumPollPage *self)
{
  if (self->child != NULL && PLENUM_IS_POLL_EDITOR (self->child))
    load (self);
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPollPage *self)
{
  gboolean everything = plenum_changes_get_everything (changes);
  gboolean asked = everything;

  for (guint i = 0; !asked && i < plenum_changes_get_length (changes); i++)
    {
      const PlenumChange *change = plenum_changes_get (changes, i);

      asked = (change->type == PLENUM_POLL && g_strcmp0 (change->id, self->id) == 0)
              || (change->type == PLENUM_BALLOT && g_strcmp0 (self->state, "closed") == 0);
    }

  if (asked)
    load (self);
}

static gboolean
plenum_poll_page_grab_focus (GtkWidget *widget)
{
  PlenumPollPage *self = PLENUM_POLL_PAGE (widget);

  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
plenum_poll_page_dispose (GObject *object)
{
  PlenumPollPage *self = PLENUM_POLL_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->watch);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_poll_page_parent_class)->dispose (object);
}

static void
plenum_poll_page_finalize (GObject *object)
{
  PlenumPollPage *self = PLENUM_POLL_PAGE (object);

  g_clear_pointer (&self->form, plenum_poll_form_free);
  g_free (self->state);
  g_free (self->id);

  G_OBJECT_CLASS (plenum_poll_page_parent_class)->finalize (object);
}

static void
plenum_poll_page_class_init (PlenumPollPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_poll_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_page_finalize;
  widget_class->grab_focus = plenum_poll_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_poll_page_init (PlenumPollPage *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_poll_page_new:
 * @model: the workshop
 * @poll: the id of one of its polls
 *
 * Returns: (transfer floating): its page, which fills itself soon
 */
GtkWidget *
plenum_poll_page_new (PlenumWorkshopModel *model, const char *poll)
{
  PlenumPollPage *self = g_object_new (PLENUM_TYPE_POLL_PAGE, NULL);

  self->model = g_object_ref (model);
  self->id = g_strdup (poll);
  self->watch = plenum_list_watch_new (G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_OPTION)));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (options_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed",
                           G_CALLBACK (library_changed_cb), self, 0);
  load (self);

  return GTK_WIDGET (self);
}
