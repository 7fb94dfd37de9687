/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number for an option by a slider: a score, a resistance. Until it is touched
 * there is none, which is not the same as the lowest. */
#include "plenum-ballot-scale.h"

#include <glib/gi18n.h>

#define WIDTH 200

struct _PlenumBallotScale
{
  GtkWidget          parent_instance;

  PlenumBallotDraft *draft;
  guint              option;
  GtkWidget         *scale;
  GtkWidget         *figure;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (PlenumBallotScale, plenum_ballot_scale, GTK_TYPE_WIDGET)

static void
update (PlenumBallotScale *self)
{
  gboolean given = plenum_ballot_draft_is_given (self->draft, self->option);
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);
  g_autofree char *figure = given ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("–");

  self->updating = TRUE;
  gtk_label_set_label (GTK_LABEL (self->figure), figure);
  gtk_range_set_value (GTK_RANGE (self->scale), given ? value : plenum_ballot_draft_get_least (self->draft));
  if (given)
    gtk_widget_remove_css_class (self->scale, "unset");
  else
    gtk_widget_add_css_class (self->scale, "unset");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  given ? figure : _("not answered"), -1);
  self->updating = FALSE;
}

/* Also where the slider is moved to where it stands: that is an answer as well. */
static gboolean
change_value_cb (GtkRange *range, GtkScrollType scroll, double value, PlenumBallotScale *self)
{
  gint64 least = plenum_ballot_draft_get_least (self->draft);
  gint64 most = plenum_ballot_draft_get_most (self->draft, self->option);

  if (!self->updating)
    plenum_ballot_draft_set_value (self->draft, self->option, CLAMP ((gint64) (value + (value < 0 ? -0.5 : 0.5)), least, most));

  return TRUE;
}

static void
plenum_ballot_scale_dispose (GObject *object)
{
  PlenumBallotScale *self = PLENUM_BALLOT_SCALE (object);

  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_pointer (&self->figure, gtk_widget_unparent);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (plenum_ballot_scale_parent_class)->dispose (object);
}

static void
plenum_ballot_scale_class_init (PlenumBallotScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_ballot_scale_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ballotscale");
}

static void
plenum_ballot_scale_init (PlenumBallotScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  self->figure = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->figure), 4);
  gtk_widget_add_css_class (self->figure, "numeric");
  gtk_widget_add_css_class (self->figure, "ballot-figure");
}

/**
 * plenum_ballot_scale_new:
 * @draft: the ballot
 * @option: which of its options
 *
 * Its row has the focus and the keys; the slider is for mouse and finger.
 *
 * Returns: (transfer floating): the slider with its number
 */
GtkWidget *
plenum_ballot_scale_new (PlenumBallotDraft *draft, guint option)
{
  PlenumBallotScale *self = g_object_new (PLENUM_TYPE_BALLOT_SCALE, NULL);

  self->draft = g_object_ref (draft);
  self->option = option;
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, plenum_ballot_draft_get_least (draft),
                                          MAX (plenum_ballot_draft_get_most (draft, option),
                                               plenum_ballot_draft_get_least (draft) + 1), 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_size_request (self->scale, WIDTH, -1);
  gtk_widget_set_can_focus (self->scale, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_ballot_draft_get_option_text (draft, option), -1);
  g_signal_connect_object (self->scale, "change-value", G_CALLBACK (change_value_cb), self, 0);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_widget_set_parent (self->figure, GTK_WIDGET (self));
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
