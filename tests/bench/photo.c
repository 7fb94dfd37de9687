/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of 60 cards are found on photos taken ever worse, how far from where they
 * hang, and how long it takes. Not a test: photo-bench [SEEDS [PICTURE.png]] */
#include <math.h>
#include <stdlib.h>

#include "photo-scene.h"
#include "plenum-card-sheets.h"
#include "plenum-hung-cards.h"

static GPtrArray *
print_cards (guint n)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);

  for (guint i = 0; i < n; i++)
    {
      PlenumPrintCard *card = plenum_print_card_new_blank (i + 1);

      card->blank = FALSE;
      card->kind = g_strdup (i % 3 == 0 ? "need" : "idea");
      g_free (card->text);
      card->text = g_strdup ("Ein Reparaturcafé, das auch am Samstag offen hat und Werkzeug verleiht");
      g_ptr_array_add (cards, card);
    }

  return cards;
}

int
main (int argc, char *argv[])
{
  guint seeds = argc > 1 ? atoi (argv[1]) : 6;

  for (guint seed = 0; seed < seeds; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      SceneSettings settings = {
        .seed = seed, .columns = 10, .rows = 6, .width = 4000, .noise = 8, .n_covered = 6,
        .turn = seed % 2 == 0 ? 25 : -25, .skew_x = g_rand_double_range (random, -0.3, 0.3),
        .skew_y = g_rand_double_range (random, -0.3, 0.3),
      };
      g_autoptr (GPtrArray) cards = print_cards (60);
      g_autoptr (Scene) scene = scene_new (&settings, cards);
      g_autoptr (PlenumPhoto) photo = scene_to_photo (scene);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) codes = plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL);
      g_autoptr (GArray) hung = plenum_hung_cards_measure (codes);
      gint64 end = g_get_monotonic_time ();

      if (argc > 2)
        cairo_surface_write_to_png (scene->photo, argv[2]);
      g_print ("seed %u: turned by %+.0f°, skewed by %+.2f and %+.2f: %u of 60 found, at most %.2f %% of the width off, %.1f s\n",
               seed, settings.turn, settings.skew_x, settings.skew_y, codes->len, 100 * scene_get_error (scene, hung),
               (end - start) / 1e6);
    }

  return 0;
}
