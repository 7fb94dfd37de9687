/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an idea: who answered what. In the synthesis, where answers are given,
 * each can be taken back; in the workshop it is read to those who had the idea. */
#include "plenum-answers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-answer-actions.h"
#include "plenum-format.h"
#include "plenum-perform.h"
#include "plenum-wrapped-label.h"

struct _PlenumAnswers
{
  GtkBox         parent_instance;

  PlenumLibrary *library;
  char          *synthesis; /* nullable: where answers are given */
  char          *idea;      /* nullable */
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PlenumAnswers, plenum_answers, GTK_TYPE_BOX)

/**
 * plenum_answers_name_state:
 * @state: what became of an idea, as a record says it
 *
 * Returns: (transfer none): what people call it; @state itself if a newer program said it
 */
const char *
plenum_answers_name_state (const char *state)
{
  static const struct { const char *state, *name; } names[] = {
    { "considered", NC_("answer", "Being considered") },
    { "merged", NC_("answer", "Part of a theme") },
    { "funded", NC_("answer", "Funded") },
    { "declined", NC_("answer", "Declined") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].state, state) == 0)
      return g_dpgettext2 (NULL, "answer", names[i].name);

  return state;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

/**
 * plenum_answers_join:
 * @answers: (nullable) (element-type PlenumRecord): those to one idea, in any order
 *
 * Returns: (transfer full): in a word or two what became of it; two senders may say the same
 */
char *
plenum_answers_join (GPtrArray *answers)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const char *name = plenum_answers_name_state (plenum_record_get_text (answers->pdata[i], PLENUM_ANSWER_STATE));

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
clear (PlenumAnswers *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The sentence, then who said it and when. */
static char *
describe (PlenumRecord *answer)
{
  const char *theme = plenum_record_get_text (answer, PLENUM_ANSWER_THEME);
  const char *sender = plenum_record_get_text (answer, PLENUM_ANSWER_SENDER);
  g_autofree char *day = plenum_format_long_day (plenum_record_get_integer (answer, PLENUM_ANSWER_CREATED));
  /* Translators: an organisation and a day: who answered, and when. */
  g_autofree char *from = sender != NULL ? g_strdup_printf (C_("answer", "%s, %s"), sender, day) : g_strdup (day);
  g_autofree char *in = theme != NULL ? g_strdup_printf (_("Theme: %s"), theme) : NULL;

  return in != NULL ? g_strjoin ("\n", plenum_record_get_text (answer, PLENUM_ANSWER_TEXT), in, from, NULL)
                    : g_strjoin ("\n", plenum_record_get_text (answer, PLENUM_ANSWER_TEXT), from, NULL);
}

static void
take_back_cb (GtkButton *button, PlenumAnswers *self)
{
  const char *ids[] = { g_object_get_data (G_OBJECT (button), "plenum-answer"), NULL };

  plenum_perform (GTK_WIDGET (self), self->library, plenum_action_take_back (self->synthesis, ids),
                  _("The answer was taken back."), NULL, NULL);
}

static void
add_row (PlenumAnswers *self, GtkWidget *list, PlenumRecord *answer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (answer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plenum_answers_name_state (plenum_record_get_text (answer, PLENUM_ANSWER_STATE)));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (self->synthesis != NULL)
    {
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      plenum_accessible_tip (remove, _("Take the answer back"));
      g_object_set_data_full (G_OBJECT (remove), "plenum-answer", g_strdup (plenum_record_get_id (answer)), g_free);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (take_back_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show (PlenumAnswers *self, GPtrArray *answers)
{
  GtkWidget *list = gtk_list_box_new ();

  clear (self);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plenum_accessible_name (list, _("What became of it"));
  gtk_box_append (GTK_BOX (self), plenum_wrapped_label_new (_("What became of it"), "heading"));
  gtk_box_append (GTK_BOX (self), list);
  for (guint i = 0; i < answers->len; i++)
    add_row (self, list, answers->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), answers->len > 0);
}

static gpointer
read_answers (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list (store, PLENUM_ANSWER, PLENUM_ANSWER_IDEA, data, error);
}

static void
answers_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumAnswers) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answers = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (answers != NULL)
    show (self, answers);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The answers to a card cannot be read: %s", error->message);
}

static void
ask (PlenumAnswers *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->idea == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plenum_library_query_async (self->library, read_answers, g_strdup (self->idea), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->cancellable, answers_cb, g_object_ref (self));
}

static void
library_changed_cb (PlenumAnswers *self, PlenumChanges *changes)
{
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_ANSWER))
    ask (self);
}

static void
plenum_answers_dispose (GObject *object)
{
  PlenumAnswers *self = PLENUM_ANSWERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->synthesis, g_free);
  g_clear_pointer (&self->idea, g_free);

  G_OBJECT_CLASS (plenum_answers_parent_class)->dispose (object);
}

static void
plenum_answers_class_init (PlenumAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_answers_dispose;
}

static void
plenum_answers_init (PlenumAnswers *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * plenum_answers_set_library:
 * @synthesis: (nullable): where answers are given and taken back; %NULL where they are read
 *
 * To be called once, before an idea is shown.
 */
void
plenum_answers_set_library (PlenumAnswers *self, PlenumLibrary *library, const char *synthesis)
{
  g_return_if_fail (PLENUM_IS_ANSWERS (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->synthesis = g_strdup (synthesis);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plenum_answers_set_idea:
 * @idea: (nullable): the id of the idea whose answers it shows from now on
 *
 * It hides itself where there are none.
 */
void
plenum_answers_set_idea (PlenumAnswers *self, const char *idea)
{
  g_return_if_fail (PLENUM_IS_ANSWERS (self));

  if (g_strcmp0 (idea, self->idea) == 0)
    return;

  g_free (self->idea);
  self->idea = g_strdup (idea);
  clear (self);
  ask (self);
}
