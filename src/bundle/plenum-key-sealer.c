/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals with a key in a file, by XSalsa20-Poly1305 of libsodium with a random nonce
 * that stands before the text. Not in the keyring: ballots are cast on servers and
 * in rooms where none is unlocked, and a key that is kept a day must be gone then. */
#include "plenum-key-sealer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <unistd.h>

#include "plenum-bundle-error.h"

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY,
               /* Translators: a file, then what the system says about it. */
               _("%s: The key of a secret poll cannot be used: %s"), shown, g_strerror (number));

  return FALSE;
}

static void
free_key (gpointer bytes)
{
  sodium_memzero (bytes, crypto_secretbox_KEYBYTES);
  g_free (bytes);
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

/* In place: a file that is renamed leaves its first blocks behind. */
static gboolean
write_key (const char *path, int flags, const guint8 *key, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | flags, 0600);
  gboolean written;

  if (fd < 0)
    return fail (path, errno, error);

  written = write (fd, key, crypto_secretbox_KEYBYTES) == crypto_secretbox_KEYBYTES && fsync (fd) == 0;
  written = close (fd) == 0 && written;
  return written || fail (path, errno, error);
}

static GBytes *
load_key (const char *path, gboolean make, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  guint8 *key;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (fd < 0 && (errno != ENOENT || make))
    {
      guint8 fresh[crypto_secretbox_KEYBYTES];
      gboolean made;

      if (errno != ENOENT || g_mkdir_with_parents (folder, 0700) != 0)
        {
          fail (path, errno, error);
          return NULL;
        }
      randombytes_buf (fresh, sizeof fresh);
      made = write_key (path, O_CREAT | O_EXCL, fresh, error) && (sync_folder (path) || fail (path, errno, error));
      sodium_memzero (fresh, sizeof fresh);
      return made ? load_key (path, FALSE, error) : NULL;
    }
  if (fd < 0)
    return NULL;

  key = g_malloc0 (crypto_secretbox_KEYBYTES);
  n = read (fd, key, crypto_secretbox_KEYBYTES);
  close (fd);
  if (n != crypto_secretbox_KEYBYTES)
    {
      free_key (key);
      fail (path, n < 0 ? errno : EINVAL, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (key, crypto_secretbox_KEYBYTES, free_key, key);
}

static gboolean
destroy_key (const char *path, GError **error)
{
  static const guint8 nothing[crypto_secretbox_KEYBYTES];

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  return write_key (path, 0, nothing, error) && (g_unlink (path) == 0 || fail (path, errno, error));
}

static GBytes *
seal (GBytes *key, GBytes *content)
{
  gsize length = g_bytes_get_size (content);
  gsize sealed_length = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + length;
  guint8 *sealed = g_malloc (sealed_length);

  randombytes_buf (sealed, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (sealed + crypto_secretbox_NONCEBYTES, g_bytes_get_data (content, NULL), length, sealed,
                         g_bytes_get_data (key, NULL));

  return g_bytes_new_take (sealed, sealed_length);
}

static GBytes *
unseal (GBytes *key, GBytes *sealed, GError **error)
{
  gsize sealed_length = g_bytes_get_size (sealed);
  const guint8 *bytes = g_bytes_get_data (sealed, NULL);
  gsize length = sealed_length - MIN (sealed_length, crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES);
  g_autofree guint8 *content = g_malloc0 (length + 1);

  if (length == 0
      || crypto_secretbox_open_easy (content, bytes + crypto_secretbox_NONCEBYTES, sealed_length - crypto_secretbox_NONCEBYTES,
                                     bytes, g_bytes_get_data (key, NULL)) != 0)
    {
      g_set_error_literal (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY,
                           _("A ballot of this secret poll cannot be read: it was changed, or the key belongs to another poll"));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&content), length);
}

/**
 * plenum_key_sealer_get:
 *
 * Errors of its functions: %PLENUM_BUNDLE_ERROR_KEY
 *
 * Returns: (transfer none): what plenum_store_set_sealer() takes
 */
const PlenumSealer *
plenum_key_sealer_get (void)
{
  static const PlenumSealer sealer = { load_key, destroy_key, seal, unseal };

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  return &sealer;
}
