/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the list of people. */
#include "plenum-participant-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-weight.h"

static const char *
get_name (PlenumRecord *participant)
{
  const char *name = plenum_record_get_text (participant, PLENUM_PARTICIPANT_NAME);

  return name != NULL ? name : plenum_record_get_text (participant, PLENUM_PARTICIPANT_PSEUDONYM);
}

static gboolean
check_participant (PlenumRecord *participant, GError **error)
{
  const char *weight = plenum_record_get_text (participant, PLENUM_PARTICIPANT_WEIGHT);

  if (!plenum_request_needs_text (get_name (participant), _("A participant needs a name"), error))
    return FALSE;

  if (weight != NULL && !plenum_weight_is_valid (weight))
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                   _("“%s” is no weight of a vote. Write a positive number such as 2, or a fraction such as 3/2."), weight);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_one (PlenumEdit *edit, PlenumRecord *participant, GError **error)
{
  const char *workshop = plenum_record_get_text (participant, PLENUM_PARTICIPANT_WORKSHOP);
  g_autoptr (PlenumRecord) owner = plenum_store_get (plenum_edit_get_store (edit), PLENUM_WORKSHOP,
                                                     workshop != NULL ? workshop : "", error);

  if (plenum_record_is_null (participant, PLENUM_PARTICIPANT_PRESENT))
    plenum_record_set_integer (participant, PLENUM_PARTICIPANT_PRESENT, FALSE);

  return owner != NULL && check_participant (participant, error) && plenum_edit_insert (edit, participant, error);
}

static gboolean
add_participant (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return add_one (edit, request->record, error);
}

/**
 * plenum_action_add_participant:
 * @participant: a new record, with its workshop
 *
 * The result is the record's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_participant (PlenumRecord *participant)
{
  PlenumAction *action = plenum_request_to_action (plenum_request_new_record (participant),
                                                   plenum_label_new_named ("Add participant {name}", get_name (participant)),
                                                   add_participant);

  plenum_action_set_result (action, plenum_record_get_id (participant));
  return action;
}

static gboolean
edit_participant (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  return check_participant (request->record, error) && plenum_edit_update (edit, request->record, error);
}

/**
 * plenum_action_edit_participant:
 * @changed: a copy of the participant, with the same id, as it shall be
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_edit_participant (PlenumRecord *changed)
{
  return plenum_request_to_action (plenum_request_new_record (changed),
                                   plenum_label_new_named ("Edit participant {name}", get_name (changed)),
                                   edit_participant);
}

static gboolean
put_participants (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->records != NULL && i < request->records->len; i++)
    if (!check_participant (request->records->pdata[i], error)
        || !plenum_edit_update (edit, request->records->pdata[i], error))
      return FALSE;

  for (guint i = 0; request->added != NULL && i < request->added->len; i++)
    if (!add_one (edit, request->added->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_put_participants:
 * @changed: (nullable) (element-type PlenumRecord): copies of participants as they
 *   shall be
 * @added: (nullable) (element-type PlenumRecord): new participants
 *
 * A pasted or imported list, taken over as one step.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_put_participants (GPtrArray *changed, GPtrArray *added)
{
  PlenumRequest *request = plenum_request_new ();
  guint n_changed = changed != NULL ? changed->len : 0;
  guint n_added = added != NULL ? added->len : 0;
  PlenumLabel *label;

  request->records = plenum_request_copy_records (changed);
  request->added = plenum_request_copy_records (added);
  if (n_changed == 0)
    label = plenum_label_new_count ("Add participant", "Add {count} participants", n_added, NULL);
  else if (n_added == 0)
    label = plenum_label_new_count ("Edit participant", "Edit {count} participants", n_changed, NULL);
  else
    label = plenum_label_new_count ("Take over participant", "Take over {count} participants", n_changed + n_added, NULL);

  return plenum_request_to_action (request, label, put_participants);
}

static gboolean
set_present (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_edit_set_integer (edit, PLENUM_PARTICIPANT, request->ids[i], PLENUM_PARTICIPANT_PRESENT,
                                  request->flag, error))
      return FALSE;

  return TRUE;
}

PlenumAction *
plenum_action_set_present (const char * const *ids, gboolean present)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  guint count = g_strv_length (request->ids);

  request->flag = present != FALSE;
  return plenum_request_to_action (request,
                                   present ? plenum_label_new_count ("Mark participant as present",
                                                                     "Mark {count} participants as present", count, NULL)
                                           : plenum_label_new_count ("Mark participant as absent",
                                                                     "Mark {count} participants as absent", count, NULL),
                                   set_present);
}

static gboolean
set_consent (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) participant = plenum_store_get (plenum_edit_get_store (edit), PLENUM_PARTICIPANT,
                                                               request->ids[i], error);

      if (participant == NULL)
        return FALSE;
      /* The date says when consent was given first; giving it again does not move it. */
      if (request->flag && !plenum_record_is_null (participant, PLENUM_PARTICIPANT_CONSENT))
        continue;

      if (request->flag)
        plenum_record_set_integer (participant, PLENUM_PARTICIPANT_CONSENT, g_get_real_time () / 1000);
      else
        plenum_record_set_null (participant, PLENUM_PARTICIPANT_CONSENT);
      if (!plenum_edit_update (edit, participant, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_set_consent:
 * @consent: whether consent was given, now, or taken back
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_consent (const char * const *ids, gboolean consent)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  guint count = g_strv_length (request->ids);

  request->flag = consent != FALSE;
  return plenum_request_to_action (request,
                                   consent ? plenum_label_new_count ("Record consent of participant",
                                                                     "Record consent of {count} participants", count, NULL)
                                           : plenum_label_new_count ("Withdraw consent of participant",
                                                                     "Withdraw consent of {count} participants", count, NULL),
                                   set_consent);
}

static gboolean
delete_participants (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      const char *id = request->ids[i];

      if (!plenum_request_clear_where (edit, PLENUM_IDEA, PLENUM_IDEA_AUTHOR, id, error)
          || !plenum_request_clear_where (edit, PLENUM_COMMENT, PLENUM_COMMENT_AUTHOR, id, error)
          || !plenum_request_clear_where (edit, PLENUM_BALLOT, PLENUM_BALLOT_PARTICIPANT, id, error)
          || !plenum_edit_delete (edit, PLENUM_PARTICIPANT, id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_delete_participants:
 *
 * Takes people off the list. What they wrote and how they voted stays, and no
 * longer says who it was.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_delete_participants (const char * const *ids)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Delete participant", "Delete {count} participants",
                                                           g_strv_length (request->ids), NULL),
                                   delete_participants);
}
