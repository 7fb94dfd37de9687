/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot as voters see it: the question, what they may do, the options, and
 * what is left to give. The same in the draft, in the booth and on paper. */
#include "plenum-ballot-form.h"

#include <glib/gi18n.h>

#include "plenum-ballot-duel.h"
#include "plenum-ballot-row.h"
#include "plenum-wrapped-label.h"

struct _PlenumBallotForm
{
  GtkWidget          parent_instance;

  PlenumBallotDraft *draft;
  GtkWidget         *question;
  GtkWidget         *rule;
  GtkWidget         *rows;
  GtkWidget         *left;
};

G_DEFINE_FINAL_TYPE (PlenumBallotForm, plenum_ballot_form, GTK_TYPE_WIDGET)

/* Above what is in order, below what is not, as the list has it. */
static gboolean
comes_before (PlenumBallotDraft *draft, guint a, guint b)
{
  gboolean a_given = plenum_ballot_draft_is_given (draft, a);
  gboolean b_given = plenum_ballot_draft_is_given (draft, b);
  gint64 a_rank = plenum_ballot_draft_get_value (draft, a);
  gint64 b_rank = plenum_ballot_draft_get_value (draft, b);

  if (a_given != b_given)
    return a_given;
  if (a_given && a_rank != b_rank)
    return a_rank < b_rank;

  return a < b;
}

/* The rows of a ranking stand in its order. */
static void
sort_rows (PlenumBallotForm *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);
      guint option = plenum_ballot_row_get_option (PLENUM_BALLOT_ROW (row));
      GtkWidget *before = gtk_widget_get_prev_sibling (row);

      while (before != NULL
             && comes_before (self->draft, option, plenum_ballot_row_get_option (PLENUM_BALLOT_ROW (before))))
        before = gtk_widget_get_prev_sibling (before);
      if (before != gtk_widget_get_prev_sibling (row))
        gtk_box_reorder_child_after (GTK_BOX (self->rows), row, before);
      row = next;
    }
}

static void
update (PlenumBallotForm *self)
{
  g_autofree char *left = plenum_ballot_draft_describe_left (self->draft);

  gtk_label_set_label (GTK_LABEL (self->left), left);
  if (plenum_ballot_draft_get_kind (self->draft) == PLENUM_PAPER_RANKING)
    sort_rows (self);
}

static void
choose_by_number (PlenumBallotForm *self, guint option)
{
  if (plenum_ballot_draft_is_given (self->draft, option))
    plenum_ballot_draft_unset (self->draft, option);
  else if (!plenum_ballot_draft_set_value (self->draft, option, 1))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Up and Down go from option to option; on a ballot of choices a digit is an option. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PlenumBallotForm *self)
{
  guint32 c = gdk_keyval_to_unicode (key);
  guint n = plenum_ballot_draft_get_n_options (self->draft);
  PlenumPaperKind kind = plenum_ballot_draft_get_kind (self->draft);

  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    return gtk_widget_child_focus (self->rows, key == GDK_KEY_Down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);

  if ((kind != PLENUM_PAPER_SET && kind != PLENUM_PAPER_UTILITIES) || state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || c < '1' || c > '9' || c - '0' > n)
    return FALSE;

  choose_by_number (self, c - '1');

  return TRUE;
}

static gboolean
plenum_ballot_form_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (PLENUM_BALLOT_FORM (widget)->rows);

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
plenum_ballot_form_dispose (GObject *object)
{
  PlenumBallotForm *self = PLENUM_BALLOT_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (plenum_ballot_form_parent_class)->dispose (object);
}

static void
plenum_ballot_form_class_init (PlenumBallotFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_ballot_form_dispose;
  widget_class->grab_focus = plenum_ballot_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ballotform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static GtkWidget *
add_label (PlenumBallotForm *self, const char *style)
{
  GtkWidget *label = plenum_wrapped_label_new (NULL, style);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
plenum_ballot_form_init (PlenumBallotForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->question = add_label (self, "ballot-question");
  self->rule = add_label (self, "ballot-rule");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->left = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                             "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->left, "ballot-left");
  gtk_widget_add_css_class (self->left, "numeric");
  gtk_widget_set_parent (self->left, GTK_WIDGET (self));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plenum_ballot_form_new:
 * @draft: what it fills in
 *
 * Returns: (transfer floating): the ballot
 */
GtkWidget *
plenum_ballot_form_new (PlenumBallotDraft *draft)
{
  PlenumBallotForm *self = g_object_new (PLENUM_TYPE_BALLOT_FORM, NULL);
  g_autofree char *rule = plenum_ballot_draft_describe (draft);

  self->draft = g_object_ref (draft);
  gtk_label_set_label (GTK_LABEL (self->question), plenum_ballot_draft_get_question (draft));
  gtk_label_set_label (GTK_LABEL (self->rule), rule);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_ballot_draft_get_question (draft), -1);
  if (plenum_ballot_draft_get_kind (draft) == PLENUM_PAPER_PAIR)
    gtk_box_append (GTK_BOX (self->rows), plenum_ballot_duel_new (draft));
  else for (guint i = 0; i < plenum_ballot_draft_get_n_options (draft); i++)
    gtk_box_append (GTK_BOX (self->rows), plenum_ballot_row_new (draft, i));
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
