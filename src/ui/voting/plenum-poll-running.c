/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poll that is open: the question, how many have voted, and the ways to vote.
 * Nothing here knows what anybody voted. */
#include "plenum-poll-running.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-booth.h"
#include "plenum-hands-form.h"
#include "plenum-method.h"
#include "plenum-paper-form.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-progress.h"
#include "plenum-progress-ring.h"
#include "plenum-voter-receipt.h"
#include "plenum-wrap-layout.h"

struct _PlenumPollRunning
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  PlenumPollForm      *form; /* borrowed: the page that made this keeps it */
  PlenumPollProgress  *progress;
  GtkWidget           *ring;

  GtkWidget           *question_label;
  GtkWidget           *ring_bin;
  GtkWidget           *rule_label;
  GtkWidget           *buttons;
  GtkWidget           *paper_button;
  GtkWidget           *hands_button;
  GtkWidget           *vote_button;
  GtkWidget           *withdraw_button;
};

G_DEFINE_FINAL_TYPE (PlenumPollRunning, plenum_poll_running, GTK_TYPE_WIDGET)

static PlenumLibrary *
get_library (PlenumPollRunning *self)
{
  return plenum_workshop_model_get_library (self->model);
}

static void
update (PlenumPollRunning *self)
{
  plenum_progress_ring_set (PLENUM_PROGRESS_RING (self->ring),
                            plenum_poll_progress_get_voted (self->progress),
                            plenum_poll_progress_get_expected (self->progress));
}

static void
vote_cb (PlenumPollRunning *self)
{
  plenum_booth_show (self->model, self->form, GTK_WIDGET (self));
}

static void
paper_cb (PlenumPollRunning *self)
{
  plenum_paper_form_show (get_library (self), self->form, GTK_WIDGET (self));
}

static void
hands_cb (PlenumPollRunning *self)
{
  plenum_hands_form_show (get_library (self), self->form,
                          plenum_poll_progress_get_expected (self->progress), GTK_WIDGET (self));
}

/* Of whoever voted without a name; the others find theirs in the booth. */
static void
withdraw_cb (PlenumPollRunning *self)
{
  plenum_voter_receipt_ask (get_library (self), plenum_record_get_id (self->form->poll), NULL, GTK_WIDGET (self));
}

static void
close_cb (PlenumPollRunning *self)
{
  plenum_perform (GTK_WIDGET (self), get_library (self),
                  plenum_action_close_poll (plenum_record_get_id (self->form->poll)),
                  _("The vote is closed"), NULL, NULL);
}

static gboolean
plenum_poll_running_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_POLL_RUNNING (widget)->vote_button);
}

static void
plenum_poll_running_dispose (GObject *object)
{
  PlenumPollRunning *self = PLENUM_POLL_RUNNING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->progress);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_poll_running_parent_class)->dispose (object);
}

static void
plenum_poll_running_class_init (PlenumPollRunningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_poll_running_dispose;
  widget_class->grab_focus = plenum_poll_running_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-poll-running.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, question_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, ring_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, rule_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, buttons);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, paper_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, hands_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, vote_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollRunning, withdraw_button);
  gtk_widget_class_bind_template_callback (widget_class, vote_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, hands_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
plenum_poll_running_init (PlenumPollRunning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, plenum_wrap_layout_new (12, TRUE));
  self->ring = plenum_progress_ring_new ();
  adw_bin_set_child (ADW_BIN (self->ring_bin), self->ring);
}

/**
 * plenum_poll_running_new:
 * @model: the workshop
 * @form: an open poll, which must stay as long as the widget
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
plenum_poll_running_new (PlenumWorkshopModel *model, PlenumPollForm *form)
{
  PlenumPollRunning *self = g_object_new (PLENUM_TYPE_POLL_RUNNING, NULL);
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (form->poll, PLENUM_POLL_METHOD));
  PlenumRecordList *polls = plenum_workshop_model_get_list (model, PLENUM_POLL);
  gboolean secret = !plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR);
  gboolean names_only = form->conditions[PLENUM_POLL_NAMES_ONLY];
  PlenumRecord *live = plenum_record_list_lookup (polls, plenum_record_get_id (form->poll));

  self->model = g_object_ref (model);
  self->form = form;
  for (GtkWidget *button = self->buttons; button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_sensitive (button, !plenum_workshop_model_is_read_only (model));
  gtk_label_set_label (GTK_LABEL (self->question_label), plenum_record_get_text (form->poll, PLENUM_POLL_QUESTION));
  gtk_widget_set_visible (self->hands_button, method != NULL && plenum_method_takes_hands (method) && !secret && !names_only);
  gtk_widget_set_visible (self->paper_button, !names_only);
  gtk_widget_set_visible (self->withdraw_button, secret);
  if (secret)
    gtk_label_set_label (GTK_LABEL (self->rule_label),
                         _("This vote is secret. Ballots stay sealed on this computer until the result is shown."));

  self->progress = plenum_poll_progress_new (model, live != NULL ? live : form->poll);
  g_signal_connect_object (self->progress, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
