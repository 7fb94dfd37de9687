/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Against a server in a thread of its own, which answers what its path says. */
#include "plenum-dav.h"

#include <libsoup/soup.h>
#include <string.h>

#include "fixture.h"
#include "plenum-remote-error.h"

typedef struct
{
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;
  char         *address;
  int           asked;   /* how often, atomic */
} Server;

static const char content[] = "0123456789";

/* "/status/N" answers with N, "/once/N" only the first time; "/silence" not at all. */
static void
on_request (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Server *server = data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  int before = g_atomic_int_add (&server->asked, 1);
  const char *number = strrchr (path, '/') + 1;

  if (g_str_has_prefix (path, "/silence"))
    {
      soup_server_message_pause (message);
      return;
    }
  if (g_str_has_prefix (path, "/elsewhere"))
    {
      soup_message_headers_replace (headers, "Location", "https://example.org/");
      soup_server_message_set_status (message, 308, NULL);
      return;
    }
  if (g_str_has_prefix (path, "/file"))
    {
      soup_message_headers_replace (headers, "ETag", "\"e\"");
      soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, content, strlen (content));
      soup_server_message_set_status (message, 200, NULL);
      return;
    }
  soup_message_headers_replace (headers, "Retry-After", g_str_has_prefix (path, "/later") ? "3600" : "0");
  soup_server_message_set_status (message, g_str_has_prefix (path, "/once") && before > 0 ? 201 : atoi (number), NULL);
}

static gpointer
serve (gpointer data)
{
  Server *server = data;
  g_autoptr (SoupServer) soup = NULL;
  g_autoptr (GError) error = NULL;
  GSList *addresses;

  g_main_context_push_thread_default (server->context);
  soup = soup_server_new (NULL, NULL);
  soup_server_add_handler (soup, NULL, on_request, server, NULL);
  soup_server_listen_local (soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  addresses = soup_server_get_uris (soup);
  g_atomic_pointer_set (&server->address, g_uri_to_string (addresses->data));
  g_slist_free_full (addresses, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (server->loop);
  soup_server_disconnect (soup);
  g_main_context_pop_thread_default (server->context);

  return NULL;
}

static void
server_start (Server *server)
{
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  server->thread = g_thread_new ("server", serve, server);
  while (g_atomic_pointer_get (&server->address) == NULL)
    g_thread_yield ();
}

static void
server_stop (Server *server)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_free (server->address);
}

static PlenumDav *
connect_to (Server *server, guint retries)
{
  g_autoptr (GError) error = NULL;
  PlenumDav *dav = plenum_dav_new (server->address, "klara", "geheim", NULL, &error);

  g_assert_no_error (error);
  plenum_dav_set_patience (dav, retries, 1, 10000);
  g_atomic_int_set (&server->asked, 0);

  return dav;
}

/* A #PlenumDavFunc. */
static gboolean
make_folder (PlenumDav *dav, gpointer path, GCancellable *cancellable, GError **error)
{
  return plenum_dav_make_folder (dav, path, cancellable, error);
}

static void
test_statuses (void)
{
  static const struct { const char *path; int code; gboolean may_pass; } cases[] = {
    { "status/401", PLENUM_REMOTE_ERROR_PASSWORD, FALSE },
    { "status/403", PLENUM_REMOTE_ERROR_FORBIDDEN, FALSE },
    { "status/404", PLENUM_REMOTE_ERROR_NOT_FOUND, FALSE },
    { "status/409", PLENUM_REMOTE_ERROR_NOT_FOUND, FALSE },
    { "status/412", PLENUM_REMOTE_ERROR_EXISTS, FALSE },
    { "status/423", PLENUM_REMOTE_ERROR_LOCKED, TRUE },
    { "status/429", PLENUM_REMOTE_ERROR_PAUSE, TRUE },
    { "status/500", PLENUM_REMOTE_ERROR_SERVER, TRUE },
    { "status/503", PLENUM_REMOTE_ERROR_SERVER, TRUE },
    { "later/503", PLENUM_REMOTE_ERROR_SERVER, FALSE },
    { "status/507", PLENUM_REMOTE_ERROR_FULL, FALSE },
    { "status/413", PLENUM_REMOTE_ERROR_FULL, FALSE },
    { "status/418", PLENUM_REMOTE_ERROR_ANSWER, FALSE },
    { "status/207", PLENUM_REMOTE_ERROR_ANSWER, FALSE },
    { "status/304", PLENUM_REMOTE_ERROR_ANSWER, FALSE },
    { "elsewhere", PLENUM_REMOTE_ERROR_REDIRECT, FALSE },
  };
  Server server = { NULL };
  g_autoptr (PlenumDav) dav = NULL;

  server_start (&server);
  dav = connect_to (&server, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_atomic_int_set (&server.asked, 0);
      g_assert_false (plenum_dav_persist (dav, make_folder, (gpointer) cases[i].path, NULL, &error));
      g_assert_error (error, PLENUM_REMOTE_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, server.address));
      g_assert_cmpint (g_atomic_int_get (&server.asked), ==, cases[i].may_pass ? 3 : 1);
    }
  server_stop (&server);
}

