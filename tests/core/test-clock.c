/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-clock.h"

#include <string.h>

#define NODE "01900000-0000-7000-8000-0123456789ab"

static void
test_ascending (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char before[PLENUM_STAMP_LENGTH + 1] = "";
  char stamp[PLENUM_STAMP_LENGTH + 1];

  for (guint i = 0; i < 200000; i++)
    {
      plenum_clock_now (clock, stamp);
      g_assert_cmpstr (before, <, stamp);
      memcpy (before, stamp, sizeof stamp);
    }

  g_assert_true (plenum_stamp_is_valid (stamp));
  g_assert_true (g_str_has_suffix (stamp, "-456789ab")); /* the random end of the node */
}

static void
test_is_the_time (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char stamp[PLENUM_STAMP_LENGTH + 1];
  guint64 before = g_get_real_time () / 1000;
  guint64 time;

  plenum_clock_now (clock, stamp);
  time = g_ascii_strtoull (stamp, NULL, 16);
  g_assert_cmpuint (time, >=, before);
  g_assert_cmpuint (time, <=, g_get_real_time () / 1000);
}

/* A stamp from a computer whose clock is ahead, or from this one before its clock
 * was set back: what comes next is later still. */
static void
test_clock_behind (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char stamp[PLENUM_STAMP_LENGTH + 1];

  plenum_clock_observe (clock, "0fffffffffff-0003-ffffffff");
  plenum_clock_now (clock, stamp);
  g_assert_cmpstr (stamp, ==, "0fffffffffff-0004-456789ab");
  plenum_clock_now (clock, stamp);
  g_assert_cmpstr (stamp, ==, "0fffffffffff-0005-456789ab");
}

static void
test_counter_overflows (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char stamp[PLENUM_STAMP_LENGTH + 1];

  plenum_clock_observe (clock, "0fffffffffff-ffff-ffffffff");
  plenum_clock_now (clock, stamp);
  g_assert_cmpstr (stamp, ==, "100000000000-0000-456789ab");
}

static void
test_observes_the_past (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char first[PLENUM_STAMP_LENGTH + 1];
  char second[PLENUM_STAMP_LENGTH + 1];

  plenum_clock_now (clock, first);
  plenum_clock_observe (clock, "000000000001-ffff-00000000");
  plenum_clock_now (clock, second);
  g_assert_cmpstr (first, <, second);

  plenum_clock_observe (clock, "0fffffffffff-0009-00000000");
  plenum_clock_observe (clock, "0fffffffffff-0002-00000000");
  plenum_clock_now (clock, second);
  g_assert_cmpstr (second, ==, "0fffffffffff-000a-456789ab");
}

/* The last stamp that is accepted leaves room for all that will ever come. */
static void
test_latest (void)
{
  g_autoptr (PlenumClock) clock = plenum_clock_new (NODE);
  char stamp[PLENUM_STAMP_LENGTH + 1];

  g_assert_false (plenum_stamp_is_valid ("ffffffffffff-ffff-00000000"));
  g_assert_false (plenum_stamp_is_valid ("e677d21fdc00-0000-00000000"));
  g_assert_true (plenum_stamp_is_valid ("e677d21fdbff-ffff-00000000"));
  plenum_clock_observe (clock, "e677d21fdbff-ffff-00000000");
  plenum_clock_now (clock, stamp);
  g_assert_cmpstr (stamp, >, "e677d21fdbff-ffff-00000000");
  g_assert_cmpuint (strlen (stamp), ==, PLENUM_STAMP_LENGTH);
}

static void
test_validity (void)
{
  const char *bad[] = {
    NULL, "", "0", "0190000000000-0000-01234567", "019000000000-0000-0123456", "019000000000-0000-012345678",
    "019000000000-0000-0123456G", "019000000000-0000-ABCDEF01", "019000000000_0000-01234567",
    "01900000000--0000-01234567", " 19000000000-0000-01234567", "019000000000-0000-0123456\n",
  };

  g_assert_true (plenum_stamp_is_valid ("019000000000-0000-01234567"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (plenum_stamp_is_valid (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/ascending", test_ascending);
  g_test_add_func ("/clock/is-the-time", test_is_the_time);
  g_test_add_func ("/clock/clock-behind", test_clock_behind);
  g_test_add_func ("/clock/counter-overflows", test_counter_overflows);
  g_test_add_func ("/clock/observes-the-past", test_observes_the_past);
  g_test_add_func ("/clock/latest", test_latest);
  g_test_add_func ("/clock/validity", test_validity);
  return g_test_run ();
}
