/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several cards that say the same become one. It is a new card, their face, and
 * the originals stay as they were, with their area, place, themes, tags and
 * comments: they only point at the face and are not shown beside it. So a split
 * has nothing to restore but that pointer. */
#include "plenum-merge-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-answer-actions.h"
#include "plenum-link-actions.h"
#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-stacks.h"
#include "plenum-store.h"
#include "plenum-tags.h"
#include "plenum-theme-actions.h"

/* What the originals say, each thing once. */
static void
merge_texts (PlenumRecord *face, GPtrArray *ideas, guint field)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ideas->len; i++)
    {
      const char *text = plenum_record_get_text (ideas->pdata[i], field);
      g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

      if (folded == NULL || *g_strstrip (folded) == '\0' || !g_hash_table_add (said, g_strdup (folded)))
        continue;
      if (all->len > 0)
        g_string_append (all, field == PLENUM_IDEA_TITLE ? " / " : "\n");
      g_string_append (all, text);
    }
  if (field == PLENUM_IDEA_TEXT || all->len > 0)
    plenum_record_set_text (face, field, all->str);
}

/* Only what is the same everywhere can be said of all. */
static void
keep_if_same (PlenumRecord *face, GPtrArray *ideas, guint field)
{
  const char *value = plenum_record_get_text (ideas->pdata[0], field);

  for (guint i = 1; i < ideas->len; i++)
    if (g_strcmp0 (plenum_record_get_text (ideas->pdata[i], field), value) != 0)
      return;
  plenum_record_set_text (face, field, value);
}

/* Where the first card was, also on the canvas and the matrix. */
static void
place_face (PlenumStore *store, PlenumRecord *face, PlenumRecord *first, const char *stack)
{
  static const guint integers[] = { PLENUM_IDEA_X, PLENUM_IDEA_Y, PLENUM_IDEA_ACROSS, PLENUM_IDEA_UP };
  static const guint texts[] = { PLENUM_IDEA_WORKSHOP, PLENUM_IDEA_AREA, PLENUM_IDEA_KIND, PLENUM_IDEA_COLOUR,
                                 PLENUM_IDEA_SIZE, PLENUM_IDEA_FORM };
  const char *area = plenum_record_get_text (first, PLENUM_IDEA_AREA);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    plenum_record_set_text (face, texts[i], plenum_record_get_text (first, texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    if (!plenum_record_is_null (first, integers[i]))
      plenum_record_set_integer (face, integers[i], plenum_record_get_integer (first, integers[i]));

  plenum_gap_after (&gap, store,
                    stack != NULL ? PLENUM_ORDER_STACK : area != NULL ? PLENUM_ORDER_CARDS : PLENUM_ORDER_UNSORTED,
                    stack != NULL ? stack : area != NULL ? area : plenum_record_get_text (first, PLENUM_IDEA_WORKSHOP),
                    plenum_record_get_id (first));
  place = plenum_gap_next (&gap);
  plenum_record_set_text (face, PLENUM_IDEA_POSITION, place);
}

static gboolean
copy_tags (PlenumEdit *edit, PlenumRecord *from, PlenumRecord *to, GError **error)
{
  g_autoptr (GPtrArray) tags = plenum_store_list (plenum_edit_get_store (edit), PLENUM_TAG, PLENUM_TAG_IDEA,
                                                  plenum_record_get_id (from), error);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (!plenum_tags_put (edit, to, plenum_record_get_text (tags->pdata[i], PLENUM_TAG_NAME), error))
      return FALSE;

  return tags != NULL;
}

/* The cards, or NULL if they cannot be one. */
static GPtrArray *
get_ideas (PlenumStore *store, char **ids, GError **error)
{
  g_autoptr (GPtrArray) ideas = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PlenumRecord *idea = plenum_store_get (store, PLENUM_IDEA, ids[i], error);

      if (idea == NULL)
        return NULL;
      g_ptr_array_add (ideas, idea);
      if (!plenum_record_is_null (idea, PLENUM_IDEA_FACE))
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("One of the cards is merged into another already. Split that one first."));
          return NULL;
        }
      if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP),
                     plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_WORKSHOP)) != 0)
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("Cards of different workshops cannot be merged. Copy one of them into the other workshop first."));
          return NULL;
        }
    }

  if (ideas->len < 2)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("It takes two cards to merge. Select another one too."));
      return NULL;
    }

  return g_steal_pointer (&ideas);
}

