/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a card where people voted on it. Votes belong to the card that stood on
 * the ballot: where several were merged later, each keeps its own, and none are added up. */
#include "plenum-idea-votes.h"

#include "plenum-poll-result.h"

typedef struct
{
  PlenumStore  *store;
  GHashTable   *tallies; /* id of a poll → PlenumTally: one in which several of the cards were options is counted once */
  GHashTable   *seen;    /* a set of ids of cards: copies that were merged apart might contain each other */
  GPtrArray    *votes;
  GCancellable *cancellable;
} Search;

void
plenum_idea_vote_free (PlenumIdeaVote *self)
{
  g_object_unref (self->idea);
  g_object_unref (self->poll);
  plenum_tally_unref (self->tally);
  g_free (self);
}

/* Showing a result is a decision of its own: until then the vote can be opened again.
 * A result that may not be shown, or cannot be counted, is not there. */
static PlenumTally *
count (Search *self, PlenumRecord *poll)
{
  const char *id = plenum_record_get_id (poll);
  PlenumTally *tally = g_hash_table_lookup (self->tallies, id);

  if (tally != NULL || plenum_record_is_null (poll, PLENUM_POLL_SHOWN))
    return tally;

  tally = plenum_poll_result_count (self->store, id, self->cancellable, NULL);
  if (tally != NULL)
    g_hash_table_insert (self->tallies, g_strdup (id), tally);

  return tally;
}

static gboolean
find_option (PlenumTally *tally, const char *id, guint *option)
{
  for (guint i = 0; i < plenum_tally_get_n_options (tally); i++)
    if (g_strcmp0 (plenum_tally_get_option_id (tally, i), id) == 0)
      {
        *option = i;
        return TRUE;
      }

  return FALSE;
}

static void
add_vote (Search *self, PlenumRecord *idea, PlenumRecord *option)
{
  g_autoptr (PlenumRecord) poll = plenum_store_get (self->store, PLENUM_POLL, plenum_record_get_text (option, PLENUM_OPTION_POLL), NULL);
  PlenumTally *tally = poll != NULL ? count (self, poll) : NULL;
  PlenumIdeaVote *vote;
  guint number;

  if (tally == NULL || !find_option (tally, plenum_record_get_id (option), &number))
    return;

  vote = g_new (PlenumIdeaVote, 1);
  vote->idea = g_object_ref (idea);
  vote->poll = g_steal_pointer (&poll);
  vote->tally = plenum_tally_ref (tally);
  vote->option = number;
  g_ptr_array_add (self->votes, vote);
}

/* The polls of one card, the first that was closed first. */
static int
compare_votes (gconstpointer a, gconstpointer b)
{
  PlenumRecord *first = (*(PlenumIdeaVote * const *) a)->poll;
  PlenumRecord *second = (*(PlenumIdeaVote * const *) b)->poll;
  gint64 one = plenum_record_get_integer (first, PLENUM_POLL_CLOSED);
  gint64 other = plenum_record_get_integer (second, PLENUM_POLL_CLOSED);

  return one != other ? (one > other) - (one < other) : g_strcmp0 (plenum_record_get_id (first), plenum_record_get_id (second));
}

static gboolean
add_idea (Search *self, PlenumRecord *idea, GError **error)
{
  const char *id = plenum_record_get_id (idea);
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (GPtrArray) inside = NULL;
  guint first = self->votes->len;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!g_hash_table_add (self->seen, g_strdup (id)))
    return TRUE;
  if ((options = plenum_store_list (self->store, PLENUM_OPTION, PLENUM_OPTION_IDEA, id, error)) == NULL
      || (inside = plenum_store_list (self->store, PLENUM_IDEA, PLENUM_IDEA_FACE, id, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < options->len; i++)
    add_vote (self, idea, options->pdata[i]);
  if (self->votes->len > first)
    qsort (self->votes->pdata + first, self->votes->len - first, sizeof (gpointer), compare_votes);
  for (guint i = 0; i < inside->len; i++)
    if (!add_idea (self, inside->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_idea_votes_read:
 * @idea: the id of a card
 * @cancellable: (nullable): stops the count
 *
 * Counts the polls in which @idea, or a card that was merged into it, was an option.
 * Polls whose result was not shown yet, or may not be shown, are left out. Call this
 * on the thread of @store.
 *
 * Errors: those of the store, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type PlenumIdeaVote): those of @idea
 *   first, then those of each card inside it
 */
GPtrArray *
plenum_idea_votes_read (PlenumStore *store, const char *idea, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumRecord) record = plenum_store_get (store, PLENUM_IDEA, idea, error);
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) plenum_tally_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) votes = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_idea_vote_free);
  Search self = { store, tallies, seen, votes, cancellable };

  if (record == NULL || !add_idea (&self, record, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&votes);
}
