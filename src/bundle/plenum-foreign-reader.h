/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the bundle layer: rows out of tables and JSON, and the formats read from them. */
#pragma once

#include <json-glib/json-glib.h>

#include "plenum-foreign.h"

G_BEGIN_DECLS

/* A row of a table or an object of a list, with flat names: "title/de". */
typedef struct
{
  GPtrArray  *names;  /* char * */
  GPtrArray  *values; /* char *, nullable; as many */
  JsonObject *object; /* nullable: where it comes from */
  guint64     line;
} PlenumForeignRow;

typedef gboolean (*PlenumForeignRowFunc)  (PlenumForeignRow  *row,
                                           gpointer           data,
                                           GError           **error);
/* @member is that of the document's object, or "" where the document is a list;
 * @element tells that the node is one of a list */
typedef gboolean (*PlenumForeignNodeFunc) (const char        *member,
                                           gboolean           element,
                                           JsonNode          *node,
                                           guint64            line,
                                           gpointer           data,
                                           GError           **error);

gboolean       plenum_foreign_read_table (PlenumInput           *input,
                                          PlenumForeignRowFunc   func,
                                          gpointer               data,
                                          GCancellable          *cancellable,
                                          GError               **error);
gboolean       plenum_foreign_read_json  (PlenumInput           *input,
                                          PlenumForeignNodeFunc  func,
                                          gpointer               data,
                                          GCancellable          *cancellable,
                                          GError               **error);

void           plenum_foreign_row_fill   (PlenumForeignRow      *row,
                                          JsonObject            *object);
const char    *plenum_foreign_row_get    (PlenumForeignRow      *row,
                                          const char            *name);
void           plenum_foreign_row_clear  (PlenumForeignRow      *row);

const char    *plenum_foreign_member     (JsonObject            *object,
                                          const char            *name);
JsonObject    *plenum_foreign_object     (JsonObject            *object,
                                          const char            *name);
JsonArray     *plenum_foreign_array      (JsonObject            *object,
                                          const char            *name);

PlenumForeign *plenum_foreign_read       (PlenumInput           *input,
                                          const char            *format,
                                          gboolean               json,
                                          GCancellable          *cancellable,
                                          GError               **error);

gboolean       plenum_foreign_read_list  (PlenumForeign         *foreign,
                                          PlenumInput           *input,
                                          gboolean               json,
                                          GCancellable          *cancellable,
                                          GError               **error);
gboolean       plenum_foreign_read_scrumlr (PlenumForeign         *foreign,
                                            PlenumInput           *input,
                                            GCancellable          *cancellable,
                                            GError               **error);
gboolean       plenum_foreign_read_trello  (PlenumForeign         *foreign,
                                            PlenumInput           *input,
                                            GCancellable          *cancellable,
                                            GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlenumForeignRow, plenum_foreign_row_clear)

G_END_DECLS
