/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two options side by side, of which one is chosen, then the next two. What was said
 * stands below, the last on top, and can be taken back. */
#include "plenum-ballot-duel.h"

#include <glib/gi18n.h>

#include "plenum-wrapped-label.h"

struct _PlenumBallotDuel
{
  GtkWidget          parent_instance;

  PlenumBallotDraft *draft;
  GtkWidget         *pair;   /* the two options, and what else can be said */
  GtkWidget         *left;
  GtkWidget         *right;
  GtkWidget         *equal;
  GtkWidget         *unsaid;
  GtkWidget         *back;
  GtkWidget         *said;
};

G_DEFINE_FINAL_TYPE (PlenumBallotDuel, plenum_ballot_duel, GTK_TYPE_WIDGET)

static void
show_option (PlenumBallotDuel *self, GtkWidget *button, guint option)
{
  const char *text = plenum_ballot_draft_get_option_text (self->draft, option);
  /* Translators: a button on a ballot of comparisons; %s is an option. */
  g_autofree char *label = g_strdup_printf (_("%s is better"), text);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_said (PlenumBallotDuel *self)
{
  guint n = plenum_ballot_draft_get_n_answers (self->draft);
  GString *said = g_string_new (NULL);

  for (guint i = n; i > 0; i--)
    {
      g_autofree char *sentence = plenum_ballot_draft_describe_answer (self->draft, i - 1);

      g_string_append_printf (said, "%s%u. %s", i < n ? "\n" : "", i, sentence);
    }
  gtk_label_set_label (GTK_LABEL (self->said), said->str);
  gtk_widget_set_visible (self->said, n > 0);
  g_string_free (said, TRUE);
}

static void
update (PlenumBallotDuel *self)
{
  guint left = 0, right = 0;
  gboolean asked = plenum_ballot_draft_get_pair (self->draft, &left, &right);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (asked)
    {
      show_option (self, self->left, left);
      show_option (self, self->right, right);
    }
  gtk_widget_set_sensitive (self->back, plenum_ballot_draft_get_n_answers (self->draft) > 0);
  gtk_widget_set_visible (self->back, plenum_ballot_draft_get_n_pairs (self->draft) > 0);
  gtk_widget_set_visible (self->pair, asked);
  show_said (self);
  if (focused && (!asked || !gtk_widget_is_sensitive (focus)))
    gtk_widget_grab_focus (asked ? self->left : self->back);
}

static void
left_cb (PlenumBallotDuel *self)
{
  plenum_ballot_draft_answer (self->draft, PLENUM_PAIR_LEFT);
}

static void
right_cb (PlenumBallotDuel *self)
{
  plenum_ballot_draft_answer (self->draft, PLENUM_PAIR_RIGHT);
}

static void
equal_cb (PlenumBallotDuel *self)
{
  plenum_ballot_draft_answer (self->draft, PLENUM_PAIR_EQUAL);
}

static void
unsaid_cb (PlenumBallotDuel *self)
{
  plenum_ballot_draft_answer (self->draft, PLENUM_PAIR_UNSAID);
}

static void
back_cb (PlenumBallotDuel *self)
{
  if (!plenum_ballot_draft_take_back (self->draft))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Before the buttons would take the arrows to go from one to the other. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PlenumBallotDuel *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  if (key == GDK_KEY_Left || key == GDK_KEY_1)
    left_cb (self);
  else if (key == GDK_KEY_Right || key == GDK_KEY_2)
    right_cb (self);
  else if (key == GDK_KEY_equal)
    equal_cb (self);
  else if (key == GDK_KEY_0)
    unsaid_cb (self);
  else if (key == GDK_KEY_BackSpace)
    back_cb (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
plenum_ballot_duel_grab_focus (GtkWidget *widget)
{
  PlenumBallotDuel *self = PLENUM_BALLOT_DUEL (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->pair) ? self->left : self->back);
}

static void
plenum_ballot_duel_dispose (GObject *object)
{
  PlenumBallotDuel *self = PLENUM_BALLOT_DUEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (plenum_ballot_duel_parent_class)->dispose (object);
}

static void
plenum_ballot_duel_class_init (PlenumBallotDuelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_ballot_duel_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = plenum_ballot_duel_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ballotduel");
}

static GtkWidget *
add_option (PlenumBallotDuel *self, GtkWidget *box, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = plenum_wrapped_label_new (NULL, "option-text");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "duel-option");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
add_button (PlenumBallotDuel *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
plenum_ballot_duel_init (PlenumBallotDuel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *options = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_box_set_homogeneous (GTK_BOX (options), TRUE);
  gtk_box_set_homogeneous (GTK_BOX (others), TRUE);
  self->pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->left = add_option (self, options, G_CALLBACK (left_cb));
  self->right = add_option (self, options, G_CALLBACK (right_cb));
  self->equal = add_button (self, others, _("_Equally good"), G_CALLBACK (equal_cb));
  self->unsaid = add_button (self, others, _("Cannot _say"), G_CALLBACK (unsaid_cb));
  gtk_box_append (GTK_BOX (self->pair), options);
  gtk_box_append (GTK_BOX (self->pair), others);
  gtk_widget_set_parent (self->pair, GTK_WIDGET (self));

  self->back = gtk_button_new_with_mnemonic (_("_Take the last answer back"));
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  self->said = plenum_wrapped_label_new (NULL, "numeric");
  gtk_widget_set_parent (self->said, GTK_WIDGET (self));
  plenum_wrapped_label_set_buttons (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plenum_ballot_duel_new:
 * @draft: a ballot of comparisons
 *
 * Returns: (transfer floating): the pairs, one after the other
 */
GtkWidget *
plenum_ballot_duel_new (PlenumBallotDraft *draft)
{
  PlenumBallotDuel *self = g_object_new (PLENUM_TYPE_BALLOT_DUEL, NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
