/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include "plenum-hash.h"

/* Texts in their order; %NULL ends them. */
PlenumCorpus *
make_sample (const char * const *texts, const char *language)
{
  PlenumCorpus *corpus = plenum_corpus_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%03u", i);

      plenum_corpus_add (corpus, id, texts[i], language);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  return corpus;
}

/* Text i is about topic i % n_topics: eight words, most of them out of the twelve of its topic. */
static char *
make_text (guint i, guint n_topics)
{
  GString *text = g_string_new (NULL);

  for (guint word = 0; word < 8; word++)
    {
      guint64 chance = plenum_hash_mix (i * 8 + word);

      if (chance % 4 == 0)
        g_string_append_printf (text, "all%c%c ", 'a' + (guint) (chance / 4 % 5), 'a' + (guint) (chance / 20 % 5));
      else
        g_string_append_printf (text, "%c%cord%c%c ", 'a' + i % n_topics % 26, 'a' + i % n_topics / 26,
                                'a' + (guint) (chance / 4 % 12), 'a' + (guint) (chance / 4 % 12));
    }
  return g_string_free (text, FALSE);
}

PlenumCorpus *
make_topics (guint n, guint n_topics, gboolean backwards)
{
  PlenumCorpus *corpus = plenum_corpus_new ();

  for (guint i = 0; i < n; i++)
    {
      guint at = backwards ? n - 1 - i : i;
      g_autofree char *id = g_strdup_printf ("%06u", at), *text = make_text (at, n_topics);

      plenum_corpus_add (corpus, id, text, NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  return corpus;
}
