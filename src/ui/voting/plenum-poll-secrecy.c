/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a poll is secret. A switch, and not two choices of a group: of a group Tab
 * reaches only the one that is chosen, and in GTK 4.8 a screen reader can tick none. */
#include "plenum-poll-secrecy.h"

#include <glib/gi18n.h>

struct _PlenumPollSecrecy
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *secret_switch;
  gboolean             updating;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPollSecrecy, plenum_poll_secrecy, ADW_TYPE_PREFERENCES_GROUP)

static void
active_cb (PlenumPollSecrecy *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
plenum_poll_secrecy_class_init (PlenumPollSecrecyClass *klass)
{
  /**
   * PlenumPollSecrecy::changed:
   *
   * Somebody has chosen the other.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_poll_secrecy_init (PlenumPollSecrecy *self)
{
  const char *title = _("Secret vote");
  const char *subtitle = _("Nobody can find out who voted what. With a receipt, everybody finds their own ballot in the result.");
  GtkWidget *row = adw_action_row_new ();

  self->secret_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->secret_switch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->secret_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_signal_connect_object (self->secret_switch, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->secret_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->secret_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * plenum_poll_secrecy_new:
 *
 * Returns: (transfer floating): the choice, of an open vote at first
 */
GtkWidget *
plenum_poll_secrecy_new (void)
{
  return g_object_new (PLENUM_TYPE_POLL_SECRECY, NULL);
}

/**
 * plenum_poll_secrecy_get:
 *
 * Returns: whether the vote is to be secret
 */
gboolean
plenum_poll_secrecy_get (PlenumPollSecrecy *self)
{
  g_return_val_if_fail (PLENUM_IS_POLL_SECRECY (self), FALSE);

  return gtk_switch_get_active (GTK_SWITCH (self->secret_switch));
}

/**
 * plenum_poll_secrecy_set:
 * @secret: whether the vote is to be secret
 *
 * Shows it, without PlenumPollSecrecy::changed.
 */
void
plenum_poll_secrecy_set (PlenumPollSecrecy *self, gboolean secret)
{
  g_return_if_fail (PLENUM_IS_POLL_SECRECY (self));

  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->secret_switch), secret);
  self->updating = FALSE;
}