static gboolean
merge_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *face = request->record;
  g_autoptr (GPtrArray) ideas = get_ideas (store, request->ids, error);
  g_autofree char *stack = ideas != NULL ? plenum_stacks_find (store, request->ids[0]) : NULL;

  if (ideas == NULL)
    return FALSE;

  merge_texts (face, ideas, PLENUM_IDEA_TITLE);
  merge_texts (face, ideas, PLENUM_IDEA_TEXT);
  keep_if_same (face, ideas, PLENUM_IDEA_AUTHOR);
  place_face (store, face, ideas->pdata[0], stack);
  if (!plenum_edit_insert (edit, face, error)
      || (stack != NULL && !plenum_stacks_join (edit, stack, face, error)))
    return FALSE;

  for (guint i = 0; i < ideas->len; i++)
    if (!copy_tags (edit, ideas->pdata[i], face, error)
        || !plenum_edit_set_text (edit, PLENUM_IDEA, request->ids[i], PLENUM_IDEA_FACE, plenum_record_get_id (face), error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_merge_ideas:
 * @ids: (array zero-terminated): at least two cards
 *
 * Puts a card in the place of the first that says what all say, with the tags of
 * all. The originals stay, inside. The result is the new card's id, known at once.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID for fewer than two, for cards of two
 * workshops, and for one that is merged into another already
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_merge_ideas (const char * const *ids)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  PlenumAction *action;

  request->record = plenum_record_new (PLENUM_IDEA, NULL);
  plenum_record_set_integer (request->record, PLENUM_IDEA_CREATED, g_get_real_time () / 1000);
  action = plenum_request_to_action (request,
                                     plenum_label_new_count ("Merge card", "Merge {count} cards", g_strv_length (request->ids), NULL),
                                     merge_ideas);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}

/* What was said of the merged card since is not lost: the first original gets it. */
static gboolean
hand_down (PlenumEdit *edit, PlenumRecord *face, const char *heir, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *id = plenum_record_get_id (face);
  g_autoptr (GPtrArray) comments = plenum_store_list (store, PLENUM_COMMENT, PLENUM_COMMENT_IDEA, id, error);
  const guint ends[] = { PLENUM_LINK_IDEA, PLENUM_LINK_TARGET };

  if (comments == NULL || !plenum_answers_hand_down (edit, id, heir, error))
    return FALSE;
  for (guint i = 0; i < comments->len; i++)
    if (!plenum_edit_set_text (edit, PLENUM_COMMENT, plenum_record_get_id (comments->pdata[i]), PLENUM_COMMENT_IDEA, heir, error))
      return FALSE;

  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    {
      g_autoptr (GPtrArray) links = plenum_store_list (store, PLENUM_LINK, ends[e], id, error);

      for (guint i = 0; links != NULL && i < links->len; i++)
        {
          const char *idea = ends[e] == PLENUM_LINK_IDEA ? heir : plenum_record_get_text (links->pdata[i], PLENUM_LINK_IDEA);
          const char *target = ends[e] == PLENUM_LINK_TARGET ? heir : plenum_record_get_text (links->pdata[i], PLENUM_LINK_TARGET);

          if (strcmp (idea, target) != 0
              && !plenum_links_put (edit, idea, target, plenum_record_get_text (links->pdata[i], PLENUM_LINK_KIND), error))
            return FALSE;
        }
      if (links == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
split_face (PlenumEdit *edit, const char *id, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) face = plenum_store_get (store, PLENUM_IDEA, id, error);
  g_autoptr (GPtrArray) inside = face != NULL ? plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_FACE, id, error) : NULL;

  if (inside == NULL)
    return FALSE;
  if (inside->len == 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Nothing was merged into this card, so there is nothing to split"));
      return FALSE;
    }

  if (!hand_down (edit, face, plenum_record_get_id (inside->pdata[0]), error))
    return FALSE;
  for (guint i = 0; i < inside->len; i++)
    if (!plenum_edit_set_text (edit, PLENUM_IDEA, plenum_record_get_id (inside->pdata[i]), PLENUM_IDEA_FACE, NULL, error))
      return FALSE;

  return plenum_stacks_delete_card (edit, face, error);
}

static gboolean
split_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!split_face (edit, request->ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_split_ideas:
 * @faces: (array zero-terminated): cards that others were merged into
 *
 * Takes the merged cards away; the originals are where and what they were. Comments
 * and links that the merged card got since go to its first original.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID if nothing was merged into a card
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_split_ideas (const char * const *faces)
{
  PlenumRequest *request = plenum_request_new_ids (faces);

  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Split card", "Split {count} cards", g_strv_length (request->ids), NULL),
                                   split_ideas);
}
