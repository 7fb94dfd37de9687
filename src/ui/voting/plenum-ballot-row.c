/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One option on a ballot, large enough for a finger. Points are dots between a
 * minus and a plus, credits and places figures there, a choice is one large check;
 * words are buttons, and numbers a slider. */
#include "plenum-ballot-row.h"

#include <glib/gi18n.h>

#include "plenum-ballot-scale.h"
#include "plenum-ballot-words.h"
#include "plenum-pair-layout.h"

struct _PlenumBallotRow
{
  GtkWidget          parent_instance;

  PlenumBallotDraft *draft;
  guint              option;
  GtkWidget         *content; /* the one child */
  GtkWidget         *dots;    /* points */
  GtkWidget         *figure;
  GtkWidget         *less;
  GtkWidget         *more;
  GtkWidget         *check;   /* a choice */
  GtkWidget         *words;   /* one of a few */
  GtkWidget         *reason;  /* beside a concern */
  PlenumPaperKind    kind;
  guint              updating : 1;
};

/* More dots than this are a number only. */
#define MOST_DOTS 6

#define LONGEST_REASON 2000 /* characters, as the method has it */

G_DEFINE_FINAL_TYPE (PlenumBallotRow, plenum_ballot_row, GTK_TYPE_WIDGET)

static char *
describe (PlenumBallotRow *self)
{
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);
  gint64 votes = plenum_ballot_draft_get_votes (self->draft, self->option);
  const char *text = plenum_ballot_draft_get_option_text (self->draft, self->option);

  if (self->kind == PLENUM_PAPER_POINTS)
    return g_strdup_printf (ngettext ("%s: %d point", "%s: %d points", value), text, (int) value);
  if (self->kind == PLENUM_PAPER_CREDITS)
    return g_strdup_printf (ngettext ("%s: %d vote", "%s: %d votes", ABS (votes)), text, (int) votes);
  if (plenum_ballot_draft_is_given (self->draft, self->option))
    /* Translators: an option and its place in a ranking, as a screen reader says it. */
    return g_strdup_printf (_("%s: place %d"), text, (int) value);

  /* Translators: an option that is not in the ranking yet, as a screen reader says it. */
  return g_strdup_printf (_("%s: without a place"), text);
}

static char *
format_figure (PlenumBallotRow *self)
{
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);

  if (self->kind == PLENUM_PAPER_CREDITS)
    value = plenum_ballot_draft_get_votes (self->draft, self->option);
  if (self->kind == PLENUM_PAPER_RANKING && !plenum_ballot_draft_is_given (self->draft, self->option))
    return g_strdup ("–");

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static gboolean
can_step (PlenumBallotRow *self, int by)
{
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);
  gboolean given = plenum_ballot_draft_is_given (self->draft, self->option);

  if (self->kind == PLENUM_PAPER_POINTS)
    return by < 0 ? value > 0 : value < plenum_ballot_draft_get_most (self->draft, self->option);
  if (self->kind == PLENUM_PAPER_RANKING)
    return by < 0 ? given : !given || value > 1;

  return TRUE;
}

static void
update_points (PlenumBallotRow *self)
{
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);
  g_autofree char *figure = format_figure (self);
  g_autofree char *label = describe (self);
  guint i = 0;

  for (GtkWidget *dot = gtk_widget_get_first_child (self->dots); dot != NULL;
       dot = gtk_widget_get_next_sibling (dot), i++)
    if (i < value)
      gtk_widget_add_css_class (dot, "given");
    else
      gtk_widget_remove_css_class (dot, "given");

  gtk_label_set_label (GTK_LABEL (self->figure), figure);
  gtk_widget_set_sensitive (self->less, can_step (self, -1));
  gtk_widget_set_sensitive (self->more, can_step (self, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update (PlenumBallotRow *self)
{
  gboolean given = plenum_ballot_draft_is_given (self->draft, self->option);

  self->updating = TRUE;
  if (self->dots != NULL)
    update_points (self);
  if (self->check != NULL)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), given);
      gtk_widget_set_sensitive (self->check,
                                given || plenum_ballot_draft_get_most (self->draft, self->option) > 0);
    }
  if (self->reason != NULL)
    {
      const char *reason = plenum_ballot_draft_get_reason (self->draft, self->option);

      gtk_widget_set_visible (self->reason, plenum_ballot_draft_takes_reason (self->draft, self->option));
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->reason)), reason))
        gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
    }
  self->updating = FALSE;

  if (given)
    gtk_widget_add_css_class (GTK_WIDGET (self), "given");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "given");
}

