/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The controls for a poll's settings: the passive option, the lot with its seed, and the
 * order that breaks ties. */
#include "plenum-poll-rules.h"
#include "plenum-record.h"
#include "plenum-type.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *rules;
  GPtrArray *options;
  guint      changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer method)
{
  static const char * const texts[] = { "As it is", "Bike lanes" };

  fixture->options = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_ptr_array_add (fixture->options, plenum_record_new (PLENUM_OPTION, NULL));
      plenum_record_set_text (fixture->options->pdata[i], PLENUM_OPTION_TEXT, texts[i]);
    }
  fixture->rules = plenum_poll_rules_new (plenum_method_find (method));
  g_signal_connect_swapped (fixture->rules, "changed", G_CALLBACK (changed_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->rules);
}

static void
tear_down (Fixture *fixture, gconstpointer method)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_ptr_array_unref (fixture->options);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

/* As it is after the poll was stored and read again. */
static void
set_again (Fixture *fixture)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_copy (plenum_poll_rules_get_settings (PLENUM_POLL_RULES (fixture->rules)));

  plenum_poll_rules_set (PLENUM_POLL_RULES (fixture->rules), settings, 0, fixture->options);
}

static const char *
get_setting (Fixture *fixture, const char *name)
{
  return plenum_settings_get (plenum_poll_rules_get_settings (PLENUM_POLL_RULES (fixture->rules)), name);
}

static void
test_passive (Fixture *fixture, gconstpointer method)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (fixture->rules, "The option that leaves everything as it is"));

  set_again (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 3);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpuint (fixture->changes, ==, 0);

  adw_combo_row_set_selected (row, 2);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpstr (get_setting (fixture, "passive"), ==, plenum_record_get_id (fixture->options->pdata[1]));
  set_again (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);

  /* An option that is gone leaves none. */
  g_ptr_array_set_size (fixture->options, 1);
  set_again (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpstr (get_setting (fixture, "passive"), ==, "");
}

static void
test_lot (Fixture *fixture, gconstpointer method)
{
  AdwComboRow *ties = ADW_COMBO_ROW (find_row (fixture->rules, "How ties are broken"));
  GtkWidget *seed = find_row (fixture->rules, "Seed of the lot");

  set_again (fixture);
  g_assert_false (gtk_widget_get_visible (seed));

  /* A lot can be drawn at once, and the seed be replaced. */
  adw_combo_row_set_selected (ties, 1);
  g_assert_cmpstr (get_setting (fixture, "tie_break"), ==, "lot");
  g_assert_true (plenum_method_check_settings (plenum_method_find (method),
                                               plenum_poll_rules_get_settings (PLENUM_POLL_RULES (fixture->rules)), NULL));
  set_again (fixture);
  g_assert_true (gtk_widget_get_visible (seed));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (seed)), ==, get_setting (fixture, "seed"));

  gtk_editable_set_text (GTK_EDITABLE (seed), "4 2 6");
  g_signal_emit_by_name (seed, "apply");
  g_assert_cmpstr (get_setting (fixture, "seed"), ==, "4 2 6");
  set_again (fixture);
  adw_combo_row_set_selected (ties, 0);
  set_again (fixture);
  g_assert_false (gtk_widget_get_visible (seed));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip, guint *index)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0 && (*index)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip, index);

  return found;
}

static void
click (Fixture *fixture, const char *tooltip, guint index)
{
  g_signal_emit_by_name (find_button (fixture->rules, tooltip, &index), "clicked");
}

static char *
join_ids (Fixture *fixture, guint first, guint second)
{
  return g_strjoin (",", plenum_record_get_id (fixture->options->pdata[first]),
                    plenum_record_get_id (fixture->options->pdata[second]), NULL);
}

static void
test_order (Fixture *fixture, gconstpointer method)
{
  GtkWidget *order = find_row (fixture->rules, "The order that breaks ties");
  g_autofree char *turned = join_ids (fixture, 1, 0);
  g_autofree char *third = NULL;
  guint first = 0, last = 1;

  set_again (fixture);
  g_assert_false (gtk_widget_get_visible (order));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture->rules, "How ties are broken")), 2);
  g_assert_cmpstr (get_setting (fixture, "tie_break"), ==, "order");
  set_again (fixture);
  g_assert_true (gtk_widget_get_visible (order));
  g_assert_nonnull (find_row (fixture->rules, "1. As it is"));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->rules, "Move up", &first)));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->rules, "Move down", &last)));

  fixture->changes = 0;
  click (fixture, "Move up", 1);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpstr (get_setting (fixture, "order"), ==, turned);
  set_again (fixture);
  g_assert_nonnull (find_row (fixture->rules, "1. Bike lanes"));
  g_assert_nonnull (find_row (fixture->rules, "2. As it is"));

  /* What is added comes last; with the list's own order nothing has to be named. */
  g_ptr_array_add (fixture->options, plenum_record_new (PLENUM_OPTION, NULL));
  plenum_record_set_text (fixture->options->pdata[2], PLENUM_OPTION_TEXT, "Trees & more");
  set_again (fixture);
  g_assert_nonnull (find_row (fixture->rules, "3. Trees &amp; more"));
  click (fixture, "Move down", 0);
  g_assert_cmpstr (get_setting (fixture, "order"), ==, "");
  click (fixture, "Move up", 2);
  third = join_ids (fixture, 0, 2);
  g_assert_true (g_str_has_prefix (get_setting (fixture, "order"), third));

  /* An option that is gone has no place any more. */
  g_ptr_array_set_size (fixture->options, 1);
  set_again (fixture);
  g_assert_null (find_row (fixture->rules, "2. "));
  g_assert_false (gtk_widget_get_visible (order));
}

/* How many points an option may get is asked where there are points. */
static void
test_budget_points (Fixture *fixture, gconstpointer method)
{
  GtkWidget *points = find_row (fixture->rules, "Points per person");
  GtkWidget *most = find_row (fixture->rules, "Most points for one option");

  set_again (fixture);
  g_assert_false (gtk_widget_get_visible (most));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (points))), 5);
  g_assert_cmpstr (get_setting (fixture, "points"), ==, "5");
  set_again (fixture);
  g_assert_true (gtk_widget_get_visible (most));
}

int
main (int argc, char *argv[])
{
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/poll-rules/passive", Fixture, "consensing", set_up, test_passive, tear_down);
  g_test_add ("/poll-rules/lot", Fixture, "dots", set_up, test_lot, tear_down);

  g_test_add ("/poll-rules/budget-points", Fixture, "equal-shares", set_up, test_budget_points, tear_down);
  g_test_add ("/poll-rules/order", Fixture, "dots", set_up, test_order, tear_down);

  return g_test_run ();
}
