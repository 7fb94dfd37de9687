/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question and its answer, over libsoup. It waits in a main context of its own,
 * so that it can be asked from any thread, and a watch ends what does not move. */
#include "plenum-http.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "plenum-remote-error.h"

#define STALL_BYTES (16 * 1024) /* that must move while the watch looks away */
#define STALL_TIME  60000       /* ms that it does */
#define BLOCK       (64 * 1024)

struct _PlenumHttp
{
  SoupSession  *session;
  GMainContext *context;
  char         *address;
  char         *authorization; /* nullable */
  guint         stall;
  gint64        pause;         /* s that the server asked for last, or -1 */
};

/* One exchange while it runs. */
typedef struct
{
  PlenumHttp              *http;
  const PlenumHttpRequest *request;
  SoupMessage             *message;
  GCancellable            *watch;   /* ends it: for who asked, and for the watch */
  GInputStream            *stream;
  GBytes                  *block;
  GError                  *error;
  guint64                  moved;   /* since the watch looked */
  guint64                  body;    /* bytes of it, there and back */
  gboolean                 done;
  gboolean                 stalled;
  gboolean                 ended;   /* the answer was read to its end */
} Exchange;

/**
 * plenum_http_new:
 * @address: as plenum_address_check() gives it
 * @user: (nullable): who asks
 * @password: (nullable): what proves it; only sent to @address
 * @certificate: (nullable): a file with the certificates that are trusted, instead of the system's
 * @error: return location for an error in %G_TLS_ERROR or of GIO
 *
 * A way to a server. To be used on one thread.
 */
PlenumHttp *
plenum_http_new (const char *address, const char *user, const char *password, const char *certificate, GError **error)
{
  g_autoptr (PlenumHttp) self = g_new0 (PlenumHttp, 1);
  g_autoptr (GTlsDatabase) database = NULL;

  if (certificate != NULL && (database = g_tls_file_database_new (certificate, error)) == NULL)
    {
      g_prefix_error (error, "%s: ", certificate);
      return NULL;
    }

  self->address = g_strdup (address);
  self->stall = STALL_TIME;
  self->pause = -1;
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", "plenum/" PLENUM_VERSION, NULL);
  if (database != NULL)
    soup_session_set_tls_database (self->session, database);
  /* We say who we are ourselves, at once; and files come as they are, not unpacked. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  g_main_context_pop_thread_default (self->context);

  if (user != NULL)
    {
      g_autofree char *pair = g_strdup_printf ("%s:%s", user, password != NULL ? password : "");
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

      self->authorization = g_strconcat ("Basic ", encoded, NULL);
    }

  return g_steal_pointer (&self);
}

void
plenum_http_free (PlenumHttp *self)
{
  if (self->context != NULL)
    {
      g_main_context_push_thread_default (self->context);
      soup_session_abort (self->session);
      g_clear_object (&self->session);
      while (g_main_context_iteration (self->context, FALSE));
      g_main_context_pop_thread_default (self->context);
      g_main_context_unref (self->context);
    }
  g_free (self->address);
  g_free (self->authorization);
  g_free (self);
}

/**
 * plenum_http_set_stall:
 * @milliseconds: in which something has to move, or the exchange is given up
 */
void
plenum_http_set_stall (PlenumHttp *self, guint milliseconds)
{
  self->stall = milliseconds;
}

/**
 * plenum_http_get_place:
 *
 * Returns: (transfer full): the whole address of what lies at @path
 */
char *
plenum_http_get_place (PlenumHttp *self, const char *path)
{
  return g_strconcat (self->address, path, NULL);
}

/**
 * plenum_http_get_pause:
 *
 * Returns: the seconds that the server wanted us to wait when it answered last
 *   (Retry-After, RFC 9110, section 10.2.3), or -1
 */
gint64
plenum_http_get_pause (PlenumHttp *self)
{
  return self->pause;
}

static void
count (Exchange *exchange, guint64 bytes)
{
  const PlenumHttpRequest *request = exchange->request;

  exchange->moved += bytes;
  exchange->body += bytes;
  if (request->progress != NULL && request->expected > 0)
    request->progress (CLAMP ((double) (request->offset + exchange->body) / request->expected, 0, 1), request->progress_data);
}

static void
on_wrote (SoupMessage *message, guint bytes, gpointer data)
{
  Exchange *exchange = data;

  if (exchange->request->file != NULL)
    count (exchange, bytes);
}

static gboolean
on_watch (gpointer data)
{
  Exchange *exchange = data;

  if (exchange->moved < STALL_BYTES)
    {
      exchange->stalled = TRUE;
      g_cancellable_cancel (exchange->watch);
      return G_SOURCE_REMOVE;
    }
  exchange->moved = 0;

  return G_SOURCE_CONTINUE;
}

static gboolean
on_give_up (gpointer data)
{
  g_cancellable_cancel (((Exchange *) data)->watch);

  return G_SOURCE_REMOVE;
}

/* Perhaps in another thread. A source from g_cancellable_source_new() is lost at times when it
 * is let go while somebody cancels (GLib 2.74); to wake one of our own is safe from anywhere. */
static void
on_cancelled (GCancellable *cancellable, gpointer give_up)
{
  g_source_set_ready_time (give_up, 0);
}

static GSource *
attach (Exchange *exchange, GSource *source, GSourceFunc func)
{
  g_source_set_callback (source, func, exchange, NULL);
  g_source_attach (source, exchange->http->context);

  return source;
}

static void
wait_for_it (Exchange *exchange)
{
  while (!exchange->done)
    g_main_context_iteration (exchange->http->context, TRUE);
  exchange->done = FALSE;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  Exchange *exchange = data;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &exchange->error);
  exchange->done = TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Exchange *exchange = data;

  exchange->block = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &exchange->error);
  exchange->done = TRUE;
}

