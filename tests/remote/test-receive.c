/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-receive.h"

#include <string.h>

#include "fixture.h"
#include "plenum-remote-error.h"
#include "plenum-workshop-actions.h"

#define PLACE "https://example.org/outbox/x.plenum.json"

static char *
add_workshop (PlenumStore *store)
{
  g_autoptr (PlenumAction) action = plenum_action_add_workshop ("W", "de");
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);

  return g_strdup (plenum_action_get_result (action));
}

/* A bundle is of the workshop whose id its folder has, wholly. */
static void
test_of_another_workshop (void)
{
  PlenumStore *store = fixture_new ();
  g_autofree char *first = add_workshop (store);
  g_autofree char *second = add_workshop (store);
  g_autofree char *path = fixture_path ("w.plenum.json");
  const char * const one[] = { first, NULL };
  const char * const both[] = { first, second, NULL };
  g_autoptr (GError) error = NULL;

  plenum_export_result_free (plenum_bundle_export (store, one, path, NULL, NULL, &error));
  g_assert_true (plenum_receive_check (path, first, PLACE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (plenum_receive_check (path, second, PLACE, NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, PLACE));
  g_clear_error (&error);

  plenum_export_result_free (plenum_bundle_export (store, both, path, NULL, NULL, &error));
  g_assert_false (plenum_receive_check (path, first, PLACE, NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CONTENT);
  g_clear_error (&error);
  plenum_store_close (store);
}

static void
test_no_bundle (void)
{
  g_autofree char *path = fixture_write ("x.plenum.json", "{}", -1);
  g_autoptr (GError) error = NULL;

  g_assert_false (plenum_receive_check (path, "x", PLACE, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, PLACE));
  g_clear_error (&error);
  g_assert_false (plenum_receive_check ("/nonexistent", "x", PLACE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();
  g_test_add_func ("/receive/of-another-workshop", test_of_another_workshop);
  g_test_add_func ("/receive/no-bundle", test_no_bundle);
  status = g_test_run ();
  fixture_clean_up ();

  return status;
}
