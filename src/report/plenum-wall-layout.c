/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-layout.h"

#include <math.h>

#include "plenum-wall-index.h"

#define BETWEEN_FRAMES 48.0
#define LEAST_WIDTH    460.0 /* two cards */
#define LEAST_HEIGHT   340.0

/* What is laid out as one: a card, or the cards of a theme under its name. */
typedef struct
{
  guint           first;
  guint           n;
  graphene_size_t size;
  gboolean        gap;  /* of a card that was moved elsewhere */
} Block;

static gboolean
is_theme (const PlenumWallSpot *spots, const Block *block)
{
  return spots[block->first].theme >= 0;
}

/* Puts the cards of a theme side by side; their places are within the block. */
static void
fill_block (PlenumWallSpot *spots, Block *block)
{
  guint columns = ceil (sqrt (block->n)), column = 0;
  double x = 0, y = PLENUM_WALL_STRIP + PLENUM_WALL_GAP, height = 0, width = 0;

  for (guint i = block->first; i < block->first + block->n; i++)
    {
      if (spots[i].placed)
        continue;
      if (column == columns)
        {
          y += height + PLENUM_WALL_GAP;
          x = height = column = 0;
        }
      spots[i].rect.origin = GRAPHENE_POINT_INIT (x, y);
      x += spots[i].rect.size.width + PLENUM_WALL_GAP;
      width = MAX (width, x - PLENUM_WALL_GAP);
      height = MAX (height, spots[i].rect.size.height);
      column++;
    }
  block->size = GRAPHENE_SIZE_INIT (width, y + height);
}

static gboolean
keeps_gaps (const PlenumWallFrame *frame, const PlenumWallSpot *spots)
{
  guint loose = 0;

  for (guint i = frame->first; i < frame->first + frame->n; i++)
    loose += !spots[i].placed;

  return loose > PLENUM_WALL_MOST_LOOSE;
}

/* What has no place yet, and the index of what has one. */
static GArray *
collect (const PlenumWallFrame *frame, PlenumWallSpot *spots, PlenumWallIndex *taken, double *area)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  gboolean gaps = keeps_gaps (frame, spots);

  for (guint i = frame->first; i < frame->first + frame->n; i++)
    {
      Block block = { i, 1, spots[i].rect.size, spots[i].placed };

      if (spots[i].placed)
        plenum_wall_index_insert (taken, i - frame->first, &spots[i].rect);
      if (spots[i].placed && (!gaps || spots[i].theme >= 0))
        continue;
      while (!block.gap && spots[i].theme >= 0 && i + 1 < frame->first + frame->n && spots[i + 1].theme == spots[i].theme)
        {
          i++;
          block.n++;
          if (spots[i].placed)
            plenum_wall_index_insert (taken, i - frame->first, &spots[i].rect);
        }
      if (is_theme (spots, &block))
        fill_block (spots, &block);
      *area += (block.size.width + PLENUM_WALL_GAP) * (block.size.height + PLENUM_WALL_GAP);
      g_array_append_val (blocks, block);
    }

  return blocks;
}

static gboolean
is_free (PlenumWallIndex *taken, const graphene_rect_t *rect)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  plenum_wall_index_find (taken, rect, found);

  return found->len == 0;
}

static void
put_block (PlenumWallSpot *spots, const Block *block, double x, double y)
{
  gboolean theme = is_theme (spots, block);

  for (guint i = block->first; i < block->first + block->n; i++)
    if (!spots[i].placed)
      {
        if (!theme)
          spots[i].rect.origin = GRAPHENE_POINT_INIT (0, 0);
        graphene_rect_offset (&spots[i].rect, x, y);
      }
}

/* Row after row, past what has a place. Returns where the last row ends. */
static double
flow (PlenumWallSpot *spots, GArray *blocks, PlenumWallIndex *taken, const graphene_rect_t *room)
{
  double x = room->origin.x, y = room->origin.y, height = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);

      for (;;)
        {
          graphene_rect_t rect;

          if (x > room->origin.x && x + block->size.width > room->origin.x + room->size.width)
            {
              x = room->origin.x;
              y += MAX (height, 60) + PLENUM_WALL_GAP;
              height = 0;
            }
          rect = GRAPHENE_RECT_INIT (x, y, block->size.width, block->size.height);
          if (block->gap || is_free (taken, &rect))
            break;
          x += PLENUM_WALL_GAP * 4;
        }
      put_block (spots, block, x, y);
      x += block->size.width + PLENUM_WALL_GAP;
      height = MAX (height, block->size.height);
    }

  return y + height;
}

static void
lay_out_frame (PlenumWallFrame *frame, PlenumWallSpot *spots)
{
  g_autoptr (PlenumWallIndex) taken = plenum_wall_index_new ();
  double area = 0, end;
  g_autoptr (GArray) blocks = collect (frame, spots, taken, &area);
  graphene_rect_t room;

  if (!frame->stored)
    frame->rect.size = GRAPHENE_SIZE_INIT (MAX (ceil (sqrt (area * 4 / 3)) + 2 * PLENUM_WALL_PAD, LEAST_WIDTH), LEAST_HEIGHT);

  for (guint i = 0; i < blocks->len; i++)
    frame->rect.size.width = MAX (frame->rect.size.width,
                                  g_array_index (blocks, Block, i).size.width + 2 * PLENUM_WALL_PAD);
  room = frame->rect;
  graphene_rect_inset (&room, PLENUM_WALL_PAD, 0);
  room.origin.y += PLENUM_WALL_HEAD;
  end = flow (spots, blocks, taken, &room);
  if (blocks->len > 0)
    frame->rect.size.height = MAX (frame->rect.size.height, end + PLENUM_WALL_PAD - frame->rect.origin.y);
}

/**
 * plenum_wall_layout:
 * @frames: (array length=n_frames) (inout): frames, from left to right
 * @spots: (inout): what is in them, by frame and in its order
 *
 * Frames without a place stand to the right of the others. One that has a place
 * keeps it and grows as far down as its cards without a place need.
 */
void
plenum_wall_layout (PlenumWallFrame *frames, guint n_frames, PlenumWallSpot *spots)
{
  double x = 0, top = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < n_frames; i++)
    if (frames[i].stored)
      {
        lay_out_frame (&frames[i], spots);
        x = any ? MAX (x, frames[i].rect.origin.x + frames[i].rect.size.width + BETWEEN_FRAMES)
                : frames[i].rect.origin.x + frames[i].rect.size.width + BETWEEN_FRAMES;
        top = any ? MIN (top, frames[i].rect.origin.y) : frames[i].rect.origin.y;
        any = TRUE;
      }

  for (guint i = 0; i < n_frames; i++)
    if (!frames[i].stored)
      {
        frames[i].rect.origin = GRAPHENE_POINT_INIT (x, top);
        lay_out_frame (&frames[i], spots);
        x += frames[i].rect.size.width + BETWEEN_FRAMES;
      }
}

/**
 * plenum_wall_layout_strip:
 * @cards: what the cards of a theme cover
 *
 * Returns: where its name stands
 */
graphene_rect_t
plenum_wall_layout_strip (const graphene_rect_t *cards)
{
  return GRAPHENE_RECT_INIT (cards->origin.x, cards->origin.y - PLENUM_WALL_GAP - PLENUM_WALL_STRIP,
                             CLAMP (cards->size.width, 140, 420), PLENUM_WALL_STRIP);
}
