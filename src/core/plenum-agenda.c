/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of a workshop: when each step was to begin, and when it will, as things
 * stand. A delay is handed on from step to step until one that has to begin at a
 * certain time leaves room for it. */
#include "plenum-agenda.h"

#include <string.h>

#define NONE PLENUM_AGENDA_NONE

static gint64
duration (const PlenumAgendaStep *step)
{
  return (gint64) step->minutes * 60 * 1000;
}

/* Two copies of a workshop may have begun a step each: the later one is going on. */
static int
find_running (const PlenumAgendaStep *steps, guint n_steps)
{
  int running = -1;

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].started != NONE && steps[i].finished == NONE
        && (running < 0 || steps[i].started >= steps[running].started))
      running = i;

  return running;
}

static void
find_states (const PlenumAgendaStep *steps, guint n_steps, int running, PlenumAgendaTime *times)
{
  gboolean later = FALSE;

  for (guint i = n_steps; i-- > 0;)
    {
      gboolean begun = steps[i].started != NONE || steps[i].finished != NONE;

      times[i].state = (int) i == running ? PLENUM_STEP_RUNNING
                       : begun            ? PLENUM_STEP_DONE
                       : later            ? PLENUM_STEP_SKIPPED
                                          : PLENUM_STEP_PENDING;
      later = later || begun;
    }
}

/* A time of day anywhere gives one to all; without any, what really began first does. */
static gboolean
find_anchor (const PlenumAgendaStep *steps, guint n_steps, guint *anchor, gint64 *moment)
{
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].start != NONE)
      {
        *anchor = i;
        *moment = steps[i].start;
        return TRUE;
      }
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].started != NONE)
      {
        *anchor = i;
        *moment = steps[i].started;
        return TRUE;
      }

  return FALSE;
}

static void
plan (const PlenumAgendaStep *steps, guint n_steps, PlenumAgendaTime *times)
{
  guint anchor;
  gint64 moment;

  for (guint i = 0; i < n_steps; i++)
    {
      times[i].planned_start = times[i].planned_end = NONE;
      times[i].slack = 0;
    }
  if (!find_anchor (steps, n_steps, &anchor, &moment))
    return;

  times[anchor].planned_start = moment;
  for (guint i = anchor; i-- > 0;)
    times[i].planned_start = times[i + 1].planned_start - duration (&steps[i]);
  for (guint i = 0; i < n_steps; i++)
    {
      if (i > anchor)
        {
          times[i].planned_start = steps[i].start != NONE ? steps[i].start : times[i - 1].planned_end;
          times[i].slack = times[i].planned_start - times[i - 1].planned_end;
        }
      times[i].planned_end = times[i].planned_start + duration (&steps[i]);
    }
}

static void
expect_begun (const PlenumAgendaStep *step, gint64 now, PlenumAgendaTime *time)
{
  if (time->state == PLENUM_STEP_RUNNING)
    {
      time->expected_start = step->started;
      time->expected_end = MAX (step->started + duration (step), now);
      return;
    }

  time->expected_end = step->finished != NONE ? step->finished : step->started;
  time->expected_start = step->started != NONE ? step->started : step->finished;
}

/* @cursor is when the steps before are over, or unknown while none has begun. */
static void
expect_pending (const PlenumAgendaStep *step, gint64 cursor, PlenumAgendaTime *time)
{
  if (cursor == NONE)
    time->expected_start = time->planned_start;
  else
    time->expected_start = step->start != NONE ? MAX (step->start, cursor) : cursor;
  time->expected_end = time->expected_start != NONE ? time->expected_start + duration (step) : NONE;
}

/**
 * plenum_agenda_compute:
 * @steps: in their order
 * @now: milliseconds since 1970
 * @times: (out caller-allocates): what follows for each
 * @day: (out caller-allocates): and for all
 *
 * Steps follow each other, but for those that have to begin at a certain time: they
 * do not begin earlier, and later only where the one before is not over. A step that
 * goes on for longer than planned is expected to end now. What was never begun takes
 * no time once a later step was. No source: it is how people read such a plan.
 */
