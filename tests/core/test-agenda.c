/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-agenda.h"

#include <string.h>

#define NONE PLENUM_AGENDA_NONE
#define MINUTE (60 * 1000)
#define AT(hour, minute) (((hour) * 60 + (minute)) * (gint64) MINUTE)

/* Arrival at 9:00, rounds after it, lunch at 12:00 whatever happens, harvest. */
static const PlenumAgendaStep day_plan[] = {
  { AT (9, 0), 30, NONE, NONE },
  { NONE, 90, NONE, NONE },
  { AT (12, 0), 60, NONE, NONE },
  { NONE, 45, NONE, NONE },
};

#define N G_N_ELEMENTS (day_plan)

static void
test_plan (void)
{
  PlenumAgendaTime times[N];
  PlenumAgendaDay day;

  plenum_agenda_compute (day_plan, N, AT (8, 0), times, &day);
  g_assert_cmpint (times[1].planned_start, ==, AT (9, 30));
  g_assert_cmpint (times[1].planned_end, ==, AT (11, 0));
  g_assert_cmpint (times[2].planned_start, ==, AT (12, 0));
  g_assert_cmpint (times[2].slack, ==, 60 * MINUTE);
  g_assert_cmpint (times[3].expected_end, ==, AT (13, 45));
  g_assert_cmpint (day.end, ==, AT (13, 45));
  g_assert_cmpint (day.running, ==, -1);
  g_assert_cmpint (day.next, ==, 0);
  /* Nothing is late before it has begun. */
  g_assert_cmpint (day.drift, ==, NONE);
  plenum_agenda_compute (day_plan, N, AT (10, 0), times, &day);
  g_assert_cmpint (day.drift, ==, NONE);
}

static void
test_backwards_and_overlap (void)
{
  const PlenumAgendaStep steps[] = { { NONE, 20, NONE, NONE }, { NONE, 10, NONE, NONE }, { AT (10, 0), 60, NONE, NONE },
                                     { AT (10, 45), 5, NONE, NONE } };
  PlenumAgendaTime times[4];
  PlenumAgendaDay day;

  plenum_agenda_compute (steps, 4, AT (8, 0), times, &day);
  g_assert_cmpint (times[0].planned_start, ==, AT (9, 30));
  g_assert_cmpint (times[1].planned_start, ==, AT (9, 50));
  g_assert_cmpint (times[3].slack, ==, -15 * MINUTE);
  g_assert_cmpint (times[3].planned_start, ==, AT (10, 45));
}

/* The delay goes from step to step, and lunch takes it up. */
static void
test_late (void)
{
  PlenumAgendaStep steps[N];
  PlenumAgendaTime times[N];
  PlenumAgendaDay day;

  memcpy (steps, day_plan, sizeof steps);
  steps[0].started = AT (9, 10);
  plenum_agenda_compute (steps, N, AT (9, 20), times, &day);
  g_assert_cmpint (day.running, ==, 0);
  g_assert_cmpint (day.next, ==, 1);
  g_assert_cmpint (day.drift, ==, 10 * MINUTE);
  g_assert_cmpint (times[1].expected_start, ==, AT (9, 40));
  g_assert_cmpint (times[2].expected_start, ==, AT (12, 0));
  g_assert_cmpint (day.end, ==, AT (13, 45));

  /* It goes on for longer than planned: as long as now. */
  plenum_agenda_compute (steps, N, AT (10, 50), times, &day);
  g_assert_cmpint (day.drift, ==, 80 * MINUTE);
  g_assert_cmpint (times[1].expected_start, ==, AT (10, 50));
  g_assert_cmpint (times[2].expected_start, ==, AT (12, 20));
  g_assert_cmpint (day.end, ==, AT (14, 5));
}

