/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-uuid.h"

#include <string.h>

#define N_THREADS 4
#define N_EACH 20000

static void
test_new_sorts_by_birth (void)
{
  g_autofree char *before = plenum_uuid_new ();

  for (guint i = 0; i < 100000; i++)
    {
      char *uuid = plenum_uuid_new ();

      g_assert_cmpstr (before, <, uuid);
      g_free (before);
      before = uuid;
    }
}

/* RFC 9562: version 7, variant 10, 48 bits of milliseconds. */
static void
test_new_is_version_7 (void)
{
  guint64 now = g_get_real_time () / 1000;
  g_autofree char *uuid = plenum_uuid_new ();
  g_autofree char *time = g_strdup_printf ("%.8s%.4s", uuid, uuid + 9);

  g_assert_true (plenum_uuid_is_valid (uuid));
  g_assert_cmpint (uuid[14], ==, '7');
  g_assert_nonnull (strchr ("89ab", uuid[19]));
  g_assert_cmpuint (g_ascii_strtoull (time, NULL, 16), >=, now);
  g_assert_cmpuint (g_ascii_strtoull (time, NULL, 16), <, now + 60000);
}

static void
test_random_is_version_4 (void)
{
  g_autofree char *first = plenum_uuid_new_random ();
  guint risen = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *uuid = plenum_uuid_new_random ();

      g_assert_true (plenum_uuid_is_valid (uuid));
      g_assert_cmpint (uuid[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      risen += strcmp (first, uuid) < 0;
      g_free (first);
      first = g_steal_pointer (&uuid);
    }

  /* By birth it would be 1000. */
  g_assert_cmpuint (risen, >, 350);
  g_assert_cmpuint (risen, <, 650);
}

static gpointer
make_many (gpointer unused)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_EACH; i++)
    g_ptr_array_add (made, plenum_uuid_new ());

  return made;
}

static void
test_new_in_threads (void)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_many, NULL);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GPtrArray) made = g_thread_join (threads[i]);

      for (guint j = 0; j < made->len; j++)
        g_hash_table_add (all, g_strdup (g_ptr_array_index (made, j)));
    }

  g_assert_cmpuint (g_hash_table_size (all), ==, N_THREADS * N_EACH);
}

/* The text is fixed: ids of imported rows must be found again by every later version.
 * First 16 bytes of SHA-256 of "polis", NUL, "42", with version 8 and variant 10. */
static void
test_from_name (void)
{
  g_autofree char *uuid = plenum_uuid_from_name ("polis", "42");
  g_autofree char *again = plenum_uuid_from_name ("polis", "42");
  g_autofree char *other_name = plenum_uuid_from_name ("polis", "43");
  g_autofree char *other_space = plenum_uuid_from_name ("poli", "s42");

  g_assert_cmpstr (uuid, ==, "9b29d9ab-ad49-80a0-9f13-928b0b48cbf1");
  g_assert_cmpstr (uuid, ==, again);
  g_assert_cmpstr (uuid, !=, other_name);
  g_assert_cmpstr (uuid, !=, other_space);
  g_assert_true (plenum_uuid_is_valid (uuid));
}

static void
test_validity (void)
{
  const char *bad[] = {
    NULL, "", "0190", "01900000-0000-7000-8000-0123456789aB", "01900000-0000-7000-8000-0123456789a",
    "01900000-0000-7000-8000-0123456789abc", "0190000000000-7000-8000-0123456789ab",
    "{1900000-0000-7000-8000-0123456789a}", "01900000-0000-7000-8000-0123456789a\n",
    "01900000-0000-7000-8000_0123456789ab", "0190000g-0000-7000-8000-0123456789ab",
  };

  g_assert_true (plenum_uuid_is_valid ("01900000-0000-7000-8000-0123456789ab"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (plenum_uuid_is_valid (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/new-sorts-by-birth", test_new_sorts_by_birth);
  g_test_add_func ("/uuid/new-is-version-7", test_new_is_version_7);
  g_test_add_func ("/uuid/random-is-version-4", test_random_is_version_4);
  g_test_add_func ("/uuid/new-in-threads", test_new_in_threads);
  g_test_add_func ("/uuid/from-name", test_from_name);
  g_test_add_func ("/uuid/validity", test_validity);
  return g_test_run ();
}
