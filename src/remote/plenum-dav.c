/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of WebDAV (RFC 4918) a platform needs, and the patience for bad networks. */
#include "plenum-dav.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "plenum-http.h"
#include "plenum-remote-error.h"

#define LIST_LIMIT    (16 * 1024 * 1024) /* bytes of the list of a folder */
#define RETRIES       4
#define FIRST_PAUSE   1000               /* ms, then twice as long each time */
#define LONGEST_PAUSE 60                 /* s that we wait because a server says so */

static const char list_request[] =
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  "<propfind xmlns=\"DAV:\"><prop><resourcetype/><getcontentlength/><getetag/></prop></propfind>\n";

struct _PlenumDav
{
  PlenumHttp *http;
  guint       retries;
  guint       first_pause; /* ms */
};

/**
 * plenum_dav_new:
 *
 * As plenum_http_new().
 */
PlenumDav *
plenum_dav_new (const char *address, const char *user, const char *password, const char *certificate, GError **error)
{
  PlenumHttp *http = plenum_http_new (address, user, password, certificate, error);
  PlenumDav *self;

  if (http == NULL)
    return NULL;

  self = g_new0 (PlenumDav, 1);
  self->http = http;
  self->retries = RETRIES;
  self->first_pause = FIRST_PAUSE;

  return self;
}

void
plenum_dav_free (PlenumDav *self)
{
  plenum_http_free (self->http);
  g_free (self);
}

/**
 * plenum_dav_set_patience:
 * @retries: how often plenum_dav_persist() tries again
 * @first_pause: ms before it does so for the first time
 * @stall: ms in which something must move, or 0 for what is usual
 */
void
plenum_dav_set_patience (PlenumDav *self, guint retries, guint first_pause, guint stall)
{
  self->retries = retries;
  self->first_pause = first_pause;
  if (stall > 0)
    plenum_http_set_stall (self->http, stall);
}

/* Returns: whether nobody cancelled meanwhile */
static gboolean
pause_for (gint64 milliseconds, GCancellable *cancellable, GError **error)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  GPollFD fd;
  gboolean watched = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fd);
  gint64 left;

  while (!g_cancellable_is_cancelled (cancellable) && (left = end - g_get_monotonic_time ()) > 0)
    g_poll (&fd, watched ? 1 : 0, left / 1000 + 1);
  if (watched)
    g_cancellable_release_fd (cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * plenum_dav_persist:
 * @func: what to do
 * @cancellable: (nullable): a #GCancellable, also while it waits
 * @error: return location for the last error
 *
 * Tries again what failed for a reason that may pass, after pauses that double,
 * or as long as the server asked for; if that is over a minute, not now.
 */
gboolean
plenum_dav_persist (PlenumDav *self, PlenumDavFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 pause = self->first_pause;

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) problem = NULL;
      gint64 asked;

      if (func (self, data, cancellable, &problem))
        return TRUE;

      asked = plenum_http_get_pause (self->http);
      if (i == self->retries || !plenum_remote_error_may_pass (problem) || asked > LONGEST_PAUSE)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      /* Not all who were thrown out at once come back at once. */
      if (!pause_for (asked >= 0 ? asked * 1000 : pause + g_random_int_range (0, pause / 4 + 1), cancellable, error))
        return FALSE;
      pause *= 2;
    }
}

/**
 * plenum_dav_get_place:
 *
 * Returns: (transfer full): the whole address of what lies at @path
 */
char *
plenum_dav_get_place (PlenumDav *self, const char *path)
{
  return plenum_http_get_place (self->http, path);
}

static gboolean
check_status (PlenumDav *self, const PlenumHttpRequest *request, guint status, GError **error)
{
  g_autofree char *place = NULL;

  /* Where no list was asked for, 207 says that it was done in part. */
  if (SOUP_STATUS_IS_SUCCESSFUL (status) && (status != SOUP_STATUS_MULTI_STATUS || request->depth != NULL))
    return TRUE;

  place = plenum_http_get_place (self->http, request->path);
  plenum_remote_error_set_status (error, status, place);

  return FALSE;
}

static gboolean
ask (PlenumDav *self, const PlenumHttpRequest *request, GCancellable *cancellable, GError **error)
{
  guint status;

  return plenum_http_ask (self->http, request, &status, cancellable, error) && check_status (self, request, status, error);
}

static GPtrArray *
find_properties (PlenumDav *self, const char *path, const char *depth, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) sink = g_memory_output_stream_new_resizable ();
  PlenumHttpRequest request = { .method = "PROPFIND", .path = path, .depth = depth, .content = list_request,
                                .sink = sink, .limit = LIST_LIMIT };
  g_autofree char *place = plenum_http_get_place (self->http, path);

  if (!ask (self, &request, cancellable, error))
    return NULL;

  return plenum_multistatus_parse (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (sink)),
                                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (sink)), place, error);
}

static char *
get_server_path (PlenumDav *self, const char *path)
{
  g_autofree char *place = plenum_http_get_place (self->http, path);
  g_autoptr (GUri) uri = g_uri_parse (place, SOUP_HTTP_URI_FLAGS, NULL);
  char *decoded = uri != NULL ? g_uri_unescape_string (g_uri_get_path (uri), NULL) : NULL;

  while (decoded != NULL && g_str_has_suffix (decoded, "/"))
    decoded[strlen (decoded) - 1] = '\0';

  return decoded;
}

