/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper ballots as fast as one can type: the numbers of the options, Enter, the
 * next, which need not wait until the one before it is stored. The ballot below
 * shows what was understood before it is cast. */
#include "plenum-paper-form.h"

#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-ballot-form.h"
#include "plenum-editable.h"
#include "plenum-pair-layout.h"
#include "plenum-paper-actions.h"
#include "plenum-paper-typist.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"

struct _PlenumPaperForm
{
  AdwWindow          parent_instance;

  PlenumLibrary     *library;
  PlenumBallotDraft *draft;
  char              *poll;
  char              *secret;  /* nullable: the id of the poll if it is secret */
  GQueue             pending; /* what was typed of ballots that are on their way into the library */
  GPtrArray         *failed;  /* what was typed of those that did not get there */
  GPtrArray         *cast;    /* ids, or receipts, of the ballots entered here, the last one last */

  PlenumPaperTypist *typist;  /* nullable: where papers are typed once; borrowed */

  GtkWidget         *typist_bin;
  GtkWidget         *hint_label;
  GtkWidget         *entry;
  GtkWidget         *error_label;
  GtkWidget         *failed_label;
  GtkWidget         *count_box;
  GtkWidget         *count_label;
  GtkWidget         *withdraw_button;
  GtkWidget         *clamp;
};

G_DEFINE_FINAL_TYPE (PlenumPaperForm, plenum_paper_form, ADW_TYPE_WINDOW)

static void
show_error (PlenumPaperForm *self, const GError *error)
{
  gtk_widget_set_visible (self->error_label, error != NULL);
  gtk_label_set_label (GTK_LABEL (self->error_label), error != NULL ? error->message : "");
  if (error != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

/* Where two people type each paper. */
static void
show_typist (PlenumPaperForm *self)
{
  g_autofree char *count = plenum_paper_typist_describe (self->typist);

  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  gtk_widget_set_sensitive (self->withdraw_button, g_queue_is_empty (&self->pending)
                                                   && plenum_paper_typist_was_typed (self->typist));
}

static void
show_count (PlenumPaperForm *self)
{
  guint n = self->cast->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u ballot entered", "%u ballots entered", n), n);
  /* Translators: how many paper ballots of a secret vote were entered, and the code
   * of the last one, which is written on the paper. */
  g_autofree char *receipt = self->secret == NULL || n == 0 ? NULL
                             : g_strdup_printf (_("%s. Receipt of the last one: %s"), count,
                                                (char *) g_ptr_array_index (self->cast, n - 1));

  gtk_label_set_label (GTK_LABEL (self->count_label), receipt != NULL ? receipt : count);
  gtk_widget_set_sensitive (self->withdraw_button, n > 0 && g_queue_is_empty (&self->pending));
}

/* The ballots that are to be typed again, until they are. */
static void
show_failed (PlenumPaperForm *self)
{
  g_autofree char *lines = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->failed_label, self->failed->len > 0);
  if (self->failed->len == 0)
    return;

  g_ptr_array_add (self->failed, NULL);
  lines = g_strjoinv (" · ", (char **) self->failed->pdata);
  g_ptr_array_remove_index (self->failed, self->failed->len - 1);
  /* Translators: %s is what was typed of one or more ballots, such as “3 3 5”. */
  sentence = g_strdup_printf (_("Not stored, please type again: %s"), lines);
  gtk_label_set_label (GTK_LABEL (self->failed_label), sentence);
}

static void
note_stored (PlenumPaperForm *self, const char *typed, const GError *error)
{
  guint index;

  if (error != NULL)
    g_ptr_array_add (self->failed, g_strdup (typed));
  else if (g_ptr_array_find_with_equal_func (self->failed, typed, g_str_equal, &index))
    g_ptr_array_remove_index (self->failed, index);
  show_failed (self);
}

static void
changed_cb (PlenumPaperForm *self)
{
  g_autoptr (GError) error = NULL;

  plenum_ballot_draft_parse (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  show_error (self, error);
}

static void
cast_done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumPaperForm *self = data;
  g_autofree char *typed = g_queue_pop_head (&self->pending); /* they are stored in their order */

  note_stored (self, typed, error);
  if (error == NULL)
    g_ptr_array_add (self->cast, g_strdup (plenum_action_get_result (action)));
  show_count (self);
}

static void
typed_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumPaperForm *self = data;
  g_autofree char *typed = g_queue_pop_head (&self->pending);

  note_stored (self, typed, error);
  plenum_paper_typist_end (self->typist);
}

