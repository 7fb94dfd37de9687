/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people decided about texts, which no calculation may change: these belong
 * together, those do not. */
#include "plenum-constraints.h"

#include <glib/gi18n-lib.h>

#include "plenum-analysis-error.h"

typedef struct { char *a, *b; } Decision;

struct _PlenumConstraints
{
  GArray     *together; /* Decision */
  GArray     *apart;    /* Decision */
  guint      *units;    /* of each text: the first text that it has to be with */
  GHashTable *apart_units; /* set of those that are apart from another */
  GHashTable *separate; /* set of two units, the smaller first, in 64 bits */
};

static void
clear_decision (gpointer data)
{
  Decision *decision = data;

  g_free (decision->a);
  g_free (decision->b);
}

PlenumConstraints *
plenum_constraints_new (void)
{
  PlenumConstraints *self = g_new0 (PlenumConstraints, 1);

  self->together = g_array_new (FALSE, FALSE, sizeof (Decision));
  self->apart = g_array_new (FALSE, FALSE, sizeof (Decision));
  g_array_set_clear_func (self->together, clear_decision);
  g_array_set_clear_func (self->apart, clear_decision);

  return self;
}

void
plenum_constraints_free (PlenumConstraints *self)
{
  g_array_unref (self->together);
  g_array_unref (self->apart);
  g_clear_pointer (&self->separate, g_hash_table_unref);
  g_clear_pointer (&self->apart_units, g_hash_table_unref);
  g_free (self->units);
  g_free (self);
}

/**
 * plenum_constraints_add_together:
 *
 * The texts with these ids belong together, and with all that belongs with either.
 */
void
plenum_constraints_add_together (PlenumConstraints *self, const char *a, const char *b)
{
  Decision decision = { g_strdup (a), g_strdup (b) };

  g_array_append_val (self->together, decision);
}

/**
 * plenum_constraints_add_apart:
 *
 * The texts with these ids are not the same and do not belong together.
 */
void
plenum_constraints_add_apart (PlenumConstraints *self, const char *a, const char *b)
{
  Decision decision = { g_strdup (a), g_strdup (b) };

  g_array_append_val (self->apart, decision);
}

static guint
find_unit (guint *units, guint text)
{
  while (units[text] != text)
    text = units[text] = units[units[text]];

  return text;
}

static guint64 *
make_pair (guint a, guint b)
{
  guint64 *pair = g_new (guint64, 1);

  *pair = (guint64) MIN (a, b) << 32 | MAX (a, b);
  return pair;
}

static gboolean
find_both (PlenumCorpus *corpus, const Decision *decision, guint *a, guint *b)
{
  return plenum_corpus_find (corpus, decision->a, a) && plenum_corpus_find (corpus, decision->b, b);
}

static guint *
unite (PlenumConstraints *self, PlenumCorpus *corpus)
{
  guint size = plenum_corpus_get_size (corpus);
  guint *units = g_new (guint, size);
  guint a, b;

  for (guint i = 0; i < size; i++)
    units[i] = i;
  for (guint i = 0; i < self->together->len; i++)
    if (find_both (corpus, &g_array_index (self->together, Decision, i), &a, &b))
      {
        a = find_unit (units, a);
        b = find_unit (units, b);
        units[MAX (a, b)] = MIN (a, b);
      }
  for (guint i = 0; i < size; i++)
    units[i] = find_unit (units, i);

  return units;
}

/**
 * plenum_constraints_resolve:
 * @corpus: sealed
 *
 * Finds the texts that are meant. A decision about a text that is not in @corpus
 * says nothing here. Fails with %PLENUM_ANALYSIS_ERROR_CONTRADICTION, and what
 * was resolved before stays.
 */
gboolean
plenum_constraints_resolve (PlenumConstraints *self, PlenumCorpus *corpus, GError **error)
{
  g_autoptr (GHashTable) separate = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) apart_units = g_hash_table_new (NULL, NULL);
  g_autofree guint *units = unite (self, corpus);

  for (guint i = 0; i < self->apart->len; i++)
    {
      const Decision *decision = &g_array_index (self->apart, Decision, i);
      guint a, b;

      if (!find_both (corpus, decision, &a, &b))
        continue;
      if (units[a] == units[b])
        {
          g_set_error (error, PLENUM_ANALYSIS_ERROR, PLENUM_ANALYSIS_ERROR_CONTRADICTION,
                       g_dgettext (GETTEXT_PACKAGE, "“%s” and “%s” have to be together and apart. Take back one of the two."),
                       decision->a, decision->b);
          return FALSE;
        }
      g_hash_table_add (separate, make_pair (units[a], units[b]));
      g_hash_table_add (apart_units, GUINT_TO_POINTER (units[a]));
      g_hash_table_add (apart_units, GUINT_TO_POINTER (units[b]));
    }

  g_clear_pointer (&self->separate, g_hash_table_unref);
  g_clear_pointer (&self->apart_units, g_hash_table_unref);
  g_free (self->units);
  self->separate = g_steal_pointer (&separate);
  self->apart_units = g_steal_pointer (&apart_units);
  self->units = g_steal_pointer (&units);

  return TRUE;
}

/**
 * plenum_constraints_get_unit:
 *
 * Returns: the first of the texts that @text has to be together with; often itself
 */
guint
plenum_constraints_get_unit (PlenumConstraints *self, guint text)
{
  g_return_val_if_fail (self->units != NULL, text);

  return self->units[text];
}

/**
 * plenum_constraints_are_apart:
 *
 * Returns: whether someone said that these texts, or any that they have to be
 *   together with, do not belong together
 */
gboolean
plenum_constraints_are_apart (PlenumConstraints *self, guint a, guint b)
{
  guint64 pair;

  g_return_val_if_fail (self->units != NULL, FALSE);

  a = self->units[a];
  b = self->units[b];
  pair = (guint64) MIN (a, b) << 32 | MAX (a, b);
  return g_hash_table_contains (self->separate, &pair);
}

/**
 * plenum_constraints_is_apart:
 *
 * Returns: whether there is any text that @text does not belong together with
 */
gboolean
plenum_constraints_is_apart (PlenumConstraints *self, guint text)
{
  g_return_val_if_fail (self->units != NULL, FALSE);

  return g_hash_table_contains (self->apart_units, GUINT_TO_POINTER (self->units[text]));
}
