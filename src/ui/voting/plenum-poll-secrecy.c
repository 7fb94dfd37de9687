/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a poll is secret, who may vote, and whether papers are typed twice. Switches, and not choices of a group: of a group Tab
 * reaches only the one that is chosen, and in GTK 4.8 a screen reader can tick none. */
#include "plenum-poll-secrecy.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-perform.h"

struct _PlenumPollSecrecy
{
  AdwPreferencesGroup  parent_instance;

  PlenumLibrary       *library;
  char                *poll;
  GtkWidget           *secret_switch;
  GtkWidget           *switches[PLENUM_N_POLL_CONDITIONS];
  GtkWidget           *rows[PLENUM_N_POLL_CONDITIONS];
  gboolean             conditions[PLENUM_N_POLL_CONDITIONS]; /* as they are stored */
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
show_conditions (PlenumPollSecrecy *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < PLENUM_N_POLL_CONDITIONS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->switches[i]), self->conditions[i]);
  self->updating = FALSE;
}

static void
condition_set_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error != NULL)
    show_conditions (data);
}

static void
condition_cb (PlenumPollSecrecy *self)
{
  for (guint i = 0; !self->updating && i < PLENUM_N_POLL_CONDITIONS; i++)
    {
      gboolean active = gtk_switch_get_active (GTK_SWITCH (self->switches[i]));

      if (active != self->conditions[i])
        plenum_perform (GTK_WIDGET (self), self->library, plenum_action_set_condition (self->poll, i, active),
                        NULL, condition_set_cb, self);
    }
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
  self->updating = TRUE;
  self->switches[PLENUM_POLL_NAMES_ONLY] =
    add_switch (self, _("Only people on the list vote"),
                _("Each says their name, and nobody votes twice. There are no papers and no show of hands, which have no names."),
                G_CALLBACK (condition_cb), &self->rows[PLENUM_POLL_NAMES_ONLY]);
  self->switches[PLENUM_POLL_FOUR_EYES] =
    add_switch (self, _("Papers are typed twice, by two people"),
                _("A paper counts once both have typed the same. Not in a secret vote, where each is sealed at once."),
                G_CALLBACK (condition_cb), &self->rows[PLENUM_POLL_FOUR_EYES]);
  self->updating = FALSE;
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

/* The row grey and the switch, too: GTK 4.8 tells screen readers of the one that is told. */
static void
offer (PlenumPollSecrecy *self, PlenumPollCondition condition, gboolean possible)
{
  gtk_widget_set_sensitive (self->rows[condition], possible);
  gtk_widget_set_sensitive (self->switches[condition], possible);
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
  memcpy (self->conditions, form->conditions, sizeof self->conditions);
  show_conditions (self);
  offer (self, PLENUM_POLL_FOUR_EYES, !secret && !form->conditions[PLENUM_POLL_NAMES_ONLY]);
  offer (self, PLENUM_POLL_NAMES_ONLY, !form->conditions[PLENUM_POLL_FOUR_EYES]);
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->secret_switch), secret);
  self->updating = FALSE;
}
