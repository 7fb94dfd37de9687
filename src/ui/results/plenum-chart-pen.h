/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With what charts are drawn: colours and text of the widget they are drawn for. */
typedef struct
{
  GtkWidget   *widget;
  GtkSnapshot *snapshot;
  GdkRGBA      text;
  GHashTable  *layouts; /* text → PangoLayout */
  gboolean     mirrored;
} PlenumChartPen;

void  plenum_chart_pen_begin      (PlenumChartPen  *self,
                                   GtkWidget       *widget,
                                   GtkSnapshot     *snapshot);
void  plenum_chart_pen_end        (PlenumChartPen  *self);
void  plenum_chart_pen_get_colour (PlenumChartPen  *self,
                                   const char      *name,
                                   GdkRGBA         *colour);
void  plenum_chart_pen_get_level  (PlenumChartPen  *self,
                                   guint            level,
                                   guint            n_levels,
                                   GdkRGBA         *colour);
void  plenum_chart_pen_get_tint   (PlenumChartPen  *self,
                                   double           strength,
                                   GdkRGBA         *colour);
void  plenum_chart_pen_fill       (PlenumChartPen  *self,
                                   const GdkRGBA   *colour,
                                   double           x,
                                   double           y,
                                   double           width,
                                   double           height);
double plenum_chart_pen_write     (PlenumChartPen  *self,
                                   const char      *text,
                                   gboolean         bold,
                                   const GdkRGBA   *colour,
                                   double           x,
                                   double           y,
                                   double           width,
                                   double           height,
                                   double           align);
double plenum_chart_pen_measure   (PlenumChartPen  *self,
                                   const char      *text,
                                   gboolean         bold);
void  plenum_chart_pen_contrast   (const GdkRGBA   *ground,
                                   GdkRGBA         *colour);

G_END_DECLS
