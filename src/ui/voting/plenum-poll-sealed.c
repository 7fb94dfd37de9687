/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poll that is closed and whose result nobody has seen: it can still be opened
 * again, so showing the result is a step of its own. Where it cannot be shown, it is
 * said here why, before anybody asks. */
#include "plenum-poll-sealed.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-ballots.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"

struct _PlenumPollSealed
{
  GtkWidget      parent_instance;

  PlenumLibrary *library;
  char          *poll;
  gboolean       too_few; /* ballots: what there is to do is to collect more */
  GCancellable  *cancellable;
  GtkWidget     *page;
  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (PlenumPollSealed, plenum_poll_sealed, GTK_TYPE_WIDGET)

/* What keeps the result of a secret poll from being shown. */
typedef struct
{
  char     *sentence; /* nullable: nothing does */
  gboolean  elsewhere;
} Obstacle;

static void
obstacle_free (gpointer data)
{
  Obstacle *obstacle = data;

  g_free (obstacle->sentence);
  g_free (obstacle);
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, data, error);
  g_autoptr (GError) why = NULL;
  Obstacle *obstacle;

  if (poll == NULL)
    return NULL;

  obstacle = g_new0 (Obstacle, 1);
  obstacle->elsewhere = g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_COLLECTOR), plenum_store_get_node (store)) != 0;
  if (!plenum_store_check_urn (store, poll, &why))
    obstacle->sentence = g_strdup (why->message);

  return obstacle;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Obstacle *obstacle = plenum_library_query_finish (PLENUM_LIBRARY (source), result, NULL);
  PlenumPollSealed *self = data;

  /* Cancelled, or the poll has gone and its page will. */
  if (obstacle == NULL)
    return;

  if (obstacle->sentence != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (obstacle->sentence, -1);

      self->too_few = !obstacle->elsewhere;
      adw_status_page_set_description (ADW_STATUS_PAGE (self->page), escaped);
      gtk_button_set_label (GTK_BUTTON (self->button), _("_Open the vote again"));
      gtk_widget_set_visible (self->button, self->too_few);
    }
  obstacle_free (obstacle);
}

/* Where it was done, the poll has changed and this has gone. */
static void
shown_cb (PlenumAction *action, const GError *error, gpointer data)
{
  gtk_widget_set_sensitive (PLENUM_POLL_SEALED (data)->button, TRUE);
}

static void
clicked_cb (PlenumPollSealed *self)
{
  if (self->too_few)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "voting.reopen", NULL);
      return;
    }

  gtk_widget_set_sensitive (self->button, FALSE);
  plenum_perform (GTK_WIDGET (self), self->library, plenum_action_show_result (self->poll), NULL, shown_cb, self);
}

static gboolean
plenum_poll_sealed_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_POLL_SEALED (widget)->button);
}

static void
plenum_poll_sealed_dispose (GObject *object)
{
  PlenumPollSealed *self = PLENUM_POLL_SEALED (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_poll_sealed_parent_class)->dispose (object);
}

static void
plenum_poll_sealed_finalize (GObject *object)
{
  g_free (PLENUM_POLL_SEALED (object)->poll);
  G_OBJECT_CLASS (plenum_poll_sealed_parent_class)->finalize (object);
}

static void
plenum_poll_sealed_class_init (PlenumPollSealedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_poll_sealed_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_sealed_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = plenum_poll_sealed_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_poll_sealed_init (PlenumPollSealed *self)
{
  self->cancellable = g_cancellable_new ();
  self->button = gtk_button_new_with_mnemonic (_("_Show the result"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  self->page = adw_status_page_new ();
  adw_status_page_set_child (ADW_STATUS_PAGE (self->page), self->button);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
}

/**
 * plenum_poll_sealed_new:
 * @model: the workshop
 * @poll: one of its polls that is closed and whose result was not shown
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
plenum_poll_sealed_new (PlenumWorkshopModel *model, PlenumRecord *poll)
{
  PlenumPollSealed *self = g_object_new (PLENUM_TYPE_POLL_SEALED, NULL);
  g_autofree char *question = g_markup_escape_text (plenum_record_get_text (poll, PLENUM_POLL_QUESTION), -1);
  gboolean secret = !plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR);

  self->library = g_object_ref (plenum_workshop_model_get_library (model));
  self->poll = g_strdup (plenum_record_get_id (poll));
  gtk_widget_set_sensitive (self->button, !plenum_workshop_model_is_read_only (model));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), question);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page),
    secret ? _("The vote is closed and its ballots are still sealed. Until the result is shown, the vote can be opened again; after that it stays closed.")
           : _("The vote is closed. Until the result is shown, it can be opened again; after that it stays closed."));
  if (secret)
    plenum_library_query_async (self->library, query, g_strdup (self->poll), g_free, obstacle_free,
                                self->cancellable, loaded_cb, self);

  return GTK_WIDGET (self);
}
