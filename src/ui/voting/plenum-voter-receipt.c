/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the receipt of a secret ballot that is to be taken back: without it
 * nobody knows which one it is. */
#include "plenum-voter-receipt.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-participant-column.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-receipt.h"

typedef struct
{
  PlenumLibrary *library;
  char          *poll;
  char          *voter; /* nullable */
  GWeakRef       from;
  GtkWidget     *entry;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->library);
  g_free (question->poll);
  g_free (question->voter);
  g_weak_ref_clear (&question->from);
  g_free (question);
}

static void
withdrawn_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    plenum_show_message (data, _("The ballot is taken back"));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&question->from);

  if (from == NULL || !g_str_equal (response, "withdraw"))
    return;

  /* Without an undo: a ballot that was in the urn leaves no trace. */
  plenum_perform (from, question->library,
                  plenum_action_withdraw_secret_ballot (question->poll, question->voter,
                                                        gtk_editable_get_text (GTK_EDITABLE (question->entry))),
                  NULL, withdrawn_cb, from);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *receipt = plenum_receipt_read (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "withdraw", receipt != NULL);
}

/**
 * plenum_voter_receipt_ask:
 * @library: where the poll is
 * @poll: the id of a secret poll that is open
 * @voter: (nullable): who takes the ballot back, or %NULL for one without a name
 * @from: the widget that asks
 *
 * Asks for the receipt and takes the ballot out of the urn.
 */
void
plenum_voter_receipt_ask (PlenumLibrary *library, const char *poll, PlenumRecord *voter, GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  Question *question = g_new0 (Question, 1);
  GtkWidget *dialog;
  /* Translators: %s is the name of a person. */
  g_autofree char *named = voter == NULL ? NULL : g_strdup_printf (_("%s has voted already"), plenum_participant_name (voter));

  question->library = g_object_ref (library);
  question->poll = g_strdup (poll);
  question->voter = g_strdup (voter != NULL ? plenum_record_get_id (voter) : NULL);
  g_weak_ref_init (&question->from, from);
  question->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->entry), "K7PM3-XQ9AB");
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Receipt of the ballot"), -1);

  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   named != NULL ? named : _("Take a ballot back"),
                                   _("Type the receipt of the ballot to take it out of the urn and vote again. Without the receipt nobody can tell which ballot it is."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "withdraw", _("_Take it back"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "withdraw");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "withdraw", FALSE);
  g_signal_connect_object (question->entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}
