/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries and files that the tests of bundles make for themselves. */
#pragma once

#include "plenum-import.h"

G_BEGIN_DECLS

void          fixture_isolate  (void);
char         *fixture_path     (const char      *name);
char         *fixture_write    (const char      *name,
                                const void      *bytes,
                                gssize           length);
char         *fixture_read     (const char      *path,
                                gsize           *length);
PlenumStore  *fixture_open     (const char      *name);
PlenumStore  *fixture_new      (void);
char         *fixture_export   (PlenumStore     *store,
                                PlenumPrivacy    privacy,
                                char           **digest);
PlenumImport *fixture_import   (PlenumStore     *store,
                                const char      *path);
void          fixture_refuse   (PlenumStore     *store,
                                const char      *path,
                                GQuark           domain,
                                int              code,
                                const char      *message);
void          fixture_populate (PlenumStore     *store,
                                GRand           *rand,
                                guint            n_records);
void          fixture_change   (PlenumStore     *store,
                                GRand           *rand,
                                gboolean         deletions);
guint         fixture_send     (PlenumStore     *from,
                                PlenumStore     *to);
void          fixture_insert   (PlenumStore     *store,
                                GPtrArray       *records);
PlenumAction *fixture_action_text (PlenumRecordType  type,
                                   const char       *id,
                                   guint             field,
                                   const char       *text);
void          fixture_set_text (PlenumStore      *store,
                                PlenumRecordType  type,
                                const char       *id,
                                guint             field,
                                const char       *text);
PlenumImport *fixture_import_files       (PlenumStore         *store,
                                          const char * const  *paths);
void          fixture_assert_nothing_new (PlenumStore         *store,
                                          const char * const  *paths);
char         *fixture_find_data          (const char          *name);
void          fixture_clean_up (void);

G_END_DECLS
