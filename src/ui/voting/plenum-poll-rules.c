/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a poll as its method names them, and how many ballots are expected. */
#include "plenum-poll-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-amount-row.h"
#include "plenum-editable.h"
#include "plenum-poll-settings.h"
#include "plenum-profile.h"
#include "plenum-record.h"
#include "plenum-tie-order.h"
#include "plenum-type.h"

struct _PlenumPollRules
{
  AdwPreferencesGroup  parent_instance;

  const PlenumMethod  *method;
  PlenumSettings      *settings; /* as set, without defaults */
  GHashTable          *controls; /* setting's name → widget, borrowed */
  GPtrArray           *options;  /* PlenumRecord, in their order */
  GtkWidget           *expected_spin;
  gboolean             updating;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPollRules, plenum_poll_rules, ADW_TYPE_PREFERENCES_GROUP)

static void
changed (PlenumPollRules *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
spin_changed_cb (GtkSpinButton *spin, PlenumPollRules *self)
{
  const char *name = g_object_get_data (G_OBJECT (spin), "setting");

  if (self->updating)
    return;

  plenum_settings_set_integer (self->settings, name, gtk_spin_button_get_value_as_int (spin));
  changed (self);
}

/* Whether anything is settled by lot. */
static gboolean
needs_seed (PlenumPollRules *self)
{
  const PlenumSetting *setting;

  for (guint i = 0; (setting = plenum_method_get_setting (self->method, i)) != NULL; i++)
    if (setting->kind == PLENUM_SETTING_CHOICE
        && g_strcmp0 (plenum_settings_get (self->settings, setting->name), "lot") == 0)
      return TRUE;

  return FALSE;
}

/* A lot cannot be drawn without a seed, so there is one, which may be replaced, for
 * example by what the room throws with dice. */
static void
provide_seed (PlenumPollRules *self)
{
  const char *seed = plenum_settings_get (self->settings, "seed");

  if (needs_seed (self) && (seed == NULL || *seed == '\0'))
    plenum_settings_set_integer (self->settings, "seed", g_random_int_range (100000, 1000000));
}

static void
choice_changed_cb (GObject *row, GParamSpec *pspec, PlenumPollRules *self)
{
  const PlenumSetting *setting = g_object_get_data (row, "setting");

  if (self->updating)
    return;

  plenum_settings_set (self->settings, setting->name,
                       setting->choices[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]);
  provide_seed (self);
  changed (self);
}

static GtkWidget *
add_spin (PlenumPollRules *self, const char *title, const char *subtitle, double from, double to)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (from, to, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return spin;
}

static GtkWidget *
add_choice (PlenumPollRules *self, const PlenumSetting *setting)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; setting->choices[i] != NULL; i++)
    gtk_string_list_append (labels, plenum_poll_choice_get_label (setting->name, setting->choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plenum_setting_get_label (setting));
  g_object_set_data (G_OBJECT (row), "setting", (gpointer) setting);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_changed_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static void
amount_changed_cb (PlenumAmountRow *row, PlenumPollRules *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "setting");

  plenum_settings_set (self->settings, name, plenum_amount_row_get (row));
  changed (self);
}

static void
text_cb (GtkWidget *row, PlenumPollRules *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "setting");
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  plenum_editable_show (GTK_EDITABLE (row), text);
  plenum_settings_set (self->settings, name, text);
  changed (self);
}

static void
passive_cb (GObject *row, GParamSpec *pspec, PlenumPollRules *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  plenum_settings_set (self->settings, "passive", selected == 0 ? ""
                       : plenum_record_get_id (g_ptr_array_index (self->options, selected - 1)));
  changed (self);
}

