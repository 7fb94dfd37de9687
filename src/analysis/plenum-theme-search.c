/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which text is in which theme. What people decided comes first, then k-means. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plenum-kmeans.h"
#include "plenum-themes-private.h"

#define STARTS        10
#define MOST_LEARNED  4000 /* texts that the starts are tried on; all settle afterwards */
#define MOST_JUDGED   1000 /* texts that a number of themes is judged by */
#define MOST_THEMES   200
#define LEAST_TO_TELL 20   /* texts of a theme: among fewer, none is out of line */

static const guint numbers[] = { 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40 };

typedef struct
{
  PlenumTextVectors        *vectors;
  const PlenumThemeOptions *options;
  gint32                   *pinned; /* of each text, or -1 */
  guint32                  *labels;
  guint                     k;
} Search;

static void
search_clear (Search *search)
{
  g_free (search->pinned);
  g_free (search->labels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
report (Search *search, double done)
{
  if (search->options->progress != NULL)
    search->options->progress (done, search->options->progress_data);
}

static gboolean
has_words (PlenumTextVectors *vectors, guint text)
{
  const float *row = vectors->rows + (gsize) text * vectors->width;

  for (guint d = 0; d < vectors->width; d++)
    if (row[d] != 0.0f)
      return TRUE;

  return FALSE;
}

static void
pin_known (Search *search)
{
  search->pinned = g_new (gint32, search->vectors->n + 1);
  for (guint i = 0; i < search->vectors->n; i++)
    search->pinned[i] = -1;
  for (guint i = 0; i < search->options->n_known; i++)
    for (const char * const *id = search->options->known[i].ids; *id != NULL; id++)
      {
        guint text;

        if (plenum_corpus_find (search->vectors->corpus, *id, &text))
          search->pinned[text] = i;
      }
}

/* Without texts that have no words, or share none with another. */
static GArray *
list_useful (Search *search)
{
  GArray *useful = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < search->vectors->n; i++)
    if (has_words (search->vectors, i))
      g_array_append_val (useful, i);

  return useful;
}

static float *
take_rows (Search *search, const guint *texts, guint n)
{
  guint width = search->vectors->width;
  float *rows = g_new (float, (gsize) n * width + 1);

  for (guint i = 0; i < n; i++)
    memcpy (rows + (gsize) i * width, search->vectors->rows + (gsize) texts[i] * width, width * sizeof *rows);

  return rows;
}

static float
square (const float *a, const float *b, guint width)
{
  double sum = 0.0;

  for (guint d = 0; d < width; d++)
    sum += (a[d] - b[d]) * (double) (a[d] - b[d]);

  return sum;
}

/* How much nearer texts are to their own centre than to the next (Rousseeuw 1987, with centres). */
static double
judge (const PlenumPoints *points, guint k, const float *centres, const guint32 *labels)
{
  double sum = 0.0;

  for (gsize i = 0; i < points->n; i++)
    {
      const float *row = points->rows + i * points->width;
      double own = sqrt (square (row, centres + (gsize) labels[i] * points->width, points->width)), other = G_MAXDOUBLE;

      for (guint j = 0; j < k; j++)
        if (j != labels[i])
          other = MIN (other, square (row, centres + (gsize) j * points->width, points->width));
      other = sqrt (other);
      sum += other > 0.0 ? (other - own) / MAX (other, own) : 0.0;
    }

  return sum / points->n;
}

static gboolean
choose_number (Search *search, GArray *useful, GCancellable *cancellable, GError **error)
{
  guint n, width = search->vectors->width;
  g_autofree guint *sample = plenum_sample (useful->len, MOST_JUDGED, &n);
  g_autofree float *rows = NULL, *centres = g_new (float, (gsize) MOST_THEMES * width);
  g_autofree guint32 *labels = g_new (guint32, n + 1);
  double best = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    sample[i] = g_array_index (useful, guint, sample[i]);
  rows = take_rows (search, sample, n);
  search->k = MIN (useful->len, 2);
  for (guint i = 0; i < G_N_ELEMENTS (numbers) && numbers[i] <= sqrt (useful->len); i++)
    {
      PlenumPoints points = { rows, n, width };
      double value;

      if (!plenum_kmeans (&points, numbers[i], 3, centres, labels, cancellable, error))
        return FALSE;
      value = judge (&points, numbers[i], centres, labels);
      if (value > best)
        {
          best = value;
          search->k = numbers[i];
        }
    }

  return TRUE;
}

/* Known themes begin where their texts are, new ones where the others find them. */
static void
begin_with_known (Search *search, float *centres)
{
  guint width = search->vectors->width;

  for (guint theme = 0; theme < search->options->n_known; theme++)
    {
      guint n = 0;
      float *centre = centres + (gsize) theme * width;
      g_autofree double *sum = g_new0 (double, width);

      for (guint i = 0; i < search->vectors->n; i++)
        if (search->pinned[i] == (gint32) theme)
          {
            n++;
            for (guint d = 0; d < width; d++)
              sum[d] += search->vectors->rows[(gsize) i * width + d];
          }
      for (guint d = 0; d < width && n > 0; d++)
        centre[d] = sum[d] / n;
    }
}

static gboolean
group (Search *search, GArray *useful, GCancellable *cancellable, GError **error)
{
  guint n, width = search->vectors->width, k_new = search->k - MIN (search->k, search->options->n_known);
  g_autofree guint *sample = plenum_sample (useful->len, MOST_LEARNED, &n);
  g_autofree float *centres = g_new0 (float, (gsize) search->k * width), *some = NULL, *all = NULL;
  g_autofree guint32 *labels = g_new (guint32, useful->len + 1);
  g_autofree gint32 *pinned = g_new (gint32, useful->len + 1);
  PlenumPoints points = { NULL, n, width };

  for (guint i = 0; i < n; i++)
    sample[i] = g_array_index (useful, guint, sample[i]);
  some = take_rows (search, sample, n);
  points.rows = some;
  if (k_new > 0 && !plenum_kmeans (&points, k_new, STARTS, centres + (gsize) search->options->n_known * width, labels,
                                   cancellable, error))
    return FALSE;
  report (search, 0.7);

  begin_with_known (search, centres);
  all = take_rows (search, (const guint *) useful->data, useful->len);
  for (guint i = 0; i < useful->len; i++)
    pinned[i] = search->pinned[g_array_index (useful, guint, i)];
  points = (PlenumPoints) { all, useful->len, width, pinned };
  if (k_new == 0)
    plenum_kmeans_assign (&points, search->k, centres, labels);
  else if (!plenum_kmeans (&points, search->k, 0, centres, labels, cancellable, error))
    return FALSE;
  for (guint i = 0; i < useful->len; i++)
    search->labels[g_array_index (useful, guint, i)] = labels[i];

  return TRUE;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Below this a similarity to the centre is out of line with those of the others: a
 * quarter has less than the first quartile, hardly any less than that by one and a
 * half times the distance of the quartiles (Tukey 1977). */
static double
find_fence (GArray *similarities)
{
  double first, third;

  g_array_sort (similarities, compare_doubles);
  first = g_array_index (similarities, double, similarities->len / 4);
  third = g_array_index (similarities, double, similarities->len - 1 - similarities->len / 4);

  return first - 1.5 * (third - first);
}

/* A text that is much further from its theme's centre than the others belongs nowhere. */
static void
leave_out (Search *search)
{
  g_autofree float *centres = plenum_theme_centres (search->vectors, search->labels, search->k);
  g_autofree double *own = g_new0 (double, search->vectors->n + 1), *fences = g_new (double, search->k);
  g_autoptr (GPtrArray) of_themes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < search->k; i++)
    g_ptr_array_add (of_themes, g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint i = 0; i < search->vectors->n; i++)
    if (search->labels[i] != PLENUM_NO_THEME)
      {
        own[i] = plenum_theme_similarity (search->vectors, i, centres + (gsize) search->labels[i] * search->vectors->width);
        g_array_append_val ((GArray *) of_themes->pdata[search->labels[i]], own[i]);
      }
  for (guint i = 0; i < search->k; i++)
    fences[i] = ((GArray *) of_themes->pdata[i])->len >= LEAST_TO_TELL ? find_fence (of_themes->pdata[i]) : 0.0;
  for (guint i = 0; i < search->vectors->n; i++)
    if (search->pinned[i] < 0 && search->labels[i] != PLENUM_NO_THEME && own[i] < fences[search->labels[i]])
      search->labels[i] = PLENUM_NO_THEME;
}

static gboolean
is_free (Search *search, guint unit, guint theme, GArray **apart_in)
{
  for (guint i = 0; i < apart_in[theme]->len; i++)
    if (plenum_constraints_are_apart (search->options->constraints, unit, g_array_index (apart_in[theme], guint, i)))
      return FALSE;

  return TRUE;
}

/* Where the texts of a unit are nearest together, and nobody is they must not be with. */
static guint
choose_for_unit (Search *search, GArray *unit, const float *centres, GArray **apart_in)
{
  guint chosen = PLENUM_NO_THEME, first = g_array_index (unit, guint, 0);
  double best = -1.0;

  for (guint i = 0; i < unit->len; i++)
    if (search->pinned[g_array_index (unit, guint, i)] >= 0)
      return search->pinned[g_array_index (unit, guint, i)];
  for (guint theme = 0; theme < search->k; theme++)
    {
      double sum = 0.0;

      for (guint i = 0; i < unit->len; i++)
        sum += plenum_theme_similarity (search->vectors, g_array_index (unit, guint, i),
                                        centres + (gsize) theme * search->vectors->width);
      if (sum > best && is_free (search, first, theme, apart_in))
        {
          best = sum;
          chosen = theme;
        }
    }

  return chosen;
}

/* What people said overrules what was found; of two units that must be apart, the first stays. */
static void
obey (Search *search)
{
  PlenumConstraints *constraints = search->options->constraints;
  g_autoptr (GPtrArray) units = g_ptr_array_new_full (search->vectors->n, (GDestroyNotify) g_array_unref);
  g_autofree float *centres = NULL;
  g_autofree GArray **apart_in = g_new (GArray *, search->k + 1);

  if (constraints == NULL)
    return;

  centres = plenum_theme_centres (search->vectors, search->labels, search->k);
  for (guint i = 0; i < search->vectors->n; i++)
    {
      g_ptr_array_add (units, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val ((GArray *) units->pdata[plenum_constraints_get_unit (constraints, i)], i);
    }
  for (guint i = 0; i < search->k; i++)
    apart_in[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < units->len; i++)
    {
      GArray *unit = units->pdata[i];
      gboolean decided = unit->len > 1 || plenum_constraints_is_apart (constraints, i);
      guint theme;

      if (!decided || unit->len == 0)
        continue;
      theme = choose_for_unit (search, unit, centres, apart_in);
      for (guint j = 0; j < unit->len; j++)
        search->labels[g_array_index (unit, guint, j)] = theme;
      if (theme != PLENUM_NO_THEME)
        g_array_append_val (apart_in[theme], i);
    }
  for (guint i = 0; i < search->k; i++)
    g_array_unref (apart_in[i]);
}

/* The largest first; known themes stay where they are, empty new ones go. */
static void
order (Search *search)
{
  g_autofree guint *sizes = g_new0 (guint, search->k), *firsts = g_new0 (guint, search->k);
  g_autofree guint32 *places = g_new (guint32, search->k);
  guint n_known = search->options->n_known, n = n_known;

  for (guint i = search->vectors->n; i-- > 0; )
    if (search->labels[i] != PLENUM_NO_THEME)
      {
        sizes[search->labels[i]]++;
        firsts[search->labels[i]] = i;
      }
  for (guint i = 0; i < search->k; i++)
    {
      places[i] = i < n_known ? i : n_known;
      for (guint j = n_known; i >= n_known && j < search->k; j++)
        places[i] += sizes[j] > sizes[i] || (sizes[j] == sizes[i] && firsts[j] < firsts[i]);
      n += i >= n_known && sizes[i] > 0;
    }
  for (guint i = 0; i < search->vectors->n; i++)
    if (search->labels[i] != PLENUM_NO_THEME)
      search->labels[i] = places[search->labels[i]];
  search->k = n;
}

static void
search_init (Search *search, PlenumTextVectors *vectors, const PlenumThemeOptions *options)
{
  search->vectors = vectors;
  search->options = options;
  search->labels = g_new (guint32, vectors->n + 1);
  for (guint i = 0; i < vectors->n; i++)
    search->labels[i] = PLENUM_NO_THEME;
  pin_known (search);
}

/**
 * plenum_themes_find:
 *
 * Texts that nobody can place stay unassigned: those without words, and those that
 * are much further from their theme than its other texts.
 *
 * Returns: (transfer full) (nullable): the themes, the same for the same texts in any
 *   order, or %NULL if it was cancelled
 */
PlenumThemes *
plenum_themes_find (PlenumTextVectors *vectors, const PlenumThemeOptions *options, GCancellable *cancellable, GError **error)
{
  g_auto (Search) search = { NULL };
  g_autoptr (GArray) useful = NULL;
  PlenumThemes *themes;

  search_init (&search, vectors, options);
  useful = list_useful (&search);
  search.k = MIN (options->n_themes, MIN (useful->len, MOST_THEMES));
  if (options->n_themes == 0 && !choose_number (&search, useful, cancellable, error))
    return NULL;
  search.k = MAX (search.k, options->n_known);
  report (&search, 0.2);
  if (search.k > 0 && useful->len > 0 && !group (&search, useful, cancellable, error))
    return NULL;

  for (guint i = 0; i < vectors->n; i++)
    if (search.pinned[i] >= 0)
      search.labels[i] = search.pinned[i];
  if (search.k > 0)
    {
      leave_out (&search);
      obey (&search);
      order (&search);
    }
  themes = plenum_themes_describe (vectors, search.labels, search.k);
  for (guint i = 0; i < options->n_known; i++)
    if (options->known[i].name != NULL)
      plenum_themes_set_name (themes, i, options->known[i].name);
  report (&search, 1.0);

  return themes;
}
