/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an export of Polis (compdemocracy.org): comments.csv, votes.csv,
 * participants-votes.csv, summary.csv. */
#include "plenum-polis.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-bundle-error.h"
#include "plenum-csv.h"
#include "plenum-place.h"
#include "plenum-table-value.h"

#define MOST_VOTES 50000000 /* 1.2 GB of memory */

/* A file that is being read. */
typedef struct
{
  PlenumPolis     *polis;
  const char      *name;
  PlenumCsvReader *reader;
  GCancellable    *cancellable;
  guint            n_columns;
  int              columns[8]; /* where the reader's columns stand, or -1 */
} File;

static void
free_statement (gpointer data)
{
  PlenumPolisStatement *statement = data;

  g_free (statement->id);
  g_free (statement->author);
  g_free (statement->text);
  g_free (statement);
}

void
plenum_polis_free (PlenumPolis *self)
{
  g_free (self->topic);
  g_free (self->description);
  g_free (self->url);
  g_free (self->key);
  g_ptr_array_unref (self->statements);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->voters);
  g_hash_table_unref (self->by_voter);
  g_array_unref (self->votes);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

static gboolean
fail (File *file, GError **error, const char *message)
{
  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, file->name,
                          plenum_csv_reader_get_line (file->reader), "%s", message);

  return FALSE;
}

/* Finds the columns by name; what stands besides is said to be lost. */
static gboolean
read_header (File *file, const char * const *names, const char * const *known, gboolean digits, GError **error)
{
  if (!plenum_csv_reader_read (file->reader, file->cancellable, error))
    return FALSE;

  file->n_columns = plenum_csv_reader_get_n_fields (file->reader);
  for (guint i = 0; names[i] != NULL; i++)
    file->columns[i] = -1;
  for (guint j = 0; j < file->n_columns; j++)
    {
      const char *name = plenum_csv_reader_get_field (file->reader, j);
      gboolean found = g_strv_contains (known, name) || (digits && *name != '\0' && strspn (name, "0123456789") == strlen (name));

      for (guint i = 0; names[i] != NULL; i++)
        if (strcmp (names[i], name) == 0)
          {
            file->columns[i] = j;
            found = TRUE;
          }
      if (!found && *name != '\0' && !g_ptr_array_find_with_equal_func (file->polis->unknown, name, g_str_equal, NULL))
        g_ptr_array_add (file->polis->unknown, g_strdup (name));
    }

  return TRUE;
}

static const char *
get (File *file, guint column)
{
  return file->columns[column] < 0 ? "" : plenum_csv_reader_get_field (file->reader, file->columns[column]);
}

static gboolean
parse_number (const char *text, int *number)
{
  char *end;
  gint64 value = g_ascii_strtoll (text, &end, 10);

  if (*text == '\0' || *end != '\0' || value < G_MININT || value > G_MAXINT)
    return FALSE;
  *number = value;

  return TRUE;
}

enum { TIME, ID, AUTHOR, AGREES, DISAGREES, MODERATED, BODY };

static gboolean
read_statement (File *file, GError **error)
{
  PlenumPolis *self = file->polis;
  PlenumPolisStatement *statement;

  if (*get (file, ID) == '\0')
    return fail (file, error, _("The statement has no comment-id."));
  if (g_hash_table_contains (self->by_id, get (file, ID)))
    return fail (file, error, _("A second statement has this comment-id."));

  statement = g_new0 (PlenumPolisStatement, 1);
  statement->id = g_strdup (get (file, ID));
  statement->author = *get (file, AUTHOR) != '\0' ? g_strdup (get (file, AUTHOR)) : NULL;
  statement->text = g_strdup (plenum_csv_plain_text (get (file, BODY)));
  if (!parse_number (get (file, MODERATED), &statement->moderated))
    statement->moderated = G_MAXINT;
  if (!parse_number (get (file, AGREES), &statement->said_agrees))
    statement->said_agrees = -1;
  if (!parse_number (get (file, DISAGREES), &statement->said_disagrees))
    statement->said_disagrees = -1;
  self->has_counts |= statement->said_agrees >= 0;
  plenum_table_parse_time (get (file, TIME), &statement->time);
  g_ptr_array_add (self->statements, statement);
  g_hash_table_insert (self->by_id, statement->id, GUINT_TO_POINTER (self->statements->len));

  return TRUE;
}

static gboolean
read_comments (File *file, GError **error)
{
  static const char * const names[] = { "timestamp", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body", NULL };
  static const char * const known[] = { "datetime", NULL };
  g_autoptr (GError) failure = NULL;

  if (!read_header (file, names, known, FALSE, error))
    return FALSE;
  /* Some exports do not quote the text, which then has commas of its own. */
  if (file->columns[BODY] == (int) file->n_columns - 1)
    plenum_csv_reader_set_raw_last (file->reader, file->n_columns);

  while (plenum_csv_reader_read (file->reader, file->cancellable, &failure))
    if (!read_statement (file, error))
      return FALSE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return error == NULL || *error == NULL;
}

static guint
find_voter (PlenumPolis *self, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_voter, id));
  char *copy;

  if (place > 0)
    return place - 1;

  copy = g_strdup (id);
  g_ptr_array_add (self->voters, copy);
  g_hash_table_insert (self->by_voter, copy, GUINT_TO_POINTER (self->voters->len));

  return self->voters->len - 1;
}

