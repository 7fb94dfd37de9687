/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLENUM_REMOTE_ERROR (plenum_remote_error_quark ())
GQuark plenum_remote_error_quark (void);

typedef enum
{
  PLENUM_REMOTE_ERROR_ADDRESS,     /* nothing to send to: not https, a password in it, … */
  PLENUM_REMOTE_ERROR_NAME,        /* a name that is none, or is taken */
  PLENUM_REMOTE_ERROR_UNKNOWN,     /* no remote of that name */
  PLENUM_REMOTE_ERROR_FILE,        /* the list of remotes is damaged */
  PLENUM_REMOTE_ERROR_BUSY,        /* another program sends or receives for this library */
  PLENUM_REMOTE_ERROR_KEYRING,     /* there is no keyring, or it stays locked */
  PLENUM_REMOTE_ERROR_NETWORK,     /* no connection, or one that was cut */
  PLENUM_REMOTE_ERROR_TIMEOUT,     /* too little came for too long */
  PLENUM_REMOTE_ERROR_CERTIFICATE, /* the server cannot show that it is the one */
  PLENUM_REMOTE_ERROR_REDIRECT,    /* it sends us elsewhere */
  PLENUM_REMOTE_ERROR_PASSWORD,    /* 401 */
  PLENUM_REMOTE_ERROR_FORBIDDEN,   /* 403 */
  PLENUM_REMOTE_ERROR_NOT_FOUND,   /* 404, and 409 of a folder without the one around it */
  PLENUM_REMOTE_ERROR_EXISTS,      /* 412 */
  PLENUM_REMOTE_ERROR_LOCKED,      /* 423 */
  PLENUM_REMOTE_ERROR_PAUSE,       /* 429 */
  PLENUM_REMOTE_ERROR_SERVER,      /* 5xx */
  PLENUM_REMOTE_ERROR_FULL,        /* 507, 413 */
  PLENUM_REMOTE_ERROR_ANSWER,      /* not what WebDAV says */
  PLENUM_REMOTE_ERROR_TOO_LARGE,   /* more than we take */
  PLENUM_REMOTE_ERROR_CONTENT,     /* a bundle of another workshop than its folder's */
} PlenumRemoteError;

void     plenum_remote_error_set_status  (GError       **error,
                                          guint          status,
                                          const char    *place);
void     plenum_remote_error_set_network (GError       **error,
                                          const GError  *cause,
                                          const char    *place);
gboolean plenum_remote_error_may_pass    (const GError  *error);

G_END_DECLS
