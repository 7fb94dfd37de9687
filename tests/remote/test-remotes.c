/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-remotes.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "plenum-keyring.h"
#include "plenum-remote-error.h"

static PlenumRemotes *
open_list (const char *library)
{
  g_autoptr (GError) error = NULL;
  PlenumRemotes *remotes = plenum_remotes_open (library, &error);

  g_assert_no_error (error);

  return remotes;
}

static void
add (PlenumRemotes *remotes, const char *name, gboolean central)
{
  const PlenumRemote remote = { (char *) name, (char *) "https://example.org/", (char *) "klara", NULL, central };
  g_autoptr (GError) error = NULL;

  plenum_remotes_add (remotes, &remote, &error);
  g_assert_no_error (error);
}

static void
save (PlenumRemotes *remotes)
{
  g_autoptr (GError) error = NULL;

  plenum_remotes_save (remotes, &error);
  g_assert_no_error (error);
}

static PlenumWaiting *
get_waiting (PlenumRemotes *remotes, const char *name, guint n)
{
  g_autoptr (GPtrArray) waiting = plenum_remotes_list_waiting (remotes, name);

  g_assert_cmpuint (waiting->len, ==, n);

  return n > 0 ? waiting->pdata[0] : NULL;
}

/* What was noted is there after a restart, each of its remote, and the file stays the same. */
static void
test_kept (void)
{
  g_autofree char *library = fixture_path ("kept.db");
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PlenumRemotes *remotes = open_list (library);
  PlenumWaiting *waiting;

  add (remotes, "a", FALSE);
  add (remotes, "ab", TRUE);
  plenum_remotes_queue (remotes, "a", "w1", "full");
  plenum_remotes_queue (remotes, "a", "w1", "anonymous");
  plenum_remotes_queue (remotes, "ab", "w2", "full");
  waiting = get_waiting (remotes, "a", 1);
  waiting->problem = g_strdup ("No \"network\"");
  plenum_remotes_set_sent (remotes, waiting, "sha256:12");
  plenum_remotes_add_received (remotes, "ab", "outbox/x", "\"e\"");
  save (remotes);
  path = plenum_remotes_get_path (remotes, "remotes.json");
  before = fixture_read (path, NULL);
  plenum_remotes_close (remotes);

  remotes = open_list (library);
  g_assert_cmpuint (plenum_remotes_list (remotes)->len, ==, 2);
  g_assert_true (plenum_remotes_find (remotes, "ab", NULL)->central);
  g_assert_cmpstr (plenum_remotes_find (remotes, "a", NULL)->user, ==, "klara");
  waiting = get_waiting (remotes, "a", 1);
  g_assert_cmpstr (waiting->privacy, ==, "anonymous");
  g_assert_cmpstr (waiting->problem, ==, "No \"network\"");
  g_assert_cmpstr (plenum_remotes_get_sent (remotes, waiting), ==, "sha256:12");
  g_assert_null (plenum_remotes_get_sent (remotes, get_waiting (remotes, "ab", 1)));
  g_assert_true (plenum_remotes_has_received (remotes, "ab", "outbox/x", "\"e\""));
  g_assert_false (plenum_remotes_has_received (remotes, "ab", "outbox/x", "\"f\""));
  g_assert_false (plenum_remotes_has_received (remotes, "a", "outbox/x", "\"e\""));
  save (remotes);
  after = fixture_read (path, NULL);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (plenum_remotes_remove (remotes, "a", NULL));
  get_waiting (remotes, "a", 0);
  plenum_remotes_drop (remotes, get_waiting (remotes, "ab", 1));
  get_waiting (remotes, "ab", 0);
  g_assert_true (plenum_remotes_has_received (remotes, "ab", "outbox/x", "\"e\""));
  plenum_remotes_close (remotes);
}

