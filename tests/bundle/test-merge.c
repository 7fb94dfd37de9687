/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a library drift apart and become one again: in any order, any number
 * of times, byte for byte. */
#include <string.h>

#include "fixture.h"
#include "plenum-exchange.h"

#define COPIES 3

static char *
merge (const char * const *bundles, const int *order, guint n)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *path = NULL;
  char *digest = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumImport) import = fixture_import (store, bundles[order[i]]);
    }
  path = fixture_export (store, PLENUM_PRIVACY_FULL, &digest);

  return digest;
}

static void
check_orders (const char * const *bundles)
{
  static const int orders[][5] = {
    { 0, 1, 2, 0, 0 }, { 0, 2, 1, 2, 0 }, { 1, 0, 2, 1, 1 }, { 1, 2, 0, 0, 2 }, { 2, 0, 1, 1, 0 }, { 2, 1, 0, 2, 1 },
  };
  g_autofree char *expected = merge (bundles, orders[0], 3);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *three = merge (bundles, orders[i], 3);
      g_autofree char *more = merge (bundles, orders[i], 5);

      g_assert_cmpstr (three, ==, expected);
      g_assert_cmpstr (more, ==, expected);
    }
}

static void
run_history (GRand *rand)
{
  PlenumStore *copies[COPIES];
  g_autofree char *base = NULL;
  g_auto (GStrv) bundles = g_new0 (char *, COPIES + 1);

  for (guint i = 0; i < COPIES; i++)
    copies[i] = fixture_new ();
  fixture_populate (copies[0], rand, 60);
  base = fixture_export (copies[0], PLENUM_PRIVACY_FULL, NULL);
  for (guint i = 1; i < COPIES; i++)
    {
      g_autoptr (PlenumImport) import = fixture_import (copies[i], base);
    }

  for (guint round = 0; round < 60; round++)
    {
      guint i = g_rand_int_range (rand, 0, COPIES);

      fixture_change (copies[i], rand);
      /* Now and then one is sent to another. */
      if (g_rand_int_range (rand, 0, 20) == 0)
        {
          g_autofree char *sent = fixture_export (copies[i], PLENUM_PRIVACY_FULL, NULL);
          g_autoptr (PlenumImport) import = fixture_import (copies[(i + 1) % COPIES], sent);
        }
    }

  for (guint i = 0; i < COPIES; i++)
    bundles[i] = fixture_export (copies[i], PLENUM_PRIVACY_FULL, NULL);
  check_orders ((const char * const *) bundles);
  for (guint i = 0; i < COPIES; i++)
    plenum_store_close (copies[i]);
}

static void
test_orders (void)
{
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      g_test_message ("seed %u", seed);
      run_history (rand);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/orders", test_orders);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
