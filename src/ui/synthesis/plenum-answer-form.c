/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says to those who wrote cards what became of them: one answer for all that are chosen. */
#include "plenum-answer-form.h"

#include <glib/gi18n.h>

#include "plenum-answer-actions.h"
#include "plenum-answers.h"
#include "plenum-application.h"
#include "plenum-note-entry.h"
#include "plenum-perform.h"

static const char * const states[] = { "considered", "merged", "funded", "declined" };

struct _PlenumAnswerForm
{
  AdwWindow      parent_instance;

  GtkWidget     *done;
  AdwComboRow   *state_row;
  GtkEditable   *sender_row;
  GtkBox        *text_box;
  GtkWidget     *text;

  PlenumLibrary *library;
  char          *synthesis;
  char         **ideas;
  GtkWidget     *from; /* in the window below, where errors are shown */
};

G_DEFINE_FINAL_TYPE (PlenumAnswerForm, plenum_answer_form, ADW_TYPE_WINDOW)

static GSettings *
get_settings (PlenumAnswerForm *self)
{
  return plenum_application_get_settings (PLENUM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
typed_cb (PlenumAnswerForm *self)
{
  g_autofree char *text = g_strstrip (plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->text)));

  gtk_widget_set_sensitive (self->done, *text != '\0');
}

static void
done_cb (PlenumAnswerForm *self)
{
  g_autoptr (PlenumRecord) answer = plenum_record_new (PLENUM_ANSWER, NULL);
  g_autofree char *text = g_strstrip (plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->text)));
  g_autofree char *sender = g_strstrip (g_strdup (gtk_editable_get_text (self->sender_row)));
  guint n = g_strv_length (self->ideas);
  g_autofree char *toast = g_strdup_printf (ngettext ("%u card was answered.", "%u cards were answered.", n), n);

  if (*text == '\0')
    return;

  plenum_record_set_text (answer, PLENUM_ANSWER_STATE, states[adw_combo_row_get_selected (self->state_row)]);
  plenum_record_set_text (answer, PLENUM_ANSWER_TEXT, text);
  plenum_record_set_text (answer, PLENUM_ANSWER_SENDER, *sender != '\0' ? sender : NULL);
  g_settings_set_string (get_settings (self), "sender", sender);
  plenum_perform (self->from, self->library,
                  plenum_action_answer_ideas (self->synthesis, (const char * const *) self->ideas, answer), toast, NULL, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
plenum_answer_form_dispose (GObject *object)
{
  PlenumAnswerForm *self = PLENUM_ANSWER_FORM (object);

  g_clear_object (&self->library);
  g_clear_object (&self->from);
  g_clear_pointer (&self->synthesis, g_free);
  g_clear_pointer (&self->ideas, g_strfreev);

  G_OBJECT_CLASS (plenum_answer_form_parent_class)->dispose (object);
}

static void
plenum_answer_form_class_init (PlenumAnswerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_answer_form_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/synthesis/plenum-answer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumAnswerForm, done);
  gtk_widget_class_bind_template_child (widget_class, PlenumAnswerForm, state_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumAnswerForm, sender_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumAnswerForm, text_box);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_answer_form_init (PlenumAnswerForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (names, plenum_answers_name_state (states[i]));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (names));
  self->text = plenum_note_entry_new (_("Why"), _("A sentence for those who wrote the card"));
  gtk_box_append (self->text_box, self->text);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->text, "submit", G_CALLBACK (done_cb), self);
  typed_cb (self);
}

/**
 * plenum_answer_form_show:
 * @from: the widget that asks
 * @synthesis: where it is done
 * @ideas: the ids of the cards that are answered, at least one
 *
 * Opens the form over the window of @from.
 */
void
plenum_answer_form_show (GtkWidget *from, PlenumLibrary *library, const char *synthesis, char **ideas)
{
  PlenumAnswerForm *self = g_object_new (PLENUM_TYPE_ANSWER_FORM, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));
  guint n = g_strv_length (ideas);
  g_autofree char *title = g_strdup_printf (ngettext ("Answer %u Card", "Answer %u Cards", n), n);
  g_autofree char *sender = NULL;

  self->library = g_object_ref (library);
  self->synthesis = g_strdup (synthesis);
  self->ideas = g_strdupv (ideas);
  self->from = g_object_ref (from);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (window));
  gtk_window_set_transient_for (GTK_WINDOW (self), window);
  sender = g_settings_get_string (get_settings (self), "sender");
  gtk_editable_set_text (self->sender_row, sender);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->text);
}
