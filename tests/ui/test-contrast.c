/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrast by WCAG 2.1 of what is written on our own grounds: rendered, and the pixels
 * measured. What counts is what is seen, so that opacity and mixed colours are in it.
 * Of the wall and of charts, which are painted, it is what they are painted with. */
#include <adwaita.h>
#include <math.h>

#include "plenum-application.h"
#include "plenum-chart-pen.h"
#include "plenum-wall-ink.h"

#define TEXT 4.5
#define SIGN 3.0 /* symbols and large text */

typedef struct
{
  const char *path; /* nodes from outside in: "name.class.class > name" */
  double      least;
} Case;

static const Case cases[] = {
  { "window > paper.idea > label.card-text", TEXT }, { "window > paper.idea > label.foot", TEXT },
  { "window > paper.need > label.foot", TEXT }, { "window > paper.question > label.foot", TEXT },
  { "window > paper.resource > label.foot", TEXT }, { "window > paper.remark > label.foot", TEXT },
  { "window > paper.lesson > label.foot", TEXT }, { "window > paper.yellow > label.foot", TEXT },
  { "window > paper.orange > label.foot", TEXT }, { "window > paper.red > label.foot", TEXT },
  { "window > paper.purple > label.foot", TEXT }, { "window > paper.blue > label.foot", TEXT },
  { "window > paper.green > label.foot", TEXT }, { "window > paper.grey > label.foot", TEXT },
  { "window > paper.white > label.foot", TEXT },
  { "window > paper.idea > label.kind", SIGN }, { "window > paper.question > label.kind", SIGN },
  { "window > paper.red > label.kind", SIGN }, { "window > paper.remark > label.kind", SIGN },
  { "window > box.copy-bar > label", TEXT },
  { "window > label.dim-label", TEXT }, { "window > box.workshop-row > label.dim-label", TEXT },
  { "window > box.workshop-row > label.state-pill.running", TEXT },
  { "window > box.workshop-row > label.state-pill.planned", TEXT },
  { "window > box.workshop-row > label.state-pill.finished", TEXT },
  { "window > box.workshop-row > label.state-pill.archived", TEXT },
  { "window > row > label.subtitle", TEXT }, { "window > label.state-pill.accent", TEXT },
  { "window > label.board-hint", TEXT },
  { "window > boardcolumn > areaheader > label.count", TEXT },
  { "window > stackpile > box.strip > label", TEXT },
  { "window > box.details > label.comment", TEXT },
  { "window > box.history-step.undone > label", TEXT },
  { "window > ballotrow > label.option-number", TEXT }, { "window > ballotrow.given > label.option-text", TEXT },
  { "window > voterrow.voted > participantrow > label", TEXT },
  { "window > progressring > label.ring-caption", TEXT },
  { "window > label.result-place", TEXT },
  { "window > label.timer-over", SIGN },
  { "window.presenter.presenter-light > box.presenter-ground > label.slide-number", SIGN },
  { "window.presenter.presenter-dark > box.presenter-ground > label.slide-number", SIGN },
  { "window.presenter.presenter-light > box.presenter-ground > label.timer-over", SIGN },
  { "window.presenter.presenter-dark > box.presenter-ground > label.timer-over", SIGN },
  { "window.presenter.presenter-light > box.presenter-ground > label.wall-rest", TEXT },
  { "window.presenter.presenter-dark > box.presenter-ground > label.wall-rest", TEXT },
};

static void
add_classes (GtkWidget *widget, char **classes)
{
  for (; *classes != NULL; classes++)
    gtk_widget_add_css_class (widget, *classes);
}

/* A bar of text thick enough that its middle is nothing but its colour. */
static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), "<span font='Cantarell 60' weight='900'>III</span>");
  return label;
}

static GtkWidget *
make_node (const char *description)
{
  g_auto (GStrv) parts = g_strsplit (g_strstrip ((char *) description), ".", -1);
  GtkWidget *widget = g_str_equal (parts[0], "label") ? make_label ()
    : g_object_new (GTK_TYPE_BOX, "css-name", parts[0], NULL);

  add_classes (widget, parts + 1);
  return widget;
}

