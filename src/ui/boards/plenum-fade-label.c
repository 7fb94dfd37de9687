/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a few lines; what does not fit fades out at the lower edge. */
#include "plenum-fade-label.h"

/* A line of a card has some forty letters. What can never be seen is not laid out. */
#define LETTERS_A_LINE 100

/* The narrowest that anybody would read. */
#define LETTERS_MINIMUM 8
#define LETTERS_NATURAL 30

struct _PlenumFadeLabel
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
  GtkWidget   *fade;
  guint        n_lines;
};

G_DEFINE_FINAL_TYPE (PlenumFadeLabel, plenum_fade_label, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
plenum_fade_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How wide it wants to be does not depend on its text, which is laid out for one width
 * only: a board measures two hundred cards at a time, and laying out is most of it. */
static void
measure_width (PlenumFadeLabel *self, int *minimum, int *natural)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  *minimum = PANGO_PIXELS_CEIL (letter * LETTERS_MINIMUM);
  *natural = PANGO_PIXELS_CEIL (letter * LETTERS_NATURAL);
  pango_font_metrics_unref (metrics);
}

static int
measure_lines (PlenumFadeLabel *self, int width, int *limit)
{
  PangoRectangle line = { 0 };
  int height;

  pango_layout_set_width (self->layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (self->layout, 0), NULL, &line);
  *limit = line.height * self->n_lines;

  return height;
}

static void
plenum_fade_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    {
      int limit, height = measure_lines (self, for_size, &limit);

      *minimum = *natural = MIN (height, limit);
    }
}

static void
plenum_fade_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (widget);
  int limit, fade_height;
  gboolean cut = measure_lines (self, width, &limit) > height;

  gtk_widget_set_child_visible (self->fade, cut);
  /* Letters may reach a little below the last line; only what is cut is clipped. */
  gtk_widget_set_overflow (widget, cut ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE);
  if (cut)
    {
      gtk_widget_measure (self->fade, GTK_ORIENTATION_VERTICAL, -1, &fade_height, NULL, NULL, NULL);
      fade_height = MIN (MAX (fade_height, height / 3), height);
      gtk_widget_size_allocate (self->fade, &(GtkAllocation) { 0, height - fade_height, width, fade_height }, -1);
    }
}

static void
plenum_fade_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_widget_snapshot_child (widget, self->fade, snapshot);
}

static void
plenum_fade_label_dispose (GObject *object)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (object);

  g_clear_pointer (&self->fade, gtk_widget_unparent);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (plenum_fade_label_parent_class)->dispose (object);
}

static void
plenum_fade_label_class_init (PlenumFadeLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_fade_label_dispose;
  widget_class->get_request_mode = plenum_fade_label_get_request_mode;
  widget_class->measure = plenum_fade_label_measure;
  widget_class->size_allocate = plenum_fade_label_size_allocate;
  widget_class->snapshot = plenum_fade_label_snapshot;
  gtk_widget_class_set_css_name (widget_class, "fadelabel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
plenum_fade_label_init (PlenumFadeLabel *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

  self->fade = g_object_new (GTK_TYPE_BOX, "css-name", "fade", "can-target", FALSE, NULL);
  gtk_widget_set_parent (self->fade, GTK_WIDGET (self));
}

/**
 * plenum_fade_label_new:
 * @n_lines: how many lines are shown at most
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
plenum_fade_label_new (guint n_lines)
{
  PlenumFadeLabel *self = g_object_new (PLENUM_TYPE_FADE_LABEL, NULL);

  self->n_lines = n_lines;

  return GTK_WIDGET (self);
}

void
plenum_fade_label_set_text (PlenumFadeLabel *self, const char *text)
{
  glong most;
  const char *end;

  g_return_if_fail (PLENUM_IS_FADE_LABEL (self));

  most = (glong) self->n_lines * LETTERS_A_LINE;
  end = g_utf8_strlen (text, -1) > most ? g_utf8_offset_to_pointer (text, most) : text + strlen (text);
  if (strlen (pango_layout_get_text (self->layout)) == (gsize) (end - text)
      && strncmp (pango_layout_get_text (self->layout), text, end - text) == 0)
    return;

  pango_layout_set_text (self->layout, text, end - text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pango_layout_get_text (self->layout), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
