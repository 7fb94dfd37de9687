/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for an amount: a budget, a cost. What is no amount is said below it, and is
 * not taken. */
#include "plenum-amount-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-editable.h"
#include "plenum-rational.h"

struct _PlenumAmountRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *entry;
  char         *amount; /* what was last taken, "" for none */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumAmountRow, plenum_amount_row, ADW_TYPE_ACTION_ROW)

/* "1.200" is 1200 to some and 1.2 to others, so it is neither. */
static gboolean
is_ambiguous (const char *number)
{
  const char *point = strchr (number, '.');

  return point != NULL && strlen (point + 1) == 3;
}

/**
 * plenum_amount_row_read:
 * @typed: a number as people write it, with a point or a comma, and spaces between
 *   thousands
 *
 * Returns: (transfer full) (nullable): the same as polls keep it, "12.50", "" for
 *   nothing; %NULL if it is no amount, or could mean two
 */
char *
plenum_amount_row_read (const char *typed)
{
  g_autofree char *plain = g_strdelimit (g_strdup (typed), ",", '.');
  g_auto (GStrv) words = g_strsplit_set (plain, " \t", -1);
  g_autofree char *number = g_strjoinv ("", words);
  g_autoptr (PlenumRational) amount = NULL;

  if (*number == '\0')
    return g_steal_pointer (&number);

  amount = plenum_rational_new_from_text (number);
  return amount != NULL && !is_ambiguous (number) ? g_steal_pointer (&number) : NULL;
}

static void
show_error (PlenumAmountRow *self, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               *message != '\0' ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  if (*message != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
take (PlenumAmountRow *self)
{
  g_autofree char *amount = plenum_amount_row_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  show_error (self, amount != NULL ? "" : _("Type a number without points or commas between thousands, such as 12000 or 12.50."));
  if (amount == NULL || g_str_equal (amount, self->amount))
    return;

  g_free (self->amount);
  self->amount = g_steal_pointer (&amount);
  plenum_editable_show (GTK_EDITABLE (self->entry), self->amount);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plenum_amount_row_finalize (GObject *object)
{
  g_free (PLENUM_AMOUNT_ROW (object)->amount);
  G_OBJECT_CLASS (plenum_amount_row_parent_class)->finalize (object);
}

static void
plenum_amount_row_class_init (PlenumAmountRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_amount_row_finalize;

  /**
   * PlenumAmountRow::changed:
   *
   * Another amount was typed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_amount_row_init (PlenumAmountRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->amount = g_strdup ("");
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (self->entry, "numeric");
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  plenum_editable_pass_undo (GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->entry);
}

/**
 * plenum_amount_row_new:
 * @title: what the amount is of
 *
 * Returns: (transfer floating): a row without an amount
 */
GtkWidget *
plenum_amount_row_new (const char *title)
{
  GtkWidget *self = g_object_new (PLENUM_TYPE_AMOUNT_ROW, "use-markup", FALSE, NULL);

  plenum_amount_row_set_title (PLENUM_AMOUNT_ROW (self), title);

  return self;
}

/**
 * plenum_amount_row_set_title:
 * @title: what the amount is of
 */
void
plenum_amount_row_set_title (PlenumAmountRow *self, const char *title)
{
  g_return_if_fail (PLENUM_IS_AMOUNT_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * plenum_amount_row_set:
 * @amount: (nullable): as it is kept, or %NULL for none
 *
 * Shows it, without PlenumAmountRow::changed; what is being typed there stays.
 */
void
plenum_amount_row_set (PlenumAmountRow *self, const char *amount)
{
  g_return_if_fail (PLENUM_IS_AMOUNT_ROW (self));

  if (g_strcmp0 (self->amount, amount != NULL ? amount : "") == 0)
    return;

  g_free (self->amount);
  self->amount = g_strdup (amount != NULL ? amount : "");
  if (plenum_editable_is_typed (GTK_EDITABLE (self->entry)))
    return;

  plenum_editable_show (GTK_EDITABLE (self->entry), self->amount);
  show_error (self, "");
}

/**
 * plenum_amount_row_get:
 *
 * Returns: (transfer none): the last amount that is one, "" for none
 */
const char *
plenum_amount_row_get (PlenumAmountRow *self)
{
  g_return_val_if_fail (PLENUM_IS_AMOUNT_ROW (self), NULL);

  return self->amount;
}
