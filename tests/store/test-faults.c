/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fills up, or fails, at every single write of a session in turn: what
 * was acknowledged is there afterwards, what failed left nothing. */
#include <sqlite3.h>

#include "faulty-disk.h"
#include "plenum-history.h"
#include "store-fixture.h"

#define ACTIONS 2

/* Adds cards until it fails; gives how many were acknowledged. */
static guint
add_cards (PlenumStore *store, const char *workshop, guint *n_errors)
{
  guint acknowledged = 0;

  for (guint i = 0; i < ACTIONS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Card %u", i);
      g_autoptr (PlenumRecord) idea = fixture_new_idea (workshop, text);
      g_autoptr (PlenumAction) action = fixture_action_insert (idea);
      g_autoptr (GError) error = NULL;

      if (plenum_store_perform (store, action, &error))
        acknowledged++;
      else
        {
          g_assert_cmpint (error->domain, ==, PLENUM_STORE_ERROR);
          g_assert_cmpstr (error->message, !=, "");
          ++*n_errors;
        }
    }

  return acknowledged;
}

static void
fail_everywhere (int code)
{
  guint n_errors = 0;

  for (int after = 0;; after++)
    {
      Fixture fixture = { 0 };
      g_autofree char *workshop = NULL;
      guint acknowledged;
      gboolean failed;

      fixture_set_up (&fixture, NULL);
      workshop = fixture_add_workshop (fixture.store, "W");
      faulty_disk_arm (after, code);
      acknowledged = add_cards (fixture.store, workshop, &n_errors);
      failed = faulty_disk_disarm ();

      /* Room again: the same program can go on, and so can the next one. */
      g_assert_cmpint (plenum_store_count (fixture.store, PLENUM_IDEA, -1, NULL), ==, acknowledged);
      fixture_reopen (&fixture);
      g_assert_cmpint (plenum_store_count (fixture.store, PLENUM_IDEA, -1, NULL), ==, acknowledged);
      fixture_assert_clean (fixture.store);
      for (guint i = 0; i < acknowledged; i++)
        g_assert_true (plenum_store_undo (fixture.store, workshop, NULL));
      g_assert_cmpint (plenum_store_count (fixture.store, PLENUM_IDEA, -1, NULL), ==, 0);
      fixture_tear_down (&fixture, NULL);

      if (!failed)
        break;
    }

  g_assert_cmpuint (n_errors, >, 0);
}

static void
test_full_disk (void)
{
  fail_everywhere (SQLITE_FULL);
}

static void
test_broken_disk (void)
{
  fail_everywhere (SQLITE_IOERR_WRITE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_install ();
  g_test_add_func ("/faults/full-disk", test_full_disk);
  g_test_add_func ("/faults/broken-disk", test_broken_disk);
  return g_test_run ();
}
