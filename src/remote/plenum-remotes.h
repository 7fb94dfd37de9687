/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A central platform, by a name of one's own. No secret is in it. */
typedef struct
{
  char     *name;
  char     *address;
  char     *user;        /* nullable */
  char     *certificate; /* nullable: a file with the certificates that are trusted */
  gboolean  central;     /* this computer is the platform's: it gets what workshops send */
} PlenumRemote;

/* A workshop that is still to be sent. Only that it is: what it says stays in the library. */
typedef struct
{
  char *remote;
  char *workshop;
  char *privacy;
  char *problem; /* nullable: why it was not sent when that was tried last */
} PlenumWaiting;

typedef struct _PlenumRemotes PlenumRemotes;

PlenumRemotes *plenum_remotes_open         (const char          *library,
                                            GError             **error);
PlenumRemotes *plenum_remotes_read         (const char          *library,
                                            GError             **error);
void           plenum_remotes_close        (PlenumRemotes       *self);
gboolean       plenum_remotes_save         (PlenumRemotes       *self,
                                            GError             **error);
char          *plenum_remotes_get_path     (PlenumRemotes       *self,
                                            const char          *name);

GPtrArray     *plenum_remotes_list         (PlenumRemotes       *self);
PlenumRemote  *plenum_remotes_find         (PlenumRemotes       *self,
                                            const char          *name,
                                            GError             **error);
gboolean       plenum_remotes_add          (PlenumRemotes       *self,
                                            const PlenumRemote  *remote,
                                            GError             **error);
gboolean       plenum_remotes_remove       (PlenumRemotes       *self,
                                            const char          *name,
                                            GError             **error);

GPtrArray     *plenum_remotes_list_waiting (PlenumRemotes       *self,
                                            const char          *remote);
void           plenum_remotes_queue        (PlenumRemotes       *self,
                                            const char          *remote,
                                            const char          *workshop,
                                            const char          *privacy);
void           plenum_remotes_drop         (PlenumRemotes       *self,
                                            PlenumWaiting       *waiting);

const char    *plenum_remotes_get_sent     (PlenumRemotes       *self,
                                            PlenumWaiting       *waiting);
void           plenum_remotes_set_sent     (PlenumRemotes       *self,
                                            PlenumWaiting       *waiting,
                                            const char          *digest);
gboolean       plenum_remotes_has_received (PlenumRemotes       *self,
                                            const char          *remote,
                                            const char          *path,
                                            const char          *mark);
void           plenum_remotes_add_received (PlenumRemotes       *self,
                                            const char          *remote,
                                            const char          *path,
                                            const char          *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumRemotes, plenum_remotes_close)

G_END_DECLS
