/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poll that is being prepared: its question, its options, its rules, and the
 * ballot that comes of them. Each change is kept at once. */
#include "plenum-poll-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "plenum-ballot-form.h"
#include "plenum-editable.h"
#include "plenum-method.h"
#include "plenum-option-picker.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-costs.h"
#include "plenum-poll-rules.h"
#include "plenum-poll-secrecy.h"
#include "plenum-poll-settings.h"

struct _PlenumPollEditor
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  PlenumRecord        *poll;
  GPtrArray           *options;  /* PlenumRecord, in their order */
  GPtrArray           *rows;     /* of options, borrowed */
  guint                pending; /* changes on their way to the library */

  GtkWidget           *question_row;
  GtkWidget           *options_group;
  GtkWidget           *add_row;
  GtkWidget           *costs_bin;
  GtkWidget           *costs;      /* nullable: where no budget is spent */
  GtkWidget           *rules_bin;
  GtkWidget           *rules;
  GtkWidget           *secrecy_bin;
  GtkWidget           *secrecy;
  GtkWidget           *preview_bin;
  GtkWidget           *missing_label;
  GtkWidget           *open_button;
};

enum { SAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPollEditor, plenum_poll_editor, GTK_TYPE_WIDGET)

static void
saved_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumPollEditor *self = data;

  self->pending--;
  if (self->pending == 0)
    g_signal_emit (self, signals[SAVED], 0);
}

/* @options: (nullable): all of them, where they are different from before */
static void
save (PlenumPollEditor *self, PlenumRecord *poll, GPtrArray *options)
{
  self->pending++;
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_edit_poll (poll, options), NULL, saved_cb, self);
}

/* The next change goes on from here, even if it comes before this one is stored. */
static void
save_options (PlenumPollEditor *self, GPtrArray *options)
{
  g_ptr_array_set_size (self->options, 0);
  for (guint i = 0; i < options->len; i++)
    g_ptr_array_add (self->options, g_object_ref (g_ptr_array_index (options, i)));
  save (self, self->poll, options);
}

static PlenumRecord *
copy_poll (PlenumPollEditor *self)
{
  return plenum_record_copy (self->poll, plenum_record_get_id (self->poll));
}

static void
question_cb (PlenumPollEditor *self)
{
  g_autoptr (PlenumRecord) poll = copy_poll (self);
  g_autofree char *question = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->question_row)));

  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_editable_show (GTK_EDITABLE (self->question_row), question);
  save (self, poll, NULL);
}

static GPtrArray *
copy_options (PlenumPollEditor *self)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->options->len; i++)
    {
      PlenumRecord *option = g_ptr_array_index (self->options, i);

      g_ptr_array_add (options, plenum_record_copy (option, plenum_record_get_id (option)));
    }

  return options;
}

static PlenumRecord *
new_option (const char *text)
{
  PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

  plenum_record_set_text (option, PLENUM_OPTION_TEXT, text);

  return option;
}

static void
add_cb (PlenumPollEditor *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autoptr (GPtrArray) options = copy_options (self);

  if (*text == '\0')
    return;

  plenum_editable_clear (GTK_EDITABLE (self->add_row));
  g_ptr_array_add (options, new_option (text));
  save_options (self, options);
}

static gboolean
has_source (PlenumPollEditor *self, guint field, const char *id)
{
  for (guint i = 0; i < self->options->len; i++)
    if (g_strcmp0 (plenum_record_get_text (g_ptr_array_index (self->options, i), field), id) == 0)
      return TRUE;

  return FALSE;
}

static void
picked_cb (GPtrArray *records, gpointer data)
{
  PlenumPollEditor *self = data;
  g_autoptr (GPtrArray) options = copy_options (self);

  for (guint i = 0; i < records->len; i++)
    {
      PlenumRecord *record = g_ptr_array_index (records, i);
      const char *id = plenum_record_get_id (record);
      guint field = plenum_record_get_record_type (record) == PLENUM_THEME
                    ? PLENUM_OPTION_THEME : PLENUM_OPTION_IDEA;
      g_autoptr (PlenumRecord) option = NULL;

      if (has_source (self, field, id))
        continue;

      option = new_option (plenum_option_picker_get_text (record));
      plenum_record_set_text (option, field, id);
      g_ptr_array_add (options, g_steal_pointer (&option));
    }

  if (options->len > self->options->len)
    save_options (self, options);
}

static void
ideas_cb (PlenumPollEditor *self)
{
  plenum_option_picker_show (self->model, PLENUM_IDEA, GTK_WIDGET (self), picked_cb);
}

