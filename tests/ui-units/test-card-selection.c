/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, and what a command on it is about. */
#include "board-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"

static PlenumBoardEntry *
get (Scene *scene, const char *id)
{
  return plenum_board_model_lookup (scene->model, id);
}

static void
assert_ids (char **ids, const char *const *expected)
{
  g_assert_cmpstrv (ids, expected);
  g_strfreev (ids);
}

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
changed_cb (PlenumCardSelection *selection, guint *n)
{
  (*n)++;
}

static void
test_select (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *c = scene_add (scene, "c", FALSE);
  PlenumCardSelection *selection = plenum_board_model_get_selection (scene->model);
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (changed_cb), &n);
  plenum_card_selection_select (selection, get (scene, b), TRUE);
  plenum_card_selection_select (selection, get (scene, a), TRUE);
  g_assert_cmpuint (n, ==, 2);
  /* As they stand on the board, not as they were selected. */
  assert_ids (plenum_card_selection_dup_ids (selection, get (scene, a)), IDS (a, b));
  assert_ids (plenum_card_selection_dup_ids (selection, NULL), IDS (a, b));
  assert_ids (plenum_card_selection_dup_ids (selection, get (scene, c)), IDS (c));

  plenum_card_selection_set_current (selection, get (scene, a));
  scene_perform (scene, plenum_action_delete_ideas (IDS (a)));
  g_assert_null (plenum_card_selection_get_current (selection));
  g_assert_cmpuint (plenum_card_selection_count (selection), ==, 1);
  plenum_card_selection_select_only (selection, get (scene, c));
  g_assert_false (plenum_board_entry_get_selected (get (scene, b)));
  g_assert_true (plenum_board_entry_get_selected (get (scene, c)));
  plenum_card_selection_select_none (selection);
  g_assert_cmpuint (plenum_card_selection_count (selection), ==, 0);
  n = 0;
  plenum_card_selection_select_none (selection);
  g_assert_cmpuint (n, ==, 0);
  g_signal_handlers_disconnect_by_data (selection, &n);
}

static void
test_extend (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE);
  g_autofree char *c = scene_add (scene, "c", FALSE), *d = scene_add (scene, "d", FALSE);
  PlenumCardSelection *selection = plenum_board_model_get_selection (scene->model);
  guint n = 0;

  plenum_card_selection_select_only (selection, get (scene, b));
  g_signal_connect (selection, "changed", G_CALLBACK (changed_cb), &n);
  plenum_card_selection_extend (selection, get (scene, d));
  assert_ids (plenum_card_selection_dup_ids (selection, NULL), IDS (b, c, d));
  plenum_card_selection_extend (selection, get (scene, a));
  assert_ids (plenum_card_selection_dup_ids (selection, NULL), IDS (a, b));
  g_assert_cmpuint (n, ==, 2);
  g_signal_handlers_disconnect_by_data (selection, &n);

  /* From another area there is no way: it is selected too. */
  scene_perform (scene, plenum_action_move_ideas (IDS (d), scene->other, NULL));
  plenum_card_selection_extend (selection, get (scene, d));
  assert_ids (plenum_card_selection_dup_ids (selection, NULL), IDS (a, b, d));
}

static void
test_stack (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *c = scene_add (scene, "c", FALSE);
  g_autofree char *theme = scene_perform (scene, plenum_action_group_ideas (IDS (a, b), "T"));
  PlenumCardSelection *selection = plenum_board_model_get_selection (scene->model);

  plenum_board_model_set_open (scene->model, get (scene, theme), TRUE);
  plenum_card_selection_select (selection, get (scene, c), TRUE);
  plenum_card_selection_select (selection, get (scene, theme), TRUE);
  plenum_card_selection_select (selection, get (scene, b), TRUE);
  /* The stack stands for its cards, also for the one that has the focus. */
  assert_ids (plenum_card_selection_dup_ids (selection, get (scene, a)), IDS (theme, c));
  assert_ids (plenum_card_selection_dup_card_ids (selection, NULL), IDS (a, b, c));

  /* What is not shown any more is not selected by itself. */
  plenum_board_model_set_open (scene->model, get (scene, theme), FALSE);
  g_assert_cmpuint (plenum_card_selection_count (selection), ==, 2);
  plenum_board_model_set_board (scene->model, NULL);
  g_assert_cmpuint (plenum_card_selection_count (selection), ==, 0);
}

#define ADD(path, func) g_test_add (path, Scene, NULL, scene_set_up, func, scene_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/card-selection/select", test_select);
  ADD ("/card-selection/extend", test_extend);
  ADD ("/card-selection/stack", test_stack);
  return g_test_run ();
}
