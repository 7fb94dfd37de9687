/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Polls and ballots, ready to be counted. Settings and choices are stored as
 * JSON, and SQLite reads that well. */
#include "plenum-ballots.h"

#include <glib/gi18n-lib.h>

#include "plenum-paper-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-store-private.h"
#include "plenum-urn.h"

static gboolean
finish (PlenumStore *self, sqlite3_stmt *statement, int result, GError **error)
{
  if (result != SQLITE_DONE)
    plenum_database_set_error (self->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE;
}

static gboolean
read_settings (PlenumStore *self, PlenumPollForm *form, GError **error)
{
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database, "SELECT key, CAST (value AS TEXT) FROM json_each (?1) WHERE value IS NOT NULL ORDER BY key", error);
  const char *settings = plenum_record_get_text (form->poll, PLENUM_POLL_SETTINGS);
  int result;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, settings != NULL ? settings : "{}", -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    for (int i = 0; i < 2; i++)
      g_ptr_array_add (form->settings, g_strdup ((const char *) sqlite3_column_text (statement, i)));
  g_ptr_array_add (form->settings, NULL);

  return finish (self, statement, result, error);
}

/**
 * plenum_store_get_poll_form:
 *
 * Returns: (transfer full) (nullable): the poll with its options and settings
 */
PlenumPollForm *
plenum_store_get_poll_form (PlenumStore *self, const char *poll, GError **error)
{
  g_autoptr (PlenumPollForm) form = g_new0 (PlenumPollForm, 1);

  form->settings = g_ptr_array_new_with_free_func (g_free);
  form->texts = g_ptr_array_new ();
  form->costs = g_ptr_array_new ();
  form->poll = plenum_store_get (self, PLENUM_POLL, poll, error);
  if (form->poll == NULL)
    return NULL;
  form->options = plenum_store_list (self, PLENUM_OPTION, PLENUM_OPTION_POLL, poll, error);
  if (form->options == NULL || !read_settings (self, form, error))
    return NULL;

  for (guint i = 0; i < form->options->len; i++)
    {
      g_ptr_array_add (form->texts, (char *) plenum_record_get_id (form->options->pdata[i]));
      g_ptr_array_add (form->texts, (char *) plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_TEXT));
      g_ptr_array_add (form->costs, plenum_record_is_null (form->options->pdata[i], PLENUM_OPTION_COST)
                       ? (char *) "" : (char *) plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_COST));
    }
  g_ptr_array_add (form->texts, NULL);
  for (guint i = 0; i < PLENUM_N_POLL_CONDITIONS; i++)
    form->conditions[i] = plenum_store_has_condition (self, form->poll, i);

  return g_steal_pointer (&form);
}

void
plenum_poll_form_free (PlenumPollForm *self)
{
  g_clear_object (&self->poll);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->costs);
  g_free (self);
}

static gboolean
records_equal (PlenumRecord *a, PlenumRecord *b)
{
  for (guint field = 0; field < plenum_type_get_info (plenum_record_get_record_type (a))->n_fields; field++)
    if (!plenum_record_field_equal (a, b, field))
      return FALSE;

  return g_str_equal (plenum_record_get_id (a), plenum_record_get_id (b));
}

/**
 * plenum_poll_form_equal:
 *
 * Of a secret ballot it is only told that something about its poll changed. This tells
 * whether anything did that a voter or a facilitator would see.
 *
 * Returns: whether both are the same poll, as far as it is, with the same options
 */
