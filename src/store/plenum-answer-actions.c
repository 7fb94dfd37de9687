/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of ideas. An answer belongs to the workshop of its idea, so that it goes
 * back there with the next bundle, and those who wrote the card can be told. */
#include "plenum-answer-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-synthesis-actions.h"
#include "plenum-uuid.h"

static const char * const states[] = { "considered", "merged", "funded", "declined", NULL };

/**
 * plenum_answer_id:
 * @sender: (nullable): the organisation that answers
 *
 * Each organisation has one answer to an idea, also where two of its libraries gave it.
 *
 * Returns: (transfer full): the id of the answer
 */
char *
plenum_answer_id (const char *idea, const char *sender)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", idea, sender != NULL ? sender : "");

  return plenum_uuid_from_name ("answer", key);
}

static gboolean
put_answer (PlenumEdit *edit, const char *idea_id, PlenumRecord *answer, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, idea_id, error);
  g_autofree char *id = NULL;
  g_autoptr (PlenumRecord) there = NULL;
  g_autoptr (PlenumRecord) put = NULL;

  if (idea == NULL)
    return FALSE;

  id = plenum_answer_id (idea_id, plenum_record_get_text (answer, PLENUM_ANSWER_SENDER));
  there = plenum_store_get (store, PLENUM_ANSWER, id, NULL);
  put = plenum_record_copy (answer, id);
  plenum_record_set_text (put, PLENUM_ANSWER_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  plenum_record_set_text (put, PLENUM_ANSWER_IDEA, idea_id);
  if (there == NULL)
    return plenum_edit_insert (edit, put, error);

  /* What a newer program said with it stays. */
  plenum_record_set_text (put, PLENUM_ANSWER_EXTRA, plenum_record_get_text (there, PLENUM_ANSWER_EXTRA));
  return plenum_edit_update (edit, put, error);
}

/* The name of the theme into which the synthesis put the idea. */
static char *
find_theme (PlenumStore *store, const char *synthesis, const char *idea)
{
  g_autofree char *id = synthesis != NULL ? plenum_assignment_id (synthesis, idea) : NULL;
  g_autoptr (PlenumRecord) assignment = id != NULL ? plenum_store_get (store, PLENUM_ASSIGNMENT, id, NULL) : NULL;
  const char *theme = assignment != NULL ? plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_THEME) : NULL;
  g_autoptr (PlenumRecord) record = theme != NULL ? plenum_store_get (store, PLENUM_THEME, theme, NULL) : NULL;

  return record != NULL ? g_strdup (plenum_record_get_text (record, PLENUM_THEME_TITLE)) : NULL;
}

static gboolean
answer_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  const char *state = plenum_record_get_text (request->record, PLENUM_ANSWER_STATE);

  if (state == NULL || !g_strv_contains (states, state))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("There is no such answer. There are considered, merged, funded and declined."));
      return FALSE;
    }
  if (!plenum_request_needs_text (plenum_record_get_text (request->record, PLENUM_ANSWER_TEXT),
                                  _("An answer needs a sentence for those who wrote the card"), error))
    return FALSE;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autofree char *theme = find_theme (plenum_edit_get_store (edit), request->target, request->ids[i]);

      plenum_record_set_text (request->record, PLENUM_ANSWER_THEME, theme);
      if (!put_answer (edit, request->ids[i], request->record, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_answer_ideas:
 * @synthesis: (nullable): where it is done: its history has it too, and the theme that
 *   each idea is in there is named in its answer
 * @ideas: (array zero-terminated): ideas of any workshops
 * @answer: state, text and sender; all else is filled in
 *
 * Answers each of them; an earlier answer of the same sender is replaced.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for another
 * state or an empty text
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_answer_ideas (const char *synthesis, const char * const *ideas, PlenumRecord *answer)
{
  PlenumRequest *request = plenum_request_new_ids (ideas);
  PlenumAction *action;

  request->record = plenum_record_copy (answer, plenum_record_get_id (answer));
  request->target = g_strdup (synthesis);
  plenum_record_set_integer (request->record, PLENUM_ANSWER_CREATED, g_get_real_time () / 1000);
  action = plenum_request_to_action (request,
                                     plenum_label_new_count ("Answer card", "Answer {count} cards", g_strv_length (request->ids), NULL),
                                     answer_ideas);
  if (synthesis != NULL)
    plenum_action_set_place (action, synthesis);

  return action;
}

static gboolean
take_back (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_edit_delete (edit, PLENUM_ANSWER, request->ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_take_back:
 * @synthesis: (nullable): where it is done, whose history has it too
 * @answers: (array zero-terminated): ids of answers
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_take_back (const char *synthesis, const char * const *answers)
{
  PlenumRequest *request = plenum_request_new_ids (answers);
  PlenumAction *action =
    plenum_request_to_action (request,
                              plenum_label_new_count ("Take back answer", "Take back {count} answers",
                                                      g_strv_length (request->ids), NULL),
                              take_back);

  if (synthesis != NULL)
    plenum_action_set_place (action, synthesis);

  return action;
}

/**
 * plenum_answers_hand_down:
 * @from: an idea that is about to go
 * @to: the idea that gets its answers, but for those it has already
 */
gboolean
plenum_answers_hand_down (PlenumEdit *edit, const char *from, const char *to, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GPtrArray) answers = plenum_store_list (store, PLENUM_ANSWER, PLENUM_ANSWER_IDEA, from, error);

  if (answers == NULL)
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *id = plenum_answer_id (to, plenum_record_get_text (answers->pdata[i], PLENUM_ANSWER_SENDER));
      g_autoptr (PlenumRecord) there = plenum_store_get (store, PLENUM_ANSWER, id, NULL);

      if (there == NULL && !put_answer (edit, to, answers->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}
