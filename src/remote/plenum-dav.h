/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-multistatus.h"
#include "plenum-progress.h"

G_BEGIN_DECLS

typedef struct _PlenumDav PlenumDav;

/* Something that may be tried again from its beginning, and does no harm then. */
typedef gboolean (*PlenumDavFunc) (PlenumDav     *dav,
                                   gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);

PlenumDav *plenum_dav_new          (const char          *address,
                                    const char          *user,
                                    const char          *password,
                                    const char          *certificate,
                                    GError             **error);
void       plenum_dav_free         (PlenumDav           *self);
void       plenum_dav_set_patience (PlenumDav           *self,
                                    guint                retries,
                                    guint                first_pause,
                                    guint                stall);
gboolean   plenum_dav_persist      (PlenumDav           *self,
                                    PlenumDavFunc        func,
                                    gpointer             data,
                                    GCancellable        *cancellable,
                                    GError             **error);

char      *plenum_dav_get_place    (PlenumDav           *self,
                                    const char          *path);
GPtrArray *plenum_dav_list         (PlenumDav           *self,
                                    const char          *folder,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_measure      (PlenumDav           *self,
                                    const char          *path,
                                    gint64              *length,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_make_folder  (PlenumDav           *self,
                                    const char          *folder,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_put          (PlenumDav           *self,
                                    const char          *path,
                                    const char          *file,
                                    PlenumProgressFunc   progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_get          (PlenumDav           *self,
                                    const char          *path,
                                    const char          *etag,
                                    GFileIOStream       *sink,
                                    guint64              limit,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_move         (PlenumDav           *self,
                                    const char          *from,
                                    const char          *to,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean   plenum_dav_delete       (PlenumDav           *self,
                                    const char          *path,
                                    GCancellable        *cancellable,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDav, plenum_dav_free)

G_END_DECLS
