/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on a platform into the library: only what is new, one file after the other,
 * each of them whole or not at all. */
#include "plenum-receive.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-bundle-reader.h"
#include "plenum-input.h"
#include "plenum-json-scanner.h"
#include "plenum-remote-error.h"
#include "plenum-uuid.h"

/* A file there. */
typedef struct
{
  char   *workshop;
  char   *path;   /* escaped */
  char   *etag;   /* nullable */
  char   *mark;   /* what tells this version from others */
  gint64  length; /* or -1 */
} Found;

typedef struct
{
  PlenumDav                  *dav;
  PlenumRemotes              *remotes;
  PlenumRemote               *remote;
  const PlenumReceiveOptions *options;
  PlenumReceiveResult        *result;
  GPtrArray                  *found;
} Receiving;

/* One step that is tried again. */
typedef struct
{
  const char    *path;
  const Found   *found;
  GFileIOStream *sink;
  guint64        limit;
  GPtrArray     *entries;
} Step;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->workshop);
  g_free (found->path);
  g_free (found->etag);
  g_free (found->mark);
  g_free (found);
}

void
plenum_receive_result_free (PlenumReceiveResult *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* A #PlenumDavFunc. */
static gboolean
list_folder (PlenumDav *dav, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;

  step->entries = plenum_dav_list (dav, step->path, cancellable, error);

  return step->entries != NULL;
}

/* A #PlenumDavFunc: goes on where it was cut off before. */
static gboolean
get_file (PlenumDav *dav, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;
  goffset length;

  if (!plenum_dav_get (dav, step->path, step->found->etag, step->sink, step->limit, cancellable, error))
    return FALSE;

  g_seekable_seek (G_SEEKABLE (step->sink), 0, G_SEEK_END, NULL, NULL);
  length = g_seekable_tell (G_SEEKABLE (step->sink));
  if (step->found->length >= 0 && length != step->found->length)
    {
      g_autofree char *place = plenum_dav_get_place (dav, step->path);

      if (length > step->found->length)
        g_seekable_truncate (G_SEEKABLE (step->sink), 0, NULL, NULL);
      g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK, _("%s: Only a part of the file arrived"), place);
      return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list (Receiving *receiving, const char *path, GCancellable *cancellable, GError **error)
{
  Step step = { .path = path };

  plenum_dav_persist (receiving->dav, list_folder, &step, cancellable, error);

  return step.entries;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(PlenumDavEntry * const *) a)->name, (*(PlenumDavEntry * const *) b)->name);
}

/* Apache calls a file of this second "weak", and no longer so later: it is the same. */
static char *
make_mark (PlenumDavEntry *entry)
{
  if (entry->etag == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, entry->length);

  return g_strdup (g_str_has_prefix (entry->etag, "W/") ? entry->etag + strlen ("W/") : entry->etag);
}

static void
add_found (Receiving *receiving, const char *workshop, const char *folder, PlenumDavEntry *entry)
{
  g_autofree char *name = g_uri_escape_string (entry->name, NULL, FALSE);
  Found *found;

  if (entry->folder || !(g_str_has_suffix (entry->name, ".plenum.json.gz") || g_str_has_suffix (entry->name, ".plenum.json")))
    return;

  found = g_new0 (Found, 1);
  found->workshop = g_strdup (workshop);
  found->path = g_strconcat (folder, name, NULL);
  found->etag = g_strdup (entry->etag);
  found->mark = make_mark (entry);
  found->length = entry->length;
  if (plenum_remotes_has_received (receiving->remotes, receiving->remote->name, found->path, found->mark))
    {
      receiving->result->unchanged++;
      found_free (found);
    }
  else
    {
      g_ptr_array_add (receiving->found, found);
    }
}

static gboolean
find_in_workshop (Receiving *receiving, const char *around, PlenumDavEntry *entry, GCancellable *cancellable, GError **error)
{
  const char * const *workshops = receiving->options->workshops;
  g_autofree char *folder = g_strconcat (around, entry->name, "/", NULL);
  g_autoptr (GPtrArray) entries = NULL;

  if (!entry->folder || !plenum_uuid_is_valid (entry->name)
      || (workshops != NULL && !g_strv_contains (workshops, entry->name)))
    return TRUE;

  entries = list (receiving, folder, cancellable, error);
  if (entries == NULL)
    return FALSE;

  /* The oldest first, where the names begin with their time. */
  g_ptr_array_sort (entries, compare_names);
  for (guint i = 0; i < entries->len; i++)
    add_found (receiving, entry->name, folder, entries->pdata[i]);

  return TRUE;
}

