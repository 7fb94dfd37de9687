/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column of the participants' table shows, takes and sorts by. Knows
 * no widget, so that typing, pasting and sorting are one rule in one place. */
#include "plenum-participant-column.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "plenum-fold.h"
#include "plenum-sector.h"

typedef struct
{
  const char       *title;
  const char       *others; /* titles that spreadsheets have instead, lower case */
  PlenumColumnKind  kind;
  guint             field;
  int               width;
} Column;

static const Column columns[PLENUM_N_COLUMNS] = {
  [PLENUM_COLUMN_NAME] = { NC_("column", "Name"), "name,full name,teilnehmende,teilnehmer,person",
                           PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_NAME, 150 },
  [PLENUM_COLUMN_ORGANISATION] = { NC_("column", "Organisation"), "organisation,organization,institution",
                                   PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_ORGANISATION, 150 },
  [PLENUM_COLUMN_SECTOR] = { NC_("column", "Sector"), "sector,sektor",
                             PLENUM_COLUMN_CHOICE, PLENUM_PARTICIPANT_SECTOR, 158 },
  [PLENUM_COLUMN_ROLE] = { NC_("column", "Role"), "role,rolle,funktion",
                           PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_ROLE, 84 },
  [PLENUM_COLUMN_OFFERS] = { NC_("column", "Offers"), "offers,bietet",
                             PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_OFFERS, 100 },
  [PLENUM_COLUMN_SEEKS] = { NC_("column", "Seeks"), "seeks,sucht",
                            PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_SEEKS, 100 },
  [PLENUM_COLUMN_EMAIL] = { NC_("column", "Email"), "email,e-mail,mail",
                            PLENUM_COLUMN_TEXT, PLENUM_PARTICIPANT_EMAIL, 180 },
  [PLENUM_COLUMN_PRESENT] = { NC_("column", "Present"), "present,anwesend,presence,anwesenheit",
                              PLENUM_COLUMN_SWITCH, PLENUM_PARTICIPANT_PRESENT, 76 },
  [PLENUM_COLUMN_CONSENT] = { NC_("column", "Consent"), "consent,einwilligung",
                              PLENUM_COLUMN_DATE, PLENUM_PARTICIPANT_CONSENT, 140 },
};

PlenumColumnKind
plenum_column_get_kind (PlenumColumnId column)
{
  g_return_val_if_fail (column < PLENUM_N_COLUMNS, PLENUM_COLUMN_TEXT);

  return columns[column].kind;
}

/**
 * plenum_participant_column_get_id:
 *
 * Returns: (transfer none): the name of the field it shows
 */
const char *
plenum_participant_column_get_id (PlenumColumnId column)
{
  g_return_val_if_fail (column < PLENUM_N_COLUMNS, NULL);

  return plenum_type_get_info (PLENUM_PARTICIPANT)->fields[columns[column].field].name;
}

/**
 * plenum_participant_column_get_title:
 *
 * Returns: (transfer none): the title in the user's language
 */
const char *
plenum_participant_column_get_title (PlenumColumnId column)
{
  g_return_val_if_fail (column < PLENUM_N_COLUMNS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title);
}

/**
 * plenum_column_get_width:
 *
 * Returns: how wide the column is at first, in pixels
 */
int
plenum_column_get_width (PlenumColumnId column)
{
  g_return_val_if_fail (column < PLENUM_N_COLUMNS, 0);

  return columns[column].width;
}

/**
 * plenum_column_find:
 * @title: the title of a spreadsheet's column, in English, German or the user's language
 * @column: (out): the column it means; untouched if there is none
 *
 * Returns: whether there is one
 */
