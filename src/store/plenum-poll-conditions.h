/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the casting of ballots, whatever the method: settled while a poll is a draft. */
#pragma once

#include "plenum-action.h"
#include "plenum-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_POLL_FOUR_EYES,  /* its papers are typed twice, by two people */
  PLENUM_POLL_NAMES_ONLY, /* only people on the list vote, each with their name */
  PLENUM_N_POLL_CONDITIONS
} PlenumPollCondition;

const char   *plenum_poll_condition_get_name      (PlenumPollCondition   condition);
gboolean      plenum_store_has_condition          (PlenumStore          *self,
                                                   PlenumRecord         *poll,
                                                   PlenumPollCondition   condition);
gboolean      plenum_store_check_conditions       (PlenumStore          *self,
                                                   PlenumRecord         *poll,
                                                   GError              **error);
PlenumAction *plenum_action_set_condition         (const char           *poll,
                                                   PlenumPollCondition   condition,
                                                   gboolean              holds);

G_END_DECLS
