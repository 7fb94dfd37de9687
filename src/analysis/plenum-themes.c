/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What themes are, once it is known which text is in which: this is also what is
 * made anew when somebody moves a card. */
#include "plenum-themes-private.h"

#include <math.h>
#include <string.h>

#include "plenum-lanes.h"
#include "plenum-parallel.h"

#define PIECE 512 /* texts */

struct _PlenumThemes
{
  guint32   *labels;
  guint32   *next;       /* of each text: the nearest other theme */
  float     *typicality; /* of each text: how near it is to its theme's centre */
  float     *beside;     /* and to that of the nearest other theme */
  GPtrArray *themes;     /* PlenumTheme */
  GArray    *unassigned; /* guint */
};

static void
free_theme (gpointer data)
{
  PlenumTheme *theme = data;

  g_free (theme->name);
  g_ptr_array_unref (theme->keywords);
  g_array_unref (theme->members);
  g_free (theme);
}

void
plenum_themes_free (PlenumThemes *self)
{
  g_free (self->labels);
  g_free (self->next);
  g_free (self->typicality);
  g_free (self->beside);
  g_ptr_array_unref (self->themes);
  g_array_unref (self->unassigned);
  g_free (self);
}

/**
 * plenum_theme_centres:
 *
 * Returns: (transfer full): the mean of each theme's texts, of unit length
 */
float *
plenum_theme_centres (PlenumTextVectors *vectors, const guint32 *labels, guint n_themes)
{
  guint width = vectors->width;
  g_autofree double *sums = g_new0 (double, (gsize) n_themes * width + 1);
  float *centres = g_new0 (float, (gsize) n_themes * width + 1);

  for (gsize i = 0; i < vectors->n; i++)
    for (guint d = 0; d < width && labels[i] != PLENUM_NO_THEME; d++)
      sums[(gsize) labels[i] * width + d] += vectors->rows[i * width + d];
  for (guint i = 0; i < n_themes; i++)
    {
      double length = 0.0;

      for (guint d = 0; d < width; d++)
        length += sums[(gsize) i * width + d] * sums[(gsize) i * width + d];
      for (guint d = 0; d < width && length > 0.0; d++)
        centres[(gsize) i * width + d] = sums[(gsize) i * width + d] / sqrt (length);
    }

  return centres;
}

/**
 * plenum_theme_similarity:
 * @centre: of unit length
 *
 * Returns: the cosine, at least 0; 0 if the text has no words
 */
double
plenum_theme_similarity (PlenumTextVectors *vectors, guint text, const float *centre)
{
  const float *row = vectors->rows + (gsize) text * vectors->width;
  double product = 0.0, length = 0.0;

  for (guint d = 0; d < vectors->width; d++)
    {
      product += (double) row[d] * centre[d];
      length += (double) row[d] * row[d];
    }

  return length > 0.0 && product > 0.0 ? product / sqrt (length) : 0.0;
}

typedef struct
{
  PlenumThemes      *self;
  PlenumTextVectors *vectors;
  PlenumLanes       *centres;
} Placing;

static void
place (Placing *placing, guint text, const float *products)
{
  PlenumThemes *self = placing->self;
  const float *row = placing->vectors->rows + (gsize) text * placing->vectors->width;
  double length = 0.0;
  float best = -G_MAXFLOAT;

  for (guint d = 0; d < placing->vectors->width; d++)
    length += (double) row[d] * row[d];
  self->next[text] = PLENUM_NO_THEME;
  self->typicality[text] = 0.0f;
  for (guint i = 0; i < placing->centres->n; i++)
    if (i == self->labels[text])
      self->typicality[text] = length > 0.0 ? MAX (products[i] / sqrt (length), 0.0) : 0.0;
    else if (products[i] > best)
      {
        best = products[i];
        self->next[text] = i;
      }
  self->beside[text] = self->next[text] != PLENUM_NO_THEME && length > 0.0 ? MAX (best / sqrt (length), 0.0) : 0.0;
}

static void
place_some (guint piece, gpointer data)
{
  Placing *placing = data;
  g_autofree float *products = g_new (float, placing->centres->padded + 1);

  for (guint i = piece * PIECE; i < MIN ((piece + 1) * PIECE, placing->vectors->n); i++)
    {
      plenum_lanes_multiply (placing->centres, placing->vectors->rows + (gsize) i * placing->vectors->width, products);
      place (placing, i, products);
    }
}

