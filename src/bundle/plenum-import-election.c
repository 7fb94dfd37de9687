/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An election that others published becomes a workshop with a closed poll. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-import-ideas.h"
#include "plenum-json-writer.h"
#include "plenum-place.h"
#include "plenum-uuid.h"

#define MOST_BALLOTS 200000

typedef struct
{
  PlenumImportPart  parent;
  PlenumInput      *input;
  PlenumElection   *election;
  char             *key; /* the same for the same options */
} ElectionPart;

/* While the records go into the library. */
typedef struct
{
  ElectionPart      *part;
  PlenumImportRun   *run;
  PlenumImportPlace  place;
  char              *poll;
  GPtrArray         *options; /* char *: ids */
} ElectionRun;

static char *
make_id (ElectionRun *self, const char *kind, const char *name)
{
  g_autofree char *full = g_strdup_printf ("%s %s %s", kind, self->poll != NULL ? self->poll : self->place.workshop, name);

  return plenum_uuid_from_name ("election", full);
}

static char *
list_settings (PlenumElection *election)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i + 1 < election->settings->len; i += 2)
    json_object_set_string_member (object, election->settings->pdata[i], election->settings->pdata[i + 1]);
  json_node_take_object (node, object);

  return plenum_json_to_canonical (node);
}

static gboolean
put_poll (ElectionRun *self, GError **error)
{
  PlenumElection *election = self->part->election;
  g_autofree char *settings = list_settings (election);
  g_autoptr (PlenumRecord) poll = NULL;

  self->poll = make_id (self, "poll", self->part->key);
  poll = plenum_record_new (PLENUM_POLL, self->poll);
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, self->place.workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, self->part->parent.preview.title);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, election->method);
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "a0");
  plenum_record_set_text (poll, PLENUM_POLL_SOURCE_SYSTEM, self->part->parent.preview.format);
  /* What is published has been seen, so it stays closed. */
  plenum_record_set_integer (poll, PLENUM_POLL_CLOSED, g_get_real_time () / 1000);
  plenum_record_set_integer (poll, PLENUM_POLL_SHOWN, g_get_real_time () / 1000);

  return plenum_import_run_put (self->run, poll, FALSE, NULL, error);
}

static gboolean
put_options (ElectionRun *self, GError **error)
{
  for (guint i = 0; i < self->part->election->options->len; i++)
    {
      PlenumElectionOption *given = &g_array_index (self->part->election->options, PlenumElectionOption, i);
      g_autofree char *id = make_id (self, "option", given->id);
      g_autofree char *position = plenum_import_place_next (&self->place);
      g_autoptr (PlenumRecord) option = plenum_record_new (PLENUM_OPTION, id);

      plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, self->place.workshop);
      plenum_record_set_text (option, PLENUM_OPTION_POLL, self->poll);
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, given->text);
      plenum_record_set_text (option, PLENUM_OPTION_POSITION, position);
      plenum_record_set_text (option, PLENUM_OPTION_COST, given->cost);
      g_ptr_array_add (self->options, g_steal_pointer (&id));
      if (!plenum_import_run_put (self->run, option, FALSE, NULL, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  const char *option;
  gint64      value;
} Choice;

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Choice *) a)->option, ((const Choice *) b)->option);
}

