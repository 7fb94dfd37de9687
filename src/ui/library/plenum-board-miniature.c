/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board as small as a stamp: a column for each area, with cards in the colour
 * of what it collects. A drawing only, which a screen reader passes over. */
#include "plenum-board-miniature.h"

#define WIDTH 168
#define HEIGHT 84
#define EDGE 9
#define GAP 5
#define MOST_COLUMNS 6

struct _PlenumBoardMiniature
{
  GtkWidget   parent_instance;

  GStrv       kinds;
};

G_DEFINE_FINAL_TYPE (PlenumBoardMiniature, plenum_board_miniature, GTK_TYPE_WIDGET)

static void
find_paper (GtkWidget *widget, const char *kind, GdkRGBA *colour)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autofree char *name = g_strconcat ("plenum_paper_", kind, NULL);

  if (!gtk_style_context_lookup_color (style, name, colour))
    gtk_style_context_get_color (style, colour);
}

static void
draw_rounded (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, const GdkRGBA *colour)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

/* Columns differ in how many cards they have and how tall these are, always the
 * same way, so that a board looks used and a template like itself. */
static void
draw_column (PlenumBoardMiniature *self, GtkSnapshot *snapshot, guint column, float x, float width, float bottom)
{
  static const float heights[] = { 13, 19, 10, 16, 12 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, EDGE, width * 0.7f, 4);
  guint cards = 3 - column % 2;
  float y = EDGE + 4 + GAP;
  GdkRGBA ink, paper;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  ink.alpha *= 0.3f;
  draw_rounded (snapshot, &bounds, 2, &ink);

  find_paper (GTK_WIDGET (self), self->kinds[column], &paper);
  for (guint i = 0; i < cards; i++)
    {
      float height = heights[(column * 2 + i) % G_N_ELEMENTS (heights)];

      if (y + height > bottom)
        break;
      bounds = GRAPHENE_RECT_INIT (x, y, width, height);
      draw_rounded (snapshot, &bounds, 2.5f, &paper);
      y += height + GAP - 1;
    }
}

static void
plenum_board_miniature_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumBoardMiniature *self = PLENUM_BOARD_MINIATURE (widget);
  float width = gtk_widget_get_width (widget);
  guint columns = MIN (g_strv_length (self->kinds), MOST_COLUMNS);
  float column_width = MIN ((width - 2 * EDGE + GAP) / MAX (columns, 1) - GAP, 76);

  for (guint i = 0; i < columns; i++)
    draw_column (self, snapshot, i, EDGE + i * (column_width + GAP), column_width,
                 gtk_widget_get_height (widget) - EDGE + 4);
}

static void
plenum_board_miniature_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
plenum_board_miniature_finalize (GObject *object)
{
  g_strfreev (PLENUM_BOARD_MINIATURE (object)->kinds);

  G_OBJECT_CLASS (plenum_board_miniature_parent_class)->finalize (object);
}

static void
plenum_board_miniature_class_init (PlenumBoardMiniatureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plenum_board_miniature_finalize;
  widget_class->snapshot = plenum_board_miniature_snapshot;
  widget_class->measure = plenum_board_miniature_measure;
  gtk_widget_class_set_css_name (widget_class, "boardminiature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plenum_board_miniature_init (PlenumBoardMiniature *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plenum_board_miniature_new:
 * @kinds: what each column collects: "idea", "need", …; at least one
 *
 * Returns: (transfer floating): the drawing
 */
GtkWidget *
plenum_board_miniature_new (const char * const *kinds)
{
  PlenumBoardMiniature *self = g_object_new (PLENUM_TYPE_BOARD_MINIATURE, NULL);

  self->kinds = g_strdupv ((char **) kinds);

  return GTK_WIDGET (self);
}
