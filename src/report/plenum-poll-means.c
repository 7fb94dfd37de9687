/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How good the room thought each idea to be: the means of a score poll, as places
 * along an axis. */
#include "plenum-poll-means.h"

#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-result.h"
#include "plenum-sheet-check.h"

G_DEFINE_QUARK (plenum-poll-means-error-quark, plenum_poll_means_error)

#define METHOD "score"

void
plenum_poll_mean_free (PlenumPollMean *self)
{
  g_free (self->idea);
  g_free (self);
}

/**
 * plenum_poll_means_has:
 * @poll: a poll
 *
 * Returns: whether it gives means: it asks for numbers, and its result was shown
 */
gboolean
plenum_poll_means_has (PlenumRecord *poll)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_METHOD), METHOD) == 0
         && g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), "closed") == 0
         && !plenum_record_is_null (poll, PLENUM_POLL_SHOWN);
}

/* The means as they were counted, by option; an option that nobody scored has none. */
static const PlenumFigure *
find_means (const PlenumTally *tally)
{
  const PlenumStep *step = plenum_tally_find_step (tally, "sums");

  return step != NULL ? plenum_step_find_figure (step, "means") : NULL;
}

static const char *
find_idea (PlenumPollForm *form, const char *option)
{
  for (guint i = 0; i < form->options->len; i++)
    if (g_strcmp0 (plenum_record_get_id (form->options->pdata[i]), option) == 0)
      return plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_IDEA);

  return NULL;
}

static GPtrArray *
collect (PlenumPollForm *form, const PlenumTally *tally, double lowest, double highest)
{
  GPtrArray *means = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_poll_mean_free);
  const PlenumFigure *figure = find_means (tally);

  for (guint i = 0; figure != NULL && i < plenum_tally_get_n_options (tally) && i < figure->n_values; i++)
    {
      const char *idea = find_idea (form, plenum_tally_get_option_id (tally, i));
      PlenumPollMean *mean;

      if (idea == NULL || figure->values[i] == NULL || plenum_tally_get_count (tally, i, 0) == 0)
        continue;
      mean = g_new (PlenumPollMean, 1);
      mean->idea = g_strdup (idea);
      mean->mean = CLAMP ((plenum_rational_to_double (figure->values[i]) - lowest) / MAX (highest - lowest, 1), 0, 1);
      g_ptr_array_add (means, mean);
    }

  return means;
}

/**
 * plenum_poll_means_read:
 * @poll: the id of a closed score poll
 * @cancellable: (nullable): stops the count
 *
 * Call this on the thread of @store.
 *
 * Errors: %PLENUM_POLL_MEANS_ERROR_NO_SCORES, those of plenum_poll_result_count()
 *
 * Returns: (transfer full) (nullable) (element-type PlenumPollMean): the means of those
 *   options that are ideas and were scored by somebody
 */
GPtrArray *
plenum_poll_means_read (PlenumStore *store, const char *poll, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll, error);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumProfile) profile = NULL;
  PlenumSheetForm sheet;

  if (form == NULL)
    return NULL;
  if (g_strcmp0 (plenum_record_get_text (form->poll, PLENUM_POLL_METHOD), METHOD) != 0)
    {
      g_set_error_literal (error, PLENUM_POLL_MEANS_ERROR, PLENUM_POLL_MEANS_ERROR_NO_SCORES,
                           _("This poll gives no numbers to options. Choose one that does."));
      return NULL;
    }

  sheet = plenum_poll_form_get_sheet (form);
  if ((tally = plenum_poll_result_count (store, poll, cancellable, error)) == NULL
      || (profile = plenum_profile_new_for_form (&sheet, error)) == NULL)
    return NULL;

  return collect (form, tally, plenum_profile_get_integer (profile, "minimum"), plenum_profile_get_integer (profile, "maximum"));
}
