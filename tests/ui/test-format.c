/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-format.h"

static void
test_date (void)
{
  g_autofree char *day = plenum_format_date ("2026-11-23");
  g_autofree char *none = plenum_format_date ("");
  g_autofree char *as_written = plenum_format_date ("in spring");

  g_assert_cmpstr (day, ==, "Mon, 23 November 2026");
  g_assert_null (none);
  g_assert_null (plenum_format_date (NULL));
  g_assert_cmpstr (as_written, ==, "in spring");
}

static void
test_range (void)
{
  static const struct { const char *first, *last, *words; } ranges[] = {
    { "2026-11-23", NULL, "Mon, 23 November 2026" },
    { "2026-11-23", "2026-11-23", "Mon, 23 November 2026" },
    { "2026-11-23", "2026-11-24", "Mon, 23 November 2026 – Tue, 24 November 2026" },
    { NULL, "2026-11-24", "Tue, 24 November 2026" },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *words = plenum_format_date_range (ranges[i].first, ranges[i].last);

      g_assert_cmpstr (words, ==, ranges[i].words);
    }
}

static void
test_time (void)
{
  g_autofree char *time = plenum_format_time (G_GINT64_CONSTANT (1795442700000));
  g_autofree char *short_time = plenum_format_short_time (G_GINT64_CONSTANT (1795442700000));
  g_autofree char *never = plenum_format_time (G_MAXINT64);

  g_assert_cmpstr (time, ==, "23 November 2026, 14:05");
  g_assert_cmpstr (short_time, ==, "23 Nov 26, 14:05");
  g_assert_cmpstr (never, ==, "");
}

static void
test_day (void)
{
  gint64 noon = G_GINT64_CONSTANT (1795435200000);
  gint64 day = 24 * 60 * 60 * 1000;
  const struct { gint64 time; const char *words; } days[] = {
    { noon - day / 4, "Today" },
    { noon - day, "Yesterday" },
    { noon - 2 * day, "Sat, 21 November 2026" },
    { noon + day, "Tue, 24 November 2026" },
  };
  g_autofree char *time = plenum_format_time_of_day (noon + 125 * 60 * 1000);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *words = plenum_format_day (days[i].time, noon);

      g_assert_cmpstr (words, ==, days[i].words);
    }
  g_assert_cmpstr (time, ==, "14:05");
}

static void
test_number (void)
{
  g_autofree char *number = plenum_format_number (-12345);

  g_assert_cmpstr (number, ==, "-12345");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/date", test_date);
  g_test_add_func ("/format/range", test_range);
  g_test_add_func ("/format/time", test_time);
  g_test_add_func ("/format/day", test_day);
  g_test_add_func ("/format/number", test_number);

  return g_test_run ();
}
