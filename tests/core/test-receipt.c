/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-receipt.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean used[128] = { FALSE };
  guint letters = 0;

  for (int i = 0; i < 1000; i++)
    {
      char *code = plenum_receipt_new ();
      g_autofree char *read = plenum_receipt_read (code);

      g_assert_cmpint (strlen (code), ==, PLENUM_RECEIPT_LENGTH);
      g_assert_cmpstr (read, ==, code);
      for (char *c = code; *c != '\0'; c++)
        used[(guchar) *c] = TRUE;
      g_assert_true (g_hash_table_add (seen, code));
    }

  for (guint c = 0; c < G_N_ELEMENTS (used); c++)
    letters += used[c];
  g_assert_cmpuint (letters, ==, 33);
  g_assert_false (used['I'] || used['L'] || used['O'] || used['U']);
}

static void
test_read (void)
{
  static const char * const same[] = { "K7PM3-XQ910", "k7pm3xq910", " k7pm3 xq91o ", "K7PM3-XQ9lO", "K7PM3-XQ9i0", "K-7-P-M-3-X-Q-9-1-0" };
  static const char * const none[] = { "", "K7PM3", "K7PM3-XQ91", "K7PM3-XQ9100", "K7PM3-XQ91U", "K7PM3-XQ91ä", "K7PM3_XQ910" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *code = plenum_receipt_read (same[i]);

      g_assert_cmpstr (code, ==, "K7PM3-XQ910");
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *code = plenum_receipt_read (none[i]);

      g_assert_cmpstr (code, ==, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/receipt/new", test_new);
  g_test_add_func ("/receipt/read", test_read);
  return g_test_run ();
}
