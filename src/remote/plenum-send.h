/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle.h"
#include "plenum-dav.h"
#include "plenum-remotes.h"

G_BEGIN_DECLS

/* Writes a workshop to @file. Without an error, %NULL says that it is not there any more. */
typedef PlenumExportResult *(*PlenumSendFunc) (const char    *workshop,
                                               PlenumPrivacy  privacy,
                                               const char    *file,
                                               gpointer       data,
                                               GCancellable  *cancellable,
                                               GError       **error);

/* What came to be on the platform. */
typedef struct
{
  char *workshop;
  char *path;   /* below the platform's address */
  char *digest;
} PlenumSent;

typedef struct
{
  PlenumSendFunc      write;
  gpointer            write_data;
  PlenumProgressFunc  progress;      /* nullable */
  gpointer            progress_data;
} PlenumSendOptions;

typedef struct
{
  GPtrArray *sent;      /* PlenumSent */
  guint      unchanged; /* what the platform has already */
  guint      gone;      /* what waited and was deleted meanwhile */
} PlenumSendResult;

gboolean plenum_send              (PlenumDav                *dav,
                                   PlenumRemotes            *remotes,
                                   PlenumRemote             *remote,
                                   const PlenumSendOptions  *options,
                                   PlenumSendResult        **result,
                                   GCancellable             *cancellable,
                                   GError                  **error);
void     plenum_send_result_free  (PlenumSendResult         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSendResult, plenum_send_result_free)

G_END_DECLS
