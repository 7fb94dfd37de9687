/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two lists of a secret poll: who has voted, and the ballots.
 *
 * Whoever has the library file and everything that Plenum ever wrote beside it,
 * also what it looked like between two ballots (the write-ahead log, a copy made
 * before an import, free pages), must not be able to join them. No order of rows
 * and no shuffling helps against two states of which one has one more name and
 * one more ballot. So until the poll is counted a ballot is kept sealed:
 *
 * - Each poll has a key of its own, in a file beside the library and nowhere in it,
 *   so that no copy, log or bundle holds it. It is made when the poll is opened and
 *   overwritten and deleted when the ballots have been taken out.
 * - A sealed ballot is different each time and as long as any other of its poll.
 *   It stands beside the name in one transaction, so that both are on the disk or
 *   neither, and nobody who looks at it later can tell which ballot it became.
 * - When the result is first shown all ballots are taken out at once: with new
 *   random ids, in their order, without time, channel or weight, their choices
 *   written alike, in one transaction. That is the first time they can be read on
 *   the disk, and from then on the poll stays closed: opened again, the next state
 *   would show whose ballot was added.
 * - No changeset is kept of any of this, so the history says that somebody voted
 *   and cannot undo it. Ballots and names leave with no bundle before the count;
 *   after it the ballots do, the list of names never.
 * - With fewer than three ballots the urn stays closed.
 *
 * What remains: who has the disk itself while the poll is open has the key and both
 * lists, and a file that was deleted can sometimes be brought back by examining the
 * medium. The manual says so. */
#include "plenum-urn.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-receipt.h"
#include "plenum-store-private.h"
#include "plenum-uuid.h"

/* Beyond option ids: the receipt, and for each option quotes, colon, comma and the
 * longest whole number. */
#define ROOM 64
#define ROOM_OF_OPTION 26

static char *
get_folder (PlenumStore *store)
{
  return g_strconcat (store->path, "-urns", NULL);
}

static char *
get_key_path (PlenumStore *store, const char *poll)
{
  g_autofree char *folder = get_folder (store);
  g_autofree char *name = g_strconcat (poll, ".key", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
has_sealer (PlenumStore *store, GError **error)
{
  if (store->sealer != NULL)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                       _("This program cannot keep secret ballots"));
  return FALSE;
}

/**
 * plenum_urn_prepare:
 *
 * Makes the poll's key, unless it has one.
 *
 * Errors: %PLENUM_STORE_ERROR_FAILED without a sealer; those of the sealer
 */
gboolean
plenum_urn_prepare (PlenumStore *store, const char *poll, GError **error)
{
  g_autofree char *path = get_key_path (store, poll);
  g_autoptr (GBytes) key = NULL;

  if (!has_sealer (store, error))
    return FALSE;

  key = store->sealer->load_key (path, TRUE, error);
  return key != NULL;
}

static GBytes *
load_key (PlenumStore *store, const char *poll, GError **error)
{
  g_autofree char *path = get_key_path (store, poll);
  g_autoptr (GError) reason = NULL;
  GBytes *key;

  if (!has_sealer (store, error))
    return NULL;

  key = store->sealer->load_key (path, FALSE, &reason);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (key == NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   /* Translators: a file */
                   _("%s: the key of this secret poll is missing. Put the file back; without it the ballots cannot be read."), shown);
    }

  return key;
}

/**
 * plenum_urn_count:
 *
 * Returns: how many ballots are in the urn; none once they were taken out
 */
gint64
plenum_urn_count (PlenumStore *store, const char *poll)
{
  return plenum_database_number (store->database, "SELECT count (*) FROM sealed_ballot WHERE poll = ?1", "t", poll);
}

/**
 * plenum_urn_count_named:
 *
 * Returns: how many participants are known to have voted
 */
gint64
plenum_urn_count_named (PlenumStore *store, const char *poll)
{
  return plenum_database_number (store->database, "SELECT count (*) FROM turnout WHERE poll = ?1", "t", poll);
}

gboolean
plenum_urn_has_voted (PlenumStore *store, const char *poll, const char *participant)
{
  return plenum_database_number (store->database, "SELECT count (*) FROM turnout WHERE poll = ?1 AND participant = ?2",
                                 "tt", poll, participant) > 0;
}

/* Receipt and choices, each ended by a NUL, then NULs up to the same length for
 * every ballot of the poll. */