static char *
list_choices (ElectionRun *self, PlenumElectionBallot *ballot)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GString *json = g_string_new ("{");

  for (guint i = 0; i < ballot->choices->len; i++)
    {
      PlenumElectionChoice *given = &g_array_index (ballot->choices, PlenumElectionChoice, i);
      Choice choice = { self->options->pdata[given->option], given->value };

      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);
  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (json, "%s\"%s\":%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (choices, Choice, i).option, g_array_index (choices, Choice, i).value);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/* Each as often as it was cast: equal ones are told apart by a number. */
static gboolean
put_ballots (ElectionRun *self, PlenumElectionBallot *given, GError **error)
{
  g_autofree char *choices = list_choices (self, given);

  for (gint64 i = 0; i < given->copies; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, choices, given->weight != NULL ? given->weight : "1", i);
      g_autofree char *id = make_id (self, "ballot", name);
      g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, id);

      plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, self->place.workshop);
      plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, self->poll);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "import");
      plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
      plenum_record_set_text (ballot, PLENUM_BALLOT_WEIGHT, given->weight);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
      if (!plenum_import_run_put (self->run, ballot, FALSE, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_all (ElectionRun *self, PlenumRecord *workshop, GError **error)
{
  GArray *ballots = self->part->election->ballots;

  if (!plenum_import_place_find (&self->place, self->run, workshop, NULL, error)
      || !put_poll (self, error)
      || !put_options (self, error))
    return FALSE;
  for (guint i = 0; i < ballots->len; i++)
    if (!put_ballots (self, &g_array_index (ballots, PlenumElectionBallot, i), error)
        || !plenum_import_run_step (self->run, (double) i / ballots->len, error))
      return FALSE;

  return TRUE;
}

static gboolean
election_run (PlenumImportPart *part, PlenumImportRun *run, GError **error)
{
  ElectionRun self = { (ElectionPart *) part, run };
  g_autofree char *id = plenum_uuid_from_name (part->preview.format, self.part->key);
  g_autoptr (PlenumRecord) workshop = plenum_record_new (PLENUM_WORKSHOP, id);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_free);
  gboolean done;

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, part->preview.title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "finished");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_SYSTEM, part->preview.format);
  self.options = options;
  done = put_all (&self, workshop, error);
  plenum_import_place_clear (&self.place);
  g_free (self.poll);

  return done;
}

static void
election_free (PlenumImportPart *part)
{
  ElectionPart *self = (ElectionPart *) part;

  g_clear_pointer (&self->election, plenum_election_free);
  plenum_input_free (self->input);
  g_free (self->key);
  g_free (self);
}

static const PlenumImportPartClass election_class = { election_run, election_free };

/* The same file, grown by some ballots, is the same election. */
static char *
make_key (PlenumElection *election)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < election->options->len; i++)
    {
      PlenumElectionOption *option = &g_array_index (election->options, PlenumElectionOption, i);

      g_checksum_update (checksum, (const guchar *) option->id, strlen (option->id) + 1);
      g_checksum_update (checksum, (const guchar *) option->text, strlen (option->text) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_through (ElectionPart *self, const PlenumElectionReader *reader, GCancellable *cancellable, GError **error)
{
  const char *name = plenum_input_get_name (self->input);
  gboolean again = TRUE;

  for (guint attempt = 0; again; attempt++)
    {
      g_autoptr (GInputStream) stream = NULL;

      g_clear_error (error);
      stream = plenum_input_read (self->input, cancellable, error);
      if (stream == NULL)
        return FALSE;
      self->election = reader->read (stream, name, self->parent.preview.format, attempt, &again, cancellable, error);
    }
  if (self->election == NULL)
    return FALSE;

  if (self->election->n_ballots > MOST_BALLOTS)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TOO_LARGE, name, 0,
                              _("There are more than %d ballots in the file. “plenum-cli tally” counts it without taking it in."), MOST_BALLOTS);
      return FALSE;
    }
  self->key = make_key (self->election);

  return TRUE;
}

/**
 * plenum_import_election_new:
 * @input: (transfer full): a file of ballots
 * @format: which one
 *
 * Returns: (transfer full) (nullable): an election that was read through
 */
PlenumImportPart *
plenum_import_election_new (PlenumInput                 *input,
                            const char                  *format,
                            const PlenumElectionReader  *reader,
                            GCancellable                *cancellable,
                            GError                     **error)
{
  ElectionPart *self = g_new0 (ElectionPart, 1);

  self->input = input;
  plenum_import_part_init (&self->parent, &election_class, format, (const char * const []) { plenum_input_get_name (input), NULL });
  self->parent.preview.title = plenum_import_part_name (plenum_input_get_name (input), _("Imported election"));
  if (!read_through (self, reader, cancellable, error))
    {
      plenum_import_part_free (&self->parent);
      return NULL;
    }
  plenum_import_part_count (&self->parent, "workshop", 1);
  plenum_import_part_count (&self->parent, "poll", 1);
  plenum_import_part_count (&self->parent, "option", self->election->options->len);
  plenum_import_part_count (&self->parent, "ballot", self->election->n_ballots);

  return &self->parent;
}
