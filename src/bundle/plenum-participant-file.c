/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-participant-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-fold.h"
#include "plenum-input.h"
#include "plenum-place.h"
#include "plenum-weight.h"

#define MOST_PEOPLE 100000 /* in one file; a workshop has at most a few thousand */

G_DEFINE_QUARK (plenum-participant-file-error-quark, plenum_participant_file_error)

struct _PlenumParticipantFile
{
  GPtrArray  *added;    /* PlenumRecord */
  GPtrArray  *changed;  /* PlenumRecord: copies of those present */
  GPtrArray  *problems; /* char * */
  GPtrArray  *unknown;  /* char *: headers of columns that are not taken over */
  guint       skipped;
};

/* While a file is read. */
typedef struct
{
  PlenumParticipantFile *file;
  PlenumCsvReader       *reader;
  const char            *name;
  const char            *workshop;
  GArray                *fields;   /* int: the field of each column, or -1 */
  GHashTable            *by_email; /* folded → PlenumRecord that is present */
  GHashTable            *by_name;  /* the same; several of one name: the key alone */
  GHashTable            *met;      /* id of who was updated, or name and email of who was added → itself */
} Reading;

/* What columns are called, folded, in English and German. */
static const struct { const char *header; int field; } headers[] = {
  { "name", PLENUM_PARTICIPANT_NAME },
  { "vor- und nachname", PLENUM_PARTICIPANT_NAME },
  { "vollständiger name", PLENUM_PARTICIPANT_NAME },
  { "full name", PLENUM_PARTICIPANT_NAME },
  { "email", PLENUM_PARTICIPANT_EMAIL },
  { "e-mail", PLENUM_PARTICIPANT_EMAIL },
  { "mail", PLENUM_PARTICIPANT_EMAIL },
  { "e-mail-adresse", PLENUM_PARTICIPANT_EMAIL },
  { "email address", PLENUM_PARTICIPANT_EMAIL },
  { "organisation", PLENUM_PARTICIPANT_ORGANISATION },
  { "organization", PLENUM_PARTICIPANT_ORGANISATION },
  { "institution", PLENUM_PARTICIPANT_ORGANISATION },
  { "einrichtung", PLENUM_PARTICIPANT_ORGANISATION },
  { "firma", PLENUM_PARTICIPANT_ORGANISATION },
  { "sector", PLENUM_PARTICIPANT_SECTOR },
  { "sektor", PLENUM_PARTICIPANT_SECTOR },
  { "role", PLENUM_PARTICIPANT_ROLE },
  { "rolle", PLENUM_PARTICIPANT_ROLE },
  { "funktion", PLENUM_PARTICIPANT_ROLE },
  { "offers", PLENUM_PARTICIPANT_OFFERS },
  { "bietet", PLENUM_PARTICIPANT_OFFERS },
  { "angebote", PLENUM_PARTICIPANT_OFFERS },
  { "kompetenzen", PLENUM_PARTICIPANT_OFFERS },
  { "competences", PLENUM_PARTICIPANT_OFFERS },
  { "seeks", PLENUM_PARTICIPANT_SEEKS },
  { "sucht", PLENUM_PARTICIPANT_SEEKS },
  { "gesuche", PLENUM_PARTICIPANT_SEEKS },
  { "weight", PLENUM_PARTICIPANT_WEIGHT },
  { "gewicht", PLENUM_PARTICIPANT_WEIGHT },
  { "stimmgewicht", PLENUM_PARTICIPANT_WEIGHT },
};

/* The sectors that have a name of their own, as people write them. */
static const struct { const char *written; const char *sector; } sectors[] = {
  { "administration", "administration" },
  { "public administration", "administration" },
  { "verwaltung", "administration" },
  { "civil society", "civil-society" },
  { "civil-society", "civil-society" },
  { "zivilgesellschaft", "civil-society" },
  { "business", "business" },
  { "wirtschaft", "business" },
  { "science", "science" },
  { "wissenschaft", "science" },
};