static gboolean
add_vote (File *file, const char *voter, const char *statement, const char *vote, gint64 time, GError **error)
{
  PlenumPolis *self = file->polis;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, statement));
  PlenumPolisVote entry = { 0 };
  int value;

  if (place == 0)
    return fail (file, error, _("The vote is on a statement that comments.csv does not have."));
  if (*voter == '\0')
    return fail (file, error, _("The vote has no voter."));
  if (!parse_number (vote, &value) || value < -1 || value > 1)
    return fail (file, error, _("A vote is 1, 0 or −1."));
  if (self->votes->len == MOST_VOTES)
    return fail (file, error, _("There are too many votes: at most 50 million can be read."));

  entry.voter = find_voter (self, voter);
  entry.statement = place - 1;
  entry.time = time;
  entry.order = self->votes->len;
  entry.vote = value;
  g_array_append_val (self->votes, entry);

  return TRUE;
}

enum { VOTE_TIME, VOTE_STATEMENT, VOTE_VOTER, VOTE_VALUE };

static gboolean
read_votes (File *file, GError **error)
{
  static const char * const names[] = { "timestamp", "comment-id", "voter-id", "vote", NULL };
  static const char * const known[] = { "datetime", NULL };
  g_autoptr (GError) failure = NULL;

  if (!read_header (file, names, known, FALSE, error))
    return FALSE;

  file->polis->has_votes = TRUE;
  while (plenum_csv_reader_read (file->reader, file->cancellable, &failure))
    {
      gint64 time = 0;

      plenum_table_parse_time (get (file, VOTE_TIME), &time);
      if (!add_vote (file, get (file, VOTE_VOTER), get (file, VOTE_STATEMENT), get (file, VOTE_VALUE), time, error))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return error == NULL || *error == NULL;
}

/* One row a person, one column a statement. Only used where votes.csv is missing. */
static gboolean
read_participants (File *file, GError **error)
{
  static const char * const names[] = { "participant", NULL };
  static const char * const known[] = { "n-votes", "n-agree", "n-disagree", "n-comments", NULL };
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (!read_header (file, names, known, TRUE, error))
    return FALSE;
  if (file->polis->has_votes)
    return TRUE;

  for (guint i = 0; i < file->n_columns; i++)
    g_ptr_array_add (statements, g_strdup (plenum_csv_reader_get_field (file->reader, i)));
  while (plenum_csv_reader_read (file->reader, file->cancellable, &failure))
    for (guint i = 0; i < file->n_columns; i++)
      {
        const char *vote = plenum_csv_reader_get_field (file->reader, i);

        if (g_ascii_isdigit (*(const char *) statements->pdata[i]) && *vote != '\0'
            && !add_vote (file, get (file, 0), statements->pdata[i], vote, 0, error))
          return FALSE;
      }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return error == NULL || *error == NULL;
}

static gboolean
read_summary (File *file, GError **error)
{
  PlenumPolis *self = file->polis;
  g_autoptr (GError) failure = NULL;

  while (plenum_csv_reader_read (file->reader, file->cancellable, &failure))
    {
      const char *name = plenum_csv_reader_get_field (file->reader, 0);
      const char *value = plenum_csv_plain_text (plenum_csv_reader_get_field (file->reader, 1));
      char **place = strcmp (name, "topic") == 0 ? &self->topic
                     : strcmp (name, "url") == 0 ? &self->url
                     : strcmp (name, "conversation-description") == 0 ? &self->description : NULL;

      if (place != NULL && *place == NULL && *value != '\0')
        *place = g_strdup (value);
      /* What can be counted is not lost. */
      else if (place == NULL && strcmp (name, "comments") != 0 && strcmp (name, "voters") != 0 && *name != '\0')
        g_ptr_array_add (self->unknown, g_strdup (name));
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return error == NULL || *error == NULL;
}

static gboolean
read_file (PlenumPolis *self, PlenumRecognised *recognised, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (recognised->input, cancellable, error);
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  File file = { self, plenum_input_get_name (recognised->input) };
  gboolean read;

  if (stream == NULL)
    return FALSE;

  reader = plenum_csv_reader_new (stream, file.name);
  file.reader = reader;
  file.cancellable = cancellable;
  switch (recognised->content)
    {
    case PLENUM_CONTENT_POLIS_COMMENTS:
      read = read_comments (&file, &failure);
      break;

    case PLENUM_CONTENT_POLIS_VOTES:
      read = read_votes (&file, &failure);
      break;

    case PLENUM_CONTENT_POLIS_PARTICIPANTS:
      read = read_participants (&file, &failure);
      break;

    case PLENUM_CONTENT_POLIS_SUMMARY:
      read = read_summary (&file, &failure);
      break;

    case PLENUM_CONTENT_BUNDLE:
    case PLENUM_CONTENT_FOREIGN_TABLE:
    case PLENUM_CONTENT_FOREIGN_JSON:
    case PLENUM_CONTENT_ELECTION:
    case PLENUM_CONTENT_TABLE:
    default:
      g_return_val_if_reached (FALSE);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return read;
}

static int
compare_votes (gconstpointer a, gconstpointer b)
{
  const PlenumPolisVote *x = a;
  const PlenumPolisVote *y = b;

  if (x->voter != y->voter)
    return x->voter < y->voter ? -1 : 1;
  if (x->statement != y->statement)
    return x->statement < y->statement ? -1 : 1;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;

  return x->order < y->order ? -1 : 1;
}

/* Of several votes of one person on one statement the latest stays. */
static void
count_votes (PlenumPolis *self)
{
  guint kept = 0;

  g_array_sort (self->votes, compare_votes);
  for (guint i = 0; i < self->votes->len; i++)
    {
      PlenumPolisVote *vote = &g_array_index (self->votes, PlenumPolisVote, i);
      PlenumPolisVote *next = i + 1 < self->votes->len ? vote + 1 : NULL;
      PlenumPolisStatement *statement = self->statements->pdata[vote->statement];

      if (next != NULL && next->voter == vote->voter && next->statement == vote->statement)
        {
          self->replaced++;
          continue;
        }
      statement->plus += vote->vote > 0;
      statement->minus += vote->vote < 0;
      statement->zero += vote->vote == 0;
      g_array_index (self->votes, PlenumPolisVote, kept++) = *vote;
    }
  g_array_set_size (self->votes, kept);
}

/* The birth of the first statement: a later export has it as well. */
static void
make_key (PlenumPolis *self)
{
  PlenumPolisStatement *first = NULL;
  guint64 first_id = G_MAXUINT64;

  for (guint i = 0; i < self->statements->len; i++)
    {
      PlenumPolisStatement *statement = self->statements->pdata[i];
      guint64 id = g_ascii_strtoull (statement->id, NULL, 10);

      if (first == NULL || id < first_id)
        {
          first = statement;
          first_id = id;
        }
    }
  self->key = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", first->id, first->time, first->time > 0 ? "" : first->text);
}

/**
 * plenum_polis_read:
 * @files: (element-type PlenumRecognised): the files of one conversation
 * @error: return location for %PLENUM_BUNDLE_ERROR_TABLE, an error in
 *   %PLENUM_CSV_ERROR or of GIO
 *
 * Returns: (transfer full) (nullable): what they say
 */
PlenumPolis *
plenum_polis_read (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  static const PlenumContent order[] = {
    PLENUM_CONTENT_POLIS_SUMMARY, PLENUM_CONTENT_POLIS_COMMENTS,
    PLENUM_CONTENT_POLIS_VOTES, PLENUM_CONTENT_POLIS_PARTICIPANTS
  };
  g_autoptr (PlenumPolis) self = g_new0 (PlenumPolis, 1);

  self->statements = g_ptr_array_new_with_free_func (free_statement);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->voters = g_ptr_array_new_with_free_func (g_free);
  self->by_voter = g_hash_table_new (g_str_hash, g_str_equal);
  self->votes = g_array_new (FALSE, FALSE, sizeof (PlenumPolisVote));
  self->unknown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint j = 0; j < files->len; j++)
        {
          PlenumRecognised *file = files->pdata[j];

          if (file->content == order[i] && !read_file (self, file, cancellable, error))
            return NULL;
        }
      if (order[i] == PLENUM_CONTENT_POLIS_COMMENTS && self->statements->len == 0)
        {
          plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE,
                                  plenum_input_get_name (((PlenumRecognised *) files->pdata[0])->input), 1,
                                  _("The statements of this conversation are missing. Import its comments.csv together with it."));
          return NULL;
        }
    }

  count_votes (self);
  make_key (self);

  return g_steal_pointer (&self);
}

