/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_PROGRESS (plenum_poll_progress_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollProgress, plenum_poll_progress, PLENUM, POLL_PROGRESS, GObject)

PlenumPollProgress *plenum_poll_progress_new          (PlenumWorkshopModel *model,
                                                       PlenumRecord        *poll);
guint               plenum_poll_progress_get_voted    (PlenumPollProgress  *self);
guint               plenum_poll_progress_get_expected (PlenumPollProgress  *self);

G_END_DECLS
