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
  PlenumRecord  *voter; /* nullable */
  char          *typed; /* nullable: what was typed the last time */
  GWeakRef       from;
  GtkWidget     *entry; /* borrowed: the dialog's */
} Question;

static void ask (Question *question, const char *sentence);

static Question *
question_new (PlenumLibrary *library, const char *poll, PlenumRecord *voter, GtkWidget *from)
{
  Question *question = g_new0 (Question, 1);

  question->library = g_object_ref (library);
  question->poll = g_strdup (poll);
  question->voter = voter != NULL ? g_object_ref (voter) : NULL;
  g_weak_ref_init (&question->from, from);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->library);
  g_free (question->poll);
  g_clear_object (&question->voter);
  g_free (question->typed);
  g_weak_ref_clear (&question->from);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
forget_cb (gpointer data, GClosure *closure)
{
  question_free (data);
}

/* Whoever mistyped it looks again at what was typed, with the reason above it. */
static void
withdrawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&question->from);
  g_autoptr (GError) error = NULL;
  gboolean done = plenum_library_perform_finish (PLENUM_LIBRARY (source), result, &error);

  /* The window may have been closed meanwhile. */
  if (from == NULL || gtk_widget_get_root (from) == NULL)
    return;

  if (done)
    plenum_show_message (from, _("The ballot is taken back"));
  else
    ask (g_steal_pointer (&question), error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&question->from);
  const char *voter = question->voter != NULL ? plenum_record_get_id (question->voter) : NULL;
  g_autoptr (PlenumAction) action = NULL;
  Question *next;

  if (from == NULL || !g_str_equal (response, "withdraw"))
    return;

  next = question_new (question->library, question->poll, question->voter, from);
  next->typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));
  /* Without an undo: a ballot that was in the urn leaves no trace. */
  action = plenum_action_withdraw_secret_ballot (next->poll, voter, next->typed);
  plenum_library_perform_async (next->library, action, NULL, withdrawn_cb, next);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *receipt = plenum_receipt_read (gtk_editable_get_text (entry));

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
  adw_message_dialog_set_response_enabled (dialog, "withdraw", receipt != NULL);
}

static GtkWidget *
make_entry (const char *typed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "K7PM3-XQ9AB");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Receipt of the ballot"), -1);
  if (typed != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), typed);
      gtk_widget_add_css_class (entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }

  return entry;
}

/* Takes the question over. */
static void
ask (Question *question, const char *sentence)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&question->from);
  GtkRoot *root = gtk_widget_get_root (from);
  g_autofree char *named = NULL;
  GtkWidget *dialog;

  if (question->voter != NULL)
    /* Translators: %s is the name of a person. */
    named = g_strdup_printf (_("%s has voted already"), plenum_participant_name (question->voter));
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   named != NULL ? named : _("Take a ballot back"), sentence);
  question->entry = make_entry (question->typed);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "withdraw", _("_Take it back"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "withdraw");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "withdraw", FALSE);
  g_signal_connect_object (question->entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, forget_cb, 0);
}

/**
 * plenum_voter_receipt_ask:
 * @library: where the poll is
 * @poll: the id of a secret poll that is open
 * @voter: (nullable): who takes the ballot back, or %NULL for one without a name
 * @from: the widget that asks
 *
 * Asks for the receipt, until it is one or nobody wants to any more, and takes the
 * ballot out of the urn.
 */
void
plenum_voter_receipt_ask (PlenumLibrary *library, const char *poll, PlenumRecord *voter, GtkWidget *from)
{
  ask (question_new (library, poll, voter, from),
       _("Type the receipt of the ballot to take it out of the urn and vote again. Without the receipt nobody can tell which ballot it is."));
}