static void
test_what_passes (void)
{
  Server server = { NULL };
  g_autoptr (PlenumDav) dav = NULL;
  g_autoptr (GError) error = NULL;

  server_start (&server);
  dav = connect_to (&server, 1);
  g_assert_true (plenum_dav_persist (dav, make_folder, (gpointer) "once/503", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_atomic_int_get (&server.asked), ==, 2);
  g_assert_true (plenum_dav_make_folder (dav, "status/405", NULL, &error));
  g_assert_true (plenum_dav_delete (dav, "status/404", NULL, &error));
  g_assert_true (plenum_dav_delete (dav, "status/204", NULL, &error));
  g_assert_true (plenum_dav_move (dav, "status/201", "a", NULL, &error));
  g_assert_no_error (error);
  g_assert_false (plenum_dav_move (dav, "status/200", "a", NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ANSWER);
  server_stop (&server);
}

static gpointer
cancel_when_asked (gpointer data)
{
  gpointer *both = data;
  Server *server = both[0];

  while (g_atomic_int_get (&server->asked) == 0)
    g_thread_yield ();
  g_cancellable_cancel (both[1]);

  return NULL;
}

/* From another thread, while the server says nothing, and while it waits for the next try. */
static void
test_cancelled (void)
{
  static const char * const paths[] = { "silence", "status/503" };
  Server server = { NULL };

  server_start (&server);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (PlenumDav) dav = connect_to (&server, 4);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      gpointer both[] = { &server, cancellable };
      GThread *thread = g_thread_new ("cancel", cancel_when_asked, both);

      plenum_dav_set_patience (dav, 1000000, 60000, 60000);
      g_assert_false (plenum_dav_persist (dav, make_folder, (gpointer) paths[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
  server_stop (&server);
}

static void
test_silence (void)
{
  Server server = { NULL };
  g_autoptr (PlenumDav) dav = NULL;
  g_autoptr (GError) error = NULL;

  server_start (&server);
  dav = connect_to (&server, 0);
  plenum_dav_set_patience (dav, 0, 0, 100);
  g_assert_null (plenum_dav_list (dav, "silence/", NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TIMEOUT);
  g_clear_error (&error);
  server_stop (&server);

  g_assert_null (plenum_dav_list (dav, "status/200/", NULL, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_NETWORK);
}

/* Fetches "0123456789" into a file that has @start already. */
static char *
fetch (Server *server, const char *start, const char *etag, guint64 limit, GError **error)
{
  g_autoptr (PlenumDav) dav = connect_to (server, 0);
  g_autofree char *path = fixture_write ("fetched", start, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) sink = g_file_open_readwrite (file, NULL, NULL);
  char *text = plenum_dav_get (dav, "file", etag, sink, limit, NULL, error) ? fixture_read (path, NULL) : NULL;

  return text;
}

static void
test_get (void)
{
  static const struct { const char *start, *etag, *whole; } cases[] = {
    { "", "\"e\"", "0123456789" },           { "", NULL, "0123456789" },
    { "0123", "\"e\"", "0123456789" },       { "abcd", "\"e\"", "abcd456789" },
    { "abcd", "W/\"e\"", "0123456789" },     { "abcd", NULL, "0123456789" },
    { "longer than it is", NULL, "0123456789" },
  };
  Server server = { NULL };
  g_autoptr (GError) error = NULL;

  server_start (&server);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = fetch (&server, cases[i].start, cases[i].etag, 10, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].whole);
    }
  g_assert_null (fetch (&server, "", NULL, 9, &error));
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_TOO_LARGE);
  server_stop (&server);
}

static void
test_certificate (void)
{
  g_autoptr (GError) cause = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "x");
  g_autoptr (GError) error = NULL;

  plenum_remote_error_set_network (&error, cause, "https://example.org/");
  g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_CERTIFICATE);
  g_assert_false (plenum_remote_error_may_pass (error));
  g_clear_error (&error);
  g_assert_null (plenum_dav_new ("https://example.org/", NULL, NULL, "/nonexistent.pem", &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent.pem: "));
}

int
main (int argc, char *argv[])
{
  int status;

  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dav/statuses", test_statuses);
  g_test_add_func ("/dav/what-passes", test_what_passes);
  g_test_add_func ("/dav/cancelled", test_cancelled);
  g_test_add_func ("/dav/silence", test_silence);
  g_test_add_func ("/dav/get", test_get);
  g_test_add_func ("/dav/certificate", test_certificate);
  status = g_test_run ();
  fixture_clean_up ();

  return status;
}
