/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that say the same in nearly the same words: pairs, and groups in which each
 * is like each other. It compares letters, not meaning. */
#include "plenum-duplicates.h"

#include <string.h>

#include "plenum-array.h"

#define MOST_PAIRS 64  /* of texts that are equal: more are named by their group only */
#define MOST_GROUP 200 /* different texts: nobody looks through more side by side */

struct _PlenumDuplicates
{
  double  threshold;
  GArray *pairs;  /* PlenumDuplicatePair, the most similar first */
  GArray *starts; /* guint, one more than groups */
  GArray *members;
};

/* While it works. Equal texts are one, their first. */
typedef struct
{
  PlenumDuplicates              *result;
  const PlenumDuplicateOptions  *options;
  PlenumShingles                *shingles;
  guint                         *firsts;  /* of each text: the first that is equal */
  GArray                        *texts;   /* guint: those that are first */
  GArray                       **equal;   /* of each first: all that are equal, guint */
  guint                         *groups;  /* of each first: the first of its group */
  GArray                       **members; /* of each that leads a group: firsts; NULL: itself */
  guint                          size;
} Search;

void
plenum_duplicates_free (PlenumDuplicates *self)
{
  g_array_unref (self->pairs);
  g_array_unref (self->starts);
  g_array_unref (self->members);
  g_free (self);
}

static void
search_clear (Search *search)
{
  for (guint i = 0; i < search->size; i++)
    {
      g_clear_pointer (&search->equal[i], g_array_unref);
      g_clear_pointer (&search->members[i], g_array_unref);
    }
  g_clear_pointer (&search->result, plenum_duplicates_free);
  g_clear_pointer (&search->shingles, plenum_shingles_free);
  g_clear_pointer (&search->texts, g_array_unref);
  g_free (search->firsts);
  g_free (search->equal);
  g_free (search->groups);
  g_free (search->members);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
are_apart (Search *search, guint a, guint b)
{
  return search->options->constraints != NULL && plenum_constraints_are_apart (search->options->constraints, a, b);
}

static void
report (Search *search, double done)
{
  if (search->options->progress != NULL)
    search->options->progress (done, search->options->progress_data);
}

/* Those that someone holds apart are not made one, be they equal to the letter. */
static void
unite_equal (Search *search)
{
  g_autoptr (GHashTable) by_whole = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < search->size; i++)
    {
      guint64 whole = plenum_shingles_get_whole (search->shingles, i);
      gpointer found;
      guint first = i;

      search->groups[i] = i;
      if (plenum_shingles_get_n (search->shingles, i) == 0)
        {
          search->firsts[i] = i;
          continue;
        }

      if (g_hash_table_lookup_extended (by_whole, &whole, NULL, &found))
        first = GPOINTER_TO_UINT (found);
      else
        g_hash_table_insert (by_whole, g_memdup2 (&whole, sizeof whole), GUINT_TO_POINTER (i));
      for (guint j = 0; first != i && j < search->equal[first]->len; j++)
        if (are_apart (search, g_array_index (search->equal[first], guint, j), i))
          first = i;

      search->firsts[i] = first;
      if (first == i)
        {
          search->equal[i] = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (search->texts, i);
        }
      g_array_append_val (search->equal[first], i);
    }
}

static guint
count_members (Search *search, guint group)
{
  return search->members[group] != NULL ? search->members[group]->len : 1;
}

static guint
get_member (Search *search, guint group, guint index)
{
  return search->members[group] != NULL ? g_array_index (search->members[group], guint, index) : group;
}

/* Whether nobody holds any of the texts of two groups apart, and all are alike. */
static gboolean
can_join (Search *search, guint a, guint b)
{
  for (guint i = 0; i < count_members (search, a); i++)
    for (guint j = 0; j < count_members (search, b); j++)
      {
        guint left = get_member (search, a, i), right = get_member (search, b, j);

        if (are_apart (search, left, right)
            || plenum_shingles_compare (search->shingles, left, right) < search->result->threshold)
          return FALSE;
      }

  return TRUE;
}

static void
join (Search *search, guint a, guint b)
{
  guint into = MIN (a, b), from = MAX (a, b);

  if (search->members[into] == NULL)
    {
      search->members[into] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (search->members[into], into);
    }
  for (guint i = 0; i < count_members (search, from); i++)
    {
      guint text = get_member (search, from, i);

      search->groups[text] = into;
      g_array_append_val (search->members[into], text);
    }
  g_clear_pointer (&search->members[from], g_array_unref);
}

/* What people said is together is so, however little it is alike. */
static void
join_decided (Search *search)
{
  PlenumConstraints *constraints = search->options->constraints;

  for (guint i = 0; constraints != NULL && i < search->size; i++)
    {
      guint unit = plenum_constraints_get_unit (constraints, i);
      guint a = search->groups[search->firsts[i]], b = search->groups[search->firsts[unit]];

      if (a != b)
        join (search, a, b);
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const PlenumDuplicatePair *left = a, *right = b;

  if (left->similarity != right->similarity)
    return left->similarity > right->similarity ? -1 : 1;
  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;

  return (left->b > right->b) - (left->b < right->b);
}

/* Complete linkage, the most similar first: a chain of small changes does not
 * make one group of things that differ at its ends. */
static gboolean
join_alike (Search *search, GArray *candidates, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const PlenumDuplicatePair *pair = &g_array_index (candidates, PlenumDuplicatePair, i);
      guint a = search->groups[pair->a], b = search->groups[pair->b];

      if (pair->similarity < search->result->threshold)
        break;
      if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (a != b && count_members (search, a) + count_members (search, b) <= MOST_GROUP && can_join (search, a, b))
        join (search, a, b);
    }

  return TRUE;
}

