/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A truncated singular value decomposition of our own: LAPACK would need the matrix
 * dense, and OpenBLAS adds up in an order that depends on the machine. Subspace
 * iteration from a seeded start (Halko, Martinsson, Tropp 2011) needs three products
 * with the matrix, and as many digits as there are in the counting of words. */
#include "plenum-svd.h"

#include <math.h>
#include <string.h>

#include "plenum-chance.h"
#include "plenum-eigen.h"
#include "plenum-parallel.h"

#define OVERSAMPLING 10
#define ITERATIONS   3
#define SMALL        1e-9 /* of the greatest: a direction that is none */
#define BLOCKS       16   /* pieces of work; sums are added up in their order */

typedef struct
{
  const PlenumSparse *left;
  const PlenumSparse *right; /* nullable: one */
  guint               width;
  float              *inner;
} Product;

static void
multiply (Product *product, const float *x, float *y)
{
  if (product->right == NULL)
    {
      plenum_sparse_multiply (product->left, x, product->width, y);
      return;
    }
  plenum_sparse_multiply (product->right, x, product->width, product->inner);
  plenum_sparse_multiply (product->left, product->inner, product->width, y);
}

static void
multiply_transposed (Product *product, const float *x, float *y)
{
  if (product->right == NULL)
    {
      plenum_sparse_multiply_transposed (product->left, x, product->width, y);
      return;
    }
  plenum_sparse_multiply_transposed (product->left, x, product->width, product->inner);
  plenum_sparse_multiply_transposed (product->right, product->inner, product->width, y);
}

typedef struct
{
  float       *x;
  gsize        n;
  guint        width;
  double      *matrix; /* a triangle, or one for each block */
  const float *turn;   /* what rows are multiplied by */
  guint        rank;
  float       *turned;
} Rows;

static gsize
get_start (Rows *rows, guint block)
{
  return rows->n * block / BLOCKS;
}

static void
add_products (guint block, gpointer data)
{
  Rows *rows = data;
  guint width = rows->width;
  double *gram = rows->matrix + (gsize) block * width * width;
  g_autofree double *row = g_new (double, width);

  for (gsize i = get_start (rows, block); i < get_start (rows, block + 1); i++)
    {
      for (guint j = 0; j < width; j++)
        row[j] = rows->x[i * width + j];
      for (guint j = 0; j < width; j++)
        for (guint k = 0; k <= j; k++)
          gram[(gsize) j * width + k] += row[j] * row[k];
    }
}

/* All products of two columns, in double precision. */
static double *
make_gram (float *x, gsize n, guint width)
{
  gsize size = (gsize) width * width;
  g_autofree double *of_blocks = g_new0 (double, BLOCKS * size);
  double *gram = g_new0 (double, size);
  Rows rows = { x, n, width, of_blocks };

  plenum_parallel_run (BLOCKS, add_products, &rows);
  for (guint block = 0; block < BLOCKS; block++)
    for (gsize i = 0; i < size; i++)
      gram[i] += of_blocks[block * size + i];
  for (guint j = 0; j < width; j++)
    for (guint k = 0; k < j; k++)
      gram[(gsize) k * width + j] = gram[(gsize) j * width + k];

  return gram;
}

/* Cholesky's lower triangle in place; a direction that is none gets a zero. */
static void
decompose (double *gram, guint n)
{
  double greatest = 0.0;

  for (guint i = 0; i < n; i++)
    greatest = MAX (greatest, gram[i * n + i]);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= i; j++)
      {
        double sum = gram[i * n + j];

        for (guint k = 0; k < j; k++)
          sum -= gram[i * n + k] * gram[j * n + k];
        if (i == j)
          gram[i * n + i] = sum > SMALL * greatest ? sqrt (sum) : 0.0;
        else
          gram[i * n + j] = gram[j * n + j] > 0.0 ? sum / gram[j * n + j] : 0.0;
      }
}

static void
straighten (guint block, gpointer data)
{
  Rows *rows = data;
  guint width = rows->width;
  const double *lower = rows->matrix;
  g_autofree double *row = g_new (double, width);

  for (gsize i = get_start (rows, block); i < get_start (rows, block + 1); i++)
    for (guint j = 0; j < width; j++)
      {
        double sum = rows->x[i * width + j];

        for (guint k = 0; k < j; k++)
          sum -= row[k] * lower[j * width + k];
        row[j] = lower[j * width + j] > 0.0 ? sum / lower[j * width + j] : 0.0;
        rows->x[i * width + j] = row[j];
      }
}

