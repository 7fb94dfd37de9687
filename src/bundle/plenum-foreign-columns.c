/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-foreign-columns.h"

#include <string.h>

#include "plenum-fold.h"

#define ORDERED 12 /* columns of a table whose order tells; later ones have one more */

/* The columns of the budget investments, which have names in forty languages. */
static const PlenumForeignField consul_order[ORDERED] = {
  PLENUM_FOREIGN_ID, PLENUM_FOREIGN_TITLE, PLENUM_FOREIGN_TOTAL, PLENUM_FOREIGN_N_FIELDS, PLENUM_FOREIGN_N_FIELDS,
  PLENUM_FOREIGN_N_FIELDS, PLENUM_FOREIGN_THEME, PLENUM_FOREIGN_N_FIELDS, PLENUM_FOREIGN_N_FIELDS, PLENUM_FOREIGN_N_FIELDS,
  PLENUM_FOREIGN_N_FIELDS, PLENUM_FOREIGN_AUTHOR,
};

/* Decidim: decidim-proposals, ProposalSerializer. Consul: Budget::Investment::Exporter
 * and the open data of proposals. Adhocracy: adhocracy4/exports/mixins. Scrumlr:
 * the server's export, and the one before version 3. Parabol: ExportToCSV. */
static const PlenumForeignFormat formats[] = {
  { PLENUM_IMPORT_ADHOCRACY, "||ideas|mapideas|map_ideas|proposals|topics|maptopics|map_topics|debates|subjects|items|contributions|", TRUE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|reference_number|reference no.|referenznr.|referenznummer|id|pk|",
    [PLENUM_FOREIGN_TITLE] = "|name|title|titel|",
    [PLENUM_FOREIGN_TEXT] = "|description|beschreibung|",
    [PLENUM_FOREIGN_AUTHOR] = "|creator|urheber|urheber*in|author|autor*in|",
    [PLENUM_FOREIGN_CREATED] = "|created|erstellt|created_at|",
    [PLENUM_FOREIGN_URL] = "|link|url|",
    [PLENUM_FOREIGN_LOCATION] = "|location_label|location label|point_label|ortsbezeichnung|ort (bezeichnung)|",
    [PLENUM_FOREIGN_LATITUDE] = "|location_lat|location (latitude)|geographical latitude|breitengrad|ort (breitengrad)|",
    [PLENUM_FOREIGN_LONGITUDE] = "|location_lon|location (longitude)|geographical longitude|langengrad|ort (langengrad)|",
    [PLENUM_FOREIGN_THEME] = "|category|kategorie|category/name|",
    [PLENUM_FOREIGN_TAGS] = "|labels|merkmale|labels/name|",
    [PLENUM_FOREIGN_ANSWER] = "|moderator_remark|moderator_feedback_text|official statement|offizielle stellungnahme|comments|kommentare|",
    [PLENUM_FOREIGN_TOTAL] = "|ratings_positive|ratings_negative|positive ratings|negative ratings|positive bewertungen|negative bewertungen|",
    [PLENUM_FOREIGN_KNOWN] = "|comments/comment|comments/text|comments/creator|comments/author|comments/created|comment_count|comment count|anzahl kommentare|",
  } },
  { PLENUM_IMPORT_CONSUL, NULL, TRUE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|id|",
    [PLENUM_FOREIGN_TITLE] = "|title|titel|titulo|titre|titolo|",
    [PLENUM_FOREIGN_TEXT] = "|description|beschreibung|descripcion|summary|",
    [PLENUM_FOREIGN_AUTHOR] = "|author username|author/username|public_author/username|usuario autor|autor*in|benutzername|author|",
    [PLENUM_FOREIGN_CREATED] = "|created_at|public_created_at|created at|erstellt am|",
    [PLENUM_FOREIGN_URL] = "|url|",
    [PLENUM_FOREIGN_LATITUDE] = "|latitude|map latitude|map_location/latitude|",
    [PLENUM_FOREIGN_LONGITUDE] = "|longitude|map longitude|map_location/longitude|",
    [PLENUM_FOREIGN_THEME] = "|heading/name|heading|geozone/name|geozone|scope of operation|handlungsbereich|ambito de actuacion|",
    [PLENUM_FOREIGN_TAGS] = "|tags|tag_list|tags/name|tags/edges/node/name|",
    [PLENUM_FOREIGN_TOTAL] = "|supports|unterstutzungen|unterstutzer*innen|apoyos|soutiens|cached_votes_up|total_votes|comments_count|public_votes_count|",
    [PLENUM_FOREIGN_BOARD_ID] = "|budget_id|budget id|",
  }, consul_order },
  { PLENUM_IMPORT_PARABOL, NULL, FALSE, TRUE, {
    [PLENUM_FOREIGN_TEXT] = "|content|",
    [PLENUM_FOREIGN_AUTHOR] = "|author|",
    [PLENUM_FOREIGN_CREATED] = "|createdat|",
    [PLENUM_FOREIGN_AREA] = "|prompt|",
    [PLENUM_FOREIGN_THEME] = "|reflectiongroup|",
    [PLENUM_FOREIGN_TYPE] = "|type|",
    [PLENUM_FOREIGN_POINTS] = "|votes|",
    [PLENUM_FOREIGN_KNOWN] = "|discussionthread|",
  } },
  { PLENUM_IMPORT_SCRUMLR, NULL, FALSE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|note_id|noteid|id|",
    [PLENUM_FOREIGN_TEXT] = "|text|",
    [PLENUM_FOREIGN_AUTHOR] = "|author|",
    [PLENUM_FOREIGN_CREATED] = "|timestamp|",
    [PLENUM_FOREIGN_AREA] = "|column|",
    [PLENUM_FOREIGN_STACK] = "|stack|parent|",
    [PLENUM_FOREIGN_POINTS] = "|voting_0|voting_1|voting_2|voting_3|voting_4|voting_5|voting_6|voting_7|voting_8|voting_9|"
                              "voting_iteration_1|voting_iteration_2|voting_iteration_3|voting_iteration_4|",
    [PLENUM_FOREIGN_TOTAL] = "|votes|",
    [PLENUM_FOREIGN_KNOWN] = "|author_id|column_id|rank|",
  } },
  { PLENUM_IMPORT_TRELLO, NULL, FALSE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|card id|",
    [PLENUM_FOREIGN_TITLE] = "|card name|",
    [PLENUM_FOREIGN_TEXT] = "|card description|",
    [PLENUM_FOREIGN_URL] = "|card url|",
    [PLENUM_FOREIGN_AREA] = "|list name|",
    [PLENUM_FOREIGN_TAGS] = "|labels|",
    [PLENUM_FOREIGN_ARCHIVED] = "|archived|",
    [PLENUM_FOREIGN_BOARD] = "|board name|",
    [PLENUM_FOREIGN_BOARD_ID] = "|board id|",
    [PLENUM_FOREIGN_TOTAL] = "|vote count|",
    [PLENUM_FOREIGN_KNOWN] = "|list id|",
  } },
  { PLENUM_IMPORT_DECIDIM, NULL, TRUE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|id|",
    [PLENUM_FOREIGN_TITLE] = "|title|",
    [PLENUM_FOREIGN_TEXT] = "|body|",
    [PLENUM_FOREIGN_AUTHOR] = "|author/name|authors/name|authors_names|author|",
    [PLENUM_FOREIGN_CREATED] = "|created_at|published_at|",
    [PLENUM_FOREIGN_URL] = "|url|",
    [PLENUM_FOREIGN_LOCATION] = "|address|",
    [PLENUM_FOREIGN_LATITUDE] = "|latitude|",
    [PLENUM_FOREIGN_LONGITUDE] = "|longitude|",
    [PLENUM_FOREIGN_THEME] = "|category/name|category|",
    [PLENUM_FOREIGN_TAGS] = "|taxonomies/name|taxonomies|scope/name|scope|",
    [PLENUM_FOREIGN_ANSWER] = "|answer|",
    [PLENUM_FOREIGN_BOARD_ID] = "|component/id|",
    [PLENUM_FOREIGN_TOTAL] = "|votes|supports|votes/total_count|likes|likes/total_count|endorsements|endorsements/total_count|",
  } },
  { PLENUM_IMPORT_SENSEMAKER, NULL, FALSE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|comment-id|comment_id|id|",
    [PLENUM_FOREIGN_TEXT] = "|comment_text|comment-text|",
    [PLENUM_FOREIGN_AUTHOR] = "|author-id|author_id|participant-id|",
    [PLENUM_FOREIGN_CREATED] = "|timestamp|",
    [PLENUM_FOREIGN_TOTAL] = "|votes|agrees|disagrees|passes|agree_rate|disagree_rate|pass_rate|",
  } },
  { PLENUM_IMPORT_TALK_TO_THE_CITY, NULL, FALSE, FALSE, {
    [PLENUM_FOREIGN_ID] = "|comment-id|id|",
    [PLENUM_FOREIGN_TEXT] = "|comment-body|comment|",
    [PLENUM_FOREIGN_AUTHOR] = "|interview|author-id|",
    [PLENUM_FOREIGN_TOTAL] = "|agrees|disagrees|passes|",
  } },
};

