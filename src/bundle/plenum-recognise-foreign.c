/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which program a table or a JSON document is from, by the names in it. */
#include <string.h>

#include "plenum-foreign-columns.h"
#include "plenum-json-scanner.h"
#include "plenum-recognise.h"

/* Names between bars; a file is in the format if it has all of @needs, one of
 * @needs_any and one of @needs_more (%NULL: none is needed). */
typedef struct
{
  const char *format;
  const char *needs;
  const char *needs_any;
  const char *needs_more;
} Sign;

static const Sign table_signs[] = {
  { PLENUM_IMPORT_SENSEMAKER, "|comment-id|comment_text|", NULL, NULL },
  { PLENUM_IMPORT_TALK_TO_THE_CITY, "|comment-id|comment-body|", NULL, NULL },
  { PLENUM_IMPORT_DECIDIM, "|id|title|body|", "|participatory_space/id|component/id|state|is_amend|reference|author/name|taxonomies/id|taxonomies/ids|category/id|scope/id|", NULL },
  { PLENUM_IMPORT_PARABOL, "|reflectiongroup|content|", NULL, NULL },
  { PLENUM_IMPORT_TRELLO, "|card id|card name|list name|", NULL, NULL },
  { PLENUM_IMPORT_SCRUMLR, "|text|column|", "|note_id|noteid|parent|stack|", NULL },
  { PLENUM_IMPORT_ADHOCRACY, "|link|", "|name|title|titel|description|beschreibung|",
    "|ratings_positive|positive ratings|positive bewertungen|moderator_feedback|reference_number|reference no.|referenznr.|"
    "referenznummer|comment_count|comment count|anzahl kommentare|" },
  { PLENUM_IMPORT_CONSUL, "|id|title|description|", "|cached_votes_up|hot_score|confidence_score|heading_id|geozone_id|video_url|", NULL },
  { PLENUM_IMPORT_CONSUL, "|id|", "|title|titel|titulo|titre|titolo|titulo|",
    "|author username|usuario autor|supports|unterstutzungen|unterstutzer*innen|apoyos|soutiens|" },
};

static const Sign json_signs[] = {
  { PLENUM_IMPORT_DECIDIM, "|id|title|body|", "|participatory_space|component|state|is_amend|reference|author|taxonomies|category|", NULL },
  { PLENUM_IMPORT_SCRUMLR, "|board|", "|notes|columns|participants|votings|", NULL },
  { PLENUM_IMPORT_TRELLO, "|id|name|", "|shortlink|idorganization|labelnames|lists|cards|", NULL },
  { PLENUM_IMPORT_ADHOCRACY, "|project|", NULL, NULL },
  { PLENUM_IMPORT_ADHOCRACY, "|name|description|", "|ratings_positive|reference_number|moderator_feedback|", NULL },
  { PLENUM_IMPORT_CONSUL, "|title|", "|description|summary|", "|cached_votes_up|public_author|hot_score|confidence_score|geozone|heading|" },
  { PLENUM_IMPORT_CONSUL, NULL, "|proposals|investments|budget_investments|data|", NULL },
};

static guint
count_found (GHashTable *names, const char *wanted, guint *n)
{
  g_auto (GStrv) parts = g_strsplit (wanted, "|", -1);
  guint found = 0;

  *n = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        (*n)++;
        found += g_hash_table_contains (names, parts[i]);
      }

  return found;
}

static const char *
find_sign (const Sign *signs, guint n_signs, GHashTable *names)
{
  for (guint i = 0; i < n_signs; i++)
    {
      guint n;

      if ((signs[i].needs == NULL || count_found (names, signs[i].needs, &n) == n)
          && (signs[i].needs_any == NULL || count_found (names, signs[i].needs_any, &n) > 0)
          && (signs[i].needs_more == NULL || count_found (names, signs[i].needs_more, &n) > 0))
        return signs[i].format;
    }

  return NULL;
}

/**
 * plenum_recognise_table:
 * @reader: a table whose header was read
 *
 * Returns: (nullable): the format of another program, if it is one
 */
const char *
plenum_recognise_table (PlenumCsvReader *reader)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
    g_hash_table_add (names, plenum_foreign_fold_name (plenum_csv_reader_get_field (reader, i)));

  return find_sign (table_signs, G_N_ELEMENTS (table_signs), names);
}

/* The names of members that begin in the outermost object, or in the first one of
 * the outermost list: as far as the text goes, which may end anywhere. */
static GHashTable *
list_members (const char *text, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (PlenumJsonScanner) scanner = plenum_json_scanner_new (stream, "");
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint depth = 0, wanted = *text == '[' ? 2 : 1;
  PlenumJsonToken token;

  while (plenum_json_scanner_next (scanner, &token, NULL, NULL) && token != PLENUM_JSON_END)
    {
      if (token == PLENUM_JSON_OBJECT || token == PLENUM_JSON_ARRAY)
        depth++;
      else if (token == PLENUM_JSON_KEY && depth == wanted)
        g_hash_table_add (names, plenum_foreign_fold_name (plenum_json_scanner_get_text (scanner)));
      else if ((token == PLENUM_JSON_OBJECT_END || token == PLENUM_JSON_ARRAY_END) && --depth < wanted)
        break;
    }

  return names;
}

/**
 * plenum_recognise_json:
 * @text: how the document begins, after space
 *
 * Returns: (nullable): the format of another program, if it is one
 */
const char *
plenum_recognise_json (const char *text, gsize length)
{
  g_autoptr (GHashTable) names = list_members (text, length);

  return find_sign (json_signs, G_N_ELEMENTS (json_signs), names);
}