static gboolean
rewind_sink (const PlenumHttpRequest *request, guint status, GCancellable *cancellable, GError **error)
{
  guint64 keep = status == SOUP_STATUS_PARTIAL_CONTENT ? request->offset : 0;

  return g_seekable_truncate (G_SEEKABLE (request->sink), keep, cancellable, error)
         && g_seekable_seek (G_SEEKABLE (request->sink), keep, G_SEEK_SET, cancellable, error);
}

/* libsoup takes the end of a connection for that of the answer, however long it was to be. */
static gboolean
check_length (SoupMessage *message, guint64 length, const char *place, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
      || length >= (guint64) soup_message_headers_get_content_length (headers))
    return TRUE;

  g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK, _("%s: Only a part of the answer arrived"), place);
  return FALSE;
}

/* Into the sink if it is what was asked for, else away. */
static gboolean
read_body (Exchange *exchange, const char *place, GError **error)
{
  const PlenumHttpRequest *request = exchange->request;
  guint status = soup_message_get_status (exchange->message);
  gboolean wanted = SOUP_STATUS_IS_SUCCESSFUL (status) && request->sink != NULL;
  guint64 total = wanted && status == SOUP_STATUS_PARTIAL_CONTENT ? request->offset : 0;
  guint64 start = total;

  if (wanted && !rewind_sink (request, status, NULL, error))
    return FALSE;

  while (TRUE)
    {
      g_autoptr (GBytes) block = NULL;

      g_input_stream_read_bytes_async (exchange->stream, BLOCK, G_PRIORITY_DEFAULT, exchange->watch, on_read, exchange);
      wait_for_it (exchange);
      block = g_steal_pointer (&exchange->block);
      exchange->ended = block != NULL && g_bytes_get_size (block) == 0;
      if (block == NULL || exchange->ended)
        return exchange->ended && check_length (exchange->message, total - start, place, error);

      total += g_bytes_get_size (block);
      if (wanted && total > request->limit)
        {
          g_autofree char *size = g_format_size (request->limit);

          g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TOO_LARGE,
                       /* Translators: an address, then a size such as “1.0 GB” */
                       _("%s: The server sends more than is taken from it, which is %s"), place, size);
          return FALSE;
        }
      /* Nobody reads what comes with an error; the connection is not worth it. */
      if (!wanted && total > BLOCK)
        return TRUE;
      if (wanted && !g_output_stream_write_all (request->sink, g_bytes_get_data (block, NULL), g_bytes_get_size (block),
                                                NULL, NULL, error))
        return FALSE;
      count (exchange, g_bytes_get_size (block));
    }
}

static gboolean
fill_body (const PlenumHttpRequest *request, SoupMessage *message, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (request->content != NULL)
    {
      bytes = g_bytes_new (request->content, strlen (request->content));
      soup_message_set_request_body_from_bytes (message, "application/xml; charset=utf-8", bytes);
    }
  if (request->file == NULL)
    return TRUE;

  file = g_file_new_for_path (request->file);
  stream = g_file_read (file, NULL, error);
  info = stream != NULL ? g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error) : NULL;
  if (info == NULL)
    return FALSE;

  soup_message_set_request_body (message, "application/gzip", G_INPUT_STREAM (stream), g_file_info_get_size (info));

  return TRUE;
}

