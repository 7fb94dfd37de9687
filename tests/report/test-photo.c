/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "photo-scene.h"
#include "plenum-card-sheets.h"

static void
count_cb (double done, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (done, >=, *last);
  g_assert_cmpfloat (done, <=, 1.0001);
  *last = done;
}

/* A bad photo of a small wall: all cards, all near where they hang. */
static void
test_wall (void)
{
  const SceneSettings settings = {
    .seed = 5, .columns = 4, .rows = 4, .width = 1900, .turn = 25, .skew_x = 0.25, .skew_y = -0.15, .noise = 8, .n_covered = 4,
  };
  g_autoptr (GPtrArray) cards = scene_print_cards (16);
  g_autoptr (Scene) scene = scene_new (&settings, cards);
  g_autoptr (PlenumPhoto) photo = scene_to_photo (scene);
  double last = 0;
  g_autoptr (GArray) codes = plenum_photo_read_codes (photo, count_cb, &last, NULL, NULL);
  g_autoptr (GArray) hung = plenum_hung_cards_measure (codes);

  g_assert_cmpfloat (last, >, 0.999);
  g_assert_cmpuint (hung->len, ==, 16);
  g_assert_cmpfloat (scene_get_error (scene, hung), <, 0.03);
  for (guint i = 0; i < hung->len; i++)
    {
      const PlenumHungCard *card = &g_array_index (hung, PlenumHungCard, i);

      g_assert_true (card->code.blank);
      g_assert_cmpuint (card->code.format, ==, 0);
      g_assert_cmpuint (plenum_card_code_get_number (card->code.id), >=, 1);
      g_assert_cmpuint (plenum_card_code_get_number (card->code.id), <=, 16);
      g_assert_cmpfloat (card->x, >=, 0);
      g_assert_cmpfloat (card->y, >=, 0);
    }
}

/* From near by, codes are larger than the parts in which a photo is looked at. */
static void
test_close (void)
{
  const SceneSettings settings = { .seed = 1, .columns = 2, .rows = 1, .width = 2600, .turn = -10, .noise = 4 };
  g_autoptr (GPtrArray) cards = scene_print_cards (2);
  g_autoptr (Scene) scene = scene_new (&settings, cards);
  g_autoptr (PlenumPhoto) photo = scene_to_photo (scene);
  g_autoptr (GArray) codes = plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL);
  g_autoptr (GArray) hung = plenum_hung_cards_measure (codes);

  g_assert_cmpuint (hung->len, ==, 2);
  g_assert_cmpfloat (scene_get_error (scene, hung), <, 0.03);
}

static void
test_nothing (void)
{
  g_autofree guint8 *grey = g_malloc0 (300 * 200);
  g_autoptr (PlenumPhoto) photo = plenum_photo_new (grey, 300, 200, 300);
  g_autoptr (PlenumPhoto) dot = plenum_photo_new (grey, 1, 1, 1);
  g_autoptr (GArray) codes = plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL);
  g_autoptr (GArray) none = plenum_photo_read_codes (dot, NULL, NULL, NULL, NULL);
  g_autoptr (GArray) hung = plenum_hung_cards_measure (codes);

  g_assert_cmpuint (codes->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (hung->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autofree guint8 *grey = g_malloc0 (300 * 200);
  g_autoptr (PlenumPhoto) photo = plenum_photo_new (grey, 300, 200, 300);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_photo_read_codes (photo, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_load (void)
{
  const SceneSettings settings = { .seed = 2, .columns = 2, .rows = 2, .width = 1000 };
  g_autoptr (GPtrArray) cards = scene_print_cards (4);
  g_autoptr (Scene) scene = scene_new (&settings, cards);
  g_autofree char *path = scene_write_file ("photo.png", "", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumPhoto) photo = NULL;
  g_autoptr (GArray) codes = NULL;

  g_assert_cmpint (cairo_surface_write_to_png (scene->photo, path), ==, CAIRO_STATUS_SUCCESS);
  photo = plenum_photo_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_cmpuint (plenum_photo_get_width (photo), ==, 1000);
  g_assert_cmpuint (plenum_photo_get_height (photo), ==, 750);
  codes = plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (codes->len, ==, 4);
}

static void
assert_refused (const char *path, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_photo_load (path, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_refused (void)
{
  static const char huge[] = "P5\n20000 20000\n255\n";
  /* The head of a PNG of ten by ten pixels, and no more. */
  static const guint8 cut[] = "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52"
    "\x00\x00\x00\x0a\x00\x00\x00\x0a\x08\x00\x00\x00\x00\xa8\x59\x90\x61";
  g_autofree char *text = scene_write_file ("photo.txt", "No picture", 10);
  g_autofree char *large = scene_write_file ("huge.pgm", huge, sizeof huge - 1);
  g_autofree char *damaged = scene_write_file ("cut.png", cut, sizeof cut - 1);

  assert_refused (text, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_FORMAT);
  assert_refused (damaged, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_FORMAT);
  assert_refused (large, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_SIZE);
  assert_refused ("/nowhere/photo.jpeg", G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_unlink (text);
  g_unlink (large);
  g_unlink (damaged);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo/wall", test_wall);
  g_test_add_func ("/photo/close", test_close);
  g_test_add_func ("/photo/nothing", test_nothing);
  g_test_add_func ("/photo/cancelled", test_cancelled);
  g_test_add_func ("/photo/load", test_load);
  g_test_add_func ("/photo/refused", test_refused);
  return g_test_run ();
}
