/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: one SQLite connection, set up as we want it. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define PLENUM_DATABASE_VERSION  4
#define PLENUM_DATABASE_PATIENCE 5000 /* milliseconds, while another program writes */

typedef struct _PlenumDatabase PlenumDatabase;

PlenumDatabase *plenum_database_open      (const char      *path,
                                           gboolean         foreign,
                                           GError         **error);
void            plenum_database_close     (PlenumDatabase  *self);
sqlite3        *plenum_database_get       (PlenumDatabase  *self);
int             plenum_database_version   (PlenumDatabase  *self);
gboolean        plenum_database_migrate   (PlenumDatabase  *self,
                                           GError         **error);
gboolean        plenum_database_exec      (PlenumDatabase  *self,
                                           const char      *sql,
                                           GError         **error);
sqlite3_stmt   *plenum_database_prepare   (PlenumDatabase  *self,
                                           const char      *sql,
                                           GError         **error);
gboolean        plenum_database_run       (PlenumDatabase  *self,
                                           GError         **error,
                                           const char      *sql,
                                           const char      *types,
                                           ...);
gboolean        plenum_database_write_blob (PlenumDatabase *self,
                                           const char      *table,
                                           const char      *column,
                                           gint64           row,
                                           GBytes          *bytes,
                                           GError         **error);
gint64          plenum_database_number    (PlenumDatabase  *self,
                                           const char      *sql,
                                           const char      *types,
                                           ...);
char           *plenum_database_text      (PlenumDatabase  *self,
                                           const char      *sql,
                                           const char      *types,
                                           ...);
void            plenum_database_set_error (PlenumDatabase  *self,
                                           GError         **error);
gboolean        plenum_database_begin     (PlenumDatabase  *self,
                                           GError         **error);
gboolean        plenum_database_commit    (PlenumDatabase  *self,
                                           GError         **error);
void            plenum_database_roll_back (PlenumDatabase  *self);
gboolean        plenum_database_make_one_file (PlenumDatabase *self,
                                           GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumDatabase, plenum_database_close)

G_END_DECLS
