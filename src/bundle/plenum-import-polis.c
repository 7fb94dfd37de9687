/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Polis conversation becomes a workshop: statements are ideas, and one closed
 * poll of agreement has a ballot of each person who voted. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-import-part.h"
#include "plenum-import-place.h"
#include "plenum-json-writer.h"
#include "plenum-polis.h"
#include "plenum-uuid.h"

typedef struct
{
  PlenumImportPart  parent;
  GPtrArray        *files; /* PlenumRecognised */
  PlenumPolis      *polis;
  int               agree; /* what means agreement in the votes: 1 or -1 */
} PolisPart;

/* While the records go into the library. */
typedef struct
{
  PolisPart         *part;
  PlenumPolis       *polis;
  PlenumImportRun   *run;
  PlenumImportPlace  place;
  char              *poll;
  GPtrArray         *options;      /* char *: id by statement */
  GHashTable        *participants; /* Polis id → id, or NULL for who was deleted */
  gint64             first, last;  /* times of votes */
} PolisRun;

static char *
make_id (PolisRun *self, const char *kind, const char *name)
{
  g_autofree char *full = g_strdup_printf ("%s %s %s", kind, self->place.workshop, name);

  return plenum_uuid_from_name ("polis", full);
}

static gboolean
put_participant (PolisRun *self, const char *name, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (PlenumRecord) participant = NULL;
  gboolean alive;

  if (g_hash_table_contains (self->participants, name))
    return TRUE;

  id = make_id (self, "participant", name);
  participant = plenum_record_new (PLENUM_PARTICIPANT, id);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_WORKSHOP, self->place.workshop);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_PSEUDONYM, name);
  plenum_record_set_integer (participant, PLENUM_PARTICIPANT_PRESENT, FALSE);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_SOURCE_SYSTEM, PLENUM_IMPORT_POLIS);
  plenum_record_set_text (participant, PLENUM_PARTICIPANT_SOURCE_ID, name);
  if (!plenum_import_run_put (self->run, participant, TRUE, &alive, error))
    return FALSE;

  g_hash_table_insert (self->participants, g_strdup (name), alive ? g_steal_pointer (&id) : NULL);

  return TRUE;
}

/* The statement as an idea, and as an option, whose words stay as they were voted on. */
static gboolean
put_statement (PolisRun *self, PlenumPolisStatement *statement, gboolean with_option, GError **error)
{
  g_autofree char *id = make_id (self, "statement", statement->id);
  g_autofree char *option_id = make_id (self, "option", statement->id);
  g_autofree char *position = plenum_import_place_next (&self->place);
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, id);
  g_autoptr (PlenumRecord) option = NULL;
  gboolean alive;

  if (statement->author != NULL && !put_participant (self, statement->author, error))
    return FALSE;

  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, self->place.workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_AREA, self->place.area);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, statement->text);
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, position);
  if (statement->author != NULL)
    plenum_record_set_text (idea, PLENUM_IDEA_AUTHOR, g_hash_table_lookup (self->participants, statement->author));
  if (statement->time > 0)
    plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, statement->time);
  if (statement->moderated >= -1 && statement->moderated <= 1)
    plenum_record_set_integer (idea, PLENUM_IDEA_MODERATED, statement->moderated);
  plenum_record_set_text (idea, PLENUM_IDEA_SOURCE_SYSTEM, PLENUM_IMPORT_POLIS);
  plenum_record_set_text (idea, PLENUM_IDEA_SOURCE_ID, statement->id);
  plenum_record_set_text (idea, PLENUM_IDEA_SOURCE_URL, self->polis->url);
  if (!plenum_import_run_put (self->run, idea, TRUE, &alive, error))
    return FALSE;
  if (!with_option)
    return TRUE;

  option = plenum_record_new (PLENUM_OPTION, option_id);
  plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, self->place.workshop);
  plenum_record_set_text (option, PLENUM_OPTION_POLL, self->poll);
  plenum_record_set_text (option, PLENUM_OPTION_IDEA, alive ? id : NULL);
  plenum_record_set_text (option, PLENUM_OPTION_TEXT, statement->text);
  plenum_record_set_text (option, PLENUM_OPTION_POSITION, position);
  g_ptr_array_add (self->options, g_steal_pointer (&option_id));

  return plenum_import_run_put (self->run, option, FALSE, NULL, error);
}

static gboolean
put_poll (PolisRun *self, gboolean *alive, GError **error)
{
  g_autoptr (PlenumRecord) poll = NULL;

  self->poll = make_id (self, "poll", "");
  poll = plenum_record_new (PLENUM_POLL, self->poll);
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, self->place.workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, self->part->parent.preview.title);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "agreement");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "a0");
  if (self->first > 0)
    plenum_record_set_integer (poll, PLENUM_POLL_OPENED, self->first);
  if (self->last > 0)
    {
      plenum_record_set_integer (poll, PLENUM_POLL_CLOSED, self->last);
      /* Whoever can export a conversation has seen how it stands. */
      plenum_record_set_integer (poll, PLENUM_POLL_SHOWN, self->last);
    }
  plenum_record_set_text (poll, PLENUM_POLL_SOURCE_SYSTEM, PLENUM_IMPORT_POLIS);
  plenum_record_set_text (poll, PLENUM_POLL_SOURCE_URL, self->polis->url);

  return plenum_import_run_put (self->run, poll, TRUE, alive, error);
}