gboolean
plenum_poll_form_equal (PlenumPollForm *self, PlenumPollForm *other)
{
  if (!records_equal (self->poll, other->poll) || self->options->len != other->options->len)
    return FALSE;

  for (guint i = 0; i < self->options->len; i++)
    if (!records_equal (self->options->pdata[i], other->options->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * plenum_poll_form_get_sheet:
 *
 * Returns: what the form asks, as the voting methods read it; valid as long as the form
 */
PlenumSheetForm
plenum_poll_form_get_sheet (PlenumPollForm *self)
{
  return (PlenumSheetForm) {
    .method = plenum_record_get_text (self->poll, PLENUM_POLL_METHOD),
    .settings = (const char * const *) self->settings->pdata,
    .options = (const char * const *) self->texts->pdata,
    .costs = (const char * const *) self->costs->pdata,
  };
}

/* Fills @marks from a statement whose columns from @column on are option, value and
 * reason. They are freed with the array. */
static gboolean
add_mark (GArray *marks, sqlite3_stmt *statement, int column, GError **error)
{
  PlenumMark mark = { NULL };

  if (sqlite3_column_type (statement, column + 1) != SQLITE_INTEGER)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("On a ballot every option has a whole number"));
      return FALSE;
    }

  mark.option = g_strdup ((const char *) sqlite3_column_text (statement, column));
  mark.value = sqlite3_column_int64 (statement, column + 1);
  mark.reason = g_strdup ((const char *) sqlite3_column_text (statement, column + 2));
  g_array_append_val (marks, mark);
  return TRUE;
}

static void
clear_mark (gpointer data)
{
  PlenumMark *mark = data;

  g_free ((char *) mark->option);
  g_free ((char *) mark->reason);
}

/* Of an option on a ballot, where somebody gave one: an object from options to texts,
 * among the fields that ballots have beyond those of the table. */
#define REASON_SQL(extra) \
  "(SELECT reason.value FROM json_each (" extra ", '$.reasons') AS reason" \
  " WHERE reason.key = json_each.key AND reason.type = 'text')"

static GArray *
new_marks (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (PlenumMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

/**
 * plenum_poll_form_check:
 * @ballot: a ballot that is not cast yet
 * @check: what the method says about it
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID if the choices are no object of whole
 * numbers; those of @check
 */
gboolean
plenum_poll_form_check (PlenumStore *store, PlenumPollForm *self, PlenumRecord *ballot, PlenumBallotCheck check, GError **error)
{
  g_autoptr (GArray) marks = new_marks ();
  const char *choices = plenum_record_get_text (ballot, PLENUM_BALLOT_CHOICES);
  PlenumSheetForm form = plenum_poll_form_get_sheet (self);
  PlenumSheet sheet = {
    .channel = plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL),
    .voters = plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS),
    .weight = plenum_record_get_text (ballot, PLENUM_BALLOT_WEIGHT),
  };
  gboolean good = TRUE;
  sqlite3_stmt *statement;
  int result;

  if (plenum_database_number (store->database, "SELECT json_valid (?1) AND json_type (?1) = 'object'", "t", choices) != 1)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("The choices of a ballot are a JSON object of options and whole numbers"));
      return FALSE;
    }

  statement = plenum_database_prepare (store->database, "SELECT key, value, " REASON_SQL ("?2") " FROM json_each (?1) ORDER BY key", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, choices, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, plenum_record_get_text (ballot, PLENUM_BALLOT_EXTRA), -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW && good)
    good = add_mark (marks, statement, 0, error);
  if (!good)
    {
      sqlite3_reset (statement);
      return FALSE;
    }
  if (!finish (store, statement, result, error))
    return FALSE;

  sheet.marks = (const PlenumMark *) marks->data;
  sheet.n_marks = marks->len;
  return check (&form, &sheet, error);
}

/* Nobody is behind what was typed of a paper only once.
 * After a merge a person can have two ballots, cast on two laptops. One counts:
 * the one cast last, and ids sort by the time they were made. */
static const char read_sql[] =
  "SELECT ballot.id, channel, voters, weight, json_each.key, json_each.value, "
  REASON_SQL ("ballot.extra")
  " FROM ballot LEFT JOIN json_each (ballot.choices)"
  " WHERE poll = ?1 AND voters <> 0 AND NOT EXISTS (SELECT 1 FROM ballot AS later"
  " WHERE later.participant = ballot.participant AND later.poll = ballot.poll AND later.id > ballot.id)"
  " ORDER BY ballot.id";

typedef struct
{
  char        *id; /* %NULL before the first */
  char        *channel;
  char        *weight;
  PlenumSheet  sheet;
  GArray      *marks;
} Reading;

