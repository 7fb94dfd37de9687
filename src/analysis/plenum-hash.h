/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same numbers on every machine, in every run: nothing here depends on
 * addresses, on the C library or on the order of threads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The finalizer of SplitMix64 (Steele, Lea, Flood 2014): each bit of @x changes
 * half of the bits of the answer. */
static inline guint64
plenum_hash_mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return x ^ (x >> 31);
}

static inline guint64
plenum_hash_join (guint64 hash, guint64 x)
{
  return plenum_hash_mix (hash ^ x);
}

G_END_DECLS
