/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-import-ideas.h"

G_BEGIN_DECLS

gboolean plenum_import_points_put (PlenumImportIdeas  *ideas,
                                   PlenumForeign      *foreign,
                                   guint               index,
                                   GPtrArray          *ids,
                                   const char         *question,
                                   GError            **error);

G_END_DECLS
