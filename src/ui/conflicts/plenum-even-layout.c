/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets of one rank: side by side, equally wide and high, or one below the other
 * where they would become too narrow to read. */
#include "plenum-even-layout.h"

struct _PlenumEvenLayout
{
  GtkLayoutManager parent_instance;

  int              least;   /* px that each needs beside the other */
  int              spacing; /* px */
};

G_DEFINE_FINAL_TYPE (PlenumEvenLayout, plenum_even_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
plenum_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static int
get_least_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

/* Places both if asked to, and returns how high they are together. */
static int
lay_out (PlenumEvenLayout *self, GtkWidget *widget, int width, gboolean place)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int column = (width - self->spacing) / 2;
  gboolean beside = column >= MAX (self->least, MAX (get_least_width (first), get_least_width (second)));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation a = { 0, 0, beside ? column : width, 0 }, b = a;

  a.height = get_height (first, a.width);
  b.height = get_height (second, b.width);
  if (beside)
    {
      a.height = b.height = MAX (a.height, b.height);
      a.x = rtl ? width - column : 0;
      b.x = rtl ? 0 : width - column;
    }
  else
    {
      b.y = a.height + self->spacing;
    }

  if (place)
    {
      gtk_widget_size_allocate (first, &a, -1);
      gtk_widget_size_allocate (second, &b, -1);
    }

  return b.y + b.height;
}

static void
plenum_even_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  PlenumEvenLayout *self = PLENUM_EVEN_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 4 : for_size, FALSE);
      return;
    }

  *minimum = MAX (get_least_width (gtk_widget_get_first_child (widget)), get_least_width (gtk_widget_get_last_child (widget)));
  *natural = 2 * MAX (*minimum, self->least) + self->spacing;
}

static void
plenum_even_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (PLENUM_EVEN_LAYOUT (manager), widget, width, TRUE);
}

static void
plenum_even_layout_class_init (PlenumEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plenum_even_layout_get_request_mode;
  layout_class->measure = plenum_even_layout_measure;
  layout_class->allocate = plenum_even_layout_allocate;
}

static void
plenum_even_layout_init (PlenumEvenLayout *self)
{
}

/**
 * plenum_even_layout_new:
 * @least: how many pixels each needs so that both stand side by side
 * @spacing: pixels between them
 *
 * Returns: (transfer full): the layout of a widget with two children
 */
GtkLayoutManager *
plenum_even_layout_new (int least, int spacing)
{
  PlenumEvenLayout *self = g_object_new (PLENUM_TYPE_EVEN_LAYOUT, NULL);

  self->least = least;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
