/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ballot on a screen that is passed round: one person says who they are, or
 * that they vote without a name, fills it in, thanks, the next. Nothing of the
 * one before is left to be seen. */
#include "plenum-booth.h"

#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-ballot-form.h"
#include "plenum-participant-column.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-voter-chooser.h"
#include "plenum-wrapped-label.h"

struct _PlenumBooth
{
  AdwWindow          parent_instance;

  PlenumLibrary     *library;
  PlenumBallotDraft *draft;
  PlenumRecord      *voter;  /* nullable: without a name */
  gboolean           secret; /* each ballot gets a receipt */
  GtkWidget         *form;
  GtkWidget         *chooser;

  GtkWidget         *window_title;
  GtkWidget         *back_button;
  GtkWidget         *stack;
  GtkWidget         *voter_bin;
  GtkWidget         *scroll;
  GtkWidget         *clamp;
  GtkWidget         *cast_button;
  GtkWidget         *next_button;
  GtkWidget         *receipt_label;
  GtkWidget         *noted_button;
};

G_DEFINE_FINAL_TYPE (PlenumBooth, plenum_booth, ADW_TYPE_WINDOW)

static void
show_page (PlenumBooth *self, const char *name)
{
  gboolean ballot = g_str_equal (name, "ballot");
  const char *subtitle = self->voter != NULL ? plenum_participant_name (self->voter) : _("Without a name");

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), ballot ? subtitle : "");
  gtk_widget_set_visible (self->back_button, ballot && plenum_voter_chooser_any (PLENUM_VOTER_CHOOSER (self->chooser)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
show_ballot (PlenumBooth *self, PlenumRecord *voter)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));

  g_set_object (&self->voter, voter);
  gtk_adjustment_set_value (adjustment, 0);
  show_page (self, "ballot");
  gtk_widget_grab_focus (self->form);
}

/* Where nobody is said to be present, there is nobody to choose. */
static void
start_cb (PlenumBooth *self)
{
  plenum_ballot_draft_clear (self->draft);
  gtk_label_set_label (GTK_LABEL (self->receipt_label), "");
  plenum_voter_chooser_reset (PLENUM_VOTER_CHOOSER (self->chooser));
  if (!plenum_voter_chooser_any (PLENUM_VOTER_CHOOSER (self->chooser)))
    {
      show_ballot (self, NULL);
      return;
    }

  g_clear_object (&self->voter);
  show_page (self, "voter");
  gtk_widget_grab_focus (self->chooser);
}

static void
chosen_cb (GtkWidget *chooser, PlenumRecord *voter, PlenumBooth *self)
{
  show_ballot (self, voter);
}

static void
cast_done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumBooth *self = data;

  gtk_widget_set_sensitive (self->cast_button, TRUE);
  if (error != NULL)
    return;

  plenum_ballot_draft_clear (self->draft);
  if (self->secret)
    gtk_label_set_label (GTK_LABEL (self->receipt_label), plenum_action_get_result (action));
  show_page (self, self->secret ? "receipt" : "thanks");
  gtk_widget_grab_focus (self->secret ? self->noted_button : self->next_button);
}

static void
cast_cb (PlenumBooth *self)
{
  g_autoptr (PlenumRecord) ballot = plenum_ballot_draft_to_record (self->draft, "screen");

  if (self->voter != NULL)
    plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, plenum_record_get_id (self->voter));

  /* Not twice, however fast the fingers are. */
  gtk_widget_set_sensitive (self->cast_button, FALSE);
  plenum_perform (self->stack, self->library,
                  plenum_action_cast_ballot (ballot, plenum_sheet_check), NULL, cast_done_cb, self);
}

static void
plenum_booth_dispose (GObject *object)
{
  PlenumBooth *self = PLENUM_BOOTH (object);

  g_clear_object (&self->voter);
  g_clear_object (&self->draft);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_booth_parent_class)->dispose (object);
}

static void
plenum_booth_class_init (PlenumBoothClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_booth_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-booth.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, window_title);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, back_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, voter_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, scroll);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, clamp);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, cast_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, next_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, receipt_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, noted_button);
  gtk_widget_class_bind_template_callback (widget_class, cast_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_booth_init (PlenumBooth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_wrapped_label_set_buttons (GTK_WIDGET (self));
}

/**
 * plenum_booth_show:
 * @model: the workshop, where the ballots go
 * @form: an open poll
 * @from: the widget that asks
 *
 * Fills the screen with the ballot.
 */
void
plenum_booth_show (PlenumWorkshopModel *model, PlenumPollForm *form, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) draft = plenum_ballot_draft_new (form, &error);
  PlenumBooth *self;

  if (draft == NULL)
    {
      plenum_show_error (from, error);
      return;
    }

  self = g_object_new (PLENUM_TYPE_BOOTH, NULL);
  self->library = g_object_ref (plenum_workshop_model_get_library (model));
  self->draft = g_steal_pointer (&draft);
  plenum_ballot_draft_set_turn (self->draft, g_random_int_range (0, 1 << 20));
  self->secret = !plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR);
  self->form = plenum_ballot_form_new (self->draft);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->form);
  self->chooser = plenum_voter_chooser_new (model, form);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self->voter_bin), self->chooser);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  start_cb (self);
}
