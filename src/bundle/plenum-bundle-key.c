/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library's secret. It signs bundles and makes pseudonyms that nobody without
 * it can trace. Until the remote layer brings the desktop's keyring, it lies in a
 * file beside the library that only its owner can read. */
#include "plenum-bundle-key.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "plenum-bundle-error.h"
#include "plenum-uuid.h"

struct _PlenumBundleKey
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 secret_key[crypto_sign_SECRETKEYBYTES];
  guint8 pseudonym_key[crypto_generichash_KEYBYTES];
};

static gboolean
fail (const char *path, int number, GError **error)
{
  g_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY,
               /* Translators: a file, then what the system says about it. */
               _("%s: The library's key cannot be used: %s"), path, g_strerror (number));

  return FALSE;
}

static gboolean
write_seed (const char *path, const guint8 seed[crypto_sign_SEEDBYTES], GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  gboolean written;

  if (fd < 0)
    return fail (path, errno, error);

  written = write (fd, seed, crypto_sign_SEEDBYTES) == crypto_sign_SEEDBYTES && fsync (fd) == 0;
  /* A link, not a renaming: a key that another process made meanwhile stays. */
  written = close (fd) == 0 && written && (link (temporary, path) == 0 || errno == EEXIST);
  if (!written)
    fail (path, errno, error);
  g_unlink (temporary);

  return written;
}

static gboolean
read_seed (const char *path, guint8 seed[crypto_sign_SEEDBYTES], gboolean *missing, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  *missing = fd < 0 && errno == ENOENT;
  if (fd < 0)
    return *missing || fail (path, errno, error);

  n = read (fd, seed, crypto_sign_SEEDBYTES);
  close (fd);

  return n == crypto_sign_SEEDBYTES || fail (path, n < 0 ? errno : EINVAL, error);
}

/**
 * plenum_bundle_key_load:
 * @node: the library
 * @error: return location for %PLENUM_BUNDLE_ERROR_KEY
 *
 * Reads the key of a library; makes one on first use.
 *
 * Returns: (transfer full) (nullable): the key, or %NULL on failure
 */
PlenumBundleKey *
plenum_bundle_key_load (const char *node, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "plenum", NULL);
  g_autofree char *name = g_strconcat (node, ".key", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  guint8 seed[crypto_sign_SEEDBYTES];
  PlenumBundleKey *self;
  gboolean missing;

  if (sodium_init () < 0 || g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (path, errno, error);
      return NULL;
    }

  if (!read_seed (path, seed, &missing, error))
    return NULL;
  if (missing)
    {
      randombytes_buf (seed, sizeof seed);
      if (!write_seed (path, seed, error) || !read_seed (path, seed, &missing, error))
        return NULL;
    }

  self = g_new0 (PlenumBundleKey, 1);
  crypto_sign_seed_keypair (self->public_key, self->secret_key, seed);
  crypto_generichash (self->pseudonym_key, sizeof self->pseudonym_key,
                      (const guint8 *) "pseudonym", strlen ("pseudonym"), seed, sizeof seed);
  sodium_memzero (seed, sizeof seed);

  return self;
}

void
plenum_bundle_key_free (PlenumBundleKey *self)
{
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

/**
 * plenum_bundle_key_get_public:
 *
 * Returns: (transfer full): the public key in Base64
 */
char *
plenum_bundle_key_get_public (PlenumBundleKey *self)
{
  return g_base64_encode (self->public_key, sizeof self->public_key);
}

/**
 * plenum_bundle_key_sign:
 *
 * Returns: (transfer full): the Ed25519 signature (RFC 8032) of @text in Base64
 */
char *
plenum_bundle_key_sign (PlenumBundleKey *self, const char *text)
{
  guint8 signature[crypto_sign_BYTES];

  crypto_sign_detached (signature, NULL, (const guint8 *) text, strlen (text), self->secret_key);

  return g_base64_encode (signature, sizeof signature);
}

static char *
hash (PlenumBundleKey *self, const char *purpose, const char *id)
{
  g_autofree char *text = g_strconcat (purpose, " ", id, NULL);
  guint8 bytes[16];
  char hex[2 * sizeof bytes + 1];

  crypto_generichash (bytes, sizeof bytes, (const guint8 *) text, strlen (text),
                      self->pseudonym_key, sizeof self->pseudonym_key);
  sodium_bin2hex (hex, sizeof hex, bytes, sizeof bytes);

  return g_strdup (hex);
}

/**
 * plenum_bundle_key_make_id:
 *
 * Makes another id for a row, always the same, so that a bundle sent twice does
 * not count twice, and one from which the row cannot be found without the key.
 *
 * Returns: (transfer full): a UUID
 */
char *
plenum_bundle_key_make_id (PlenumBundleKey *self, const char *id)
{
  g_autofree char *hex = hash (self, "id", id);

  return plenum_uuid_from_name ("plenum-anonymous", hex);
}

/**
 * plenum_bundle_key_pseudonym:
 *
 * Returns: (transfer full): what stands for the name of the person with that id
 */
char *
plenum_bundle_key_pseudonym (PlenumBundleKey *self, const char *id)
{
  g_autofree char *hex = hash (self, "person", id);

  hex[10] = '\0';

  return g_strdup (hex);
}
