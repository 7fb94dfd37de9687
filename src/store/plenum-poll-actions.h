/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"
#include "plenum-ballot-check.h"

G_BEGIN_DECLS

/* Of fewer secret ballots than these no result is shown. */
#define PLENUM_LEAST_SECRET_BALLOTS 3

PlenumAction *plenum_action_add_poll        (PlenumRecord      *poll,
                                             GPtrArray         *options);
PlenumAction *plenum_action_edit_poll       (PlenumRecord      *changed,
                                             GPtrArray         *options);
PlenumAction *plenum_action_open_poll       (const char        *poll);
PlenumAction *plenum_action_close_poll      (const char        *poll);
PlenumAction *plenum_action_reopen_poll     (const char        *poll);
PlenumAction *plenum_action_show_result     (const char        *poll);
PlenumAction *plenum_action_copy_poll       (const char        *poll,
                                             const char        *question);
PlenumAction *plenum_action_delete_poll     (const char        *poll);

PlenumAction *plenum_action_cast_ballot     (PlenumRecord      *ballot,
                                             PlenumBallotCheck  check);
PlenumAction *plenum_action_withdraw_ballot (const char        *ballot);
PlenumAction *plenum_action_withdraw_secret_ballot
                                            (const char        *poll,
                                             const char        *participant,
                                             const char        *receipt);

G_END_DECLS