static SoupMessage *
new_message (PlenumHttp *self, const PlenumHttpRequest *request, const char *place, GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new (request->method, place);
  SoupMessageHeaders *headers;

  if (message == NULL)
    {
      g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ADDRESS,
                   "%s: %s", place, _("This is no address. Write https://HOST/FOLDER/"));
      return NULL;
    }

  /* When a connection that was used before turns out to be closed, libsoup 3.2 asks again,
   * but without the content that it read to its end already, and may end the message twice. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Connection", "close");
  if (self->authorization != NULL)
    soup_message_headers_replace (headers, "Authorization", self->authorization);
  if (request->depth != NULL)
    soup_message_headers_replace (headers, "Depth", request->depth);
  if (request->create)
    soup_message_headers_replace (headers, "If-None-Match", "*");
  if (request->destination != NULL)
    {
      g_autofree char *destination = plenum_http_get_place (self, request->destination);

      soup_message_headers_replace (headers, "Destination", destination);
      soup_message_headers_replace (headers, "Overwrite", "F");
    }
  if (request->offset > 0)
    {
      soup_message_headers_set_range (headers, request->offset, -1);
      soup_message_headers_replace (headers, "If-Range", request->etag);
    }

  return fill_body (request, message, error) ? g_steal_pointer (&message) : NULL;
}

/* The server's clock may be hours off ours: a time is seen from its own. */
static gint64
find_pause (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;

  then = soup_date_time_new_from_http_string (text);
  now = date != NULL ? soup_date_time_new_from_http_string (date) : g_date_time_new_now_utc ();

  return then != NULL && now != NULL ? MAX (0, g_date_time_difference (then, now) / G_TIME_SPAN_SECOND) : -1;
}

/* A 206 that begins elsewhere than asked would be put together wrongly. */
static gboolean
check_range (Exchange *exchange, const char *place, GError **error)
{
  goffset start, end, total;

  if (soup_message_get_status (exchange->message) != SOUP_STATUS_PARTIAL_CONTENT
      || (soup_message_headers_get_content_range (soup_message_get_response_headers (exchange->message), &start, &end, &total)
          && (guint64) start == exchange->request->offset && exchange->request->offset > 0))
    return TRUE;

  plenum_remote_error_set_status (error, SOUP_STATUS_PARTIAL_CONTENT, place);
  return FALSE;
}

static gboolean
run (Exchange *exchange, const char *place, GError **error)
{
  g_signal_connect (exchange->message, "wrote-body-data", G_CALLBACK (on_wrote), exchange);
  soup_session_send_async (exchange->http->session, exchange->message, G_PRIORITY_DEFAULT, exchange->watch, on_sent, exchange);
  wait_for_it (exchange);

  return exchange->stream != NULL && check_range (exchange, place, error) && read_body (exchange, place, error);
}

/* What came to nothing without a word of ours so far. */
static void
explain (Exchange *exchange, const char *place, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  if (exchange->stalled)
    g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TIMEOUT,
                 /* Translators: an address */
                 _("%s: The server takes too long to answer"), place);
  else
    plenum_remote_error_set_network (error, exchange->error, place);
}

static gboolean
ask_once (PlenumHttp *self, const PlenumHttpRequest *request, const char *place, SoupMessage **message,
          GCancellable *cancellable, GError **error)
{
  Exchange exchange = { .http = self, .request = request, .watch = g_cancellable_new () };
  g_autoptr (GSource) watch = g_timeout_source_new (self->stall);
  g_autoptr (GSource) give_up = g_timeout_source_new (G_MAXUINT);
  g_autoptr (GError) problem = NULL;
  gboolean answered = FALSE;
  gulong handler = 0;

  self->pause = -1;
  exchange.message = new_message (self, request, place, error);
  if (exchange.message != NULL)
    {
      attach (&exchange, watch, on_watch);
      attach (&exchange, give_up, on_give_up);
      if (cancellable != NULL)
        handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), give_up, NULL);
      g_main_context_push_thread_default (self->context);
      answered = run (&exchange, place, &problem);
      /* What is not read to its end is cut, or closing it would read on. */
      if (!exchange.ended)
        g_cancellable_cancel (exchange.watch);
      g_clear_object (&exchange.stream);
      g_main_context_pop_thread_default (self->context);
      g_cancellable_disconnect (cancellable, handler);
      g_source_destroy (watch);
      g_source_destroy (give_up);

      if (answered)
        self->pause = find_pause (exchange.message);
      else if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        explain (&exchange, place, cancellable, error);
      g_signal_handlers_disconnect_by_data (exchange.message, &exchange);
      *message = exchange.message;
    }
  g_clear_error (&exchange.error);
  g_object_unref (exchange.watch);

  return answered;
}

/**
 * plenum_http_ask:
 * @status: (out): what the server answered, whatever it is
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_REMOTE_ERROR or of GIO
 *
 * Asks and reads the answer, at most @request's limit. Where the server sends us
 * elsewhere we do not go: neither password nor contents.
 *
 * Returns: whether there was a whole answer
 */
gboolean
plenum_http_ask (PlenumHttp *self, const PlenumHttpRequest *request, guint *status, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = plenum_http_get_place (self, request->path);
  g_autoptr (SoupMessage) message = NULL;
  const char *target;

  if (!ask_once (self, request, place, &message, cancellable, error))
    return FALSE;

  target = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)) && target != NULL)
    {
      g_set_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_REDIRECT,
                   /* Translators: two addresses */
                   _("%s: The server sends us to %s. That is not followed, because what is sent could come into the "
                     "wrong hands. If it is right, add a remote with that address."), place, target);
      return FALSE;
    }
  *status = soup_message_get_status (message);

  return TRUE;
}
