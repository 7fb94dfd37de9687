/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bar of one or more lengths, coloured by style class. For a screen reader
 * it is a picture with a description; the figures stand beside it as text. */
#include "plenum-segment-bar.h"

struct _PlenumSegmentBar
{
  GtkWidget  parent_instance;

  GArray    *values; /* double, one a child */
  double     whole;  /* what fills the whole width */
};

/* Even the smallest share is to be seen. */
#define SMALLEST_SEGMENT 3

G_DEFINE_FINAL_TYPE (PlenumSegmentBar, plenum_segment_bar, GTK_TYPE_WIDGET)

static void
plenum_segment_bar_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : 6;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 6;
}

static void
plenum_segment_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumSegmentBar *self = PLENUM_SEGMENT_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  double sum = 0;
  int from = 0;

  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, 0, 0, height };
      int to;

      sum += g_array_index (self->values, double, i);
      to = self->whole > 0 ? (int) (sum / self->whole * width + 0.5) : from;
      to = CLAMP (MAX (to, from + SMALLEST_SEGMENT), from, width);
      place.width = to - from;
      place.x = rtl ? width - to : from;
      gtk_widget_size_allocate (child, &place, -1);
      from = to;
    }
}

static void
plenum_segment_bar_dispose (GObject *object)
{
  PlenumSegmentBar *self = PLENUM_SEGMENT_BAR (object);

  plenum_segment_bar_clear (self);
  G_OBJECT_CLASS (plenum_segment_bar_parent_class)->dispose (object);
}

static void
plenum_segment_bar_finalize (GObject *object)
{
  g_array_unref (PLENUM_SEGMENT_BAR (object)->values);
  G_OBJECT_CLASS (plenum_segment_bar_parent_class)->finalize (object);
}

static void
plenum_segment_bar_class_init (PlenumSegmentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_segment_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_segment_bar_finalize;
  widget_class->measure = plenum_segment_bar_measure;
  widget_class->size_allocate = plenum_segment_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "segmentbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plenum_segment_bar_init (PlenumSegmentBar *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
plenum_segment_bar_new (void)
{
  return g_object_new (PLENUM_TYPE_SEGMENT_BAR, NULL);
}

void
plenum_segment_bar_clear (PlenumSegmentBar *self)
{
  GtkWidget *child;

  g_return_if_fail (PLENUM_IS_SEGMENT_BAR (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->values, 0);
}

/**
 * plenum_segment_bar_append:
 * @style: the class that colours it
 * @value: its length; nothing is added for 0
 */
void
plenum_segment_bar_append (PlenumSegmentBar *self, const char *style, double value)
{
  GtkWidget *segment;

  g_return_if_fail (PLENUM_IS_SEGMENT_BAR (self));

  if (value <= 0)
    return;

  segment = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (segment, "segment");
  gtk_widget_add_css_class (segment, style);
  gtk_widget_set_parent (segment, GTK_WIDGET (self));
  g_array_append_val (self->values, value);
}

/**
 * plenum_segment_bar_set:
 * @whole: what the whole width stands for; bars with the same are to scale
 * @description: what the bar says, for those who do not see it
 */
void
plenum_segment_bar_set (PlenumSegmentBar *self, double whole, const char *description)
{
  g_return_if_fail (PLENUM_IS_SEGMENT_BAR (self));

  self->whole = whole;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
