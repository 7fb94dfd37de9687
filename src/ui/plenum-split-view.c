/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar beside its content, or one of the two when there is no room.
 * Stands in for AdwNavigationSplitView, which libadwaita 1.2 does not have. */
#include "plenum-split-view.h"

#define COMPACT_BELOW 700
#define SIDEBAR_WIDTH 260

struct _PlenumSplitView
{
  GtkWidget  parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  guint      fold_source;
  guint      compact : 1;
  guint      show_content : 1;
};

enum { PROP_0, PROP_SIDEBAR, PROP_CONTENT, PROP_COMPACT, PROP_SHOW_CONTENT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumSplitView, plenum_split_view, GTK_TYPE_WIDGET)

static void
update_children (PlenumSplitView *self)
{
  gtk_widget_set_child_visible (self->sidebar, !self->compact || !self->show_content);
  gtk_widget_set_child_visible (self->content, !self->compact || self->show_content);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
needs_fold (PlenumSplitView *self, int width)
{
  int sidebar, content;

  if (width < COMPACT_BELOW)
    return TRUE;

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &sidebar, NULL, NULL, NULL);
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &content, NULL, NULL, NULL);

  return MAX (sidebar, SIDEBAR_WIDTH) + content > width;
}

/* Properties bound to :compact may change sizes, which must not happen inside
 * an allocation, so the switch waits for the next idle. */
static void
fold_idle_cb (gpointer data)
{
  PlenumSplitView *self = data;
  gboolean compact;

  self->fold_source = 0;
  compact = needs_fold (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (compact == self->compact)
    return;

  self->compact = compact;
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
plenum_split_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (widget);
  int side_min, side_nat, main_min, main_nat;

  gtk_widget_measure (self->sidebar, orientation, -1, &side_min, &side_nat, NULL, NULL);
  gtk_widget_measure (self->content, orientation, -1, &main_min, &main_nat, NULL, NULL);

  *minimum = MAX (side_min, main_min);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
    ? side_nat + main_nat : MAX (side_nat, main_nat);
}

static void
plenum_split_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation side = { 0, 0, width, height };
  GtkAllocation rest = { 0, 0, width, height };

  if (!self->compact)
    {
      int minimum, content;

      gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &content, NULL, NULL, NULL);
      /* Too narrow for both lasts one frame only, until it is folded. */
      side.width = MAX (SIDEBAR_WIDTH, minimum);
      rest.width = MAX (width - side.width, content);
      side.x = rtl ? rest.width : 0;
      rest.x = rtl ? 0 : side.width;
    }

  if (gtk_widget_get_child_visible (self->sidebar))
    gtk_widget_size_allocate (self->sidebar, &side, -1);
  if (gtk_widget_get_child_visible (self->content))
    gtk_widget_size_allocate (self->content, &rest, -1);

  if (needs_fold (self, width) != self->compact && self->fold_source == 0)
    self->fold_source = g_idle_add_once (fold_idle_cb, self);
}

static void
plenum_split_view_dispose (GObject *object)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_split_view_parent_class)->dispose (object);
}

static void
plenum_split_view_constructed (GObject *object)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (object);

  G_OBJECT_CLASS (plenum_split_view_parent_class)->constructed (object);

  gtk_widget_set_parent (self->sidebar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

static void
plenum_split_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, self->show_content);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_split_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlenumSplitView *self = PLENUM_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      self->sidebar = g_value_get_object (value);
      break;

    case PROP_CONTENT:
      self->content = g_value_get_object (value);
      break;

    case PROP_SHOW_CONTENT:
      plenum_split_view_set_show_content (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_split_view_class_init (PlenumSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plenum_split_view_constructed;
  object_class->dispose = plenum_split_view_dispose;
  object_class->get_property = plenum_split_view_get_property;
  object_class->set_property = plenum_split_view_set_property;
  widget_class->measure = plenum_split_view_measure;
  widget_class->size_allocate = plenum_split_view_size_allocate;

  properties[PROP_SIDEBAR] =
    g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] =
    g_param_spec_boolean ("show-content", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "splitview");
}

static void
plenum_split_view_init (PlenumSplitView *self)
{
  self->show_content = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plenum_split_view_new:
 * @sidebar: what leads; always equally wide, whatever it shows
 * @content: what it leads to
 *
 * Returns: (transfer floating): a split view that shows the content when there
 *   is no room for both
 */
GtkWidget *
plenum_split_view_new (GtkWidget *sidebar, GtkWidget *content)
{
  return g_object_new (PLENUM_TYPE_SPLIT_VIEW, "sidebar", sidebar, "content", content, NULL);
}

/**
 * plenum_split_view_get_compact:
 *
 * Returns: whether only one of the two is shown
 */
gboolean
plenum_split_view_get_compact (PlenumSplitView *self)
{
  g_return_val_if_fail (PLENUM_IS_SPLIT_VIEW (self), FALSE);

  return self->compact;
}

/**
 * plenum_split_view_get_show_content:
 *
 * Returns: which of the two is shown when there is no room for both
 */
gboolean
plenum_split_view_get_show_content (PlenumSplitView *self)
{
  g_return_val_if_fail (PLENUM_IS_SPLIT_VIEW (self), FALSE);

  return self->show_content;
}

/**
 * plenum_split_view_set_show_content:
 * @show_content: whether the content is shown when there is no room for both
 */
void
plenum_split_view_set_show_content (PlenumSplitView *self, gboolean show_content)
{
  g_return_if_fail (PLENUM_IS_SPLIT_VIEW (self));

  if (self->show_content == show_content)
    return;

  self->show_content = show_content;
  if (gtk_widget_get_parent (self->sidebar) != NULL)
    update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}
