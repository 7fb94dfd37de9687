/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop with one board of two areas, and the model that shows it. */
#pragma once

#include "plenum-board-model.h"
#include "store-fixture.h"

typedef struct
{
  Fixture              store;
  PlenumLibrary       *library;
  PlenumWorkshopModel *workshop;
  PlenumBoardModel    *model;
  char                *area;
  char                *other;
  gboolean             done;
  GString             *said; /* "position-removed+added" of the area, each with a space */
} Scene;

void             scene_set_up      (Scene         *scene,
                                    gconstpointer  data);
void             scene_tear_down   (Scene         *scene,
                                    gconstpointer  data);
char            *scene_perform     (Scene         *scene,
                                    PlenumAction  *action);
void             scene_undo        (Scene         *scene);
char            *scene_add         (Scene         *scene,
                                    const char    *text,
                                    gboolean       at_top);
PlenumBoardArea *scene_area        (Scene         *scene);
void             scene_assert_rows (Scene         *scene,
                                    const char    *area,
                                    const char    *expected);
void             scene_assert_said (Scene         *scene,
                                    const char    *expected);
