/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the beamer shows of a time, and that its end is said in words. */
#include <adwaita.h>

#include "plenum-timer-face.h"

typedef struct
{
  PlenumTimer *timer;
  gint64       now;
  GtkWidget   *window;
  GtkWidget   *large;
  GtkWidget   *small;
} Fixture;

static gint64
clock_cb (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->timer = plenum_timer_new ();
  plenum_timer_set_clock (fixture->timer, clock_cb, fixture);
  fixture->window = gtk_window_new ();
  fixture->large = plenum_timer_face_new (fixture->timer, TRUE);
  fixture->small = plenum_timer_face_new (fixture->timer, FALSE);
  gtk_box_append (GTK_BOX (box), fixture->large);
  gtk_box_append (GTK_BOX (box), fixture->small);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->timer);
}

static void
pass (Fixture *fixture, double seconds)
{
  fixture->now += seconds * G_USEC_PER_SEC;
  plenum_timer_update (fixture->timer);
}

/* What can be read in a widget, from left to right and from above. */
static void
read_labels (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (text, "[%s]", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_labels (child, text);
}

static void
assert_read (GtkWidget *face, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_labels (face, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  assert_read (fixture->small, "");
  plenum_timer_start (fixture->timer, 90);
  assert_read (fixture->small, "[1:30]");
  plenum_timer_pause (fixture->timer);
  assert_read (fixture->small, "[Paused · 1:30]");
  plenum_timer_resume (fixture->timer);
  pass (fixture, 91);
  assert_read (fixture->small, "[Time is up]");
  plenum_timer_stop (fixture->timer);
  assert_read (fixture->small, "");
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  plenum_timer_start (fixture->timer, 6001);
  plenum_timer_set_large (fixture->timer, TRUE);
  assert_read (fixture->small, "");
  assert_read (fixture->large, "[100:01]");
  g_assert_true (gtk_widget_has_css_class (fixture->large, "long"));
  pass (fixture, 2);
  assert_read (fixture->large, "[99:59]");
  g_assert_false (gtk_widget_has_css_class (fixture->large, "long"));
  plenum_timer_pause (fixture->timer);
  assert_read (fixture->large, "[99:59][Paused]");
  plenum_timer_resume (fixture->timer);
  pass (fixture, 6000);
  assert_read (fixture->large, "[0:00][Time is up]");
  plenum_timer_set_large (fixture->timer, FALSE);
  assert_read (fixture->small, "[Time is up]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/timer-face/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("small", test_small);
  ADD ("large", test_large);

  return g_test_run ();
}
