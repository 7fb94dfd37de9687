/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-groups.h"

#include <string.h>

#define CARD(x, y) { x, y, 148, 105, FALSE }
#define STRIP(x, y) { x, y, 200, 71, TRUE }

/* "0 0/0 1/-1": column and group of each card. */
static void
assert_order (const PlenumCardBox *cards, guint n, const char *expected)
{
  g_autoptr (PlenumCardGroups) order = plenum_card_groups_new (cards, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", order->column_of[i]);
      if (order->group_of[i] >= 0)
        g_string_append_printf (text, "/%d", order->group_of[i]);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (order->columns->len, ==, order->n_columns);
  g_assert_cmpuint (order->groups->len, ==, order->n_groups);
}

static void
test_none (void)
{
  const PlenumCardBox one = CARD (10, 10);

  assert_order (&one, 0, "");
  assert_order (&one, 1, "0");
}

/* An even grid is columns without groups, also where cards hang askew. */
static void
test_grid (void)
{
  PlenumCardBox cards[24];
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = (PlenumCardBox) { (i % 4) * 190 + g_rand_double_range (random, -6, 6),
                                  i / 4 * 120 + g_rand_double_range (random, -5, 5), 148, 105, FALSE };
  assert_order (cards, G_N_ELEMENTS (cards), "0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3");
}

/* Two cards side by side are one column where the lanes are much wider. */
static void
test_wide_columns (void)
{
  const PlenumCardBox cards[] = {
    CARD (0, 0), CARD (170, 0), CARD (600, 0), CARD (770, 0), CARD (0, 120), CARD (170, 120), CARD (600, 120), CARD (770, 120),
  };

  assert_order (cards, G_N_ELEMENTS (cards), "0 0 1 1 0 0 1 1");
}

static void
test_clusters (void)
{
  const PlenumCardBox cards[] = {
    CARD (0, 0), CARD (5, 110), CARD (0, 220),   /* together */
    CARD (0, 420), CARD (-4, 530),               /* together */
    CARD (3, 800),                               /* alone */
    CARD (400, 0), CARD (400, 110),              /* a column all of whose cards hang evenly */
  };

  assert_order (cards, G_N_ELEMENTS (cards), "0/0 0/0 0/0 0/1 0/1 0 1 1");
}

static void
test_headings (void)
{
  const PlenumCardBox cards[] = {
    STRIP (0, 0), CARD (20, 90), CARD (25, 200),                       /* names the column */
    STRIP (400, 0), STRIP (400, 90), CARD (420, 170), CARD (420, 280), /* the column, then a group */
    STRIP (400, 400), CARD (420, 480),                                 /* another group */
    STRIP (800, 0), CARD (820, 80), STRIP (800, 200), CARD (820, 280), /* groups only */
  };
  g_autoptr (PlenumCardGroups) order = plenum_card_groups_new (cards, G_N_ELEMENTS (cards));

  assert_order (cards, G_N_ELEMENTS (cards), "0 0 0 1 1/0 1/0 1/0 1/1 1/1 2/2 2/2 2/3 2/3");
  g_assert_cmpint (g_array_index (order->columns, PlenumCardGroup, 0).heading, ==, 0);
  g_assert_cmpint (g_array_index (order->columns, PlenumCardGroup, 1).heading, ==, 3);
  g_assert_cmpint (g_array_index (order->columns, PlenumCardGroup, 2).heading, ==, -1);
  g_assert_cmpint (g_array_index (order->groups, PlenumCardGroup, 0).heading, ==, 4);
  g_assert_cmpint (g_array_index (order->groups, PlenumCardGroup, 3).heading, ==, 11);
}

/* Everything in one place is no reason for anything to go wrong. */
static void
test_pile (void)
{
  PlenumCardBox cards[50];

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = (PlenumCardBox) CARD (7, 7);
  {
    g_autoptr (PlenumCardGroups) order = plenum_card_groups_new (cards, G_N_ELEMENTS (cards));

    g_assert_cmpuint (order->n_columns, ==, 1);
    g_assert_cmpuint (order->n_groups, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-groups/none", test_none);
  g_test_add_func ("/card-groups/grid", test_grid);
  g_test_add_func ("/card-groups/wide-columns", test_wide_columns);
  g_test_add_func ("/card-groups/clusters", test_clusters);
  g_test_add_func ("/card-groups/headings", test_headings);
  g_test_add_func ("/card-groups/pile", test_pile);
  return g_test_run ();
}