/**
 * plenum_polis_find_agree:
 * @fitting: (out): how many statements' own counts the votes then give exactly
 *
 * Exports differ in whether +1 or -1 means agreement. The statements' own counts
 * tell; where they do not, it is +1.
 *
 * Returns: 1 or -1
 */
int
plenum_polis_find_agree (PlenumPolis *self, guint *fitting)
{
  guint64 distance[2] = { 0, 0 };
  guint fits[2] = { 0, 0 };
  guint better;

  for (guint i = 0; i < self->statements->len; i++)
    {
      PlenumPolisStatement *s = self->statements->pdata[i];

      if (s->said_agrees < 0 || s->said_disagrees < 0)
        continue;
      distance[0] += ABS (s->said_agrees - (int) s->plus) + ABS (s->said_disagrees - (int) s->minus);
      distance[1] += ABS (s->said_agrees - (int) s->minus) + ABS (s->said_disagrees - (int) s->plus);
      fits[0] += s->said_agrees == (int) s->plus && s->said_disagrees == (int) s->minus;
      fits[1] += s->said_agrees == (int) s->minus && s->said_disagrees == (int) s->plus;
    }
  better = distance[1] < distance[0] ? 1 : 0;
  *fitting = fits[better];

  return better == 0 ? 1 : -1;
}
