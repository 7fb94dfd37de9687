/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poll that is closed and whose result nobody has seen: it can still be opened
 * again, so showing the result is a step of its own. */
#include "plenum-poll-sealed.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-perform.h"
#include "plenum-poll-actions.h"

struct _PlenumPollSealed
{
  GtkWidget      parent_instance;

  PlenumLibrary *library;
  char          *poll;
  GtkWidget     *page;
  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (PlenumPollSealed, plenum_poll_sealed, GTK_TYPE_WIDGET)

/* Where it was done, the poll has changed and this has gone. */
static void
shown_cb (PlenumAction *action, const GError *error, gpointer data)
{
  gtk_widget_set_sensitive (PLENUM_POLL_SEALED (data)->button, TRUE);
}

static void
show_cb (PlenumPollSealed *self)
{
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
  self->button = gtk_button_new_with_mnemonic (_("_Show the result"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);

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
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), question);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page),
    secret ? _("The vote is closed and its ballots are still sealed. Until the result is shown, the vote can be opened again; after that it stays closed.")
           : _("The vote is closed. Until the result is shown, it can be opened again; after that it stays closed."));

  return GTK_WIDGET (self);
}
