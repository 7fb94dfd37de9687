/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a poll is secret, and whether its papers are typed twice. Switches, and not choices of a group: of a group Tab
 * reaches only the one that is chosen, and in GTK 4.8 a screen reader can tick none. */
#include "plenum-poll-secrecy.h"

#include <glib/gi18n.h>

#include "plenum-paper-actions.h"
#include "plenum-perform.h"

struct _PlenumPollSecrecy
{
  AdwPreferencesGroup  parent_instance;

  PlenumLibrary       *library;
  char                *poll;
  GtkWidget           *secret_switch;
  GtkWidget           *eyes_switch;
  GtkWidget           *eyes_row;
  gboolean             four_eyes; /* as it is stored */
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
show_eyes (PlenumPollSecrecy *self)
{
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->eyes_switch), self->four_eyes);
  self->updating = FALSE;
}

static void
eyes_set_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error != NULL)
    show_eyes (data);
}

static void
eyes_cb (PlenumPollSecrecy *self)
{
  if (!self->updating)
    plenum_perform (GTK_WIDGET (self), self->library,
                    plenum_action_set_four_eyes (self->poll, gtk_switch_get_active (GTK_SWITCH (self->eyes_switch))),
                    NULL, eyes_set_cb, self);
}

static void
plenum_poll_secrecy_finalize (GObject *object)
{
  PlenumPollSecrecy *self = PLENUM_POLL_SECRECY (object);

  g_clear_object (&self->library);
  g_free (self->poll);

  G_OBJECT_CLASS (plenum_poll_secrecy_parent_class)->finalize (object);
}

static void
plenum_poll_secrecy_class_init (PlenumPollSecrecyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_secrecy_finalize;

  /**
   * PlenumPollSecrecy::changed:
   *
   * Somebody has chosen the other.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_switch (PlenumPollSecrecy *self, const char *title, const char *subtitle, GCallback changed, GtkWidget **out_row)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_signal_connect_object (control, "notify::active", changed, self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  *out_row = row;

  return control;
}

static void
plenum_poll_secrecy_init (PlenumPollSecrecy *self)
{
  GtkWidget *row;

  self->secret_switch = add_switch (self, _("Secret vote"),
                                    _("Nobody can find out who voted what. With a receipt, everybody finds their own ballot in the result."),
                                    G_CALLBACK (active_cb), &row);
  self->eyes_switch = add_switch (self, _("Papers are typed twice, by two people"),
                                  _("A paper counts once both have typed the same. Not in a secret vote, where each is sealed at once."),
                                  G_CALLBACK (eyes_cb), &self->eyes_row);
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
 * @library: where the poll is
 * @form: a draft
 *
 * Shows it, without PlenumPollSecrecy::changed.
 */
void
plenum_poll_secrecy_set (PlenumPollSecrecy *self, PlenumLibrary *library, PlenumPollForm *form)
{
  gboolean secret = plenum_record_get_integer (form->poll, PLENUM_POLL_SECRET) != 0;

  g_return_if_fail (PLENUM_IS_POLL_SECRECY (self));

  g_set_object (&self->library, library);
  g_free (self->poll);
  self->poll = g_strdup (plenum_record_get_id (form->poll));
  self->four_eyes = form->four_eyes;
  show_eyes (self);
  gtk_widget_set_sensitive (self->eyes_row, !secret);
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->secret_switch), secret);
  self->updating = FALSE;
}
