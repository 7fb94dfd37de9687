/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the ballots takes the store; counting them does not, and may be done on any
 * other thread meanwhile. */
#include "plenum-poll-findings.h"

#include "plenum-poll-result.h"

/**
 * plenum_poll_findings_read:
 * @poll: the id of a closed poll
 *
 * Reads the ballots. Call this on the thread of @store.
 *
 * Errors: those of plenum_poll_result_read()
 *
 * Returns: (transfer full) (nullable): ballots that are still to be counted
 */
PlenumPollFindings *
plenum_poll_findings_read (PlenumStore *store, const char *poll, GCancellable *cancellable, GError **error)
{
  PlenumProfile *profile = plenum_poll_result_read (store, poll, cancellable, error);
  PlenumPollFindings *self;

  if (profile == NULL)
    return NULL;

  self = g_new0 (PlenumPollFindings, 1);
  g_atomic_ref_count_init (&self->references);
  self->profile = profile;

  return self;
}

/**
 * plenum_poll_findings_count:
 *
 * Counts what was read. Any thread may do that, while no other looks at it.
 *
 * Errors: those of plenum_tally_count()
 */
gboolean
plenum_poll_findings_count (PlenumPollFindings *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self->tally == NULL, FALSE);

  self->tally = plenum_tally_count (self->profile, cancellable, error);
  if (self->tally == NULL)
    return FALSE;

  self->transfers = plenum_transfers_new (self->tally);
  self->spread = plenum_spread_new (self->profile);
  return TRUE;
}

/**
 * plenum_poll_findings_ref:
 *
 * Returns: (transfer full): the same findings
 */
PlenumPollFindings *
plenum_poll_findings_ref (PlenumPollFindings *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plenum_poll_findings_unref (PlenumPollFindings *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->spread, plenum_spread_free);
  g_clear_pointer (&self->transfers, plenum_transfers_free);
  g_clear_pointer (&self->tally, plenum_tally_unref);
  plenum_profile_free (self->profile);
  g_free (self);
}
