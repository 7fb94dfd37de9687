/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of square roots with rational factors, compared exactly.
 *
 * Each root is brought to a whole number times the root of a number that no square
 * divides. Such roots are linearly independent over the rationals (Besicovitch
 * 1940), so two sums are equal if and only if all factors are; if they are not, some
 * number of digits tells which is greater. */
#include "plenum-surd.h"


#define FIRST_DIGITS 20

struct _PlenumSurd
{
  GTree *factors; /* gint64 without square divisors → PlenumRational, none of them 0 */
};

static int
compare_radicands (gconstpointer a, gconstpointer b, gpointer unused)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

PlenumSurd *
plenum_surd_new (void)
{
  PlenumSurd *self = g_new0 (PlenumSurd, 1);

  self->factors = g_tree_new_full (compare_radicands, NULL, g_free, (GDestroyNotify) plenum_rational_free);
  return self;
}

void
plenum_surd_free (PlenumSurd *self)
{
  g_tree_unref (self->factors);
  g_free (self);
}

static void
add_factor (PlenumSurd *self, gint64 radicand, const PlenumRational *factor)
{
  PlenumRational *known = g_tree_lookup (self->factors, &radicand);

  if (known == NULL)
    {
      known = plenum_rational_new (0, 1);
      g_tree_insert (self->factors, g_memdup2 (&radicand, sizeof radicand), known);
    }
  plenum_rational_add (known, factor);
  if (plenum_rational_sign (known) == 0)
    g_tree_remove (self->factors, &radicand);
}

/**
 * plenum_surd_add:
 * @radicand: not negative, at most 1000000
 *
 * Adds @factor × √@radicand.
 */
void
plenum_surd_add (PlenumSurd *self, gint64 radicand, const PlenumRational *factor)
{
  g_autoptr (PlenumRational) scaled = plenum_rational_copy (factor);

  if (radicand == 0)
    return;

  for (gint64 root = 2; root * root <= radicand; root++)
    while (radicand % (root * root) == 0)
      {
        radicand /= root * root;
        plenum_rational_scale (scaled, root, 1);
      }

  add_factor (self, radicand, scaled);
}

/* The sum between two bounds that are apart by as many digits as asked for. */
static void
enclose (const PlenumSurd *self, guint digits, PlenumRational *low, PlenumRational *high)
{
  for (GTreeNode *node = g_tree_node_first (self->factors); node != NULL; node = g_tree_node_next (node))
    {
      const PlenumRational *factor = g_tree_node_value (node);
      g_autoptr (PlenumRational) below = plenum_rational_new_root (*(const gint64 *) g_tree_node_key (node), digits, FALSE);
      g_autoptr (PlenumRational) above = plenum_rational_new_root (*(const gint64 *) g_tree_node_key (node), digits, TRUE);

      plenum_rational_multiply (below, factor);
      plenum_rational_multiply (above, factor);
      plenum_rational_add (low, plenum_rational_sign (factor) > 0 ? below : above);
      plenum_rational_add (high, plenum_rational_sign (factor) > 0 ? above : below);
    }
}

/**
 * plenum_surd_compare:
 *
 * Returns: less than, equal to or greater than 0, as @self is to @other
 */
int
plenum_surd_compare (const PlenumSurd *self, const PlenumSurd *other)
{
  g_autoptr (PlenumSurd) difference = plenum_surd_new ();

  for (GTreeNode *node = g_tree_node_first (self->factors); node != NULL; node = g_tree_node_next (node))
    add_factor (difference, *(const gint64 *) g_tree_node_key (node), g_tree_node_value (node));
  for (GTreeNode *node = g_tree_node_first (other->factors); node != NULL; node = g_tree_node_next (node))
    {
      g_autoptr (PlenumRational) factor = plenum_rational_copy (g_tree_node_value (node));

      plenum_rational_scale (factor, -1, 1);
      add_factor (difference, *(const gint64 *) g_tree_node_key (node), factor);
    }

  if (g_tree_nnodes (difference->factors) == 0)
    return 0;

  for (guint digits = FIRST_DIGITS;; digits *= 2)
    {
      g_autoptr (PlenumRational) low = plenum_rational_new (0, 1);
      g_autoptr (PlenumRational) high = plenum_rational_new (0, 1);

      enclose (difference, digits, low, high);
      if (plenum_rational_sign (low) > 0)
        return 1;
      if (plenum_rational_sign (high) < 0)
        return -1;
    }
}

/**
 * plenum_surd_round:
 *
 * Returns: (transfer full): the sum if it is rational, else its value cut after nine
 *   decimals, to be shown and not to decide with
 */
PlenumRational *
plenum_surd_round (const PlenumSurd *self)
{
  g_autoptr (PlenumRational) low = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) high = plenum_rational_new (0, 1);
  gint64 one = 1, whole;

  if (g_tree_nnodes (self->factors) == 0)
    return g_steal_pointer (&low);
  if (g_tree_nnodes (self->factors) == 1 && g_tree_lookup (self->factors, &one) != NULL)
    return plenum_rational_copy (g_tree_lookup (self->factors, &one));

  enclose (self, FIRST_DIGITS, low, high);
  plenum_rational_scale (low, 1000000000, 1);
  if (plenum_rational_floor (low, &whole))
    return plenum_rational_new (whole, 1000000000);
  plenum_rational_scale (low, 1, 1000000000);
  return g_steal_pointer (&low);
}