static void
test_between (void)
{
  PlenumAgendaStep steps[N];
  PlenumAgendaTime times[N];
  PlenumAgendaDay day;

  /* Over, and the next has not begun: each minute counts, but before lunch none does. */
  memcpy (steps, day_plan, sizeof steps);
  steps[0].started = AT (9, 0);
  steps[0].finished = AT (9, 20);
  plenum_agenda_compute (steps, N, AT (9, 25), times, &day);
  g_assert_cmpint (day.drift, ==, -5 * MINUTE);
  plenum_agenda_compute (steps, N, AT (9, 42), times, &day);
  g_assert_cmpint (day.drift, ==, 12 * MINUTE);
  steps[1].started = AT (9, 42);
  steps[1].finished = AT (11, 15);
  plenum_agenda_compute (steps, N, AT (11, 20), times, &day);
  g_assert_cmpint (day.running, ==, -1);
  g_assert_cmpint (day.next, ==, 2);
  g_assert_cmpint (day.drift, ==, 0);

  /* All over. */
  steps[2].started = AT (12, 0);
  steps[2].finished = AT (13, 0);
  steps[3].started = AT (13, 0);
  steps[3].finished = AT (13, 50);
  plenum_agenda_compute (steps, N, AT (18, 0), times, &day);
  g_assert_cmpint (day.next, ==, -1);
  g_assert_cmpint (day.drift, ==, 5 * MINUTE);
  g_assert_cmpint (day.end, ==, AT (13, 50));
}

static void
test_skipped (void)
{
  PlenumAgendaStep steps[N];
  PlenumAgendaTime times[N];
  PlenumAgendaDay day;

  memcpy (steps, day_plan, sizeof steps);
  steps[0].started = AT (9, 0);
  steps[2].started = AT (11, 0);
  plenum_agenda_compute (steps, N, AT (11, 10), times, &day);
  /* Of two that nobody ended the later goes on. */
  g_assert_cmpint (day.running, ==, 2);
  g_assert_cmpint (times[0].state, ==, PLENUM_STEP_DONE);
  g_assert_cmpint (times[0].expected_end, ==, AT (9, 0));
  g_assert_cmpint (times[1].state, ==, PLENUM_STEP_SKIPPED);
  g_assert_cmpint (times[1].expected_start, ==, NONE);
  g_assert_cmpint (times[3].state, ==, PLENUM_STEP_PENDING);
  g_assert_cmpint (day.drift, ==, -60 * MINUTE);
  g_assert_cmpint (day.end, ==, AT (12, 45));
}

static void
test_without_a_time_of_day (void)
{
  PlenumAgendaStep steps[] = { { NONE, 10, NONE, NONE }, { NONE, 20, NONE, NONE } };
  PlenumAgendaTime times[2];
  PlenumAgendaDay day;

  plenum_agenda_compute (steps, 2, AT (9, 0), times, &day);
  g_assert_cmpint (times[0].planned_start, ==, NONE);
  g_assert_cmpint (times[1].expected_end, ==, NONE);
  g_assert_cmpint (day.end, ==, NONE);

  steps[0].started = AT (9, 3);
  plenum_agenda_compute (steps, 2, AT (9, 20), times, &day);
  g_assert_cmpint (times[0].planned_start, ==, AT (9, 3));
  g_assert_cmpint (day.drift, ==, 7 * MINUTE);
  g_assert_cmpint (day.end, ==, AT (9, 40));

  plenum_agenda_compute (NULL, 0, AT (9, 0), NULL, &day);
  g_assert_cmpint (day.end, ==, NONE);
  g_assert_cmpint (day.next, ==, -1);
}

/* Whatever happens: what is to come follows without overlap, nothing that has to wait
 * begins early, nothing begins in the past, and what is over stays as it was. */
