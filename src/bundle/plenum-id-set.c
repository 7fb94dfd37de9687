/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ids a file has, in at most 24 bytes each: of a record only a keyed
 * 59-bit hash is kept, and 5 bits for its kind. That two ids of a file of ten
 * million records meet has a chance of 1 in 10,000, and nobody who makes a file
 * can bring it about, since the key is drawn anew each time. */
#include "plenum-id-set.h"

#include <sodium.h>
#include <string.h>

#define KIND_BITS 5
#define KIND_MASK ((1u << KIND_BITS) - 1)

struct _PlenumIdSet
{
  guint8   key[crypto_shorthash_KEYBYTES];
  guint64 *slots; /* 0 is free */
  gsize    size;  /* a power of two */
  gsize    used;
};

PlenumIdSet *
plenum_id_set_new (void)
{
  PlenumIdSet *self = g_new0 (PlenumIdSet, 1);

  if (sodium_init () < 0)
    g_error ("The system gives no random numbers");
  self->size = 1024;
  self->slots = g_new0 (guint64, self->size);
  randombytes_buf (self->key, sizeof self->key);

  return self;
}

void
plenum_id_set_free (PlenumIdSet *self)
{
  g_free (self->slots);
  g_free (self);
}

static guint64 *
find_slot (PlenumIdSet *self, guint64 hash)
{
  gsize i = (hash >> KIND_BITS) & (self->size - 1);

  while (self->slots[i] != 0 && ((self->slots[i] ^ hash) & ~(guint64) KIND_MASK) != 0)
    i = (i + 1) & (self->size - 1);

  return &self->slots[i];
}

static void
grow (PlenumIdSet *self)
{
  guint64 *old = self->slots;
  gsize old_size = self->size;

  self->size *= 2;
  self->slots = g_new0 (guint64, self->size);
  for (gsize i = 0; i < old_size; i++)
    if (old[i] != 0)
      *find_slot (self, old[i]) = old[i];
  g_free (old);
}

static guint64
hash_id (PlenumIdSet *self, const char *id)
{
  guint64 hash;

  crypto_shorthash ((guint8 *) &hash, (const guint8 *) id, strlen (id), self->key);
  hash &= ~(guint64) KIND_MASK;

  return hash != 0 ? hash : 1u << KIND_BITS;
}

/**
 * plenum_id_set_add:
 * @kind: what it is the id of, 0 to 30
 *
 * Returns: %FALSE if @id was there already
 */
gboolean
plenum_id_set_add (PlenumIdSet *self, const char *id, guint kind)
{
  guint64 hash = hash_id (self, id);
  guint64 *slot = find_slot (self, hash);

  if (*slot != 0)
    return FALSE;

  *slot = hash | kind;
  if (++self->used * 2 > self->size)
    grow (self);

  return TRUE;
}

/**
 * plenum_id_set_lookup:
 *
 * Returns: the kind that @id was added with, or -1
 */
int
plenum_id_set_lookup (PlenumIdSet *self, const char *id)
{
  guint64 *slot = find_slot (self, hash_id (self, id));

  return *slot != 0 ? (int) (*slot & KIND_MASK) : -1;
}
