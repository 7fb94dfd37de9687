/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every frame costs while a board's cards are scrolled, in its columns and in
 * its list: steps of a wheel, a fling, and jumps with the scroll bar. Needs a display;
 * scroll.py gives it one. */
#include <adwaita.h>

#include "frames.h"
#include "plenum-board-columns.h"
#include "plenum-card-table.h"
#include "plenum-ui-resources.h"
#include "plenum-workshop-model.h"

#define FRAMES 200

typedef struct
{
  GMainLoop     *loop;
  PlenumLibrary *library;
  BenchFrames   *frames;
  GtkAdjustment *adjustment; /* of the longest list of cards */
  GRand         *random;
} Bench;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  if (!plenum_library_open_finish (PLENUM_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
  g_main_loop_quit (self->loop);
}

static double
get_length (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* What scrolls furthest. */
static void
find_adjustment (GtkWidget *widget, GtkAdjustment **found)
{
  if (GTK_IS_SCROLLABLE (widget))
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

      if (adjustment != NULL && (*found == NULL || get_length (adjustment) > get_length (*found)))
        *found = adjustment;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_adjustment (child, found);
}

static void
scroll_by (Bench *self, double distance)
{
  double value = gtk_adjustment_get_value (self->adjustment) + distance;

  gtk_adjustment_set_value (self->adjustment, value > get_length (self->adjustment) ? 0 : value);
}

/* One notch of a wheel in three frames. */
static void
turn_wheel (guint step, gpointer data)
{
  scroll_by (data, 20);
}

/* Most of a screen in three frames. */
static void
fling (guint step, gpointer data)
{
  scroll_by (data, 210);
}

static void
drag_bar (guint step, gpointer data)
{
  Bench *self = data;

  gtk_adjustment_set_value (self->adjustment, g_rand_double_range (self->random, 0, get_length (self->adjustment)));
}

static gboolean
settled_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
measure (Bench *self, const char *name, const char *workshop, const char *board, GtkWidget *(*make) (PlenumBoardDesk *))
{
  g_autoptr (PlenumWorkshopModel) model = plenum_workshop_model_new (self->library, workshop);
  g_autoptr (PlenumBoardModel) cards = plenum_board_model_new (model);
  g_autoptr (PlenumBoardDesk) desk = NULL;
  GtkWidget *window = gtk_window_new ();

  self->frames = BENCH_FRAMES (bench_frames_new ());
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->frames));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  plenum_board_model_set_board (cards, board);
  desk = plenum_board_desk_new (cards, GTK_WIDGET (self->frames));
  bench_frames_set_child (self->frames, make (desk));
  self->adjustment = NULL;
  do
    {
      g_idle_add_full (G_PRIORITY_LOW, settled_cb, self->loop, NULL);
      g_main_loop_run (self->loop);
      find_adjustment (GTK_WIDGET (self->frames), &self->adjustment);
    }
  while (!bench_frames_is_drawn (self->frames) || self->adjustment == NULL || get_length (self->adjustment) < 10000);

  g_print ("%s, %.0f px long\n", name, gtk_adjustment_get_upper (self->adjustment));
  g_print ("the wheel; ");
  bench_frames_run (self->frames, FRAMES, turn_wheel, self);
  g_print ("a fling; ");
  bench_frames_run (self->frames, FRAMES, fling, self);
  g_print ("the scroll bar, dragged wildly; ");
  bench_frames_run (self->frames, FRAMES, drag_bar, self);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  Bench self = { .loop = g_main_loop_new (NULL, FALSE), .random = g_rand_new_with_seed (1) };
  g_autoptr (GtkCssProvider) style = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: bench-scroll LIBRARY WORKSHOP BOARD\n");
      return 2;
    }

  adw_init ();
  g_resources_register (plenum_ui_get_resource ());
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/plenum/Plenum/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self.library = plenum_library_new (argv[1]);
  plenum_library_open_async (self.library, opened_cb, &self);
  g_main_loop_run (self.loop);
  measure (&self, "columns", argv[2], argv[3], plenum_board_columns_new);
  measure (&self, "list", argv[2], argv[3], plenum_card_table_new);
  g_rand_free (self.random);

  return 0;
}
