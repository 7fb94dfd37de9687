/* SPDX-License-Identifier: GPL-3.0-or-later */
/* add-card LIBRARY ROUNDS: opens the boards of the one workshop in LIBRARY in a
 * window, types cards with real keys, and prints for each how many microseconds
 * passed from Enter, as it reached the window, to the end of the frame that
 * shows the card, and how many cards the board had. The card comes to the board
 * by the store's announcement, so it is on the disk by then. */
#include <adwaita.h>
#include <stdlib.h>

#include "plenum-boards-view.h"

#define WAIT 100 /* ms between two cards, as somebody who types has */

typedef struct
{
  PlenumLibrary       *library;
  PlenumWorkshopModel *model;
  GListModel          *workshops;
  GListModel          *ideas;
  GtkWidget           *window;
  guint                rounds;
  gint64               entered; /* when Enter came, or 0 */
  gboolean             there;   /* the board has the card; the next frame shows it */
} Bench;

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;

  if (!g_spawn_command_line_async (command, &error))
    g_error ("%s", error->message);
}

static gboolean
type_cb (gpointer data)
{
  run ("xdotool type --args 1 --delay 4 Karte key Return");

  return G_SOURCE_REMOVE;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, Bench *bench)
{
  if (keyval == GDK_KEY_Return)
    bench->entered = g_get_monotonic_time ();

  return GDK_EVENT_PROPAGATE;
}

static void
ideas_cb (GListModel *ideas, guint position, guint removed, guint added, Bench *bench)
{
  if (added == 1 && removed == 0 && bench->entered != 0)
    bench->there = TRUE;
}

static void
painted_cb (GdkFrameClock *clock, Bench *bench)
{
  if (!bench->there)
    return;

  g_print ("%" G_GINT64_FORMAT " %u\n", g_get_monotonic_time () - bench->entered, g_list_model_get_n_items (bench->ideas));
  bench->there = FALSE;
  bench->entered = 0;
  if (--bench->rounds == 0)
    gtk_window_destroy (GTK_WINDOW (bench->window));
  else
    g_timeout_add (WAIT, type_cb, bench);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Begins when all cards are there and the window has had time to be drawn. */
static gboolean
begin_cb (gpointer data)
{
  Bench *bench = data;
  GtkWidget *entry = find_entry (bench->window);

  if (g_list_model_get_n_items (bench->ideas) == 0 || entry == NULL || !gtk_window_is_active (GTK_WINDOW (bench->window)))
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (entry);
  g_signal_connect (bench->ideas, "items-changed", G_CALLBACK (ideas_cb), bench);
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint", G_CALLBACK (painted_cb), bench);
  g_timeout_add (1000, type_cb, bench);

  return G_SOURCE_REMOVE;
}

static void
workshops_cb (GListModel *workshops, guint position, guint removed, guint added, Bench *bench)
{
  g_autoptr (PlenumRecord) workshop = g_list_model_get_item (workshops, 0);

  if (workshop == NULL || bench->model != NULL)
    return;

  bench->model = plenum_workshop_model_new (bench->library, plenum_record_get_id (workshop));
  bench->ideas = G_LIST_MODEL (plenum_workshop_model_get_list (bench->model, PLENUM_IDEA));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window), plenum_boards_view_new (bench->model));
  g_timeout_add (100, begin_cb, bench);
}

static void
activate_cb (GtkApplication *application, Bench *bench)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  bench->window = adw_application_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1200, 760);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), bench);
  gtk_widget_add_controller (bench->window, keys);
  gtk_window_present (GTK_WINDOW (bench->window));

  plenum_library_open_async (bench->library, NULL, NULL);
  bench->workshops = G_LIST_MODEL (plenum_record_list_new (bench->library, PLENUM_WORKSHOP, NULL));
  g_signal_connect (bench->workshops, "items-changed", G_CALLBACK (workshops_cb), bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { NULL };

  if (argc != 3)
    {
      g_printerr ("Usage: add-card LIBRARY ROUNDS\n");
      return 2;
    }

  bench.library = plenum_library_new (argv[1]);
  bench.rounds = MAX (atoi (argv[2]), 1);
  application = adw_application_new ("org.plenum.Plenum.AddCard", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/org/plenum/Plenum");
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_clear_object (&bench.model);
  g_clear_object (&bench.workshops);
  g_clear_object (&bench.library);

  return bench.rounds == 0 ? 0 : 1;
}
