/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wall of many cards costs: opening it, every frame of panning and zooming
 * through all levels of detail, and moving half of its cards. Needs a display;
 * canvas.py gives it one. */
#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "frames.h"
#include "plenum-canvas-actions.h"
#include "plenum-wall-private.h"
#include "plenum-workshop-model.h"

#define FRAMES 1500

typedef struct
{
  GMainLoop           *loop;
  PlenumLibrary       *library;
  PlenumWorkshopModel *workshop;
  PlenumBoardModel    *model;
  PlenumBoardDesk     *desk;
  PlenumWall          *wall;
  BenchFrames         *frames;
  GtkWidget           *window;
  guint                n_cards;
  gint64               began;
  double               opened;
  double               done;
  gint64               busy;
} Bench;

/* Of all threads: the store's is one of its own. */
static gint64
process_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
ms (gint64 us)
{
  return us / 1000.0;
}

/* From all of it to four times its size and back, and across at every level. */
static void
travel (guint step, gpointer data)
{
  Bench *self = data;
  double width = self->wall->view.width, height = self->wall->view.height;
  guint phase = step % 30;
  gboolean back = step >= FRAMES / 2;

  if (phase < 10)
    plenum_wall_zoom (self->wall, self->wall->view.zoom * (back ? 1 / 1.02 : 1.02), width * 0.4, height * 0.6);
  else if (phase < 20)
    plenum_wall_pan (self->wall, phase % 2 ? -width / 25 : -width / 40, -height / 50);
  else
    plenum_wall_pan (self->wall, width / 30, height / 50);
  if (step % 250 == 249)
    plenum_wall_fit (self->wall);
  if (step % 250 == 125)
    plenum_wall_zoom (self->wall, 0.15 + 0.35 * (step / 250), width / 2, height / 2);
}

static gboolean
next_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  if (!bench_frames_is_drawn (self->frames) || plenum_wall_model_n_items (self->wall->model) < self->n_cards
      || self->wall->ink->late || self->wall->tick != 0)
    return;

  self->opened = ms (g_get_monotonic_time () - self->began);
  g_main_loop_quit (self->loop);
}

static void
moved_cb (Bench *self)
{
  self->done = ms (g_get_monotonic_time () - self->began);
  self->busy = process_us () - self->busy;
  g_main_loop_quit (self->loop);
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!plenum_library_perform_finish (PLENUM_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
}

/* Half of the cards, as the wall does it, until it shows them where they are. */
static void
move_half (Bench *self)
{
  guint n = plenum_wall_model_n_items (self->wall->model) / 2;
  g_autofree PlenumCardPlace *places = g_new (PlenumCardPlace, n);
  g_autoptr (PlenumAction) action = NULL;
  guint k = 0;
  gulong handler = g_signal_connect_swapped (self->wall->model, "changed", G_CALLBACK (moved_cb), self);

  for (guint i = 0; k < n; i++)
    {
      const PlenumWallItem *item = plenum_wall_model_get_item (self->wall->model, i);
      const graphene_rect_t *rect = plenum_wall_model_get_rect (self->wall->model, i);

      if (!plenum_board_entry_is_stack (item->entry))
        places[k++] = (PlenumCardPlace) { plenum_board_entry_get_id (item->entry), NULL, rect->origin.x + 12, rect->origin.y + 12 };
    }
  for (guint round = 0; round < 5; round++)
    {
      for (guint i = 0; i < n; i++)
        places[i].x += 12;
      g_clear_object (&action);
      self->busy = process_us ();
      self->began = g_get_monotonic_time ();
      action = plenum_action_place_ideas (places, n);
      plenum_library_perform_async (self->library, action, NULL, performed_cb, NULL);
      g_main_loop_run (self->loop);
      g_print ("%u cards moved: %.0f ms (%.0f ms of CPU)", n, self->done, ms (self->busy));
      self->busy = process_us ();
      self->began = g_get_monotonic_time ();
      plenum_library_undo_async (self->library, plenum_workshop_model_get_id (self->workshop), NULL, NULL);
      g_main_loop_run (self->loop);
      g_print (", undone: %.0f ms (%.0f ms of CPU)\n", self->done, ms (self->busy));
    }
  g_signal_handler_disconnect (self->wall->model, handler);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  if (!plenum_library_open_finish (PLENUM_LIBRARY (source), result, &error))
    g_error ("%s", error->message);
  g_main_loop_quit (self->loop);
}

/* From the click on a workshop to its wall on the screen. */
static void
open_wall (Bench *self, const char *workshop, const char *board)
{
  GdkFrameClock *clock;
  gulong handler;
  guint ticks;

  self->began = g_get_monotonic_time ();
  self->workshop = plenum_workshop_model_new (self->library, workshop);
  self->model = plenum_board_model_new (self->workshop);
  plenum_board_model_set_board (self->model, board);
  self->desk = plenum_board_desk_new (self->model, GTK_WIDGET (self->frames));
  self->wall = PLENUM_WALL (plenum_wall_new_canvas (self->desk));
  bench_frames_set_child (self->frames, GTK_WIDGET (self->wall));
  ticks = gtk_widget_add_tick_callback (GTK_WIDGET (self->wall), next_cb, NULL, NULL);
  clock = gtk_widget_get_frame_clock (self->window);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  g_main_loop_run (self->loop);
  g_signal_handler_disconnect (clock, handler);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->wall), ticks);
}

int
main (int argc, char *argv[])
{
  Bench self = { .loop = g_main_loop_new (NULL, FALSE) };

  if (argc != 5)
    {
      g_printerr ("Usage: bench-canvas LIBRARY WORKSHOP BOARD CARDS\n");
      return 2;
    }

  adw_init ();
  self.n_cards = strtoul (argv[4], NULL, 10);
  self.library = plenum_library_new (argv[1]);
  plenum_library_open_async (self.library, opened_cb, &self);
  g_main_loop_run (self.loop);

  self.window = gtk_window_new ();
  self.frames = BENCH_FRAMES (bench_frames_new ());
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.frames));
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (self.window));
  open_wall (&self, argv[2], argv[3]);
  g_print ("%u cards opened: %.0f ms, memory %ld MB\n", plenum_wall_model_n_items (self.wall->model), self.opened, bench_memory ());

  bench_frames_run (self.frames, FRAMES, travel, &self);
  g_print ("memory after all levels %ld MB\n", bench_memory ());
  move_half (&self);

  return 0;
}