void
plenum_agenda_compute (const PlenumAgendaStep *steps, guint n_steps, gint64 now, PlenumAgendaTime *times, PlenumAgendaDay *day)
{
  gint64 cursor = NONE;
  int last = -1;

  *day = (PlenumAgendaDay) { find_running (steps, n_steps), -1, NONE, NONE };
  find_states (steps, n_steps, day->running, times);
  plan (steps, n_steps, times);

  for (guint i = 0; i < n_steps; i++)
    {
      PlenumAgendaTime *time = &times[i];

      if (time->state == PLENUM_STEP_SKIPPED)
        {
          time->expected_start = time->expected_end = NONE;
          continue;
        }
      if (time->state == PLENUM_STEP_PENDING)
        {
          if (day->next < 0)
            {
              day->next = i;
              cursor = cursor != NONE ? MAX (cursor, now) : NONE;
            }
          expect_pending (&steps[i], cursor, time);
        }
      else
        {
          expect_begun (&steps[i], now, time);
          last = i;
        }
      cursor = time->state == PLENUM_STEP_PENDING ? time->expected_end : MAX (cursor, time->expected_end);
    }

  day->end = cursor;
  if (last < 0)
    return;
  if (day->running >= 0)
    day->drift = times[day->running].expected_end - times[day->running].planned_end;
  else if (day->next >= 0)
    day->drift = times[day->next].expected_start - times[day->next].planned_start;
  else
    day->drift = times[last].expected_end - times[last].planned_end;
}

/**
 * plenum_agenda_parse_clock:
 * @clock: "9:30" or "09:30", as 24 hours
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Returns: %FALSE, with @hour and @minute untouched, where it is no time of day
 */
gboolean
plenum_agenda_parse_clock (const char *clock, guint *hour, guint *minute)
{
  gsize digits = strspn (clock, "0123456789");
  const char *rest = clock + digits;
  guint64 hours, minutes;

  if (digits < 1 || digits > 2 || *rest != ':' || strspn (rest + 1, "0123456789") != 2 || rest[3] != '\0')
    return FALSE;

  hours = g_ascii_strtoull (clock, NULL, 10);
  minutes = g_ascii_strtoull (rest + 1, NULL, 10);
  if (hours > 23 || minutes > 59)
    return FALSE;

  *hour = hours;
  *minute = minutes;
  return TRUE;
}

/* "45" at the end of a line, after its last semicolon. */
static gboolean
parse_minutes (const char *text, guint *minutes)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  guint64 value;

  if (strlen (number) > 4 || !g_ascii_string_to_unsigned (number, 10, 1, 1440, &value, NULL))
    return FALSE;

  *minutes = value;
  return TRUE;
}

/**
 * plenum_agenda_parse_line:
 * @line: "9:30 Arrival; 30", where the time of day and the minutes may be missing
 * @start: (out) (transfer full) (nullable): the time of day, or %NULL
 * @minutes: (out): untouched where none are said
 *
 * What is neither a time of day nor minutes belongs to the name.
 *
 * Returns: (transfer full) (nullable): the name of a step, or %NULL where there is none
 */
char *
plenum_agenda_parse_line (const char *line, char **start, guint *minutes)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  char *semicolon = strrchr (text, ';');
  char *space = text + strcspn (text, " \t");
  g_autofree char *clock = g_strndup (text, space - text);
  char *name = text;
  guint hour, minute;

  *start = NULL;
  if (semicolon != NULL && parse_minutes (semicolon + 1, minutes))
    *semicolon = '\0';
  if (*space != '\0' && plenum_agenda_parse_clock (clock, &hour, &minute))
    {
      *start = g_strdup_printf ("%02u:%02u", hour, minute);
      name = space;
    }
  name = g_strstrip (name);
  if (*name != '\0')
    return g_strdup (name);

  g_clear_pointer (start, g_free);
  return NULL;
}
