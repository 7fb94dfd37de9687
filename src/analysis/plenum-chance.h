/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that is the same in every run and on every machine. */
#pragma once

#include "plenum-hash.h"

G_BEGIN_DECLS

typedef struct { guint64 state; } PlenumChance;

/* SplitMix64 (Steele, Lea, Flood 2014). */
static inline guint64
plenum_chance_next (PlenumChance *self)
{
  guint64 value = plenum_hash_mix (self->state);

  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return value;
}

/* From 0 to just below 1. */
static inline double
plenum_chance_unit (PlenumChance *self)
{
  return (plenum_chance_next (self) >> 11) * 0x1p-53;
}

G_END_DECLS
