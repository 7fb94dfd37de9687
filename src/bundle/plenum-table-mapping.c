/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a table means what: guessed from its header, in English and
 * German, changed by people, and remembered for tables with the same header. */
#include "plenum-table-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-fold.h"

struct _PlenumTableMapping
{
  GStrv         names;
  guint         n_columns;
  PlenumColumn *meanings;
};

static const struct
{
  const char *id;
  const char *title;
  const char *names; /* folded, each between bars, the surest first */
} columns[PLENUM_N_COLUMNS] = {
  [PLENUM_COLUMN_NONE] = { "none", N_("Not imported"), "" },
  [PLENUM_COLUMN_ID] = { "id", N_("Number or ID"), "|id|comment-id|reference_number|referenznr|referenznr.|nr|nr.|nummer|number|kennung|key|" },
  [PLENUM_COLUMN_TITLE] = { "title", N_("Title"), "|title|titel|name|headline|uberschrift|betreff|subject|bezeichnung|" },
  [PLENUM_COLUMN_TEXT] = { "text", N_("Text"), "|text|comment-body|comment_text|body|content|inhalt|beschreibung|description|idee|idea|vorschlag|proposal|beitrag|kommentar|comment|aussage|statement|submission|" },
  [PLENUM_COLUMN_KIND] = { "kind", N_("Kind"), "|kind|art|typ|type|" },
  [PLENUM_COLUMN_THEME] = { "theme", N_("Theme"), "|theme|topic|thema|kategorie|category|cluster|gruppe|group|themenfeld|handlungsfeld|" },
  [PLENUM_COLUMN_TAGS] = { "tags", N_("Tags"), "|tags|tag|labels|label|schlagworte|schlagworter|stichworte|keywords|merkmale|" },
  [PLENUM_COLUMN_AUTHOR] = { "author", N_("Author"), "|author|autor|author-id|creator|urheber|urheber*innen|verfasser|verfasst von|von|" },
  [PLENUM_COLUMN_CREATED] = { "created", N_("Date"), "|created|created_at|createdat|datum|date|datetime|erstellt|erstellt am|timestamp|zeitpunkt|zeit|" },
  [PLENUM_COLUMN_URL] = { "url", N_("Web address"), "|url|link|uri|webadresse|adresse im netz|" },
  [PLENUM_COLUMN_LOCATION] = { "location", N_("Place"), "|location|ort|adresse|address|place|standort|location_label|" },
  [PLENUM_COLUMN_MODERATED] = { "moderated", N_("Moderation"), "|moderated|moderiert|freigegeben|" },
};

/**
 * plenum_column_get_id:
 *
 * Returns: (transfer none): what files and the command line call it
 */
const char *
plenum_column_get_id (PlenumColumn meaning)
{
  return columns[meaning].id;
}

/**
 * plenum_column_get_title:
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
plenum_column_get_title (PlenumColumn meaning)
{
  return _(columns[meaning].title);
}

static char *
fold_name (const char *name)
{
  g_autofree char *folded = plenum_fold_plain (name);

  return g_strdup (g_strstrip (folded));
}

/* Where @folded stands in the list of @meaning, or -1. */
static int
find_name (PlenumColumn meaning, const char *folded)
{
  g_autofree char *wanted = g_strconcat ("|", folded, "|", NULL);
  const char *found = *folded != '\0' && strchr (folded, '|') == NULL ? strstr (columns[meaning].names, wanted) : NULL;

  return found != NULL ? (int) (found - columns[meaning].names) : -1;
}