void
plenum_participant_file_free (PlenumParticipantFile *self)
{
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->fields, g_array_unref);
  g_clear_pointer (&reading->by_email, g_hash_table_unref);
  g_clear_pointer (&reading->by_name, g_hash_table_unref);
  g_clear_pointer (&reading->met, g_hash_table_unref);
  g_clear_pointer (&reading->reader, plenum_csv_reader_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static char *
get_key (const char *text)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));

  return g_utf8_casefold (plain, -1);
}

static void
add_present (Reading *reading, PlenumRecord *person)
{
  const char *email = plenum_record_get_text (person, PLENUM_PARTICIPANT_EMAIL);
  const char *name = plenum_record_get_text (person, PLENUM_PARTICIPANT_NAME);

  if (email != NULL && *email != '\0')
    g_hash_table_insert (reading->by_email, get_key (email), person);
  if (name != NULL)
    {
      g_autofree char *key = get_key (name);

      /* Two people of one name: the name alone says neither. */
      g_hash_table_insert (reading->by_name, g_strdup (key),
                           g_hash_table_contains (reading->by_name, key) ? NULL : person);
    }
}

static int
find_field (const char *header)
{
  g_autofree char *key = get_key (header);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (g_str_equal (headers[i].header, key))
      return headers[i].field;

  return -1;
}

static gboolean
fail_header (Reading *reading, GError **error, const char *message)
{
  plenum_place_set_error (error, PLENUM_PARTICIPANT_FILE_ERROR, PLENUM_PARTICIPANT_FILE_ERROR_HEADER,
                          reading->name, plenum_csv_reader_get_line (reading->reader), "%s", message);
  return FALSE;
}

static gboolean
read_header (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean seen[PLENUM_PARTICIPANT_EXTRA] = { FALSE };

  if (!plenum_csv_reader_read (reading->reader, cancellable, &why))
    {
      if (why != NULL)
        g_propagate_error (error, g_steal_pointer (&why));
      else
        plenum_place_set_error (error, PLENUM_PARTICIPANT_FILE_ERROR, PLENUM_PARTICIPANT_FILE_ERROR_EMPTY, reading->name, 0, "%s",
                                _("The file is empty. Its first line must have the names of the columns, such as “name”."));
      return FALSE;
    }

  for (guint i = 0; i < plenum_csv_reader_get_n_fields (reading->reader); i++)
    {
      const char *header = plenum_csv_reader_get_field (reading->reader, i);
      int field = find_field (header);

      if (field >= 0 && seen[field])
        return fail_header (reading, error, _("Two columns mean the same. Rename or remove one of them."));
      if (field >= 0)
        seen[field] = TRUE;
      else if (*header != '\0')
        g_ptr_array_add (reading->file->unknown, g_strdup (header));
      g_array_append_val (reading->fields, field);
    }

  return seen[PLENUM_PARTICIPANT_NAME]
         || fail_header (reading, error, _("There is no column of names. The first line must have a column called “name”."));
}

static void G_GNUC_PRINTF (2, 3)
skip_row (Reading *reading, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (reading->file->problems,
                   g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s", reading->name,
                                    plenum_csv_reader_get_line (reading->reader), message));
  reading->file->skipped++;
}

static gboolean
is_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strchr (at + 1, '@') == NULL && strpbrk (text, " \t\r\n,;<>") == NULL;
}

static const char *
normalise_sector (const char *text)
{
  g_autofree char *key = get_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (sectors); i++)
    if (g_str_equal (sectors[i].written, key))
      return sectors[i].sector;

  return text;
}

/* The row as a record; empty cells are null. */
static PlenumRecord *
read_row (Reading *reading)
{
  PlenumRecord *row = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (row, PLENUM_PARTICIPANT_WORKSHOP, reading->workshop);
  plenum_record_set_integer (row, PLENUM_PARTICIPANT_PRESENT, FALSE);
  for (guint i = 0; i < reading->fields->len && i < plenum_csv_reader_get_n_fields (reading->reader); i++)
    {
      int field = g_array_index (reading->fields, int, i);
      g_autofree char *text = g_strstrip (g_strdup (plenum_csv_plain_text (plenum_csv_reader_get_field (reading->reader, i))));

      if (field >= 0 && *text != '\0')
        plenum_record_set_text (row, field, field == PLENUM_PARTICIPANT_SECTOR ? normalise_sector (text) : text);
    }

  return row;
}

