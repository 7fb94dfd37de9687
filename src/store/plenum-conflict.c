/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that lost in a merge, and what a person makes of them. One that is settled
 * stays as an empty one: where the same bundle comes again, nobody is asked again. */
#include "plenum-conflict.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "plenum-clock.h"
#include "plenum-request.h"
#include "plenum-store-private.h"

static void
clear (gpointer data)
{
  PlenumConflict *self = data;

  g_free (self->id);
  g_free (self->workshop);
  g_free (self->stamp);
  g_free (self->text);
  g_clear_object (&self->record);
}

PlenumConflict *
plenum_conflict_ref (PlenumConflict *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
plenum_conflict_unref (PlenumConflict *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * plenum_conflict_get_time:
 *
 * Returns: when the text that lost was written, in milliseconds since 1970, by the
 *   clock of the computer that it was written on
 */
gint64
plenum_conflict_get_time (const PlenumConflict *self)
{
  return g_ascii_strtoull (self->stamp, NULL, 16);
}

/**
 * plenum_conflict_get_present:
 *
 * Returns: (nullable): the text that is there now, %NULL where there is none
 */
const char *
plenum_conflict_get_present (const PlenumConflict *self)
{
  return self->record != NULL ? plenum_record_get_text (self->record, self->field) : NULL;
}

/**
 * plenum_conflict_is_same:
 *
 * Returns: whether both are about the same text that lost to the same one
 */
gboolean
plenum_conflict_is_same (const PlenumConflict *self, const PlenumConflict *other)
{
  return g_str_equal (self->id, other->id) && self->field == other->field && g_str_equal (self->stamp, other->stamp)
         && g_strcmp0 (plenum_conflict_get_present (self), plenum_conflict_get_present (other)) == 0;
}

/* Returns: (nullable): the conflict of a row, or %NULL where this program knows no such field,
 *   or where by now the text is there */
static PlenumConflict *
read_conflict (PlenumStore *self, sqlite3_stmt *statement)
{
  g_autoptr (PlenumConflict) conflict = g_atomic_rc_box_new0 (PlenumConflict);
  int field = -1;

  if (plenum_type_from_name ((const char *) sqlite3_column_text (statement, 0), &conflict->type))
    field = plenum_type_find_field (conflict->type, (const char *) sqlite3_column_text (statement, 2));
  if (field < 0)
    return NULL;

  conflict->id = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  conflict->field = field;
  conflict->workshop = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  conflict->stamp = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  conflict->text = g_strdup ((const char *) sqlite3_column_text (statement, 5));
  conflict->here = g_str_has_suffix (self->node, conflict->stamp + PLENUM_STAMP_LENGTH - 8);
  conflict->record = plenum_store_get (self, conflict->type, conflict->id, NULL);

  return g_strcmp0 (plenum_conflict_get_present (conflict), conflict->text) != 0 ? g_steal_pointer (&conflict) : NULL;
}

/**
 * plenum_store_list_conflicts:
 * @workshop: the id of a workshop
 *
 * Returns: (transfer full) (nullable) (element-type PlenumConflict): what nobody has
 *   settled yet, what was written last first
 */
GPtrArray *
plenum_store_list_conflicts (PlenumStore *self, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_conflict_unref);
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database,
    "SELECT type, record, field, workshop, stamp, value FROM conflict WHERE workshop = ?1 AND value <> ''"
    " ORDER BY stamp DESC, record, field", error);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, workshop, -1, SQLITE_TRANSIENT);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlenumConflict *conflict = read_conflict (self, statement);

      if (conflict != NULL)
        g_ptr_array_add (all, conflict);
    }
  if (result != SQLITE_DONE)
    plenum_database_set_error (self->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&all) : NULL;
}

typedef struct
{
  PlenumRecordType  type;
  char             *id;
  guint             field;
  char             *stamp;
  char             *text; /* nullable: what is there stays */
} Settlement;

static void
settlement_free (gpointer data)
{
  Settlement *settlement = data;

  g_free (settlement->id);
  g_free (settlement->stamp);
  g_free (settlement->text);
  g_free (settlement);
}

/* What people vote on stays what they read. */
static gboolean
may_change (PlenumEdit *edit, Settlement *settlement, GError **error)
{
  g_autoptr (PlenumRecord) option = NULL;
  g_autoptr (PlenumRecord) poll = NULL;

  if (settlement->type != PLENUM_OPTION)
    return TRUE;

  option = plenum_store_get (plenum_edit_get_store (edit), PLENUM_OPTION, settlement->id, error);
  poll = option != NULL
         ? plenum_store_get (plenum_edit_get_store (edit), PLENUM_POLL, plenum_record_get_text (option, PLENUM_OPTION_POLL), error)
         : NULL;
  if (poll == NULL)
    return FALSE;
  if (g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), "draft") == 0)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("This vote has been opened, and its options stay as people read them. Keep what is there."));
  return FALSE;
}

static gboolean
settle (PlenumEdit *edit, gpointer data, GError **error)
{
  Settlement *settlement = data;
  const char *field = plenum_type_get_info (settlement->type)->fields[settlement->field].name;

  if (settlement->text != NULL
      && (!may_change (edit, settlement, error)
          || !plenum_request_needs_text (settlement->text, _("Write a text, or keep one of the two."), error)
          || !plenum_edit_set_text (edit, settlement->type, settlement->id, settlement->field, settlement->text, error)))
    return FALSE;

  return plenum_database_run (edit->store->database, error,
                              "UPDATE conflict SET value = '' WHERE record = ?1 AND field = ?2 AND stamp = ?3",
                              "ttt", settlement->id, field, settlement->stamp);
}

/**
 * plenum_action_settle_conflict:
 * @text: (nullable): what is to be there from now on, %NULL for what is there
 *
 * Once more than one text lost in one place, each is settled by itself.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if there is a @text, but the record is deleted;
 *   %PLENUM_STORE_ERROR_INVALID if @text is empty, or for an option of a vote that is no draft
 */
PlenumAction *
plenum_action_settle_conflict (const PlenumConflict *conflict, const char *text)
{
  Settlement *settlement = g_new (Settlement, 1);

  *settlement = (Settlement) { conflict->type, g_strdup (conflict->id), conflict->field, g_strdup (conflict->stamp), g_strdup (text) };

  return plenum_action_new (plenum_label_new ("Settle a text that was written twice"), settle, settlement, settlement_free);
}