static GtkWidget *
make_window (const char *path)
{
  g_auto (GStrv) nodes = g_strsplit (path, ">", -1);
  g_auto (GStrv) parts = g_strsplit (g_strstrip (nodes[0]), ".", -1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *parent = NULL;

  add_classes (window, parts + 1);
  for (char **node = nodes + 1; *node != NULL; node++)
    {
      GtkWidget *widget = make_node (*node);

      if (parent == NULL)
        gtk_window_set_child (GTK_WINDOW (window), widget);
      else
        gtk_box_append (GTK_BOX (parent), widget);
      parent = widget;
    }

  return window;
}

static double
make_linear (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * make_linear (colour->red) + 0.7152 * make_linear (colour->green) + 0.0722 * make_linear (colour->blue);
}

static double
get_pixel_luminance (guint32 pixel)
{
  return get_luminance (&(GdkRGBA) { (pixel >> 16 & 0xff) / 255.0f, (pixel >> 8 & 0xff) / 255.0f, (pixel & 0xff) / 255.0f, 1 });
}

/* The middle row of the text goes through ground and letters: its darkest and its
 * lightest pixel are the two colours. */
static double
measure (GtkWidget *window, GtkWidget *label)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  double left, top, least = 1, most = 0;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (surface);

  g_assert_true (gtk_widget_translate_coordinates (label, window, gtk_widget_get_width (label) / 2.0,
                                                   gtk_widget_get_height (label) / 2.0, &left, &top));
  for (int x = (int) left - 40; x < (int) left + 40; x++)
    {
      guint32 pixel = ((guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                             + (gsize) cairo_image_surface_get_stride (surface) * (gsize) top))[x];

      g_assert_cmpuint (pixel >> 24, ==, 255);
      least = MIN (least, get_pixel_luminance (pixel));
      most = MAX (most, get_pixel_luminance (pixel));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return (most + 0.05) / (least + 0.05);
}

static GtkWidget *
get_innermost (GtkWidget *window)
{
  GtkWidget *widget = gtk_window_get_child (GTK_WINDOW (window));

  while (!GTK_IS_LABEL (widget))
    widget = gtk_widget_get_last_child (widget);

  return widget;
}

static void
check_all (AdwColorScheme scheme)
{
  guint failed = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = make_window (cases[i].path);
      GtkWidget *label = get_innermost (window);
      double contrast;

      gtk_window_present (GTK_WINDOW (window));
      while (gtk_widget_get_width (label) == 0)
        g_main_context_iteration (NULL, TRUE);
      contrast = measure (window, label);
      g_test_message ("%5.2f of %.1f: %s", contrast, cases[i].least, cases[i].path);
      failed += contrast < cases[i].least;
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_assert_cmpuint (failed, ==, 0);
}

/* What is seen of @upper on @ground. */
static GdkRGBA
lay_over (const GdkRGBA *upper, const GdkRGBA *ground)
{
  float alpha = upper->alpha;

  return (GdkRGBA) { upper->red * alpha + ground->red * (1 - alpha), upper->green * alpha + ground->green * (1 - alpha),
                     upper->blue * alpha + ground->blue * (1 - alpha), 1 };
}

static guint
check_pair (const char *what, guint number, const GdkRGBA *ink, const GdkRGBA *ground, double least)
{
  GdkRGBA seen = lay_over (ink, ground);
  double one = get_luminance (&seen), other = get_luminance (ground);
  double contrast = (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);

  g_assert_cmpfloat (ground->alpha, ==, 1);
  g_test_message ("%5.2f of %.1f: %s %u", contrast, least, what, number);

  return contrast < least;
}

static guint
check_wall (GtkWidget *widget)
{
  PlenumWallInk *ink = plenum_wall_ink_new ();
  guint failed = 0;

  plenum_wall_ink_update (ink, widget);
  for (guint i = 0; i < PLENUM_WALL_N_PAPERS; i++)
    failed += check_pair ("text on a card of the wall", i, &ink->text, &ink->papers[i], TEXT);
  failed += check_pair ("text on a theme of the wall", 0, &ink->text, &ink->frame, TEXT);
  failed += check_pair ("text on the wall", 0, &ink->text, &ink->ground, TEXT);
  failed += check_pair ("edge of what is selected, in an area", 0, &ink->accent, &ink->frame, SIGN);
  failed += check_pair ("edge of what is selected, on the wall", 0, &ink->accent, &ink->ground, SIGN);
  plenum_wall_ink_free (ink);

  return failed;
}

static guint
check_charts (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  PlenumChartPen pen;
  GdkRGBA ground, colour, ink;
  guint failed = 0;

  plenum_chart_pen_begin (&pen, widget, snapshot);
  for (guint n = 2; n <= 10; n++)
    for (guint level = 0; level < n; level++)
      {
        plenum_chart_pen_get_level (&pen, level, n, &colour);
        plenum_chart_pen_contrast (&colour, &ink);
        failed += check_pair ("number on a level of a chart", level, &ink, &colour, TEXT);
      }
  plenum_chart_pen_get_colour (&pen, "window_bg_color", &ground);
  for (guint i = 0; i <= 10; i++)
    {
      GdkRGBA tinted;

      plenum_chart_pen_get_tint (&pen, i / 10.0, &colour);
      tinted = lay_over (&colour, &ground);
      failed += check_pair ("text on a tint of a chart", i, &pen.text, &tinted, TEXT);
    }
  plenum_chart_pen_end (&pen);
  g_object_unref (snapshot);

  return failed;
}

static void
check_painted (AdwColorScheme scheme)
{
  GtkWidget *window = gtk_window_new ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (check_wall (window) + check_charts (window), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_light (void)
{
  check_all (ADW_COLOR_SCHEME_FORCE_LIGHT);
  check_painted (ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_dark (void)
{
  check_all (ADW_COLOR_SCHEME_FORCE_DARK);
  check_painted (ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
add_style (const char *resource)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* With the application its resources are linked. */
  g_type_ensure (PLENUM_TYPE_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add_style ("/org/plenum/Plenum/style.css");
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    add_style ("/org/plenum/Plenum/style-hc.css");
  g_test_add_func ("/contrast/light", test_light);
  g_test_add_func ("/contrast/dark", test_dark);

  return g_test_run ();
}