static void
themes_cb (PlenumPollEditor *self)
{
  plenum_option_picker_show (self->model, PLENUM_THEME, GTK_WIDGET (self), picked_cb);
}

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

static void
option_changed_cb (GtkWidget *row, PlenumPollEditor *self)
{
  g_autoptr (GPtrArray) options = copy_options (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_ptr_array_remove_index (options, get_index (row));
  else
    plenum_record_set_text (g_ptr_array_index (options, get_index (row)), PLENUM_OPTION_TEXT, text);
  save_options (self, options);
}

static void
option_removed_cb (GtkWidget *button, PlenumPollEditor *self)
{
  g_autoptr (GPtrArray) options = copy_options (self);

  g_ptr_array_remove_index (options, get_index (button));
  save_options (self, options);
}

static void
add_option_row (PlenumPollEditor *self, guint index)
{
  const char *text = plenum_record_get_text (g_ptr_array_index (self->options, index), PLENUM_OPTION_TEXT);
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: the title of a field: the number of an option on a ballot. */
  g_autofree char *title = g_strdup_printf (_("Option %u"), index + 1);
  /* Translators: a button; %s is the text of an option. */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  plenum_editable_show (GTK_EDITABLE (row), text);
  plenum_editable_pass_undo (GTK_EDITABLE (row));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "apply", G_CALLBACK (option_changed_cb), self, 0);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _("Remove this option"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (option_removed_cb), self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->options_group), row);
  g_ptr_array_add (self->rows, row);
}

/* Only what differs is made anew, so that the focus stays where it is. */
static void
update_options (PlenumPollEditor *self)
{
  guint same = 0;

  while (same < self->rows->len && same < self->options->len
         && strcmp (gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (self->rows, same))),
                    plenum_record_get_text (g_ptr_array_index (self->options, same), PLENUM_OPTION_TEXT)) == 0)
    same++;

  while (self->rows->len > same)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, self->rows->len - 1);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->options_group), row);
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
    }
  for (guint i = same; i < self->options->len; i++)
    add_option_row (self, i);
}

static void
costs_changed_cb (PlenumPollEditor *self)
{
  g_autoptr (GPtrArray) options = copy_options (self);

  if (plenum_poll_costs_apply (PLENUM_POLL_COSTS (self->costs), options))
    save_options (self, options);
}

static void
update_costs (PlenumPollEditor *self)
{
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (self->poll, PLENUM_POLL_METHOD));

  if (method == NULL || plenum_method_get_goal (method) != PLENUM_GOAL_BUDGET)
    return;

  if (self->costs == NULL)
    {
      self->costs = plenum_poll_costs_new ();
      g_signal_connect_object (self->costs, "changed", G_CALLBACK (costs_changed_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self->costs_bin), self->costs);
    }
  plenum_poll_costs_set (PLENUM_POLL_COSTS (self->costs), self->options);
}

static void
rules_changed_cb (PlenumPollRules *rules, PlenumPollEditor *self)
{
  g_autofree char *json = plenum_poll_settings_to_json (plenum_poll_rules_get_settings (rules));
  g_autoptr (PlenumRecord) poll = copy_poll (self);
  gint64 expected = plenum_poll_rules_get_expected (rules);

  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, json);
  if (expected > 0)
    plenum_record_set_integer (poll, PLENUM_POLL_EXPECTED, expected);
  else
    plenum_record_set_null (poll, PLENUM_POLL_EXPECTED);
  g_set_object (&self->poll, poll);
  save (self, poll, NULL);
}

static void
secrecy_changed_cb (PlenumPollEditor *self)
{
  g_autoptr (PlenumRecord) poll = copy_poll (self);

  plenum_record_set_integer (poll, PLENUM_POLL_SECRET, plenum_poll_secrecy_get (PLENUM_POLL_SECRECY (self->secrecy)));
  g_set_object (&self->poll, poll);
  save (self, poll, NULL);
}

static void
update_rules (PlenumPollEditor *self, PlenumPollForm *form)
{
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (self->poll, PLENUM_POLL_METHOD));
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();

  if (method == NULL)
    return;

  if (self->rules == NULL)
    {
      self->rules = plenum_poll_rules_new (method);
      g_signal_connect_object (self->rules, "changed", G_CALLBACK (rules_changed_cb), self, 0);
      adw_bin_set_child (ADW_BIN (self->rules_bin), self->rules);
    }

  for (char **setting = (char **) form->settings->pdata; setting[0] != NULL; setting += 2)
    plenum_settings_set (settings, setting[0], setting[1]);
  plenum_poll_rules_set (PLENUM_POLL_RULES (self->rules), settings,
                         plenum_record_get_integer (self->poll, PLENUM_POLL_EXPECTED), self->options);
}

