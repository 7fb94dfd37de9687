/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workshops to a platform. A file is there whole, once, and does not change: it is
 * written under a name that nobody reads, measured, and then moved to its own. Each
 * step may be cut off at any place and can be taken again. */
#include "plenum-send.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-remote-error.h"

#define SUFFIX  ".plenum.json.gz"
#define PARTIAL ".part"

/* One file on its way. */
typedef struct
{
  const char         *file;    /* here */
  gint64              size;
  char               *around;  /* the folder around the folder */
  char               *folder;
  char               *name;    /* STAMP-NODE-DIGEST.plenum.json.gz */
  char               *same;    /* what the name ends with, whenever it was sent */
  char               *mine;    /* what every name from this library has in it */
  char               *partial; /* what it is called until it is there */
  PlenumProgressFunc  progress;
  gpointer            progress_data;
} Upload;

typedef struct
{
  const PlenumSendOptions *options;
  guint                    index;
  guint                    n;
} Overall;

static void
sent_free (gpointer data)
{
  PlenumSent *sent = data;

  g_free (sent->workshop);
  g_free (sent->path);
  g_free (sent->digest);
  g_free (sent);
}

void
plenum_send_result_free (PlenumSendResult *self)
{
  g_ptr_array_unref (self->sent);
  g_free (self);
}

static void
upload_clear (Upload *self)
{
  g_free (self->around);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->same);
  g_free (self->mine);
  g_free (self->partial);
}

/* The time in the name is only for people who look into the folder: clocks may be wrong. */
static void
upload_init (Upload *self, PlenumRemote *remote, const char *workshop, const PlenumExportResult *written)
{
  const char *digest = g_str_has_prefix (written->digest, "sha256:") ? written->digest + strlen ("sha256:") : written->digest;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  GStatBuf status;

  self->file = written->file;
  self->size = g_stat (written->file, &status) == 0 ? status.st_size : -1;
  self->around = g_strdup (remote->central ? "outbox/" : "inbox/");
  self->folder = g_strconcat (self->around, workshop, "/", NULL);
  self->mine = g_strdup_printf ("-%s-", written->node);
  self->same = g_strconcat (self->mine, digest, SUFFIX, NULL);
  self->name = g_strconcat (stamp, self->same, NULL);
  self->partial = g_strconcat (stamp, self->mine, written->id, PARTIAL, NULL);
}