static GBytes *
pack (const char *receipt, const char *choices, GPtrArray *options)
{
  gsize length = strlen (receipt) + strlen (choices) + 2;
  gsize room = ROOM;
  guint8 *bytes;

  for (guint i = 0; i < options->len; i++)
    room += strlen (plenum_record_get_id (options->pdata[i])) + ROOM_OF_OPTION;
  room = MAX (room, length);

  bytes = g_malloc0 (room);
  memcpy (bytes, receipt, strlen (receipt));
  memcpy (bytes + strlen (receipt) + 1, choices, strlen (choices));

  return g_bytes_new_take (bytes, room);
}

/* As pack() made it: unsealing would have failed otherwise. */
static const char *
get_receipt (GBytes *content)
{
  return g_bytes_get_data (content, NULL);
}

static const char *
get_choices (GBytes *content)
{
  const char *receipt = get_receipt (content);

  return receipt + strlen (receipt) + 1;
}

/**
 * plenum_urn_put:
 * @ballot: with workshop, poll and choices, and whose participant is not among
 *   those who have voted
 * @options: (element-type PlenumRecord): what can be chosen
 *
 * Adds the ballot to one list and its participant, if any, to the other.
 *
 * Returns: (transfer full) (nullable): the receipt
 */
char *
plenum_urn_put (PlenumStore *store, PlenumRecord *ballot, GPtrArray *options, GError **error)
{
  const char *poll = plenum_record_get_text (ballot, PLENUM_BALLOT_POLL);
  const char *workshop = plenum_record_get_text (ballot, PLENUM_BALLOT_WORKSHOP);
  const char *participant = plenum_record_get_text (ballot, PLENUM_BALLOT_PARTICIPANT);
  g_autoptr (GBytes) key = load_key (store, poll, error);
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *receipt = plenum_receipt_new ();
  g_autofree char *id = plenum_uuid_new_random ();
  g_autofree char *choices = NULL;

  if (key == NULL)
    return NULL;

  /* The order of the members would tell a screen from a sheet of paper. */
  choices = plenum_database_text (store->database,
                                  "SELECT json_group_object (key, value) FROM"
                                  " (SELECT key, value FROM json_each (?1) ORDER BY key)", "t",
                                  plenum_record_get_text (ballot, PLENUM_BALLOT_CHOICES));
  content = pack (receipt, choices, options);
  sealed = store->sealer->seal (key, content);

  if (!plenum_database_run (store->database, error,
                            "INSERT INTO sealed_ballot (poll, id, workshop, content) VALUES (?1, ?2, ?3, ?4)",
                            "tttb", poll, id, workshop, sealed)
      || (participant != NULL
          && !plenum_database_run (store->database, error,
                                   "INSERT INTO turnout (poll, participant, workshop) VALUES (?1, ?2, ?3)",
                                   "ttt", poll, participant, workshop)))
    return NULL;

  return g_steal_pointer (&receipt);
}

/* Called for each ballot in the urn, until it returns FALSE. */
typedef gboolean (*UnsealFunc) (const char *id, const char *workshop, GBytes *content, gpointer data);

static gboolean
unseal_each (PlenumStore *store, const char *poll, UnsealFunc func, gpointer data, GError **error)
{
  g_autoptr (GBytes) key = load_key (store, poll, error);
  sqlite3_stmt *statement = key == NULL ? NULL : plenum_database_prepare (
    store->database, "SELECT id, workshop, content FROM sealed_ballot WHERE poll = ?1", error);
  gboolean good = TRUE;
  gboolean going = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, poll, -1, SQLITE_STATIC);
  while (good && going && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) sealed = g_bytes_new (sqlite3_column_blob (statement, 2), sqlite3_column_bytes (statement, 2));
      g_autoptr (GBytes) content = store->sealer->unseal (key, sealed, error);

      good = content != NULL;
      if (good)
        going = func ((const char *) sqlite3_column_text (statement, 0), (const char *) sqlite3_column_text (statement, 1),
                      content, data);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return good;
}

typedef struct
{
  const char *receipt;
  char       *id; /* of the ballot that has it */
} Search;

static gboolean
find_receipt (const char *id, const char *workshop, GBytes *content, gpointer data)
{
  Search *search = data;

  if (strcmp (get_receipt (content), search->receipt) == 0)
    search->id = g_strdup (id);

  return search->id == NULL;
}

/**
 * plenum_urn_take:
 * @participant: (nullable): who takes it back; nobody known if the ballot was cast so
 * @receipt: what was given for it
 *
 * Takes a ballot out of one list and the participant out of the other.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if no ballot has that receipt
 */
