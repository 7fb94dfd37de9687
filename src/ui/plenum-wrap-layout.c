/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts widgets one after the other as words in a text: as wide as they like to
 * be, and on the next line where there is no room. */
#include "plenum-wrap-layout.h"

struct _PlenumWrapLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;
};

G_DEFINE_FINAL_TYPE (PlenumWrapLayout, plenum_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
plenum_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Places the children if asked to, and returns how high all lines are together. */
static int
lay_out (PlenumWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation at = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &at.width, NULL, NULL);
      at.width = MIN (at.width, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, at.width, NULL, &at.height, NULL, NULL);
      if (x > 0 && x + at.width > width)
        {
          y += line + self->spacing / 2;
          x = line = 0;
        }
      at.x = rtl ? width - x - at.width : x;
      at.y = y;
      if (place)
        gtk_widget_size_allocate (child, &at, -1);
      x += at.width + self->spacing;
      line = MAX (line, at.height);
    }

  return y + line;
}

static void
plenum_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  PlenumWrapLayout *self = PLENUM_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
plenum_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (PLENUM_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
plenum_wrap_layout_class_init (PlenumWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plenum_wrap_layout_get_request_mode;
  layout_class->measure = plenum_wrap_layout_measure;
  layout_class->allocate = plenum_wrap_layout_allocate;
}

static void
plenum_wrap_layout_init (PlenumWrapLayout *self)
{
}

/**
 * plenum_wrap_layout_new:
 * @spacing: pixels between two widgets; half of it between two lines
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
plenum_wrap_layout_new (int spacing)
{
  PlenumWrapLayout *self = g_object_new (PLENUM_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
