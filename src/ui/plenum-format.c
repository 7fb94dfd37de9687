/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and numbers as people here write them. */
#include "plenum-format.h"

#include <glib/gi18n.h>

/**
 * plenum_format_number:
 *
 * Returns: (transfer full): @number with the locale's thousands separators
 */
char *
plenum_format_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static GDateTime *
parse_date (const char *date)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *text = g_strconcat (date, "T12:00:00", NULL);

  return g_date_time_new_from_iso8601 (text, here);
}

/**
 * plenum_format_date:
 * @date: (nullable): a day, as "2026-11-23"
 *
 * Returns: (transfer full) (nullable): the day in words, @date itself where it
 *   is none, or %NULL for %NULL
 */
char *
plenum_format_date (const char *date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == NULL || *date == '\0')
    return NULL;

  day = parse_date (date);
  if (day == NULL)
    return g_strdup (date);

  /* Translators: a day with its weekday, as g_date_time_format() writes it,
   * for example "Mon, 23 November 2026". */
  return g_date_time_format (day, _("%a, %-d %B %Y"));
}

/**
 * plenum_format_date_range:
 * @date: (nullable): the first day, as "2026-11-23"
 * @end_date: (nullable): the last day, if it is not the first
 *
 * Returns: (transfer full) (nullable): both in words, or %NULL where no day is known
 */
char *
plenum_format_date_range (const char *date, const char *end_date)
{
  g_autofree char *first = plenum_format_date (date);
  g_autofree char *last = plenum_format_date (end_date);

  if (first == NULL)
    return g_steal_pointer (&last);
  if (last == NULL || g_str_equal (date, end_date))
    return g_steal_pointer (&first);

  /* Translators: the first and the last day of a workshop. */
  return g_strdup_printf (_("%s – %s"), first, last);
}

static char *
format_local (gint64 time, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("");
}

/**
 * plenum_format_time:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): day and time of day, in the local time zone
 */
char *
plenum_format_time (gint64 time)
{
  /* Translators: a day and a time of day, as g_date_time_format() writes it,
   * for example "23 November 2026, 14:05". */
  return format_local (time, _("%-d %B %Y, %H:%M"));
}

/**
 * plenum_format_long_day:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): the day in the local time zone
 */
char *
plenum_format_long_day (gint64 time)
{
  /* Translators: a day, as g_date_time_format() writes it, for example "23 November 2026". */
  return format_local (time, _("%-d %B %Y"));
}

/**
 * plenum_format_short_time:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): day and time of day as a table has room for, in the local time zone
 */
char *
plenum_format_short_time (gint64 time)
{
  /* Translators: a day and a time of day in a narrow column, as g_date_time_format()
   * writes it, for example "23 Nov 26, 14:05". */
  return format_local (time, _("%-d %b %y, %H:%M"));
}

/**
 * plenum_format_day:
 * @time: milliseconds since 1970, UTC
 * @now: the present, in the same way
 *
 * Returns: (transfer full): the day in the local time zone, "Today" or "Yesterday" where it was one
 */
char *
plenum_format_day (gint64 time, gint64 now)
{
  g_autofree char *day = format_local (time, "%F");
  g_autofree char *today = format_local (now, "%F");
  g_autofree char *yesterday = format_local (now - 24 * 60 * 60 * 1000, "%F");

  if (g_str_equal (day, today))
    return g_strdup (_("Today"));
  if (g_str_equal (day, yesterday))
    return g_strdup (_("Yesterday"));

  return plenum_format_date (day);
}

/**
 * plenum_format_time_of_day:
 * @time: milliseconds since 1970, UTC
 *
 * Returns: (transfer full): the time of day, in the local time zone
 */
char *
plenum_format_time_of_day (gint64 time)
{
  /* Translators: a time of day, as g_date_time_format() writes it, for example "14:05". */
  return format_local (time, _("%H:%M"));
}

/**
 * plenum_format_minutes:
 *
 * Returns: (transfer full): how long something takes: "45 minutes", "2 hours", "1 h 30 min"
 */
char *
plenum_format_minutes (guint minutes)
{
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", minutes / 60), minutes / 60);

  /* Translators: hours and minutes, in short. */
  return g_strdup_printf (_("%u h %u min"), minutes / 60, minutes % 60);
}
