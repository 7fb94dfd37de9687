/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each option costs, where a poll spends a budget. */
#include "plenum-poll-costs.h"

#include <glib/gi18n.h>

#include "plenum-amount-row.h"
#include "plenum-record.h"

struct _PlenumPollCosts
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows; /* PlenumAmountRow, borrowed, in the order of the options */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPollCosts, plenum_poll_costs, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (PlenumPollCosts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plenum_poll_costs_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_POLL_COSTS (object)->rows);
  G_OBJECT_CLASS (plenum_poll_costs_parent_class)->finalize (object);
}

static void
plenum_poll_costs_class_init (PlenumPollCostsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_costs_finalize;

  /**
   * PlenumPollCosts::changed:
   *
   * Something costs something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_poll_costs_init (PlenumPollCosts *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * plenum_poll_costs_new:
 *
 * Returns: (transfer floating): the costs of no option
 */
GtkWidget *
plenum_poll_costs_new (void)
{
  return g_object_new (PLENUM_TYPE_POLL_COSTS, "title", _("What each option costs"), NULL);
}

static void
add_row (PlenumPollCosts *self)
{
  GtkWidget *row = plenum_amount_row_new ("");

  g_signal_connect_object (row, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * plenum_poll_costs_set:
 * @options: (element-type PlenumRecord): all of them, in their order
 *
 * Shows what they cost, without PlenumPollCosts::changed.
 */
void
plenum_poll_costs_set (PlenumPollCosts *self, GPtrArray *options)
{
  g_return_if_fail (PLENUM_IS_POLL_COSTS (self));

  while (self->rows->len < options->len)
    add_row (self);
  while (self->rows->len > options->len)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_steal_index (self->rows, self->rows->len - 1));

  for (guint i = 0; i < options->len; i++)
    {
      PlenumRecord *option = g_ptr_array_index (options, i);

      plenum_amount_row_set_title (self->rows->pdata[i], plenum_record_get_text (option, PLENUM_OPTION_TEXT));
      plenum_amount_row_set (self->rows->pdata[i], plenum_record_get_text (option, PLENUM_OPTION_COST));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), options->len > 0);
}

/**
 * plenum_poll_costs_apply:
 * @options: (element-type PlenumRecord): copies of those that were set
 *
 * Writes into them what they cost now.
 *
 * Returns: whether that is different from what was there
 */
gboolean
plenum_poll_costs_apply (PlenumPollCosts *self, GPtrArray *options)
{
  gboolean different = FALSE;

  g_return_val_if_fail (PLENUM_IS_POLL_COSTS (self), FALSE);

  for (guint i = 0; i < MIN (options->len, self->rows->len); i++)
    {
      const char *cost = plenum_amount_row_get (self->rows->pdata[i]);
      const char *before = plenum_record_get_text (options->pdata[i], PLENUM_OPTION_COST);

      if (g_strcmp0 (before != NULL ? before : "", cost) == 0)
        continue;
      different = TRUE;
      if (*cost != '\0')
        plenum_record_set_text (options->pdata[i], PLENUM_OPTION_COST, cost);
      else
        plenum_record_set_null (options->pdata[i], PLENUM_OPTION_COST);
    }

  return different;
}