static void
test_names (void)
{
  static const char * const bad[] = { "", "a b", "a\n", "\t", "a", "0123456789012345678901234567890123456789012345678901234567890123x" };
  g_autofree char *library = fixture_path ("names.db");
  g_autoptr (PlenumRemotes) remotes = open_list (library);
  g_autoptr (GError) error = NULL;

  add (remotes, "a", FALSE);
  add (remotes, "größer", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const PlenumRemote remote = { (char *) bad[i], (char *) "https://example.org/", NULL, NULL, FALSE };

      g_assert_false (plenum_remotes_add (remotes, &remote, &error));
      g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NAME);
      g_clear_error (&error);
    }
  g_assert_cmpuint (plenum_remotes_list (remotes)->len, ==, 2);

  g_assert_false (plenum_remotes_remove (remotes, "b", &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_UNKNOWN);
}

/* One at a time changes it; who only looks is never kept waiting. */
static void
test_busy (void)
{
  g_autofree char *library = fixture_path ("busy.db");
  g_autoptr (PlenumRemotes) looking = plenum_remotes_read (library, NULL);
  g_autoptr (GError) error = NULL;
  PlenumRemotes *remotes;

  g_assert_nonnull (looking);
  remotes = open_list (library);
  add (remotes, "a", FALSE);
  g_assert_null (plenum_remotes_open (library, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_BUSY);
  save (remotes);
  plenum_remotes_close (looking);
  looking = plenum_remotes_read (library, NULL);
  g_assert_cmpuint (plenum_remotes_list (looking)->len, ==, 1);
  plenum_remotes_close (remotes);
  plenum_remotes_close (open_list (library));
}

static void
test_swept (void)
{
  g_autofree char *library = fixture_path ("swept.db");
  PlenumRemotes *remotes = open_list (library);
  g_autofree char *half = plenum_remotes_get_path (remotes, "sending.plenum.json.gz");
  GStatBuf status;

  save (remotes);
  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  plenum_remotes_close (remotes);
  plenum_remotes_close (open_list (library));
  g_assert_cmpint (g_stat (half, &status), !=, 0);
}

static void
test_damaged (void)
{
  g_autofree char *library = fixture_path ("damaged.db");
  g_autofree char *path = NULL;
  g_autofree char *good = NULL;
  PlenumRemotes *remotes = open_list (library);
  gsize length;

  add (remotes, "a", FALSE);
  plenum_remotes_queue (remotes, "a", "w", "full");
  save (remotes);
  path = plenum_remotes_get_path (remotes, "remotes.json");
  plenum_remotes_close (remotes);
  good = fixture_read (path, &length);

  for (gsize i = 0; i < length - 1; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, good, i, NULL));
      g_assert_null (plenum_remotes_read (library, &error));
      g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_FILE);
      g_assert_true (g_str_has_prefix (error->message, path));
    }
}

static void
test_keyring_that_is_none (void)
{
  g_autoptr (GError) error = NULL;
  char *password = NULL;

  g_assert_false (plenum_keyring_store ("https://example.org/", "klara", "geheim", NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_KEYRING);
  g_assert_null (strstr (error->message, "geheim"));
  g_clear_error (&error);
  g_assert_false (plenum_keyring_lookup ("https://example.org/", "klara", &password, NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_KEYRING);
  g_assert_null (password);
  g_clear_error (&error);
  g_assert_false (plenum_keyring_clear ("https://example.org/", "klara", NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_KEYRING);
}

int
main (int argc, char *argv[])
{
  int status;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();
  g_test_add_func ("/remotes/kept", test_kept);
  g_test_add_func ("/remotes/names", test_names);
  g_test_add_func ("/remotes/busy", test_busy);
  g_test_add_func ("/remotes/swept", test_swept);
  g_test_add_func ("/remotes/damaged", test_damaged);
  g_test_add_func ("/remotes/keyring-that-is-none", test_keyring_that_is_none);
  status = g_test_run ();
  fixture_clean_up ();

  return status;
}
