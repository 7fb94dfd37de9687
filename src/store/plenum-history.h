/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-library.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_HISTORY_DONE,
  PLENUM_HISTORY_UNDONE,    /* can be redone */
  PLENUM_HISTORY_ABANDONED, /* something else was done since */
} PlenumHistoryState;

typedef struct
{
  gint64              id;
  gint64              time;  /* milliseconds since 1970, UTC */
  char               *label; /* in the user's language */
  PlenumHistoryState  state;
} PlenumHistoryEntry;

void       plenum_history_entry_free         (PlenumHistoryEntry   *entry);
GPtrArray *plenum_store_get_history          (PlenumStore          *self,
                                              const char           *workshop,
                                              GError              **error);
GPtrArray *plenum_store_get_record_history   (PlenumStore          *self,
                                              const char           *workshop,
                                              const char           *record,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       plenum_library_get_history_async  (PlenumLibrary        *self,
                                              const char           *workshop,
                                              const char           *record,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *plenum_library_get_history_finish (PlenumLibrary        *self,
                                              GAsyncResult         *result,
                                              GError              **error);
gboolean   plenum_store_go_to                (PlenumStore          *self,
                                              const char           *workshop,
                                              gint64                action,
                                              GError              **error);
char      *plenum_store_get_undo_label       (PlenumStore          *self,
                                              const char           *workshop);
char      *plenum_store_get_redo_label       (PlenumStore          *self,
                                              const char           *workshop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumHistoryEntry, plenum_history_entry_free)

G_END_DECLS