/* Says what is wrong with a row, if anything is. */
static gboolean
check_row (Reading *reading, PlenumRecord *row)
{
  const char *email = plenum_record_get_text (row, PLENUM_PARTICIPANT_EMAIL);
  const char *weight = plenum_record_get_text (row, PLENUM_PARTICIPANT_WEIGHT);
  guint n_fields = plenum_csv_reader_get_n_fields (reading->reader);

  if (n_fields > reading->fields->len)
    skip_row (reading, _("This row has %u values, but there are only %u columns. Put values with a separator in them in quotation marks."),
              n_fields, reading->fields->len);
  else if (plenum_record_is_null (row, PLENUM_PARTICIPANT_NAME))
    skip_row (reading, "%s", _("The name is missing. Write it into the column of names."));
  else if (email != NULL && !is_email (email))
    skip_row (reading, _("“%s” is no email address. It should look like name@example.org."), email);
  else if (weight != NULL && !plenum_weight_is_valid (weight))
    skip_row (reading, _("“%s” is no weight of a vote. Write a positive number such as 2, or a fraction such as 3/2."), weight);
  else
    return TRUE;

  return FALSE;
}

/* Who of those present the row is about: by email, else by name. */
static gboolean
find_present (Reading *reading, PlenumRecord *row, PlenumRecord **person)
{
  const char *email = plenum_record_get_text (row, PLENUM_PARTICIPANT_EMAIL);
  g_autofree char *email_key = email != NULL ? get_key (email) : NULL;
  g_autofree char *name_key = get_key (plenum_record_get_text (row, PLENUM_PARTICIPANT_NAME));
  const char *other;

  *person = email_key != NULL ? g_hash_table_lookup (reading->by_email, email_key) : NULL;
  if (*person != NULL || !g_hash_table_contains (reading->by_name, name_key))
    return TRUE;

  *person = g_hash_table_lookup (reading->by_name, name_key);
  if (*person == NULL && email == NULL)
    {
      skip_row (reading, _("There are several participants called “%s”. Add their email addresses to tell them apart."),
                plenum_record_get_text (row, PLENUM_PARTICIPANT_NAME));
      return FALSE;
    }

  /* The same name with another address is another person. */
  other = *person != NULL ? plenum_record_get_text (*person, PLENUM_PARTICIPANT_EMAIL) : NULL;
  if (email != NULL && other != NULL && *other != '\0')
    *person = NULL;

  return TRUE;
}

static void
take_over (Reading *reading, PlenumRecord *row, PlenumRecord *person)
{
  g_autoptr (PlenumRecord) changed = plenum_record_copy (person, plenum_record_get_id (person));
  gboolean differs = FALSE;

  /* An empty cell says nothing; it does not delete what is known. */
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      guint field = headers[i].field;

      if (!plenum_record_is_null (row, field) && !plenum_record_field_equal (row, changed, field))
        {
          plenum_record_set_text (changed, field, plenum_record_get_text (row, field));
          differs = TRUE;
        }
    }

  if (differs)
    g_ptr_array_add (reading->file->changed, g_steal_pointer (&changed));
}

static gboolean
meet (Reading *reading, PlenumRecord *row, PlenumRecord *person)
{
  const char *email = plenum_record_get_text (row, PLENUM_PARTICIPANT_EMAIL);
  g_autofree char *key = person != NULL ? g_strdup (plenum_record_get_id (person))
                                        : get_key (email != NULL ? email : plenum_record_get_text (row, PLENUM_PARTICIPANT_NAME));

  if (g_hash_table_add (reading->met, g_steal_pointer (&key)))
    return TRUE;

  skip_row (reading, _("“%s” stands in the file twice. Only the first row counts."),
            plenum_record_get_text (row, PLENUM_PARTICIPANT_NAME));
  return FALSE;
}

