/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot that is being filled in, by touch, by keys or by typing numbers. It
 * never holds more than the poll allows, so what it gives can be cast. */
#include "plenum-ballot-draft-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-comparisons.h"

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (plenum-ballot-draft-error-quark, plenum_ballot_draft_error)
G_DEFINE_FINAL_TYPE (PlenumBallotDraft, plenum_ballot_draft, G_TYPE_OBJECT)

static void
plenum_ballot_draft_finalize (GObject *object)
{
  PlenumBallotDraft *self = PLENUM_BALLOT_DRAFT (object);

  g_clear_pointer (&self->profile, plenum_profile_free);
  g_free (self->workshop);
  g_free (self->poll);
  g_free (self->question);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_array_unref (self->answers);
  g_hash_table_unref (self->reasons);
  g_free (self->values);
  g_free (self->given);

  G_OBJECT_CLASS (plenum_ballot_draft_parent_class)->finalize (object);
}

static void
plenum_ballot_draft_class_init (PlenumBallotDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_ballot_draft_finalize;

  /**
   * PlenumBallotDraft::changed:
   *
   * Something else is filled in now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_ballot_draft_init (PlenumBallotDraft *self)
{
  self->reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->answers = g_array_new (FALSE, FALSE, sizeof (PlenumComparison));
}

static gint64
get_setting (PlenumBallotDraft *self, const char *name)
{
  return plenum_method_find_setting (plenum_profile_get_method (self->profile), name) != NULL
         ? plenum_profile_get_integer (self->profile, name) : 0;
}

static guint
count_grades (PlenumBallotDraft *self)
{
  g_auto (GStrv) grades = plenum_profile_list_grades (self->profile);

  return g_strv_length (grades);
}

static void
read_limits (PlenumBallotDraft *self)
{
  gint64 most = get_setting (self, "most");

  self->kind = plenum_profile_get_paper_kind (self->profile);
  switch (self->kind)
    {
    case PLENUM_PAPER_POINTS:
      self->points = get_setting (self, "points");
      self->most = most > 0 ? MIN (most, self->points) : self->points;
      break;

    case PLENUM_PAPER_CREDITS:
      self->points = get_setting (self, "credits");
      self->most = self->points;
      self->least = -self->points;
      break;

    case PLENUM_PAPER_RANKING:
      self->least = 1;
      self->most = plenum_profile_get_n_options (self->profile);
      break;

    case PLENUM_PAPER_SCORES:
      self->least = get_setting (self, "minimum");
      self->most = get_setting (self, "maximum");
      break;

    case PLENUM_PAPER_RESISTANCES:
      self->most = get_setting (self, "maximum");
      break;

    case PLENUM_PAPER_GRADES:
      self->least = 1;
      self->most = count_grades (self);
      break;

    case PLENUM_PAPER_CONSENT:
      self->most = 2;
      break;

    case PLENUM_PAPER_STANCES:
      self->least = -1;
      self->most = 1;
      break;

    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      self->points = self->kind == PLENUM_PAPER_SET ? most : 0;
      self->most = 1;
      break;
    }
}

/**
 * plenum_ballot_draft_new:
 * @form: the poll
 * @error: return location for an error in %PLENUM_VOTING_ERROR
 *
 * Returns: (transfer full) (nullable): an empty ballot
 */
PlenumBallotDraft *
plenum_ballot_draft_new (PlenumPollForm *form, GError **error)
{
  g_autoptr (PlenumBallotDraft) self = g_object_new (PLENUM_TYPE_BALLOT_DRAFT, NULL);
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  char **setting = (char **) form->settings->pdata;

  for (; setting[0] != NULL; setting += 2)
    plenum_settings_set (settings, setting[0], setting[1]);

  self->workshop = g_strdup (plenum_record_get_text (form->poll, PLENUM_POLL_WORKSHOP));
  self->poll = g_strdup (plenum_record_get_id (form->poll));
  self->question = g_strdup (plenum_record_get_text (form->poll, PLENUM_POLL_QUESTION));
  self->profile = plenum_profile_new (plenum_record_get_text (form->poll, PLENUM_POLL_METHOD),
                                      settings, error);
  if (self->profile == NULL)
    return NULL;

  for (guint i = 0; i < form->options->len; i++)
    {
      PlenumRecord *option = g_ptr_array_index (form->options, i);

      if (!plenum_profile_add_option (self->profile, plenum_record_get_id (option),
                                      plenum_record_get_text (option, PLENUM_OPTION_TEXT),
                                      plenum_record_get_text (option, PLENUM_OPTION_COST), error))
        return NULL;
    }

  read_limits (self);
  self->values = g_new0 (gint64, form->options->len);
  self->given = g_new0 (gboolean, form->options->len);
  /* Words would tell whose secret ballot it is. */
  self->takes_reasons = self->kind == PLENUM_PAPER_CONSENT
                        && plenum_record_get_integer (form->poll, PLENUM_POLL_SECRET) == 0;
  if (self->kind == PLENUM_PAPER_PAIR)
    plenum_ballot_draft_ask_pairs (self);

  return g_steal_pointer (&self);
}

const char *
plenum_ballot_draft_get_question (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  return self->question;
}

PlenumPaperKind
plenum_ballot_draft_get_kind (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), PLENUM_PAPER_SET);

  return self->kind;
}

