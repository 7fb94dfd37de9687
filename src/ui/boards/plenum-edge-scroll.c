/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-edge-scroll.h"

#define EDGE    40.0  /* pixels */
#define FASTEST 900.0 /* pixels a second */

typedef struct
{
  GtkScrolledWindow *scroller; /* unowned: it owns this */
  double             x;
  double             y;
  guint              tick;
  gint64             last;
} EdgeScroll;

/**
 * plenum_edge_scroll_speed:
 * @at: where the pointer is, from 0 to @length
 *
 * Returns: how fast to go on, in pixels a second: the faster the nearer the edge is;
 *   less than 0 at the beginning, 0 away from the edges
 */
double
plenum_edge_scroll_speed (double at, double length)
{
  double edge = MIN (EDGE, length / 4);

  if (edge <= 0)
    return 0;
  if (at < edge)
    return -FASTEST * MIN ((edge - at) / edge, 1);
  if (at > length - edge)
    return FASTEST * MIN ((at - length + edge) / edge, 1);

  return 0;
}

static void
scroll (GtkAdjustment *adjustment, double pixels)
{
  if (pixels != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EdgeScroll *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last > 0 ? (now - self->last) / (double) G_USEC_PER_SEC : 0;

  self->last = now;
  scroll (gtk_scrolled_window_get_hadjustment (self->scroller), plenum_edge_scroll_speed (self->x, gtk_widget_get_width (widget)) * seconds);
  scroll (gtk_scrolled_window_get_vadjustment (self->scroller), plenum_edge_scroll_speed (self->y, gtk_widget_get_height (widget)) * seconds);

  return G_SOURCE_CONTINUE;
}

static void
motion_cb (GtkDropControllerMotion *motion, double x, double y, EdgeScroll *self)
{
  self->x = x;
  self->y = y;
  if (self->tick == 0)
    {
      self->last = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), tick_cb, self, NULL);
    }
}

static void
leave_cb (GtkDropControllerMotion *motion, EdgeScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
}

/**
 * plenum_edge_scroll_add:
 * @scroller: what is scrolled while something is dragged over its edges
 */
void
plenum_edge_scroll_add (GtkScrolledWindow *scroller)
{
  EdgeScroll *self = g_new0 (EdgeScroll, 1);
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  self->scroller = scroller;
  g_object_set_data_full (G_OBJECT (scroller), "plenum-edge-scroll", self, g_free);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), motion);
}