static void
read_person (Reading *reading)
{
  g_autoptr (PlenumRecord) row = read_row (reading);
  PlenumRecord *person;

  if (!check_row (reading, row) || !find_present (reading, row, &person) || !meet (reading, row, person))
    return;

  if (person != NULL)
    take_over (reading, row, person);
  else
    g_ptr_array_add (reading->file->added, g_steal_pointer (&row));
}

static gboolean
read_people (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  guint n_rows = 0;

  if (!read_header (reading, cancellable, error))
    return FALSE;

  while (plenum_csv_reader_read (reading->reader, cancellable, &why))
    {
      if (++n_rows > MOST_PEOPLE)
        {
          plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, reading->name,
                                  plenum_csv_reader_get_line (reading->reader),
                                  _("The file has too many people. At most %d can be taken over at once."), MOST_PEOPLE);
          return FALSE;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_person (reading);
    }

  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/**
 * plenum_participant_file_read_stream:
 * @stream: a table with a header, as CSV or as copied from a spreadsheet
 * @name: what messages call it
 * @workshop: the id of the workshop they are for
 * @present: (element-type PlenumRecord): the participants it has already
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_PARTICIPANT_FILE_ERROR,
 *   %PLENUM_CSV_ERROR or %G_IO_ERROR, whose message begins with the place
 *
 * Reads people and finds out who is new. A row that cannot be taken over becomes
 * a problem and is skipped.
 *
 * Returns: (transfer full) (nullable): what plenum_action_put_participants() needs
 */
PlenumParticipantFile *
plenum_participant_file_read_stream (GInputStream  *stream,
                                     const char    *name,
                                     const char    *workshop,
                                     GPtrArray     *present,
                                     GCancellable  *cancellable,
                                     GError       **error)
{
  g_autoptr (PlenumParticipantFile) file = g_new0 (PlenumParticipantFile, 1);
  g_auto (Reading) reading = { file, plenum_csv_reader_new (stream, name), name, workshop };

  file->added = g_ptr_array_new_with_free_func (g_object_unref);
  file->changed = g_ptr_array_new_with_free_func (g_object_unref);
  file->problems = g_ptr_array_new_with_free_func (g_free);
  file->unknown = g_ptr_array_new_with_free_func (g_free);
  reading.fields = g_array_new (FALSE, FALSE, sizeof (int));
  reading.by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < present->len; i++)
    add_present (&reading, present->pdata[i]);

  return read_people (&reading, cancellable, error) ? g_steal_pointer (&file) : NULL;
}

/**
 * plenum_participant_file_read:
 * @path: a file, or "-" for standard input
 *
 * As plenum_participant_file_read_stream().
 *
 * Returns: (transfer full) (nullable): what plenum_action_put_participants() needs
 */
PlenumParticipantFile *
plenum_participant_file_read (const char    *path,
                              const char    *workshop,
                              GPtrArray     *present,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (GInputStream) stream = plenum_input_read (input, cancellable, error);

  if (stream == NULL)
    return NULL;

  return plenum_participant_file_read_stream (stream, plenum_input_get_name (input), workshop, present, cancellable, error);
}

/**
 * plenum_participant_file_get_added:
 *
 * Returns: (transfer none) (element-type PlenumRecord): new participants
 */
GPtrArray *
plenum_participant_file_get_added (PlenumParticipantFile *self)
{
  return self->added;
}

/**
 * plenum_participant_file_get_changed:
 *
 * Returns: (transfer none) (element-type PlenumRecord): participants as they shall be
 */
GPtrArray *
plenum_participant_file_get_changed (PlenumParticipantFile *self)
{
  return self->changed;
}

/**
 * plenum_participant_file_get_problems:
 *
 * Returns: (transfer none) (element-type utf8): why rows were skipped, each
 *   beginning with the file and the line
 */
GPtrArray *
plenum_participant_file_get_problems (PlenumParticipantFile *self)
{
  return self->problems;
}

/**
 * plenum_participant_file_get_unknown:
 *
 * Returns: (transfer none) (element-type utf8): columns that are not taken over
 */
GPtrArray *
plenum_participant_file_get_unknown (PlenumParticipantFile *self)
{
  return self->unknown;
}

guint
plenum_participant_file_get_n_skipped (PlenumParticipantFile *self)
{
  return self->skipped;
}
