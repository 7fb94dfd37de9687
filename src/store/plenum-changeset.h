/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: what SQLite's session extension recorded. */
#pragma once

#include "plenum-change.h"
#include "plenum-clock.h"
#include "plenum-database.h"

G_BEGIN_DECLS

sqlite3_session *plenum_changeset_record     (PlenumDatabase   *database,
                                              gboolean          with_stamps,
                                              GError          **error);
GBytes          *plenum_changeset_finish     (PlenumDatabase   *database,
                                              sqlite3_session  *session,
                                              GError          **error);
GBytes          *plenum_changeset_invert     (GBytes           *changeset,
                                              GError          **error);
gboolean         plenum_changeset_apply      (PlenumDatabase   *database,
                                              GBytes           *changeset,
                                              GError          **error);
gboolean         plenum_changeset_write_down (PlenumDatabase   *database,
                                              GBytes           *changeset,
                                              const char       *stamp,
                                              GError          **error);
GHashTable      *plenum_changeset_workshops  (PlenumDatabase   *database,
                                              GBytes           *changeset);
void             plenum_changeset_announce   (PlenumDatabase   *database,
                                              GBytes           *changeset,
                                              PlenumChanges    *changes);
gboolean         plenum_changeset_touches    (GBytes           *changeset,
                                              const char       *id);
void             plenum_changeset_set_failed (GError          **error);

G_END_DECLS