gboolean
plenum_urn_take (PlenumStore *store, const char *poll, const char *participant, const char *receipt, GError **error)
{
  g_autofree char *code = plenum_receipt_read (receipt);
  g_autofree char *id = NULL;
  Search search = { code };

  if (code != NULL && !unseal_each (store, poll, find_receipt, &search, error))
    return FALSE;

  id = search.id;
  if (id == NULL)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                   _("No ballot of this poll has the receipt “%s”. A receipt looks like K7PM3-XQ9AB."), receipt);
      return FALSE;
    }

  return plenum_database_run (store->database, error, "DELETE FROM sealed_ballot WHERE poll = ?1 AND id = ?2", "tt", poll, id)
         && (participant == NULL
             || plenum_database_run (store->database, error, "DELETE FROM turnout WHERE poll = ?1 AND participant = ?2",
                                     "tt", poll, participant));
}

typedef struct
{
  const char *poll;
  GPtrArray  *ballots;
} Opening;

static gboolean
add_ballot (const char *id, const char *workshop, GBytes *content, gpointer data)
{
  Opening *opening = data;
  g_autofree char *other = plenum_uuid_new_random ();
  PlenumRecord *ballot = plenum_record_new (PLENUM_BALLOT, other);

  plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, workshop);
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, opening->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "secret");
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, get_choices (content));
  plenum_record_set_text (ballot, PLENUM_BALLOT_RECEIPT, get_receipt (content));
  g_ptr_array_add (opening->ballots, ballot);

  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (plenum_record_get_id (*(PlenumRecord * const *) a), plenum_record_get_id (*(PlenumRecord * const *) b));
}

/**
 * plenum_urn_open:
 *
 * Takes all ballots out. Once that is committed, plenum_urn_settle() destroys the key.
 *
 * Returns: (transfer full) (nullable) (element-type PlenumRecord): new rows, to be
 *   written in this order
 */
GPtrArray *
plenum_urn_open (PlenumStore *store, const char *poll, GError **error)
{
  g_autoptr (GPtrArray) ballots = g_ptr_array_new_with_free_func (g_object_unref);
  Opening opening = { poll, ballots };

  if (!unseal_each (store, poll, add_ballot, &opening, error)
      || !plenum_database_run (store->database, error, "DELETE FROM sealed_ballot WHERE poll = ?1", "t", poll))
    return NULL;

  g_ptr_array_sort (ballots, compare_ids);
  return g_steal_pointer (&ballots);
}

/**
 * plenum_urn_settle:
 *
 * Destroys the keys of polls that were counted. Done after each count, and when a
 * library is opened, since the program may have been stopped in between.
 */
gboolean
plenum_urn_settle (PlenumStore *store, GError **error)
{
  g_autofree char *folder = get_folder (store);
  g_autoptr (GDir) dir = store->sealer != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *poll = g_str_has_suffix (name, ".key") ? g_strndup (name, strlen (name) - strlen (".key")) : NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (poll != NULL
          && plenum_database_number (store->database, "SELECT count (*) FROM poll WHERE id = ?1 AND shown IS NOT NULL", "t", poll) > 0
          && plenum_urn_count (store, poll) == 0
          && !store->sealer->destroy_key (path, error))
        return FALSE;
    }

  return TRUE;
}

/* The polls of a workshop that have a key, before their rows are gone. */
static gboolean
destroy_keys (PlenumStore *store, const char *workshop, GError **error)
{
  sqlite3_stmt *statement = plenum_database_prepare (
    store->database, "SELECT id FROM poll WHERE workshop = ?1 UNION SELECT poll FROM sealed_ballot WHERE workshop = ?1", error);
  gboolean good = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, workshop, -1, SQLITE_STATIC);
  while (good && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autofree char *path = get_key_path (store, (const char *) sqlite3_column_text (statement, 0));

      good = !g_file_test (path, G_FILE_TEST_EXISTS)
             || (has_sealer (store, error) && store->sealer->destroy_key (path, error));
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return good;
}

/**
 * plenum_urn_erase:
 *
 * Removes what is kept here of a workshop, for good, before its polls are.
 */
gboolean
plenum_urn_erase (PlenumStore *store, const char *workshop, GError **error)
{
  return destroy_keys (store, workshop, error)
         && plenum_database_run (store->database, error, "DELETE FROM sealed_ballot WHERE workshop = ?1", "t", workshop)
         && plenum_database_run (store->database, error, "DELETE FROM turnout WHERE workshop = ?1", "t", workshop);
}