static void
add_member (PlenumThemes *self, guint text)
{
  PlenumTheme *theme;

  if (self->labels[text] == PLENUM_NO_THEME)
    {
      g_array_append_val (self->unassigned, text);
      return;
    }

  theme = self->themes->pdata[self->labels[text]];
  if (theme->members->len == 0 || self->typicality[text] > self->typicality[theme->representative])
    theme->representative = text;
  g_array_append_val (theme->members, text);
  theme->cohesion += self->typicality[text];
}

/**
 * plenum_themes_describe:
 * @labels: of each text its theme, or %PLENUM_NO_THEME
 *
 * Returns: (transfer full): names, typical texts and figures of these themes
 */
PlenumThemes *
plenum_themes_describe (PlenumTextVectors *vectors, const guint32 *labels, guint n_themes)
{
  PlenumThemes *self = g_new0 (PlenumThemes, 1);
  g_autofree float *centres = plenum_theme_centres (vectors, labels, n_themes);
  g_autoptr (PlenumLanes) lanes = plenum_lanes_new (centres, n_themes, vectors->width);
  g_autoptr (GPtrArray) keywords = plenum_theme_keywords (vectors->terms, labels, n_themes);
  Placing placing = { self, vectors, lanes };

  self->labels = g_memdup2 (labels, MAX (vectors->n, 1) * sizeof *labels);
  self->next = g_new (guint32, vectors->n + 1);
  self->typicality = g_new (float, vectors->n + 1);
  self->beside = g_new (float, vectors->n + 1);
  self->themes = g_ptr_array_new_with_free_func (free_theme);
  self->unassigned = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_themes; i++)
    {
      PlenumTheme *theme = g_new0 (PlenumTheme, 1);

      theme->keywords = g_ptr_array_ref (keywords->pdata[i]);
      theme->name = plenum_theme_name (theme->keywords);
      theme->members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->themes, theme);
    }
  plenum_parallel_run ((vectors->n + PIECE - 1) / PIECE, place_some, &placing);
  for (guint i = 0; i < vectors->n; i++)
    add_member (self, i);
  for (guint i = 0; i < n_themes; i++)
    {
      PlenumTheme *theme = self->themes->pdata[i];

      theme->cohesion /= MAX (theme->members->len, 1);
    }

  return self;
}

void
plenum_themes_set_name (PlenumThemes *self, guint theme, const char *name)
{
  PlenumTheme *changed = self->themes->pdata[theme];

  g_free (changed->name);
  changed->name = g_strdup (name);
}

guint
plenum_themes_get_n (PlenumThemes *self)
{
  return self->themes->len;
}

const PlenumTheme *
plenum_themes_get (PlenumThemes *self, guint theme)
{
  return self->themes->pdata[theme];
}

/**
 * plenum_themes_get_theme:
 *
 * Returns: the theme that the text is in, or %PLENUM_NO_THEME
 */
guint
plenum_themes_get_theme (PlenumThemes *self, guint text)
{
  return self->labels[text];
}

/**
 * plenum_themes_get_next_best:
 *
 * Returns: the nearest theme that the text is not in, or %PLENUM_NO_THEME
 */
guint
plenum_themes_get_next_best (PlenumThemes *self, guint text)
{
  return self->next[text];
}

/**
 * plenum_themes_get_typicality:
 *
 * Returns: how near the text is to the centre of its theme, from 0 to 1
 */
double
plenum_themes_get_typicality (PlenumThemes *self, guint text)
{
  return self->typicality[text];
}

/**
 * plenum_themes_get_certainty:
 *
 * How much nearer the text is to its own theme than to the next best one: the
 * silhouette by centres (Hruschka, de Castro and Campello 2004).
 *
 * Returns: from -1, where it looks like one of the other theme, through 0, where both
 *   are as near, to 1; 0 if it is in no theme, 1 if there is no other
 */
double
plenum_themes_get_certainty (PlenumThemes *self, guint text)
{
  double own = MAX (1.0 - self->typicality[text], 0.0), other = MAX (1.0 - self->beside[text], 0.0);

  if (self->labels[text] == PLENUM_NO_THEME)
    return 0.0;
  if (self->next[text] == PLENUM_NO_THEME)
    return 1.0;

  return MAX (own, other) > 0.0 ? (other - own) / MAX (own, other) : 0.0;
}

/**
 * plenum_themes_get_unassigned:
 *
 * Returns: (transfer none) (element-type guint): texts that are in no theme
 */
GArray *
plenum_themes_get_unassigned (PlenumThemes *self)
{
  return self->unassigned;
}

/**
 * plenum_themes_get_labels:
 *
 * Returns: (transfer none): of each text its theme, as plenum_themes_describe() takes it
 */
const guint32 *
plenum_themes_get_labels (PlenumThemes *self)
{
  return self->labels;
}
