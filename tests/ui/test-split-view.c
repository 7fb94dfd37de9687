/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "plenum-split-view.h"

/* Waits for what is to happen, and fails the test by its time limit otherwise. */
static void
wait_compact (PlenumSplitView *split, gboolean compact)
{
  while (plenum_split_view_get_compact (split) != compact)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_folds (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *side = gtk_label_new ("sidebar");
  GtkWidget *content = gtk_label_new ("content");
  PlenumSplitView *split = PLENUM_SPLIT_VIEW (plenum_split_view_new (side, content));

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (split));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 500);
  gtk_window_present (GTK_WINDOW (window));
  wait_compact (split, TRUE);
  g_assert_true (plenum_split_view_get_show_content (split));
  g_assert_false (gtk_widget_get_child_visible (side));
  g_assert_true (gtk_widget_get_child_visible (content));

  plenum_split_view_set_show_content (split, FALSE);
  g_assert_true (gtk_widget_get_child_visible (side));
  g_assert_false (gtk_widget_get_child_visible (content));

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  wait_compact (split, FALSE);
  g_assert_true (gtk_widget_get_child_visible (side));
  g_assert_true (gtk_widget_get_child_visible (content));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What does not fit beside a sidebar folds it, however wide the window is. */
static void
test_wide_content (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_label_new ("content");
  PlenumSplitView *split = PLENUM_SPLIT_VIEW (plenum_split_view_new (gtk_label_new ("sidebar"), content));

  gtk_widget_set_size_request (content, 800, -1);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (split));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_present (GTK_WINDOW (window));
  wait_compact (split, TRUE);
  gtk_widget_set_size_request (content, 300, -1);
  wait_compact (split, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/split-view/folds", test_folds);
  g_test_add_func ("/split-view/wide-content", test_wide_content);

  return g_test_run ();
}
