/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-action.h"
#include "plenum-change.h"
#include "plenum-record.h"
#include "plenum-sealer.h"

G_BEGIN_DECLS

#define PLENUM_STORE_ERROR (plenum_store_error_quark ())
GQuark plenum_store_error_quark (void);

typedef enum
{
  PLENUM_STORE_ERROR_OPEN,      /* the file cannot be opened or is no library */
  PLENUM_STORE_ERROR_NEWER,     /* a newer program made it */
  PLENUM_STORE_ERROR_FAILED,    /* SQLite: disk full, read error, locked too long */
  PLENUM_STORE_ERROR_NOT_FOUND,
  PLENUM_STORE_ERROR_AMBIGUOUS, /* a name or short id that means several */
  PLENUM_STORE_ERROR_INVALID,   /* a value or a step that a rule forbids */
  PLENUM_STORE_ERROR_NOTHING,   /* nothing to undo or redo */
  PLENUM_STORE_ERROR_CONFLICT,  /* cannot be undone: something later changed the same */
} PlenumStoreError;

typedef void (*PlenumStoreListener) (PlenumChanges *changes,
                                     gpointer       user_data);

PlenumStore  *plenum_store_open           (const char           *path,
                                           GError              **error);
PlenumStore  *plenum_store_open_foreign   (const char           *path,
                                           GError              **error);
void          plenum_store_close          (PlenumStore          *self);
const char   *plenum_store_get_path       (PlenumStore          *self);
const char   *plenum_store_get_node       (PlenumStore          *self);
void          plenum_store_set_listener   (PlenumStore          *self,
                                           PlenumStoreListener   listener,
                                           gpointer              user_data);
void          plenum_store_set_sealer     (PlenumStore          *self,
                                           const PlenumSealer   *sealer);
gboolean      plenum_store_follow         (PlenumStore          *self,
                                           GError              **error);
void          plenum_store_put_off        (PlenumStore          *self);
void          plenum_store_rest           (PlenumStore          *self);

gboolean      plenum_store_perform        (PlenumStore          *self,
                                           PlenumAction         *action,
                                           GError              **error);
gboolean      plenum_store_undo           (PlenumStore          *self,
                                           const char           *workshop,
                                           GError              **error);
gboolean      plenum_store_redo           (PlenumStore          *self,
                                           const char           *workshop,
                                           GError              **error);

PlenumRecord *plenum_store_get            (PlenumStore          *self,
                                           PlenumRecordType      type,
                                           const char           *id,
                                           GError              **error);
GPtrArray    *plenum_store_list           (PlenumStore          *self,
                                           PlenumRecordType      type,
                                           int                   field,
                                           const char           *value,
                                           GError              **error);
gint64        plenum_store_count          (PlenumStore          *self,
                                           PlenumRecordType      type,
                                           int                   field,
                                           const char           *value);
char         *plenum_store_resolve        (PlenumStore          *self,
                                           PlenumRecordType      type,
                                           const char           *name,
                                           GError              **error);
GPtrArray    *plenum_store_search_ideas   (PlenumStore          *self,
                                           const char           *workshop,
                                           const char           *query,
                                           GError              **error);

char         *plenum_store_get_setting    (PlenumStore          *self,
                                           const char           *key);
gboolean      plenum_store_set_setting    (PlenumStore          *self,
                                           const char           *key,
                                           const char           *value,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumStore, plenum_store_close)

G_END_DECLS
