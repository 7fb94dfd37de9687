/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "MMMMMMMMMMMM-CCCC-NNNNNNNN": milliseconds since 1970, counter and the last
 * eight digits of the node, all in hexadecimal, so that stamps sort as text. */
#define PLENUM_STAMP_LENGTH 26

typedef struct _PlenumClock PlenumClock;

PlenumClock *plenum_clock_new      (const char   *node);
PlenumClock *plenum_clock_copy     (PlenumClock  *self);
void         plenum_clock_free     (PlenumClock  *self);
void         plenum_clock_now      (PlenumClock  *self,
                                    char          stamp[PLENUM_STAMP_LENGTH + 1]);
void         plenum_clock_observe  (PlenumClock  *self,
                                    const char   *stamp);
gboolean     plenum_stamp_is_valid (const char   *stamp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumClock, plenum_clock_free)

G_END_DECLS
