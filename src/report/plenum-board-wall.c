/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-board-wall.h"

#include "plenum-card-form.h"

typedef struct
{
  PlenumBoardWall *wall;
  GPtrArray       *ideas;
  GPtrArray       *themes;
  GHashTable      *stack_of; /* idea → theme */
  GArray          *frames;   /* of PlenumWallFrame */
  GArray          *places;   /* of PlenumWallSpot, by spot */
} Plan;

void
plenum_board_wall_free (PlenumBoardWall *self)
{
  g_array_unref (self->frames);
  g_array_unref (self->spots);
  g_free (self);
}

static gboolean
is_in (PlenumRecord *record, guint field, PlenumRecord *area)
{
  return g_strcmp0 (plenum_record_get_text (record, field), area != NULL ? plenum_record_get_id (area) : NULL) == 0;
}

static gboolean
is_null (PlenumRecord *record, guint one, guint other)
{
  return plenum_record_is_null (record, one) || plenum_record_is_null (record, other);
}

static void
add_card (Plan *plan, PlenumRecord *idea, int theme)
{
  PlenumBoardSpot spot = { idea, plan->wall->frames->len, theme };
  PlenumWallSpot place = { .theme = theme, .placed = !is_null (idea, PLENUM_IDEA_X, PLENUM_IDEA_Y) };
  double width, height;

  plenum_card_form_get_size (plenum_card_form_find (plenum_record_get_text (idea, PLENUM_IDEA_FORM)),
                             plenum_record_get_text (idea, PLENUM_IDEA_SIZE), &width, &height);
  place.rect.size = GRAPHENE_SIZE_INIT (width, height);
  if (place.placed)
    place.rect.origin = GRAPHENE_POINT_INIT (plenum_record_get_integer (idea, PLENUM_IDEA_X), plenum_record_get_integer (idea, PLENUM_IDEA_Y));
  g_array_append_val (plan->wall->spots, spot);
  g_array_append_val (plan->places, place);
}

/* The name of a theme stands above its cards, wherever they are. */
static void
add_theme (Plan *plan, PlenumRecord *theme)
{
  int number = plan->wall->spots->len;
  PlenumBoardSpot spot = { theme, plan->wall->frames->len, -1 };
  PlenumWallSpot place = { .theme = -1 };

  g_array_append_val (plan->wall->spots, spot);
  g_array_append_val (plan->places, place);
  for (guint i = 0; i < plan->ideas->len; i++)
    if (plenum_record_is_null (plan->ideas->pdata[i], PLENUM_IDEA_FACE)
        && g_hash_table_lookup (plan->stack_of, plenum_record_get_id (plan->ideas->pdata[i])) == theme)
      add_card (plan, plan->ideas->pdata[i], number);

  if ((int) plan->wall->spots->len > number + 1)
    g_array_index (plan->places, PlenumWallSpot, number).placed = TRUE;
  else
    g_array_index (plan->places, PlenumWallSpot, number).rect.size = GRAPHENE_SIZE_INIT (200, PLENUM_WALL_STRIP);
}

static gboolean
comes_before (PlenumRecord *theme, PlenumRecord *idea)
{
  return idea == NULL || g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_POSITION), plenum_record_get_text (idea, PLENUM_IDEA_POSITION)) <= 0;
}

