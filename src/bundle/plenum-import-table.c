/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any table: a row is an idea, and a mapping says what its columns mean. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-import-ideas.h"
#include "plenum-place.h"
#include "plenum-table-value.h"
#include "plenum-uuid.h"

#define ROWS_SHOWN 20

typedef struct
{
  PlenumImportPart  parent;
  PlenumInput      *input;
  char             *workshop; /* id of the one to make */
  guint             n_rows;
} TablePart;

/* While the rows go into the library. */
typedef struct
{
  TablePart         *part;
  PlenumImportRun   *run;
  PlenumCsvReader   *reader;
  int                columns[PLENUM_N_COLUMNS]; /* by meaning, or -1 */
  PlenumImportIdeas  ideas;
  guint              no_time;
  guint              no_kind;
} TableRun;

static gboolean
check_row (TablePart *self, PlenumCsvReader *reader, GError **error)
{
  guint n_columns = plenum_table_mapping_get_n_columns (self->parent.preview.mapping);

  for (guint i = n_columns; i < plenum_csv_reader_get_n_fields (reader); i++)
    if (*plenum_csv_reader_get_field (reader, i) != '\0')
      {
        plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE,
                                plenum_input_get_name (self->input), plenum_csv_reader_get_line (reader),
                                _("The record has %u fields, the header only %u. A text with a separator in it must stand in quotes."),
                                plenum_csv_reader_get_n_fields (reader), n_columns);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_header (TablePart *self, PlenumCsvReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  guint n;

  if (!plenum_csv_reader_read (reader, cancellable, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE,
                                plenum_input_get_name (self->input), 1, _("A table begins with the names of its columns."));
      return FALSE;
    }

  n = plenum_csv_reader_get_n_fields (reader);
  while (n > 1 && *plenum_csv_reader_get_field (reader, n - 1) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, g_strstrip (g_strdup (plenum_csv_reader_get_field (reader, i))));
  g_ptr_array_add (names, NULL);
  self->parent.preview.mapping = plenum_table_mapping_new ((const char * const *) names->pdata);
  /* Nobody quotes a list of sentences. */
  if (n == 1)
    plenum_csv_reader_set_raw_last (reader, 1);

  return TRUE;
}

static GStrv
copy_row (PlenumCsvReader *reader, guint n)
{
  GStrv row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = g_strdup (plenum_csv_plain_text (plenum_csv_reader_get_field (reader, i)));

  return row;
}

/* Reads the table through: nothing may turn out wrong once the library is open. */
static gboolean
read_through (TablePart *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (self->input, cancellable, error);
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) failure = NULL;
  PlenumTableMapping *mapping;

  if (stream == NULL)
    return FALSE;
  reader = plenum_csv_reader_new (stream, plenum_input_get_name (self->input));
  if (!read_header (self, reader, cancellable, error))
    return FALSE;

  mapping = self->parent.preview.mapping;
  self->parent.preview.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < plenum_table_mapping_get_n_columns (mapping); i++)
    g_checksum_update (checksum, (const guchar *) plenum_table_mapping_get_name (mapping, i),
                       strlen (plenum_table_mapping_get_name (mapping, i)) + 1);

  while (plenum_csv_reader_read (reader, cancellable, &failure))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_row (self, reader, error))
        return FALSE;

      if (self->n_rows < ROWS_SHOWN)
        g_ptr_array_add (self->parent.preview.rows, copy_row (reader, plenum_table_mapping_get_n_columns (mapping)));
      /* A table that grew is still the same, so its name and first row tell. */
      for (guint i = 0; self->n_rows == 0 && i < plenum_table_mapping_get_n_columns (mapping); i++)
        g_checksum_update (checksum, (const guchar *) plenum_csv_reader_get_field (reader, i),
                           strlen (plenum_csv_reader_get_field (reader, i)) + 1);
      self->n_rows++;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  self->workshop = plenum_uuid_from_name ("table", g_checksum_get_string (checksum));

  return TRUE;
}

static const char *
get_value (TableRun *self, PlenumColumn meaning)
{
  const char *value;

  if (self->columns[meaning] < 0)
    return NULL;

  value = plenum_csv_plain_text (plenum_csv_reader_get_field (self->reader, self->columns[meaning]));

  return *value != '\0' ? value : NULL;
}

static void
set_times_and_kind (TableRun *self, PlenumForeignIdea *idea)
{
  const char *created = get_value (self, PLENUM_COLUMN_CREATED);
  const char *kind = get_value (self, PLENUM_COLUMN_KIND);
  const char *moderated = get_value (self, PLENUM_COLUMN_MODERATED);

  if (created != NULL && !plenum_table_parse_time (created, &idea->created))
    self->no_time++;
  if (kind != NULL && (idea->kind = plenum_table_parse_kind (kind)) == NULL)
    self->no_kind++;
  if (moderated != NULL && (strcmp (moderated, "1") == 0 || strcmp (moderated, "0") == 0 || strcmp (moderated, "-1") == 0))
    idea->moderated = (int) g_ascii_strtoll (moderated, NULL, 10);
}