/* A platform to which nothing was sent yet has no folders, but it has to be there. */
static gboolean
find_all (Receiving *receiving, GCancellable *cancellable, GError **error)
{
  const char *around = receiving->remote->central ? "inbox/" : "outbox/";
  g_autoptr (GPtrArray) workshops = NULL;
  g_autoptr (GError) problem = NULL;

  workshops = list (receiving, around, cancellable, &problem);
  if (g_error_matches (problem, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NOT_FOUND))
    {
      workshops = list (receiving, "", cancellable, error);
      return workshops != NULL;
    }
  if (workshops == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  g_ptr_array_sort (workshops, compare_names);
  for (guint i = 0; i < workshops->len; i++)
    if (!find_in_workshop (receiving, around, workshops->pdata[i], cancellable, error))
      return FALSE;

  return TRUE;
}

static gboolean
fetch (Receiving *receiving, Found *found, const char *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (file);
  g_autoptr (GFileIOStream) sink = g_file_replace_readwrite (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  Step step = { .path = found->path, .found = found, .sink = sink, .limit = receiving->options->limit };

  if (sink == NULL)
    return FALSE;
  if (found->length > 0 && (guint64) found->length > receiving->options->limit)
    {
      g_autofree char *place = plenum_dav_get_place (receiving->dav, found->path);
      g_autofree char *size = g_format_size (receiving->options->limit);

      g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TOO_LARGE,
                   /* Translators: an address, then a size such as “1.0 GB” */
                   _("%s: The server sends more than is taken from it, which is %s"), place, size);
      return FALSE;
    }

  return plenum_dav_persist (receiving->dav, get_file, &step, cancellable, error)
         && g_io_stream_close (G_IO_STREAM (sink), NULL, error);
}

/**
 * plenum_receive_check:
 * @file: a bundle
 * @workshop: the workshop whose folder it lay in
 * @place: what messages call the bundle
 * @error: return location for %PLENUM_REMOTE_ERROR_CONTENT, or an error of the bundle
 *
 * A platform gives to a workshop what is of that workshop: no other may be changed by it.
 */
gboolean
plenum_receive_check (const char *file, const char *workshop, const char *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (file);
  g_autoptr (GInputStream) stream = plenum_input_read (input, cancellable, error);
  g_autoptr (PlenumBundleReader) reader = stream != NULL ? plenum_bundle_reader_new (stream, place, NULL) : NULL;

  while (reader != NULL)
    {
      g_autoptr (PlenumBundleItem) item = NULL;
      const char *of;

      if (!plenum_bundle_reader_next (reader, &item, cancellable, error))
        return FALSE;
      if (item == NULL)
        return TRUE;

      of = strcmp (item->type, "workshop") == 0 || g_strcmp0 (item->of, "workshop") == 0 ? item->id : item->workshop;
      if (of != NULL && strcmp (of, workshop) != 0)
        {
          g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CONTENT,
                       _("%s: This is of another workshop than its folder. It was not taken over."), place);
          return FALSE;
        }
    }

  return FALSE;
}

/* What is wrong with a file that came over the network lies there, not here. */
static void
note_problem (PlenumReceiveResult *result, const GError *problem, const char *file, const char *place)
{
  const char *message = problem->message;
  char *text = g_str_has_prefix (message, file) ? g_strconcat (place, message + strlen (file), NULL)
               : g_str_has_prefix (message, place) ? g_strdup (message) : g_strdup_printf ("%s: %s", place, message);

  g_ptr_array_add (result->problems, text);
}

/* Whether the next one may do better: it is the file that is wrong, not the way to it. */
static gboolean
is_of_file (const GError *error)
{
  return error->domain == PLENUM_BUNDLE_ERROR || error->domain == PLENUM_JSON_ERROR
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CONTENT)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TOO_LARGE)
         || g_error_matches (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NOT_FOUND);
}

static gboolean
receive_one (Receiving *receiving, Found *found, GCancellable *cancellable, GError **error)
{
  g_autofree char *file = plenum_remotes_get_path (receiving->remotes, "receiving.plenum.json");
  g_autofree char *place = plenum_dav_get_place (receiving->dav, found->path);
  g_autoptr (GError) problem = NULL;
  gboolean done = fetch (receiving, found, file, cancellable, &problem)
                  && plenum_receive_check (file, found->workshop, place, cancellable, &problem)
                  && receiving->options->take (file, place, receiving->options->take_data, cancellable, &problem);

  g_unlink (file);
  if (!done)
    {
      if (!is_of_file (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      note_problem (receiving->result, problem, file, place);
      return TRUE;
    }

  /* Taken twice, a bundle changes nothing: noted too late is better than too early. */
  receiving->result->received++;
  plenum_remotes_add_received (receiving->remotes, receiving->remote->name, found->path, found->mark);

  return plenum_remotes_save (receiving->remotes, error);
}

/**
 * plenum_receive:
 * @remotes: opened to be changed
 * @remote: one of @remotes
 * @result: (out) (transfer full): what was done, also on failure
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_REMOTE_ERROR, of the library or of GIO
 *
 * Receives what is new, and notes each file when it is in the library. Goes on
 * after a file that is damaged or not what it should be.
 */
gboolean
plenum_receive (PlenumDav *dav, PlenumRemotes *remotes, PlenumRemote *remote, const PlenumReceiveOptions *options,
                PlenumReceiveResult **result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (found_free);
  Receiving receiving = { dav, remotes, remote, options, NULL, all };
  gboolean done;

  *result = receiving.result = g_new0 (PlenumReceiveResult, 1);
  receiving.result->problems = g_ptr_array_new_with_free_func (g_free);

  done = find_all (&receiving, cancellable, error);
  for (guint i = 0; done && i < all->len; i++)
    {
      done = receive_one (&receiving, all->pdata[i], cancellable, error);
      if (options->progress != NULL)
        options->progress ((double) (i + 1) / all->len, options->progress_data);
    }

  return done;
}