/* The options as they are now, and none of them first. */
static void
show_passive (PlenumPollRules *self, GtkWidget *row, const char *value)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (texts, C_("passive option", "None"));
  for (guint i = 0; i < self->options->len; i++)
    {
      PlenumRecord *option = g_ptr_array_index (self->options, i);

      gtk_string_list_append (texts, plenum_record_get_text (option, PLENUM_OPTION_TEXT));
      if (g_strcmp0 (plenum_record_get_id (option), value) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (texts));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

static GtkWidget *
add_passive (PlenumPollRules *self)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("The option that leaves everything as it is"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("What meets with more resistance than that is marked in the result."));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (passive_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

/* The words that are used where nothing is set, so that one can begin with them. */
static void
show_grades (PlenumPollRules *self, GtkWidget *row)
{
  g_autoptr (PlenumProfile) profile = plenum_profile_new (plenum_method_get_id (self->method), self->settings, NULL);
  g_auto (GStrv) grades = profile != NULL ? plenum_profile_list_grades (profile) : NULL;
  g_autofree char *text = grades != NULL ? g_strjoinv (", ", grades) : g_strdup ("");

  if (!plenum_editable_is_typed (GTK_EDITABLE (row)))
    plenum_editable_show (GTK_EDITABLE (row), text);
}

static GtkWidget *
add_text (PlenumPollRules *self, const char *name, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data (G_OBJECT (row), "setting", (gpointer) name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  plenum_editable_pass_undo (GTK_EDITABLE (row));
  g_signal_connect_object (row, "apply", G_CALLBACK (text_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static void
order_cb (PlenumTieOrder *row, PlenumPollRules *self)
{
  g_autofree char *order = plenum_tie_order_get (row);

  plenum_settings_set (self->settings, "order", order);
  changed (self);
}

static GtkWidget *
add_order (PlenumPollRules *self)
{
  GtkWidget *row = plenum_tie_order_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (order_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static GtkWidget *
add_control (PlenumPollRules *self, const PlenumSetting *setting)
{
  GtkWidget *spin, *row;

  switch (setting->kind)
    {
    case PLENUM_SETTING_INTEGER:
      spin = add_spin (self, plenum_setting_get_label (setting), NULL, setting->minimum, setting->maximum);
      g_object_set_data (G_OBJECT (spin), "setting", (gpointer) setting->name);
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (spin_changed_cb), self, 0);
      return spin;

    case PLENUM_SETTING_CHOICE:
      return add_choice (self, setting);

    case PLENUM_SETTING_AMOUNT:
      row = plenum_amount_row_new (plenum_setting_get_label (setting));
      g_object_set_data (G_OBJECT (row), "setting", (gpointer) setting->name);
      g_signal_connect_object (row, "changed", G_CALLBACK (amount_changed_cb), self, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      return row;

    case PLENUM_SETTING_TEXT:
    default:
      if (strcmp (setting->name, "grades") == 0)
        return add_text (self, setting->name, _("Grades, the best first, with commas between them"));
      if (strcmp (setting->name, "seed") == 0)
        return add_text (self, setting->name, _("Seed of the lot: any text, which the room may throw with dice"));
      if (strcmp (setting->name, "order") == 0)
        return add_order (self);
      return strcmp (setting->name, "passive") == 0 ? add_passive (self) : NULL;
    }
}

static void
plenum_poll_rules_finalize (GObject *object)
{
  PlenumPollRules *self = PLENUM_POLL_RULES (object);

  g_hash_table_unref (self->controls);
  g_ptr_array_unref (self->options);
  plenum_settings_free (self->settings);

  G_OBJECT_CLASS (plenum_poll_rules_parent_class)->finalize (object);
}

static void
plenum_poll_rules_dispose (GObject *object)
{
  PLENUM_POLL_RULES (object)->updating = TRUE;
  G_OBJECT_CLASS (plenum_poll_rules_parent_class)->dispose (object);
}

static void
plenum_poll_rules_class_init (PlenumPollRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_poll_rules_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_rules_finalize;

  /**
   * PlenumPollRules::changed:
   *
   * Somebody has set something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_poll_rules_init (PlenumPollRules *self)
{
  self->settings = plenum_settings_new ();
  self->controls = g_hash_table_new (g_str_hash, g_str_equal);
  self->options = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
show_seed (PlenumPollRules *self, GtkWidget *row, const char *value)
{
  gtk_widget_set_visible (row, needs_seed (self));
  if (!plenum_editable_is_typed (GTK_EDITABLE (row)))
    plenum_editable_show (GTK_EDITABLE (row), value);
}

/* Most of no points says nothing. */
static void
show_limit (PlenumPollRules *self, GtkWidget *spin)
{
  const char *points = plenum_settings_get (self->settings, "points");

  gtk_widget_set_visible (gtk_widget_get_ancestor (spin, ADW_TYPE_ACTION_ROW),
                          plenum_method_get_goal (self->method) != PLENUM_GOAL_BUDGET
                          || (points != NULL && strcmp (points, "0") != 0));
}

static void
show_order (PlenumPollRules *self, GtkWidget *row, const char *value)
{
  gtk_widget_set_visible (row, self->options->len > 1
                               && g_strcmp0 (plenum_settings_get (self->settings, "tie_break"), "order") == 0);
  plenum_tie_order_set (PLENUM_TIE_ORDER (row), self->options, value);
}

static void
set_control (PlenumPollRules *self, const char *name, GtkWidget *control)
{
  const PlenumSetting *setting = plenum_method_find_setting (self->method, name);
  const char *value = plenum_settings_get (self->settings, name);

  if (value == NULL)
    value = setting->default_value;

  if (strcmp (name, "most") == 0)
    show_limit (self, control);
  if (GTK_IS_SPIN_BUTTON (control))
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), g_ascii_strtod (value, NULL));
  else if (PLENUM_IS_AMOUNT_ROW (control))
    plenum_amount_row_set (PLENUM_AMOUNT_ROW (control), value);
  else if (strcmp (name, "passive") == 0)
    show_passive (self, control, value);
  else if (strcmp (name, "grades") == 0)
    show_grades (self, control);
  else if (strcmp (name, "seed") == 0)
    show_seed (self, control, value);
  else if (strcmp (name, "order") == 0)
    show_order (self, control, value);

  for (guint i = 0; setting->choices != NULL && setting->choices[i] != NULL; i++)
    if (strcmp (setting->choices[i], value) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (control), i);
}

/**
 * plenum_poll_rules_set:
 * @settings: as they are stored, without defaults
 * @expected: how many ballots are expected, or 0
 * @options: (element-type PlenumRecord): the options of the poll, in their order
 */
void
plenum_poll_rules_set (PlenumPollRules *self, const PlenumSettings *settings, gint64 expected, GPtrArray *options)
{
  GHashTableIter iter;
  gpointer name, control;

  g_return_if_fail (PLENUM_IS_POLL_RULES (self));

  self->updating = TRUE;
  plenum_settings_free (self->settings);
  self->settings = plenum_settings_copy (settings);
  g_ptr_array_set_size (self->options, 0);
  for (guint i = 0; i < options->len; i++)
    g_ptr_array_add (self->options, g_object_ref (g_ptr_array_index (options, i)));
  g_hash_table_iter_init (&iter, self->controls);
  while (g_hash_table_iter_next (&iter, &name, &control))
    set_control (self, name, control);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->expected_spin), expected);
  self->updating = FALSE;
}

/**
 * plenum_poll_rules_get_settings:
 *
 * Returns: (transfer none): what was stored or set; defaults that nobody touched are not there
 */
const PlenumSettings *
plenum_poll_rules_get_settings (PlenumPollRules *self)
{
  g_return_val_if_fail (PLENUM_IS_POLL_RULES (self), NULL);

  return self->settings;
}

/**
 * plenum_poll_rules_get_expected:
 *
 * Returns: how many ballots are expected, 0 for as many as people are present
 */
gint64
plenum_poll_rules_get_expected (PlenumPollRules *self)
{
  g_return_val_if_fail (PLENUM_IS_POLL_RULES (self), 0);

  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->expected_spin));
}

/**
 * plenum_poll_rules_new:
 * @method: whose settings
 *
 * Returns: (transfer floating): controls for them, with the defaults
 */
GtkWidget *
plenum_poll_rules_new (const PlenumMethod *method)
{
  PlenumPollRules *self = g_object_new (PLENUM_TYPE_POLL_RULES, "title", _("Rules"), NULL);
  const PlenumSetting *setting;
  g_autofree char *description = g_strjoin (" ", plenum_method_get_rule (method), plenum_method_get_suited (method),
                                            plenum_method_get_unsuited (method), NULL);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  self->method = method;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
  for (guint i = 0; (setting = plenum_method_get_setting (method, i)) != NULL; i++)
    {
      GtkWidget *control = add_control (self, setting);

      if (control != NULL)
        g_hash_table_insert (self->controls, (gpointer) setting->name, control);
    }

  self->expected_spin = add_spin (self, _("Ballots expected"), _("0: as many as people are present"), 0, 1000000);
  g_signal_connect_object (self->expected_spin, "value-changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
