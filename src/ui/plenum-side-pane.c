/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something with its details beside it, in a pane whose width can be changed; where
 * it is narrow, in its place. */
#include "plenum-side-pane.h"

#define COMPACT_BELOW 720
#define SIDE_WIDTH    360

struct _PlenumSidePane
{
  GtkWidget  parent_instance;

  GtkWidget *paned;
  guint      fold_source;
  gboolean   compact;
  gboolean   open;
  gboolean   placed; /* the pane has got its first width */
};

enum { PROP_0, PROP_MAIN, PROP_SIDE, PROP_COMPACT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumSidePane, plenum_side_pane, GTK_TYPE_WIDGET)

static gboolean
fold_cb (gpointer data)
{
  PlenumSidePane *self = data;
  GtkPaned *paned = GTK_PANED (self->paned);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->fold_source = 0;
  gtk_widget_set_visible (gtk_paned_get_start_child (paned), !self->compact || !self->open);
  gtk_widget_set_visible (gtk_paned_get_end_child (paned), self->open);
  if (self->open && !self->compact && !self->placed && width > 0)
    {
      gtk_paned_set_position (paned, width - MAX (SIDE_WIDTH, width * 2 / 5));
      self->placed = TRUE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);

  return G_SOURCE_REMOVE;
}

/* What is visible must not change inside an allocation. */
static void
queue_fold (PlenumSidePane *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fold_cb, self, NULL);
}

static void
plenum_side_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumSidePane *self = PLENUM_SIDE_PANE (widget);

  gtk_widget_allocate (self->paned, width, height, baseline, NULL);
  if ((width < COMPACT_BELOW) != self->compact)
    {
      self->compact = width < COMPACT_BELOW;
      queue_fold (self);
    }
}

static void
plenum_side_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkPaned *paned = GTK_PANED (PLENUM_SIDE_PANE (widget)->paned);
  GtkWidget *children[] = { gtk_paned_get_start_child (paned), gtk_paned_get_end_child (paned) };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int least, most;

      gtk_widget_measure (children[i], orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
plenum_side_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, PLENUM_SIDE_PANE (object)->compact);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_side_pane_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GtkPaned *paned = GTK_PANED (PLENUM_SIDE_PANE (object)->paned);

  switch (prop_id)
    {
    case PROP_MAIN:
      gtk_paned_set_start_child (paned, g_value_get_object (value));
      break;

    case PROP_SIDE:
      gtk_paned_set_end_child (paned, g_value_get_object (value));
      gtk_widget_set_visible (gtk_paned_get_end_child (paned), FALSE);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_side_pane_dispose (GObject *object)
{
  PlenumSidePane *self = PLENUM_SIDE_PANE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->paned, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_side_pane_parent_class)->dispose (object);
}

static void
plenum_side_pane_class_init (PlenumSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_side_pane_dispose;
  object_class->get_property = plenum_side_pane_get_property;
  object_class->set_property = plenum_side_pane_set_property;
  widget_class->size_allocate = plenum_side_pane_size_allocate;
  widget_class->measure = plenum_side_pane_measure;

  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plenum_side_pane_init (PlenumSidePane *self)
{
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}

/**
 * plenum_side_pane_get_compact:
 *
 * Returns: whether there is room for one of both only
 */
gboolean
plenum_side_pane_get_compact (PlenumSidePane *self)
{
  g_return_val_if_fail (PLENUM_IS_SIDE_PANE (self), FALSE);

  return self->compact;
}

gboolean
plenum_side_pane_get_open (PlenumSidePane *self)
{
  g_return_val_if_fail (PLENUM_IS_SIDE_PANE (self), FALSE);

  return self->open;
}

/**
 * plenum_side_pane_set_open:
 * @open: whether the pane is shown
 */
void
plenum_side_pane_set_open (PlenumSidePane *self, gboolean open)
{
  g_return_if_fail (PLENUM_IS_SIDE_PANE (self));

  self->open = open;
  /* At once, since what is hidden gets no focus. */
  g_clear_handle_id (&self->fold_source, g_source_remove);
  fold_cb (self);
}
