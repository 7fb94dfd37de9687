/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

char         *plenum_link_id             (const char         *idea,
                                          const char         *target,
                                          const char         *kind);
PlenumAction *plenum_action_link_ideas   (const char * const *ids,
                                          const char         *target,
                                          const char         *kind);
PlenumAction *plenum_action_unlink_ideas (const char * const *links);

/* For the actions of the store. */
gboolean      plenum_links_put           (PlenumEdit         *edit,
                                          const char         *idea_id,
                                          const char         *target_id,
                                          const char         *kind,
                                          GError            **error);

G_END_DECLS
