/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all pages on the beamer have in common: the height of the window decides the
 * size of the text, and that decides what fits. What does not is on the next page. */
#include "plenum-presenter-page.h"

#include "plenum-keys.h"
#include "plenum-wrapped-label.h"

/* Characters of a title that surely have room in two lines. */
#define LONG_TITLE 80

typedef struct
{
  GtkWidget      *box;
  GtkCssProvider *css;
  const char     *style;
  int             text_share; /* the window's height is so many times the text's */
  int             width;      /* for which it was made */
  int             height;
  guint           source;
  gboolean        frozen;
  gboolean        line;       /* no more than one, with nothing above and below */
} PlenumPresenterPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlenumPresenterPage, plenum_presenter_page, GTK_TYPE_WIDGET)

static PlenumPresenterPagePrivate *
get_private (PlenumPresenterPage *self)
{
  return plenum_presenter_page_get_instance_private (self);
}

static void
resize_cb (gpointer data)
{
  PlenumPresenterPage *self = data;
  PlenumPresenterPagePrivate *priv = get_private (self);
  g_autofree char *css = NULL;

  priv->source = 0;
  priv->width = gtk_widget_get_width (GTK_WIDGET (self));
  priv->height = gtk_widget_get_height (GTK_WIDGET (self));
  if (priv->height == 0)
    return;

  css = g_strdup_printf (".%s { font-size: %dpx; padding: %dpx %dpx; }", priv->style, priv->height / priv->text_share,
                         priv->line ? 0 : priv->height / priv->text_share, priv->height / priv->text_share);
  gtk_css_provider_load_from_data (priv->css, css, -1);
  PLENUM_PRESENTER_PAGE_GET_CLASS (self)->fill (self);
}

/**
 * plenum_presenter_page_queue_fill:
 *
 * Fills the page soon: text changes sizes, which must not happen inside an allocation.
 */
void
plenum_presenter_page_queue_fill (PlenumPresenterPage *self)
{
  PlenumPresenterPagePrivate *priv = get_private (self);

  if (priv->source == 0 && !priv->frozen)
    priv->source = g_idle_add_once (resize_cb, self);
}

static void
plenum_presenter_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumPresenterPage *self = PLENUM_PRESENTER_PAGE (widget);
  PlenumPresenterPagePrivate *priv = get_private (self);

  gtk_widget_size_allocate (priv->box, &(GtkAllocation) { 0, 0, width, height }, -1);
  if (width != priv->width || height != priv->height)
    plenum_presenter_page_queue_fill (self);
}

/* As small as one likes. The box is asked, since it is given a place, whatever it says. */
static void
plenum_presenter_page_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (widget)), orientation, for_size,
                      minimum, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 240;
  *natural = MAX (*natural, *minimum);
}

static void
plenum_presenter_page_dispose (GObject *object)
{
  PlenumPresenterPagePrivate *priv = get_private (PLENUM_PRESENTER_PAGE (object));

  g_clear_handle_id (&priv->source, g_source_remove);
  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_object (&priv->css);

  G_OBJECT_CLASS (plenum_presenter_page_parent_class)->dispose (object);
}

static void
plenum_presenter_page_class_init (PlenumPresenterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_page_dispose;
  widget_class->measure = plenum_presenter_page_measure;
  widget_class->size_allocate = plenum_presenter_page_size_allocate;

  /* Here and not at the window, which has a meaning of its own for arrows and space. */
  plenum_keys_bind (widget_class, "presenter.");
}

static void
plenum_presenter_page_init (PlenumPresenterPage *self)
{
  PlenumPresenterPagePrivate *priv = get_private (self);

  priv->css = gtk_css_provider_new ();
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Only this box: what is inside takes its size from here. */
  gtk_style_context_add_provider (gtk_widget_get_style_context (priv->box),
                                  GTK_STYLE_PROVIDER (priv->css), GTK_STYLE_PROVIDER_PRIORITY_USER + 1);
  gtk_widget_set_parent (priv->box, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * plenum_presenter_page_set_up:
 * @style: (transfer none): a static string, the class of its box
 * @text_share: how many times the text's height the window's is
 *
 * For the instance's init.
 */
void
plenum_presenter_page_set_up (PlenumPresenterPage *self, const char *style, int text_share)
{
  PlenumPresenterPagePrivate *priv = get_private (self);

  priv->style = style;
  priv->text_share = text_share;
  gtk_widget_add_css_class (priv->box, style);
}

/**
 * plenum_presenter_page_new_label:
 * @text: (nullable): what it says
 * @style: (nullable): its class
 * @lines: how many it has at most
 *
 * Returns: (transfer floating): a label that is as wide as it may be
 */
GtkWidget *
plenum_presenter_page_new_label (const char *text, const char *style, int lines)
{
  GtkWidget *label = plenum_wrapped_label_new (text, style);

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/**
 * plenum_presenter_page_set_line:
 *
 * Says that there is only a line on it, with no margin above and below.
 */
void
plenum_presenter_page_set_line (PlenumPresenterPage *self)
{
  get_private (self)->line = TRUE;
}

/**
 * plenum_presenter_page_set_title:
 * @label: made by plenum_presenter_page_new_label()
 * @title: the title of a board, or its question, which may be long: then it has smaller
 *   letters and more lines
 */
void
plenum_presenter_page_set_title (GtkWidget *label, const char *title)
{
  gboolean is_long = g_utf8_strlen (title, -1) > LONG_TITLE;

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_label_set_lines (GTK_LABEL (label), is_long ? 5 : 2);
  if (is_long)
    gtk_widget_add_css_class (label, "long-title");
  else
    gtk_widget_remove_css_class (label, "long-title");
}

/**
 * plenum_presenter_page_get_box:
 *
 * Returns: (transfer none): an upright box for what is shown
 */
GtkWidget *
plenum_presenter_page_get_box (PlenumPresenterPage *self)
{
  return get_private (self)->box;
}

/**
 * plenum_presenter_page_get_width:
 *
 * Returns: the width, in pixels, for which the page is filled
 */
int
plenum_presenter_page_get_width (PlenumPresenterPage *self)
{
  return get_private (self)->width;
}

/**
 * plenum_presenter_page_get_height:
 *
 * Returns: the height, in pixels, for which the page is filled
 */
int
plenum_presenter_page_get_height (PlenumPresenterPage *self)
{
  return get_private (self)->height;
}

/**
 * plenum_presenter_page_set_frozen:
 * @frozen: whether it stays as it is, whatever changes
 */
void
plenum_presenter_page_set_frozen (PlenumPresenterPage *self, gboolean frozen)
{
  get_private (self)->frozen = frozen;
  if (!frozen)
    plenum_presenter_page_queue_fill (self);
}

/**
 * plenum_presenter_page_need_height:
 *
 * Returns: the height, in pixels, that @widget needs at that width, -1 for any
 */
int
plenum_presenter_page_need_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}
