/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture on several sheets of paper, to be glued together. */
#include "plenum-poster.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plenum-card-sheets.h"

#define MM PLENUM_POINTS_PER_MM
#define LONG (297 * MM)
#define SHORT (210 * MM)
#define EDGE (10 * MM)    /* that printers leave white */
#define OVERLAP (10 * MM) /* for the glue */

static const PlenumInk grey = { 0.45, 0.45, 0.45 };

/* Where the next sheet begins, and which one this is. */
static void
draw_marks (PlenumDrawing *page, guint column, guint row, guint n_columns, guint n_rows, double width, double height)
{
  g_autofree char *name = NULL;
  PlenumTextStyle style = { .size = 9, .least = 6, .ink = grey };
  double right = width - EDGE - OVERLAP, bottom = height - EDGE - OVERLAP;

  /* Translators: which sheet of a poster this is: its row from the top, its column from the left, and how many there are */
  name = g_strdup_printf (_("Row %u, column %u of %u × %u"), row + 1, column + 1, n_rows, n_columns);
  plenum_drawing_text (page, "P", name, &(cairo_rectangle_t) { EDGE, height - EDGE + 6, width - 2 * EDGE, 14 }, &style);
  if (column + 1 < n_columns)
    {
      plenum_drawing_line (page, right, EDGE - 14, right, EDGE - 2, 0.7, &grey);
      plenum_drawing_line (page, right, height - EDGE + 2, right, height - EDGE + 14, 0.7, &grey);
    }
  if (row + 1 < n_rows)
    {
      plenum_drawing_line (page, EDGE - 14, bottom, EDGE - 2, bottom, 0.7, &grey);
      plenum_drawing_line (page, width - EDGE + 2, bottom, width - EDGE + 14, bottom, 0.7, &grey);
    }
}

/* How many sheets it takes downwards when it is so many wide. */
static guint
count_rows (PlenumDrawing *picture, guint across, double width, double height, double *scale)
{
  double inner = width - 2 * EDGE - OVERLAP, down = height - 2 * EDGE - OVERLAP;

  *scale = (across * inner + OVERLAP) / plenum_drawing_get_width (picture);
  return MAX (1, ceil ((plenum_drawing_get_height (picture) * *scale - OVERLAP) / down - 0.001));
}

/**
 * plenum_poster_new:
 * @picture: what is shown
 * @across: how many sheets wide it shall be, at least 1
 *
 * They lie or stand, whichever takes fewer, and lie if it is the same: larger.
 * Neighbouring sheets of A4 have a strip of ten millimetres in common; small marks
 * in the margin show where it begins.
 *
 * Returns: (transfer full) (element-type PlenumDrawing): the sheets in points, row by row
 */
GPtrArray *
plenum_poster_new (PlenumDrawing *picture, guint across)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_drawing_unref);
  double upright, lying, scale, width, height, inner, down;
  guint rows_upright = count_rows (picture, across, SHORT, LONG, &upright);
  guint rows_lying = count_rows (picture, across, LONG, SHORT, &lying);
  gboolean is_lying = rows_lying <= rows_upright;
  guint rows = is_lying ? rows_lying : rows_upright;

  width = is_lying ? LONG : SHORT;
  height = is_lying ? SHORT : LONG;
  scale = is_lying ? lying : upright;
  inner = width - 2 * EDGE;
  down = height - 2 * EDGE;
  for (guint i = 0; i < rows * across; i++)
    {
      PlenumDrawing *page = plenum_drawing_new (width, height);
      double x = i % across * (inner - OVERLAP) / scale, y = i / across * (down - OVERLAP) / scale;
      cairo_rectangle_t clip = { x, y, inner / scale, down / scale };

      plenum_drawing_part (page, picture, EDGE - x * scale, EDGE - y * scale, scale, &clip);
      draw_marks (page, i % across, i / across, across, rows, width, height);
      g_ptr_array_add (pages, page);
    }

  return pages;
}