/* One of the two times. */
static void
type_paper (PlenumPaperForm *self, PlenumRecord *ballot, const char *typed)
{
  guint paper = plenum_paper_typist_get_paper (self->typist);
  PlenumAction *action = plenum_action_type_paper (ballot, paper, plenum_paper_typist_get_name (self->typist), typed,
                                                   plenum_sheet_check);

  g_queue_push_tail (&self->pending, g_strdup_printf ("%u: %s", paper, typed));
  plenum_paper_typist_begin (self->typist);
  plenum_perform (self->clamp, self->library, action, NULL, typed_cb, self);
}

static void
cast_cb (PlenumPaperForm *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (PlenumRecord) ballot = NULL;
  g_autoptr (GError) error = NULL;

  if (self->typist != NULL && !plenum_paper_typist_is_ready (self->typist))
    {
      g_set_error_literal (&error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Type your initials and the number of the paper first."));
      show_error (self, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->typist));
      return;
    }

  /* An empty line may be a slip of the finger: a blank ballot is typed as 0. */
  if (*typed == '\0' || !plenum_ballot_draft_parse (self->draft, typed, &error))
    {
      show_error (self, error);
      gtk_widget_error_bell (self->entry);
      return;
    }

  ballot = plenum_ballot_draft_to_record (self->draft, "paper");
  plenum_editable_clear (GTK_EDITABLE (self->entry));
  gtk_widget_set_sensitive (self->withdraw_button, FALSE);
  if (self->typist != NULL)
    {
      type_paper (self, ballot, typed);
      return;
    }
  g_queue_push_tail (&self->pending, g_steal_pointer (&typed));
  plenum_perform (self->clamp, self->library,
                  plenum_action_cast_ballot (ballot, plenum_sheet_check), NULL, cast_done_cb, self);
}

static void
withdrawn_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumPaperForm *self = data;

  if (error == NULL)
    g_ptr_array_remove_index (self->cast, self->cast->len - 1);
  show_count (self);
  gtk_widget_grab_focus (self->entry);
}

static void
paper_withdrawn_cb (PlenumAction *action, const GError *error, gpointer data)
{
  gtk_widget_grab_focus (PLENUM_PAPER_FORM (data)->entry);
}

static void
withdraw_cb (PlenumPaperForm *self)
{
  const char *last;

  gtk_widget_set_sensitive (self->withdraw_button, FALSE);
  if (self->typist != NULL)
    {
      plenum_perform (self->clamp, self->library,
                      plenum_action_withdraw_paper (self->poll, plenum_paper_typist_get_paper (self->typist)),
                      NULL, paper_withdrawn_cb, self);
      return;
    }

  last = g_ptr_array_index (self->cast, self->cast->len - 1);
  plenum_perform (self->clamp, self->library,
                  self->secret != NULL ? plenum_action_withdraw_secret_ballot (self->secret, NULL, last)
                                       : plenum_action_withdraw_ballot (last),
                  NULL, withdrawn_cb, self);
}

