/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-dav.h"
#include "plenum-import-result.h"
#include "plenum-remotes.h"

G_BEGIN_DECLS

/* Takes a bundle into the library, all of it or nothing. */
typedef gboolean (*PlenumReceiveFunc) (const char          *file,
                                       const char          *place,
                                       gpointer             data,
                                       GCancellable        *cancellable,
                                       GError             **error);

typedef struct
{
  const char * const  *workshops;     /* nullable: which ones to ask for; else all there are */
  guint64              limit;         /* bytes of one file */
  PlenumReceiveFunc    take;
  gpointer             take_data;
  PlenumProgressFunc   progress;      /* nullable */
  gpointer             progress_data;
} PlenumReceiveOptions;

typedef struct
{
  guint      received;
  guint      unchanged; /* what was received before */
  GPtrArray *problems;  /* char *: of files that could not be taken, each with its address */
} PlenumReceiveResult;

gboolean plenum_receive             (PlenumDav                   *dav,
                                     PlenumRemotes               *remotes,
                                     PlenumRemote                *remote,
                                     const PlenumReceiveOptions  *options,
                                     PlenumReceiveResult        **result,
                                     GCancellable                *cancellable,
                                     GError                     **error);
void     plenum_receive_result_free (PlenumReceiveResult         *self);

gboolean plenum_receive_check       (const char                  *file,
                                     const char                  *workshop,
                                     const char                  *place,
                                     GCancellable                *cancellable,
                                     GError                     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumReceiveResult, plenum_receive_result_free)

G_END_DECLS
