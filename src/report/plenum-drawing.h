/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} PlenumInk;

typedef enum
{
  PLENUM_SHAPE_RECTANGLE,
  PLENUM_SHAPE_ROUNDED,
  PLENUM_SHAPE_OVAL,
  PLENUM_SHAPE_CLOUD,
} PlenumShape;

typedef struct
{
  double    size;    /* of the letters, as large as may be */
  double    least;   /* as small as may be before the end is left out */
  PlenumInk ink;
  int       bold;    /* so many bytes from the start; -1: all */
  gboolean  centred; /* in both directions */
} PlenumTextStyle;

/* What is drawn on one page or picture, from which every format is written. The
 * unit is the caller's, y goes downwards. */
typedef struct _PlenumDrawing PlenumDrawing;

PlenumDrawing *plenum_drawing_new          (double                 width,
                                            double                 height);
PlenumDrawing *plenum_drawing_ref          (PlenumDrawing         *self);
void           plenum_drawing_unref        (PlenumDrawing         *self);
double         plenum_drawing_get_width    (PlenumDrawing         *self);
double         plenum_drawing_get_height   (PlenumDrawing         *self);
void           plenum_drawing_set_size     (PlenumDrawing         *self,
                                            double                 width,
                                            double                 height);

/* The structure for who does not see it: "Sect", "H1", "P", and others of PDF. */
void           plenum_drawing_begin        (PlenumDrawing         *self,
                                            const char            *tag);
void           plenum_drawing_end          (PlenumDrawing         *self);

void           plenum_drawing_shape        (PlenumDrawing         *self,
                                            PlenumShape            shape,
                                            const cairo_rectangle_t *area,
                                            const PlenumInk       *fill,
                                            const PlenumInk       *edge);
gsize          plenum_drawing_mark         (PlenumDrawing         *self);
void           plenum_drawing_shape_at     (PlenumDrawing         *self,
                                            gsize                  mark,
                                            PlenumShape            shape,
                                            const cairo_rectangle_t *area,
                                            const PlenumInk       *fill,
                                            const PlenumInk       *edge);
void           plenum_drawing_line         (PlenumDrawing         *self,
                                            double                 x1,
                                            double                 y1,
                                            double                 x2,
                                            double                 y2,
                                            double                 width,
                                            const PlenumInk       *ink);
void           plenum_drawing_path         (PlenumDrawing         *self,
                                            const char            *path,
                                            double                 x,
                                            double                 y,
                                            double                 scale,
                                            const PlenumInk       *ink);
void           plenum_drawing_text         (PlenumDrawing         *self,
                                            const char            *tag,
                                            const char            *text,
                                            const cairo_rectangle_t *area,
                                            const PlenumTextStyle *style);
void           plenum_drawing_part         (PlenumDrawing         *self,
                                            PlenumDrawing         *part,
                                            double                 x,
                                            double                 y,
                                            double                 scale,
                                            const cairo_rectangle_t *clip);

double         plenum_drawing_measure_text (const char            *text,
                                            double                 width,
                                            const PlenumTextStyle *style);
double         plenum_drawing_fit_text     (const char            *text,
                                            double                 width,
                                            double                 height,
                                            const PlenumTextStyle *style);

void           plenum_drawing_paint        (PlenumDrawing         *self,
                                            cairo_t               *cr);
char          *plenum_drawing_to_svg       (PlenumDrawing         *self,
                                            const char            *title,
                                            const char            *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDrawing, plenum_drawing_unref)

G_END_DECLS
