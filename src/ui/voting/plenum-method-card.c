/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way of voting, to choose from: a small drawing of its ballot, what it is
 * good for, and how long it takes. */
#include "plenum-method-card.h"

#include <glib/gi18n.h>

#define SKETCH_WIDTH  132
#define SKETCH_HEIGHT 76
#define N_LINES       3

struct _PlenumMethodSketch
{
  GtkWidget        parent_instance;

  PlenumPaperKind  kind;
};

G_DEFINE_FINAL_TYPE (PlenumMethodSketch, plenum_method_sketch, GTK_TYPE_WIDGET)

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_dots (cairo_t *cr, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  static const guint given[N_LINES] = { 3, 0, 2 };

  for (guint i = 0; i < 3; i++)
    {
      gdk_cairo_set_source_rgba (cr, i < given[line] ? accent : quiet);
      cairo_arc (cr, SKETCH_WIDTH - 42 + i * 13, y, 5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_check (cairo_t *cr, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  gboolean given = line != 1;

  gdk_cairo_set_source_rgba (cr, given ? accent : quiet);
  rounded (cr, SKETCH_WIDTH - 28, y - 8, 16, 16, 5);
  cairo_fill (cr);
  if (!given)
    return;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, SKETCH_WIDTH - 24.5, y);
  cairo_line_to (cr, SKETCH_WIDTH - 21, y + 3.5);
  cairo_line_to (cr, SKETCH_WIDTH - 15.5, y - 3.5);
  cairo_stroke (cr);
}

static void
draw_stances (cairo_t *cr, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  for (guint i = 0; i < 3; i++)
    {
      gdk_cairo_set_source_rgba (cr, i == line ? accent : quiet);
      rounded (cr, SKETCH_WIDTH - 56 + i * 16, y - 5, 14, 10, 4);
      cairo_fill (cr);
    }
}

/* Which is the first, the second, the third: the longer, the better. */
static void
draw_rank (cairo_t *cr, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  static const double lengths[N_LINES] = { 26, 44, 12 };

  gdk_cairo_set_source_rgba (cr, line == 1 ? accent : quiet);
  rounded (cr, SKETCH_WIDTH - 12 - lengths[line], y - 6, lengths[line], 12, 4);
  cairo_fill (cr);
}

static void
draw_slider (cairo_t *cr, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  static const double places[N_LINES] = { 34, 8, 20 };
  double left = SKETCH_WIDTH - 56;

  gdk_cairo_set_source_rgba (cr, quiet);
  rounded (cr, left, y - 2, 44, 4, 2);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_arc (cr, left + places[line], y, 6, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_line (cairo_t *cr, PlenumPaperKind kind, double y, guint line, const GdkRGBA *accent, const GdkRGBA *quiet)
{
  switch (kind)
    {
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_CREDITS:
      draw_dots (cr, y, line, accent, quiet);
      break;

    case PLENUM_PAPER_RANKING:
      draw_rank (cr, y, line, accent, quiet);
      break;

    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
      draw_slider (cr, y, line, accent, quiet);
      break;

    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_CONSENT:
      draw_stances (cr, y, line, accent, quiet);
      break;

    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      draw_check (cr, y, line, accent, quiet);
      break;
    }
}

static void
plenum_method_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumMethodSketch *self = PLENUM_METHOD_SKETCH (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA quiet, accent;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SKETCH_WIDTH, SKETCH_HEIGHT));
  static const double lengths[N_LINES] = { 46, 34, 40 };

  gtk_style_context_get_color (context, &quiet);
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent))
    accent = quiet;
  quiet.alpha *= 0.18;

  for (guint i = 0; i < N_LINES; i++)
    {
      double y = 14 + i * 24;

      gdk_cairo_set_source_rgba (cr, &quiet);
      rounded (cr, 12, y - 3.5, lengths[i], 7, 3.5);
      cairo_fill (cr);
      draw_line (cr, self->kind, y, i, &accent, &quiet);
    }
  cairo_destroy (cr);
}

static void
plenum_method_sketch_class_init (PlenumMethodSketchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = plenum_method_sketch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "methodsketch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plenum_method_sketch_init (PlenumMethodSketch *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SKETCH_WIDTH, SKETCH_HEIGHT);
}

/**
 * plenum_method_sketch_new:
 * @kind: what its ballots are like
 *
 * Returns: (transfer floating): a small drawing of a filled-in ballot
 */
GtkWidget *
plenum_method_sketch_new (PlenumPaperKind kind)
{
  PlenumMethodSketch *self = g_object_new (PLENUM_TYPE_METHOD_SKETCH, NULL);

  self->kind = kind;

  return GTK_WIDGET (self);
}

static const char *
get_duration (PlenumPaperKind kind)
{
  switch (kind)
    {
    case PLENUM_PAPER_POINTS:
      return _("3 minutes");

    case PLENUM_PAPER_STANCES:
      return _("10 minutes for 30 statements");

    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_CREDITS:
      return _("5 minutes");

    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return _("2 minutes");
    }
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);

  return label;
}

/**
 * plenum_method_card_new:
 * @method: what it stands for
 *
 * Returns: (transfer floating): a large button
 */
GtkWidget *
plenum_method_card_new (const PlenumMethod *method)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (method);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sketch = plenum_method_sketch_new (kind);
  GtkWidget *duration = make_label (get_duration (kind), "caption");

  gtk_widget_set_halign (sketch, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), sketch);
  gtk_box_append (GTK_BOX (box), make_label (plenum_method_get_name (method), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (plenum_method_get_purpose (method), "body"));
  gtk_widget_add_css_class (duration, "dim-label");
  gtk_widget_set_valign (duration, GTK_ALIGN_END);
  gtk_widget_set_vexpand (duration, TRUE);
  gtk_box_append (GTK_BOX (box), duration);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_vexpand (button, FALSE);
  gtk_widget_add_css_class (button, "method-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, plenum_method_get_name (method),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plenum_method_get_purpose (method), -1);

  return button;
}
