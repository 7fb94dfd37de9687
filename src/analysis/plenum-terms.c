/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as the stems of their words. Stop words are left out, a German compound
 * counts as itself and as its parts. */
#include "plenum-terms.h"

#include <libstemmer.h>
#include <string.h>

#include "plenum-array.h"
#include "plenum-compounds.h"
#include "plenum-stop-words.h"
#include "plenum-words.h"

#define LONGEST 200 /* bytes; what is longer is no word */

typedef struct { guint first, second; } Parts;

struct _PlenumTerms
{
  GStringChunk *chunk;
  GArray       *terms;       /* PlenumTerm */
  GArray       *parts;       /* Parts, a term each */
  GArray       *forms;       /* PlenumForm */
  GArray       *form_starts; /* gsize, one more than texts */
  GArray       *text_forms;  /* guint32 */
  GArray       *starts;      /* gsize, one more than texts */
  GArray       *text_terms;  /* guint32 */
};

/* While it is made. */
typedef struct
{
  PlenumTerms         *terms;
  GHashTable          *by_stem; /* → index of the term */
  GHashTable          *by_form[PLENUM_LANGUAGE_OTHER + 1]; /* → index of the form and 1, 0: a stop word */
  struct sb_stemmer   *stemmers[PLENUM_LANGUAGE_OTHER];
} Making;

static void
making_clear (Making *making)
{
  g_hash_table_unref (making->by_stem);
  for (guint i = 0; i < G_N_ELEMENTS (making->by_form); i++)
    g_hash_table_unref (making->by_form[i]);
  for (guint i = 0; i < G_N_ELEMENTS (making->stemmers); i++)
    sb_stemmer_delete (making->stemmers[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

void
plenum_terms_free (PlenumTerms *self)
{
  g_string_chunk_free (self->chunk);
  g_array_unref (self->terms);
  g_array_unref (self->parts);
  g_array_unref (self->forms);
  g_array_unref (self->form_starts);
  g_array_unref (self->text_forms);
  g_array_unref (self->starts);
  g_array_unref (self->text_terms);
  g_free (self);
}

static void
making_init (Making *making, PlenumTerms *self)
{
  gsize zero = 0;

  making->terms = self;
  making->by_stem = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (making->by_form); i++)
    making->by_form[i] = g_hash_table_new (g_str_hash, g_str_equal);
  making->stemmers[PLENUM_LANGUAGE_GERMAN] = sb_stemmer_new ("german", NULL);
  making->stemmers[PLENUM_LANGUAGE_ENGLISH] = sb_stemmer_new ("english", NULL);

  self->chunk = g_string_chunk_new (64 * 1024);
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlenumTerm));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Parts));
  self->forms = g_array_new (FALSE, FALSE, sizeof (PlenumForm));
  self->form_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->text_forms = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->text_terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->form_starts, zero);
  g_array_append_val (self->starts, zero);
}

static guint
add_term (Making *making, const char *stem)
{
  PlenumTerm term = { NULL, NULL, 0, 0 };
  Parts none = { PLENUM_NO_TERM, PLENUM_NO_TERM };
  gpointer found;

  if (g_hash_table_lookup_extended (making->by_stem, stem, NULL, &found))
    return GPOINTER_TO_UINT (found);

  term.stem = g_string_chunk_insert (making->terms->chunk, stem);
  g_array_append_val (making->terms->terms, term);
  g_array_append_val (making->terms->parts, none);
  g_hash_table_insert (making->by_stem, (gpointer) term.stem, GUINT_TO_POINTER (making->terms->terms->len - 1));
  return making->terms->terms->len - 1;
}

/* Of other languages nothing is known: there a word is its own stem. */
static const char *
find_stem (Making *making, const char *folded, PlenumLanguage language)
{
  return language == PLENUM_LANGUAGE_OTHER ? folded
         : (const char *) sb_stemmer_stem (making->stemmers[language], (const sb_symbol *) folded, strlen (folded));
}

static guint
add_form (Making *making, const char *written, PlenumLanguage language)
{
  PlenumTerms *self = making->terms;
  PlenumWord word = { written, strlen (written) };
  g_autofree char *folded = plenum_word_fold (&word);
  char *kept = g_string_chunk_insert (self->chunk, written);
  PlenumForm form = { kept };
  guint found = 0;

  if (!plenum_is_stop_word (folded, language))
    {
      form.folded = g_string_chunk_insert (self->chunk, folded);
      form.term = add_term (making, find_stem (making, folded, language));
      g_array_append_val (self->forms, form);
      found = self->forms->len;
    }
  g_hash_table_insert (making->by_form[language], kept, GUINT_TO_POINTER (found));

  return found;
}

static void
read_text (Making *making, const char *text, PlenumLanguage language)
{
  PlenumTerms *self = making->terms;
  PlenumWord word;
  gsize end;

  while (plenum_words_next (&text, PLENUM_WORDS_LETTERS, &word))
    {
      char written[LONGEST + 1];
      gpointer found;
      guint32 form;

      if (word.length > LONGEST)
        continue;
      memcpy (written, word.start, word.length);
      written[word.length] = '\0';
      form = g_hash_table_lookup_extended (making->by_form[language], written, NULL, &found)
             ? GPOINTER_TO_UINT (found) : add_form (making, written, language);
      if (form-- == 0)
        continue;
      g_array_index (self->forms, PlenumForm, form).n++;
      g_array_append_val (self->text_forms, form);
    }
  end = self->text_forms->len;
  g_array_append_val (self->form_starts, end);
}

