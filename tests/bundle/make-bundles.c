/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes bundles into a folder, and the table of types and fields to standard
 * output, for a validator that is not ours. */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"

static void
print_fields (void)
{
  static const char * const kinds[] = { "text", "integer", "boolean", "time", "reference", "json" };

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (type);

      for (guint i = 0; i < info->n_fields; i++)
        g_print ("%s %s %s %s %s\n", info->name, info->fields[i].name, kinds[info->fields[i].kind],
                 info->fields[i].required ? "required" : "optional", info->immutable ? "immutable" : "merged");
    }
}

static void
write_all (PlenumStore *store, const char *folder, const char *name)
{
  for (guint privacy = PLENUM_PRIVACY_FULL; privacy <= PLENUM_PRIVACY_ANONYMOUS; privacy++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s.plenum.json", name, plenum_privacy_get_name (privacy));
      g_autofree char *path = g_build_filename (folder, file, NULL);
      PlenumExportOptions options = { privacy, TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumExportResult) result = plenum_bundle_export (store, NULL, path, &options, NULL, &error);

      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, ==, 2);
  fixture_isolate ();
  print_fields ();

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (PlenumStore) store = fixture_new ();
      g_autofree char *name = g_strdup_printf ("random-%u", seed);

      fixture_populate (store, rand, 150);
      for (guint i = 0; i < 60; i++)
        fixture_change (store, rand, TRUE);
      write_all (store, argv[1], name);
    }

  {
    g_autoptr (PlenumStore) empty = fixture_new ();

    write_all (empty, argv[1], "empty");
  }
  fixture_clean_up ();

  return 0;
}
