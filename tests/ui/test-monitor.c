/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screen is the beamer, with screens that come and go. */
#include "plenum-presenter-monitor.h"

static const PlenumScreen laptop = { "eDP-1", { 0, 0, 1280, 800 } };
static const PlenumScreen beamer = { "HDMI-1", { 1280, 0, 1920, 1080 } };
static const PlenumScreen screen = { "DP-2", { 3200, 0, 2560, 1440 } };

static int
pick (int here, const char *remembered, guint n, const PlenumScreen *one, const PlenumScreen *two, const PlenumScreen *three)
{
  PlenumScreen screens[3] = { *one, two != NULL ? *two : *one, three != NULL ? *three : *one };

  return plenum_presenter_monitor_pick (screens, n, here, remembered);
}

static void
test_describe (void)
{
  PlenumScreen nameless = { NULL, { -1920, 12, 1920, 1080 } };
  g_autofree char *one = plenum_presenter_monitor_describe (&beamer);
  g_autofree char *other = plenum_presenter_monitor_describe (&nameless);

  g_assert_cmpstr (one, ==, "HDMI-1 1920x1080+1280+0");
  g_assert_cmpstr (other, ==, " 1920x1080+-1920+12");
}

static void
test_first_time (void)
{
  g_assert_cmpint (pick (0, "", 1, &laptop, NULL, NULL), ==, -1);
  g_assert_cmpint (pick (0, "", 2, &laptop, &beamer, NULL), ==, 1);
  g_assert_cmpint (pick (1, "", 2, &beamer, &laptop, NULL), ==, 0);
  /* Where one does not know where one is, nothing is covered. */
  g_assert_cmpint (pick (-1, "", 2, &laptop, &beamer, NULL), ==, -1);
  g_assert_cmpint (pick (0, "", 0, &laptop, NULL, NULL), ==, -1);
}

static void
test_remembered (void)
{
  const char *last = "DP-2 2560x1440+3200+0";

  g_assert_cmpint (pick (0, last, 3, &laptop, &beamer, &screen), ==, 2);
  g_assert_cmpint (pick (0, last, 3, &laptop, &screen, &beamer), ==, 1);
  /* It has gone: another one; and it comes back. */
  g_assert_cmpint (pick (0, last, 2, &laptop, &beamer, NULL), ==, 1);
  g_assert_cmpint (pick (0, last, 3, &laptop, &beamer, &screen), ==, 2);
  /* The main window is on it: it is not covered. */
  g_assert_cmpint (pick (2, last, 3, &laptop, &beamer, &screen), ==, 0);
  /* As it was remembered before there were sizes. */
  g_assert_cmpint (pick (0, "DP-2", 3, &laptop, &beamer, &screen), ==, 2);
}

static void
test_moved (void)
{
  static const PlenumScreen moved = { "HDMI-1", { 0, 800, 1024, 768 } };
  static const PlenumScreen docked = { "DP-7", { 5760, 0, 1920, 1080 } };
  static const PlenumScreen nameless = { NULL, { 1280, 0, 1920, 1080 } };
  static const PlenumScreen other = { NULL, { 3200, 0, 2560, 1440 } };
  static const PlenumScreen twin = { "HDMI-1", { 1280, 0, 1920, 1080 } };
  const char *last = "HDMI-1 1920x1080+1280+0";

  /* Another beamer at the same socket, before one of the same size elsewhere. */
  g_assert_cmpint (pick (0, last, 3, &laptop, &docked, &moved), ==, 2);
  /* A dock calls its socket otherwise, but the size is the same. */
  g_assert_cmpint (pick (0, last, 3, &laptop, &screen, &docked), ==, 2);
  /* Where sockets have no names, by the size. */
  g_assert_cmpint (pick (0, " 1920x1080+1280+0", 3, &laptop, &other, &nameless), ==, 2);
  g_assert_cmpint (pick (0, " 2560x1440+0+0", 3, &laptop, &other, &nameless), ==, 1);
  /* Two alike: the one at that place. */
  g_assert_cmpint (pick (0, last, 3, &laptop, &docked, &twin), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/monitor/describe", test_describe);
  g_test_add_func ("/monitor/first-time", test_first_time);
  g_test_add_func ("/monitor/remembered", test_remembered);
  g_test_add_func ("/monitor/moved", test_moved);

  return g_test_run ();
}
