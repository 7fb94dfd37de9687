/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs with one library, while somebody in the first looks into its files.
 *
 * POSIX gives a process's locks on a file back when any descriptor of it is closed, so a
 * file chooser that reads a library's first bytes takes the locks that SQLite holds. */
#include <fcntl.h>
#include <gio/gio.h>
#include <unistd.h>

#include "store-fixture.h"

#define OTHER_PROGRAM "--other-program"

static const char *program;

/* What the other program does: opens the library, adds a workshop where it is given a
 * title, says how many there are, and closes it. */
static int
run_as_other_program (const char *path, const char *title)
{
  g_autoptr (GError) error = NULL;
  PlenumStore *store = plenum_store_open (path, &error);
  g_autoptr (GPtrArray) workshops = NULL;

  g_assert_no_error (error);
  if (title != NULL)
    g_free (fixture_add_workshop (store, title));
  workshops = plenum_store_list (store, PLENUM_WORKSHOP, -1, NULL, &error);
  g_assert_no_error (error);
  g_print ("%u\n", workshops->len);
  plenum_store_close (store);

  return 0;
}

static guint
other_program (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *said = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, OTHER_PROGRAM,
                              fixture->path, title, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return (guint) g_ascii_strtoull (said, NULL, 10);
}

/* As a file chooser does to find out what kind of file it shows. */
static void
look_into (Fixture *fixture, const char *ending)
{
  g_autofree char *path = g_strconcat (fixture->path, ending, NULL);
  int file = open (path, O_RDONLY | O_CLOEXEC);
  char start[16];

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (read (file, start, sizeof start), >=, 0);
  close (file);
}

static void
assert_nothing_lost (Fixture *fixture)
{
  g_free (fixture_add_workshop (fixture->store, "first"));
  look_into (fixture, "");
  look_into (fixture, "-wal");
  look_into (fixture, "-shm");
  g_assert_cmpuint (other_program (fixture, "second"), ==, 2);

  g_free (fixture_add_workshop (fixture->store, "third"));
  g_assert_cmpuint (other_program (fixture, NULL), ==, 3);
  fixture_assert_clean (fixture->store);
}

static void
test_library (Fixture *fixture, gconstpointer data)
{
  assert_nothing_lost (fixture);
  fixture_reopen (fixture);
  g_assert_cmpuint (other_program (fixture, "fourth"), ==, 4);
}

/* The index of what is not yet in the library's file is shared memory; a program that
 * believes it is the first one cuts it off under the other. */
static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_free (fixture_add_workshop (fixture->store, "zeroth"));
  look_into (fixture, "-shm");
  g_assert_cmpuint (other_program (fixture, "first"), ==, 2);
  g_free (fixture_add_workshop (fixture->store, "second"));
  g_assert_cmpuint (other_program (fixture, NULL), ==, 3);
  fixture_assert_clean (fixture->store);
}

/* A second store of this process that is closed takes nothing from the first. */
static void
test_second_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlenumStore *second = plenum_store_open (fixture->path, &error);

  g_assert_no_error (error);
  plenum_store_close (second);
  assert_nothing_lost (fixture);
}

/* Whoever is last leaves one file that can be carried away. */
static void
test_last (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

  assert_nothing_lost (fixture);
  g_clear_pointer (&fixture->store, plenum_store_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (other_program (fixture, NULL), ==, 3);
  fixture_reopen (fixture);
}

#define add_test(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  if (argc > 2 && g_str_equal (argv[1], OTHER_PROGRAM))
    return run_as_other_program (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  add_test ("/two-programs/library", test_library);
  add_test ("/two-programs/index", test_index);
  add_test ("/two-programs/second-store", test_second_store);
  add_test ("/two-programs/last", test_last);

  return g_test_run ();
}
