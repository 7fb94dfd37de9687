/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: what its parts share. */
#pragma once

#include "plenum-clock.h"
#include "plenum-database.h"
#include "plenum-insertions.h"
#include "plenum-store.h"

G_BEGIN_DECLS

struct _PlenumStore
{
  PlenumDatabase      *database;
  char                *path;
  char                *node;
  PlenumClock         *clock;
  gint64               seen; /* the last announcement read or made */
  gboolean             warm; /* what the first writing costs is paid */
  int                  log_pages; /* how long the log was after the last writing, if moving it is put off */
  PlenumStoreListener  listener;
  gpointer             listener_data;
  const PlenumSealer  *sealer; /* nullable */
};

struct _PlenumEdit
{
  PlenumStore      *store;
  char             *final_poll; /* nullable: see plenum_edit_make_final() */
  sqlite3_session  *session;    /* what records the changes */
  PlenumInsertions *insertions; /* what plenum_edit_add() inserted beside it */
};

gboolean       plenum_store_begin      (PlenumStore    *self,
                                        GError        **error);
gboolean       plenum_store_remember   (PlenumStore    *self,
                                        GError        **error);
gboolean       plenum_store_commit     (PlenumStore    *self,
                                        GError        **error);

/* What a ballot says, the same whatever the order and the blanks in it. */
#define PLENUM_CHOICES_SQL(json) \
  "(SELECT group_concat (key || '=' || value) FROM (SELECT key, value FROM json_each (" json ") ORDER BY key))"

G_END_DECLS
