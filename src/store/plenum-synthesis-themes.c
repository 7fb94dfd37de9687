/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of a synthesis. What a person decided has the origin "hand" and is not
 * changed by a proposal that is accepted later. */
#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-synthesis-actions.h"
#include "plenum-uuid.h"

/**
 * plenum_assignment_id:
 *
 * The same card put into themes of one synthesis on two laptops is in one of them
 * when they meet: the later decision counts.
 *
 * Returns: (transfer full): the id of that assignment
 */
char *
plenum_assignment_id (const char *synthesis, const char *idea)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", synthesis, idea);

  return plenum_uuid_from_name ("assignment", key);
}

/* One decision for a card; the store keeps one, so that the last one counts. */
static gboolean
assign (PlenumEdit *edit, const char *synthesis, const char *idea, const char *theme, const char *origin, GError **error)
{
  g_autofree char *id = plenum_assignment_id (synthesis, idea);
  g_autoptr (PlenumRecord) there = plenum_store_get (plenum_edit_get_store (edit), PLENUM_ASSIGNMENT, id, NULL);
  g_autoptr (PlenumRecord) record = there != NULL ? g_steal_pointer (&there) : NULL;
  gboolean is_new = record == NULL;

  if (is_new)
    {
      record = plenum_record_new (PLENUM_ASSIGNMENT, id);
      plenum_record_set_text (record, PLENUM_ASSIGNMENT_WORKSHOP, synthesis);
      plenum_record_set_text (record, PLENUM_ASSIGNMENT_IDEA, idea);
    }
  plenum_record_set_text (record, PLENUM_ASSIGNMENT_THEME, theme);
  plenum_record_set_text (record, PLENUM_ASSIGNMENT_ORIGIN, origin);

  return is_new ? plenum_edit_insert (edit, record, error) : plenum_edit_update (edit, record, error);
}

static gboolean
insert_theme (PlenumEdit *edit, const char *synthesis, PlenumRecord *theme, PlenumGap *gap, GError **error)
{
  g_autofree char *place = plenum_gap_next (gap);

  if (!plenum_request_needs_text (plenum_record_get_text (theme, PLENUM_THEME_TITLE), _("A theme needs a name"), error))
    return FALSE;

  plenum_record_set_text (theme, PLENUM_THEME_WORKSHOP, synthesis);
  plenum_record_set_text (theme, PLENUM_THEME_POSITION, place);
  return plenum_edit_insert (edit, theme, error);
}

static gboolean
is_by_hand (PlenumRecord *assignment)
{
  return g_strcmp0 (plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_ORIGIN), "hand") == 0;
}

static gboolean
is_of_analysis (PlenumRecord *theme)
{
  return g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_ORIGIN), "analysis") == 0;
}

/* What the last accepted proposal said goes. A theme that was made or named by hand
 * stays with its cards; one into which cards were put by hand stays with these. */
