/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-detail.h"

#include "plenum-card-colours.h"
#include "plenum-card-kinds.h"

/* Text never gets smaller than this part of the usual size: who goes away from a
 * wall reads less, not smaller. */
#define SMALLEST_LETTERS 0.85

/* Pixels of the window from which on a card is worth reading. */
#define TEXT_WIDTH  72
#define TEXT_HEIGHT 42
#define STRIP_HEIGHT 24
#define LINE_WIDTH  36
#define LINE_HEIGHT 18

/**
 * plenum_wall_paper:
 * @kind: (nullable): of a card
 * @colour: (nullable): its own, if it has one
 *
 * Returns: which paper it is of: first come those of the kinds, then the colours
 */
guint
plenum_wall_paper (const char *kind, const char *colour)
{
  guint n;
  const PlenumCardColour *own = plenum_card_colours_find (colour);

  if (own != NULL)
    return MIN (PLENUM_WALL_N_KINDS + (guint) (own - plenum_card_colours_get_table (&n)), PLENUM_WALL_N_PAPERS - 1);

  return MIN ((guint) (plenum_card_kinds_find (kind) - plenum_card_kinds_get_table (&n)), PLENUM_WALL_N_KINDS - 1);
}

/**
 * plenum_wall_card_size:
 * @size: (nullable): "small", "large" or else the usual one
 * @compact: whether the usual one is the small one
 *
 * Returns: how large the card is on the wall
 */
graphene_size_t
plenum_wall_card_size (const char *size, PlenumCardForm form, gboolean compact)
{
  double width, height;

  plenum_card_form_get_size (form, compact && g_strcmp0 (size, "large") != 0 ? "small" : size, &width, &height);
  return GRAPHENE_SIZE_INIT (width, height);
}

PlenumWallDetail
plenum_wall_detail (const graphene_size_t *size, double zoom)
{
  double width = size->width * zoom, height = size->height * zoom;

  if (width >= TEXT_WIDTH && (height >= TEXT_HEIGHT || (height >= STRIP_HEIGHT && width >= 3 * height)))
    return PLENUM_WALL_TEXT;

  return width >= LINE_WIDTH && height >= LINE_HEIGHT ? PLENUM_WALL_LINE : PLENUM_WALL_COLOUR;
}

/**
 * plenum_wall_letters:
 *
 * Returns: the size of letters at @zoom, 1 for the usual one
 */
double
plenum_wall_letters (double zoom)
{
  return MAX (zoom, SMALLEST_LETTERS);
}

/**
 * plenum_wall_text_room:
 *
 * Returns: where in a card of @size the text goes, in the window's pixels
 */
graphene_rect_t
plenum_wall_text_room (const graphene_size_t *size, PlenumCardForm form, double zoom)
{
  double width = size->width * zoom, height = size->height * zoom;
  double side = form == PLENUM_FORM_RECTANGLE ? CLAMP (12 * zoom, 5, 24)
              : form == PLENUM_FORM_STRIP ? CLAMP (18 * zoom, 8, 36) : width * 0.15;
  double edge = form == PLENUM_FORM_RECTANGLE ? CLAMP (10 * zoom, 3, 20)
              : form == PLENUM_FORM_STRIP ? CLAMP ((height - 20) / 2, 0, 8 * zoom) : height * 0.15;

  return GRAPHENE_RECT_INIT (side, edge, MAX (width - 2 * side, 1), MAX (height - 2 * edge, 1));
}