static void
open_cb (PlenumPollEditor *self)
{
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_open_poll (plenum_record_get_id (self->poll)),
                  _("The vote is open"), NULL, NULL);
}

static void
update_preview (PlenumPollEditor *self, PlenumPollForm *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) draft = plenum_ballot_draft_new (form, &error);
  gboolean complete = draft != NULL && self->options->len > 0 && plenum_ballot_draft_can_count (draft, &error);
  GtkWidget *empty;

  gtk_widget_set_sensitive (self->open_button, complete);
  gtk_widget_set_visible (self->missing_label, error != NULL);
  gtk_label_set_label (GTK_LABEL (self->missing_label), error != NULL ? error->message : "");
  if (draft != NULL && self->options->len > 0)
    {
      adw_bin_set_child (ADW_BIN (self->preview_bin), plenum_ballot_form_new (draft));
      return;
    }

  empty = gtk_label_new (_("Add the first option above, or choose ideas or themes."));
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dim-label");
  adw_bin_set_child (ADW_BIN (self->preview_bin), empty);
}

/**
 * plenum_poll_editor_update:
 * @form: the poll as it is now; not taken while changes are on their way
 */
void
plenum_poll_editor_update (PlenumPollEditor *self, PlenumPollForm *form)
{
  g_return_if_fail (PLENUM_IS_POLL_EDITOR (self));

  if (self->pending > 0)
    return;

  g_set_object (&self->poll, form->poll);
  g_ptr_array_set_size (self->options, 0);
  for (guint i = 0; i < form->options->len; i++)
    g_ptr_array_add (self->options, g_object_ref (g_ptr_array_index (form->options, i)));

  if (!plenum_editable_is_typed (GTK_EDITABLE (self->question_row)))
    plenum_editable_show (GTK_EDITABLE (self->question_row), plenum_record_get_text (self->poll, PLENUM_POLL_QUESTION));
  update_options (self);
  update_costs (self);
  update_rules (self, form);
  plenum_poll_secrecy_set (PLENUM_POLL_SECRECY (self->secrecy),
                           plenum_workshop_model_get_library (self->model), form);
  update_preview (self, form);
}

static gboolean
plenum_poll_editor_grab_focus (GtkWidget *widget)
{
  PlenumPollEditor *self = PLENUM_POLL_EDITOR (widget);

  return gtk_widget_grab_focus (self->options->len > 0 ? self->question_row : self->add_row);
}

static void
plenum_poll_editor_dispose (GObject *object)
{
  PlenumPollEditor *self = PLENUM_POLL_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->poll);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_poll_editor_parent_class)->dispose (object);
}

static void
plenum_poll_editor_finalize (GObject *object)
{
  PlenumPollEditor *self = PLENUM_POLL_EDITOR (object);

  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (plenum_poll_editor_parent_class)->finalize (object);
}

static void
plenum_poll_editor_class_init (PlenumPollEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_poll_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_editor_finalize;
  widget_class->grab_focus = plenum_poll_editor_grab_focus;

  /**
   * PlenumPollEditor::saved:
   *
   * All changes have been stored or refused: the poll should be read again.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-poll-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, question_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, options_group);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, add_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, costs_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, rules_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, secrecy_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, preview_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, missing_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPollEditor, open_button);
  gtk_widget_class_bind_template_callback (widget_class, question_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, ideas_cb);
  gtk_widget_class_bind_template_callback (widget_class, themes_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
plenum_poll_editor_init (PlenumPollEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->options = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->secrecy = plenum_poll_secrecy_new ();
  adw_bin_set_child (ADW_BIN (self->secrecy_bin), self->secrecy);
  g_signal_connect_object (self->secrecy, "changed", G_CALLBACK (secrecy_changed_cb), self, G_CONNECT_SWAPPED);
  plenum_editable_pass_undo (GTK_EDITABLE (self->add_row));
  plenum_editable_pass_undo (GTK_EDITABLE (self->question_row));
}

/**
 * plenum_poll_editor_new:
 * @model: the workshop
 * @form: a poll that is a draft
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
plenum_poll_editor_new (PlenumWorkshopModel *model, PlenumPollForm *form)
{
  PlenumPollEditor *self = g_object_new (PLENUM_TYPE_POLL_EDITOR, NULL);

  self->model = g_object_ref (model);
  plenum_poll_editor_update (self, form);
  if (plenum_workshop_model_is_read_only (model))
    {
      gtk_widget_set_sensitive (gtk_widget_get_ancestor (GTK_WIDGET (self->question_row), ADW_TYPE_CLAMP), FALSE);
      gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->open_button)), FALSE);
    }

  return GTK_WIDGET (self);
}
