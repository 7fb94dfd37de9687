/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wall of many cards costs: opening it, every frame of panning and zooming
 * through all levels of detail, and moving half of its cards. Needs a display;
 * canvas.py gives it one.
 *
 * A frame's own work is everything between the clock's beginning of a frame and
 * the nodes that are to be painted: which cards are shown, layout, snapshot. The
 * painting itself is the renderer's, and reported beside it. */
#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "plenum-canvas-actions.h"
#include "plenum-wall-private.h"
#include "plenum-workshop-model.h"

#define FRAMES 1500

/* Of this thread only: what others do on a busy machine is not the wall's work. */
static gint64
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* A window's child that measures how long another takes to be snapshot. */
#define BENCH_TYPE_FRAME (bench_frame_get_type ())
G_DECLARE_FINAL_TYPE (BenchFrame, bench_frame, BENCH, FRAME, GtkWidget)

struct _BenchFrame
{
  GtkWidget  parent_instance;
  GtkWidget *child;
  gint64     spent;
};

G_DEFINE_FINAL_TYPE (BenchFrame, bench_frame, GTK_TYPE_WIDGET)

static void
bench_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchFrame *self = BENCH_FRAME (widget);
  gint64 began = now_us ();

  gtk_widget_snapshot_child (widget, self->child, snapshot);
  self->spent = now_us () - began;
}

static void
bench_frame_dispose (GObject *object)
{
  g_clear_pointer (&BENCH_FRAME (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (bench_frame_parent_class)->dispose (object);
}

static void
bench_frame_class_init (BenchFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_frame_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_frame_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bench_frame_init (BenchFrame *self)
{
}

typedef struct
{
  GMainLoop           *loop;
  PlenumLibrary       *library;
  PlenumWorkshopModel *workshop;
  PlenumBoardModel    *model;
  PlenumBoardDesk     *desk;
  PlenumWall          *wall;
  BenchFrame          *frame;
  GtkWidget           *window;
  guint                n_cards;
  gint64               began, started, laid_out;
  double               opened;
  GArray              *work;  /* of double: ms */
  GArray              *paint;
  guint                step;
  guint                ticks;
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

static glong
read_memory (void)
{
  g_autofree char *text = NULL;
  char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "VmRSS:")) == NULL)
    return 0;

  return strtol (line + 6, NULL, 10) / 1024;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
report (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  g_print ("%s: median %.1f ms, 99 %% under %.1f ms, longest %.1f ms (%u frames)\n", what,
           g_array_index (times, double, times->len / 2), g_array_index (times, double, times->len * 99 / 100),
           g_array_index (times, double, times->len - 1), times->len);
}

/* From all of it to four times its size and back, and across at every level. */
static void
travel (Bench *self)
{
  double width = self->wall->view.width, height = self->wall->view.height;
  guint phase = self->step % 30;
  gboolean back = self->step >= FRAMES / 2;

  if (phase < 10)
    plenum_wall_zoom (self->wall, self->wall->view.zoom * (back ? 1 / 1.02 : 1.02), width * 0.4, height * 0.6);
  else if (phase < 20)
    plenum_wall_pan (self->wall, phase % 2 ? -width / 25 : -width / 40, -height / 50);
  else
    plenum_wall_pan (self->wall, width / 30, height / 50);
  if (self->step % 250 == 249)
    plenum_wall_fit (self->wall);
  if (self->step % 250 == 125)
    plenum_wall_zoom (self->wall, 0.15 + 0.35 * (self->step / 250), width / 2, height / 2);
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->started = now_us ();
  self->laid_out = 0;
  self->frame->spent = 0;
  if (self->work != NULL && self->step < FRAMES)
    travel (self);
}

static void
layout_cb (GdkFrameClock *clock, Bench *self)
{
  self->laid_out = now_us ();
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
  gint64 now = now_us ();
  double work, paint;

  if (self->opened == 0 && self->frame->spent > 0 && plenum_wall_model_n_items (self->wall->model) >= self->n_cards
      && !self->wall->ink->late && self->wall->tick == 0)
    {
      self->opened = ms (g_get_monotonic_time () - self->began);
      g_main_loop_quit (self->loop);
    }
  if (self->work == NULL || self->frame->spent == 0 || self->laid_out == 0)
    return;

  work = ms (self->laid_out - self->started + self->frame->spent);
  paint = ms (now - self->started) - work;
  g_array_append_val (self->work, work);
  g_array_append_val (self->paint, paint);
  if (++self->step >= FRAMES)
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

  self->began = g_get_monotonic_time ();
  self->workshop = plenum_workshop_model_new (self->library, workshop);
  self->model = plenum_board_model_new (self->workshop);
  plenum_board_model_set_board (self->model, board);
  self->desk = plenum_board_desk_new (self->model, GTK_WIDGET (self->frame));
  self->wall = PLENUM_WALL (plenum_wall_new_canvas (self->desk));
  self->frame->child = GTK_WIDGET (self->wall);
  gtk_widget_set_parent (self->frame->child, GTK_WIDGET (self->frame));
  self->ticks = gtk_widget_add_tick_callback (GTK_WIDGET (self->wall), next_cb, NULL, NULL);
  clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  g_main_loop_run (self->loop);
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
  self.frame = g_object_new (BENCH_TYPE_FRAME, NULL);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.frame));
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (self.window));
  open_wall (&self, argv[2], argv[3]);
  g_print ("%u cards opened: %.0f ms, memory %ld MB\n", plenum_wall_model_n_items (self.wall->model), self.opened, read_memory ());

  self.work = g_array_new (FALSE, FALSE, sizeof (double));
  self.paint = g_array_new (FALSE, FALSE, sizeof (double));
  g_main_loop_run (self.loop);
  report ("own work of a frame", self.work);
  report ("painting beside it", self.paint);
  g_clear_pointer (&self.work, g_array_unref);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self.wall), self.ticks);
  g_print ("memory after all levels %ld MB\n", read_memory ());
  move_half (&self);

  return 0;
}
