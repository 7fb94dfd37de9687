/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper ballots that two people type. What one of them typed is a reading: a row among
 * the ballots with nobody behind it, so that nothing that counts ballots counts it. As
 * soon as two people have typed the same of a paper, one ballot takes the place of all
 * its readings. */
#include "plenum-paper-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-actions.h"
#include "plenum-request.h"
#include "plenum-store-private.h"

#define PAPER_SQL "json_extract (extra, '$.paper')"
#define READING_SQL "poll = ?1 AND voters = 0 AND " PAPER_SQL " IS NOT NULL"

typedef struct
{
  PlenumRecord      *ballot;
  gint64             paper;
  char              *typist;
  char              *typed;
  PlenumBallotCheck  check;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *typing = data;

  g_object_unref (typing->ballot);
  g_free (typing->typist);
  g_free (typing->typed);
  g_free (typing);
}

void
plenum_paper_reading_free (PlenumPaperReading *self)
{
  g_free (self->typist);
  g_free (self->typed);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, message);
  return FALSE;
}

/**
 * plenum_store_list_readings:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumPaperReading): what was typed
 *   of papers with a number, in the order of these, and the first typing first
 */
GPtrArray *
plenum_store_list_readings (PlenumStore *self, const char *poll, GError **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_paper_reading_free);
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database, "SELECT " PAPER_SQL ", voters > 0, json_extract (extra, '$.typist'), json_extract (extra, '$.typed')"
    " FROM ballot WHERE poll = ?1 AND " PAPER_SQL " IS NOT NULL ORDER BY 1, id", error);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, poll, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlenumPaperReading *reading = g_new0 (PlenumPaperReading, 1);

      reading->paper = sqlite3_column_int64 (statement, 0);
      reading->counted = sqlite3_column_int (statement, 1) != 0;
      reading->typist = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      reading->typed = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      g_ptr_array_add (readings, reading);
    }
  if (result != SQLITE_DONE)
    plenum_database_set_error (self->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&readings) : NULL;
}

/**
 * plenum_store_count_papers:
 *
 * Returns: how many papers of the poll do not count yet
 */
PlenumPaperCount
plenum_store_count_papers (PlenumStore *self, const char *poll)
{
  PlenumPaperCount count;

  count.waiting = plenum_database_number (self->database, "SELECT count (DISTINCT " PAPER_SQL ") FROM ballot WHERE "
                                          READING_SQL, "t", poll);
  count.differing = plenum_database_number (self->database, "SELECT count (*) FROM (SELECT 1 FROM ballot WHERE "
                                            READING_SQL " GROUP BY " PAPER_SQL " HAVING count (*) > 1)", "t", poll);
  count.readings = plenum_database_number (self->database, "SELECT count (*) FROM ballot WHERE " READING_SQL, "t", poll);

  return count;
}

/**
 * plenum_store_check_papers_done:
 * @poll: the id of a poll that is to be closed
 *
 * A paper that does not count yet would be a vote that is lost.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID while there are such
 */
gboolean
plenum_store_check_papers_done (PlenumStore *self, const char *poll, GError **error)
{
  gint64 waiting = plenum_store_count_papers (self, poll).waiting;

  if (waiting > 0)
    g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%d paper waits until two people have typed the same. Type it, or take it back, before the poll is closed.",
                              "%d papers wait until two people have typed the same. Type them, or take them back, before the poll is closed.",
                              waiting), (int) waiting);
  return waiting == 0;
}

static gboolean
is_open (PlenumRecord *poll, GError **error)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), "open") == 0
         || refuse (error, _("Papers are typed while the poll is open."));
}

