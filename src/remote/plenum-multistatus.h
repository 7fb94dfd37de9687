/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a WebDAV server says of one file or folder. */
typedef struct
{
  char     *path;   /* on the server, decoded; of a folder without the slash at its end */
  char     *name;   /* the last part of it */
  char     *etag;   /* nullable */
  gint64    length; /* bytes, or -1 where it does not say */
  gboolean  folder;
} PlenumDavEntry;

GPtrArray *plenum_multistatus_parse (const char      *text,
                                     gsize            length,
                                     const char      *place,
                                     GError         **error);
void       plenum_dav_entry_free    (PlenumDavEntry  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDavEntry, plenum_dav_entry_free)

G_END_DECLS
