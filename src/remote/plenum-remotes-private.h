/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-remotes.h"

G_BEGIN_DECLS

struct _PlenumRemotes
{
  char       *folder;
  int         lock;     /* the folder, or -1 where it is only read */
  GPtrArray  *remotes;  /* PlenumRemote */
  GPtrArray  *waiting;  /* PlenumWaiting */
  GHashTable *sent;     /* "REMOTE WORKSHOP PRIVACY" → digest */
  GHashTable *received; /* "REMOTE DIGEST", of path and mark; a set */
};

gboolean plenum_remotes_load    (PlenumRemotes  *self,
                                 GError        **error);
char    *plenum_remotes_to_json (PlenumRemotes  *self);

G_END_DECLS