/* What is too short to tell its language is in that of most others. */
static gboolean
read_texts (Making *making, PlenumCorpus *corpus, GCancellable *cancellable, GError **error)
{
  guint n = plenum_corpus_get_size (corpus), counts[PLENUM_LANGUAGE_OTHER + 1] = { 0 };
  g_autofree PlenumLanguage *languages = g_new (PlenumLanguage, n);
  g_autofree gboolean *known = g_new (gboolean, n);
  PlenumLanguage usual = PLENUM_LANGUAGE_GERMAN;

  for (guint i = 0; i < n; i++)
    {
      const PlenumText *text = plenum_corpus_get (corpus, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      languages[i] = plenum_language_from_code (text->language);
      known[i] = text->language != NULL || plenum_language_guess (text->text, &languages[i]);
      counts[languages[i]] += known[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[usual])
      usual = i;
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_text (making, plenum_corpus_get (corpus, i)->text, known[i] ? languages[i] : usual);
    }

  return TRUE;
}

static void
count_forms (PlenumTerms *self)
{
  g_autofree guint *best = g_new0 (guint, self->terms->len);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const PlenumForm *form = &g_array_index (self->forms, PlenumForm, i);
      PlenumTerm *term;

      term = &g_array_index (self->terms, PlenumTerm, form->term);
      term->n += form->n;
      if (form->n > best[form->term] || (form->n == best[form->term] && strcmp (form->written, term->written) < 0))
        {
          best[form->term] = form->n;
          term->written = form->written;
        }
    }
}

static guint
count_stem (const char *stem, gpointer data)
{
  Making *making = data;
  gpointer found;

  return g_hash_table_lookup_extended (making->by_stem, stem, NULL, &found)
         ? g_array_index (making->terms->terms, PlenumTerm, GPOINTER_TO_UINT (found)).n : 0;
}

/* Only words that stand in German texts are split. */
static void
split_compounds (Making *making)
{
  PlenumTerms *self = making->terms;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, making->by_form[PLENUM_LANGUAGE_GERMAN]);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint form = GPOINTER_TO_UINT (value), term;
      g_autofree char *first = NULL, *second = NULL;
      Parts *parts;

      if (form == 0)
        continue;
      term = g_array_index (self->forms, PlenumForm, form - 1).term;
      parts = &g_array_index (self->parts, Parts, term);
      if (parts->first == PLENUM_NO_TERM
          && plenum_compound_split (g_array_index (self->terms, PlenumTerm, term).stem, count_stem, making, &first, &second))
        *parts = (Parts) { GPOINTER_TO_UINT (g_hash_table_lookup (making->by_stem, first)),
                           GPOINTER_TO_UINT (g_hash_table_lookup (making->by_stem, second)) };
    }
}

static void
add_to_text (PlenumTerms *self, guint term, guint text, guint *last)
{
  guint32 narrow = term;

  if (term == PLENUM_NO_TERM)
    return;

  g_array_append_val (self->text_terms, narrow);
  if (last[term] != text + 1)
    {
      last[term] = text + 1;
      g_array_index (self->terms, PlenumTerm, term).n_texts++;
    }
}

static void
list_terms (PlenumTerms *self)
{
  g_autofree guint *last = g_new0 (guint, self->terms->len);

  for (guint text = 0; text + 1 < self->form_starts->len; text++)
    {
      guint n;
      const guint32 *forms = plenum_terms_get_forms (self, text, &n);
      gsize end;

      for (guint i = 0; i < n; i++)
        {
          guint term = g_array_index (self->forms, PlenumForm, forms[i]).term;

          add_to_text (self, term, text, last);
          add_to_text (self, g_array_index (self->parts, Parts, term).first, text, last);
          add_to_text (self, g_array_index (self->parts, Parts, term).second, text, last);
        }
      end = self->text_terms->len;
      g_array_append_val (self->starts, end);
    }
}

/**
 * plenum_terms_new:
 * @corpus: sealed; must live as long as the answer
 *
 * Returns: (transfer full) (nullable): the terms of all texts, or %NULL if it was
 *   cancelled
 */
PlenumTerms *
plenum_terms_new (PlenumCorpus *corpus, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumTerms) self = g_new0 (PlenumTerms, 1);
  g_auto (Making) making = { NULL };

  making_init (&making, self);
  if (!read_texts (&making, corpus, cancellable, error))
    return NULL;
  count_forms (self);
  split_compounds (&making);
  list_terms (self);

  return g_steal_pointer (&self);
}

guint
plenum_terms_get_n_texts (PlenumTerms *self)
{
  return self->starts->len - 1;
}

guint
plenum_terms_get_n (PlenumTerms *self)
{
  return self->terms->len;
}

guint
plenum_terms_get_n_forms (PlenumTerms *self)
{
  return self->forms->len;
}

/**
 * plenum_terms_get:
 *
 * Returns: (transfer none): a term; they are in the order in which they first stand
 */
const PlenumTerm *
plenum_terms_get (PlenumTerms *self, guint term)
{
  return &g_array_index (self->terms, PlenumTerm, term);
}

const PlenumForm *
plenum_terms_get_form (PlenumTerms *self, guint form)
{
  return &g_array_index (self->forms, PlenumForm, form);
}

/**
 * plenum_terms_get_text:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the terms of a text in their order, a
 *   compound followed by its parts
 */
const guint32 *
plenum_terms_get_text (PlenumTerms *self, guint text, guint *n)
{
  gsize start = g_array_index (self->starts, gsize, text);

  *n = g_array_index (self->starts, gsize, text + 1) - start;
  return plenum_array_place (self->text_terms, start);
}

/**
 * plenum_terms_get_forms:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the words of a text in their order
 */
const guint32 *
plenum_terms_get_forms (PlenumTerms *self, guint text, guint *n)
{
  gsize start = g_array_index (self->form_starts, gsize, text);

  *n = g_array_index (self->form_starts, gsize, text + 1) - start;
  return plenum_array_place (self->text_forms, start);
}
