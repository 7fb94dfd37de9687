/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time that is left as a thin ring around its figures, there while there is any. */
#include "plenum-timer-ring.h"

#include "plenum-progress-ring.h"

struct _PlenumTimerRing
{
  GtkWidget    parent_instance;

  PlenumTimer *timer;
  GtkWidget   *ring;
};

G_DEFINE_FINAL_TYPE (PlenumTimerRing, plenum_timer_ring, GTK_TYPE_WIDGET)

static void
update (PlenumTimerRing *self)
{
  PlenumTimerState state = plenum_timer_get_state (self->timer);
  g_autofree char *left = plenum_timer_format_left (self->timer);
  g_autofree char *description = plenum_timer_describe_left (self->timer);

  gtk_widget_set_visible (GTK_WIDGET (self), state != PLENUM_TIMER_OFF);
  plenum_progress_ring_show (PLENUM_PROGRESS_RING (self->ring), plenum_timer_get_share (self->timer),
                             left, NULL, description);
  if (state == PLENUM_TIMER_OVER)
    gtk_widget_add_css_class (self->ring, "timer-over");
  else
    gtk_widget_remove_css_class (self->ring, "timer-over");
}

static void
plenum_timer_ring_dispose (GObject *object)
{
  PlenumTimerRing *self = PLENUM_TIMER_RING (object);

  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_object (&self->timer);

  G_OBJECT_CLASS (plenum_timer_ring_parent_class)->dispose (object);
}

static void
plenum_timer_ring_class_init (PlenumTimerRingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_timer_ring_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_timer_ring_init (PlenumTimerRing *self)
{
  self->ring = plenum_progress_ring_new ();
  gtk_widget_add_css_class (self->ring, "thin");
  gtk_widget_add_css_class (self->ring, "timer");
  gtk_widget_set_parent (self->ring, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * plenum_timer_ring_new:
 * @timer: what it shows
 *
 * Returns: (transfer floating): the ring
 */
GtkWidget *
plenum_timer_ring_new (PlenumTimer *timer)
{
  PlenumTimerRing *self = g_object_new (PLENUM_TYPE_TIMER_RING, NULL);

  self->timer = g_object_ref (timer);
  g_signal_connect_object (timer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
