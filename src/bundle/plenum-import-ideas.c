/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import-ideas.h"

#include <string.h>

#include "plenum-fold.h"
#include "plenum-uuid.h"

void
plenum_import_ideas_init (PlenumImportIdeas *self, PlenumImportRun *run, const char *system)
{
  *self = (PlenumImportIdeas) { run, system };
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
plenum_import_ideas_clear (PlenumImportIdeas *self)
{
  plenum_import_place_clear (&self->place);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_clear_pointer (&self->authors, g_hash_table_unref);
}

/* The id of what is called @name in @space, "table-idea" for the ideas of a table. */
static char *
make_id (PlenumImportIdeas *self, const char *kind, const char *within, const char *name)
{
  g_autofree char *space = g_strdup_printf ("%s-%s", self->system, kind);
  g_autofree char *full = g_strconcat (within, " ", name, NULL);

  return plenum_uuid_from_name (space, full);
}

/* A name that no other has: "7", for a second one "7 #2". */
static char *
make_unique (PlenumImportIdeas *self, const char *name)
{
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name)) + 1;

  g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (times));

  return times == 1 ? g_strdup (name) : g_strdup_printf ("%s #%u", name, times);
}

static char *
make_idea_id (PlenumImportIdeas *self, const PlenumForeignIdea *idea)
{
  g_autofree char *content = g_strdup_printf ("%s\x1f%s", idea->title != NULL ? idea->title : "", idea->text != NULL ? idea->text : "");
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autofree char *unique = make_unique (self, idea->id != NULL ? idea->id : hash);

  return make_id (self, "idea", self->place.workshop, unique);
}

/* Finds or makes who is called @name; @id is %NULL for a person who was deleted here. */
static gboolean
put_author (PlenumImportIdeas *self, const char *name, const char **id, GError **error)
{
  g_autofree char *new_id = make_id (self, "author", self->place.workshop, name);
  g_autoptr (PlenumRecord) participant = NULL;
  gboolean alive;

  if (g_hash_table_lookup_extended (self->authors, name, NULL, (gpointer *) id))
    return TRUE;

  participant = plenum_record_new (PLENUM_PARTICIPANT, new_id);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_WORKSHOP, self->place.workshop);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_NAME, name);
  plenum_record_set_integer (participant, PLENUM_PARTICIPANT_PRESENT, FALSE);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_SOURCE_SYSTEM, self->system);
  if (!plenum_import_run_put (self->run, participant, FALSE, &alive, error))
    return FALSE;

  *id = alive ? new_id : NULL;
  g_hash_table_insert (self->authors, g_strdup (name), alive ? g_steal_pointer (&new_id) : NULL);

  return TRUE;
}

/**
 * plenum_import_ideas_theme:
 *
 * Returns: (transfer full): the id of the idea's theme, which has a title
 */
char *
plenum_import_ideas_theme (PlenumImportIdeas *self, const PlenumForeignIdea *idea)
{
  g_autofree char *folded = plenum_fold (idea->theme_key != NULL ? idea->theme_key : idea->theme);

  return make_id (self, "theme", self->place.workshop, folded);
}

/* The theme of the idea, and that the idea belongs to it. */
static gboolean
put_theme (PlenumImportIdeas *self, const PlenumForeignIdea *idea, const char *id, const char *area, GError **error)
{
  g_autofree char *theme_id = plenum_import_ideas_theme (self, idea);
  g_autofree char *membership_id = make_id (self, "membership", theme_id, id);
  g_autoptr (PlenumRecord) membership = plenum_record_new (PLENUM_MEMBERSHIP, membership_id);
  gboolean alive = TRUE;

  if (!g_hash_table_contains (self->themes, theme_id))
    {
      g_autoptr (PlenumRecord) theme = plenum_record_new (PLENUM_THEME, theme_id);
      g_autofree char *position = plenum_import_place_next (&self->place);

      plenum_record_set_text (theme, PLENUM_THEME_WORKSHOP, self->place.workshop);
      plenum_record_set_text (theme, PLENUM_THEME_AREA, area);
      plenum_record_set_text (theme, PLENUM_THEME_TITLE, idea->theme);
      plenum_record_set_text (theme, PLENUM_THEME_POSITION, position);
      plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "import");
      if (!plenum_import_run_put (self->run, theme, FALSE, &alive, error))
        return FALSE;
      g_hash_table_insert (self->themes, g_strdup (theme_id), GINT_TO_POINTER (alive));
    }
  if (!GPOINTER_TO_INT (g_hash_table_lookup (self->themes, theme_id)))
    return TRUE;

  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_WORKSHOP, self->place.workshop);
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_THEME, theme_id);
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_IDEA, id);

  return plenum_import_run_put (self->run, membership, FALSE, NULL, error);
}

