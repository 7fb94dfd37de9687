/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that options got from everybody together become a closed dot vote with one
 * ballot, as it is for a show of hands. */
#include "plenum-import-points.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-uuid.h"

#define MOST_VOTERS 1000000 /* behind one show of hands */
#define MOST_POINTS 1000    /* that one of them can have */

typedef struct
{
  PlenumImportIdeas *ideas;
  PlenumForeign     *foreign;
  PlenumForeignPoll *poll;
  GPtrArray         *ids; /* of the ideas, or NULL */
  char              *id;
  gint64             voters, per_voter;
  GTree             *choices; /* id of an option → points */
} Points;

/* So many people with so many points each that the sum can be theirs. Where a file
 * does not say, every point is one person's. */
static gboolean
find_voters (Points *self)
{
  gint64 sum = 0, most = (gint64) self->poll->voters * self->poll->per_voter;

  for (guint i = 0; i < self->poll->options->len; i++)
    sum += g_array_index (self->poll->options, PlenumForeignOption, i).points;

  self->voters = self->poll->voters;
  self->per_voter = self->poll->per_voter;
  if (most == 0 || sum > most)
    {
      self->per_voter = 1 + sum / MOST_VOTERS;
      self->voters = CLAMP (sum, 1, MOST_VOTERS);
    }

  return self->per_voter <= MOST_POINTS;
}

static gboolean
put_poll (Points *self, guint index, const char *question, GError **error)
{
  const char *workshop = self->ideas->place.workshop;
  g_autofree char *settings = g_strdup_printf ("{\"most\":0,\"points\":%" G_GINT64_FORMAT "}", self->per_voter);
  g_autofree char *position = g_strdup_printf ("a%u", index % 10);
  g_autoptr (PlenumRecord) before = plenum_store_get (plenum_edit_get_store (self->ideas->run->edit), PLENUM_POLL, self->id, NULL);
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, self->id);

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, self->poll->question != NULL ? self->poll->question : question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, position);
  plenum_record_set_text (poll, PLENUM_POLL_SOURCE_SYSTEM, self->ideas->system);
  /* Whoever exported the points has seen them. A later import is no other time. */
  if (before == NULL)
    {
      plenum_record_set_integer (poll, PLENUM_POLL_CLOSED, g_get_real_time () / 1000);
      plenum_record_set_integer (poll, PLENUM_POLL_SHOWN, g_get_real_time () / 1000);
    }

  return plenum_import_run_put (self->ideas->run, poll, TRUE, NULL, error);
}

static gboolean
put_option (Points *self, guint index, GError **error)
{
  PlenumForeignOption *given = &g_array_index (self->poll->options, PlenumForeignOption, index);
  PlenumForeignIdea *idea = &g_array_index (self->foreign->ideas, PlenumForeignIdea, given->idea);
  g_autofree char *number = g_strdup_printf ("%s %s", self->id, idea->id != NULL && !self->poll->themes ? idea->id : idea->theme != NULL ? idea->theme : idea->text);
  g_autofree char *id = plenum_uuid_from_name ("points-option", number);
  g_autofree char *theme = self->poll->themes && idea->theme != NULL ? plenum_import_ideas_theme (self->ideas, idea) : NULL;
  g_autofree char *position = plenum_import_place_next (&self->ideas->place);
  g_autoptr (PlenumRecord) option = plenum_record_new (PLENUM_OPTION, id);
  gboolean alive = theme != NULL && GPOINTER_TO_INT (g_hash_table_lookup (self->ideas->themes, theme));

  plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, self->ideas->place.workshop);
  plenum_record_set_text (option, PLENUM_OPTION_POLL, self->id);
  plenum_record_set_text (option, PLENUM_OPTION_POSITION, position);
  if (self->poll->themes)
    {
      plenum_record_set_text (option, PLENUM_OPTION_THEME, alive ? theme : NULL);
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, idea->theme != NULL ? idea->theme : idea->text);
    }
  else
    {
      plenum_record_set_text (option, PLENUM_OPTION_IDEA, self->ids->pdata[given->idea]);
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, idea->title != NULL ? idea->title : idea->text);
    }
  g_tree_insert (self->choices, g_steal_pointer (&id), g_memdup2 (&given->points, sizeof (gint64)));

  return plenum_import_run_put (self->ideas->run, option, FALSE, NULL, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

static gboolean
append_choice (gpointer option, gpointer points, gpointer data)
{
  GString *json = data;

  g_string_append_printf (json, "%s\"%s\":%" G_GINT64_FORMAT, json->len > 1 ? "," : "", (char *) option, *(gint64 *) points);

  return FALSE;
}

/* A ballot never changes: a later export with other points has another, which takes
 * the place of this one. */
static gboolean
put_ballot (Points *self, GError **error)
{
  g_autoptr (GString) json = g_string_new ("{");
  g_autofree char *content = NULL;
  g_autofree char *id = NULL;
  g_autoptr (PlenumRecord) ballot = NULL;
  g_autoptr (GPtrArray) before = plenum_store_list (plenum_edit_get_store (self->ideas->run->edit), PLENUM_BALLOT,
                                                    PLENUM_BALLOT_POLL, self->id, error);

  if (before == NULL)
    return FALSE;

  g_tree_foreach (self->choices, append_choice, json);
  g_string_append_c (json, '}');
  content = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", self->id, self->voters, json->str);
  id = plenum_uuid_from_name ("points-ballot", content);
  for (guint i = 0; i < before->len; i++)
    if (strcmp (plenum_record_get_id (before->pdata[i]), id) != 0
        && !plenum_import_run_remove (self->ideas->run, before->pdata[i], error))
      return FALSE;

  ballot = plenum_record_new (PLENUM_BALLOT, id);
  plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, self->ideas->place.workshop);
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, self->id);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "hands");
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, self->voters);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, json->str);

  return plenum_import_run_put (self->ideas->run, ballot, FALSE, NULL, error);
}

/**
 * plenum_import_points_put:
 * @ideas: what put the ideas of @foreign into the library
 * @index: which poll of @foreign
 * @ids: (element-type utf8): the ids of the ideas, %NULL for those that are not there
 * @question: what it is called if the file does not say
 * @error: return location for an error of the store
 */
gboolean
plenum_import_points_put (PlenumImportIdeas  *ideas,
                          PlenumForeign      *foreign,
                          guint               index,
                          GPtrArray          *ids,
                          const char         *question,
                          GError            **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s %u", ideas->system, ideas->place.workshop, index);
  g_autofree char *id = plenum_uuid_from_name ("points-poll", name);
  g_autoptr (GTree) choices = g_tree_new_full (compare_ids, NULL, g_free, g_free);
  Points self = { ideas, foreign, foreign->polls->pdata[index], ids, id, 0, 0, choices };

  if (self.poll->options->len == 0)
    return TRUE;

  if (!find_voters (&self))
    {
      plenum_import_result_lose (ideas->run->result, _("Points"), _("These are more points than people can have given."));
      return TRUE;
    }
  if (!put_poll (&self, index, question, error))
    return FALSE;
  for (guint i = 0; i < self.poll->options->len; i++)
    if (!put_option (&self, i, error))
      return FALSE;

  return put_ballot (&self, error);
}
