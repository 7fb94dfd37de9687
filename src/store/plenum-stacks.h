/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: cards and the stacks they lie in. */
#pragma once

#include "plenum-edit.h"

G_BEGIN_DECLS

char       *plenum_stacks_find       (PlenumStore       *store,
                                      const char        *idea);
GPtrArray  *plenum_stacks_list_cards (PlenumStore       *store,
                                      const char        *theme,
                                      GError           **error);
gboolean    plenum_stacks_join       (PlenumEdit        *edit,
                                      const char        *theme,
                                      PlenumRecord      *idea,
                                      GError           **error);
gboolean    plenum_stacks_leave      (PlenumEdit        *edit,
                                      const char        *idea,
                                      const char        *stay_in,
                                      GError           **error);
gboolean    plenum_stacks_put_after  (PlenumEdit        *edit,
                                      const char        *stack,
                                      const char        *area,
                                      char             **ids,
                                      GError           **error);
gboolean    plenum_stacks_dissolve   (PlenumEdit        *edit,
                                      PlenumRecord      *theme,
                                      GError           **error);
gboolean    plenum_stacks_move       (PlenumEdit        *edit,
                                      PlenumRecord      *theme,
                                      PlenumRecord      *area,
                                      const char        *place,
                                      GError           **error);
gboolean    plenum_stacks_put        (PlenumEdit        *edit,
                                      char             **ids,
                                      PlenumRecord      *area,
                                      const char        *before,
                                      GError           **error);
gboolean    plenum_stacks_delete_card (PlenumEdit       *edit,
                                      PlenumRecord      *idea,
                                      GError           **error);
const char *plenum_stacks_card_name  (PlenumRecord      *idea);

G_END_DECLS
