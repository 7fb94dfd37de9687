/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong on the way to the central platform, in words that say who can mend it. */
#include "plenum-remote-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (plenum-remote-error-quark, plenum_remote_error)

/**
 * plenum_remote_error_set_status:
 * @error: (out) (optional): where the error goes
 * @status: what the server answered, not 2xx
 * @place: the address that was asked
 *
 * Says in words what an HTTP status (RFC 9110, RFC 4918) means.
 */
void
plenum_remote_error_set_status (GError **error, guint status, const char *place)
{
  PlenumRemoteError code;
  const char *message;
  g_autofree char *number = NULL;

  switch (status)
    {
    case 401:
      code = PLENUM_REMOTE_ERROR_PASSWORD;
      /* Translators: in these messages, the numbers are those of an HTTP status; before them stands an address */
      message = _("The user name or the password is not right (401)");
      break;

    case 403:
      code = PLENUM_REMOTE_ERROR_FORBIDDEN;
      message = _("This user has no right to do that there (403). Who runs the platform can give it.");
      break;

    case 404:
    case 409:
    case 410:
      code = PLENUM_REMOTE_ERROR_NOT_FOUND;
      message = _("There is no such folder or file (404). Check the address of the platform.");
      break;

    case 412:
      code = PLENUM_REMOTE_ERROR_EXISTS;
      message = _("Something of that name is there already (412)");
      break;

    case 423:
      code = PLENUM_REMOTE_ERROR_LOCKED;
      message = _("Somebody else has locked it for the moment (423)");
      break;

    case 429:
      code = PLENUM_REMOTE_ERROR_PAUSE;
      message = _("The server asks for a pause (429)");
      break;

    case 413:
    case 507:
      code = PLENUM_REMOTE_ERROR_FULL;
      message = _("The server has no room for it (507). Who runs the platform can make some.");
      break;

    default:
      code = status >= 500 ? PLENUM_REMOTE_ERROR_SERVER : PLENUM_REMOTE_ERROR_ANSWER;
      number = status >= 500
                 ? g_strdup_printf (_("The server has a fault of its own (%u)"), status)
                 : g_strdup_printf (_("The answer %u is none of a WebDAV folder. Check the address of the platform."), status);
      message = number;
      break;
    }

  g_set_error (error, PLENUM_REMOTE_ERROR, code, "%s: %s", place, message);
}

/**
 * plenum_remote_error_set_network:
 * @error: (out) (optional): where the error goes
 * @cause: what GIO or libsoup say
 * @place: the address that was asked
 *
 * Says that there was no answer, or only half of one.
 */
void
plenum_remote_error_set_network (GError **error, const GError *cause, const char *place)
{
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CERTIFICATE,
                 _("%s: The server cannot prove that it is the one it says: its certificate is not valid here. "
                   "Nothing was sent to it."), place);
  else
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK,
                 /* Translators: an address, then what the system says about it */
                 _("%s: There is no connection, or it was cut: %s"), place, cause->message);
}

/**
 * plenum_remote_error_may_pass:
 *
 * Returns: whether the same may succeed a little later, without anybody doing anything
 */
gboolean
plenum_remote_error_may_pass (const GError *error)
{
  return g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TIMEOUT)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_LOCKED)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_PAUSE)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_SERVER);
}