gboolean
plenum_column_find (const char *title, PlenumColumnId *column)
{
  g_autofree char *text = g_strstrip (g_utf8_strdown (title, -1));

  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    {
      g_autofree char *own = g_utf8_strdown (plenum_participant_column_get_title (i), -1);
      g_auto (GStrv) others = g_strsplit (columns[i].others, ",", -1);

      if (strcmp (text, own) == 0 || g_strv_contains ((const char *const *) others, text))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * plenum_participant_name:
 *
 * Returns: (transfer none): the name, or the pseudonym where there is none;
 *   empty where there is neither
 */
const char *
plenum_participant_name (PlenumRecord *participant)
{
  const char *name = plenum_record_get_text (participant, PLENUM_PARTICIPANT_NAME);

  if (name == NULL || *name == '\0')
    name = plenum_record_get_text (participant, PLENUM_PARTICIPANT_PSEUDONYM);

  return name != NULL ? name : "";
}

/* ISO dates, so that what is copied can be pasted again in any language. */
static char *
date_to_text (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time / 1000);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

/**
 * plenum_column_get_text:
 *
 * Returns: (transfer full): the cell as it is edited, copied and searched; never %NULL
 */
char *
plenum_column_get_text (PlenumColumnId column, PlenumRecord *participant)
{
  guint field = columns[column].field;

  switch (columns[column].kind)
    {
    case PLENUM_COLUMN_CHOICE:
      return g_strdup (plenum_sector_get_name (plenum_record_get_text (participant, field)));

    case PLENUM_COLUMN_SWITCH:
      return g_strdup (plenum_record_get_integer (participant, field) ? C_("presence", "yes") : "");

    case PLENUM_COLUMN_DATE:
      return plenum_record_is_null (participant, field)
             ? g_strdup ("") : date_to_text (plenum_record_get_integer (participant, field));

    case PLENUM_COLUMN_TEXT:
    default:
      if (column == PLENUM_COLUMN_NAME)
        return g_strdup (plenum_participant_name (participant));
      return g_strdup (plenum_record_get_text (participant, field) != NULL
                       ? plenum_record_get_text (participant, field) : "");
    }
}

static gboolean
means_no (const char *text)
{
  static const char *const words[] = { "", "0", "-", "–", "no", "n", "nein", "false", "falsch", "abwesend", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_strv_contains (words, lower);
}

/* "2026-11-23" or "23.11.2026" is that day at noon, so that no time zone makes
 * it another; any other word that is no "no" is now. */
static gint64
parse_date (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) == 3
      || sscanf (text, "%2d.%2d.%4d", &day, &month, &year) == 3)
    date = g_date_time_new_local (year, month, day, 12, 0, 0);

  return date != NULL ? g_date_time_to_unix (date) * 1000 : g_get_real_time () / 1000;
}

static void
set_plain (PlenumRecord *participant, guint field, const char *text)
{
  plenum_record_set_text (participant, field, *text != '\0' ? text : NULL);
}

/* One line: a cell pasted from a spreadsheet may hold several. */
static char *
one_line (const char *text)
{
  char *line = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *c = line; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';

  return g_strstrip (line);
}

static void
apply_text (PlenumColumnId column, PlenumRecord *participant, const char *text)
{
  guint field = columns[column].field;
  g_autofree char *sector = NULL;

  switch (columns[column].kind)
    {
    case PLENUM_COLUMN_CHOICE:
      sector = plenum_sector_parse (text);
      plenum_record_set_text (participant, field, sector);
      break;

    case PLENUM_COLUMN_SWITCH:
      plenum_record_set_integer (participant, field, !means_no (text));
      break;

    case PLENUM_COLUMN_DATE:
      if (means_no (text))
        plenum_record_set_null (participant, field);
      else
        plenum_record_set_integer (participant, field, parse_date (text));
      break;

    case PLENUM_COLUMN_TEXT:
    default:
      set_plain (participant, field, text);
    }
}

/**
 * plenum_column_set_text:
 * @participant: a copy that is ours to change
 * @text: (nullable): what was typed or pasted
 *
 * Takes what plenum_column_get_text() gives, and what people write instead.
 *
 * Returns: whether anything differs from before
 */
gboolean
plenum_column_set_text (PlenumColumnId column, PlenumRecord *participant, const char *text)
{
  g_autofree char *line = one_line (text);
  g_autofree char *before = NULL;
  g_autoptr (PlenumRecord) old = NULL;

  g_return_val_if_fail (column < PLENUM_N_COLUMNS, FALSE);

  before = plenum_column_get_text (column, participant);
  if (strcmp (before, line) == 0)
    return FALSE;

  old = plenum_record_copy (participant, plenum_record_get_id (participant));
  apply_text (column, participant, line);

  return !plenum_record_field_equal (old, participant, columns[column].field);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* Empty cells come last, as they do in a spreadsheet. */
static int
compare_texts (const char *a, const char *b)
{
  g_autofree char *a_key = NULL;
  g_autofree char *b_key = NULL;

  if (*a == '\0' || *b == '\0')
    return (*a == '\0') - (*b == '\0');

  a_key = g_utf8_collate_key_for_filename (a, -1);
  b_key = g_utf8_collate_key_for_filename (b, -1);

  return strcmp (a_key, b_key);
}

/**
 * plenum_column_compare:
 *
 * Returns: below, at or above 0, as @a comes before, with or after @b
 */
int
plenum_column_compare (PlenumColumnId column, PlenumRecord *a, PlenumRecord *b)
{
  guint field = columns[column].field;
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;

  if (columns[column].kind == PLENUM_COLUMN_SWITCH || columns[column].kind == PLENUM_COLUMN_DATE)
    return -compare_numbers (plenum_record_get_integer (a, field), plenum_record_get_integer (b, field));

  a_text = plenum_column_get_text (column, a);
  b_text = plenum_column_get_text (column, b);

  return compare_texts (a_text, b_text);
}

/**
 * plenum_participant_match:
 * @query: words that must all be somewhere in what the table can show
 *
 * Addresses are kept out of sight, so they are not searched either.
 *
 * Returns: whether @participant stays when the table is filtered
 */
gboolean
plenum_participant_match (PlenumRecord *participant, const char *query)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    if (i != PLENUM_COLUMN_EMAIL && columns[i].kind != PLENUM_COLUMN_SWITCH)
      {
        g_autofree char *text = plenum_column_get_text (i, participant);

        g_string_append_printf (all, "%s\n", text);
      }

  return plenum_fold_contains (all->str, query);
}
