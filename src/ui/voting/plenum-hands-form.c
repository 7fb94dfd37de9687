/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show of hands: how many people took part, and what each option got from all
 * of them together. Whether that is possible is checked when it is entered. */
#include "plenum-hands-form.h"

#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"

struct _PlenumHandsForm
{
  AdwWindow          parent_instance;

  PlenumLibrary     *library;
  PlenumBallotDraft *draft;
  GtkWidget         *from;
  GPtrArray         *spins; /* GtkSpinButton, borrowed, one an option */

  GtkWidget         *voters_spin;
  GtkWidget         *cast_button;
  GtkWidget         *options_group;
};

G_DEFINE_FINAL_TYPE (PlenumHandsForm, plenum_hands_form, ADW_TYPE_WINDOW)

static void
cast_done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumHandsForm *self = data;

  gtk_widget_set_sensitive (self->cast_button, TRUE);
  if (error != NULL)
    return;

  plenum_show_undo (self->from, _("Show of hands entered"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
cast_cb (PlenumHandsForm *self)
{
  g_autofree gint64 *totals = g_new0 (gint64, self->spins->len + 1);
  g_autoptr (PlenumRecord) ballot = NULL;

  /* What is typed and not yet left counts, too. */
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->voters_spin));
  for (guint i = 0; i < self->spins->len; i++)
    {
      gtk_spin_button_update (g_ptr_array_index (self->spins, i));
      totals[i] = gtk_spin_button_get_value_as_int (g_ptr_array_index (self->spins, i));
    }

  ballot = plenum_ballot_draft_count_hands (self->draft,
                                            gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->voters_spin)),
                                            totals);
  gtk_widget_set_sensitive (self->cast_button, FALSE);
  plenum_perform (self->options_group, self->library,
                  plenum_action_cast_ballot (ballot, plenum_sheet_check), NULL, cast_done_cb, self);
}

static void
add_option (PlenumHandsForm *self, guint option)
{
  const char *text = plenum_ballot_draft_get_option_text (self->draft, option);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, G_MAXINT32, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->options_group), row);
  g_ptr_array_add (self->spins, spin);
}

static void
plenum_hands_form_dispose (GObject *object)
{
  PlenumHandsForm *self = PLENUM_HANDS_FORM (object);

  g_clear_object (&self->from);
  g_clear_object (&self->draft);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_hands_form_parent_class)->dispose (object);
}

static void
plenum_hands_form_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_HANDS_FORM (object)->spins);
  G_OBJECT_CLASS (plenum_hands_form_parent_class)->finalize (object);
}

static void
plenum_hands_form_class_init (PlenumHandsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_hands_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_hands_form_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-hands-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumHandsForm, voters_spin);
  gtk_widget_class_bind_template_child (widget_class, PlenumHandsForm, cast_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumHandsForm, options_group);
  gtk_widget_class_bind_template_callback (widget_class, cast_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_hands_form_init (PlenumHandsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spins = g_ptr_array_new ();
}

/**
 * plenum_hands_form_show:
 * @library: where it goes
 * @form: an open poll
 * @present: how many people are in the room, or 0
 * @from: the widget that asks
 *
 * Opens the form over the window of @from.
 */
void
plenum_hands_form_show (PlenumLibrary *library, PlenumPollForm *form, guint present, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) draft = plenum_ballot_draft_new (form, &error);
  PlenumHandsForm *self;

  if (draft == NULL)
    {
      plenum_show_error (from, error);
      return;
    }

  self = g_object_new (PLENUM_TYPE_HANDS_FORM, NULL);
  self->library = g_object_ref (library);
  self->draft = g_steal_pointer (&draft);
  self->from = g_object_ref (from);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->options_group),
                                   plenum_ballot_draft_get_kind (self->draft) == PLENUM_PAPER_POINTS
                                   ? _("Points from everybody together") : _("Hands for each option"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->voters_spin), MAX (present, 1));
  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self->draft); i++)
    add_option (self, i);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->voters_spin);
}