static gboolean
forget_proposal (PlenumEdit *edit, const char *synthesis, GHashTable *decided, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GPtrArray) themes = plenum_store_list (store, PLENUM_THEME, PLENUM_THEME_WORKSHOP, synthesis, error);
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  if (themes == NULL
      || (assignments = plenum_store_list (store, PLENUM_ASSIGNMENT, PLENUM_ASSIGNMENT_WORKSHOP, synthesis, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    if (!is_of_analysis (themes->pdata[i]))
      g_hash_table_add (kept, (gpointer) plenum_record_get_id (themes->pdata[i]));
  for (guint i = 0; i < assignments->len; i++)
    {
      const char *theme = plenum_record_get_text (assignments->pdata[i], PLENUM_ASSIGNMENT_THEME);

      if (is_by_hand (assignments->pdata[i]) && theme != NULL)
        g_hash_table_add (decided, g_strdup (theme));
    }
  for (guint i = 0; i < assignments->len; i++)
    {
      const char *theme = plenum_record_get_text (assignments->pdata[i], PLENUM_ASSIGNMENT_THEME);

      if (is_by_hand (assignments->pdata[i]) || (theme != NULL && g_hash_table_contains (kept, theme)))
        g_hash_table_add (decided, g_strdup (plenum_record_get_text (assignments->pdata[i], PLENUM_ASSIGNMENT_IDEA)));
      else if (!plenum_edit_delete (edit, PLENUM_ASSIGNMENT, plenum_record_get_id (assignments->pdata[i]), error))
        return FALSE;
    }
  for (guint i = 0; i < themes->len; i++)
    {
      const char *id = plenum_record_get_id (themes->pdata[i]);

      if (!g_hash_table_contains (kept, id) && !g_hash_table_contains (decided, id)
          && !plenum_edit_delete (edit, PLENUM_THEME, id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
accept_themes (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (GHashTable) decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (PlenumGap) gap = { NULL };

  if (!plenum_synthesis_check (plenum_edit_get_store (edit), request->id, error)
      || !forget_proposal (edit, request->id, decided, error))
    return FALSE;

  plenum_gap_before (&gap, plenum_edit_get_store (edit), PLENUM_ORDER_THEMES, request->id, NULL);
  for (guint i = 0; i < request->added->len; i++)
    if (!insert_theme (edit, request->id, request->added->pdata[i], &gap, error))
      return FALSE;
  for (guint i = 0; i < request->records->len; i++)
    {
      PlenumRecord *assignment = request->records->pdata[i];
      const char *idea = plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_IDEA);

      if (!g_hash_table_contains (decided, idea)
          && !assign (edit, request->id, idea, plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_THEME), "analysis", error))
        return FALSE;
    }

  return TRUE;
}

static PlenumRecord *
new_theme (const char *title, const char *origin)
{
  PlenumRecord *theme = plenum_record_new (PLENUM_THEME, NULL);

  plenum_record_set_text (theme, PLENUM_THEME_TITLE, title);
  plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, origin);

  return theme;
}

/**
 * plenum_action_accept_themes:
 * @proposals: (array length=n_proposals): themes in the order in which they are
 *   listed, each with the cards that are in it
 *
 * Replaces what was accepted before. What a person decided stays: cards that were
 * put into a theme, or into none, and themes that were made or named by hand.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for a theme
 * without a name or a workshop that is no synthesis
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_accept_themes (const char *synthesis, const PlenumThemeProposal *proposals, guint n_proposals)
{
  PlenumRequest *request = plenum_request_new_id (synthesis);

  request->added = g_ptr_array_new_with_free_func (g_object_unref);
  request->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_proposals; i++)
    {
      g_autoptr (PlenumRecord) theme = proposals[i].theme == NULL ? new_theme (proposals[i].title, "analysis") : NULL;
      const char *id = theme != NULL ? plenum_record_get_id (theme) : proposals[i].theme;

      if (theme != NULL)
        g_ptr_array_add (request->added, g_object_ref (theme));
      for (guint k = 0; proposals[i].ideas[k] != NULL; k++)
        {
          PlenumRecord *assignment = plenum_record_new (PLENUM_ASSIGNMENT, NULL);

          plenum_record_set_text (assignment, PLENUM_ASSIGNMENT_IDEA, proposals[i].ideas[k]);
          plenum_record_set_text (assignment, PLENUM_ASSIGNMENT_THEME, id);
          g_ptr_array_add (request->records, assignment);
        }
    }

  return plenum_request_to_action (request, plenum_label_new_count ("Accept proposed theme", "Accept {count} proposed themes",
                                                                    n_proposals, NULL), accept_themes);
}

static gboolean
assign_all (PlenumEdit *edit, const char *synthesis, char **ideas, const char *theme, GError **error)
{
  for (guint i = 0; ideas[i] != NULL; i++)
    if (!assign (edit, synthesis, ideas[i], theme, "hand", error))
      return FALSE;

  return TRUE;
}

static gboolean
add_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_auto (PlenumGap) gap = { NULL };

  if (!plenum_synthesis_check (store, request->id, error))
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_THEMES, request->id, NULL);
  return insert_theme (edit, request->id, request->record, &gap, error)
         && assign_all (edit, request->id, request->ids, plenum_record_get_id (request->record), error);
}

/**
 * plenum_action_add_synthesis_theme:
 * @ideas: ids of cards that are put into it, maybe none
 *
 * The result is its id, known at once.
 *
 * Errors: as for plenum_action_accept_themes()
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_synthesis_theme (const char *synthesis, const char *title, const char * const *ideas)
{
  PlenumRequest *request = plenum_request_new_ids (ideas);
  PlenumAction *action;

  request->id = g_strdup (synthesis);
  request->record = new_theme (title, "hand");
  action = plenum_request_to_action (request, plenum_label_new_named ("Add theme “{name}”", title), add_theme);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}

static gboolean
assign_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) theme = NULL;

  if (!plenum_synthesis_check (store, request->id, error))
    return FALSE;
  if (request->target != NULL)
    {
      if ((theme = plenum_store_get (store, PLENUM_THEME, request->target, error)) == NULL)
        return FALSE;
      if (g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP), request->id) != 0)
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("The theme “%s” is not one of this synthesis"), plenum_record_get_text (theme, PLENUM_THEME_TITLE));
          return FALSE;
        }
      plenum_request_set_label (request, plenum_label_new_count ("Move card to “{name}”", "Move {count} cards to “{name}”",
                                                                 g_strv_length (request->ids),
                                                                 plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
    }

  return assign_all (edit, request->id, request->ids, request->target, error);
}

/**
 * plenum_action_assign_ideas:
 * @ideas: ids of cards of its sources
 * @theme: (nullable): where they belong, or %NULL for none of the themes
 *
 * Decides it for good: no proposal changes it.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for a theme of
 * something else
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_assign_ideas (const char *synthesis, const char * const *ideas, const char *theme)
{
  PlenumRequest *request = plenum_request_new_ids (ideas);

  request->id = g_strdup (synthesis);
  request->target = g_strdup (theme);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Take card out of its theme", "Take {count} cards out of their themes",
                                                           g_strv_length (request->ids), NULL),
                                   assign_ideas);
}

/* Its cards and what they were there for; by hand, since a person said so. */
static gboolean
move_cards (PlenumEdit *edit, const char *theme, const char *into, GError **error)
{
  g_autoptr (GPtrArray) assignments =
    plenum_store_list (plenum_edit_get_store (edit), PLENUM_ASSIGNMENT, PLENUM_ASSIGNMENT_THEME, theme, error);

  if (assignments == NULL)
    return FALSE;

  for (guint i = 0; i < assignments->len; i++)
    {
      PlenumRecord *assignment = assignments->pdata[i];

      plenum_record_set_text (assignment, PLENUM_ASSIGNMENT_THEME, into);
      plenum_record_set_text (assignment, PLENUM_ASSIGNMENT_ORIGIN, "hand");
      if (into == NULL ? !plenum_edit_delete (edit, PLENUM_ASSIGNMENT, plenum_record_get_id (assignment), error)
                       : !plenum_edit_update (edit, assignment, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
join_themes (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, request->id, error);
  g_autoptr (PlenumRecord) into = theme != NULL ? plenum_store_get (store, PLENUM_THEME, request->target, error) : NULL;

  if (into == NULL)
    return FALSE;
  if (g_strcmp0 (request->id, request->target) == 0
      || g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP),
                    plenum_record_get_text (into, PLENUM_THEME_WORKSHOP)) != 0
      || !plenum_synthesis_check (store, plenum_record_get_text (into, PLENUM_THEME_WORKSHOP), NULL))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Only two different themes of one synthesis can become one"));
      return FALSE;
    }

  plenum_request_set_label (request, plenum_label_new_named ("Merge a theme into “{name}”",
                                                             plenum_record_get_text (into, PLENUM_THEME_TITLE)));
  return move_cards (edit, request->id, request->target, error)
         && plenum_edit_set_text (edit, PLENUM_THEME, request->target, PLENUM_THEME_ORIGIN, "hand", error)
         && plenum_edit_delete (edit, PLENUM_THEME, request->id, error);
}

/**
 * plenum_action_join_themes:
 * @theme: goes
 * @into: gets its cards
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID unless they are
 * two of one synthesis
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_join_themes (const char *theme, const char *into)
{
  PlenumRequest *request = plenum_request_new_id (theme);

  request->target = g_strdup (into);
  return plenum_request_to_action (request, plenum_label_new ("Merge themes"), join_themes);
}

/* A theme that belongs to a synthesis, not to a board. */
static PlenumRecord *
get_theme (PlenumEdit *edit, const char *id, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, id, error);

  if (theme == NULL || !plenum_synthesis_check (store, plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP), error))
    return NULL;

  return g_steal_pointer (&theme);
}

/* Whether the cards are some of those in the theme, but not all. */
static gboolean
can_part (PlenumEdit *edit, PlenumRequest *request, GError **error)
{
  g_autoptr (GPtrArray) assignments =
    plenum_store_list (plenum_edit_get_store (edit), PLENUM_ASSIGNMENT, PLENUM_ASSIGNMENT_THEME, request->id, error);
  guint found = 0;

  if (assignments == NULL)
    return FALSE;

  for (guint i = 0; i < assignments->len; i++)
    if (g_strv_contains ((const char * const *) request->ids, plenum_record_get_text (assignments->pdata[i], PLENUM_ASSIGNMENT_IDEA)))
      found++;
  if (found > 0 && found < assignments->len && found == g_strv_length (request->ids))
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("A theme can be split only where some of its cards go and others stay"));
  return FALSE;
}

