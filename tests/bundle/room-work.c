/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room-work.h"

#include "fixture.h"
#include "plenum-answer-actions.h"
#include "plenum-area-actions.h"
#include "plenum-ballots.h"
#include "plenum-board-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-step-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

/* Somebody at work. */
typedef struct
{
  PlenumStore *store;
  GRand       *rand;
} Work;

/* No two texts are the same, so that each can be looked for. */
static char *
say (const char *what)
{
  static guint n;

  return g_strdup_printf ("%s %u", what, ++n);
}

/* Performs it and lets go of it. That somebody else deleted what it is about, or
 * that a rule forbids it, is part of the work. */
static void
perform (Work *self, PlenumAction *action)
{
  g_autoptr (PlenumAction) own = action;
  g_autoptr (GError) error = NULL;

  if (!plenum_store_perform (self->store, own, &error)
      && !g_error_matches (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID)
      && !g_error_matches (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND))
    g_error ("%s", error->message);
}

static PlenumRecord *
pick (Work *self, PlenumRecordType type)
{
  g_autoptr (GPtrArray) records = plenum_store_list (self->store, type, -1, NULL, NULL);

  return records->len > 0 ? g_object_ref (records->pdata[g_rand_int_range (self->rand, 0, records->len)]) : NULL;
}

/* Ids of one to three of them, %NULL-terminated; or %NULL. */
static GStrv
pick_some (Work *self, PlenumRecordType type)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = g_rand_int_range (self->rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) record = pick (self, type);

      if (record != NULL && !g_ptr_array_find_with_equal_func (ids, plenum_record_get_id (record), g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (plenum_record_get_id (record)));
    }
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static void
write_text (Work *self)
{
  static const struct { PlenumRecordType type; guint field; } fields[] = {
    { PLENUM_IDEA, PLENUM_IDEA_TEXT }, { PLENUM_IDEA, PLENUM_IDEA_TEXT }, { PLENUM_IDEA, PLENUM_IDEA_TITLE },
    { PLENUM_IDEA, PLENUM_IDEA_LOCATION }, { PLENUM_WORKSHOP, PLENUM_WORKSHOP_TITLE }, { PLENUM_WORKSHOP, PLENUM_WORKSHOP_PURPOSE },
    { PLENUM_BOARD, PLENUM_BOARD_TITLE }, { PLENUM_BOARD, PLENUM_BOARD_X_AXIS }, { PLENUM_AREA, PLENUM_AREA_HINT },
    { PLENUM_THEME, PLENUM_THEME_TITLE }, { PLENUM_COMMENT, PLENUM_COMMENT_TEXT }, { PLENUM_OPTION, PLENUM_OPTION_TEXT },
    { PLENUM_STEP, PLENUM_STEP_TITLE }, { PLENUM_STEP, PLENUM_STEP_NOTE },
    { PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_NAME }, { PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_EMAIL },
  };
  guint i = g_rand_int_range (self->rand, 0, G_N_ELEMENTS (fields));
  g_autoptr (PlenumRecord) record = pick (self, fields[i].type);
  g_autofree char *text = say ("Text");

  if (record != NULL)
    perform (self, fixture_action_text (fields[i].type, plenum_record_get_id (record), fields[i].field, text));
}

static void
add_idea (Work *self)
{
  g_autoptr (PlenumRecord) area = pick (self, PLENUM_AREA);
  g_autofree char *text = say ("Idea");

  if (area != NULL)
    perform (self, plenum_action_add_idea (plenum_record_get_text (area, PLENUM_AREA_WORKSHOP), plenum_record_get_id (area),
                                           NULL, text, "idea", g_rand_boolean (self->rand)));
}

static void
comment (Work *self)
{
  g_autoptr (PlenumRecord) idea = pick (self, PLENUM_IDEA);
  g_autofree char *text = say ("Comment");

  if (idea != NULL)
    perform (self, plenum_action_add_comment (plenum_record_get_id (idea), text, NULL));
}