static GPtrArray *
list_or_make (PlenumDav *dav, Upload *upload, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GPtrArray *entries = plenum_dav_list (dav, upload->folder, cancellable, &problem);

  if (entries != NULL)
    return entries;
  if (!g_error_matches (problem, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  /* Without the platform itself, the first of the two says so. */
  return plenum_dav_make_folder (dav, upload->around, cancellable, error)
         && plenum_dav_make_folder (dav, upload->folder, cancellable, error)
           ? g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_dav_entry_free) : NULL;
}

static gboolean
delete_entry (PlenumDav *dav, Upload *upload, PlenumDavEntry *entry, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_uri_escape_string (entry->name, NULL, FALSE);
  g_autofree char *path = g_strconcat (upload->folder, name, NULL);

  return plenum_dav_delete (dav, path, cancellable, error);
}

/* Looks whether it is there by an earlier try, and clears away what came of others. */
static gboolean
look_around (PlenumDav *dav, Upload *upload, gboolean *there, gboolean *whole, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = list_or_make (dav, upload, cancellable, error);

  *there = *whole = FALSE;
  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    *there |= g_str_has_suffix (((PlenumDavEntry *) entries->pdata[i])->name, upload->same);

  for (guint i = 0; i < entries->len; i++)
    {
      PlenumDavEntry *entry = entries->pdata[i];

      if (!g_str_has_suffix (entry->name, PARTIAL) || strstr (entry->name, upload->mine) == NULL)
        continue;
      if (!*there && strcmp (entry->name, upload->partial) == 0 && entry->length == upload->size)
        *whole = TRUE;
      else if (!delete_entry (dav, upload, entry, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* A #PlenumDavFunc. */
static gboolean
send_file (PlenumDav *dav, gpointer data, GCancellable *cancellable, GError **error)
{
  Upload *upload = data;
  g_autofree char *partial = g_strconcat (upload->folder, upload->partial, NULL);
  g_autofree char *target = g_strconcat (upload->folder, upload->name, NULL);
  g_autofree char *place = plenum_dav_get_place (dav, partial);
  gboolean there, whole;
  gint64 length;

  if (!look_around (dav, upload, &there, &whole, cancellable, error))
    return FALSE;
  if (there)
    return TRUE;

  if (!whole)
    {
      if (!plenum_dav_put (dav, partial, upload->file, upload->progress, upload->progress_data, cancellable, error)
          || !plenum_dav_measure (dav, partial, &length, cancellable, error))
        return FALSE;
      if (length >= 0 && length != upload->size)
        {
          g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK,
                       _("%s: Only a part of the file arrived"), place);
          return FALSE;
        }
    }

  return plenum_dav_move (dav, partial, target, cancellable, error);
}

static void
on_progress (double done, gpointer data)
{
  Overall *overall = data;

  overall->options->progress ((overall->index + done) / overall->n, overall->options->progress_data);
}

static void
add_sent (PlenumSendResult *result, PlenumWaiting *waiting, Upload *upload, const char *digest)
{
  PlenumSent *sent = g_new0 (PlenumSent, 1);

  sent->workshop = g_strdup (waiting->workshop);
  sent->path = g_strconcat (upload->folder, upload->name, NULL);
  sent->digest = g_strdup (digest);
  g_ptr_array_add (result->sent, sent);
}

static gboolean
upload_one (PlenumDav *dav, PlenumRemotes *remotes, PlenumRemote *remote, PlenumWaiting *waiting,
            const PlenumExportResult *written, Overall *overall, PlenumSendResult *result, GCancellable *cancellable, GError **error)
{
  Upload upload = { .progress = overall->options->progress != NULL ? on_progress : NULL, .progress_data = overall };
  gboolean done;

  upload_init (&upload, remote, waiting->workshop, written);
  done = plenum_dav_persist (dav, send_file, &upload, cancellable, error);
  if (done)
    {
      plenum_remotes_set_sent (remotes, waiting, written->digest);
      add_sent (result, waiting, &upload, written->digest);
    }
  upload_clear (&upload);

  return done;
}

static gboolean
send_one (PlenumDav *dav, PlenumRemotes *remotes, PlenumRemote *remote, PlenumWaiting *waiting, Overall *overall,
          PlenumSendResult *result, GCancellable *cancellable, GError **error)
{
  g_autofree char *file = plenum_remotes_get_path (remotes, "sending" SUFFIX);
  g_autoptr (PlenumExportResult) written = NULL;
  g_autoptr (GError) problem = NULL;
  PlenumPrivacy privacy = PLENUM_PRIVACY_PSEUDONYMOUS;
  const char *before = plenum_remotes_get_sent (remotes, waiting);

  plenum_privacy_from_name (waiting->privacy, &privacy);
  written = overall->options->write (waiting->workshop, privacy, file, overall->options->write_data, cancellable, &problem);
  if (written == NULL && problem == NULL)
    result->gone++;
  else if (written != NULL && g_strcmp0 (before, written->digest) == 0)
    result->unchanged++;
  else if (written != NULL)
    upload_one (dav, remotes, remote, waiting, written, overall, result, cancellable, &problem);
  g_unlink (file);

  if (problem == NULL)
    {
      plenum_remotes_drop (remotes, waiting);
      return TRUE;
    }

  g_free (waiting->problem);
  waiting->problem = g_strdup (problem->message);
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/**
 * plenum_send:
 * @remotes: opened to be changed
 * @remote: one of @remotes
 * @result: (out) (transfer full): what was done, also on failure
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_REMOTE_ERROR, of the bundle or of GIO
 *
 * Sends what waits for @remote, and saves @remotes after each workshop. At the
 * first failure it stops; what was not sent goes on waiting.
 */
gboolean
plenum_send (PlenumDav *dav, PlenumRemotes *remotes, PlenumRemote *remote, const PlenumSendOptions *options,
             PlenumSendResult **result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) waiting = plenum_remotes_list_waiting (remotes, remote->name);
  Overall overall = { options, 0, waiting->len };
  gboolean done = plenum_remotes_save (remotes, error);

  *result = g_new0 (PlenumSendResult, 1);
  (*result)->sent = g_ptr_array_new_with_free_func (sent_free);

  for (; done && overall.index < overall.n; overall.index++)
    {
      done = send_one (dav, remotes, remote, waiting->pdata[overall.index], &overall, *result, cancellable, error);
      /* What is noted is worth more than why it failed. */
      if (!plenum_remotes_save (remotes, done ? error : NULL))
        done = FALSE;
    }

  return done;
}
