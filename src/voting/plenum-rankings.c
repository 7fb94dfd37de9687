/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranked ballots, equal ones kept once. A million full rankings of 50 options fit
 * into 150 MB, and are added at about the speed at which they are read. */
#include "plenum-rankings.h"

#include <string.h>

/* Each twice as large as the one before: most polls are a room's. */
#define FIRST_CHUNK 4096
#define LARGEST_CHUNK (1024 * 1024)
#define FIRST_SLOTS 1024 /* a power of two */

typedef struct
{
  gint64 numerator, denominator;
} Weight;

struct _PlenumRankings
{
  GPtrArray  *groups;  /* PlenumRanking, inside the chunks, as they first came */
  GPtrArray  *chunks;
  gsize       chunk_size;
  gsize       chunk_left;
  guint32    *slots;   /* open addressing: number of the group + 1, or 0 */
  gsize       n_slots;
  GArray     *pairs;   /* Weight, as added: few, so they are searched one by one from the last */
  GPtrArray  *weights; /* PlenumRational of the same */
  GHashTable *known;   /* a Weight as text → its number + 1 */
  guint       last_weight;
};

PlenumRankings *
plenum_rankings_new (void)
{
  PlenumRankings *self = g_new0 (PlenumRankings, 1);

  self->groups = g_ptr_array_new ();
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->chunk_size = FIRST_CHUNK;
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Weight));
  self->weights = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
plenum_rankings_free (PlenumRankings *self)
{
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->chunks);
  g_free (self->slots);
  g_array_unref (self->pairs);
  g_ptr_array_unref (self->weights);
  g_hash_table_unref (self->known);
  g_free (self);
}

/**
 * plenum_rankings_add_weight:
 *
 * Returns: the number of the weight, for plenum_rankings_add()
 */
guint
plenum_rankings_add_weight (PlenumRankings *self, gint64 numerator, gint64 denominator)
{
  Weight weight = { numerator, denominator };
  const Weight *last = self->pairs->len > 0 ? &g_array_index (self->pairs, Weight, self->last_weight) : NULL;
  g_autofree char *key = NULL;
  guint number;

  if (last != NULL && last->numerator == numerator && last->denominator == denominator)
    return self->last_weight;

  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key));
  if (number == 0)
    {
      g_array_append_val (self->pairs, weight);
      g_ptr_array_add (self->weights, plenum_rational_new (numerator, denominator));
      number = self->pairs->len;
      g_hash_table_insert (self->known, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }

  self->last_weight = number - 1;
  return self->last_weight;
}

/* Four entries at a time, each step a multiplication that mixes all bits upwards. */
static gsize
hash_ranking (guint channel, guint weight, const guint16 *entries, guint length)
{
  guint64 hash = 0x9e3779b97f4a7c15u ^ (channel + ((guint64) weight << 8)) ^ ((guint64) length << 40);
  guint i;

  for (i = 0; i + 4 <= length; i += 4)
    {
      guint64 four;

      memcpy (&four, entries + i, sizeof four);
      hash = (hash ^ four) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  for (; i < length; i++)
    hash = (hash ^ entries[i]) * 0xc4ceb9fe1a85ec53u;

  return hash ^ (hash >> 29);
}

static void
insert (PlenumRankings *self, guint32 number)
{
  const PlenumRanking *group = g_ptr_array_index (self->groups, number);
  gsize slot = hash_ranking (group->channel, group->weight, group->entries, group->length) & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  self->slots[slot] = number + 1;
}

static void
grow (PlenumRankings *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->groups->len; i++)
    insert (self, i);
}

static gpointer
allocate (PlenumRankings *self, gsize size)
{
  size = (size + 7) & ~(gsize) 7;
  if (self->chunk_left < size)
    {
      self->chunk_left = MAX (self->chunk_size, size);
      self->chunk_size = MIN (2 * self->chunk_size, LARGEST_CHUNK);
      g_ptr_array_add (self->chunks, g_malloc (self->chunk_left));
    }

  self->chunk_left -= size;
  return (char *) g_ptr_array_index (self->chunks, self->chunks->len - 1) + self->chunk_left;
}

/**
 * plenum_rankings_add:
 * @channel: a #PlenumChannel
 * @weight: from plenum_rankings_add_weight()
 * @entries: (array length=length): best first, no option twice
 * @copies: how many ballots say the same
 */
void
plenum_rankings_add (PlenumRankings *self, guint channel, guint weight, const guint16 *entries, guint length, gint64 copies)
{
  gsize slot = hash_ranking (channel, weight, entries, length) & (self->n_slots - 1);
  gsize size = sizeof (PlenumRanking) + length * sizeof (guint16);
  PlenumRanking *group;

  for (; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      group = g_ptr_array_index (self->groups, self->slots[slot] - 1);
      if (group->length == length && group->weight == weight && group->channel == channel
          && (length == 0 || memcmp (group->entries, entries, length * sizeof (guint16)) == 0))
        {
          group->copies += copies;
          return;
        }
    }

  group = allocate (self, size);
  *group = (PlenumRanking) { .copies = copies, .weight = weight, .length = length, .channel = channel };
  if (length > 0)
    memcpy (group->entries, entries, length * sizeof (guint16));
  g_ptr_array_add (self->groups, group);
  self->slots[slot] = self->groups->len;
  if (self->groups->len > self->n_slots / 2)
    grow (self);
}

guint
plenum_rankings_get_n (const PlenumRankings *self)
{
  return self->groups->len;
}

const PlenumRanking *
plenum_rankings_get (const PlenumRankings *self, guint index)
{
  return g_ptr_array_index (self->groups, index);
}

guint
plenum_rankings_get_n_weights (const PlenumRankings *self)
{
  return self->weights->len;
}

/**
 * plenum_rankings_get_weight:
 *
 * Returns: (transfer none): what one ballot with that weight counts
 */
const PlenumRational *
plenum_rankings_get_weight (const PlenumRankings *self, guint weight)
{
  return g_ptr_array_index (self->weights, weight);
}

/**
 * plenum_ranking_next_rank:
 * @entry: on a ranked ballot
 * @place: which one it is, from 0
 * @rank: of the one before, or 0
 *
 * After two at rank 1 both 2 and 3 are the next, so only what is neither is a gap.
 *
 * Returns: the rank of @entry as a number, from which the same ballot is read again
 */
gint64
plenum_ranking_next_rank (guint16 entry, guint place, gint64 rank)
{
  if ((entry & PLENUM_RANK_TIED) != 0)
    return rank;
  if ((entry & PLENUM_RANK_GAP) == 0)
    return rank + 1;

  return rank + 2 != (gint64) place + 1 ? rank + 2 : rank + 3;
}