/* Each of @a with each of @b, and if that would be too many, with the first only. */
static void
add_pairs (Search *search, GArray *a, GArray *b, double similarity)
{
  gboolean all = a->len * (guint64) b->len <= MOST_PAIRS;

  for (guint i = 0; i < (all ? a->len : 1); i++)
    for (guint j = a == b ? i + 1 : 0; j < b->len; j++)
      {
        guint left = g_array_index (a, guint, i), right = g_array_index (b, guint, j);
        PlenumDuplicatePair pair = { MIN (left, right), MAX (left, right), similarity };

        if (!are_apart (search, left, right))
          g_array_append_val (search->result->pairs, pair);
      }
}

static void
collect_pairs (Search *search, GArray *candidates)
{
  for (guint i = 0; i < search->texts->len; i++)
    {
      GArray *equal = search->equal[g_array_index (search->texts, guint, i)];

      add_pairs (search, equal, equal, 1.0);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const PlenumDuplicatePair *pair = &g_array_index (candidates, PlenumDuplicatePair, i);

      if (pair->similarity >= search->result->threshold)
        add_pairs (search, search->equal[pair->a], search->equal[pair->b], pair->similarity);
    }
  g_array_sort (search->result->pairs, compare_pairs);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

static void
collect_groups (Search *search)
{
  g_autofree GArray **groups = g_new0 (GArray *, search->size);
  guint start = 0;

  for (guint i = 0; i < search->size; i++)
    {
      guint group = search->groups[search->firsts[i]];

      if (groups[group] == NULL)
        groups[group] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (groups[group], i);
    }

  g_array_append_val (search->result->starts, start);
  for (guint i = 0; i < search->size; i++)
    if (groups[i] != NULL)
      {
        if (groups[i]->len > 1)
          {
            g_array_sort (groups[i], compare_texts);
            g_array_append_vals (search->result->members, groups[i]->data, groups[i]->len);
            start = search->result->members->len;
            g_array_append_val (search->result->starts, start);
          }
        g_array_unref (groups[i]);
      }
}

static void
search_init (Search *search, PlenumCorpus *corpus, const PlenumDuplicateOptions *options)
{
  search->options = options;
  search->size = plenum_corpus_get_size (corpus);
  search->firsts = g_new0 (guint, search->size);
  search->equal = g_new0 (GArray *, search->size);
  search->groups = g_new0 (guint, search->size);
  search->members = g_new0 (GArray *, search->size);
  search->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  search->result = g_new0 (PlenumDuplicates, 1);
  search->result->pairs = g_array_new (FALSE, FALSE, sizeof (PlenumDuplicatePair));
  search->result->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  search->result->members = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * plenum_duplicates_find:
 * @corpus: sealed
 *
 * Of more than a few equal texts, the first is paired with each of the others;
 * their group has them all. What is apart by @options is in no pair and in no
 * group together, what is together is in one group.
 *
 * Returns: (transfer full) (nullable): what was found, the same for the same texts
 *   in any order, or %NULL if it was cancelled
 */
PlenumDuplicates *
plenum_duplicates_find (PlenumCorpus *corpus, const PlenumDuplicateOptions *options, GCancellable *cancellable, GError **error)
{
  g_auto (Search) search = { NULL };
  g_autoptr (GArray) candidates = NULL;

  search_init (&search, corpus, options);
  search.shingles = plenum_shingles_new (corpus, cancellable, error);
  if (search.shingles == NULL)
    return NULL;
  report (&search, 0.4);

  unite_equal (&search);
  candidates = plenum_duplicate_candidates (search.shingles, search.texts, cancellable, error);
  if (candidates == NULL)
    return NULL;
  report (&search, 0.9);

  search.result->threshold = options->threshold > 0.0 ? options->threshold : plenum_duplicate_choose_threshold (candidates);
  g_array_sort (candidates, compare_pairs);
  join_decided (&search);
  if (!join_alike (&search, candidates, cancellable, error))
    return NULL;
  collect_pairs (&search, candidates);
  collect_groups (&search);
  report (&search, 1.0);

  return g_steal_pointer (&search.result);
}

/**
 * plenum_duplicates_get_threshold:
 *
 * Returns: the similarity from which on two texts count as duplicates
 */
double
plenum_duplicates_get_threshold (PlenumDuplicates *self)
{
  return self->threshold;
}

guint
plenum_duplicates_get_n_pairs (PlenumDuplicates *self)
{
  return self->pairs->len;
}

/**
 * plenum_duplicates_get_pair:
 *
 * Returns: (transfer none): a pair, the most similar having index 0
 */
const PlenumDuplicatePair *
plenum_duplicates_get_pair (PlenumDuplicates *self, guint index)
{
  g_return_val_if_fail (index < self->pairs->len, NULL);

  return &g_array_index (self->pairs, PlenumDuplicatePair, index);
}

guint
plenum_duplicates_get_n_groups (PlenumDuplicates *self)
{
  return self->starts->len - 1;
}

/**
 * plenum_duplicates_get_group:
 * @n: (out): how many texts are in it
 *
 * Returns: (transfer none) (array length=n): the texts, ascending
 */
const guint *
plenum_duplicates_get_group (PlenumDuplicates *self, guint index, guint *n)
{
  guint start = g_array_index (self->starts, guint, index);

  *n = g_array_index (self->starts, guint, index + 1) - start;
  return plenum_array_place (self->members, start);
}