static const char *
get_hint (PlenumBallotDraft *draft)
{
  switch (plenum_ballot_draft_get_kind (draft))
    {
    case PLENUM_PAPER_POINTS:
      return _("Type one number for each point, for example 3 3 5 or 3x2 5. A blank ballot is 0.");

    case PLENUM_PAPER_STANCES:
      return _("Type the numbers agreed with, −4 for disagreement, 04 for a pass. A blank ballot is 0.");

    case PLENUM_PAPER_RANKING:
      return _("Type the numbers in their order, the best first, for example 4 1 7. A blank ballot is 0.");

    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
      return _("Type what each option got from top to bottom, and a full stop for one that was left out.");

    case PLENUM_PAPER_CREDITS:
      return _("Type credits by the number of the option, for example 3=16 1=-4. A blank ballot is 0.");

    case PLENUM_PAPER_PAIR:
      return _("Type the better one of each pair first, for example 3>5, or 3=5 if they are equally good. A blank ballot is 0.");

    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
    default:
      return _("Type the numbers that are chosen, for example 1 4 7. A blank ballot is 0.");
    }
}

static void
plenum_paper_form_dispose (GObject *object)
{
  PlenumPaperForm *self = PLENUM_PAPER_FORM (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_paper_form_parent_class)->dispose (object);
}

static void
plenum_paper_form_finalize (GObject *object)
{
  PlenumPaperForm *self = PLENUM_PAPER_FORM (object);

  g_queue_clear_full (&self->pending, g_free);
  g_ptr_array_unref (self->failed);
  g_ptr_array_unref (self->cast);
  g_free (self->poll);
  g_free (self->secret);
  G_OBJECT_CLASS (plenum_paper_form_parent_class)->finalize (object);
}

static void
plenum_paper_form_class_init (PlenumPaperFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_paper_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_paper_form_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-paper-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, typist_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, hint_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, error_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, failed_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, count_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPaperForm, clamp);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cast_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_paper_form_init (PlenumPaperForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->count_box, plenum_pair_layout_new (12));
  g_queue_init (&self->pending);
  self->failed = g_ptr_array_new_with_free_func (g_free);
  self->cast = g_ptr_array_new_with_free_func (g_free);
}

static void
typist_done_cb (PlenumPaperForm *self)
{
  changed_cb (self);
  gtk_widget_grab_focus (self->entry);
}

static void
add_typist (PlenumPaperForm *self)
{
  GtkWidget *typist = plenum_paper_typist_new (self->library, self->poll);

  self->typist = PLENUM_PAPER_TYPIST (typist);
  g_signal_connect_object (typist, "changed", G_CALLBACK (show_typist), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (typist, "done", G_CALLBACK (typist_done_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->typist_bin), typist);
  gtk_widget_set_visible (self->typist_bin, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->withdraw_button), _("_Take this paper back"));
  show_typist (self);
}

/**
 * plenum_paper_form_show:
 * @library: where the ballots go
 * @form: an open poll
 * @from: the widget that asks
 *
 * Opens the form over the window of @from.
 */
void
plenum_paper_form_show (PlenumLibrary *library, PlenumPollForm *form, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) draft = plenum_ballot_draft_new (form, &error);
  PlenumPaperForm *self;
  GtkWidget *ballot;

  if (draft == NULL)
    {
      plenum_show_error (from, error);
      return;
    }

  self = g_object_new (PLENUM_TYPE_PAPER_FORM, NULL);
  self->library = g_object_ref (library);
  self->draft = g_steal_pointer (&draft);
  self->poll = g_strdup (plenum_record_get_id (form->poll));
  if (!plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR))
    self->secret = g_strdup (plenum_record_get_id (form->poll));
  gtk_label_set_label (GTK_LABEL (self->hint_label), get_hint (self->draft));
  if (form->conditions[PLENUM_POLL_FOUR_EYES])
    add_typist (self);
  else
    show_count (self);

  plenum_ballot_draft_parse (self->draft, "", NULL);

  /* It shows what was typed; it is filled in by typing only. */
  ballot = plenum_ballot_form_new (self->draft);
  gtk_widget_set_can_target (ballot, FALSE);
  gtk_widget_set_can_focus (ballot, FALSE);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), ballot);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->typist != NULL ? GTK_WIDGET (self->typist) : self->entry);
}
