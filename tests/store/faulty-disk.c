/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faulty-disk.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* right behind this structure */
} File;

static sqlite3_vfs *real_vfs;
static int          left = -1; /* writes and syncs until it fails; -1 never */
static int          failure_code;
static gboolean     failed;

/* Once it has failed it goes on failing, as a full disk does. */
static gboolean
gives_up (void)
{
  if (left < 0)
    return FALSE;
  if (left > 0)
    {
      left--;
      return FALSE;
    }
  failed = TRUE;
  return TRUE;
}

#define REAL(file) (((File *) (file))->real)

static int disk_close (sqlite3_file *f) { return REAL (f)->pMethods->xClose (REAL (f)); }
static int disk_read (sqlite3_file *f, void *data, int n, sqlite3_int64 at) { return REAL (f)->pMethods->xRead (REAL (f), data, n, at); }

static int
disk_write (sqlite3_file *f, const void *data, int n, sqlite3_int64 at)
{
  if (gives_up ())
    {
      /* Half of it may still arrive. */
      if (n > 1)
        REAL (f)->pMethods->xWrite (REAL (f), data, n / 2, at);
      return failure_code;
    }

  return REAL (f)->pMethods->xWrite (REAL (f), data, n, at);
}

static int
disk_sync (sqlite3_file *f, int flags)
{
  return gives_up () ? SQLITE_IOERR_FSYNC : REAL (f)->pMethods->xSync (REAL (f), flags);
}

static int
disk_truncate (sqlite3_file *f, sqlite3_int64 size)
{
  return gives_up () ? SQLITE_IOERR_TRUNCATE : REAL (f)->pMethods->xTruncate (REAL (f), size);
}

static int disk_size (sqlite3_file *f, sqlite3_int64 *size) { return REAL (f)->pMethods->xFileSize (REAL (f), size); }
static int disk_lock (sqlite3_file *f, int lock) { return REAL (f)->pMethods->xLock (REAL (f), lock); }
static int disk_unlock (sqlite3_file *f, int lock) { return REAL (f)->pMethods->xUnlock (REAL (f), lock); }
static int disk_check_lock (sqlite3_file *f, int *out) { return REAL (f)->pMethods->xCheckReservedLock (REAL (f), out); }
static int disk_control (sqlite3_file *f, int op, void *data) { return REAL (f)->pMethods->xFileControl (REAL (f), op, data); }
static int disk_sector (sqlite3_file *f) { return REAL (f)->pMethods->xSectorSize (REAL (f)); }
static int disk_traits (sqlite3_file *f) { return REAL (f)->pMethods->xDeviceCharacteristics (REAL (f)); }
static int disk_shm_map (sqlite3_file *f, int page, int size, int extend, void volatile **out) { return REAL (f)->pMethods->xShmMap (REAL (f), page, size, extend, out); }
static int disk_shm_lock (sqlite3_file *f, int offset, int n, int flags) { return REAL (f)->pMethods->xShmLock (REAL (f), offset, n, flags); }
static void disk_shm_barrier (sqlite3_file *f) { REAL (f)->pMethods->xShmBarrier (REAL (f)); }
static int disk_shm_unmap (sqlite3_file *f, int remove) { return REAL (f)->pMethods->xShmUnmap (REAL (f), remove); }

static const sqlite3_io_methods methods = {
  2, disk_close, disk_read, disk_write, disk_truncate, disk_sync, disk_size, disk_lock, disk_unlock,
  disk_check_lock, disk_control, disk_sector, disk_traits, disk_shm_map, disk_shm_lock, disk_shm_barrier, disk_shm_unmap,
};

static int
disk_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int result;

  self->real = (sqlite3_file *) (self + 1);
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;

  return result;
}

/**
 * faulty_disk_install:
 *
 * Makes it the disk of every library opened from now on.
 */
void
faulty_disk_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "faulty-disk";
  vfs.szOsFile = sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = disk_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/**
 * faulty_disk_arm:
 * @after: how many writes still succeed
 * @code: what SQLite is told then, SQLITE_FULL or SQLITE_IOERR_WRITE
 */
void
faulty_disk_arm (int after, int code)
{
  left = after;
  failure_code = code;
  failed = FALSE;
}

/**
 * faulty_disk_disarm:
 *
 * Returns: whether a write has failed since it was armed
 */
gboolean
faulty_disk_disarm (void)
{
  left = -1;
  return failed;
}
