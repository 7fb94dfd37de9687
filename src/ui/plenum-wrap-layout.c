/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts widgets one after the other as words in a text: as wide as they like to
 * be, and on the next line where there is no room. */
#include "plenum-wrap-layout.h"

struct _PlenumWrapLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;
  gboolean          centred;
};

G_DEFINE_FINAL_TYPE (PlenumWrapLayout, plenum_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
plenum_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_width (GtkWidget *child, int most)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return MIN (width, most);
}

/* From @first on: how many pixels wide and high the line is, and what is first on the next. */
static GtkWidget *
measure_line (PlenumWrapLayout *self, GtkWidget *first, int most, int *width, int *height)
{
  GtkWidget *child;

  *width = *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide, high;

      if (!gtk_widget_should_layout (child))
        continue;

      wide = get_width (child, most);
      if (*width > 0 && *width + self->spacing + wide > most)
        break;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
      *width += wide + (*width > 0 ? self->spacing : 0);
      *height = MAX (*height, high);
    }

  return child;
}

/* Places the children if asked to, and returns how high all lines are together. */
static int
lay_out (PlenumWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line_width, line_height, x;
      GtkWidget *next = measure_line (self, child, width, &line_width, &line_height);

      x = self->centred ? (width - line_width) / 2 : 0;
      for (; place && child != next; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation at = { x, y, 0, line_height };

          if (!gtk_widget_should_layout (child))
            continue;

          at.width = get_width (child, width);
          if (rtl)
            at.x = width - x - at.width;
          gtk_widget_size_allocate (child, &at, -1);
          x += at.width + self->spacing;
        }
      child = next;
      y += line_height + (child != NULL ? self->spacing / 2 : 0);
    }

  return y;
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
 * @centred: whether each line is in the middle
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
plenum_wrap_layout_new (int spacing, gboolean centred)
{
  PlenumWrapLayout *self = g_object_new (PLENUM_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->centred = centred;

  return GTK_LAYOUT_MANAGER (self);
}
