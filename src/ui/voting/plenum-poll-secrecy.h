/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-ballots.h"
#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_SECRECY (plenum_poll_secrecy_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollSecrecy, plenum_poll_secrecy, PLENUM, POLL_SECRECY, AdwPreferencesGroup)

GtkWidget *plenum_poll_secrecy_new (void);
gboolean   plenum_poll_secrecy_get (PlenumPollSecrecy *self);
void       plenum_poll_secrecy_set (PlenumPollSecrecy *self,
                                    PlenumLibrary     *library,
                                    PlenumPollForm    *form);

G_END_DECLS
