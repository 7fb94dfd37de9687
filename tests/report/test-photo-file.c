/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are handed over as photos: as cameras write them, damaged, and made to do
 * harm. Each is a photo or a clear error, and none costs more than its size. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "photo-scene.h"
#include "plenum-card-sheets.h"
#include "plenum-photo-private.h"

/* An error that says of which file it is. */
static void
assert_refused (const char *name, gconstpointer data, gsize length, int code)
{
  g_autofree char *path = scene_write_file (name, data, length);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_photo_load (path, &error));
  g_unlink (path);
  g_assert_error (error, PLENUM_PHOTO_ERROR, code);
  g_assert_nonnull (strstr (error->message, base));
}

static guint32
crc (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }

  return ~sum;
}

static void
put (GByteArray *bytes, guint32 value)
{
  value = GUINT32_TO_BE (value);
  g_byte_array_append (bytes, (guint8 *) &value, 4);
}

/* The beginning of a PNG that says it is so large. */
static GByteArray *
make_head (guint32 width, guint32 height)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  put (bytes, 13);
  g_byte_array_append (bytes, (const guint8 *) "IHDR", 4);
  put (bytes, width);
  put (bytes, height);
  g_byte_array_append (bytes, (const guint8 *) "\x08\x02\0\0\0", 5);
  put (bytes, crc (bytes->data + 12, 17));
  /* Readers look at the size when pixels begin. */
  put (bytes, 1000);
  g_byte_array_append (bytes, (const guint8 *) "IDAT\x78\x9c\xed\xc1\x01\x0d", 9);

  return bytes;
}

static void
test_size (void)
{
  static const struct { guint32 width, height; int code; } cases[] = {
    { 20000, 20000, PLENUM_PHOTO_ERROR_SIZE },
    { 500000, 241, PLENUM_PHOTO_ERROR_SIZE },
    { 0x7fffffff, 0x7fffffff, PLENUM_PHOTO_ERROR_FORMAT }, /* more than the format's reader takes */
    { 0, 0, PLENUM_PHOTO_ERROR_FORMAT },
    { 300, 200, PLENUM_PHOTO_ERROR_FORMAT }, /* small enough, but there is no more of it */
  };
  /* A JPEG of 20,000 by 20,000: its size, where pixels begin, and nothing else. */
  static const guint8 jpeg[] = "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    "\xff\xc0\0\x11\x08\x4e\x20\x4e\x20\x03\x01\x11\0\x02\x11\0\x03\x11\0"
    "\xff\xda\0\x0c\x03\x01\0\x02\0\x03\0\0\x3f\0";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = make_head (cases[i].width, cases[i].height);

      assert_refused ("plenum-test-size.png", bytes->data, bytes->len, cases[i].code);
    }
  assert_refused ("plenum-test-size.jpg", jpeg, sizeof jpeg - 1, PLENUM_PHOTO_ERROR_SIZE);
}

static void
test_nothing (void)
{
  assert_refused ("plenum-test-empty.jpg", "", 0, PLENUM_PHOTO_ERROR_FORMAT);
  assert_refused ("plenum-test-start.jpg", "\xff\xd8\xff", 3, PLENUM_PHOTO_ERROR_FORMAT);
  assert_refused ("plenum-test-text.png", "<svg/>", 6, PLENUM_PHOTO_ERROR_FORMAT);
}

static char *
save (cairo_surface_t *surface, const char *type, gsize *length)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, cairo_image_surface_get_width (surface),
                                                 cairo_image_surface_get_height (surface));
  char *data = NULL;

  cairo_surface_flush (surface);
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (pixbuf); x++)
      {
        const guint32 *from = (gconstpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
        guint8 *to = gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x;

        to[0] = from[x] >> 16;
        to[1] = from[x] >> 8;
        to[2] = from[x];
      }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, length, type, NULL, NULL));

  return data;
}

/* Between the start of a JPEG and the rest, as a camera writes it. */
static GByteArray *
add_orientation (const char *jpeg, gsize length, guint8 orientation)
{
  static const guint8 exif[] = "\xff\xe1\0\x22" "Exif\0\0" "MM\0\x2a\0\0\0\x08" "\0\x01" "\x01\x12\0\x03\0\0\0\x01\0\0\0\0" "\0\0\0\0";
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) jpeg, 2);
  g_byte_array_append (bytes, exif, sizeof exif - 1);
  bytes->data[bytes->len - 7] = orientation;
  g_byte_array_append (bytes, (const guint8 *) jpeg + 2, length - 2);

  return bytes;
}