static void
tag (Work *self, gboolean deletions)
{
  static const char * const names[] = { "green", "soon", "cheap" };
  const char *name = names[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (names))];
  g_auto (GStrv) ids = pick_some (self, PLENUM_IDEA);

  if (ids != NULL && deletions && g_rand_int_range (self->rand, 0, 3) == 0)
    perform (self, plenum_action_remove_tag ((const char * const *) ids, name));
  else if (ids != NULL)
    perform (self, plenum_action_add_tag ((const char * const *) ids, name));
}

static void
sort (Work *self, gboolean deletions)
{
  g_auto (GStrv) ids = pick_some (self, PLENUM_IDEA);
  g_autoptr (PlenumRecord) theme = pick (self, PLENUM_THEME);
  g_autoptr (PlenumRecord) area = pick (self, PLENUM_AREA);
  const char * const *ideas = (const char * const *) ids;
  g_autofree char *title = say ("Theme");
  int what = g_rand_int_range (self->rand, 0, deletions ? 7 : 4);

  if (ids == NULL || area == NULL)
    return;
  if (what == 0 || theme == NULL)
    perform (self, plenum_action_group_ideas (ideas, title));
  else if (what == 1)
    perform (self, plenum_action_add_to_theme (plenum_record_get_id (theme), ideas));
  else if (what == 2)
    perform (self, plenum_action_rename_theme (plenum_record_get_id (theme), title));
  else if (what == 3)
    perform (self, plenum_action_move_ideas (ideas, plenum_record_get_id (area), NULL));
  else if (what == 4)
    perform (self, plenum_action_remove_from_theme (ideas, plenum_record_get_id (area), NULL));
  else if (what == 5)
    perform (self, plenum_action_dissolve_theme (plenum_record_get_id (theme)));
  else
    perform (self, plenum_action_merge_ideas (ideas));
}

static void
take_away (Work *self)
{
  g_auto (GStrv) ids = pick_some (self, PLENUM_IDEA);
  g_autoptr (PlenumRecord) area = pick (self, PLENUM_AREA);
  g_autoptr (PlenumRecord) remark = pick (self, PLENUM_COMMENT);
  g_autoptr (PlenumRecord) poll = pick (self, PLENUM_POLL);
  int what = g_rand_int_range (self->rand, 0, 23);

  if (what < 12 && ids != NULL)
    perform (self, plenum_action_delete_ideas ((const char * const *) ids));
  else if (what < 17 && remark != NULL)
    perform (self, plenum_action_delete_comment (plenum_record_get_id (remark)));
  else if (what < 20 && area != NULL)
    perform (self, plenum_action_delete_area (plenum_record_get_id (area), NULL));
  else if (what < 22 && poll != NULL)
    perform (self, plenum_action_delete_poll (plenum_record_get_id (poll)));
  else if (what == 22 && area != NULL)
    perform (self, plenum_action_delete_board (plenum_record_get_text (area, PLENUM_AREA_BOARD), NULL));
}

static gboolean
check_nothing (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  return TRUE;
}

static void
vote (Work *self, gboolean deletions)
{
  g_autoptr (PlenumRecord) option = pick (self, PLENUM_OPTION);
  g_autoptr (PlenumRecord) cast = pick (self, PLENUM_BALLOT);
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = NULL;

  if (deletions && cast != NULL && g_rand_int_range (self->rand, 0, 3) == 0)
    {
      perform (self, plenum_action_withdraw_ballot (plenum_record_get_id (cast)));
      return;
    }
  if (option == NULL)
    return;

  choices = g_strdup_printf ("{\"%s\":%d}", plenum_record_get_id (option), g_rand_int_range (self->rand, 1, 4));
  plenum_record_set_text (ballot, PLENUM_BALLOT_WORKSHOP, plenum_record_get_text (option, PLENUM_OPTION_WORKSHOP));
  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, plenum_record_get_text (option, PLENUM_OPTION_POLL));
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "screen");
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, 1);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  perform (self, plenum_action_cast_ballot (ballot, check_nothing));
}

