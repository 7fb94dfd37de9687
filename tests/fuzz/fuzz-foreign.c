/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as the export of another program is valid text, and not too much. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "plenum-foreign-reader.h"
#include "plenum-recognise.h"

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

/* As the import does it, with a name in memory instead of on a disk. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static const char * const formats[] = {
    NULL, PLENUM_IMPORT_ADHOCRACY, PLENUM_IMPORT_CONSUL, PLENUM_IMPORT_DECIDIM, PLENUM_IMPORT_PARABOL,
    PLENUM_IMPORT_SCRUMLR, PLENUM_IMPORT_SENSEMAKER, PLENUM_IMPORT_TALK_TO_THE_CITY, PLENUM_IMPORT_TRELLO,
  };
  int file = memfd_create ("f", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (PlenumForeign) foreign = NULL;
  PlenumKind kind;

  g_assert_cmpint (write (file, bytes, length), ==, length);
  if (plenum_recognise_input (input, formats[length % G_N_ELEMENTS (formats)], &kind, NULL, NULL)
      && (kind.content == PLENUM_CONTENT_FOREIGN_TABLE || kind.content == PLENUM_CONTENT_FOREIGN_JSON))
    {
      foreign = plenum_foreign_read (input, kind.format, kind.content == PLENUM_CONTENT_FOREIGN_JSON, NULL, NULL);
      if (foreign != NULL)
        check (foreign);
    }
  close (file);

  return 0;
}
