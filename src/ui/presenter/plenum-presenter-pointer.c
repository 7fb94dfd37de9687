/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spot of light over what the beamer shows, and a ring that stays where it was
 * put. Places are shares of the width and the height. */
#include "plenum-presenter-pointer.h"

struct _PlenumPresenterPointer
{
  GtkWidget parent_instance;

  gboolean  pointing;
  double    x, y;
  gboolean  marked;
  double    mark_x, mark_y;
};

/* Of the window's height: a spot to be seen from the last row. */
#define SPOT_SHARE 0.014
#define RING_SHARE 0.09

G_DEFINE_FINAL_TYPE (PlenumPresenterPointer, plenum_presenter_pointer, GTK_TYPE_WIDGET)

static void
draw_ring (cairo_t *cr, double x, double y, double height)
{
  /* Two colours, so that it stands out of any ground. */
  cairo_arc (cr, x, y, height * RING_SHARE, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, height / 60);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.75, 0.11, 0.16);
  cairo_set_line_width (cr, height / 110);
  cairo_stroke (cr);
}

static void
draw_spot (cairo_t *cr, double x, double y, double height)
{
  cairo_arc (cr, x, y, height * SPOT_SHARE * 1.9, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 0.2, 0.2, 0.35);
  cairo_fill (cr);
  cairo_arc (cr, x, y, height * SPOT_SHARE, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.9, 0.05, 0.1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, height / 400);
  cairo_stroke (cr);
}

static void
plenum_presenter_pointer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumPresenterPointer *self = PLENUM_PRESENTER_POINTER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->pointing && !self->marked)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->marked)
    draw_ring (cr, self->mark_x * width, self->mark_y * height, height);
  if (self->pointing)
    draw_spot (cr, self->x * width, self->y * height, height);
  cairo_destroy (cr);
}

static void
plenum_presenter_pointer_class_init (PlenumPresenterPointerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = plenum_presenter_pointer_snapshot;
  gtk_widget_class_set_css_name (widget_class, "presenterpointer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plenum_presenter_pointer_init (PlenumPresenterPointer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plenum_presenter_pointer_new (void)
{
  return g_object_new (PLENUM_TYPE_PRESENTER_POINTER, NULL);
}

/**
 * plenum_presenter_pointer_point:
 * @x: from 0 at the left to 1 at the right
 * @y: from 0 above to 1 below
 */
void
plenum_presenter_pointer_point (PlenumPresenterPointer *self, double x, double y)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_POINTER (self));

  self->pointing = TRUE;
  self->x = CLAMP (x, 0, 1);
  self->y = CLAMP (y, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plenum_presenter_pointer_leave:
 *
 * Takes the spot away; a ring stays.
 */
void
plenum_presenter_pointer_leave (PlenumPresenterPointer *self)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_POINTER (self));

  self->pointing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plenum_presenter_pointer_mark:
 * @x: as in plenum_presenter_pointer_point()
 * @y: the same
 *
 * Puts a ring there, or takes it away where there is one.
 */
void
plenum_presenter_pointer_mark (PlenumPresenterPointer *self, double x, double y)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_POINTER (self));

  self->marked = !self->marked;
  self->mark_x = CLAMP (x, 0, 1);
  self->mark_y = CLAMP (y, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plenum_presenter_pointer_unmark (PlenumPresenterPointer *self)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_POINTER (self));

  self->marked = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
