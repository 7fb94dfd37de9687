/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hybrid logical clock: Kulkarni, Demirbas, Madappa, Avva and Leone,
 * "Logical Physical Clocks" (2014). A stamp is never earlier than one that was
 * seen before it, even where the computer's clock is wrong. */
#include "plenum-clock.h"

#include <string.h>

/* The end of the year 9999. A stamp beyond it is none: seen once, it would use up
 * all later stamps, in this library and in every other it is merged with. */
#define LATEST_TIME "e677d21fdbff"

struct _PlenumClock
{
  guint64 time;    /* milliseconds since 1970, 48 bits */
  guint32 counter; /* 16 bits */
  char    node[9];
};

/**
 * plenum_clock_new:
 * @node: the UUID of this library
 *
 * Returns: (transfer full): a clock, to be used from one thread at a time
 */
PlenumClock *
plenum_clock_new (const char *node)
{
  PlenumClock *self;

  g_return_val_if_fail (node != NULL, NULL);

  self = g_new0 (PlenumClock, 1);
  /* A version 7 UUID begins with its time: libraries made in one minute would
   * share the first digits, so the node is taken from the random end. */
  g_strlcpy (self->node, node + MAX (strlen (node), 8) - 8, sizeof self->node);

  return self;
}

/**
 * plenum_clock_copy:
 *
 * Returns: (transfer full): a clock that has seen the same, for when what it sees next
 *   is to be forgotten
 */
PlenumClock *
plenum_clock_copy (PlenumClock *self)
{
  PlenumClock *copy = g_new (PlenumClock, 1);

  *copy = *self;

  return copy;
}

void
plenum_clock_free (PlenumClock *self)
{
  g_free (self);
}

/**
 * plenum_clock_now:
 * @stamp: (out caller-allocates): later than every stamp made or seen before
 */
void
plenum_clock_now (PlenumClock *self, char stamp[PLENUM_STAMP_LENGTH + 1])
{
  guint64 now = g_get_real_time () / 1000;

  if (now > self->time)
    {
      self->time = now;
      self->counter = 0;
    }
  else if (++self->counter > 0xffff)
    {
      self->time++;
      self->counter = 0;
    }

  g_snprintf (stamp, PLENUM_STAMP_LENGTH + 1, "%012" G_GINT64_MODIFIER "x-%04x-%s",
              self->time, self->counter, self->node);
}

/**
 * plenum_clock_observe:
 * @stamp: a valid stamp from anywhere
 *
 * Makes sure that what comes next is later than @stamp.
 */
void
plenum_clock_observe (PlenumClock *self, const char *stamp)
{
  guint64 time;
  guint32 counter;

  g_return_if_fail (plenum_stamp_is_valid (stamp));

  time = g_ascii_strtoull (stamp, NULL, 16);
  counter = g_ascii_strtoull (stamp + 13, NULL, 16);
  if (time > self->time || (time == self->time && counter > self->counter))
    {
      self->time = time;
      self->counter = counter;
    }
}

/**
 * plenum_stamp_is_valid:
 * @stamp: (nullable): any text
 *
 * Returns: whether @stamp is a stamp as plenum_clock_now() makes them
 */
gboolean
plenum_stamp_is_valid (const char *stamp)
{
  if (stamp == NULL || strlen (stamp) != PLENUM_STAMP_LENGTH)
    return FALSE;

  for (int i = 0; i < PLENUM_STAMP_LENGTH; i++)
    {
      gboolean dash = i == 12 || i == 17;

      if (dash ? stamp[i] != '-' : !(g_ascii_isdigit (stamp[i]) || (stamp[i] >= 'a' && stamp[i] <= 'f')))
        return FALSE;
    }

  return strncmp (stamp, LATEST_TIME, strlen (LATEST_TIME)) <= 0;
}
