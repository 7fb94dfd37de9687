/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as the export of another program is valid text, and not too much. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "plenum-foreign-reader.h"
#include "plenum-polis.h"
#include "plenum-table-value.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check_text (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check (PlenumForeign *foreign)
{
  for (guint i = 0; i < foreign->ideas->len; i++)
    {
      PlenumForeignIdea *idea = &g_array_index (foreign->ideas, PlenumForeignIdea, i);

      g_assert_true (idea->title != NULL || idea->text != NULL);
      check_text (idea->id);
      check_text (idea->title);
      check_text (idea->text);
      check_text (idea->author);
      check_text (idea->location);
      check_text (idea->theme);
      check_text (idea->tags);
    }
  for (guint i = 0; i < foreign->comments->len; i++)
    {
      PlenumForeignComment *comment = &g_array_index (foreign->comments, PlenumForeignComment, i);

      g_assert_cmpuint (comment->idea, <, foreign->ideas->len);
      check_text (comment->text);
      check_text (comment->author);
    }
  for (guint i = 0; i < foreign->polls->len; i++)
    {
      GArray *options = ((PlenumForeignPoll *) foreign->polls->pdata[i])->options;

      for (guint j = 0; j < options->len; j++)
        g_assert_cmpuint (g_array_index (options, PlenumForeignOption, j).idea, <, foreign->ideas->len);
    }
  for (guint i = 0; i < foreign->lost->len; i++)
    check_text (foreign->lost->pdata[i]);
}

static const char * const formats[] = {
  NULL, PLENUM_IMPORT_ADHOCRACY, PLENUM_IMPORT_CONSUL, PLENUM_IMPORT_DECIDIM, PLENUM_IMPORT_PARABOL,
  PLENUM_IMPORT_SCRUMLR, PLENUM_IMPORT_SENSEMAKER, PLENUM_IMPORT_TALK_TO_THE_CITY, PLENUM_IMPORT_TRELLO,
  PLENUM_IMPORT_POLIS, PLENUM_IMPORT_TABLE,
};

static void
check_polis (PlenumPolis *polis)
{
  guint fitting;
  int agree = plenum_polis_find_agree (polis, &fitting);

  g_assert_true (agree == 1 || agree == -1);
  g_assert_cmpuint (fitting, <=, polis->statements->len);
  check_text (polis->topic);
  check_text (polis->description);
  check_text (polis->url);
  for (guint i = 0; i < polis->statements->len; i++)
    {
      PlenumPolisStatement *statement = polis->statements->pdata[i];

      check_text (statement->id);
      check_text (statement->author);
      check_text (statement->text);
      g_assert_cmpuint (statement->plus + statement->minus + statement->zero, <=, polis->votes->len);
    }
  for (guint i = 0; i < polis->votes->len; i++)
    {
      PlenumPolisVote *vote = &g_array_index (polis->votes, PlenumPolisVote, i);

      g_assert_cmpuint (vote->voter, <, polis->voters->len);
      g_assert_cmpuint (vote->statement, <, polis->statements->len);
      g_assert_true (vote->vote >= -1 && vote->vote <= 1);
    }
}

/* What a header is guessed to mean survives being remembered, and no value of a
 * date or of a kind does harm. */
static void
check_table (PlenumInput *input)
{
  g_autoptr (GInputStream) stream = plenum_input_read (input, NULL, NULL);
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, "f");
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlenumTableMapping) mapping = NULL;
  g_autofree char *guessed = NULL, *recalled = NULL, *key = NULL;

  if (!plenum_csv_reader_read (reader, NULL, NULL))
    return;
  for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
    g_ptr_array_add (header, g_strstrip (g_strdup (plenum_csv_reader_get_field (reader, i))));
  g_ptr_array_add (header, NULL);
  mapping = plenum_table_mapping_new ((const char * const *) header->pdata);
  key = plenum_table_mapping_get_key (mapping);
  check_text (key);
  guessed = plenum_table_mapping_to_text (mapping);
  plenum_table_mapping_apply_text (mapping, guessed);
  recalled = plenum_table_mapping_to_text (mapping);
  g_assert_cmpstr (guessed, ==, recalled);

  while (plenum_csv_reader_read (reader, NULL, NULL))
    for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
      {
        const char *field = plenum_csv_plain_text (plenum_csv_reader_get_field (reader, i));
        gint64 time = -1;

        check_text (field);
        plenum_table_parse_kind (field);
        g_assert_true (plenum_table_parse_time (field, &time) || time == -1);
      }
}

static void
clear_recognised (gpointer data)
{
  plenum_input_free (((PlenumRecognised *) data)->input);
  g_free (data);
}

/* As the import does it, with a name in memory instead of on a disk. The files of
 * a conversation are taken together in the end. */
static void
read_file (const guint8 *bytes, gsize length, const char *format, GPtrArray *conversation, GArray *files)
{
  int file = memfd_create ("f", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (PlenumForeign) foreign = NULL;
  PlenumKind kind;

  g_assert_cmpint (write (file, bytes, length), ==, length);
  g_array_append_val (files, file);
  if (!plenum_recognise_input (input, format, &kind, NULL, NULL))
    return;

  if (kind.content == PLENUM_CONTENT_TABLE)
    {
      check_table (input);
    }
  else if (kind.content >= PLENUM_CONTENT_POLIS_COMMENTS)
    {
      PlenumRecognised *recognised = g_new0 (PlenumRecognised, 1);

      recognised->input = g_steal_pointer (&input);
      recognised->content = kind.content;
      g_ptr_array_add (conversation, recognised);
    }
  else if (kind.content == PLENUM_CONTENT_FOREIGN_TABLE || kind.content == PLENUM_CONTENT_FOREIGN_JSON)
    {
      foreign = plenum_foreign_read (input, kind.format, kind.content == PLENUM_CONTENT_FOREIGN_JSON, NULL, NULL);
      if (foreign != NULL)
        check (foreign);
    }
}

/* PLENUM_FUZZ_FORMAT names the only format to read; else the length chooses one. */
static const char *
choose_format (gsize length)
{
  const char *wanted = g_getenv ("PLENUM_FUZZ_FORMAT");

  return wanted != NULL ? wanted : formats[length % G_N_ELEMENTS (formats)];
}

/* Up to four files, with a record separator between them. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GPtrArray) conversation = g_ptr_array_new_with_free_func (clear_recognised);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (int));
  const char *format = choose_format (length);
  const guint8 *rest = bytes, *end = bytes + length, *next;

  while (files->len < 3 && (next = memchr (rest, '\x1e', end - rest)) != NULL)
    {
      read_file (rest, next - rest, format, conversation, files);
      rest = next + 1;
    }
  read_file (rest, end - rest, format, conversation, files);

  if (conversation->len > 0)
    {
      g_autoptr (PlenumPolis) polis = plenum_polis_read (conversation, NULL, NULL);

      if (polis != NULL)
        check_polis (polis);
    }
  for (guint i = 0; i < files->len; i++)
    close (g_array_index (files, int, i));

  return 0;
}