guint
plenum_ballot_draft_get_n_options (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), 0);

  return plenum_profile_get_n_options (self->profile);
}

const char *
plenum_ballot_draft_get_option_text (PlenumBallotDraft *self, guint option)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  return plenum_profile_get_option_text (self->profile, option);
}

/**
 * plenum_ballot_draft_can_count:
 * @error: return location for an error of plenum_profile_check_budget()
 *
 * Returns: whether such ballots can be counted once they are there
 */
gboolean
plenum_ballot_draft_can_count (PlenumBallotDraft *self, GError **error)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), FALSE);

  return plenum_profile_check_budget (self->profile, error);
}

/**
 * plenum_ballot_draft_is_given:
 *
 * Returns: whether anything is filled in there; a pass is something
 */
gboolean
plenum_ballot_draft_is_given (PlenumBallotDraft *self, guint option)
{
  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), FALSE);

  return self->given[option];
}

gint64
plenum_ballot_draft_get_value (PlenumBallotDraft *self, guint option)
{
  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), 0);

  return self->values[option];
}

void
plenum_ballot_draft_changed (PlenumBallotDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Of what is given out, points or credits; those against something cost as much. */
gint64
plenum_ballot_draft_count_left (PlenumBallotDraft *self)
{
  gint64 left = self->points;

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    left -= ABS (self->values[i]);

  return left;
}

/**
 * plenum_ballot_draft_get_least:
 *
 * Returns: the lowest value that an option can have
 */
gint64
plenum_ballot_draft_get_least (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), 0);

  return self->least;
}

/**
 * plenum_ballot_draft_get_most:
 *
 * Returns: the highest value that @option can have as the rest of the ballot is
 */
gint64
plenum_ballot_draft_get_most (PlenumBallotDraft *self, guint option)
{
  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), 0);

  return self->points > 0
         ? MIN (self->most, ABS (self->values[option]) + plenum_ballot_draft_count_left (self)) : self->most;
}

gboolean
plenum_ballot_draft_zero_is_nothing (PlenumBallotDraft *self)
{
  return self->kind == PLENUM_PAPER_POINTS || self->kind == PLENUM_PAPER_SET || self->kind == PLENUM_PAPER_CREDITS
         || self->kind == PLENUM_PAPER_UTILITIES;
}

/**
 * plenum_ballot_draft_set_value:
 * @value: what the kind of ballot knows: see #PlenumPaperKind
 *
 * Returns: whether the ballot allows it; it stays as it was if not
 */
gboolean
plenum_ballot_draft_set_value (PlenumBallotDraft *self, guint option, gint64 value)
{
  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), FALSE);

  if (value < self->least || value > plenum_ballot_draft_get_most (self, option)
      || (self->kind == PLENUM_PAPER_CREDITS && -value > plenum_ballot_draft_get_most (self, option)))
    return FALSE;

  self->values[option] = value;
  self->given[option] = !plenum_ballot_draft_zero_is_nothing (self) || value != 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * plenum_ballot_draft_unset:
 *
 * Leaves @option out.
 */
