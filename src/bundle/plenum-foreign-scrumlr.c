/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board of Scrumlr (scrumlr.io) in JSON: columns are areas, stacks are themes,
 * a closed voting is a vote with the points that each note got. */
#include <string.h>

#include "plenum-foreign-reader.h"

typedef struct
{
  const char    *name; /* of the file */
  PlenumForeign *foreign;
  GHashTable    *people;  /* id → name */
  GHashTable    *columns; /* id → name */
  GPtrArray     *votings; /* JsonNode: the notes have to be known first */
  guint          n_people;
} Scrumlr;

static void
read_board (Scrumlr *self, JsonObject *board)
{
  g_free (self->foreign->key);
  g_free (self->foreign->title);
  self->foreign->key = g_strdup (plenum_foreign_member (board, "id"));
  self->foreign->title = g_strdup (plenum_foreign_member (board, "name"));
}

static void
read_participant (Scrumlr *self, JsonObject *participant)
{
  JsonObject *user = plenum_foreign_object (participant, "user");
  JsonObject *named = user != NULL ? user : participant;
  const char *id = plenum_foreign_member (named, "id");
  const char *name = plenum_foreign_member (named, "name");

  self->n_people++;
  if (id != NULL && name != NULL)
    g_hash_table_insert (self->people, g_strdup (id), g_strdup (name));
}

static void
read_column (Scrumlr *self, JsonObject *column)
{
  const char *id = plenum_foreign_member (column, "id");
  const char *name = plenum_foreign_member (column, "name");

  if (id != NULL && name != NULL)
    g_hash_table_insert (self->columns, g_strdup (id), g_strdup (name));
}

/* Names are looked up when all is read: until then the ids stand for them. */
static gboolean
read_note (Scrumlr *self, JsonObject *note, guint64 line, GError **error)
{
  JsonObject *position = plenum_foreign_object (note, "position");
  const char *text = plenum_foreign_keep (self->foreign, plenum_foreign_member (note, "text"));
  PlenumForeignIdea *idea;

  if (text == NULL)
    return TRUE;

  idea = plenum_foreign_add_idea (self->foreign);
  idea->text = text;
  idea->id = plenum_foreign_keep (self->foreign, plenum_foreign_member (note, "id"));
  idea->author = plenum_foreign_keep (self->foreign, plenum_foreign_member (note, "author"));
  if (position != NULL)
    {
      idea->area = plenum_foreign_keep (self->foreign, plenum_foreign_member (position, "column"));
      idea->stack = plenum_foreign_keep (self->foreign, plenum_foreign_member (position, "stack"));
    }

  return plenum_foreign_check_size (self->foreign, self->name, line, error);
}

static gboolean
read_member (const char *member, gboolean element, JsonNode *node, guint64 line, gpointer data, GError **error)
{
  Scrumlr *self = data;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return TRUE;
  if (strcmp (member, "board") == 0 && !element)
    read_board (self, object);
  else if (strcmp (member, "participants") == 0)
    read_participant (self, object);
  else if (strcmp (member, "columns") == 0)
    read_column (self, object);
  else if (strcmp (member, "notes") == 0)
    return read_note (self, object, line, error);
  else if (strcmp (member, "votings") == 0 && self->votings->len < 100)
    g_ptr_array_add (self->votings, json_node_ref (node));
  else
    plenum_foreign_lose (self->foreign, member, NULL);

  return plenum_foreign_check_size (self->foreign, self->name, line, error);
}

static void
add_voting (Scrumlr *self, JsonObject *voting)
{
  JsonObject *votes = plenum_foreign_object (voting, "votes");
  JsonObject *notes = votes != NULL ? plenum_foreign_object (votes, "votesPerNote") : NULL;
  JsonNode *limit = json_object_get_member (voting, "voteLimit");
  PlenumForeignPoll *poll;

  if (notes == NULL)
    return;

  poll = plenum_foreign_add_poll (self->foreign, NULL);
  poll->voters = self->n_people;
  if (limit != NULL && JSON_NODE_HOLDS_VALUE (limit) && json_node_get_value_type (limit) == G_TYPE_INT64)
    poll->per_voter = CLAMP (json_node_get_int (limit), 0, 1000);
  for (guint i = 0; i < self->foreign->ideas->len; i++)
    {
      const char *id = g_array_index (self->foreign->ideas, PlenumForeignIdea, i).id;
      JsonObject *note = id != NULL ? plenum_foreign_object (notes, id) : NULL;
      JsonNode *total = note != NULL ? json_object_get_member (note, "total") : NULL;
      PlenumForeignOption option = { i };

      if (total == NULL || !JSON_NODE_HOLDS_VALUE (total) || json_node_get_value_type (total) != G_TYPE_INT64)
        continue;
      option.points = CLAMP (json_node_get_int (total), 0, G_MAXINT32);
      g_array_append_val (poll->options, option);
    }
}

static void
finish (Scrumlr *self)
{
  for (guint i = 0; i < self->foreign->ideas->len; i++)
    {
      PlenumForeignIdea *idea = &g_array_index (self->foreign->ideas, PlenumForeignIdea, i);
      const char *author = idea->author != NULL ? g_hash_table_lookup (self->people, idea->author) : NULL;
      const char *area = idea->area != NULL ? g_hash_table_lookup (self->columns, idea->area) : NULL;

      idea->author = author != NULL ? g_string_chunk_insert_const (self->foreign->texts, author) : NULL;
      idea->area = area != NULL ? g_string_chunk_insert_const (self->foreign->texts, area) : NULL;
    }

  plenum_foreign_add_stacks (self->foreign);
  for (guint i = 0; i < self->votings->len; i++)
    add_voting (self, json_node_get_object (self->votings->pdata[i]));
}

/**
 * plenum_foreign_read_scrumlr:
 * @foreign: to be filled
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_JSON_ERROR or of GIO
 */
gboolean
plenum_foreign_read_scrumlr (PlenumForeign *foreign, PlenumInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) votings = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  Scrumlr self = { plenum_input_get_name (input), foreign, people, columns, votings };

  if (!plenum_foreign_read_json (input, read_member, &self, cancellable, error))
    return FALSE;
  finish (&self);

  return TRUE;
}
