/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite tells other programs by POSIX locks that a library is in use. The system takes
 * all of a process's POSIX locks on a file back as soon as the process closes any
 * descriptor of it, and a file chooser closes one for each file whose kind it finds out.
 * The next program that closes the library then believes to be the last one, and removes
 * the write-ahead log that we still write to: what comes after is lost.
 *
 * A lock of an open file description stays. We hold one on the same bytes, in the same
 * way (shared), beside SQLite's. The descriptors that carry them are closed only when no
 * store of this process uses the file any more, for closing one is what does the harm.
 *
 * Bytes: https://www.sqlite.org/fileformat2.html#the_lock_byte_page and
 * https://www.sqlite.org/walformat.html#locks */
#include "plenum-file-hold.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the library: held shared from the first read until the connection is closed. */
#define SHARED_FIRST  (0x40000000 + 2)
#define SHARED_LENGTH 510
/* In the index of the log: whoever finds this byte free makes the index anew. */
#define INDEX_IN_USE  128

typedef struct
{
  dev_t device;
  ino_t number;
  int   descriptor;
  guint owners; /* the descriptor stays open for them */
  guint users;  /* the lock is held for them */
  off_t first;
  off_t length;
} HeldFile;

struct _PlenumFileHold
{
  HeldFile *library;
  HeldFile *index;
  gboolean  loose;
};

static GMutex held_lock;
static GList *held_files; /* HeldFile, a handful */

static void
set_lock (HeldFile *held, short kind)
{
  struct flock lock = { .l_type = kind, .l_whence = SEEK_SET, .l_start = held->first, .l_len = held->length };

  /* Where the system has no such locks, SQLite's are what there is. */
  if (fcntl (held->descriptor, F_OFD_SETLK, &lock) != 0)
    g_debug ("A library's file cannot be held: %s", g_strerror (errno));
}

static HeldFile *
find_held (const struct stat *status)
{
  for (GList *node = held_files; node != NULL; node = node->next)
    {
      HeldFile *held = node->data;

      if (held->device == status->st_dev && held->number == status->st_ino)
        return held;
    }

  return NULL;
}

/* Never opens a file twice: closing the second descriptor would take SQLite's locks. */
static HeldFile *
hold (const char *path, off_t first, off_t length)
{
  struct stat status;
  HeldFile *held;

  if (stat (path, &status) != 0)
    return NULL;

  held = find_held (&status);
  if (held == NULL)
    {
      int descriptor = open (path, O_RDONLY | O_CLOEXEC);

      if (descriptor < 0)
        return NULL;

      held = g_new0 (HeldFile, 1);
      held->device = status.st_dev;
      held->number = status.st_ino;
      held->descriptor = descriptor;
      held->first = first;
      held->length = length;
      held_files = g_list_prepend (held_files, held);
    }
  held->owners++;
  if (held->users++ == 0)
    set_lock (held, F_RDLCK);

  return held;
}

static void
loosen (HeldFile *held)
{
  if (held != NULL && --held->users == 0)
    set_lock (held, F_UNLCK);
}

static void
release (HeldFile *held)
{
  if (held == NULL || --held->owners > 0)
    return;

  held_files = g_list_remove (held_files, held);
  close (held->descriptor);
  g_free (held);
}

/**
 * plenum_file_hold_new:
 * @path: a library that this process has opened and read from
 *
 * Holds the library's files as in use until plenum_file_hold_loosen(), whatever else in
 * this process opens and closes them. What cannot be held stays to SQLite's own locks.
 *
 * Returns: (transfer full): to be freed after the connection is closed
 */
PlenumFileHold *
plenum_file_hold_new (const char *path)
{
  PlenumFileHold *self = g_new0 (PlenumFileHold, 1);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&held_lock);

  self->library = hold (path, SHARED_FIRST, SHARED_LENGTH);
  self->index = hold (index, INDEX_IN_USE, 1);

  return self;
}

/**
 * plenum_file_hold_loosen:
 *
 * Says that the connection is about to be closed: whoever is last tidies up the log, and
 * may find no lock for it.
 */
void
plenum_file_hold_loosen (PlenumFileHold *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&held_lock);

  if (self->loose)
    return;

  self->loose = TRUE;
  loosen (self->library);
  loosen (self->index);
}

/**
 * plenum_file_hold_free:
 *
 * To be called when the connection is closed, for this closes the files as well.
 */
void
plenum_file_hold_free (PlenumFileHold *self)
{
  plenum_file_hold_loosen (self);

  g_mutex_lock (&held_lock);
  release (self->library);
  release (self->index);
  g_mutex_unlock (&held_lock);
  g_free (self);
}
