/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords of platforms, in the desktop's keyring and nowhere else. */
#include "plenum-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "plenum-remote-error.h"

static const SecretSchema schema = {
  PLENUM_APPLICATION_ID ".Remote", SECRET_SCHEMA_NONE,
  { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "user", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }
};

/* Takes @problem. */
static gboolean
fail (GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_KEYRING,
               /* Translators: what the system says about it */
               _("The keyring cannot be used: %s"), problem->message);
  g_error_free (problem);

  return FALSE;
}

/**
 * plenum_keyring_store:
 * @error: return location for %PLENUM_REMOTE_ERROR_KEYRING
 *
 * Keeps a password; one that was there for the same place and user is replaced.
 */
gboolean
plenum_keyring_store (const char *address, const char *user, const char *password, GCancellable *cancellable, GError **error)
{
  /* Translators: what a password is for, shown by programs that list passwords; %s is an address */
  g_autofree char *label = g_strdup_printf (_("Plenum: %s"), address);
  GError *problem = NULL;

  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable, &problem,
                                     "address", address, "user", user, NULL)
         || fail (problem, error);
}

/**
 * plenum_keyring_lookup:
 * @password: (out) (nullable) (transfer full): what is kept there
 * @error: return location for %PLENUM_REMOTE_ERROR_KEYRING
 *
 * Returns: whether there is a keyring; @password is %NULL if it has none for that place and user
 */
gboolean
plenum_keyring_lookup (const char *address, const char *user, char **password, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  char *found = secret_password_lookup_sync (&schema, cancellable, &problem, "address", address, "user", user, NULL);

  if (problem != NULL)
    return fail (problem, error);
  *password = g_strdup (found);
  secret_password_free (found);

  return TRUE;
}

/**
 * plenum_keyring_clear:
 * @error: return location for %PLENUM_REMOTE_ERROR_KEYRING
 *
 * Forgets a password, if there is one.
 */
gboolean
plenum_keyring_clear (const char *address, const char *user, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;

  secret_password_clear_sync (&schema, cancellable, &problem, "address", address, "user", user, NULL);

  return problem == NULL || fail (problem, error);
}