typedef struct
{
  const char *option;
  int         choice;
} Choice;

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Choice *) a)->option, ((const Choice *) b)->option);
}

/* The choices of one person, from @from to before @to of the votes, canonical. */
static char *
make_choices (PolisRun *self, guint from, guint to)
{
  g_autofree Choice *choices = g_new (Choice, to - from);
  GString *json = g_string_sized_new ((to - from) * 44 + 2);

  for (guint i = from; i < to; i++)
    {
      PlenumPolisVote *vote = &g_array_index (self->polis->votes, PlenumPolisVote, i);

      choices[i - from].option = self->options->pdata[vote->statement];
      choices[i - from].choice = vote->vote * self->part->agree;
    }
  qsort (choices, to - from, sizeof (Choice), compare_choices);

  g_string_append_c (json, '{');
  for (guint i = 0; i < to - from; i++)
    g_string_append_printf (json, "%s\"%s\":%d", i > 0 ? "," : "", choices[i].option, choices[i].choice);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/* A ballot never changes. Where a later export has other votes of the same person,
 * another ballot takes its place. */
static gboolean
put_ballot (PolisRun *self, const char *voter, const char *choices, GHashTable *before, GError **error)
{
  g_autofree char *content = g_strdup_printf ("%s %s", voter, choices);
  g_autofree char *id = make_id (self, "ballot", content);
  const char *participant = g_hash_table_lookup (self->participants, voter);
  PlenumRecord *old = participant != NULL ? g_hash_table_lookup (before, participant) : NULL;
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, id);

  if (old != NULL && strcmp (plenum_record_get_id (old), id) != 0
      && !plenum_import_run_remove (self->run, old, error))
    return FALSE;

  plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, self->place.workshop);
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, self->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, participant);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "import");
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);

  return plenum_import_run_put (self->run, ballot, FALSE, NULL, error);
}

/* The ballots that an earlier import left, by participant. */
static GHashTable *
list_ballots (PolisRun *self, GError **error)
{
  g_autoptr (GPtrArray) ballots = plenum_store_list (plenum_edit_get_store (self->run->edit), PLENUM_BALLOT,
                                                     PLENUM_BALLOT_POLL, self->poll, error);
  GHashTable *by_participant;

  if (ballots == NULL)
    return NULL;

  by_participant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < ballots->len; i++)
    {
      const char *participant = plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_PARTICIPANT);

      if (participant != NULL)
        g_hash_table_insert (by_participant, g_strdup (participant), g_object_ref (ballots->pdata[i]));
    }

  return by_participant;
}

static gboolean
put_ballots (PolisRun *self, GError **error)
{
  GArray *votes = self->polis->votes;
  g_autoptr (GHashTable) before = list_ballots (self, error);
  guint from = 0;

  if (before == NULL)
    return FALSE;

  for (guint i = 1; i <= votes->len; i++)
    {
      guint voter = g_array_index (votes, PlenumPolisVote, from).voter;
      g_autofree char *choices = NULL;

      if (i < votes->len && g_array_index (votes, PlenumPolisVote, i).voter == voter)
        continue;

      choices = make_choices (self, from, i);
      if (!put_participant (self, self->polis->voters->pdata[voter], error)
          || !put_ballot (self, self->polis->voters->pdata[voter], choices, before, error)
          || !plenum_import_run_step (self->run, (double) i / votes->len, error))
        return FALSE;
      from = i;
    }

  return TRUE;
}

static void
find_times (PolisRun *self)
{
  for (guint i = 0; i < self->polis->votes->len; i++)
    {
      gint64 time = g_array_index (self->polis->votes, PlenumPolisVote, i).time;

      if (time > 0 && (self->first == 0 || time < self->first))
        self->first = time;
      self->last = MAX (self->last, time);
    }
}

static PlenumRecord *
make_workshop (PolisRun *self)
{
  g_autofree char *id = plenum_uuid_from_name ("polis", self->polis->key);
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, id);
  gint64 created = 0;

  for (guint i = 0; i < self->polis->statements->len; i++)
    {
      PlenumPolisStatement *statement = self->polis->statements->pdata[i];

      if (statement->time > 0 && (created == 0 || statement->time < created))
        created = statement->time;
    }

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, self->part->parent.preview.title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_PURPOSE, self->polis->description);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "finished");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_SYSTEM, PLENUM_IMPORT_POLIS);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_URL, self->polis->url);
  if (created > 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (created / 1000);
      g_autofree char *date = g_date_time_format (time, "%Y-%m-%d");

      plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, created);
      plenum_record_set_text (workshop, PLENUM_WORKSHOP_DATE, date);
    }

  return workshop;
}

