/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share of a whole as a ring around its figures: how many of how many have
 * voted, never what, or how much time is left. */
#include "plenum-progress-ring.h"

#include <glib/gi18n.h>

#include "plenum-format.h"

struct _PlenumProgressRing
{
  GtkWidget  parent_instance;

  GtkWidget *number;
  GtkWidget *caption;
  double     share;
};

G_DEFINE_FINAL_TYPE (PlenumProgressRing, plenum_progress_ring, GTK_TYPE_WIDGET)

static void
plenum_progress_ring_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  PlenumProgressRing *self = PLENUM_PROGRESS_RING (widget);
  int width[2];
  int height[2];

  gtk_widget_measure (self->number, GTK_ORIENTATION_HORIZONTAL, -1, &width[0], NULL, NULL, NULL);
  gtk_widget_measure (self->caption, GTK_ORIENTATION_HORIZONTAL, -1, &width[1], NULL, NULL, NULL);
  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, &height[0], NULL, NULL, NULL);
  gtk_widget_measure (self->caption, GTK_ORIENTATION_VERTICAL, -1, &height[1], NULL, NULL, NULL);

  /* The figures stand in the square that fits into the ring. */
  *minimum = *natural = MAX (MAX (width[0], width[1]), height[0] + height[1]) * 1.5 + 16;
}

static void
place (GtkWidget *child, int width, int y)
{
  GtkAllocation allocation = { 0, y, width, 0 };

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &allocation.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
plenum_progress_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumProgressRing *self = PLENUM_PROGRESS_RING (widget);
  int number, caption;

  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, &number, NULL, NULL, NULL);
  gtk_widget_measure (self->caption, GTK_ORIENTATION_VERTICAL, -1, &caption, NULL, NULL, NULL);
  place (self->number, width, (height - number - caption) / 2);
  place (self->caption, width, (height - number - caption) / 2 + number);
}

static void
plenum_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumProgressRing *self = PLENUM_PROGRESS_RING (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean thin = gtk_widget_has_css_class (widget, "thin");
  double thick = thin ? MAX (3, MIN (width, height) / 30.0) : MAX (6, MIN (width, height) / 18.0);
  double radius = MIN (width, height) / 2.0 - thick / 2;
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA track, accent;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  gtk_style_context_get_color (context, &track);
  track.alpha *= 0.15;
  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    gtk_style_context_get_color (context, &accent);

  cairo_set_line_width (cr, thick);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  if (self->share > 0)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + self->share * 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (plenum_progress_ring_parent_class)->snapshot (widget, snapshot);
}

static void
plenum_progress_ring_dispose (GObject *object)
{
  PlenumProgressRing *self = PLENUM_PROGRESS_RING (object);

  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_progress_ring_parent_class)->dispose (object);
}

static void
plenum_progress_ring_class_init (PlenumProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_progress_ring_dispose;
  widget_class->measure = plenum_progress_ring_measure;
  widget_class->size_allocate = plenum_progress_ring_size_allocate;
  widget_class->snapshot = plenum_progress_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "progressring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
plenum_progress_ring_init (PlenumProgressRing *self)
{
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "ring-number");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  self->caption = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->caption, "ring-caption");
  gtk_widget_add_css_class (self->caption, "numeric");
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
}

GtkWidget *
plenum_progress_ring_new (void)
{
  PlenumProgressRing *self = g_object_new (PLENUM_TYPE_PROGRESS_RING, NULL);

  plenum_progress_ring_set (self, 0, 0);

  return GTK_WIDGET (self);
}

/**
 * plenum_progress_ring_show:
 * @share: how much of the ring is drawn, from 0 to 1
 * @number: what stands in it
 * @caption: (nullable): what stands below that
 * @label: all of it in words
 */
void
plenum_progress_ring_show (PlenumProgressRing *self,
                           double              share,
                           const char         *number,
                           const char         *caption,
                           const char         *label)
{
  g_return_if_fail (PLENUM_IS_PROGRESS_RING (self));

  self->share = CLAMP (share, 0, 1);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (self->caption, caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plenum_progress_ring_set:
 * @done: how many have voted
 * @all: how many are expected to, or 0 where that is not known
 */
void
plenum_progress_ring_set (PlenumProgressRing *self, guint done, guint all)
{
  g_autofree char *number = plenum_format_number (done);
  g_autofree char *whole = plenum_format_number (all);
  g_autofree char *caption = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLENUM_IS_PROGRESS_RING (self));

  if (all > 0)
    {
      /* Translators: below the number of those who voted, in a small ring. */
      caption = g_strdup_printf (_("of %s"), whole);
      label = g_strdup_printf (ngettext ("%s of %s has voted", "%s of %s have voted", all), number, whole);
    }
  else
    {
      /* Translators: below the number of those who voted, in a small ring. */
      caption = g_strdup (ngettext ("vote", "votes", done));
      label = g_strdup_printf (ngettext ("%s person has voted", "%s people have voted", done), number);
    }

  plenum_progress_ring_show (self, all > 0 ? (double) done / all : 0, number, caption, label);
}
