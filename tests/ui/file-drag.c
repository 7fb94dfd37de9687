/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file-drag FILE: a window from which FILE can be dragged, as from a file manager. */
#include <gtk/gtk.h>

static void
closed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source;
  GtkWidget *window, *label;
  gboolean closed = FALSE;

  if (file == NULL)
    return 2;

  gtk_init ();
  window = gtk_window_new ();
  label = gtk_label_new (argv[1]);
  source = gtk_drag_source_new ();
  content = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_title (GTK_WINDOW (window), "Files");
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (closed_cb), &closed);
  gtk_window_present (GTK_WINDOW (window));
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  return 0;
}
