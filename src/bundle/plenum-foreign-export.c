/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of workshops as tables that other programs take in. None of them says
 * who wrote a card. Decidim: decidim-proposals, Import::ProposalCreator and
 * ProposalsVerifier. Polis: the administration's “Upload a CSV of seed comments”. */
#include "plenum-foreign-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-exchange.h"
#include "plenum-import.h"
#include "plenum-output.h"

#define LONGEST_TITLE 150 /* characters: what a proposal of Decidim may have */

/* While the file is written. */
typedef struct
{
  PlenumStore         *store;
  PlenumCsvWriter     *csv;
  PlenumForeignExport *result;
  char                *language; /* of the workshops: Decidim's columns name it */
  GHashTable          *themes;   /* id of an idea → titles of its themes */
  GHashTable          *tags;     /* id of an idea → its tags */
  GCancellable        *cancellable;
} Export;

typedef struct
{
  const char  *name;
  char         separator;
  void       (*begin) (Export *self);
  void       (*write) (Export *self, PlenumRecord *idea);
} Format;

static const char *
get (PlenumRecord *idea, guint field)
{
  const char *text = plenum_record_get_text (idea, field);

  return text != NULL && text[strspn (text, " \t\r\n")] != '\0' ? text : NULL;
}

/* Says once what stays behind. */
static void
lose (Export *self, const char *what, const char *why)
{
  PlenumImportLoss *loss;

  for (guint i = 0; i < self->result->lost->len; i++)
    if (strcmp (((PlenumImportLoss *) self->result->lost->pdata[i])->column, what) == 0)
      return;

  loss = g_new0 (PlenumImportLoss, 1);
  loss->column = g_strdup (what);
  loss->why = g_strdup (why);
  g_ptr_array_add (self->result->lost, loss);
}

static void
loss_free (gpointer data)
{
  PlenumImportLoss *loss = data;

  g_free (loss->column);
  g_free (loss->why);
  g_free (loss);
}

/* The names are those of the fields, as in a bundle. */
static void
lose_fields (Export *self, PlenumRecord *idea, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (get (idea, fields[i]) != NULL)
      lose (self, plenum_type_get_info (PLENUM_IDEA)->fields[fields[i]].name, _("The other program has no column for it."));
  if (g_hash_table_contains (self->themes, plenum_record_get_id (idea)))
    lose (self, "theme", _("The other program has no column for it."));
  if (g_hash_table_contains (self->tags, plenum_record_get_id (idea)))
    lose (self, "tags", _("The other program has no column for it."));
}

/* Lines and paragraphs of a text, as an editor in a browser writes them. */
static char *
to_html (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) html = g_string_new ("<p>");

  g_string_append (html, escaped);
  g_string_append (html, "</p>");
  g_string_replace (html, "\r\n", "\n", 0);
  g_string_replace (html, "\n\n", "</p><p>", 0);
  g_string_replace (html, "\n", "<br>", 0);

  return g_strdup (html->str);
}

/* A title is needed there: how the text begins, where the card has none. */
static char *
make_title (PlenumRecord *idea)
{
  const char *title = get (idea, PLENUM_IDEA_TITLE);
  const char *text = get (idea, PLENUM_IDEA_TEXT);
  g_autofree char *line = NULL;
  char *end;

  if (title != NULL)
    return g_strdup (title);

  text += strspn (text, " \t\r\n");
  line = g_strndup (text, strcspn (text, "\r\n"));
  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);

  *g_utf8_offset_to_pointer (line, LONGEST_TITLE - 1) = '\0';
  end = strrchr (line, ' ');
  if (end != NULL && g_utf8_strlen (line, end - line) > LONGEST_TITLE / 2)
    *end = '\0';

  return g_strconcat (line, "…", NULL);
}

/* “Market (50.73, 7.1)” as the columns it came from. */
static void
add_location (Export *self, const char *location)
{
  static const char pattern[] = "^(.*?)\\s*\\(?(-?[0-9]+(?:\\.[0-9]+)?), (-?[0-9]+(?:\\.[0-9]+)?)\\)?$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *label = NULL;

  if (location == NULL || !g_regex_match (regex, location, 0, &match))
    {
      plenum_csv_writer_add_text (self->csv, location);
      plenum_csv_writer_add_text (self->csv, NULL);
      plenum_csv_writer_add_text (self->csv, NULL);
      return;
    }

  label = g_match_info_fetch (match, 1);
  plenum_csv_writer_add_text (self->csv, label);
  for (int i = 2; i <= 3; i++)
    {
      g_autofree char *number = g_match_info_fetch (match, i);

      /* As a number, which no spreadsheet takes for a formula. */
      plenum_csv_writer_add_number (self->csv, number);
    }
}

