/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the beamer shows of a poll. Ballots are read only once its result was shown. */
#include "plenum-presenter-poll.h"

#include "plenum-poll-result.h"

/* Grades are shown as they were given, one beside the other. */
static void
count (PlenumPresenterPoll *self, PlenumStore *store, const char *id, GCancellable *cancellable)
{
  g_autoptr (PlenumProfile) profile = plenum_poll_result_read (store, id, cancellable, NULL);
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (self->form->poll, PLENUM_POLL_METHOD));

  if (profile == NULL)
    return;

  self->tally = plenum_tally_count (profile, cancellable, NULL);
  if (plenum_method_get_paper_kind (method) == PLENUM_PAPER_GRADES)
    self->spread = plenum_spread_new (profile);
}

/**
 * plenum_presenter_poll_query:
 * @id: (type utf8): of the poll
 *
 * For plenum_library_query_async(). A result that cannot be counted is not there.
 *
 * Returns: (transfer full) (nullable): a #PlenumPresenterPoll
 */
gpointer
plenum_presenter_poll_query (PlenumStore *store, gpointer id, GCancellable *cancellable, GError **error)
{
  PlenumPresenterPoll *self;
  PlenumPollForm *form = plenum_store_get_poll_form (store, id, error);

  if (form == NULL)
    return NULL;

  self = g_new0 (PlenumPresenterPoll, 1);
  self->form = form;
  /* Showing it is a decision of its own: until then the vote can be opened again. */
  if (!plenum_record_is_null (form->poll, PLENUM_POLL_SHOWN))
    count (self, store, id, cancellable);

  return self;
}

void
plenum_presenter_poll_free (PlenumPresenterPoll *self)
{
  g_clear_pointer (&self->form, plenum_poll_form_free);
  g_clear_pointer (&self->tally, plenum_tally_unref);
  g_clear_pointer (&self->spread, plenum_spread_free);
  g_free (self);
}