/**
 * plenum_dav_list:
 * @folder: a path that ends with a slash
 * @error: return location for an error in %PLENUM_REMOTE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type PlenumDavEntry): what lies in
 *   the folder itself, neither itself nor anything elsewhere
 */
GPtrArray *
plenum_dav_list (PlenumDav *self, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = find_properties (self, folder, "1", cancellable, error);
  g_autofree char *base = get_server_path (self, folder);
  g_autofree char *place = plenum_http_get_place (self->http, folder);
  gboolean listed = FALSE;

  if (entries == NULL)
    return NULL;

  for (guint i = entries->len; i > 0; i--)
    {
      PlenumDavEntry *entry = entries->pdata[i - 1];
      gsize parent = strlen (entry->path) - strlen (entry->name);

      listed |= g_strcmp0 (entry->path, base) == 0;
      if (base == NULL || parent != strlen (base) + 1 || strncmp (entry->path, base, parent - 1) != 0)
        g_ptr_array_remove_index (entries, i - 1);
    }
  if (listed)
    return g_steal_pointer (&entries);

  /* It calls the folder by another name than we do; nothing in it would seem to be there. */
  g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ANSWER,
               _("%s: This does not answer like a WebDAV folder. Check the address of the platform."), place);

  return NULL;
}

/**
 * plenum_dav_measure:
 * @length: (out): the bytes of a file, or -1 where the server does not say
 */
gboolean
plenum_dav_measure (PlenumDav *self, const char *path, gint64 *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = find_properties (self, path, "0", cancellable, error);

  if (entries == NULL)
    return FALSE;
  *length = entries->len == 1 ? ((PlenumDavEntry *) entries->pdata[0])->length : -1;

  return TRUE;
}

/**
 * plenum_dav_make_folder:
 * @folder: a path that ends with a slash
 *
 * Makes a folder; one that is there already will do.
 */
gboolean
plenum_dav_make_folder (PlenumDav *self, const char *folder, GCancellable *cancellable, GError **error)
{
  PlenumHttpRequest request = { .method = "MKCOL", .path = folder };
  guint status;

  return plenum_http_ask (self->http, &request, &status, cancellable, error)
         && (status == SOUP_STATUS_METHOD_NOT_ALLOWED || check_status (self, &request, status, error));
}

/**
 * plenum_dav_put:
 * @file: a file here
 *
 * Writes a file that must not be there yet.
 */
gboolean
plenum_dav_put (PlenumDav *self, const char *path, const char *file, PlenumProgressFunc progress, gpointer progress_data,
                GCancellable *cancellable, GError **error)
{
  PlenumHttpRequest request = { .method = "PUT", .path = path, .file = file, .create = TRUE, .progress = progress,
                                .progress_data = progress_data };
  g_autoptr (GFile) source = g_file_new_for_path (file);
  g_autoptr (GFileInfo) info = g_file_query_info (source, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  request.expected = g_file_info_get_size (info);

  return ask (self, &request, cancellable, error);
}

/**
 * plenum_dav_get:
 * @etag: (nullable): what the file was called when it was listed
 * @sink: where it goes; what is in there already is its beginning
 * @limit: the most bytes that it may have
 *
 * Reads a file, or the rest of it where the server can do that.
 */
gboolean
plenum_dav_get (PlenumDav *self, const char *path, const char *etag, GFileIOStream *sink, guint64 limit,
                GCancellable *cancellable, GError **error)
{
  PlenumHttpRequest request = { .method = "GET", .path = path, .limit = limit };
  g_autoptr (GFileInfo) info = g_file_io_stream_query_info (sink, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);

  if (info == NULL)
    return FALSE;

  request.sink = g_io_stream_get_output_stream (G_IO_STREAM (sink));
  /* A weak name does not promise the same bytes. */
  if (etag != NULL && *etag == '"')
    {
      request.etag = etag;
      request.offset = g_file_info_get_size (info);
    }

  return ask (self, &request, cancellable, error);
}

/**
 * plenum_dav_move:
 *
 * Gives a file another name, unless something has that name.
 */
gboolean
plenum_dav_move (PlenumDav *self, const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  PlenumHttpRequest request = { .method = "MOVE", .path = from, .destination = to };
  g_autofree char *place = NULL;
  guint status;

  if (!plenum_http_ask (self->http, &request, &status, cancellable, error))
    return FALSE;
  if (status == SOUP_STATUS_CREATED || status == SOUP_STATUS_NO_CONTENT)
    return TRUE;

  /* A friendly page in between would say 200 and have moved nothing. */
  place = plenum_http_get_place (self->http, from);
  plenum_remote_error_set_status (error, status, place);

  return FALSE;
}

/**
 * plenum_dav_delete:
 *
 * Deletes a file; one that is not there is fine.
 */
gboolean
plenum_dav_delete (PlenumDav *self, const char *path, GCancellable *cancellable, GError **error)
{
  PlenumHttpRequest request = { .method = "DELETE", .path = path };
  g_autoptr (GError) problem = NULL;

  if (ask (self, &request, cancellable, &problem)
      || g_error_matches (problem, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
