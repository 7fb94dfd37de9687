/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the beamer shows, small, in the facilitator's window. Where the mouse is
 * over it, a spot is on the beamer; a click puts a ring there. By keys the same:
 * arrows move the spot, Enter puts the ring, Escape takes both away. */
#include "plenum-presenter-miniature.h"

#include <glib/gi18n.h>

#define WIDTH 128
#define HEIGHT 72
#define STEP 0.04

struct _PlenumPresenterMiniature
{
  GtkWidget              parent_instance;

  PlenumPresenterWindow *window; /* weak */
  GdkPaintable          *picture;
  double                 x, y;   /* of the spot */
};

G_DEFINE_FINAL_TYPE (PlenumPresenterMiniature, plenum_presenter_miniature, GTK_TYPE_WIDGET)

/* Where the picture is: it keeps its shape. */
static void
get_place (PlenumPresenterMiniature *self, graphene_rect_t *place)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double ratio = self->picture != NULL ? gdk_paintable_get_intrinsic_aspect_ratio (self->picture) : 0;
  double w = width, h = height;

  if (ratio > 0 && w / h > ratio)
    w = h * ratio;
  else if (ratio > 0)
    h = w / ratio;
  graphene_rect_init (place, (width - w) / 2, (height - h) / 2, w, h);
}

static void
plenum_presenter_miniature_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumPresenterMiniature *self = PLENUM_PRESENTER_MINIATURE (widget);
  graphene_rect_t place;

  if (self->picture == NULL)
    return;

  get_place (self, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place.origin);
  gdk_paintable_snapshot (self->picture, snapshot, place.size.width, place.size.height);
  gtk_snapshot_restore (snapshot);
}

static void
plenum_presenter_miniature_measure (GtkWidget      *widget,
                                    GtkOrientation  orientation,
                                    int             for_size,
                                    int            *minimum,
                                    int            *natural,
                                    int            *minimum_baseline,
                                    int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
point (PlenumPresenterMiniature *self, double x, double y)
{
  if (self->window == NULL)
    return;

  self->x = CLAMP (x, 0, 1);
  self->y = CLAMP (y, 0, 1);
  plenum_presenter_pointer_point (plenum_presenter_window_get_pointer (self->window), self->x, self->y);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, PlenumPresenterMiniature *self)
{
  graphene_rect_t place;

  get_place (self, &place);
  if (place.size.width > 0 && place.size.height > 0)
    point (self, (x - place.origin.x) / place.size.width, (y - place.origin.y) / place.size.height);
}

static void
leave (PlenumPresenterMiniature *self)
{
  if (self->window != NULL)
    plenum_presenter_pointer_leave (plenum_presenter_window_get_pointer (self->window));
}

static void
mark (PlenumPresenterMiniature *self)
{
  if (self->window != NULL)
    plenum_presenter_pointer_mark (plenum_presenter_window_get_pointer (self->window), self->x, self->y);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, PlenumPresenterMiniature *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  motion_cb (NULL, x, y, self);
  mark (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PlenumPresenterMiniature *self)
{
  switch (key)
    {
    case GDK_KEY_Left:
      point (self, self->x - STEP, self->y);
      return TRUE;

    case GDK_KEY_Right:
      point (self, self->x + STEP, self->y);
      return TRUE;

    case GDK_KEY_Up:
      point (self, self->x, self->y - STEP);
      return TRUE;

    case GDK_KEY_Down:
      point (self, self->x, self->y + STEP);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      mark (self);
      return TRUE;

    case GDK_KEY_Escape:
      leave (self);
      if (self->window != NULL)
        plenum_presenter_pointer_unmark (plenum_presenter_window_get_pointer (self->window));
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * plenum_presenter_miniature_set_window:
 * @window: (nullable): the window for the beamer, or %NULL when it is closed
 */
void
plenum_presenter_miniature_set_window (PlenumPresenterMiniature *self, PlenumPresenterWindow *window)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_MINIATURE (self));

  if (self->picture != NULL)
    g_signal_handlers_disconnect_by_data (self->picture, self);
  g_clear_object (&self->picture);
  g_set_weak_pointer (&self->window, window);
  if (window != NULL)
    {
      self->picture = gtk_widget_paintable_new (plenum_presenter_window_get_content (window));
      g_signal_connect_object (self->picture, "invalidate-contents", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picture, "invalidate-size", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plenum_presenter_miniature_dispose (GObject *object)
{
  plenum_presenter_miniature_set_window (PLENUM_PRESENTER_MINIATURE (object), NULL);
  G_OBJECT_CLASS (plenum_presenter_miniature_parent_class)->dispose (object);
}

static void
plenum_presenter_miniature_class_init (PlenumPresenterMiniatureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_miniature_dispose;
  widget_class->snapshot = plenum_presenter_miniature_snapshot;
  widget_class->measure = plenum_presenter_miniature_measure;
  gtk_widget_class_set_css_name (widget_class, "presenterminiature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plenum_presenter_miniature_init (PlenumPresenterMiniature *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->x = self->y = 0.5;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "presenter-miniature");
  gtk_widget_set_cursor_from_name (widget, "crosshair");
  gtk_widget_set_tooltip_text (widget, _("Point here to point on the beamer; click to put a ring there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The beamer: arrow keys point, Enter puts a ring, Escape takes the spot away"), -1);

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
