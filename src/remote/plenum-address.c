/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a platform is. What is sent there must not be read on its way. */
#include "plenum-address.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "plenum-remote-error.h"

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (host, "localhost") == 0;
}

static const char *
find_problem (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return _("There is no host in this address. Write https://HOST/FOLDER/");
  if (strcmp (scheme, "https") != 0 && (strcmp (scheme, "http") != 0 || !is_loopback (host)))
    return _("What is sent there could be read on its way. Write an address that begins with https://");
  if (g_uri_get_user (uri) != NULL)
    return _("A user name or a password does not belong into an address. Leave out what stands before “@”.");
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return _("This is the address of a page. Write that of a folder, without “?” and “#”.");

  return NULL;
}

/* What messages call an address, without the password that may stand in it. */
static char *
hide_password (const char *text)
{
  const char *at = strrchr (text, '@');
  const char *slashes = strstr (text, "://");

  if (at == NULL || slashes == NULL || at < slashes)
    return g_strdup (text);

  return g_strdup_printf ("%.*s…%s", (int) (slashes + 3 - text), text, at);
}

/**
 * plenum_address_check:
 * @text: what a person gave as the address of a platform
 * @error: return location for %PLENUM_REMOTE_ERROR_ADDRESS
 *
 * Takes https only, but for this very computer, and no secrets in addresses.
 *
 * Returns: (transfer full) (nullable): the address of a folder: it ends with a slash
 */
char *
plenum_address_check (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *shown = hide_password (stripped);
  /* GLib takes spaces, which no server gets to see. */
  g_autoptr (GUri) uri = strpbrk (stripped, " \t\r\n") == NULL ? g_uri_parse (stripped, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *problem = uri != NULL ? find_problem (uri) : _("This is no address. Write https://HOST/FOLDER/");
  g_autofree char *address = NULL;

  if (problem != NULL)
    {
      g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ADDRESS, "%s: %s", shown, problem);
      return NULL;
    }

  address = g_uri_to_string (uri);

  return g_str_has_suffix (address, "/") ? g_steal_pointer (&address) : g_strconcat (address, "/", NULL);
}
