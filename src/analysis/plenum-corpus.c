/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of an analysis, as they were when it began. Once sealed it never
 * changes, so that a thread can work on it while people work on. */
#include "plenum-corpus.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-analysis-error.h"
#include "plenum-normal.h"

struct _PlenumCorpus
{
  GArray       *texts; /* PlenumText, by id once sealed */
  GStringChunk *chunk;
  gboolean      sealed;
};

PlenumCorpus *
plenum_corpus_new (void)
{
  PlenumCorpus *self = g_atomic_rc_box_new0 (PlenumCorpus);

  self->texts = g_array_new (FALSE, FALSE, sizeof (PlenumText));
  self->chunk = g_string_chunk_new (64 * 1024);

  return self;
}

PlenumCorpus *
plenum_corpus_ref (PlenumCorpus *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_corpus (gpointer data)
{
  PlenumCorpus *self = data;

  g_array_unref (self->texts);
  g_string_chunk_free (self->chunk);
}

void
plenum_corpus_unref (PlenumCorpus *self)
{
  g_atomic_rc_box_release_full (self, free_corpus);
}

/**
 * plenum_corpus_add:
 * @id: what the text is called in all answers
 * @text: (nullable): anything; what is not UTF-8 is replaced
 * @language: (nullable): "de" or "en", if it is known
 *
 * The corpus must not be sealed yet.
 */
void
plenum_corpus_add (PlenumCorpus *self, const char *id, const char *text, const char *language)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_str_is_ascii (valid) ? NULL : plenum_normal (valid, G_NORMALIZE_NFC);
  PlenumText added;

  g_return_if_fail (!self->sealed);

  added.id = g_string_chunk_insert (self->chunk, id);
  added.text = g_string_chunk_insert (self->chunk, composed != NULL ? composed : valid);
  added.language = g_strcmp0 (language, "de") == 0 ? "de" : g_strcmp0 (language, "en") == 0 ? "en" : NULL;
  g_array_append_val (self->texts, added);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PlenumText *) a)->id, ((const PlenumText *) b)->id);
}

/**
 * plenum_corpus_seal:
 *
 * Orders the texts by id, which makes every answer independent of the order in
 * which they came. Fails with %PLENUM_ANALYSIS_ERROR_REPEATED_ID.
 */
gboolean
plenum_corpus_seal (PlenumCorpus *self, GError **error)
{
  g_array_sort (self->texts, compare_ids);
  for (guint i = 1; i < self->texts->len; i++)
    if (compare_ids (&g_array_index (self->texts, PlenumText, i - 1), &g_array_index (self->texts, PlenumText, i)) == 0)
      {
        g_set_error (error, PLENUM_ANALYSIS_ERROR, PLENUM_ANALYSIS_ERROR_REPEATED_ID,
                     g_dgettext (GETTEXT_PACKAGE, "Two texts have the id “%s”. Each text needs an id of its own."),
                     g_array_index (self->texts, PlenumText, i).id);
        return FALSE;
      }
  self->sealed = TRUE;

  return TRUE;
}

guint
plenum_corpus_get_size (PlenumCorpus *self)
{
  return self->texts->len;
}

/**
 * plenum_corpus_get:
 * @index: in the order of the ids, once sealed
 *
 * Returns: (transfer none): the text
 */
const PlenumText *
plenum_corpus_get (PlenumCorpus *self, guint index)
{
  g_return_val_if_fail (index < self->texts->len, NULL);

  return &g_array_index (self->texts, PlenumText, index);
}

/**
 * plenum_corpus_find:
 * @index: (out): where it is; untouched if it is not there
 *
 * The corpus must be sealed.
 */
gboolean
plenum_corpus_find (PlenumCorpus *self, const char *id, guint *index)
{
  PlenumText wanted = { .id = id };

  g_return_val_if_fail (self->sealed, FALSE);

  return self->texts->len > 0 && g_array_binary_search (self->texts, &wanted, compare_ids, index);
}