static void
add_area (Plan *plan, PlenumRecord *area)
{
  PlenumBoardFrame shown = { .area = area };
  PlenumWallFrame frame = { .first = plan->wall->spots->len };
  guint t = 0;

  if (area != NULL && !is_null (area, PLENUM_AREA_X, PLENUM_AREA_Y) && !is_null (area, PLENUM_AREA_WIDTH, PLENUM_AREA_HEIGHT))
    {
      frame.stored = TRUE;
      frame.rect = GRAPHENE_RECT_INIT (plenum_record_get_integer (area, PLENUM_AREA_X), plenum_record_get_integer (area, PLENUM_AREA_Y),
                                       plenum_record_get_integer (area, PLENUM_AREA_WIDTH), plenum_record_get_integer (area, PLENUM_AREA_HEIGHT));
    }
  for (guint i = 0; i <= plan->ideas->len; i++)
    {
      PlenumRecord *idea = i < plan->ideas->len ? plan->ideas->pdata[i] : NULL;

      for (; t < plan->themes->len && comes_before (plan->themes->pdata[t], idea); t++)
        if (area != NULL && is_in (plan->themes->pdata[t], PLENUM_THEME_AREA, area))
          add_theme (plan, plan->themes->pdata[t]);
      if (idea != NULL && plenum_record_is_null (idea, PLENUM_IDEA_FACE) && is_in (idea, PLENUM_IDEA_AREA, area)
          && g_hash_table_lookup (plan->stack_of, plenum_record_get_id (idea)) == NULL)
        add_card (plan, idea, -1);
    }
  frame.n = plan->wall->spots->len - frame.first;

  /* What is on no board has a place only while there is something. */
  if (area == NULL && frame.n == 0)
    return;
  shown.folded = area != NULL && plenum_record_get_integer (area, PLENUM_AREA_FOLDED) != 0;
  g_array_append_val (plan->frames, frame);
  g_array_append_val (plan->wall->frames, shown);
}

/* What the cards of each theme cover, and its name above them. */
static void
outline_themes (PlenumBoardWall *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      PlenumBoardSpot *theme = &g_array_index (self->spots, PlenumBoardSpot, i);
      gboolean any = FALSE;
      graphene_rect_t strip;

      for (guint k = i + 1; k < self->spots->len && g_array_index (self->spots, PlenumBoardSpot, k).theme == (int) i; k++)
        {
          const graphene_rect_t *rect = &g_array_index (self->spots, PlenumBoardSpot, k).rect;

          if (!any)
            theme->rect = *rect;
          graphene_rect_union (&theme->rect, rect, &theme->rect);
          any = TRUE;
        }
      if (!any)
        continue;
      strip = plenum_wall_layout_strip (&theme->rect);
      graphene_rect_union (&theme->rect, &strip, &theme->rect);
    }
}

/**
 * plenum_board_wall_new:
 * @areas: (element-type PlenumRecord): of the board, in their order; also those that
 *   are not shown, for the others lie where they lie because of them
 * @ideas: (element-type PlenumRecord): of the workshop, in their order
 * @themes: (element-type PlenumRecord): as well
 * @stack_of: (element-type utf8 PlenumRecord): ideas that stand in an area as part of a theme
 *
 * Returns: (transfer full): where each of them lies
 */
PlenumBoardWall *
plenum_board_wall_new (GPtrArray *areas, GPtrArray *ideas, GPtrArray *themes, GHashTable *stack_of)
{
  PlenumBoardWall *self = g_new (PlenumBoardWall, 1);
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (PlenumWallFrame));
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (PlenumWallSpot));
  Plan plan = { self, ideas, themes, stack_of, frames, places };

  self->frames = g_array_new (FALSE, TRUE, sizeof (PlenumBoardFrame));
  self->spots = g_array_new (FALSE, TRUE, sizeof (PlenumBoardSpot));
  add_area (&plan, NULL);
  for (guint i = 0; i < areas->len; i++)
    add_area (&plan, areas->pdata[i]);

  plenum_wall_layout ((PlenumWallFrame *) (gpointer) frames->data, frames->len, (PlenumWallSpot *) (gpointer) places->data);
  for (guint i = 0; i < frames->len; i++)
    g_array_index (self->frames, PlenumBoardFrame, i).rect = g_array_index (frames, PlenumWallFrame, i).rect;
  for (guint i = 0; i < places->len; i++)
    g_array_index (self->spots, PlenumBoardSpot, i).rect = g_array_index (places, PlenumWallSpot, i).rect;
  outline_themes (self);

  return self;
}