/* The agenda is changed while it runs, and refers to what others delete. */
static void
plan (Work *self, gboolean deletions)
{
  g_autoptr (PlenumRecord) step = pick (self, PLENUM_STEP);
  g_autoptr (PlenumRecord) board = pick (self, PLENUM_BOARD);
  g_autofree char *title = say ("Step");
  int what = g_rand_int_range (self->rand, 0, deletions ? 6 : 5);

  if (board == NULL)
    return;
  if (step == NULL || what < 2)
    perform (self, plenum_action_add_step (plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP), title, NULL, 10, NULL));
  else if (what == 2)
    perform (self, plenum_action_start_step (plenum_record_get_id (step), g_rand_int_range (self->rand, 0, 1000)));
  else if (what == 3)
    perform (self, plenum_action_move_step (plenum_record_get_id (step), NULL));
  else if (what == 4)
    {
      plenum_record_set_text (step, PLENUM_STEP_BOARD, plenum_record_get_id (board));
      perform (self, plenum_action_edit_step (step));
    }
  else
    perform (self, plenum_action_delete_step (plenum_record_get_id (step)));
}

static void
answer (Work *self)
{
  g_auto (GStrv) ids = pick_some (self, PLENUM_IDEA);
  g_autoptr (PlenumRecord) record = plenum_record_new (PLENUM_ANSWER, NULL);
  g_autofree char *text = say ("Answer");

  if (ids == NULL)
    return;

  plenum_record_set_text (record, PLENUM_ANSWER_STATE, g_rand_boolean (self->rand) ? "funded" : "declined");
  plenum_record_set_text (record, PLENUM_ANSWER_TEXT, text);
  perform (self, plenum_action_answer_ideas (NULL, (const char * const *) ids, record));
}

/* One thing somebody does; without @deletions nothing that lets go of a record. */
void
room_work (PlenumStore *store, GRand *rand, gboolean deletions)
{
  Work self = { store, rand };
  int what = g_rand_int_range (rand, 0, 18);

  if (what < 6)
    write_text (&self);
  else if (what < 8)
    add_idea (&self);
  else if (what == 8)
    comment (&self);
  else if (what == 9)
    tag (&self, deletions);
  else if (what < 12)
    sort (&self, deletions);
  else if (what < 14)
    vote (&self, deletions);
  else if (what == 14)
    plan (&self, deletions);
  else if (what == 15)
    answer (&self);
  else if (deletions)
    take_away (&self);
}

static gboolean
add_person (PlenumEdit *edit, gpointer data, GError **error)
{
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autofree char *name = say ("Person");

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, data);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, TRUE);

  return plenum_edit_insert (edit, person, error);
}

static char *
add_poll (Work *self, const char *workshop)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "What first?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "a0");
  for (guint i = 0; i < 2; i++)
    {
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      plenum_record_set_text (option, PLENUM_OPTION_WORKSHOP, workshop);
      plenum_record_set_text (option, PLENUM_OPTION_POLL, plenum_record_get_id (poll));
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, i == 0 ? "Tea" : "Coffee");
      plenum_record_set_text (option, PLENUM_OPTION_POSITION, i == 0 ? "a0" : "a1");
      g_ptr_array_add (options, option);
    }
  perform (self, plenum_action_add_poll (poll, options));
  perform (self, plenum_action_open_poll (plenum_record_get_id (poll)));

  return g_strdup (plenum_record_get_id (poll));
}

/* A workshop with a wall, people, and a poll that is open. */
void
room_furnish (PlenumStore *store, GRand *rand)
{
  Work self = { store, rand };
  g_autoptr (PlenumAction) action = plenum_action_add_workshop ("Room", "en");
  const char *workshop = plenum_action_get_result (action);
  g_autofree char *poll = NULL;

  perform (&self, g_object_ref (action));
  perform (&self, plenum_action_add_board (workshop, "Wall"));
  perform (&self, plenum_action_add_board_as (workshop, "Field", "matrix"));
  perform (&self, plenum_action_new (plenum_label_new ("Add"), add_person, (gpointer) workshop, NULL));
  for (guint i = 0; i < 4; i++)
    add_idea (&self);
  poll = add_poll (&self, workshop);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 4);
  g_assert_cmpint (plenum_store_count (store, PLENUM_OPTION, PLENUM_OPTION_POLL, poll), ==, 2);
}
