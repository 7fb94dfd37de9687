/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "plenum-activity-bar.h"
#include "plenum-activity.h"
#include "plenum-application.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *label;
  GtkWidget *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = adw_window_new ();
  fixture->label = gtk_label_new ("work");
  fixture->bar = g_object_new (PLENUM_TYPE_ACTIVITY_BAR, NULL);
  gtk_box_append (GTK_BOX (box), fixture->bar);
  gtk_box_append (GTK_BOX (box), fixture->label);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static gboolean
is_revealed (Fixture *fixture)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (find (fixture->bar, GTK_TYPE_REVEALER)));
}

static void
test_appears_and_goes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlenumActivity) activity = plenum_activity_start (fixture->label, "Counting…", cancellable);
  gint64 began = g_get_monotonic_time ();
  GtkProgressBar *progress = GTK_PROGRESS_BAR (find (fixture->bar, GTK_TYPE_PROGRESS_BAR));

  g_assert_false (is_revealed (fixture));
  while (!is_revealed (fixture))
    g_main_context_iteration (NULL, TRUE);
  /* Shorter work shows nothing that would flash by. */
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 450 * G_TIME_SPAN_MILLISECOND);

  plenum_activity_set_fraction (activity, 0.25);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (progress), ==, 0.25);
  plenum_activity_set_fraction (activity, 7);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (progress), ==, 1);

  g_signal_emit_by_name (find (fixture->bar, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  plenum_activity_finish (activity);
  plenum_activity_finish (activity);
  g_assert_false (is_revealed (fixture));
}

static gpointer
tell (gpointer activity)
{
  for (guint i = 0; i <= 1000; i++)
    plenum_activity_report (i / 2000.0, activity);

  return NULL;
}

/* Nothing is shown on the thread that tells, and in the end the last of it is. */
static void
test_told_by_thread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlenumActivity) activity = plenum_activity_start (fixture->label, "Counting…", NULL);
  GThread *thread = g_thread_new ("counts", tell, activity);

  g_thread_join (thread);
  g_assert_cmpfloat (plenum_activity_get_fraction (activity), ==, -1);
  while (plenum_activity_get_fraction (activity) != 0.5)
    g_main_context_iteration (NULL, TRUE);
  plenum_activity_finish (activity);
}

static void
test_newest_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlenumActivity) first = plenum_activity_start (fixture->label, "First…", NULL);
  g_autoptr (PlenumActivity) second = NULL;
  GtkWidget *title;

  while (!is_revealed (fixture))
    g_main_context_iteration (NULL, TRUE);
  title = find (fixture->bar, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==, "First…");
  /* What cannot be stopped has no button for it. */
  g_assert_false (gtk_widget_get_visible (find (fixture->bar, GTK_TYPE_BUTTON)));
  second = plenum_activity_start (fixture->label, "Second…", NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==, "Second…");
  plenum_activity_finish (second);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==, "First…");
  plenum_activity_finish (first);
  g_assert_false (is_revealed (fixture));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_type_class_unref (g_type_class_ref (PLENUM_TYPE_APPLICATION));
  g_test_add ("/activity/appears-and-goes", Fixture, NULL, set_up, test_appears_and_goes, tear_down);
  g_test_add ("/activity/told-by-thread", Fixture, NULL, set_up, test_told_by_thread, tear_down);
  g_test_add ("/activity/newest-is-shown", Fixture, NULL, set_up, test_newest_is_shown, tear_down);

  return g_test_run ();
}