static gboolean
put_tags (PlenumImportIdeas *self, const PlenumForeignIdea *idea, const char *id, GError **error)
{
  g_auto (GStrv) names = g_strsplit_set (idea->tags, idea->separators, -1);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *tag_id = make_id (self, "tag", id, g_strstrip (*name));
      g_autoptr (PlenumRecord) tag = plenum_record_new (PLENUM_TAG, tag_id);

      if (**name == '\0')
        continue;
      plenum_record_set_text (tag, PLENUM_TAG_WORKSHOP, self->place.workshop);
      plenum_record_set_text (tag, PLENUM_TAG_IDEA, id);
      plenum_record_set_text (tag, PLENUM_TAG_NAME, *name);
      if (!plenum_import_run_put (self->run, tag, FALSE, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static PlenumRecord *
make_record (PlenumImportIdeas *self, const PlenumForeignIdea *idea, const char *id, const char *area, const char *author)
{
  g_autofree char *position = plenum_import_place_next (&self->place);
  PlenumRecord *record = plenum_record_new (PLENUM_IDEA, id);

  plenum_record_set_text (record, PLENUM_IDEA_WORKSHOP, self->place.workshop);
  plenum_record_set_text (record, PLENUM_IDEA_AREA, area);
  plenum_record_set_text (record, PLENUM_IDEA_TITLE, idea->title);
  plenum_record_set_text (record, PLENUM_IDEA_TEXT, idea->text != NULL ? idea->text : "");
  plenum_record_set_text (record, PLENUM_IDEA_KIND, idea->kind != NULL ? idea->kind : "idea");
  plenum_record_set_text (record, PLENUM_IDEA_POSITION, position);
  plenum_record_set_text (record, PLENUM_IDEA_AUTHOR, author);
  plenum_record_set_text (record, PLENUM_IDEA_LOCATION, idea->location);
  plenum_record_set_text (record, PLENUM_IDEA_SOURCE_SYSTEM, self->system);
  plenum_record_set_text (record, PLENUM_IDEA_SOURCE_ID, idea->id);
  plenum_record_set_text (record, PLENUM_IDEA_SOURCE_URL, idea->url);
  if (idea->created != 0)
    plenum_record_set_integer (record, PLENUM_IDEA_CREATED, idea->created);
  if (idea->moderated != PLENUM_MODERATED_UNKNOWN)
    plenum_record_set_integer (record, PLENUM_IDEA_MODERATED, idea->moderated);

  return record;
}

/**
 * plenum_import_ideas_put:
 * @self: with a place that was found
 * @id: (out) (transfer full): its id, %NULL where people deleted it here
 * @error: return location for an error of the store
 */
gboolean
plenum_import_ideas_put (PlenumImportIdeas *self, const PlenumForeignIdea *idea, char **id, GError **error)
{
  g_autofree char *new_id = make_idea_id (self, idea);
  g_autofree char *area = NULL;
  g_autoptr (PlenumRecord) record = NULL;
  const char *author = NULL;
  gboolean alive;

  if ((idea->author != NULL && !put_author (self, idea->author, &author, error))
      || !plenum_import_place_find_area (&self->place, self->run, idea->area, &area, error))
    return FALSE;

  record = make_record (self, idea, new_id, area, author);
  if (!plenum_import_run_put (self->run, record, TRUE, &alive, error)
      || (alive && idea->theme != NULL && !put_theme (self, idea, new_id, area, error))
      || (alive && idea->tags != NULL && !put_tags (self, idea, new_id, error)))
    return FALSE;

  *id = alive ? g_steal_pointer (&new_id) : NULL;

  return TRUE;
}

/**
 * plenum_import_ideas_comment:
 * @idea: the id of the idea that it is about
 */
gboolean
plenum_import_ideas_comment (PlenumImportIdeas *self, const char *idea, const PlenumForeignComment *comment, GError **error)
{
  g_autofree char *content = g_strdup_printf ("%s\x1f%s\x1f%s", idea, comment->author != NULL ? comment->author : "", comment->text);
  g_autofree char *unique = make_unique (self, content);
  g_autofree char *id = make_id (self, "comment", idea, unique);
  g_autoptr (PlenumRecord) record = plenum_record_new (PLENUM_COMMENT, id);
  const char *author = NULL;

  if (comment->author != NULL && !put_author (self, comment->author, &author, error))
    return FALSE;

  plenum_record_set_text (record, PLENUM_COMMENT_WORKSHOP, self->place.workshop);
  plenum_record_set_text (record, PLENUM_COMMENT_IDEA, idea);
  plenum_record_set_text (record, PLENUM_COMMENT_TEXT, comment->text);
  plenum_record_set_text (record, PLENUM_COMMENT_AUTHOR, author);
  if (comment->created != 0)
    plenum_record_set_integer (record, PLENUM_COMMENT_CREATED, comment->created);

  return plenum_import_run_put (self->run, record, FALSE, NULL, error);
}
