/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board model in two files: what it shows, and how it follows the library. */
#pragma once

#include "plenum-board-entry-private.h"
#include "plenum-board-model.h"
#include "plenum-record-index.h"

G_BEGIN_DECLS

enum { IDEAS, THEMES, TAGS, COMMENTS, ANSWERS, BY_IDEA, BY_THEME, PEOPLE, AREAS, BOARDS, INSIDE, N_INDEXES };

struct _PlenumBoardModel
{
  GObject              parent_instance;

  PlenumWorkshopModel *workshop;
  PlenumRecordIndex   *indexes[N_INDEXES];
  GHashTable          *entries;  /* id → PlenumBoardEntry */
  GHashTable          *by_id;    /* area id → PlenumBoardArea */
  PlenumBoardArea     *unplaced; /* what lies in no area */
  GPtrArray           *areas;    /* of the board, shown from left to right */
  PlenumCardSelection *selection;
  char                *board;
  char                *query;
  char               **words;    /* nullable: pairs of both foldings */

  GHashTable          *stale;    /* ids of ideas and themes to look at again */
  guint                source;
  guint                areas_stale : 1;
  guint                all_stale : 1;
};

void plenum_board_sync_start    (PlenumBoardModel *self);
void plenum_board_sync_stop     (PlenumBoardModel *self);
void plenum_board_sync_flush    (PlenumBoardModel *self);
void plenum_board_model_updated (PlenumBoardModel *self);

G_END_DECLS
