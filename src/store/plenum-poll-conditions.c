/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-poll-conditions.h"

#include <glib/gi18n-lib.h>

#include "plenum-request.h"
#include "plenum-store-private.h"

/* Members of %PLENUM_POLL_EXTRA. */
static const char * const names[PLENUM_N_POLL_CONDITIONS] = { "four_eyes", "names_only" };

/**
 * plenum_poll_condition_get_name:
 *
 * Returns: (transfer static): its name in bundles and answers of plenum-cli
 */
const char *
plenum_poll_condition_get_name (PlenumPollCondition condition)
{
  return names[condition];
}

/**
 * plenum_store_has_condition:
 *
 * Returns: whether it holds for @poll
 */
gboolean
plenum_store_has_condition (PlenumStore *self, PlenumRecord *poll, PlenumPollCondition condition)
{
  return plenum_database_number (self->database, "SELECT coalesce (json_extract (?1, '$.' || ?2), 0)", "tt",
                                 plenum_record_get_text (poll, PLENUM_POLL_EXTRA), names[condition]) == 1;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * plenum_store_check_conditions:
 * @poll: a poll as it shall be
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID if what is wanted cannot be had together
 */
gboolean
plenum_store_check_conditions (PlenumStore *self, PlenumRecord *poll, GError **error)
{
  if (!plenum_store_has_condition (self, poll, PLENUM_POLL_FOUR_EYES))
    return TRUE;
  if (plenum_record_get_integer (poll, PLENUM_POLL_SECRET) != 0)
    return refuse (error, _("Papers of a secret poll cannot be typed twice: each is sealed as soon as it is typed, so that "
                            "nobody can compare it. Let the poll be open, or have its papers typed once."));

  return !plenum_store_has_condition (self, poll, PLENUM_POLL_NAMES_ONLY)
         || refuse (error, _("A paper has no name. Where only people on the list vote, there are no papers to be typed twice."));
}

static PlenumLabel *
make_label (PlenumRecord *poll, PlenumPollCondition condition, gboolean holds)
{
  const char *question = plenum_record_get_text (poll, PLENUM_POLL_QUESTION);

  if (condition == PLENUM_POLL_FOUR_EYES)
    return holds ? plenum_label_new_named ("Have the papers of “{name}” typed twice", question)
                 : plenum_label_new_named ("Have the papers of “{name}” typed once", question);

  return holds ? plenum_label_new_named ("Let only people on the list vote in “{name}”", question)
               : plenum_label_new_named ("Let people vote without a name in “{name}”", question);
}

static gboolean
set_condition (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, request->id, error);
  g_autofree char *extra = NULL;

  if (poll == NULL)
    return FALSE;
  if (g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), "draft") != 0)
    return refuse (error, request->field == PLENUM_POLL_FOUR_EYES
                   ? _("Whether papers are typed twice is settled once a poll is open. Copy it to settle it otherwise.")
                   : _("Who may vote is settled once a poll is open. Copy it to settle it otherwise."));

  /* What a newer program keeps there stays. */
  extra = plenum_database_text (store->database, request->flag
                                ? "SELECT json_set (coalesce (?1, '{}'), '$.' || ?2, json ('true'))"
                                : "SELECT nullif (json_remove (coalesce (?1, '{}'), '$.' || ?2), '{}')", "tt",
                                plenum_record_get_text (poll, PLENUM_POLL_EXTRA), names[request->field]);
  plenum_record_set_text (poll, PLENUM_POLL_EXTRA, extra);
  plenum_request_set_label (request, make_label (poll, request->field, request->flag));

  return plenum_store_check_conditions (store, poll, error) && plenum_edit_update (edit, poll, error);
}

/**
 * plenum_action_set_condition:
 * @poll: the id of a draft
 * @holds: whether it is to hold
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID unless it is a draft, or where it cannot hold
 *   beside what else does
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_condition (const char *poll, PlenumPollCondition condition, gboolean holds)
{
  PlenumRequest *request = plenum_request_new_id (poll);

  request->field = condition;
  request->flag = holds;

  return plenum_request_to_action (request, condition == PLENUM_POLL_FOUR_EYES
                                   ? plenum_label_new ("Have papers typed twice")
                                   : plenum_label_new ("Settle who may vote"), set_condition);
}