static void
orthonormalise (float *x, gsize n, guint width)
{
  g_autofree double *lower = make_gram (x, n, width);
  Rows rows = { x, n, width, lower };

  decompose (lower, width);
  plenum_parallel_run (BLOCKS, straighten, &rows);
}

static void
turn_rows (guint block, gpointer data)
{
  Rows *rows = data;

  for (gsize i = get_start (rows, block); i < get_start (rows, block + 1); i++)
    for (guint j = 0; j < rows->width; j++)
      {
        float factor = rows->x[i * rows->width + j];
        float * restrict row = rows->turned + i * rows->rank;
        const float * restrict of_turn = rows->turn + (gsize) j * rows->rank;

        for (guint k = 0; k < rows->rank; k++)
          row[k] += factor * of_turn[k];
      }
}

/* From the image of an orthonormal basis, width wide, to the right singular vectors. */
static float *
make_vectors (float *image, gsize n, guint width, guint rank)
{
  float *vectors = g_new0 (float, n * rank + 1);
  g_autofree double *gram = make_gram (image, n, width);
  g_autofree double *values = g_new (double, width);
  g_autofree double *turned = g_new (double, (gsize) width * width);
  g_autofree float *turn = g_new0 (float, (gsize) width * rank);
  Rows rows = { image, n, width, NULL, turn, rank, vectors };

  plenum_eigen (gram, width, values, turned);
  for (guint i = 0; i < rank && i < width; i++)
    for (guint j = 0; j < width && values[i] > SMALL * values[0]; j++)
      turn[j * rank + i] = turned[i * width + j] / sqrt (values[i]);
  plenum_parallel_run (BLOCKS, turn_rows, &rows);

  return vectors;
}

/* One step of the iteration. It asks before each of its parts whether it is still
 * wanted, since each takes a good part of a second where texts are many. */
static gboolean
iterate (Product *product, float *basis, gsize n_rows, float *image, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  multiply_transposed (product, basis, image);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  multiply (product, image, basis);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  orthonormalise (basis, n_rows, product->width);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * plenum_svd:
 * @left: a matrix
 * @right: (nullable): what it is multiplied by
 * @rank: how many vectors are wanted
 *
 * Returns: (transfer full) (nullable): the right singular vectors of the product, a
 *   row of @rank for each of its columns, those that it has not being zero; %NULL
 *   if it was cancelled
 */
float *
plenum_svd (const PlenumSparse *left, const PlenumSparse *right, guint rank, GCancellable *cancellable, GError **error)
{
  Product product = { left, right, rank + OVERSAMPLING };
  gsize n_rows = plenum_sparse_get_n_rows (left), n_columns = (right != NULL ? right : left)->n_columns;
  g_autofree float *inner = right != NULL ? g_new (float, (gsize) left->n_columns * product.width) : NULL;
  g_autofree float *basis = g_new (float, n_rows * product.width + 1);
  g_autofree float *image = g_new (float, n_columns * product.width + 1);
  PlenumChance random = { 1 };

  product.inner = inner;
  for (gsize i = 0; i < n_rows * product.width; i++)
    basis[i] = plenum_chance_unit (&random) - 0.5;
  for (guint i = 0; i < ITERATIONS; i++)
    if (!iterate (&product, basis, n_rows, image, cancellable, error))
      return NULL;
  multiply_transposed (&product, basis, image);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return make_vectors (image, n_columns, product.width, rank);
}

/**
 * plenum_unit_rows:
 *
 * Gives each row the length 1; one of zeros stays.
 */
void
plenum_unit_rows (float *rows, guint n, guint width)
{
  for (gsize i = 0; i < n; i++)
    {
      double sum = 0.0;

      for (guint j = 0; j < width; j++)
        sum += (double) rows[i * width + j] * rows[i * width + j];
      for (guint j = 0; j < width && sum > 0.0; j++)
        rows[i * width + j] /= sqrt (sum);
    }
}
