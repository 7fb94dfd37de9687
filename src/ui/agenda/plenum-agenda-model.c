/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a workshop in their order with the times that follow, kept up with the
 * library and with the clock. Times of day are those of the local time zone on the day
 * of the workshop, or of its second day where they begin again from the morning. */
#include "plenum-agenda-model.h"

#include <string.h>

#include "plenum-list-watch.h"

#define MINUTE (60 * 1000)

struct _PlenumAgendaModel
{
  GObject              parent_instance;

  PlenumWorkshopModel *workshop;
  GPtrArray           *watches; /* of PlenumListWatch: steps, and what they name */
  GPtrArray           *steps; /* of PlenumRecord */
  PlenumAgendaTime    *times;
  PlenumAgendaDay      day;
  gint64               now;
  guint                tick;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumAgendaModel, plenum_agenda_model, G_TYPE_OBJECT)

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  PlenumRecord *first = *(PlenumRecord * const *) a;
  PlenumRecord *second = *(PlenumRecord * const *) b;
  int order = g_strcmp0 (plenum_record_get_text (first, PLENUM_STEP_POSITION), plenum_record_get_text (second, PLENUM_STEP_POSITION));

  return order != 0 ? order : strcmp (plenum_record_get_id (first), plenum_record_get_id (second));
}

static gint64
get_moment (PlenumRecord *step, guint field)
{
  return plenum_record_is_null (step, field) ? PLENUM_AGENDA_NONE : plenum_record_get_integer (step, field);
}

static GDateTime *
parse_day (const char *date)
{
  g_autofree char *midnight = g_strconcat (date != NULL ? date : "", "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (midnight, zone);
}

/* What has begun says which day it is; before that the workshop's date does. */
static GDateTime *
find_day (PlenumAgendaModel *self)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->workshop);
  GDateTime *day = workshop != NULL ? parse_day (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE)) : NULL;
  gint64 first = PLENUM_AGENDA_NONE;
  g_autoptr (GDateTime) moment = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      gint64 started = get_moment (self->steps->pdata[i], PLENUM_STEP_STARTED);

      if (started != PLENUM_AGENDA_NONE && (first == PLENUM_AGENDA_NONE || started < first))
        first = started;
    }
  if (first == PLENUM_AGENDA_NONE && day != NULL)
    return day;

  g_clear_pointer (&day, g_date_time_unref);
  moment = first != PLENUM_AGENDA_NONE ? g_date_time_new_from_unix_local (first / 1000) : g_date_time_new_now_local ();
  return g_date_time_new_local (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                g_date_time_get_day_of_month (moment), 0, 0, 0);
}

/* How many days there are after the first. */
static int
count_days (PlenumAgendaModel *self)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->workshop);
  g_autoptr (GDateTime) first = workshop != NULL ? parse_day (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE)) : NULL;
  g_autoptr (GDateTime) last = workshop != NULL ? parse_day (plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE)) : NULL;

  return first != NULL && last != NULL ? (g_date_time_difference (last, first) + G_TIME_SPAN_HOUR) / G_TIME_SPAN_DAY : 0;
}

static void
compute (PlenumAgendaModel *self)
{
  g_autofree PlenumAgendaStep *steps = g_new (PlenumAgendaStep, self->steps->len);
  g_autoptr (GDateTime) first = find_day (self);
  int days = count_days (self), day = 0, before = -1;

  for (guint i = 0; i < self->steps->len; i++)
    {
      PlenumRecord *step = self->steps->pdata[i];
      const char *clock = plenum_record_get_text (step, PLENUM_STEP_START);
      guint hour, minute;

      steps[i] = (PlenumAgendaStep) { PLENUM_AGENDA_NONE, CLAMP (plenum_record_get_integer (step, PLENUM_STEP_MINUTES), 0, 1440),
                                      get_moment (step, PLENUM_STEP_STARTED), get_moment (step, PLENUM_STEP_FINISHED) };
      if (clock != NULL && plenum_agenda_parse_clock (clock, &hour, &minute))
        {
          g_autoptr (GDateTime) midnight = NULL;
          g_autoptr (GDateTime) start = NULL;

          if ((int) (hour * 60 + minute) < before && day < days)
            day++;
          before = hour * 60 + minute;
          midnight = g_date_time_add_days (first, day);
          start = g_date_time_new_local (g_date_time_get_year (midnight), g_date_time_get_month (midnight),
                                         g_date_time_get_day_of_month (midnight), hour, minute, 0);
          steps[i].start = g_date_time_to_unix (start) * 1000;
        }
    }

  self->now = g_get_real_time () / 1000;
  self->times = g_renew (PlenumAgendaTime, self->times, self->steps->len);
  plenum_agenda_compute (steps, self->steps->len, self->now, self->times, &self->day);
}

static void wait_for_minute (PlenumAgendaModel *self);

