/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-photo LIBRARY PICTURE.png: a photo of a wall on which cards of the first two
 * areas of the library's first board hang, each area's from the last to the first,
 * with a card that was written by hand below. */
#include <stdio.h>

#include "photo-scene.h"
#include "plenum-card-sheets.h"
#include "plenum-store.h"

#define EACH 2

static GPtrArray *
list_ideas (PlenumStore *store, guint nth)
{
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, -1, NULL, NULL);
  g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, plenum_record_get_id (boards->pdata[0]), NULL);

  return plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_AREA, plenum_record_get_id (areas->pdata[nth]), NULL);
}

int
main (int argc, char *argv[])
{
  const SceneSettings settings = { .seed = 3, .columns = 2, .rows = EACH + 1, .width = 1500, .turn = 12, .skew_x = 0.1, .noise = 5 };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumStore) store = argc == 3 ? plenum_store_open (argv[1], &error) : NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (Scene) scene = NULL;

  if (store == NULL)
    {
      fprintf (stderr, "sample-photo: %s\n", error != NULL ? error->message : "LIBRARY PICTURE.png");
      return 1;
    }

  left = list_ideas (store, 0);
  right = list_ideas (store, 1);
  g_assert (left->len >= EACH && right->len >= EACH);
  for (guint i = EACH; i > 0; i--)
    {
      g_ptr_array_add (cards, plenum_print_card_new_idea (left->pdata[i - 1]));
      g_ptr_array_add (cards, plenum_print_card_new_idea (right->pdata[i - 1]));
    }
  g_ptr_array_add (cards, plenum_print_card_new_blank (12));
  scene = scene_new (&settings, cards);

  return cairo_surface_write_to_png (scene->photo, argv[2]) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
