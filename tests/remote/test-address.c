/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-address.h"

#include <string.h>

#include "plenum-remote-error.h"

static const struct { const char *text, *address; } good[] = {
  { "https://example.org", "https://example.org/" },
  { "https://example.org/", "https://example.org/" },
  { "  https://example.org/a/b\n", "https://example.org/a/b/" },
  { "HTTPS://example.org/a%20b", "https://example.org/a%20b/" },
  { "https://example.org:8443/x", "https://example.org:8443/x/" },
  { "http://localhost:8080/dav", "http://localhost:8080/dav/" },
  { "http://127.0.0.1/", "http://127.0.0.1/" },
  { "http://127.1.2.3/", "http://127.1.2.3/" },
  { "http://[::1]:80/", "http://[::1]/" },
};

static const char * const bad[] = {
  "", "/", "example.org", "https://", "https:///a", "ftp://example.org/", "file:///etc/", "javascript:alert(1)",
  "http://example.org/", "http://localhost.example.org/", "http://127.0.0.1.example.org/", "http://192.168.1.1/",
  "http://0.0.0.0/", "http://[fe80::1]/", "https://klara@example.org/", "https://klara:geheim@example.org/",
  "https://example.org/?a", "https://example.org/#a", "https://exa mple.org/", "https://example.org:port/",
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = plenum_address_check (good[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, good[i].address);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (plenum_address_check (bad[i], &error));
      g_assert_error (error, PLENUM_REMOTE_ERROR, PLENUM_REMOTE_ERROR_ADDRESS);
      g_assert_null (strstr (error->message, "geheim"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/good", test_good);
  g_test_add_func ("/address/bad", test_bad);

  return g_test_run ();
}
