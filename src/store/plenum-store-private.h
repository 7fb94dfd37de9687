/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: what its parts share. */
#pragma once

#include "plenum-clock.h"
#include "plenum-database.h"
#include "plenum-store.h"

G_BEGIN_DECLS

struct _PlenumStore
{
  PlenumDatabase      *database;
  char                *path;
  char                *node;
  PlenumClock         *clock;
  gint64               seen; /* the last announcement read or made */
  PlenumStoreListener  listener;
  gpointer             listener_data;
  const PlenumSealer  *sealer; /* nullable */
};

struct _PlenumEdit
{
  PlenumStore *store;
  char        *final_poll; /* nullable: see plenum_edit_make_final() */
};

gboolean       plenum_store_begin      (PlenumStore    *self,
                                        GError        **error);
gboolean       plenum_store_remember   (PlenumStore    *self,
                                        GError        **error);
PlenumChanges *plenum_store_read_news  (PlenumStore    *self);
void           plenum_store_announce   (PlenumStore    *self,
                                        PlenumChanges  *changes);

G_END_DECLS
