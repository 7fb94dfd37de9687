/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library knows of central platforms: which there are, what waits to be sent,
 * what was sent and received. It lies beside the library, not in it, so that nothing
 * of it ever travels; and it has no contents, so that erasing a workshop leaves none. */
#include "plenum-remotes-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "plenum-remote-error.h"

#define FILE_NAME    "remotes.json"
#define LONGEST_NAME 64

static void
remote_free (gpointer data)
{
  PlenumRemote *remote = data;

  g_free (remote->name);
  g_free (remote->address);
  g_free (remote->user);
  g_free (remote->certificate);
  g_free (remote);
}

static void
waiting_free (gpointer data)
{
  PlenumWaiting *waiting = data;

  g_free (waiting->remote);
  g_free (waiting->workshop);
  g_free (waiting->privacy);
  g_free (waiting->problem);
  g_free (waiting);
}

static PlenumRemotes *
remotes_new (const char *library)
{
  PlenumRemotes *self = g_new0 (PlenumRemotes, 1);

  self->folder = g_strconcat (library, "-remotes", NULL);
  self->lock = -1;
  self->remotes = g_ptr_array_new_with_free_func (remote_free);
  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->received = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/* What a killed program left half done. */
static void
sweep (PlenumRemotes *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, FILE_NAME) != 0)
      {
        g_autofree char *path = g_build_filename (self->folder, name, NULL);

        g_unlink (path);
      }
}

static gboolean
lock (PlenumRemotes *self, GError **error)
{
  if (g_mkdir (self->folder, 0700) == 0 || errno == EEXIST)
    self->lock = g_open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (self->lock >= 0 && flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;

  if (self->lock >= 0 && errno == EWOULDBLOCK)
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_BUSY,
                 _("%s: Another program sends or receives for this library. Wait until it has ended."), self->folder);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", self->folder, g_strerror (errno));

  return FALSE;
}

/**
 * plenum_remotes_open:
 * @library: the file of a library
 * @error: return location for %PLENUM_REMOTE_ERROR_FILE, %PLENUM_REMOTE_ERROR_BUSY or of GIO
 *
 * Opens it to be changed; nobody else can meanwhile.
 */
PlenumRemotes *
plenum_remotes_open (const char *library, GError **error)
{
  g_autoptr (PlenumRemotes) self = remotes_new (library);

  if (!lock (self, error) || !plenum_remotes_load (self, error))
    return NULL;
  sweep (self);

  return g_steal_pointer (&self);
}

/**
 * plenum_remotes_read:
 *
 * As plenum_remotes_open(), but only to look at; never busy, and nothing is made.
 */