void
plenum_ballot_draft_unset (PlenumBallotDraft *self, guint option)
{
  g_return_if_fail (option < plenum_ballot_draft_get_n_options (self));

  self->values[option] = 0;
  self->given[option] = FALSE;
  plenum_ballot_draft_close_ranks (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
plenum_ballot_draft_clear (PlenumBallotDraft *self)
{
  guint n = plenum_ballot_draft_get_n_options (self);

  memset (self->values, 0, n * sizeof (gint64));
  memset (self->given, 0, n * sizeof (gboolean));
  g_hash_table_remove_all (self->reasons);
  if (self->kind == PLENUM_PAPER_PAIR)
    {
      self->turn += self->answers->len > 0;
      g_array_set_size (self->answers, 0);
      plenum_ballot_draft_ask_pairs (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
plenum_ballot_draft_is_empty (PlenumBallotDraft *self)
{
  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    if (self->given[i])
      return FALSE;

  return TRUE;
}

/**
 * plenum_ballot_draft_describe:
 *
 * Returns: (transfer full): what a person may do on the ballot
 */
char *
plenum_ballot_draft_describe (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  return plenum_profile_describe_paper (self->profile);
}

/**
 * plenum_ballot_draft_list_grades:
 *
 * Returns: (transfer full): what the grades are called, the best first
 */
char **
plenum_ballot_draft_list_grades (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  return plenum_profile_list_grades (self->profile);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static PlenumRecord *
make_record (PlenumBallotDraft *self,
             const char        *channel,
             gint64             voters,
             const gint64      *values,
             const gboolean    *given)
{
  PlenumRecord *record = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GString) choices = g_string_new ("{");

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    if (given[i])
      g_ptr_array_add (ids, (gpointer) plenum_profile_get_option_id (self->profile, i));
  g_ptr_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    {
      guint option = 0;

      plenum_profile_find_option (self->profile, g_ptr_array_index (ids, i), &option);
      g_string_append_printf (choices, "%s\"%s\":%" G_GINT64_FORMAT, i > 0 ? "," : "",
                              (const char *) g_ptr_array_index (ids, i), values[option]);
    }
  g_string_append_c (choices, '}');

  plenum_record_set_text (record, PLENUM_BALLOT_WORKSHOP, self->workshop);
  plenum_record_set_text (record, PLENUM_BALLOT_POLL, self->poll);
  plenum_record_set_text (record, PLENUM_BALLOT_CHANNEL, channel);
  plenum_record_set_integer (record, PLENUM_BALLOT_VOTERS, voters);
  plenum_record_set_text (record, PLENUM_BALLOT_CHOICES, choices->str);

  return record;
}

/**
 * plenum_ballot_draft_to_record:
 * @channel: how it came
 *
 * Returns: (transfer full): the ballot of one person, to be cast
 */
PlenumRecord *
plenum_ballot_draft_to_record (PlenumBallotDraft *self, const char *channel)
{
  PlenumRecord *record;
  g_autofree char *reasons = NULL;

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  record = make_record (self, channel, 1, self->values, self->given);
  reasons = plenum_ballot_draft_write_reasons (self);
  if (reasons != NULL)
    plenum_record_set_text (record, PLENUM_BALLOT_EXTRA, reasons);

  return record;
}

/**
 * plenum_ballot_draft_count_hands:
 * @voters: how many people took part
 * @totals: (array): what each option got from all of them
 *
 * Returns: (transfer full): the show of hands, to be cast, which checks the totals
 */
PlenumRecord *
plenum_ballot_draft_count_hands (PlenumBallotDraft *self, gint64 voters, const gint64 *totals)
{
  guint n = plenum_ballot_draft_get_n_options (self);
  g_autofree gboolean *given = g_new0 (gboolean, n + 1);

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  for (guint i = 0; i < n; i++)
    given[i] = totals[i] != 0;

  return make_record (self, "hands", voters, totals, given);
}