static gboolean
put_row (TableRun *self, GError **error)
{
  PlenumForeignIdea idea = {
    .id = get_value (self, PLENUM_COLUMN_ID),
    .title = get_value (self, PLENUM_COLUMN_TITLE),
    .text = get_value (self, PLENUM_COLUMN_TEXT),
    .author = get_value (self, PLENUM_COLUMN_AUTHOR),
    .url = get_value (self, PLENUM_COLUMN_URL),
    .location = get_value (self, PLENUM_COLUMN_LOCATION),
    .theme = get_value (self, PLENUM_COLUMN_THEME),
    .tags = get_value (self, PLENUM_COLUMN_TAGS),
    .separators = ",;|",
    .moderated = PLENUM_MODERATED_UNKNOWN,
  };
  g_autofree char *id = NULL;

  if (idea.title == NULL && idea.text == NULL)
    return TRUE;
  set_times_and_kind (self, &idea);

  return plenum_import_ideas_put (&self->ideas, &idea, &id, error);
}

static void
report_losses (TableRun *self)
{
  PlenumTableMapping *mapping = self->part->parent.preview.mapping;

  for (guint i = 0; i < plenum_table_mapping_get_n_columns (mapping); i++)
    if (plenum_table_mapping_get (mapping, i) == PLENUM_COLUMN_NONE && *plenum_table_mapping_get_name (mapping, i) != '\0')
      plenum_import_result_lose (self->run->result, plenum_table_mapping_get_name (mapping, i),
                                 _("No field of an idea was chosen for this column."));

  if (self->no_time > 0)
    {
      g_autofree char *why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%u value is no date. The idea has the time of the import instead.",
                                                           "%u values are no dates. The ideas have the time of the import instead.",
                                                           self->no_time), self->no_time);

      plenum_import_result_lose (self->run->result,
                                 plenum_table_mapping_get_name (mapping, self->columns[PLENUM_COLUMN_CREATED]), why);
    }
  if (self->no_kind > 0)
    {
      g_autofree char *why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%u value is no kind that is known. It became an idea.",
                                                           "%u values are no kinds that are known. They became ideas.",
                                                           self->no_kind), self->no_kind);

      plenum_import_result_lose (self->run->result,
                                 plenum_table_mapping_get_name (mapping, self->columns[PLENUM_COLUMN_KIND]), why);
    }
}

static PlenumRecord *
make_workshop (TableRun *self)
{
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, self->part->workshop);

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, self->part->parent.preview.title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_SYSTEM, PLENUM_IMPORT_TABLE);

  return workshop;
}

static gboolean
put_rows (TableRun *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint done = 0;

  while (plenum_csv_reader_read (self->reader, cancellable, &failure))
    {
      if (!put_row (self, error))
        return FALSE;
      if (++done % 64 == 0 && !plenum_import_run_step (self->run, (double) done / self->part->n_rows, error))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  report_losses (self);

  return TRUE;
}

static gboolean
table_run (PlenumImportPart *part, PlenumImportRun *run, GError **error)
{
  TableRun self = { (TablePart *) part, run };
  PlenumTableMapping *mapping = part->preview.mapping;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlenumRecord) workshop = NULL;
  gboolean done;

  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    self.columns[i] = plenum_table_mapping_find (mapping, i);
  if (self.columns[PLENUM_COLUMN_TEXT] < 0 && self.columns[PLENUM_COLUMN_TITLE] < 0)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, part->preview.files[0], 1,
                              _("No column is the text of the ideas. Call one “text” or “title”, or choose one."));
      return FALSE;
    }
  stream = plenum_input_read (self.part->input, run->cancellable, error);
  if (stream == NULL)
    return FALSE;

  self.reader = plenum_csv_reader_new (stream, part->preview.files[0]);
  plenum_import_ideas_init (&self.ideas, run, PLENUM_IMPORT_TABLE);
  workshop = make_workshop (&self);
  done = plenum_csv_reader_read (self.reader, run->cancellable, error)
         && plenum_import_place_find (&self.ideas.place, run, workshop, _("Submissions"), error);
  if (done && plenum_table_mapping_get_n_columns (mapping) == 1)
    plenum_csv_reader_set_raw_last (self.reader, 1);
  done = done && put_rows (&self, run->cancellable, error);

  plenum_import_ideas_clear (&self.ideas);
  plenum_csv_reader_free (self.reader);

  return done;
}

static void
table_free (PlenumImportPart *part)
{
  TablePart *self = (TablePart *) part;

  plenum_input_free (self->input);
  g_free (self->workshop);
  g_free (self);
}

static const PlenumImportPartClass table_class = { table_run, table_free };

/**
 * plenum_import_table_new:
 * @input: (transfer full): a table
 *
 * Returns: (transfer full) (nullable): a table that was read through
 */
PlenumImportPart *
plenum_import_table_new (PlenumInput *input, GCancellable *cancellable, GError **error)
{
  TablePart *self = g_new0 (TablePart, 1);

  self->input = input;
  plenum_import_part_init (&self->parent, &table_class, PLENUM_IMPORT_TABLE,
                           (const char * const []) { plenum_input_get_name (input), NULL });
  self->parent.preview.title = plenum_import_part_name (plenum_input_get_name (input), _("Imported table"));
  if (!read_through (self, cancellable, error))
    {
      plenum_import_part_free (&self->parent);
      return NULL;
    }
  plenum_import_part_count (&self->parent, "idea", self->n_rows);

  return &self->parent;
}
