/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action may do to the library while its transaction is open. */
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "plenum-rows.h"
#include "plenum-store-private.h"
#include "plenum-idea-index.h"

#define LONGEST_TEXT (1024 * 1024) /* bytes; a card is not a file */

/**
 * plenum_edit_get_store:
 *
 * Returns: (transfer none): the store, to read from
 */
PlenumStore *
plenum_edit_get_store (PlenumEdit *self)
{
  return self->store;
}

/* Asked here, since with an untrusted schema a CHECK may not call it. */
static gboolean
is_json (PlenumEdit *self, const char *text)
{
  return plenum_database_number (self->store->database, "SELECT json_valid (?1)", "t", text) == 1;
}

static gboolean
check_record (PlenumEdit *self, PlenumRecord *record, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text = plenum_record_get_text (record, i);

      if (info->fields[i].required && plenum_record_is_null (record, i))
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       /* Translators: technical names, such as "idea" and "text" */
                       _("%s: “%s” must have a value"), info->name, info->fields[i].name);
          return FALSE;
        }

      if (text != NULL && strlen (text) > LONGEST_TEXT && info->fields[i].kind != PLENUM_FIELD_JSON)
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       /* Translators: technical names, such as "idea" and "text" */
                       _("%s: “%s” is too long. One mebibyte of text is the most."), info->name, info->fields[i].name);
          return FALSE;
        }

      if (text != NULL && !g_utf8_validate (text, -1, NULL))
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       /* Translators: technical names, such as "idea" and "text" */
                       _("%s: “%s” is no valid UTF-8 text"), info->name, info->fields[i].name);
          return FALSE;
        }

      if (text != NULL && info->fields[i].kind == PLENUM_FIELD_JSON && !is_json (self, text))
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       /* Translators: technical names, such as "poll" and "settings" */
                       _("%s: “%s” is no valid JSON"), info->name, info->fields[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * plenum_edit_insert:
 * @record: a new row
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID if a needed field is null, a text too long
 * or the id taken
 */
gboolean
plenum_edit_insert (PlenumEdit *self, PlenumRecord *record, GError **error)
{
  return check_record (self, record, error) && plenum_rows_insert (self->store->database, record, error);
}

/**
 * plenum_edit_update:
 * @record: a row as it shall be
 *
 * Writes those of its fields that are different in the library.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID
 */
gboolean
plenum_edit_update (PlenumEdit *self, PlenumRecord *record, GError **error)
{
  g_autoptr (PlenumRecord) before = plenum_rows_get (self->store->database, plenum_record_get_record_type (record),
                                                     plenum_record_get_id (record), error);

  return before != NULL && check_record (self, record, error)
         && plenum_rows_update (self->store->database, before, record, error);
}

/**
 * plenum_edit_set_text:
 * @text: (nullable): the new value
 */
gboolean
plenum_edit_set_text (PlenumEdit *self, PlenumRecordType type, const char *id, guint field, const char *text, GError **error)
{
  g_autoptr (PlenumRecord) record = plenum_rows_get (self->store->database, type, id, error);

  if (record == NULL)
    return FALSE;

  plenum_record_set_text (record, field, text);
  return plenum_edit_update (self, record, error);
}

gboolean
plenum_edit_set_integer (PlenumEdit *self, PlenumRecordType type, const char *id, guint field, gint64 value, GError **error)
{
  g_autoptr (PlenumRecord) record = plenum_rows_get (self->store->database, type, id, error);

  if (record == NULL)
    return FALSE;

  plenum_record_set_integer (record, field, value);
  return plenum_edit_update (self, record, error);
}

/**
 * plenum_edit_set_pair:
 * @first: a field that holds a number
 * @second: another, for example how far down if @first is how far to the right
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND
 */
gboolean
plenum_edit_set_pair (PlenumEdit *self, PlenumRecordType type, const char *id, guint first, gint64 one,
                      guint second, gint64 other, GError **error)
{
  return plenum_rows_set_pair (self->store->database, type, id, first, one, second, other, error);
}

/**
 * plenum_edit_delete:
 *
 * Deletes one row. What refers to it must be gone or changed by the end of the
 * action, or the action fails.
 */
gboolean
plenum_edit_delete (PlenumEdit *self, PlenumRecordType type, const char *id, GError **error)
{
  return plenum_rows_delete (self->store->database, type, id, error);
}

/**
 * plenum_edit_delete_where:
 *
 * Deletes every row whose @field is @value, also if there is none.
 */
gboolean
plenum_edit_delete_where (PlenumEdit *self, PlenumRecordType type, guint field, const char *value, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", info->name, info->fields[field].name);

  return plenum_database_run (self->store->database, error, sql, "t", value);
}

/**
 * plenum_edit_make_final:
 * @poll: the poll it is about
 *
 * Keeps no changeset of this action: the history says that it was done, and it
 * cannot be undone. Others are told that the poll changed.
 */
void
plenum_edit_make_final (PlenumEdit *self, const char *poll)
{
  g_free (self->final_poll);
  self->final_poll = g_strdup (poll);
}

/**
 * plenum_edit_put_stamps:
 *
 * For imports: when the fields of a row got their values.
 */
gboolean
plenum_edit_put_stamps (PlenumEdit *self, const char *id, PlenumStamps *stamps, GError **error)
{
  return plenum_rows_put_stamps (self->store->database, id, stamps, error);
}

/* Puts the row's stamps where none are; says whether it did. */
static gboolean
insert_stamps (PlenumEdit *self, const char *id, PlenumStamps *stamps, gboolean *inserted, GError **error)
{
  g_autofree char *fields = plenum_stamps_to_text (stamps);

  if (!plenum_database_run (self->store->database, error,
                            "INSERT OR IGNORE INTO stamp (record, base, fields) VALUES (?1, ?2, ?3)",
                            "ttt", id, plenum_stamps_get_base (stamps), fields))
    return FALSE;

  *inserted = sqlite3_changes (plenum_database_get (self->store->database)) > 0;
  if (*inserted)
    plenum_insertions_add_stamps (self->insertions, id, plenum_stamps_get_base (stamps), fields);

  return TRUE;
}

static gboolean
add_row (PlenumEdit *self, PlenumRecord *record, PlenumStamps *stamps, gboolean *added, gboolean *stamped, GError **error)
{
  PlenumDatabase *database = self->store->database;

  if (!plenum_rows_try_insert (database, record, added, error))
    return FALSE;
  if (!*added)
    return TRUE;

  plenum_insertions_add_record (self->insertions, record);
  if (plenum_record_get_record_type (record) == PLENUM_IDEA
      && !plenum_idea_index_add (database, plenum_record_get_id (record), plenum_record_get_text (record, PLENUM_IDEA_TITLE),
                            plenum_record_get_text (record, PLENUM_IDEA_TEXT), error))
    return FALSE;

  return stamps == NULL || insert_stamps (self, plenum_record_get_id (record), stamps, stamped, error);
}

/**
 * plenum_edit_add:
 * @record: a row that is probably new
 * @stamps: (nullable): when its fields got their values
 * @added: (out): whether it was new; if not, nothing was done
 *
 * For imports of very many: a row and what goes with it, without asking first
 * whether it is there.
 *
 * Errors: as plenum_edit_insert()
 */
gboolean
plenum_edit_add (PlenumEdit *self, PlenumRecord *record, PlenumStamps *stamps, gboolean *added, GError **error)
{
  gboolean stamped = stamps == NULL;
  gboolean done;

  *added = FALSE;
  if (!check_record (self, record, error) || !plenum_insertions_have_room (self->insertions, error))
    return FALSE;

  sqlite3session_enable (self->session, FALSE);
  done = add_row (self, record, stamps, added, &stamped, error);
  sqlite3session_enable (self->session, TRUE);

  return done && (!*added || stamped || plenum_edit_put_stamps (self, plenum_record_get_id (record), stamps, error));
}

/**
 * plenum_edit_bury:
 *
 * For imports: puts up a tombstone in place of a row's stamps. The row itself is
 * deleted with plenum_edit_delete().
 */
gboolean
plenum_edit_bury (PlenumEdit *self, PlenumRecordType type, const char *id, const char *workshop, const char *stamp, GError **error)
{
  return plenum_database_run (self->store->database, error, "DELETE FROM stamp WHERE record = ?1", "t", id)
         && plenum_database_run (self->store->database, error,
                                 "INSERT INTO tombstone (id, type, workshop, stamp) VALUES (?1, ?2, ?3, ?4)"
                                 " ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp",
                                 "tttt", id, plenum_type_get_info (type)->name, workshop, stamp);
}

/**
 * plenum_edit_unbury:
 *
 * For imports: takes away the tombstone of a row that comes back.
 */
gboolean
plenum_edit_unbury (PlenumEdit *self, const char *id, GError **error)
{
  return plenum_database_run (self->store->database, error, "DELETE FROM tombstone WHERE id = ?1", "t", id);
}

/**
 * plenum_edit_keep_losing:
 * @record: the row
 * @value: a text that a person wrote and a merge did not take
 * @stamp: when it was written
 *
 * For imports: keeps it to be looked at.
 */
gboolean
plenum_edit_keep_losing (PlenumEdit *self, PlenumRecord *record, guint field, const char *value, const char *stamp, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  const char *workshop = type == PLENUM_WORKSHOP ? plenum_record_get_id (record) : plenum_record_get_text (record, 0);

  return plenum_database_run (self->store->database, error,
                              "INSERT OR IGNORE INTO conflict (record, field, stamp, type, workshop, value)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                              "tttttt", plenum_record_get_id (record), info->fields[field].name, stamp,
                              info->name, workshop, value);
}

/**
 * plenum_edit_put_other:
 * @workshop: (nullable): the workshop it names
 * @json: the whole record of a type that this program does not know, canonical
 */
gboolean
plenum_edit_put_other (PlenumEdit *self, const char *id, const char *type, const char *workshop, const char *json, GError **error)
{
  return plenum_database_run (self->store->database, error,
                              "INSERT INTO other (id, type, workshop, record) VALUES (?1, ?2, ?3, ?4)"
                              " ON CONFLICT (id) DO UPDATE SET type = excluded.type, workshop = excluded.workshop,"
                              " record = excluded.record WHERE record <> excluded.record",
                              "tttt", id, type, workshop, json);
}

/**
 * plenum_edit_observe:
 * @stamp: a stamp that came from elsewhere: what is changed here from now on is later
 */
void
plenum_edit_observe (PlenumEdit *self, const char *stamp)
{
  plenum_clock_observe (self->store->clock, stamp);
}

void
plenum_edit_now (PlenumEdit *self, char stamp[27])
{
  plenum_clock_now (self->store->clock, stamp);
}