static void
step (PlenumBallotRow *self, int by)
{
  if (!plenum_ballot_draft_step (self->draft, self->option, by))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
less_cb (PlenumBallotRow *self)
{
  step (self, -1);
}

static void
more_cb (PlenumBallotRow *self)
{
  step (self, 1);
}

static void
check_toggled_cb (GtkCheckButton *check, PlenumBallotRow *self)
{
  if (self->updating)
    return;

  if (gtk_check_button_get_active (check))
    plenum_ballot_draft_set_value (self->draft, self->option, 1);
  else
    plenum_ballot_draft_unset (self->draft, self->option);
}

/* Digits set, plus and minus step, and what was given can be taken back. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PlenumBallotRow *self)
{
  guint32 c = gdk_keyval_to_unicode (key);
  gboolean points = self->kind == PLENUM_PAPER_POINTS;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  if (c == '+' || key == GDK_KEY_Right || key == GDK_KEY_space)
    step (self, 1);
  else if (c == '-' || key == GDK_KEY_Left || (points && key == GDK_KEY_BackSpace))
    step (self, -1);
  else if (key == GDK_KEY_BackSpace || key == GDK_KEY_Delete)
    plenum_ballot_draft_unset (self->draft, self->option);
  else if (c >= '0' && c <= '9')
    {
      if (!plenum_ballot_draft_type_digit (self->draft, self->option, c - '0'))
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else
    return FALSE;

  return TRUE;
}

static GtkWidget *
make_text (PlenumBallotRow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->option + 1);
  g_autofree char *cost = plenum_ballot_draft_get_cost (self->draft, self->option);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *badge = gtk_label_new (number);
  GtkWidget *text = gtk_label_new (plenum_ballot_draft_get_option_text (self->draft, self->option));

  gtk_widget_add_css_class (badge, "option-number");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "option-text");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_hexpand (box, TRUE);
  if (cost != NULL)
    {
      GtkWidget *price = gtk_label_new (cost);

      gtk_widget_add_css_class (price, "numeric");
      gtk_widget_add_css_class (price, self->kind == PLENUM_PAPER_POINTS ? "ballot-cost" : "ballot-figure");
      gtk_box_append (GTK_BOX (box), price);
    }

  return box;
}

static GtkWidget *
make_step_button (PlenumBallotRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "ballot-step");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_points (PlenumBallotRow *self)
{
  const char *text = plenum_ballot_draft_get_option_text (self->draft, self->option);
  gint64 most = plenum_ballot_draft_get_most (self->draft, self->option);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean ranking = self->kind == PLENUM_PAPER_RANKING;
  gboolean dots = self->kind == PLENUM_PAPER_POINTS && most <= MOST_DOTS;
  /* Translators: a button on a ballot; %s is an option. */
  g_autofree char *less = g_strdup_printf (ranking ? _("Put %s one place back") : _("Take a point from %s"), text);
  /* Translators: a button on a ballot; %s is an option. */
  g_autofree char *more = g_strdup_printf (ranking ? _("Put %s one place forward") : _("Give a point to %s"), text);

  self->dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  for (gint64 i = 0; dots && i < most; i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "ballot-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->dots), dot);
    }

  self->figure = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->figure), 3);
  gtk_widget_add_css_class (self->figure, "numeric");
  gtk_widget_add_css_class (self->figure, "ballot-figure");
  self->less = make_step_button (self, ranking ? "go-down-symbolic" : "list-remove-symbolic", less, G_CALLBACK (less_cb));
  self->more = make_step_button (self, ranking ? "go-up-symbolic" : "list-add-symbolic", more, G_CALLBACK (more_cb));
  gtk_box_append (GTK_BOX (box), self->dots);
  gtk_box_append (GTK_BOX (box), self->less);
  gtk_box_append (GTK_BOX (box), self->figure);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_widget_set_halign (box, GTK_ALIGN_END);

  return box;
}