static gboolean
tick_cb (gpointer data)
{
  PlenumAgendaModel *self = data;

  self->tick = 0;
  compute (self);
  wait_for_minute (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* What is shown changes from minute to minute, and only on a day on which something has begun. */
static void
wait_for_minute (PlenumAgendaModel *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->day.drift == PLENUM_AGENDA_NONE || (self->day.running < 0 && self->day.next < 0))
    return;

  self->tick = g_timeout_add (MINUTE - self->now % MINUTE + 50, tick_cb, self);
}

static void
update (PlenumAgendaModel *self)
{
  GListModel *list = G_LIST_MODEL (plenum_workshop_model_get_list (self->workshop, PLENUM_STEP));

  g_ptr_array_set_size (self->steps, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->steps, g_list_model_get_item (list, i));
  g_ptr_array_sort (self->steps, compare_steps);
  compute (self);
  wait_for_minute (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plenum_agenda_model_dispose (GObject *object)
{
  PlenumAgendaModel *self = PLENUM_AGENDA_MODEL (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (plenum_agenda_model_parent_class)->dispose (object);
}

static void
plenum_agenda_model_finalize (GObject *object)
{
  PlenumAgendaModel *self = PLENUM_AGENDA_MODEL (object);

  g_ptr_array_unref (self->steps);
  g_free (self->times);

  G_OBJECT_CLASS (plenum_agenda_model_parent_class)->finalize (object);
}

static void
plenum_agenda_model_class_init (PlenumAgendaModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_agenda_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_agenda_model_finalize;

  /**
   * PlenumAgendaModel::changed:
   *
   * A step or a time is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_agenda_model_init (PlenumAgendaModel *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->watches = g_ptr_array_new_with_free_func (g_object_unref);
  self->day = (PlenumAgendaDay) { -1, -1, PLENUM_AGENDA_NONE, PLENUM_AGENDA_NONE };
}

/**
 * plenum_agenda_model_new:
 *
 * Returns: (transfer full): the agenda of @workshop
 */
PlenumAgendaModel *
plenum_agenda_model_new (PlenumWorkshopModel *workshop)
{
  static const PlenumRecordType types[] = { PLENUM_STEP, PLENUM_BOARD, PLENUM_POLL };
  PlenumAgendaModel *self = g_object_new (PLENUM_TYPE_AGENDA_MODEL, NULL);

  self->workshop = g_object_ref (workshop);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      PlenumListWatch *watch = plenum_list_watch_new (G_LIST_MODEL (plenum_workshop_model_get_list (workshop, types[i])));

      g_signal_connect_object (watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->watches, watch);
    }
  g_signal_connect_object (workshop, "notify::workshop", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

PlenumWorkshopModel *
plenum_agenda_model_get_workshop (PlenumAgendaModel *self)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self), NULL);

  return self->workshop;
}

guint
plenum_agenda_model_get_n (PlenumAgendaModel *self)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self), 0);

  return self->steps->len;
}

/**
 * plenum_agenda_model_get_step:
 * @i: from 0 to plenum_agenda_model_get_n() - 1
 *
 * Returns: (transfer none): the step
 */
PlenumRecord *
plenum_agenda_model_get_step (PlenumAgendaModel *self, guint i)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self) && i < self->steps->len, NULL);

  return self->steps->pdata[i];
}

/**
 * plenum_agenda_model_get_time:
 *
 * Returns: (transfer none): its times, until the next change
 */
const PlenumAgendaTime *
plenum_agenda_model_get_time (PlenumAgendaModel *self, guint i)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self) && i < self->steps->len, NULL);

  return &self->times[i];
}

const PlenumAgendaDay *
plenum_agenda_model_get_day (PlenumAgendaModel *self)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self), NULL);

  return &self->day;
}

/**
 * plenum_agenda_model_find:
 * @id: (nullable): of a step
 *
 * Returns: its number, or -1
 */
int
plenum_agenda_model_find (PlenumAgendaModel *self, const char *id)
{
  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self), -1);

  for (guint i = 0; i < self->steps->len; i++)
    if (g_strcmp0 (plenum_record_get_id (self->steps->pdata[i]), id) == 0)
      return i;

  return -1;
}

/**
 * plenum_agenda_model_get_left:
 *
 * Returns: how many minutes, begun ones included, the running step has; 0 where its
 *   time is over, or none is running
 */
guint
plenum_agenda_model_get_left (PlenumAgendaModel *self)
{
  PlenumRecord *step;
  gint64 end;

  g_return_val_if_fail (PLENUM_IS_AGENDA_MODEL (self), 0);

  if (self->day.running < 0)
    return 0;
  step = self->steps->pdata[self->day.running];
  end = plenum_record_get_integer (step, PLENUM_STEP_STARTED) + plenum_record_get_integer (step, PLENUM_STEP_MINUTES) * MINUTE;

  return end > self->now ? (end - self->now + MINUTE - 1) / MINUTE : 0;
}
