/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-key-sealer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plenum-bundle-error.h"

typedef struct
{
  char   *folder;
  char   *path;
  GBytes *key;
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  scene->folder = g_dir_make_tmp ("plenum-sealer-XXXXXX", NULL);
  scene->path = g_build_filename (scene->folder, "urns", "a.key", NULL);
  g_assert_null (plenum_key_sealer_get ()->load_key (scene->path, FALSE, &error));
  g_assert_no_error (error);
  scene->key = plenum_key_sealer_get ()->load_key (scene->path, TRUE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  g_autofree char *urns = g_path_get_dirname (scene->path);

  g_unlink (scene->path);
  g_rmdir (urns);
  g_assert_cmpint (g_rmdir (scene->folder), ==, 0);
  g_clear_pointer (&scene->key, g_bytes_unref);
  g_free (scene->folder);
  g_free (scene->path);
}

static void
test_key (Scene *scene, gconstpointer data)
{
  g_autoptr (GBytes) again = plenum_key_sealer_get ()->load_key (scene->path, TRUE, NULL);
  g_autoptr (GBytes) read = plenum_key_sealer_get ()->load_key (scene->path, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_bytes_equal (scene->key, again));
  g_assert_true (g_bytes_equal (scene->key, read));
  g_assert_cmpint (g_stat (scene->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, 32);

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (plenum_key_sealer_get ()->destroy_key (scene->path, &error));
      g_assert_no_error (error);
      g_assert_false (g_file_test (scene->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_seal (Scene *scene, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("a ballot", 8);
  g_autoptr (GBytes) sealed = plenum_key_sealer_get ()->seal (scene->key, content);
  g_autoptr (GBytes) other = plenum_key_sealer_get ()->seal (scene->key, content);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (g_bytes_equal (sealed, other));
  g_assert_cmpuint (g_bytes_get_size (sealed), ==, g_bytes_get_size (other));
  g_assert_null (memmem (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), "ballot", 6));
  back = plenum_key_sealer_get ()->unseal (scene->key, sealed, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, content));
}

static void
assert_refused (GBytes *key, const guint8 *bytes, gsize length)
{
  g_autoptr (GBytes) sealed = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_key_sealer_get ()->unseal (key, sealed, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY);
}

static void
test_changed (Scene *scene, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("a ballot", 8);
  g_autoptr (GBytes) sealed = plenum_key_sealer_get ()->seal (scene->key, content);
  g_autoptr (GBytes) other = g_bytes_new_static ("01234567890123456789012345678901", 32);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (sealed, &length);

  assert_refused (other, bytes, length);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, length);

      copy[i] ^= 1;
      assert_refused (scene->key, copy, length);
      assert_refused (scene->key, bytes, i);
    }
}

static void
test_unusable (Scene *scene, gconstpointer data)
{
  g_autofree char *below = g_build_filename (scene->path, "urns", "b.key", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_key_sealer_get ()->load_key (below, TRUE, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (scene->path, "short", -1, NULL));
  g_assert_null (plenum_key_sealer_get ()->load_key (scene->path, TRUE, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY);
  g_assert_nonnull (strstr (error->message, scene->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Scene, NULL, set_up, func, tear_down)
  ADD ("/key-sealer/key", test_key);
  ADD ("/key-sealer/seal", test_seal);
  ADD ("/key-sealer/changed", test_changed);
  ADD ("/key-sealer/unusable", test_unusable);
  return g_test_run ();
}
