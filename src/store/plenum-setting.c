/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library keeps for itself. */
#include "plenum-store-private.h"

/**
 * plenum_store_get_setting:
 *
 * Returns: (transfer full) (nullable): what this library keeps under @key
 */
char *
plenum_store_get_setting (PlenumStore *self, const char *key)
{
  return plenum_database_text (self->database, "SELECT value FROM setting WHERE key = ?1", "t", key);
}

/**
 * plenum_store_set_setting:
 *
 * Keeps a value that belongs to this library and never travels. Not an action:
 * for what is no part of any workshop.
 */
gboolean
plenum_store_set_setting (PlenumStore *self, const char *key, const char *value, GError **error)
{
  return plenum_database_run (self->database, error,
                              "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                              " ON CONFLICT (key) DO UPDATE SET value = excluded.value", "tt", key, value);
}
