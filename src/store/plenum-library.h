/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_LIBRARY (plenum_library_get_type ())
G_DECLARE_FINAL_TYPE (PlenumLibrary, plenum_library, PLENUM, LIBRARY, GObject)

/* Runs on the store's thread; must not write. Returns what finish() gives, or NULL with @error. */
typedef gpointer (*PlenumQueryFunc) (PlenumStore   *store,
                                     gpointer       data,
                                     GCancellable  *cancellable,
                                     GError       **error);

PlenumLibrary *plenum_library_new            (const char           *path);
void           plenum_library_close          (PlenumLibrary        *self);
const char    *plenum_library_get_path       (PlenumLibrary        *self);

void           plenum_library_set_sealer     (PlenumLibrary        *self,
                                              const PlenumSealer   *sealer);
void           plenum_library_set_read_only  (PlenumLibrary        *self);
gboolean       plenum_library_is_read_only   (PlenumLibrary        *self);
void           plenum_library_open_async     (PlenumLibrary        *self,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       plenum_library_open_finish    (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           plenum_library_perform_async  (PlenumLibrary        *self,
                                              PlenumAction         *action,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       plenum_library_perform_finish (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           plenum_library_undo_async     (PlenumLibrary        *self,
                                              const char           *workshop,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void           plenum_library_redo_async     (PlenumLibrary        *self,
                                              const char           *workshop,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char          *plenum_library_undo_finish    (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           plenum_library_go_to_async    (PlenumLibrary        *self,
                                              const char           *workshop,
                                              gint64                entry,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       plenum_library_go_to_finish   (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           plenum_library_query_async    (PlenumLibrary        *self,
                                              PlenumQueryFunc       func,
                                              gpointer              data,
                                              GDestroyNotify        destroy_data,
                                              GDestroyNotify        destroy_result,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gpointer       plenum_library_query_finish   (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
