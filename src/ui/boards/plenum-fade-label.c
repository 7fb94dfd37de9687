/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a few lines; what does not fit fades out at the lower edge. */
#include "plenum-fade-label.h"

/* A line of a card has some forty letters. What can never be seen is not laid out. */
#define LETTERS_A_LINE 100

struct _PlenumFadeLabel
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *fade;
  guint      n_lines;
};

G_DEFINE_FINAL_TYPE (PlenumFadeLabel, plenum_fade_label, GTK_TYPE_WIDGET)

static int
get_limit (PlenumFadeLabel *self)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  PangoRectangle line = { 0 };

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &line);

  return line.height * self->n_lines;
}

static GtkSizeRequestMode
plenum_fade_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plenum_fade_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (widget);

  /* How wide it is does not depend on how much of it can be seen. */
  gtk_widget_measure (self->label, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1,
                      minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int limit = get_limit (self);

      *minimum = MIN (*minimum, limit);
      *natural = MIN (*natural, limit);
    }
}

static void
plenum_fade_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (widget);
  int needed, fade_height;
  gboolean cut;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &needed, NULL, NULL);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, 0, width, MAX (needed, height) }, -1);

  cut = needed > height;
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
plenum_fade_label_dispose (GObject *object)
{
  PlenumFadeLabel *self = PLENUM_FADE_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->fade, gtk_widget_unparent);

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
  gtk_widget_class_set_css_name (widget_class, "fadelabel");
}

static void
plenum_fade_label_init (PlenumFadeLabel *self)
{
  GtkLabel *label;

  self->label = gtk_label_new (NULL);
  label = GTK_LABEL (self->label);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

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

  g_return_if_fail (PLENUM_IS_FADE_LABEL (self));

  most = (glong) self->n_lines * LETTERS_A_LINE;
  if (g_utf8_strlen (text, -1) > most)
    {
      g_autofree char *start = g_utf8_substring (text, 0, most);

      gtk_label_set_label (GTK_LABEL (self->label), start);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->label), text);
}