static void
guess (PlenumTableMapping *self)
{
  for (guint meaning = PLENUM_COLUMN_NONE + 1; meaning < PLENUM_N_COLUMNS; meaning++)
    {
      int best = -1, best_place = G_MAXINT;

      for (guint i = 0; i < self->n_columns; i++)
        {
          g_autofree char *folded = fold_name (self->names[i]);
          int place = find_name (meaning, folded);

          if (place >= 0 && place < best_place && self->meanings[i] == PLENUM_COLUMN_NONE)
            {
              best = i;
              best_place = place;
            }
        }
      if (best >= 0)
        self->meanings[best] = meaning;
    }

  /* A list without a known header is a list of ideas. */
  if (plenum_table_mapping_find (self, PLENUM_COLUMN_TEXT) < 0 && plenum_table_mapping_find (self, PLENUM_COLUMN_TITLE) < 0
      && self->n_columns == 1)
    self->meanings[0] = PLENUM_COLUMN_TEXT;
}

/**
 * plenum_table_mapping_new:
 * @header: (array zero-terminated=1): the names of the columns
 *
 * Returns: (transfer full): the mapping that the names suggest
 */
PlenumTableMapping *
plenum_table_mapping_new (const char * const *header)
{
  PlenumTableMapping *self = g_new0 (PlenumTableMapping, 1);

  self->names = g_strdupv ((GStrv) header);
  self->n_columns = g_strv_length (self->names);
  self->meanings = g_new0 (PlenumColumn, MAX (self->n_columns, 1));
  guess (self);

  return self;
}

void
plenum_table_mapping_free (PlenumTableMapping *self)
{
  g_strfreev (self->names);
  g_free (self->meanings);
  g_free (self);
}

guint
plenum_table_mapping_get_n_columns (PlenumTableMapping *self)
{
  return self->n_columns;
}

const char *
plenum_table_mapping_get_name (PlenumTableMapping *self, guint column)
{
  return self->names[column];
}

PlenumColumn
plenum_table_mapping_get (PlenumTableMapping *self, guint column)
{
  return self->meanings[column];
}

/**
 * plenum_table_mapping_set:
 *
 * Only one column has a meaning: another that had it means nothing then.
 */
void
plenum_table_mapping_set (PlenumTableMapping *self, guint column, PlenumColumn meaning)
{
  int other = plenum_table_mapping_find (self, meaning);

  g_return_if_fail (column < self->n_columns && meaning < PLENUM_N_COLUMNS);

  if (meaning != PLENUM_COLUMN_NONE && other >= 0)
    self->meanings[other] = PLENUM_COLUMN_NONE;
  self->meanings[column] = meaning;
}

/**
 * plenum_table_mapping_find:
 *
 * Returns: the first column with that meaning, or -1
 */
int
plenum_table_mapping_find (PlenumTableMapping *self, PlenumColumn meaning)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] == meaning)
      return i;

  return -1;
}

/**
 * plenum_table_mapping_get_key:
 *
 * Returns: (transfer full): the setting under which a library remembers the mapping
 */
char *
plenum_table_mapping_get_key (PlenumTableMapping *self)
{
  g_autofree char *header = g_strjoinv ("\x1f", self->names);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, header, -1);

  return g_strconcat ("table-mapping:", hash, NULL);
}

/**
 * plenum_table_mapping_to_text:
 *
 * Returns: (transfer full): the meanings, for plenum_table_mapping_apply_text()
 */
char *
plenum_table_mapping_to_text (PlenumTableMapping *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[self->meanings[i]].id);

  return g_string_free (text, FALSE);
}

/**
 * plenum_table_mapping_apply_text:
 * @text: meanings separated by commas; those that are unknown mean nothing
 */
void
plenum_table_mapping_apply_text (PlenumTableMapping *self, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);

  for (guint i = 0; i < self->n_columns; i++)
    self->meanings[i] = PLENUM_COLUMN_NONE;
  for (guint i = 0; i < self->n_columns && ids[i] != NULL; i++)
    for (guint meaning = 0; meaning < PLENUM_N_COLUMNS; meaning++)
      if (strcmp (columns[meaning].id, ids[i]) == 0)
        plenum_table_mapping_set (self, i, meaning);
}