static gboolean
check_typing (PlenumStore *store, PlenumPollForm *form, Typing *typing, GError **error)
{
  const char *poll = plenum_record_get_id (form->poll);

  if (!is_open (form->poll, error)
      || !plenum_request_needs_text (typing->typist, _("Say who types, for example by initials"), error))
    return FALSE;
  if (!form->conditions[PLENUM_POLL_FOUR_EYES] || typing->paper < 1)
    return refuse (error, _("Only papers with a number, of a poll whose papers are typed twice, can be typed a second time."));
  if (plenum_database_number (store->database, "SELECT count (*) FROM ballot WHERE poll = ?1 AND voters > 0 AND "
                              PAPER_SQL " = ?2", "ti", poll, typing->paper) > 0)
    return refuse (error, _("Two people have typed the same of this paper already. Take it back to type it anew."));

  plenum_record_set_text (typing->ballot, PLENUM_BALLOT_WORKSHOP, plenum_record_get_text (form->poll, PLENUM_POLL_WORKSHOP));
  plenum_record_set_text (typing->ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (typing->ballot, PLENUM_BALLOT_PARTICIPANT, NULL);
  plenum_record_set_integer (typing->ballot, PLENUM_BALLOT_VOTERS, 1);
  return plenum_poll_form_check (store, form, typing->ballot, typing->check, error);
}

/* Of a paper of the poll, what @typist typed, or with %NULL what anybody did. */
static gboolean
delete_readings (PlenumEdit *edit, const char *poll, gint64 paper, const char *typist, GError **error)
{
  PlenumDatabase *database = plenum_edit_get_store (edit)->database;
  char *id;

  while ((id = plenum_database_text (database, "SELECT min (id) FROM ballot WHERE " READING_SQL " AND " PAPER_SQL
                                     " = ?2 AND (?3 IS NULL OR json_extract (extra, '$.typist') = ?3)", "tit",
                                     poll, paper, typist)) != NULL)
    {
      gboolean deleted = plenum_edit_delete (edit, PLENUM_BALLOT, id, error);

      g_free (id);
      if (!deleted)
        return FALSE;
    }

  return TRUE;
}

static gboolean
type_paper (PlenumEdit *edit, gpointer data, GError **error)
{
  Typing *typing = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *poll = plenum_record_get_text (typing->ballot, PLENUM_BALLOT_POLL);
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll != NULL ? poll : "", error);
  g_autofree char *extra = NULL;
  gboolean agreed;

  if (form == NULL || !check_typing (store, form, typing, error))
    return FALSE;

  agreed = plenum_database_number (store->database, "SELECT count (*) FROM ballot WHERE " READING_SQL " AND " PAPER_SQL
                                   " = ?2 AND json_extract (extra, '$.typist') IS NOT ?3 AND "
                                   PLENUM_CHOICES_SQL ("choices") " IS " PLENUM_CHOICES_SQL ("?4"), "titt",
                                   poll, typing->paper, typing->typist,
                                   plenum_record_get_text (typing->ballot, PLENUM_BALLOT_CHOICES)) > 0;
  extra = plenum_database_text (store->database, agreed
                                ? "SELECT json_set (coalesce (?1, '{}'), '$.paper', ?2)"
                                : "SELECT json_set (coalesce (?1, '{}'), '$.paper', ?2, '$.typist', ?3, '$.typed', ?4)",
                                agreed ? "ti" : "titt", plenum_record_get_text (typing->ballot, PLENUM_BALLOT_EXTRA),
                                typing->paper, typing->typist, typing->typed);
  plenum_record_set_text (typing->ballot, PLENUM_BALLOT_EXTRA, extra);
  plenum_record_set_integer (typing->ballot, PLENUM_BALLOT_VOTERS, agreed ? 1 : 0);

  return delete_readings (edit, poll, typing->paper, agreed ? NULL : typing->typist, error)
         && plenum_edit_insert (edit, typing->ballot, error);
}

/**
 * plenum_paper_fold_typist:
 * @typist: (nullable): initials as somebody typed them
 *
 * Returns: (transfer full): the same for small letters and capitals, without blanks
 *   around them
 */
char *
plenum_paper_fold_typist (const char *typist)
{
  g_autofree char *text = g_strdup (typist != NULL ? typist : "");

  return g_utf8_strup (g_strstrip (text), -1);
}

/**
 * plenum_action_type_paper:
 * @ballot: a new record with its poll and choices
 * @paper: the number of the paper, from 1 on
 * @typist: who types, for example their initials; small letters are the same as capitals
 * @typed: as it was typed, to be shown if somebody else types something different
 * @check: whether the method can count it
 *
 * Of a poll whose papers are typed twice. As soon as two people have typed the same of a
 * paper it counts, and nothing is kept of who typed it. Whoever types a paper again
 * replaces what they typed before. The result is the ballot's id.
 *
 * Errors: those of @check; %PLENUM_STORE_ERROR_INVALID unless the poll is open and its
 * papers are typed twice, if @typist is blank and if the paper counts already
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_type_paper (PlenumRecord      *ballot,
                          guint              paper,
                          const char        *typist,
                          const char        *typed,
                          PlenumBallotCheck  check)
{
  Typing *typing = g_new0 (Typing, 1);
  PlenumAction *action = plenum_action_new (plenum_label_new ("Type a paper ballot"), type_paper, typing, typing_free);

  typing->ballot = plenum_record_copy (ballot, plenum_record_get_id (ballot));
  typing->paper = paper;
  typing->typist = plenum_paper_fold_typist (typist);
  typing->typed = g_strdup (typed);
  typing->check = check;
  plenum_action_set_result (action, plenum_record_get_id (ballot));

  return action;
}

static gboolean
withdraw_paper (PlenumEdit *edit, gpointer data, GError **error)
{
  Typing *typing = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *id = plenum_record_get_text (typing->ballot, PLENUM_BALLOT_POLL);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, id, error);
  g_autofree char *counted = NULL;

  if (poll == NULL || !is_open (poll, error))
    return FALSE;
  if (plenum_database_number (store->database, "SELECT count (*) FROM ballot WHERE poll = ?1 AND " PAPER_SQL " = ?2",
                              "ti", id, typing->paper) == 0)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                   /* Translators: %d is the number that was written on a paper ballot. */
                   _("Nobody has typed paper %d"), (int) typing->paper);
      return FALSE;
    }

  counted = plenum_database_text (store->database, "SELECT id FROM ballot WHERE poll = ?1 AND voters > 0 AND " PAPER_SQL
                                  " = ?2", "ti", id, typing->paper);
  return delete_readings (edit, id, typing->paper, NULL, error)
         && (counted == NULL || plenum_edit_delete (edit, PLENUM_BALLOT, counted, error));
}

/**
 * plenum_action_withdraw_paper:
 * @paper: the number of a paper that was typed
 *
 * Takes back all that was typed of it, while the poll is open.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if nobody has typed it,
 * %PLENUM_STORE_ERROR_INVALID unless the poll is open
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_withdraw_paper (const char *poll, guint paper)
{
  Typing *typing = g_new0 (Typing, 1);

  typing->ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  plenum_record_set_text (typing->ballot, PLENUM_BALLOT_POLL, poll);
  typing->paper = paper;
  return plenum_action_new (plenum_label_new ("Take back a paper ballot"), withdraw_paper, typing, typing_free);
}
