/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changeset of rows that are new, written down while they are inserted. SQLite's
 * session keeps the key of every row instead and reads all rows again in the end,
 * which for a bundle of a hundred thousand cards takes as long as reading the bundle.
 * The form is that of sqlite3session.c: for each table a head, then its rows. */
#include "plenum-insertions.h"

#include <sqlite3.h>
#include <string.h>

#include "plenum-changeset.h"
#include "plenum-store.h"

#define TABLES      (PLENUM_N_TYPES + 1)
#define STAMP_TABLE PLENUM_N_TYPES
#define MOST_BYTES  1000000000 /* that SQLite stores in one place */

struct _PlenumInsertions
{
  GByteArray *tables[TABLES]; /* nullable */
  GHashTable *workshops;
  char       *last_workshop;
};

PlenumInsertions *
plenum_insertions_new (void)
{
  PlenumInsertions *self = g_new0 (PlenumInsertions, 1);

  self->workshops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
plenum_insertions_free (PlenumInsertions *self)
{
  for (guint i = 0; i < TABLES; i++)
    g_clear_pointer (&self->tables[i], g_byte_array_unref);
  g_hash_table_unref (self->workshops);
  g_free (self->last_workshop);
  g_free (self);
}

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

/* SQLite's variable-length integer: seven bits a byte, the highest first. Lengths
 * are shorter than 2^56, for which the ninth byte would be different. */
static void
append_length (GByteArray *bytes, guint64 length)
{
  guint8 digits[9];
  guint n = sizeof digits;

  digits[--n] = length & 0x7f;
  while ((length >>= 7) != 0)
    digits[--n] = (length & 0x7f) | 0x80;
  g_byte_array_append (bytes, digits + n, sizeof digits - n);
}

static void
append_text (GByteArray *bytes, const char *text)
{
  gsize length;

  if (text == NULL)
    {
      append_byte (bytes, SQLITE_NULL);
      return;
    }

  length = strlen (text);
  append_byte (bytes, SQLITE_TEXT);
  append_length (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, length);
}

static void
append_integer (GByteArray *bytes, gint64 integer)
{
  gint64 big = GINT64_TO_BE (integer);

  append_byte (bytes, SQLITE_INTEGER);
  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

/* The place for one more row of that table, whose key is its first column. */
static GByteArray *
begin_row (PlenumInsertions *self, guint table, const char *name, guint n_columns)
{
  GByteArray *bytes = self->tables[table];

  if (bytes == NULL)
    {
      bytes = self->tables[table] = g_byte_array_new ();
      append_byte (bytes, 'T');
      append_length (bytes, n_columns);
      for (guint i = 0; i < n_columns; i++)
        append_byte (bytes, i == 0);
      g_byte_array_append (bytes, (const guint8 *) name, strlen (name) + 1);
    }
  append_byte (bytes, SQLITE_INSERT);
  append_byte (bytes, 0); /* not by a trigger */

  return bytes;
}

static void
remember_workshop (PlenumInsertions *self, const char *workshop)
{
  if (workshop == NULL || g_strcmp0 (workshop, self->last_workshop) == 0)
    return;

  g_free (self->last_workshop);
  self->last_workshop = g_strdup (workshop);
  g_hash_table_add (self->workshops, g_strdup (workshop));
}

/**
 * plenum_insertions_add_record:
 * @record: a row that was inserted
 */
void
plenum_insertions_add_record (PlenumInsertions *self, PlenumRecord *record)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  GByteArray *bytes = begin_row (self, type, info->name, info->n_fields + 1);

  append_text (bytes, plenum_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      PlenumFieldKind kind = info->fields[i].kind;

      if (!plenum_record_is_null (record, i)
          && (kind == PLENUM_FIELD_INTEGER || kind == PLENUM_FIELD_BOOLEAN || kind == PLENUM_FIELD_TIME))
        append_integer (bytes, plenum_record_get_integer (record, i));
      else
        append_text (bytes, plenum_record_get_text (record, i));
    }
  remember_workshop (self, type == PLENUM_WORKSHOP ? plenum_record_get_id (record) : plenum_record_get_text (record, 0));
}

/**
 * plenum_insertions_add_stamps:
 * @id: of a row whose stamps were inserted
 */
void
plenum_insertions_add_stamps (PlenumInsertions *self, const char *id, const char *base, const char *fields)
{
  GByteArray *bytes = begin_row (self, STAMP_TABLE, "stamp", 3);

  append_text (bytes, id);
  append_text (bytes, base);
  append_text (bytes, fields);
}

/* All tables one after the other; lets go of them on the way. */
static GBytes *
join (PlenumInsertions *self)
{
  g_autoptr (GByteArray) all = NULL;

  for (guint i = 0; i < TABLES; i++)
    {
      g_autoptr (GByteArray) bytes = g_steal_pointer (&self->tables[i]);

      if (bytes == NULL)
        continue;
      if (all == NULL)
        all = g_steal_pointer (&bytes);
      else
        g_byte_array_append (all, bytes->data, bytes->len);
    }

  return all != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : g_bytes_new (NULL, 0);
}

/**
 * plenum_insertions_have_room:
 *
 * Returns: whether more can be written down; %FALSE with %PLENUM_STORE_ERROR_FAILED
 *   where it could not be stored in the end
 */
gboolean
plenum_insertions_have_room (PlenumInsertions *self, GError **error)
{
  gsize size = 0;

  for (guint i = 0; i < TABLES; i++)
    size += self->tables[i] != NULL ? self->tables[i]->len : 0;
  if (size < MOST_BYTES)
    return TRUE;

  plenum_changeset_set_failed (error);
  return FALSE;
}

/**
 * plenum_insertions_finish:
 * @workshops: (element-type utf8): those that the rows belong to are added
 * @rest: what happened besides, and maybe to the same rows afterwards
 * @error: return location for %PLENUM_STORE_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the changeset of both
 */
GBytes *
plenum_insertions_finish (PlenumInsertions *self, GHashTable *workshops, GBytes *rest, GError **error)
{
  g_autoptr (GBytes) ours = join (self);
  GHashTableIter iter;
  gpointer workshop;
  void *data = NULL;
  int size = 0;

  g_hash_table_iter_init (&iter, self->workshops);
  while (g_hash_table_iter_next (&iter, &workshop, NULL))
    g_hash_table_add (workshops, g_strdup (workshop));

  if (g_bytes_get_size (rest) == 0)
    return g_steal_pointer (&ours);
  if (g_bytes_get_size (ours) == 0)
    return g_bytes_ref (rest);

  if (sqlite3changeset_concat (g_bytes_get_size (ours), (void *) g_bytes_get_data (ours, NULL),
                               g_bytes_get_size (rest), (void *) g_bytes_get_data (rest, NULL), &size, &data) != SQLITE_OK)
    {
      plenum_changeset_set_failed (error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}
