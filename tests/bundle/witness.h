/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who looks over the shoulder of everyone who works on copies of a
 * library, and knows what each has written and what they had seen by then. It does
 * not look at stamps: that is what it is there to check. */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

#define WITNESS_COPIES 8
#define WITNESS_WORDS  32 /* of 64 writes each */

/* Which writes a copy, or a bundle of it, knows. */
typedef struct
{
  guint64 bits[WITNESS_WORDS];
} WitnessSight;

typedef struct _Witness Witness;

Witness      *witness_new     (void);
void          witness_free    (Witness            *self);
void          witness_follow  (Witness            *self,
                               guint               copy,
                               PlenumStore        *store);
WitnessSight  witness_look    (Witness            *self,
                               guint               copy);
void          witness_arrive  (Witness            *self,
                               guint               copy,
                               const WitnessSight *sight);
void          witness_settle  (Witness            *self,
                               guint               copy);
guint         witness_count   (Witness            *self);
GPtrArray    *witness_missing (Witness            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Witness, witness_free)

G_END_DECLS
