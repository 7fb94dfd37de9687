/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers. New rows get UUID version 7 (RFC 9562, 5.7): they sort by the
 * time they were made, which keeps B-trees dense and exports readable. */
#include "plenum-uuid.h"

#include <gio/gio.h>
#include <string.h>

#include "plenum-random.h"

static GMutex  last_lock;
static guint64 last_time;    /* milliseconds since 1970 */
static guint16 last_counter; /* 12 bits, so that ids of one millisecond sort by birth */

static char *
format_uuid (const guint8 bytes[16])
{
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5],
                          bytes[6], bytes[7], bytes[8], bytes[9], bytes[10], bytes[11],
                          bytes[12], bytes[13], bytes[14], bytes[15]);
}

/**
 * plenum_uuid_new:
 *
 * Makes an identifier that no other computer has made. Ids made by one process
 * sort in the order they were made. Safe to call from any thread.
 *
 * Returns: (transfer full): a UUID version 7 in lower case
 */
char *
plenum_uuid_new (void)
{
  guint64 now = g_get_real_time () / 1000;
  guint8 bytes[16];
  guint16 counter;

  plenum_random_fill (bytes, sizeof bytes);

  g_mutex_lock (&last_lock);
  if (now > last_time)
    {
      last_time = now;
      last_counter = bytes[6] & 0x07; /* leaves room to count within the millisecond */
    }
  else if (++last_counter > 0x0fff)
    {
      last_time++;
      last_counter = 0;
    }
  now = last_time;
  counter = last_counter;
  g_mutex_unlock (&last_lock);

  for (int i = 0; i < 6; i++)
    bytes[i] = now >> (40 - 8 * i);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8] & 0x3f);

  return format_uuid (bytes);
}

/**
 * plenum_uuid_new_random:
 *
 * For what must not tell when it was made.
 *
 * Returns: (transfer full): a UUID version 4 (RFC 9562, 5.4) in lower case
 */
char *
plenum_uuid_new_random (void)
{
  guint8 bytes[16];

  plenum_random_fill (bytes, sizeof bytes);
  bytes[6] = 0x40 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);

  return format_uuid (bytes);
}

/**
 * plenum_uuid_from_name:
 * @space: what kind of name it is, for example "polis"
 * @name: the name
 *
 * Makes the identifier that belongs to a name, the same on every computer, so
 * that importing the same foreign file twice finds its rows again.
 *
 * Returns: (transfer full): a UUID version 8 (RFC 9562, 5.8) from SHA-256
 */
char *
plenum_uuid_from_name (const char *space, const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize length = sizeof bytes;

  g_return_val_if_fail (space != NULL && name != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) space, strlen (space) + 1);
  g_checksum_update (checksum, (const guchar *) name, strlen (name));
  g_checksum_get_digest (checksum, bytes, &length);
  bytes[6] = 0x80 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);

  return format_uuid (bytes);
}

/**
 * plenum_uuid_is_valid:
 * @uuid: (nullable): any text
 *
 * Returns: whether @uuid is a UUID as we write them: 36 characters, lower case
 */
gboolean
plenum_uuid_is_valid (const char *uuid)
{
  if (uuid == NULL || strlen (uuid) != PLENUM_UUID_LENGTH)
    return FALSE;

  for (int i = 0; i < PLENUM_UUID_LENGTH; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? uuid[i] != '-' : !(g_ascii_isdigit (uuid[i]) || (uuid[i] >= 'a' && uuid[i] <= 'f')))
        return FALSE;
    }

  return TRUE;
}