static GtkWidget *
make_pair (GtkWidget *text, GtkWidget *control)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (pair, plenum_pair_layout_new (12));
  gtk_widget_set_parent (text, pair);
  gtk_widget_set_parent (control, pair);

  return pair;
}

static gboolean
plenum_ballot_row_grab_focus (GtkWidget *widget)
{
  PlenumBallotRow *self = PLENUM_BALLOT_ROW (widget);

  if (self->check != NULL)
    return gtk_widget_grab_focus (self->check);
  if (self->words != NULL)
    return gtk_widget_grab_focus (self->words);

  return GTK_WIDGET_CLASS (plenum_ballot_row_parent_class)->grab_focus (widget);
}

static void
plenum_ballot_row_dispose (GObject *object)
{
  PlenumBallotRow *self = PLENUM_BALLOT_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (plenum_ballot_row_parent_class)->dispose (object);
}

static void
plenum_ballot_row_class_init (PlenumBallotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_ballot_row_dispose;
  widget_class->grab_focus = plenum_ballot_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ballotrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plenum_ballot_row_init (PlenumBallotRow *self)
{
}

static void
add_keys (PlenumBallotRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* What is dropped on a row takes its place in the ranking. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlenumBallotRow *self)
{
  gint64 rank = plenum_ballot_draft_get_value (self->draft, self->option);

  plenum_ballot_draft_place (self->draft, g_value_get_uint (value),
                             plenum_ballot_draft_is_given (self->draft, self->option)
                             ? rank : plenum_ballot_draft_get_n_options (self->draft));

  return TRUE;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, PlenumBallotRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, x, y);

  return gdk_content_provider_new_typed (G_TYPE_UINT, self->option);
}

static void
add_dragging (PlenumBallotRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
make_check (PlenumBallotRow *self)
{
  const char *text = plenum_ballot_draft_get_option_text (self->draft, self->option);
  g_autofree char *cost = plenum_ballot_draft_get_cost (self->draft, self->option);
  /* Translators: an option and what it costs, as a screen reader says it. */
  g_autofree char *label = cost != NULL ? g_strdup_printf (_("%s: costs %s"), text, cost) : g_strdup (text);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), make_text (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, 0);

  return check;
}

static void
reason_changed_cb (PlenumBallotRow *self)
{
  if (!self->updating)
    plenum_ballot_draft_set_reason (self->draft, self->option, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

/* Below the words, once somebody does not just consent. */
static GtkWidget *
add_reason (PlenumBallotRow *self, GtkWidget *pair)
{
  const char *text = plenum_ballot_draft_get_option_text (self->draft, self->option);
  /* Translators: a field on a ballot; %s is a proposal. */
  g_autofree char *label = g_strdup_printf (_("Reason beside %s"), text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->reason = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), LONGEST_REASON);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why, and what would help"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), pair);
  gtk_box_append (GTK_BOX (box), self->reason);

  return box;
}

static GtkWidget *
make_content (PlenumBallotRow *self)
{
  GtkWidget *pair;

  switch (self->kind)
    {
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_RANKING:
      add_keys (self);
      if (self->kind == PLENUM_PAPER_RANKING)
        add_dragging (self);
      return make_pair (make_text (self), make_points (self));

    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
      add_keys (self);
      return make_pair (make_text (self), plenum_ballot_scale_new (self->draft, self->option));

    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_CONSENT:
      self->words = plenum_ballot_words_new (self->draft, self->option);
      pair = make_pair (make_text (self), self->words);
      return self->kind == PLENUM_PAPER_CONSENT ? add_reason (self, pair) : pair;

    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      self->check = make_check (self);
      return self->check;
    }
}

/**
 * plenum_ballot_row_new:
 * @draft: the ballot
 * @option: which of its options
 *
 * Returns: (transfer floating): a row that fills the ballot in and follows it
 */
GtkWidget *
plenum_ballot_row_new (PlenumBallotDraft *draft, guint option)
{
  PlenumBallotRow *self = g_object_new (PLENUM_TYPE_BALLOT_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->option = option;
  self->kind = plenum_ballot_draft_get_kind (draft);
  self->content = make_content (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_ballot_draft_get_option_text (draft, option), -1);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

guint
plenum_ballot_row_get_option (PlenumBallotRow *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_ROW (self), 0);

  return self->option;
}