static gboolean
split_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) theme = get_theme (edit, request->id, error);
  g_auto (PlenumGap) gap = { NULL };
  const char *synthesis;

  if (theme == NULL || !can_part (edit, request, error))
    return FALSE;

  synthesis = plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP);
  plenum_request_set_label (request, plenum_label_new_named ("Split theme “{name}”",
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  plenum_gap_before (&gap, plenum_edit_get_store (edit), PLENUM_ORDER_THEMES, synthesis, NULL);
  return insert_theme (edit, synthesis, request->record, &gap, error)
         && assign_all (edit, synthesis, request->ids, plenum_record_get_id (request->record), error)
         /* A theme that people made keeps its cards, so that no proposal joins the two again. */
         && plenum_edit_set_text (edit, PLENUM_THEME, request->id, PLENUM_THEME_ORIGIN, "hand", error);
}

/**
 * plenum_action_split_theme:
 * @theme: keeps its other cards
 * @title: of a new theme
 * @ideas: some of its cards, which go there
 *
 * The result is the id of the new theme, known at once.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID without a title,
 * and unless some cards go and others stay
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_split_theme (const char *theme, const char *title, const char * const *ideas)
{
  PlenumRequest *request = plenum_request_new_ids (ideas);
  PlenumAction *action;

  request->id = g_strdup (theme);
  request->record = new_theme (title, "hand");
  action = plenum_request_to_action (request, plenum_label_new ("Split theme"), split_theme);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}

static gboolean
take_theme_apart (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) theme = get_theme (edit, request->id, error);

  if (theme == NULL)
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Take theme “{name}” apart",
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  return move_cards (edit, request->id, NULL, error) && plenum_edit_delete (edit, PLENUM_THEME, request->id, error);
}

/**
 * plenum_action_take_theme_apart:
 *
 * Its cards are in no theme afterwards, and may be proposed for others.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for a theme that
 * stands on a board
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_take_theme_apart (const char *theme)
{
  return plenum_request_to_action (plenum_request_new_id (theme), plenum_label_new ("Take theme apart"), take_theme_apart);
}