static void
begin_decidim (Export *self)
{
  g_autofree char *title = g_strconcat ("title/", self->language, NULL);
  g_autofree char *body = g_strconcat ("body/", self->language, NULL);
  const char * const names[] = { "id", title, body, "address", "latitude", "longitude", "taxonomies/ids" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plenum_csv_writer_add_text (self->csv, names[i]);
}

static void
write_decidim (Export *self, PlenumRecord *idea)
{
  static const guint lost[] = { PLENUM_IDEA_AUTHOR };
  const char *text = get (idea, PLENUM_IDEA_TEXT);
  g_autofree char *title = make_title (idea);
  g_autofree char *body = to_html (text != NULL ? text : title);

  plenum_csv_writer_add_text (self->csv, plenum_record_get_id (idea));
  plenum_csv_writer_add_text (self->csv, title);
  plenum_csv_writer_add_text (self->csv, body);
  add_location (self, get (idea, PLENUM_IDEA_LOCATION));
  plenum_csv_writer_add_text (self->csv, NULL); /* numbers that only that platform knows */
  lose_fields (self, idea, lost, G_N_ELEMENTS (lost));
}

static void
begin_polis (Export *self)
{
  plenum_csv_writer_add_text (self->csv, "comment_text");
}

/* A statement is one line. */
static void
write_polis (Export *self, PlenumRecord *idea)
{
  static const guint lost[] = { PLENUM_IDEA_AUTHOR, PLENUM_IDEA_LOCATION };
  const char *title = get (idea, PLENUM_IDEA_TITLE);
  const char *text = get (idea, PLENUM_IDEA_TEXT);
  g_autofree char *both = title != NULL && text != NULL ? g_strconcat (title, ": ", text, NULL)
                                                        : g_strdup (text != NULL ? text : title);
  g_auto (GStrv) words = g_strsplit_set (both, " \t\r\n", -1);
  g_autoptr (GString) statement = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (statement, "%s%s", statement->len > 0 ? " " : "", words[i]);
  plenum_csv_writer_add_text (self->csv, statement->str);
  lose_fields (self, idea, lost, G_N_ELEMENTS (lost));
}

static void
begin_table (Export *self)
{
  static const char * const names[] = { "id", "title", "text", "kind", "theme", "tags", "location", "url", "created" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plenum_csv_writer_add_text (self->csv, names[i]);
}

static void
write_table (Export *self, PlenumRecord *idea)
{
  const char *id = plenum_record_get_id (idea);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (plenum_record_get_integer (idea, PLENUM_IDEA_CREATED) / 1000);
  g_autofree char *time = created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  plenum_csv_writer_add_text (self->csv, id);
  plenum_csv_writer_add_text (self->csv, plenum_record_get_text (idea, PLENUM_IDEA_TITLE));
  plenum_csv_writer_add_text (self->csv, plenum_record_get_text (idea, PLENUM_IDEA_TEXT));
  plenum_csv_writer_add_text (self->csv, plenum_record_get_text (idea, PLENUM_IDEA_KIND));
  plenum_csv_writer_add_text (self->csv, g_hash_table_lookup (self->themes, id));
  plenum_csv_writer_add_text (self->csv, g_hash_table_lookup (self->tags, id));
  plenum_csv_writer_add_text (self->csv, plenum_record_get_text (idea, PLENUM_IDEA_LOCATION));
  plenum_csv_writer_add_text (self->csv, plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_URL));
  plenum_csv_writer_add_text (self->csv, time);
  if (get (idea, PLENUM_IDEA_AUTHOR) != NULL)
    lose (self, "author", _("A table of cards does not say who wrote them."));
}

/* Decidim reads what its setting says, which is a semicolon unless changed. */
static const Format formats[] = {
  { PLENUM_IMPORT_DECIDIM, ';', begin_decidim, write_decidim },
  { PLENUM_IMPORT_POLIS, ',', begin_polis, write_polis },
  { PLENUM_IMPORT_TABLE, ',', begin_table, write_table },
};

/**
 * plenum_foreign_export_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): formats for plenum_foreign_export()
 */
const char * const *
plenum_foreign_export_list_formats (void)
{
  static const char * const names[] = { PLENUM_IMPORT_DECIDIM, PLENUM_IMPORT_POLIS, PLENUM_IMPORT_TABLE, NULL };

  return names;
}

static void
append (GHashTable *texts, const char *idea, const char *text)
{
  const char *before = g_hash_table_lookup (texts, idea);

  if (idea != NULL && text != NULL)
    g_hash_table_insert (texts, g_strdup (idea), before != NULL ? g_strconcat (before, ",", text, NULL) : g_strdup (text));
}

/* What hangs on the cards of a workshop. */
static gboolean
read_labels (Export *self, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) memberships = plenum_store_list (self->store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_WORKSHOP, workshop, error);
  g_autoptr (GPtrArray) tags = NULL;

  if (memberships == NULL
      || (tags = plenum_store_list (self->store, PLENUM_TAG, PLENUM_TAG_WORKSHOP, workshop, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < memberships->len; i++)
    {
      g_autoptr (PlenumRecord) theme = plenum_store_get (self->store, PLENUM_THEME,
                                                         plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_THEME), error);

      if (theme == NULL)
        return FALSE;
      append (self->themes, plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_IDEA),
              plenum_record_get_text (theme, PLENUM_THEME_TITLE));
    }
  for (guint i = 0; i < tags->len; i++)
    append (self->tags, plenum_record_get_text (tags->pdata[i], PLENUM_TAG_IDEA), plenum_record_get_text (tags->pdata[i], PLENUM_TAG_NAME));
  if (plenum_store_count (self->store, PLENUM_COMMENT, PLENUM_COMMENT_WORKSHOP, workshop) > 0)
    lose (self, "comment", _("A table of cards has no room for what was said about them."));
  if (plenum_store_count (self->store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, workshop) > 0)
    lose (self, "poll", _("A table of cards has no room for votes. Export the ballots of each vote on their own."));

  return TRUE;
}