static gboolean
put_all (PolisRun *self, PlenumRecord *workshop, GError **error)
{
  gboolean poll = self->polis->votes->len > 0;

  if (!plenum_import_place_find (&self->place, self->run, workshop, _("Statements"), error)
      || (poll && !put_poll (self, &poll, error)))
    return FALSE;

  for (guint i = 0; i < self->polis->statements->len; i++)
    if (!put_statement (self, self->polis->statements->pdata[i], poll, error))
      return FALSE;

  return !poll || put_ballots (self, error);
}

static gboolean
polis_run (PlenumImportPart *part, PlenumImportRun *run, GError **error)
{
  PolisRun self = { (PolisPart *) part, ((PolisPart *) part)->polis, run };
  g_autoptr (PlenumRecord) workshop = NULL;
  gboolean done;

  self.options = g_ptr_array_new_with_free_func (g_free);
  self.participants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  find_times (&self);
  workshop = make_workshop (&self);
  done = put_all (&self, workshop, error);
  for (guint i = 0; i < part->preview.lost->len; i++)
    {
      PlenumImportLoss *loss = part->preview.lost->pdata[i];

      plenum_import_result_lose (run->result, loss->column, loss->why);
    }

  plenum_import_place_clear (&self.place);
  g_free (self.poll);
  g_ptr_array_unref (self.options);
  g_hash_table_unref (self.participants);

  return done;
}

static void
polis_free (PlenumImportPart *part)
{
  PolisPart *self = (PolisPart *) part;

  g_clear_pointer (&self->polis, plenum_polis_free);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static const PlenumImportPartClass polis_class = { polis_run, polis_free };

static void
describe_votes (PolisPart *self, guint fitting)
{
  g_autofree char *note = NULL;

  if (self->polis->has_counts)
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         /* Translators: the first gap is +1 or −1. */
                                         "In the votes, %s means agreement: that gives exactly what %u of %u statement says of itself.",
                                         "In the votes, %s means agreement: that gives exactly what %u of %u statements say of themselves.",
                                         self->polis->statements->len),
                            self->agree > 0 ? "+1" : "−1", fitting, self->polis->statements->len);
  else
    note = g_strdup_printf (_("In the votes, %s is taken for agreement: the statements do not say how they were voted on."),
                            self->agree > 0 ? "+1" : "−1");
  g_ptr_array_add (self->parent.preview.notes, g_steal_pointer (&note));

  if (self->polis->replaced > 0)
    g_ptr_array_add (self->parent.preview.notes,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u vote was replaced by a later one of the same person.",
                                                   "%u votes were replaced by later ones of the same people.",
                                                   self->polis->replaced), self->polis->replaced));
  if (g_array_index (self->polis->votes, PlenumPolisVote, 0).time > 0)
    plenum_import_part_lose (&self->parent, "timestamp (votes)", _("A ballot does not keep when it was cast."));
}

static void
describe (PolisPart *self)
{
  PlenumImportPart *part = &self->parent;
  guint fitting;

  part->preview.title = g_strdup (self->polis->topic != NULL ? self->polis->topic : _("Polis conversation"));
  plenum_import_part_count (part, "workshop", 1);
  plenum_import_part_count (part, "participant", self->polis->voters->len);
  plenum_import_part_count (part, "idea", self->polis->statements->len);

  self->agree = plenum_polis_find_agree (self->polis, &fitting);
  if (self->polis->votes->len > 0)
    {
      plenum_import_part_count (part, "option", self->polis->statements->len);
      plenum_import_part_count (part, "ballot", self->polis->voters->len);
      describe_votes (self, fitting);
    }
  else if (self->polis->has_counts)
    {
      plenum_import_part_lose (part, "agrees", _("Without votes.csv there is no poll that could hold it."));
      plenum_import_part_lose (part, "disagrees", _("Without votes.csv there is no poll that could hold it."));
    }

  for (guint i = 0; i < self->polis->unknown->len; i++)
    plenum_import_part_lose (part, self->polis->unknown->pdata[i], _("There is no field for it."));
}

/* Overrules which number means agreement. */
void
plenum_import_polis_set_agree (PlenumImportPart *part, int agree)
{
  ((PolisPart *) part)->agree = agree < 0 ? -1 : 1;
}

/**
 * plenum_import_polis_new:
 * @files: (element-type PlenumRecognised): the files of one conversation
 *
 * Returns: (transfer full) (nullable): a conversation that was read through
 */
PlenumImportPart *
plenum_import_polis_new (GPtrArray *files, GCancellable *cancellable, GError **error)
{
  PolisPart *self = g_new0 (PolisPart, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (names, (char *) plenum_input_get_name (((PlenumRecognised *) files->pdata[i])->input));
  g_ptr_array_add (names, NULL);
  plenum_import_part_init (&self->parent, &polis_class, PLENUM_IMPORT_POLIS, (const char * const *) names->pdata);
  self->files = g_ptr_array_ref (files);

  self->polis = plenum_polis_read (files, cancellable, error);
  if (self->polis == NULL)
    {
      plenum_import_part_free (&self->parent);
      return NULL;
    }
  describe (self);

  return &self->parent;
}