/* Whether the middle of a quarter, 0 above left to 3 below right, is white. */
static gboolean
is_white (PlenumPhoto *photo, guint quarter)
{
  guint x = photo->width * (1 + 2 * (quarter % 2)) / 4, y = photo->height * (1 + 2 * (quarter / 2)) / 4;

  return photo->grey[y * photo->width + x] > 200;
}

/* All eight ways to hold a camera: what is above left in the file is elsewhere then. */
static void
test_orientation (void)
{
  static const guint quarters[] = { 0, 1, 3, 2, 0, 1, 3, 2 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 128, 64);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *jpeg = NULL;
  gsize length;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, 64, 32);
  cairo_fill (cr);
  cairo_destroy (cr);
  jpeg = save (surface, "jpeg", &length);
  cairo_surface_destroy (surface);

  for (guint8 orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GByteArray) bytes = add_orientation (jpeg, length, orientation);
      g_autofree char *path = scene_write_file ("turned.jpg", bytes->data, bytes->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumPhoto) photo = plenum_photo_load (path, &error);

      g_unlink (path);
      g_assert_no_error (error);
      g_assert_cmpuint (plenum_photo_get_width (photo), ==, orientation < 5 ? 128 : 64);
      g_assert_cmpuint (plenum_photo_get_height (photo), ==, orientation < 5 ? 64 : 128);
      for (guint quarter = 0; quarter < 4; quarter++)
        g_assert_cmpint (is_white (photo, quarter), ==, quarter == quarters[orientation - 1]);
    }
}

/* What is cut off anywhere is refused or is a photo of which the rest is missing. */
static void
test_truncated (void)
{
  const SceneSettings settings = { .seed = 3, .columns = 2, .rows = 2, .width = 600 };
  static const char *const types[] = { "png", "jpeg" };
  g_autoptr (GPtrArray) cards = scene_print_cards (4);
  g_autoptr (Scene) scene = scene_new (&settings, cards);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      gsize length;
      g_autofree char *data = save (scene->photo, types[t], &length);

      for (guint part = 1; part < 8; part++)
        {
          g_autofree char *path = scene_write_file ("cut.picture", data, length * part / 8);
          g_autoptr (GError) error = NULL;
          g_autoptr (PlenumPhoto) photo = plenum_photo_load (path, &error);
          g_autoptr (GArray) codes = photo != NULL ? plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL) : NULL;

          g_unlink (path);
          if (photo == NULL)
            g_assert_error (error, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_FORMAT);
          else
            {
              g_assert_no_error (error);
              g_assert_cmpuint (plenum_photo_get_width (photo), ==, 600);
              g_assert_cmpuint (codes->len, <=, 4);
            }
        }
    }
}

/* A sheet that was printed twice, and both hang there: one card. */
static void
test_twice (void)
{
  const SceneSettings settings = { .seed = 4, .columns = 3, .rows = 1, .width = 1400 };
  g_autoptr (GPtrArray) cards = scene_print_cards (2);
  g_autoptr (GPtrArray) hung = g_ptr_array_new ();
  g_autoptr (Scene) scene = NULL;
  g_autoptr (PlenumPhoto) photo = NULL;
  g_autoptr (GArray) codes = NULL;

  g_ptr_array_add (hung, cards->pdata[0]);
  g_ptr_array_add (hung, cards->pdata[1]);
  g_ptr_array_add (hung, cards->pdata[0]);
  scene = scene_new (&settings, hung);
  photo = scene_to_photo (scene);
  codes = plenum_photo_read_codes (photo, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (g_array_index (codes, PlenumPhotoCode, 0).code.id, !=, g_array_index (codes, PlenumPhotoCode, 1).code.id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo-file/size", test_size);
  g_test_add_func ("/photo-file/nothing", test_nothing);
  g_test_add_func ("/photo-file/orientation", test_orientation);
  g_test_add_func ("/photo-file/truncated", test_truncated);
  g_test_add_func ("/photo-file/twice", test_twice);
  return g_test_run ();
}