/* Cards that were merged speak through the one that stands for them, and what
 * moderation took off the wall stays here. */
static gboolean
is_shown (Export *self, PlenumRecord *idea)
{
  if (!plenum_record_is_null (idea, PLENUM_IDEA_FACE)
      || (get (idea, PLENUM_IDEA_TITLE) == NULL && get (idea, PLENUM_IDEA_TEXT) == NULL))
    return FALSE;
  if (plenum_record_is_null (idea, PLENUM_IDEA_MODERATED) || plenum_record_get_integer (idea, PLENUM_IDEA_MODERATED) >= 0)
    return TRUE;

  lose (self, "moderated", _("Cards that moderation refused were left out."));

  return FALSE;
}

static gboolean
write_workshop (Export *self, const Format *format, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (self->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop, error);

  if (ideas == NULL || !read_labels (self, workshop, error))
    return FALSE;

  for (guint i = 0; i < ideas->len; i++)
    {
      if (!is_shown (self, ideas->pdata[i]))
        continue;
      format->write (self, ideas->pdata[i]);
      if (!plenum_csv_writer_end_record (self->csv, self->cancellable, error))
        return FALSE;
      self->result->ideas++;
    }

  return TRUE;
}

/* The language that the workshops have, the first of them; English where none says. */
static char *
find_language (PlenumStore *store, const char * const *workshops, GError **error)
{
  g_autofree char *language = NULL;

  for (guint i = 0; workshops[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) workshop = plenum_store_get (store, PLENUM_WORKSHOP, workshops[i], error);
      const char *own;

      if (workshop == NULL)
        return NULL;
      own = get (workshop, PLENUM_WORKSHOP_LANGUAGE);
      if (language == NULL && own != NULL)
        language = g_strndup (own, strcspn (own, "_-.@"));
    }

  return language != NULL ? g_steal_pointer (&language) : g_strdup ("en");
}

static gboolean
write_all (Export *self, const Format *format, const char * const *workshops, GError **error)
{
  format->begin (self);
  if (!plenum_csv_writer_end_record (self->csv, self->cancellable, error))
    return FALSE;

  for (guint i = 0; workshops[i] != NULL; i++)
    if (!write_workshop (self, format, workshops[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_foreign_export:
 * @workshops: (array zero-terminated=1): ids of workshops
 * @format: one of plenum_foreign_export_list_formats()
 * @path: where the file goes; see plenum_output_open()
 * @error: return location for an error in %PLENUM_STORE_ERROR or of GIO; there is no
 *   new file then
 *
 * Writes the cards of @workshops as a table, without their authors.
 *
 * Returns: (transfer full) (nullable): what was written, and what has no place there
 */
PlenumForeignExport *
plenum_foreign_export (PlenumStore *store, const char * const *workshops, const char *format, const char *path,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumForeignExport) result = g_new0 (PlenumForeignExport, 1);
  g_autofree char *language = find_language (store, workshops, error);
  g_autoptr (PlenumOutput) output = language != NULL ? plenum_output_open (path, error) : NULL;
  Export self = { store, NULL, result, language, NULL, NULL, cancellable };
  const Format *wanted = NULL;
  gboolean written;

  result->file = g_strdup (path);
  result->lost = g_ptr_array_new_with_free_func (loss_free);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, format) == 0)
      wanted = &formats[i];
  g_return_val_if_fail (wanted != NULL, NULL);
  if (output == NULL)
    return NULL;

  self.csv = plenum_csv_writer_new (plenum_output_get_stream (output), wanted->separator);
  self.themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  written = plenum_store_begin_reading (store, error);
  if (written)
    {
      written = write_all (&self, wanted, workshops, error);
      plenum_store_end_reading (store);
    }
  plenum_csv_writer_free (self.csv);
  g_hash_table_unref (self.themes);
  g_hash_table_unref (self.tags);

  return written && plenum_output_finish (output, cancellable, error) ? g_steal_pointer (&result) : NULL;
}

void
plenum_foreign_export_free (PlenumForeignExport *self)
{
  g_free (self->file);
  g_clear_pointer (&self->lost, g_ptr_array_unref);
  g_free (self);
}