PlenumRemotes *
plenum_remotes_read (const char *library, GError **error)
{
  g_autoptr (PlenumRemotes) self = remotes_new (library);

  return plenum_remotes_load (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * plenum_remotes_close:
 *
 * Lets others in; what was not saved is gone.
 */
void
plenum_remotes_close (PlenumRemotes *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_ptr_array_unref (self->remotes);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->sent);
  g_hash_table_unref (self->received);
  g_free (self->folder);
  g_free (self);
}

/**
 * plenum_remotes_get_path:
 *
 * Returns: (transfer full): a file beside it, for what is under way; it is swept
 *   away the next time if it is still there
 */
char *
plenum_remotes_get_path (PlenumRemotes *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/**
 * plenum_remotes_save:
 *
 * Writes it whole or not at all, so that only its owner can read it.
 */
gboolean
plenum_remotes_save (PlenumRemotes *self, GError **error)
{
  g_autofree char *path = plenum_remotes_get_path (self, FILE_NAME);
  g_autofree char *text = plenum_remotes_to_json (self);

  g_return_val_if_fail (self->lock >= 0, FALSE);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * plenum_remotes_list:
 *
 * Returns: (transfer none) (element-type PlenumRemote): all of them, as they were added
 */
GPtrArray *
plenum_remotes_list (PlenumRemotes *self)
{
  return self->remotes;
}

static PlenumRemote *
look_up (PlenumRemotes *self, const char *name)
{
  for (guint i = 0; i < self->remotes->len; i++)
    if (strcmp (((PlenumRemote *) self->remotes->pdata[i])->name, name) == 0)
      return self->remotes->pdata[i];

  return NULL;
}

/**
 * plenum_remotes_find:
 * @error: return location for %PLENUM_REMOTE_ERROR_UNKNOWN
 *
 * Returns: (transfer none) (nullable): the remote of that name
 */
PlenumRemote *
plenum_remotes_find (PlenumRemotes *self, const char *name, GError **error)
{
  PlenumRemote *remote = look_up (self, name);

  if (remote == NULL)
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_UNKNOWN,
                 _("%s: There is no remote of that name. “plenum-cli remote list” lists which there are."), name);

  return remote;
}

/* Names are typed, and parted from others by spaces. */
static gboolean
check_name (PlenumRemotes *self, const char *name, GError **error)
{
  const char *problem = NULL;

  if (*name == '\0' || g_utf8_strlen (name, -1) > LONGEST_NAME)
    problem = _("The name of a remote has 1 to 64 characters");
  for (const char *p = name; *p != '\0' && problem == NULL; p = g_utf8_next_char (p))
    if (!g_unichar_isgraph (g_utf8_get_char (p)))
      problem = _("There are no spaces in the name of a remote");
  if (problem == NULL && look_up (self, name) != NULL)
    problem = _("There is a remote of that name already");
  if (problem == NULL)
    return TRUE;

  g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NAME, "%s: %s", name, problem);

  return FALSE;
}

/**
 * plenum_remotes_add:
 * @remote: (transfer none): its address as plenum_address_check() gives it
 * @error: return location for %PLENUM_REMOTE_ERROR_NAME
 */
gboolean
plenum_remotes_add (PlenumRemotes *self, const PlenumRemote *remote, GError **error)
{
  PlenumRemote *copy;

  if (!check_name (self, remote->name, error))
    return FALSE;

  copy = g_new0 (PlenumRemote, 1);
  copy->name = g_strdup (remote->name);
  copy->address = g_strdup (remote->address);
  copy->user = g_strdup (remote->user);
  copy->certificate = g_strdup (remote->certificate);
  copy->central = remote->central;
  g_ptr_array_add (self->remotes, copy);

  return TRUE;
}

static gboolean
is_of (gpointer key, gpointer value, gpointer start)
{
  return g_str_has_prefix (key, start);
}

/**
 * plenum_remotes_remove:
 *
 * Forgets a remote and all that was noted of it, what waits for it included.
 */
gboolean
plenum_remotes_remove (PlenumRemotes *self, const char *name, GError **error)
{
  PlenumRemote *remote = plenum_remotes_find (self, name, error);
  g_autofree char *start = g_strconcat (name, " ", NULL);

  if (remote == NULL)
    return FALSE;

  g_hash_table_foreach_remove (self->sent, is_of, start);
  g_hash_table_foreach_remove (self->received, is_of, start);
  for (guint i = self->waiting->len; i > 0; i--)
    if (strcmp (((PlenumWaiting *) self->waiting->pdata[i - 1])->remote, name) == 0)
      g_ptr_array_remove_index (self->waiting, i - 1);
  g_ptr_array_remove (self->remotes, remote);

  return TRUE;
}

/**
 * plenum_remotes_list_waiting:
 *
 * Returns: (transfer container) (element-type PlenumWaiting): what is still to be sent
 *   to @remote, the longest first; valid until it is dropped
 */
GPtrArray *
plenum_remotes_list_waiting (PlenumRemotes *self, const char *remote)
{
  GPtrArray *waiting = g_ptr_array_new ();

  for (guint i = 0; i < self->waiting->len; i++)
    if (strcmp (((PlenumWaiting *) self->waiting->pdata[i])->remote, remote) == 0)
      g_ptr_array_add (waiting, self->waiting->pdata[i]);

  return waiting;
}

/**
 * plenum_remotes_queue:
 * @privacy: how people appear in it
 *
 * Notes that a workshop is to be sent. Once is enough: who waits already goes on
 * waiting, and says about people what was asked for last.
 */
void
plenum_remotes_queue (PlenumRemotes *self, const char *remote, const char *workshop, const char *privacy)
{
  PlenumWaiting *waiting;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      waiting = self->waiting->pdata[i];
      if (strcmp (waiting->remote, remote) == 0 && strcmp (waiting->workshop, workshop) == 0)
        {
          g_free (waiting->privacy);
          waiting->privacy = g_strdup (privacy);
          return;
        }
    }

  waiting = g_new0 (PlenumWaiting, 1);
  waiting->remote = g_strdup (remote);
  waiting->workshop = g_strdup (workshop);
  waiting->privacy = g_strdup (privacy);
  g_ptr_array_add (self->waiting, waiting);
}

/**
 * plenum_remotes_drop:
 * @waiting: (transfer full): what need not be sent any more
 */
void
plenum_remotes_drop (PlenumRemotes *self, PlenumWaiting *waiting)
{
  g_ptr_array_remove (self->waiting, waiting);
}

static char *
make_key (PlenumWaiting *waiting)
{
  return g_strdup_printf ("%s %s %s", waiting->remote, waiting->workshop, waiting->privacy);
}

/**
 * plenum_remotes_get_sent:
 *
 * Returns: (nullable): the digest of what was sent of that workshop last
 */
const char *
plenum_remotes_get_sent (PlenumRemotes *self, PlenumWaiting *waiting)
{
  g_autofree char *key = make_key (waiting);

  return g_hash_table_lookup (self->sent, key);
}

void
plenum_remotes_set_sent (PlenumRemotes *self, PlenumWaiting *waiting, const char *digest)
{
  g_hash_table_replace (self->sent, make_key (waiting), g_strdup (digest));
}

/* A platform may have a great many files, of each of which this is all we need. */
static char *
make_mark (const char *remote, const char *path, const char *mark)
{
  g_autofree char *text = g_strconcat (path, "\n", mark, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%s %.32s", remote, digest);
}

/**
 * plenum_remotes_has_received:
 * @path: a file there
 * @mark: what tells this version of it from others: its ETag
 *
 * Returns: whether it is in the library already
 */
gboolean
plenum_remotes_has_received (PlenumRemotes *self, const char *remote, const char *path, const char *mark)
{
  g_autofree char *key = make_mark (remote, path, mark);

  return g_hash_table_contains (self->received, key);
}

void
plenum_remotes_add_received (PlenumRemotes *self, const char *remote, const char *path, const char *mark)
{
  g_hash_table_add (self->received, make_mark (remote, path, mark));
}