static void
reading_begin (Reading *reading, sqlite3_stmt *statement)
{
  g_free (reading->id);
  g_free (reading->channel);
  g_free (reading->weight);
  reading->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  reading->channel = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  reading->weight = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  reading->sheet.voters = sqlite3_column_int64 (statement, 2);
  g_array_set_size (reading->marks, 0);
}

static gboolean
reading_hand_over (Reading *reading, PlenumBallotFunc func, gpointer data, GError **error)
{
  if (reading->id == NULL)
    return TRUE;

  reading->sheet.channel = reading->channel;
  reading->sheet.weight = reading->weight;
  reading->sheet.marks = (const PlenumMark *) reading->marks->data;
  reading->sheet.n_marks = reading->marks->len;
  return func (reading->id, &reading->sheet, data, error);
}

static void
reading_clear (Reading *reading)
{
  g_free (reading->id);
  g_free (reading->channel);
  g_free (reading->weight);
  g_array_unref (reading->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/**
 * plenum_store_read_ballots:
 * @func: called for each ballot; must not use the store
 *
 * Reads the ballots of a poll in the order of their ids. Stops at the first error.
 */
gboolean
plenum_store_read_ballots (PlenumStore *self, const char *poll, PlenumBallotFunc func, gpointer data, GError **error)
{
  g_auto (Reading) reading = { .marks = new_marks () };
  sqlite3_stmt *statement = plenum_database_prepare (self->database, read_sql, error);
  gboolean good = TRUE;
  int result;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, poll, -1, SQLITE_STATIC);
  while (good && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (id, reading.id) != 0)
        {
          good = reading_hand_over (&reading, func, data, error);
          if (good)
            reading_begin (&reading, statement);
        }
      if (good && sqlite3_column_type (statement, 4) != SQLITE_NULL)
        good = add_mark (reading.marks, statement, 4, error);
    }
  if (!good)
    {
      sqlite3_reset (statement);
      return FALSE;
    }

  return finish (self, statement, result, error) && reading_hand_over (&reading, func, data, error);
}

/**
 * plenum_store_count_votes:
 *
 * Returns: how many ballots were cast in the poll, in secret or not, with those typed of
 *   papers that do not count yet
 */
gint64
plenum_store_count_votes (PlenumStore *self, const char *poll)
{
  return plenum_store_count (self, PLENUM_BALLOT, PLENUM_BALLOT_POLL, poll) + plenum_urn_count (self, poll);
}

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * plenum_store_check_urn:
 * @poll: a secret poll whose result was not shown
 *
 * Whether its ballots can be taken out of the urn as soon as it is closed.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID with fewer than %PLENUM_LEAST_SECRET_BALLOTS
 * ballots and where it was not opened
 */
gboolean
plenum_store_check_urn (PlenumStore *self, PlenumRecord *poll, GError **error)
{
  if (g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_COLLECTOR), plenum_store_get_node (self)) != 0)
    return refuse (_("The ballots of this secret poll are on the computer where it was opened. Show the result there."), error);

  return plenum_urn_count (self, plenum_record_get_id (poll)) >= PLENUM_LEAST_SECRET_BALLOTS
         || refuse (_("The result of a secret poll is shown from three ballots on, since fewer would tell who voted what. "
                      "Open the poll again to collect more."), error);
}

/**
 * plenum_store_list_voters:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the ids of the
 *   participants who voted in the poll, and of their ballots; for a secret poll
 *   %NULL in place of a ballot, which nobody knows
 */
GHashTable *
plenum_store_list_voters (PlenumStore *self, const char *poll, GError **error)
{
  g_autoptr (GHashTable) voters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database, "SELECT participant, id FROM ballot WHERE poll = ?1 AND participant IS NOT NULL"
    " UNION ALL SELECT participant, NULL FROM turnout WHERE poll = ?1 ORDER BY 2", error);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, poll, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_replace (voters, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                          g_strdup ((const char *) sqlite3_column_text (statement, 1)));

  return finish (self, statement, result, error) ? g_steal_pointer (&voters) : NULL;
}
