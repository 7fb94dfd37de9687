/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

#include <stdlib.h>
#include <time.h>

struct _BenchFrames
{
  GtkWidget  parent_instance;
  GtkWidget *child;
  GMainLoop *loop;     /* while frames are measured */
  BenchStep  step;
  gpointer   data;
  guint      number, n_frames;
  gboolean   drawn;
  gint64     started, laid_out, spent;
  GArray    *work;     /* of double: ms */
  GArray    *paint;
};

G_DEFINE_FINAL_TYPE (BenchFrames, bench_frames, GTK_TYPE_WIDGET)

/* Of this thread only: what others do on a busy machine is not the frame's work. */
static gint64
now_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
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

static void
before_paint_cb (GdkFrameClock *clock, BenchFrames *self)
{
  self->started = now_us ();
  self->laid_out = 0;
  self->spent = 0;
  if (self->step != NULL && self->number < self->n_frames)
    self->step (self->number, self->data);
}

static void
layout_cb (GdkFrameClock *clock, BenchFrames *self)
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
after_paint_cb (GdkFrameClock *clock, BenchFrames *self)
{
  double work, paint;

  if (self->spent == 0 || self->laid_out == 0)
    return;

  work = (self->laid_out - self->started + self->spent) / 1000.0;
  paint = (now_us () - self->started) / 1000.0 - work;
  g_array_append_val (self->work, work);
  g_array_append_val (self->paint, paint);
  if (++self->number == self->n_frames)
    g_main_loop_quit (self->loop);
}

static void
bench_frames_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchFrames *self = BENCH_FRAMES (widget);
  gint64 began = now_us ();

  if (self->child == NULL)
    return;

  gtk_widget_snapshot_child (widget, self->child, snapshot);
  self->spent = now_us () - began;
  self->drawn = TRUE;
}

static void
bench_frames_dispose (GObject *object)
{
  g_clear_pointer (&BENCH_FRAMES (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (bench_frames_parent_class)->dispose (object);
}

static void
bench_frames_class_init (BenchFramesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_frames_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_frames_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bench_frames_init (BenchFrames *self)
{
}

GtkWidget *
bench_frames_new (void)
{
  return g_object_new (BENCH_TYPE_FRAMES, NULL);
}

void
bench_frames_set_child (BenchFrames *self, GtkWidget *child)
{
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

gboolean
bench_frames_is_drawn (BenchFrames *self)
{
  return self->drawn;
}

void
bench_frames_run (BenchFrames *self, guint n_frames, BenchStep step, gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) paint = g_array_new (FALSE, FALSE, sizeof (double));
  gulong handlers[] = {
    g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self),
    g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), self),
    g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self),
  };
  guint ticks = gtk_widget_add_tick_callback (self->child, next_cb, NULL, NULL);

  self->loop = loop;
  self->step = step;
  self->data = data;
  self->number = 0;
  self->n_frames = n_frames;
  self->spent = 0;
  self->laid_out = 0;
  self->work = work;
  self->paint = paint;
  g_main_loop_run (loop);

  gtk_widget_remove_tick_callback (self->child, ticks);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_handler_disconnect (clock, handlers[i]);
  self->loop = NULL;
  report ("own work of a frame", work);
  report ("painting beside it", paint);
}

glong
bench_memory (void)
{
  g_autofree char *text = NULL;
  char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, "VmRSS:")) == NULL)
    return 0;

  return strtol (line + 6, NULL, 10) / 1024;
}
