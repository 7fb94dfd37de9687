/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-multistatus.h"

#include <string.h>

#include "plenum-remote-error.h"

#define PLACE "https://example.org/dav/outbox/"

/* As Apache's mod_dav, sabre/dav in Nextcloud and nginx write it. */
static const char apache[] =
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\" xmlns:ns0=\"DAV:\">\n"
  "<D:response xmlns:lp1=\"DAV:\"><D:href>/dav/outbox/</D:href><D:propstat><D:prop>"
  "<lp1:resourcetype><D:collection/></lp1:resourcetype><lp1:getetag>\"1000-64\"</lp1:getetag></D:prop>"
  "<D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
  "<D:propstat><D:prop><D:getcontentlength/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>"
  "<D:response xmlns:lp1=\"DAV:\"><D:href>/dav/outbox/a%20b.json</D:href><D:propstat><D:prop>"
  "<lp1:resourcetype/><lp1:getcontentlength>17</lp1:getcontentlength><lp1:getetag>\"11-64\"</lp1:getetag></D:prop>"
  "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>";
static const char sabre[] =
  "<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\"><d:response><d:href>"
  "https://example.org/dav/outbox/\xc3\xa4/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype>"
  "<d:getetag>&quot;6560&quot;</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>";
static const char nginx[] =
  "<multistatus xmlns=\"DAV:\"><response><href>\n /dav/outbox/x \n</href><propstat><prop><getcontentlength>99999999999999999999"
  "</getcontentlength><getetag></getetag><resourcetype></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat>"
  "</response></multistatus>";

static PlenumDavEntry *
parse (const char *text, guint n, guint index, GPtrArray **entries)
{
  g_autoptr (GError) error = NULL;

  *entries = plenum_multistatus_parse (text, strlen (text), PLACE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*entries)->len, ==, n);

  return (*entries)->pdata[index];
}

static void
test_servers (void)
{
  g_autoptr (GPtrArray) a = NULL;
  g_autoptr (GPtrArray) b = NULL;
  g_autoptr (GPtrArray) c = NULL;
  PlenumDavEntry *entry = parse (apache, 2, 1, &a);
  PlenumDavEntry *folder = a->pdata[0];

  g_assert_true (folder->folder);
  g_assert_cmpstr (folder->path, ==, "/dav/outbox");
  g_assert_cmpint (folder->length, ==, -1);
  g_assert_false (entry->folder);
  g_assert_cmpstr (entry->path, ==, "/dav/outbox/a b.json");
  g_assert_cmpstr (entry->name, ==, "a b.json");
  g_assert_cmpstr (entry->etag, ==, "\"11-64\"");
  g_assert_cmpint (entry->length, ==, 17);

  entry = parse (sabre, 1, 0, &b);
  g_assert_true (entry->folder);
  g_assert_cmpstr (entry->name, ==, "ä");
  g_assert_cmpstr (entry->etag, ==, "\"6560\"");

  entry = parse (nginx, 1, 0, &c);
  g_assert_false (entry->folder);
  g_assert_cmpstr (entry->path, ==, "/dav/outbox/x");
  g_assert_null (entry->etag);
  g_assert_cmpint (entry->length, ==, -1);
}

/* Each leads elsewhere, or has a name that is none. */
static void
test_references (void)
{
  static const char * const references[] = {
    "https://example.com/dav/outbox/a", "//example.com/a", "/dav/outbox/%00", "/dav/outbox/%ff", "/a%2f..", "https://[/", "/a/%2f%2e%2e/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *text = g_strdup_printf ("<multistatus xmlns=\"DAV:\"><response><href>%s</href></response>"
                                               "<response/></multistatus>", references[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = plenum_multistatus_parse (text, strlen (text), PLACE, &error);

      g_test_message ("%s", references[i]);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, 0);
    }
}

static void
test_answers_that_are_none (void)
{
  static const char * const answers[] = {
    "", " ", "{}", "<html/>", "<multistatus/>", "<D:multistatus/>", "<multistatus xmlns=\"DAV:\">",
    "<!DOCTYPE a [<!ENTITY b \"c\">]><multistatus xmlns=\"DAV:\"/>", "<!DOCTYPE multistatus><multistatus xmlns=\"DAV:\"/>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><multistatus xmlns=\"DAV:\"/>", "<multistatus xmlns=\"DAV:\">&a;</multistatus>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", answers[i]);
      g_assert_null (plenum_multistatus_parse (answers[i], strlen (answers[i]), PLACE, &error));
      g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ANSWER);
      g_assert_true (g_str_has_prefix (error->message, PLACE ": "));
    }
}

/* Every beginning of an answer, and every one with a byte that is another. */
static void
test_damaged (void)
{
  for (gsize i = 0; i < strlen (apache); i++)
    {
      g_autofree char *changed = g_strdup (apache);
      g_autoptr (GPtrArray) entries = NULL;

      g_assert_null (plenum_multistatus_parse (apache, i, PLACE, NULL));
      changed[i] ^= 0x15;
      entries = plenum_multistatus_parse (changed, strlen (apache), PLACE, NULL);
      g_assert_true (entries == NULL || entries->len <= 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/multistatus/servers", test_servers);
  g_test_add_func ("/multistatus/references", test_references);
  g_test_add_func ("/multistatus/answers-that-are-none", test_answers_that_are_none);
  g_test_add_func ("/multistatus/damaged", test_damaged);

  return g_test_run ();
}
