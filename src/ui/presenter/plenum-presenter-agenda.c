/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agenda for the room: what goes on and until when, or all that is to come. What is
 * written for those who lead it, and how far behind they are, is not for the beamer. */
#include "plenum-presenter-agenda.h"

#include <glib/gi18n.h>

#include "plenum-format.h"

static const char *
get_title (PlenumAgendaModel *agenda, guint i)
{
  return plenum_record_get_text (plenum_agenda_model_get_step (agenda, i), PLENUM_STEP_TITLE);
}

static char *
describe_rest (PlenumAgendaModel *agenda, const PlenumAgendaDay *day)
{
  g_autofree char *end = plenum_format_time_of_day (plenum_agenda_model_get_time (agenda, day->running)->expected_end);
  /* Translators: on the beamer: the time of day at which the present step of the agenda ends. */
  g_autofree char *until = g_strdup_printf (_("until %s"), end);

  if (day->next < 0)
    return g_steal_pointer (&until);

  /* Translators: on the beamer, below the present step of the agenda: when it ends, and in a line of
   * its own what comes next. */
  return g_strdup_printf (_("%s\n\nthen: %s"), until, get_title (agenda, day->next));
}

static void
show_all (PlenumPresenterSlide *slide, PlenumAgendaModel *agenda)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (plenum_agenda_model_get_workshop (agenda));
  g_autoptr (GPtrArray) clocks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plenum_agenda_model_get_n (agenda); i++)
    {
      const PlenumAgendaTime *time = plenum_agenda_model_get_time (agenda, i);

      if (time->state != PLENUM_STEP_PENDING)
        continue;
      g_ptr_array_add (titles, g_strdup (get_title (agenda, i)));
      g_ptr_array_add (clocks, time->expected_start != PLENUM_AGENDA_NONE ? plenum_format_time_of_day (time->expected_start)
                                                                          : g_strdup_printf ("%u", titles->len));
    }
  plenum_presenter_slide_set_lines (slide, workshop != NULL ? plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE) : "",
                                    clocks, titles);
}

/**
 * plenum_presenter_agenda_show:
 *
 * Shows the step that goes on, or where none does, those that are to come.
 */
void
plenum_presenter_agenda_show (PlenumPresenterSlide *slide, PlenumAgendaModel *agenda)
{
  const PlenumAgendaDay *day = plenum_agenda_model_get_day (agenda);
  g_autofree char *rest = day->running >= 0 ? describe_rest (agenda, day) : NULL;

  if (day->running < 0)
    show_all (slide, agenda);
  else
    plenum_presenter_slide_set_text (slide, get_title (agenda, day->running), rest);
}
