/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes by the words that they have and others have not: TF-IDF with a theme in
 * place of a text (Grootendorst 2022). */
#include "plenum-theme-names.h"

#include <stdlib.h>
#include <string.h>

#include "plenum-logarithm.h"

#define MOST_KEYWORDS 8
#define IN_NAME       3
#define LEAST_TEXTS   2

typedef struct
{
  double weight;
  guint  term;
} Weighed;

typedef struct
{
  PlenumTerms   *terms;
  const guint32 *labels;
  guint          n_themes;
  guint         *counts; /* of each term, a row each: texts of each theme that have it */
  guint         *totals; /* of each theme: the sum of those */
} Naming;

static int
compare_weights (const void *a, const void *b)
{
  const Weighed *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;

  return (left->term > right->term) - (left->term < right->term);
}

static void
count (Naming *naming)
{
  g_autofree guint *last = g_new0 (guint, plenum_terms_get_n (naming->terms) + 1);

  for (guint text = 0; text < plenum_terms_get_n_texts (naming->terms); text++)
    {
      guint theme = naming->labels[text], n;
      const guint32 *terms = plenum_terms_get_text (naming->terms, text, &n);

      for (guint i = 0; i < n && theme != PLENUM_NO_THEME; i++)
        if (last[terms[i]] != text + 1)
          {
            last[terms[i]] = text + 1;
            naming->counts[(gsize) terms[i] * naming->n_themes + theme]++;
            naming->totals[theme]++;
          }
    }
}

static double
weigh (Naming *naming, guint term, guint theme, double average)
{
  guint of_theme = naming->counts[(gsize) term * naming->n_themes + theme];
  guint of_all = plenum_terms_get (naming->terms, term)->n_texts;

  return of_theme == 0 ? 0.0 : (double) of_theme / naming->totals[theme] * plenum_logarithm (1.0 + average / of_all);
}

/* A term names one theme only, the one it says most about. */
static GArray **
share_terms (Naming *naming)
{
  GArray **shared = g_new (GArray *, naming->n_themes);
  double average = 0.0;

  for (guint i = 0; i < naming->n_themes; i++)
    {
      shared[i] = g_array_new (FALSE, FALSE, sizeof (Weighed));
      average += (double) naming->totals[i] / naming->n_themes;
    }
  for (guint term = 0; term < plenum_terms_get_n (naming->terms); term++)
    {
      Weighed best = { 0.0, term };
      guint owner = 0;

      if (plenum_terms_get (naming->terms, term)->written == NULL)
        continue;
      for (guint theme = 0; theme < naming->n_themes; theme++)
        {
          double weight = weigh (naming, term, theme, average);

          if (weight > best.weight)
            {
              best.weight = weight;
              owner = theme;
            }
        }
      if (best.weight > 0.0
          && naming->counts[(gsize) term * naming->n_themes + owner] >= MIN (LEAST_TEXTS, naming->totals[owner]))
        g_array_append_val (shared[owner], best);
    }

  return shared;
}

/* “bike path” after “path” would say nothing new. */
static gboolean
says_more (GPtrArray *keywords, const char *written)
{
  g_autofree char *folded = g_utf8_casefold (written, -1);

  for (guint i = 0; i < keywords->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (keywords->pdata[i], -1);

      if (strstr (folded, other) != NULL || strstr (other, folded) != NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_theme_keywords:
 * @labels: of each text its theme, or %PLENUM_NO_THEME
 *
 * Returns: (transfer full): for each theme a #GPtrArray of words as most write them,
 *   what says most first; no word is in two themes
 */
GPtrArray *
plenum_theme_keywords (PlenumTerms *terms, const guint32 *labels, guint n_themes)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree guint *counts = g_new0 (guint, (gsize) plenum_terms_get_n (terms) * n_themes + 1);
  g_autofree guint *totals = g_new0 (guint, n_themes + 1);
  Naming naming = { terms, labels, n_themes, counts, totals };
  GArray **shared;

  count (&naming);
  shared = share_terms (&naming);
  for (guint theme = 0; theme < n_themes; theme++)
    {
      GPtrArray *keywords = g_ptr_array_new_with_free_func (g_free);

      g_array_sort (shared[theme], compare_weights);
      for (guint i = 0; i < shared[theme]->len && keywords->len < MOST_KEYWORDS; i++)
        {
          const char *written = plenum_terms_get (terms, g_array_index (shared[theme], Weighed, i).term)->written;

          if (says_more (keywords, written))
            g_ptr_array_add (keywords, g_strdup (written));
        }
      g_ptr_array_add (all, keywords);
      g_array_unref (shared[theme]);
    }
  g_free (shared);

  return all;
}

/* What its own theme has more of than themes have on average, and another of its
 * texts has as well. */
static GArray *
weigh_text (Naming *naming, guint text, double average)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (Weighed));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint theme = naming->labels[text], n;
  const guint32 *terms = plenum_terms_get_text (naming->terms, text, &n);

  for (guint i = 0; i < n && theme != PLENUM_NO_THEME; i++)
    {
      Weighed own = { 0.0, terms[i] };
      double all = 0.0;

      if (plenum_terms_get (naming->terms, terms[i])->written == NULL
          || naming->counts[(gsize) terms[i] * naming->n_themes + theme] < LEAST_TEXTS
          || !g_hash_table_add (seen, GUINT_TO_POINTER (terms[i] + 1)))
        continue;
      own.weight = weigh (naming, terms[i], theme, average);
      for (guint k = 0; k < naming->n_themes; k++)
        all += weigh (naming, terms[i], k, average);
      if (own.weight * naming->n_themes >= all)
        g_array_append_val (weights, own);
    }
  g_array_sort (weights, compare_weights);

  return weights;
}

/**
 * plenum_theme_reasons:
 * @labels: of each text its theme, or %PLENUM_NO_THEME
 * @most: words for a text
 *
 * Why texts are in their themes, by the same weights as plenum_theme_keywords().
 *
 * Returns: (transfer full): for each text a #GPtrArray of its words that speak most for
 *   its theme, as most write them, what weighs most first; empty where it shares none
 */
GPtrArray *
plenum_theme_reasons (PlenumTerms *terms, const guint32 *labels, guint n_themes, guint most)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree guint *counts = g_new0 (guint, (gsize) plenum_terms_get_n (terms) * n_themes + 1);
  g_autofree guint *totals = g_new0 (guint, n_themes + 1);
  Naming naming = { terms, labels, n_themes, counts, totals };
  double average = 0.0;

  count (&naming);
  for (guint i = 0; i < n_themes; i++)
    average += (double) totals[i] / n_themes;
  for (guint text = 0; text < plenum_terms_get_n_texts (terms); text++)
    {
      g_autoptr (GArray) weights = weigh_text (&naming, text, average);
      GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < weights->len && words->len < most; i++)
        {
          const char *written = plenum_terms_get (terms, g_array_index (weights, Weighed, i).term)->written;

          if (says_more (words, written))
            g_ptr_array_add (words, g_strdup (written));
        }
      g_ptr_array_add (all, words);
    }

  return all;
}

/**
 * plenum_theme_name:
 *
 * Returns: (transfer full): the first keywords; empty if there is none
 */
char *
plenum_theme_name (GPtrArray *keywords)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < MIN (keywords->len, IN_NAME); i++)
    g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", (const char *) keywords->pdata[i]);

  return g_string_free (name, FALSE);
}
