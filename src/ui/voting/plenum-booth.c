/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ballot on a screen that is passed round: one person fills it in, thanks,
 * the next. Nothing of the one before is left to be seen. */
#include "plenum-booth.h"

#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-ballot-form.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"

struct _PlenumBooth
{
  AdwWindow          parent_instance;

  PlenumLibrary     *library;
  PlenumBallotDraft *draft;
  GtkWidget         *form;

  GtkWidget         *stack;
  GtkWidget         *scroll;
  GtkWidget         *clamp;
  GtkWidget         *cast_button;
  GtkWidget         *next_button;
};

G_DEFINE_FINAL_TYPE (PlenumBooth, plenum_booth, ADW_TYPE_WINDOW)

static void
cast_done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumBooth *self = data;

  gtk_widget_set_sensitive (self->cast_button, TRUE);
  if (error != NULL)
    return;

  plenum_ballot_draft_clear (self->draft);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "thanks");
  gtk_widget_grab_focus (self->next_button);
}

static void
cast_cb (PlenumBooth *self)
{
  g_autoptr (PlenumRecord) ballot = plenum_ballot_draft_to_record (self->draft, "screen");

  /* Not twice, however fast the fingers are. */
  gtk_widget_set_sensitive (self->cast_button, FALSE);
  plenum_perform (self->stack, self->library,
                  plenum_action_cast_ballot (ballot, plenum_sheet_check), NULL, cast_done_cb, self);
}

static void
next_cb (PlenumBooth *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));

  gtk_adjustment_set_value (adjustment, 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ballot");
  gtk_widget_grab_focus (self->form);
}

static void
plenum_booth_dispose (GObject *object)
{
  PlenumBooth *self = PLENUM_BOOTH (object);

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
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, scroll);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, clamp);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, cast_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBooth, next_button);
  gtk_widget_class_bind_template_callback (widget_class, cast_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_booth_init (PlenumBooth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_booth_show:
 * @library: where the ballots go
 * @form: an open poll
 * @from: the widget that asks
 *
 * Fills the screen with the ballot.
 */
void
plenum_booth_show (PlenumLibrary *library, PlenumPollForm *form, GtkWidget *from)
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
  self->library = g_object_ref (library);
  self->draft = g_steal_pointer (&draft);
  self->form = plenum_ballot_form_new (self->draft);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->form);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->form);
}