/**
 * plenum_foreign_find_format:
 *
 * Returns: (nullable): how a list in @format calls its columns
 */
const PlenumForeignFormat *
plenum_foreign_find_format (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].format, format) == 0)
      return &formats[i];

  return NULL;
}

/* "de" or "pt-BR": what a name ends with where a text has several languages. */
static gboolean
is_language (const char *part)
{
  gsize length = strlen (part);

  return (length == 2 || (length == 5 && (part[2] == '-' || part[2] == '_')))
         && g_ascii_isalpha (part[0]) && g_ascii_isalpha (part[1]) && strcmp (part, "id") != 0;
}

/**
 * plenum_foreign_fold_name:
 * @name: the name of a column
 *
 * Returns: (transfer full): the name without case, accents, language and the
 *   numbers of a list's elements
 */
char *
plenum_foreign_fold_name (const char *name)
{
  g_autofree char *folded = plenum_fold_plain (name);
  g_auto (GStrv) parts = g_strsplit (g_strstrip (folded), "/", -1);
  GString *result = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean number = *parts[i] != '\0' && parts[i][strspn (parts[i], "0123456789")] == '\0';
      gboolean translated = i > 0 && (strcmp (parts[i], "machine_translations") == 0
                                      || (parts[i + 1] == NULL && is_language (parts[i])));

      if ((i > 0 && number) || translated)
        continue;
      g_string_append_printf (result, "%s%s", i > 0 ? "/" : "", parts[i]);
    }

  return g_string_free (result, FALSE);
}

