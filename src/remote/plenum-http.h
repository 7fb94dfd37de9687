/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-progress.h"

G_BEGIN_DECLS

/* What is asked of a server. */
typedef struct
{
  const char         *method;
  const char         *path;          /* below the platform, escaped; "" is the platform itself */
  const char         *depth;         /* nullable: of PROPFIND */
  const char         *destination;   /* nullable: of MOVE, as path */
  const char         *content;       /* nullable: XML to send */
  const char         *file;          /* nullable: a file to send */
  gboolean            create;        /* only if nothing is there: If-None-Match: * */
  guint64             offset;        /* bytes that are there already and need not come again … */
  const char         *etag;          /* … if it is still this */
  GOutputStream      *sink;          /* nullable: takes the body; must be a #GSeekable */
  guint64             limit;         /* bytes of the body */
  PlenumProgressFunc  progress;      /* nullable */
  gpointer            progress_data;
  guint64             expected;      /* bytes that the progress is measured by, 0 if not known */
} PlenumHttpRequest;

typedef struct _PlenumHttp PlenumHttp;

PlenumHttp *plenum_http_new       (const char               *address,
                                   const char               *user,
                                   const char               *password,
                                   const char               *certificate,
                                   GError                  **error);
void        plenum_http_free      (PlenumHttp               *self);
void        plenum_http_set_stall (PlenumHttp               *self,
                                   guint                     milliseconds);
char       *plenum_http_get_place (PlenumHttp               *self,
                                   const char               *path);
gint64      plenum_http_get_pause (PlenumHttp               *self);
gboolean    plenum_http_ask       (PlenumHttp               *self,
                                   const PlenumHttpRequest  *request,
                                   guint                    *status,
                                   GCancellable             *cancellable,
                                   GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumHttp, plenum_http_free)

G_END_DECLS
