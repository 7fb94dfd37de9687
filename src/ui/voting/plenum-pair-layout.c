/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text and what is done with it: side by side, or one below the other where
 * the text would be squeezed. */
#include "plenum-pair-layout.h"

struct _PlenumPairLayout
{
  GtkLayoutManager  parent_instance;

  int               spacing;
};

/* A text wants at least this much, in pixels, before something may stand beside it. */
#define NARROWEST_TEXT 260

G_DEFINE_FINAL_TYPE (PlenumPairLayout, plenum_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
plenum_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

/* Places both if asked to, and returns how high they are together. */
static int
lay_out (PlenumPairLayout *self, GtkWidget *widget, int width, int height, gboolean place)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *control = gtk_widget_get_next_sibling (text);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation first = { 0 }, second = { 0 };
  gboolean beside;

  gtk_widget_measure (control, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &second.width, NULL, NULL);
  second.width = MIN (second.width, width);
  beside = width - second.width - self->spacing >= NARROWEST_TEXT;
  first.width = beside ? width - second.width - self->spacing : width;
  first.height = get_height (text, first.width);
  second.height = get_height (control, second.width);

  if (place)
    {
      int whole = MAX (height, MAX (first.height, second.height));

      first.x = rtl && beside ? second.width + self->spacing : 0;
      first.y = beside ? (whole - first.height) / 2 : 0;
      second.x = rtl ? 0 : width - second.width;
      second.y = beside ? (whole - second.height) / 2 : first.height + self->spacing / 2;
      gtk_widget_size_allocate (text, &first, -1);
      gtk_widget_size_allocate (control, &second, -1);
    }

  return beside ? MAX (first.height, second.height) : first.height + self->spacing / 2 + second.height;
}

static void
plenum_pair_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  PlenumPairLayout *self = PLENUM_PAIR_LAYOUT (manager);
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *control = gtk_widget_get_next_sibling (text);
  int text_minimum, text_natural, control_minimum, control_natural;

  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &text_minimum, &text_natural, NULL, NULL);
  gtk_widget_measure (control, GTK_ORIENTATION_HORIZONTAL, -1, &control_minimum, &control_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (text_minimum, control_minimum);
      *natural = text_natural + self->spacing + control_natural;
    }
  else
    {
      int width = for_size >= 0 ? for_size : text_natural + self->spacing + control_natural;

      *minimum = *natural = lay_out (self, widget, width, 0, FALSE);
    }
}

static void
plenum_pair_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (PLENUM_PAIR_LAYOUT (manager), widget, width, height, TRUE);
}

static void
plenum_pair_layout_class_init (PlenumPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plenum_pair_layout_get_request_mode;
  layout_class->measure = plenum_pair_layout_measure;
  layout_class->allocate = plenum_pair_layout_allocate;
}

static void
plenum_pair_layout_init (PlenumPairLayout *self)
{
}

/**
 * plenum_pair_layout_new:
 * @spacing: pixels between both; half of it where one is below the other
 *
 * Returns: (transfer full): the layout of a widget with two children
 */
GtkLayoutManager *
plenum_pair_layout_new (int spacing)
{
  PlenumPairLayout *self = g_object_new (PLENUM_TYPE_PAIR_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
