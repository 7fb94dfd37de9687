/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as people and programs write them into tables. */
#include "plenum-table-value.h"

#include <stdio.h>
#include <string.h>

#include "plenum-fold.h"

static gboolean
parse_epoch (const char *text, gint64 *time)
{
  gsize length = strlen (text);
  gint64 value;

  if (strspn (text, "0123456789") != length || length < 9 || length > 14)
    return FALSE;

  value = g_ascii_strtoll (text, NULL, 10);
  *time = length >= 12 ? value : value * 1000; /* 12 digits of seconds are the year 5138 */

  return TRUE;
}

/* 13.09.2017, with 8:08 or 08:08:40 after it. A table without a time zone is
 * read the same on every computer: as UTC. */
static gboolean
parse_german (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) date = NULL;
  int day, month, year, hour = 0, minute = 0, second = 0;
  int used = 0;

  if (sscanf (text, "%2d.%2d.%4d%n", &day, &month, &year, &used) != 3 || used == 0)
    return FALSE;
  text += used + strspn (text + used, " ,");
  if (*text != '\0' && sscanf (text, "%2d:%2d:%2d", &hour, &minute, &second) < 2)
    return FALSE;

  date = g_date_time_new_utc (year < 100 ? year + 2000 : year, month, day, hour, minute, second);
  if (date == NULL)
    return FALSE;
  *time = g_date_time_to_unix (date) * 1000;

  return TRUE;
}

/* ISO 8601 of what is almost that: a date alone, "2024-05-06 09:12", and how Ruby
 * writes times, "2024-05-06 09:12:33 +0200" or "… UTC". */
static char *
complete (const char *text)
{
  g_autoptr (GString) whole = g_string_new (text);

  if (whole->len == 10)
    g_string_append (whole, "T00:00:00");
  else if (whole->len == 16)
    g_string_append (whole, ":00");
  g_string_replace (whole, " UTC", "Z", 1);
  g_string_replace (whole, " +", "+", 1);
  g_string_replace (whole, " -", "-", 1);

  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/**
 * plenum_table_parse_time:
 * @text: a time in ISO 8601, as German dates are written, or counted since 1970
 * @time: (out): milliseconds since 1970; untouched if there is none
 *
 * Returns: whether @text is a time
 */
gboolean
plenum_table_parse_time (const char *text, gint64 *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (parse_epoch (stripped, time) || parse_german (stripped, time))
    return TRUE;

  whole = complete (stripped);
  date = g_date_time_new_from_iso8601 (whole, utc);
  if (date == NULL)
    return FALSE;
  *time = g_date_time_to_unix (date) * 1000 + g_date_time_get_microsecond (date) / 1000;

  return TRUE;
}

/**
 * plenum_table_parse_kind:
 *
 * Returns: (nullable): the kind of idea that @text names in English or German
 */
const char *
plenum_table_parse_kind (const char *text)
{
  static const struct { const char *name; const char *kind; } kinds[] = {
    { "idea", "idea" }, { "idee", "idea" }, { "vorschlag", "idea" }, { "proposal", "idea" },
    { "need", "need" }, { "bedarf", "need" }, { "question", "question" }, { "frage", "question" },
    { "resource", "resource" }, { "ressource", "resource" }, { "angebot", "resource" },
    { "remark", "remark" }, { "anmerkung", "remark" }, { "hinweis", "remark" },
    { "lesson", "lesson" }, { "lernpunkt", "lesson" },
  };
  g_autofree char *folded = plenum_fold_plain (text);

  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, folded) == 0)
      return kinds[i].kind;

  return NULL;
}