/* Where @folded stands in the names of a field, or -1. */
static int
find_name (const PlenumForeignFormat *format, PlenumForeignField field, const char *folded)
{
  g_autofree char *wanted = g_strconcat ("|", folded, "|", NULL);
  const char *names = format->names[field];
  const char *found = names != NULL && *folded != '\0' && strchr (folded, '|') == NULL ? strstr (names, wanted) : NULL;

  return found != NULL ? (int) (found - names) : -1;
}

typedef struct
{
  guint place;
  int   rank;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a, *second = b;

  return first->rank != second->rank ? first->rank - second->rank : (int) first->place - (int) second->place;
}

static void
find_places (PlenumForeignColumns *self, const PlenumForeignFormat *format, PlenumForeignField field,
             GPtrArray *folded, gboolean *taken)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (guint i = 0; i < folded->len; i++)
    {
      Match match = { i, find_name (format, field, folded->pdata[i]) };

      if (match.rank >= 0 && !taken[i])
        {
          taken[i] = TRUE;
          g_array_append_val (matches, match);
        }
    }

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (self->places[field], g_array_index (matches, Match, i).place);
}

/* What no name tells, the place does. */
static void
take_order (PlenumForeignColumns *self, const PlenumForeignFormat *format, GPtrArray *names, gboolean *taken)
{
  if (format->order == NULL || names->len < ORDERED || names->len > ORDERED + 1)
    return;

  for (guint i = 0; i < ORDERED; i++)
    if (format->order[i] != PLENUM_FOREIGN_N_FIELDS && !taken[i] && self->places[format->order[i]]->len == 0)
      {
        taken[i] = TRUE;
        g_array_append_val (self->places[format->order[i]], i);
      }
}

/**
 * plenum_foreign_columns_new:
 * @names: (element-type utf8): the names of columns
 *
 * Returns: (transfer full): which of them mean what
 */
PlenumForeignColumns *
plenum_foreign_columns_new (const PlenumForeignFormat *format, GPtrArray *names)
{
  PlenumForeignColumns *self = g_new0 (PlenumForeignColumns, 1);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (names->len, 1));

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (folded, plenum_foreign_fold_name (names->pdata[i]));
  for (guint field = 0; field < PLENUM_FOREIGN_N_FIELDS; field++)
    {
      self->places[field] = g_array_new (FALSE, FALSE, sizeof (guint));
      find_places (self, format, field, folded, taken);
    }

  take_order (self, format, names, taken);

  self->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < names->len; i++)
    if (!taken[i])
      g_array_append_val (self->unknown, i);

  return self;
}

void
plenum_foreign_columns_free (PlenumForeignColumns *self)
{
  for (guint field = 0; field < PLENUM_FOREIGN_N_FIELDS; field++)
    g_array_unref (self->places[field]);
  g_array_unref (self->unknown);
  g_free (self);
}

/**
 * plenum_foreign_columns_get:
 * @row: a row with the names that @self was made for
 *
 * Returns: (transfer none) (nullable): the first value that is there
 */
const char *
plenum_foreign_columns_get (PlenumForeignColumns *self, PlenumForeignRow *row, PlenumForeignField field)
{
  for (guint i = 0; i < self->places[field]->len; i++)
    {
      const char *value = row->values->pdata[g_array_index (self->places[field], guint, i)];

      if (value != NULL)
        return value;
    }

  return NULL;
}
