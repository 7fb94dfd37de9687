/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: the full-text search's index of ideas. */
#pragma once

#include "plenum-database.h"

G_BEGIN_DECLS

gboolean plenum_idea_index_add    (PlenumDatabase  *database,
                                   const char      *id,
                                   const char      *title,
                                   const char      *text,
                                   GError         **error);
gboolean plenum_idea_index_remove (PlenumDatabase  *database,
                                   const char      *id,
                                   const char      *title,
                                   const char      *text,
                                   GError         **error);
gboolean plenum_idea_index_forget (PlenumDatabase  *database,
                                   const char      *id,
                                   GError         **error);
gboolean plenum_idea_index_gather (PlenumDatabase  *database,
                                   gboolean         much,
                                   GError         **error);

G_END_DECLS
