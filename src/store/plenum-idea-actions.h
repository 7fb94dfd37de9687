/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_add_idea       (const char         *workshop,
                                            const char         *area,
                                            const char         *title,
                                            const char         *text,
                                            const char         *kind,
                                            gboolean            at_top);
PlenumAction *plenum_action_add_idea_at    (const char         *workshop,
                                            const char         *area,
                                            const char         *text,
                                            gint64              x,
                                            gint64              y);
PlenumAction *plenum_action_edit_idea      (PlenumRecord       *changed);
PlenumAction *plenum_action_move_ideas     (const char * const *ids,
                                            const char         *area,
                                            const char         *before_id);
PlenumAction *plenum_action_set_ideas_text (const char * const *ids,
                                            guint               field,
                                            const char         *value);
PlenumAction *plenum_action_delete_ideas   (const char * const *ids);

PlenumAction *plenum_action_add_tag        (const char * const *ids,
                                            const char         *name);
PlenumAction *plenum_action_remove_tag     (const char * const *ids,
                                            const char         *name);
char         *plenum_tag_id                (const char         *idea,
                                            const char         *name);
PlenumAction *plenum_action_change_tags    (const char * const *ids,
                                            const char * const *added,
                                            const char * const *removed);

PlenumAction *plenum_action_add_comment    (const char         *idea,
                                            const char         *text,
                                            const char         *author);
PlenumAction *plenum_action_delete_comment (const char         *comment);

G_END_DECLS