static void
test_any_day (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);

  for (guint run = 0; run < 5000; run++)
    {
      PlenumAgendaStep steps[8];
      PlenumAgendaTime times[8];
      PlenumAgendaDay day;
      guint n = 1 + g_rand_int_range (random, 0, 8);
      gint64 now = AT (8, 0) + g_rand_int_range (random, 0, 600) * (gint64) MINUTE;
      gint64 before = NONE;

      for (guint i = 0; i < n; i++)
        {
          gboolean begun = g_rand_int_range (random, 0, 3) == 0;

          steps[i].start = g_rand_int_range (random, 0, 3) == 0 ? AT (8, 0) + g_rand_int_range (random, 0, 600) * (gint64) MINUTE : NONE;
          steps[i].minutes = 1 + g_rand_int_range (random, 0, 120);
          steps[i].started = begun ? now - g_rand_int_range (random, 0, 300) * (gint64) MINUTE : NONE;
          steps[i].finished = begun && g_rand_int_range (random, 0, 2) == 0 ? steps[i].started : NONE;
        }
      plenum_agenda_compute (steps, n, now, times, &day);

      for (guint i = 0; i < n; i++)
        {
          if (times[i].state == PLENUM_STEP_DONE)
            g_assert_cmpint (times[i].expected_start, ==, steps[i].started);
          if (times[i].state != PLENUM_STEP_PENDING)
            continue;
          if (before != NONE)
            g_assert_cmpint (times[i].expected_start, >=, before);
          if (times[i].expected_start != NONE && steps[i].start != NONE)
            g_assert_cmpint (times[i].expected_start, >=, steps[i].start);
          if (day.drift != NONE)
            g_assert_cmpint (times[i].expected_start, >=, now);
          before = day.drift != NONE ? times[i].expected_end : NONE;
        }
      if (day.running >= 0)
        g_assert_cmpint (times[day.running].expected_end, >=, now);
    }
}

static void
test_clock (void)
{
  const char * const wrong[] = { "", "9", "9:3", "24:00", "12:60", "012:00", "9.30", " 9:30", "9:30 ", "-1:00", "9:300", "٩:٣٠" };
  guint hour = 77, minute = 77;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (plenum_agenda_parse_clock (wrong[i], &hour, &minute));
  g_assert_cmpuint (hour, ==, 77);
  g_assert_cmpuint (minute, ==, 77);
  g_assert_true (plenum_agenda_parse_clock ("9:30", &hour, &minute));
  g_assert_cmpuint (hour * 60 + minute, ==, 570);
  g_assert_true (plenum_agenda_parse_clock ("23:59", &hour, &minute));
  g_assert_cmpuint (hour * 60 + minute, ==, 1439);
}

static void
assert_line (const char *line, const char *name, const char *start, guint minutes)
{
  g_autofree char *clock = NULL;
  guint length = 30;
  g_autofree char *title = plenum_agenda_parse_line (line, &clock, &length);

  g_assert_cmpstr (title, ==, name);
  g_assert_cmpstr (clock, ==, start);
  g_assert_cmpuint (length, ==, minutes);
}

static void
test_line (void)
{
  assert_line ("Arrival", "Arrival", NULL, 30);
  assert_line (" Arrival ; 45 ", "Arrival", NULL, 45);
  assert_line ("9:30 Arrival; 45", "Arrival", "09:30", 45);
  assert_line ("12:00\tLunch", "Lunch", "12:00", 30);
  assert_line ("Ask; listen", "Ask; listen", NULL, 30);
  assert_line ("Ask; listen; 5", "Ask; listen", NULL, 5);
  assert_line ("Too long; 1441", "Too long; 1441", NULL, 30);
  assert_line ("None; 0", "None; 0", NULL, 30);
  assert_line ("25:00 h", "25:00 h", NULL, 30);
  assert_line ("9:30", "9:30", NULL, 30);
  assert_line ("", NULL, NULL, 30);
  assert_line ("  ", NULL, NULL, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/plan", test_plan);
  g_test_add_func ("/agenda/backwards-and-overlap", test_backwards_and_overlap);
  g_test_add_func ("/agenda/late", test_late);
  g_test_add_func ("/agenda/between", test_between);
  g_test_add_func ("/agenda/skipped", test_skipped);
  g_test_add_func ("/agenda/without-a-time-of-day", test_without_a_time_of_day);
  g_test_add_func ("/agenda/any-day", test_any_day);
  g_test_add_func ("/agenda/clock", test_clock);
  g_test_add_func ("/agenda/line", test_line);
  return g_test_run ();
}
