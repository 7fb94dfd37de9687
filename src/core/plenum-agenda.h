/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment that is not known. */
#define PLENUM_AGENDA_NONE G_MININT64

typedef enum
{
  PLENUM_STEP_PENDING,
  PLENUM_STEP_RUNNING,
  PLENUM_STEP_DONE,
  PLENUM_STEP_SKIPPED, /* never begun, and one after it was */
} PlenumStepState;

/* A step as it was planned and as it went. Moments are milliseconds since 1970. */
typedef struct
{
  gint64 start;    /* when it has to begin, or PLENUM_AGENDA_NONE: after the one before */
  guint  minutes;
  gint64 started;  /* or PLENUM_AGENDA_NONE */
  gint64 finished; /* or PLENUM_AGENDA_NONE */
} PlenumAgendaStep;

/* What follows for it. */
typedef struct
{
  PlenumStepState state;
  gint64          planned_start;  /* PLENUM_AGENDA_NONE in a plan without a time of day */
  gint64          planned_end;
  gint64          expected_start; /* the real one, where it has begun; PLENUM_AGENDA_NONE if skipped */
  gint64          expected_end;   /* the real one, where it is done */
  gint64          slack;          /* from the planned end of the step before; below 0 the two overlap */
} PlenumAgendaTime;

/* And for the whole day. */
typedef struct
{
  int    running; /* the number of a step, or -1 */
  int    next;    /* of the one that comes then, or -1 */
  gint64 drift;   /* how much later than planned: below 0 is earlier; PLENUM_AGENDA_NONE before it begins */
  gint64 end;     /* when the last step will be over */
} PlenumAgendaDay;

void     plenum_agenda_compute     (const PlenumAgendaStep *steps,
                                    guint                   n_steps,
                                    gint64                  now,
                                    PlenumAgendaTime       *times,
                                    PlenumAgendaDay        *day);
gboolean plenum_agenda_parse_clock (const char             *clock,
                                    guint                  *hour,
                                    guint                  *minute);
char    *plenum_agenda_parse_line  (const char             *line,
                                    char                  **start,
                                    guint                  *minutes);

G_END_DECLS
