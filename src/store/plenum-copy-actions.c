/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards that are made from cards. */
#include "plenum-copy-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-link-actions.h"
#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-stacks.h"
#include "plenum-store.h"
#include "plenum-tags.h"
#include "plenum-uuid.h"

/* How far a copy lies beside its original on the canvas, in wall units. */
#define BESIDE 24

typedef struct
{
  char           *area;
  char           *before;
  PlenumCardClip *clip;
  GPtrArray      *ids; /* of the new cards */
} Paste;

static void
paste_free (gpointer data)
{
  Paste *self = data;

  g_free (self->area);
  g_free (self->before);
  plenum_card_clip_unref (self->clip);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/* A new card that says the same. Where it came from and what moderation thought
 * of it was about the original, as was what lay inside. */
static PlenumRecord *
copy_idea (PlenumRecord *idea, const char *id)
{
  static const guint left_out[] = { PLENUM_IDEA_SOURCE_SYSTEM, PLENUM_IDEA_SOURCE_ID, PLENUM_IDEA_SOURCE_URL,
                                    PLENUM_IDEA_MODERATED, PLENUM_IDEA_FACE, PLENUM_IDEA_EXTRA };
  PlenumRecord *copy = plenum_record_copy (idea, id);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    plenum_record_set_null (copy, left_out[i]);
  plenum_record_set_integer (copy, PLENUM_IDEA_CREATED, g_get_real_time () / 1000);

  return copy;
}

static void
move_beside (PlenumRecord *copy)
{
  static const guint fields[] = { PLENUM_IDEA_X, PLENUM_IDEA_Y };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!plenum_record_is_null (copy, fields[i]))
      plenum_record_set_integer (copy, fields[i], plenum_record_get_integer (copy, fields[i]) + BESIDE);
}

/* The stack of that name in the area; it is made if there is none. */
static char *
find_stack (PlenumEdit *edit, PlenumRecord *area, const char *title, const char *place, GError **error)
{
  const char *area_id = plenum_record_get_id (area);
  g_autoptr (GPtrArray) themes = plenum_store_list (plenum_edit_get_store (edit), PLENUM_THEME, PLENUM_THEME_AREA, area_id, error);
  g_autoptr (PlenumRecord) theme = NULL;

  if (themes == NULL)
    return NULL;
  for (guint i = 0; i < themes->len; i++)
    if (g_strcmp0 (plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE), title) == 0)
      return g_strdup (plenum_record_get_id (themes->pdata[i]));

  theme = plenum_record_new (PLENUM_THEME, NULL);
  plenum_record_set_text (theme, PLENUM_THEME_WORKSHOP, plenum_record_get_text (area, PLENUM_AREA_WORKSHOP));
  plenum_record_set_text (theme, PLENUM_THEME_AREA, area_id);
  plenum_record_set_text (theme, PLENUM_THEME_TITLE, title);
  plenum_record_set_text (theme, PLENUM_THEME_POSITION, place);
  plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "hand");

  return plenum_edit_insert (edit, theme, error) ? g_strdup (plenum_record_get_id (theme)) : NULL;
}

static gboolean
put_copy (PlenumEdit *edit, PlenumRecord *copy, char **tags, const char *stack, GError **error)
{
  if (!plenum_edit_insert (edit, copy, error) || (stack != NULL && !plenum_stacks_join (edit, stack, copy, error)))
    return FALSE;

  for (char **tag = tags; *tag != NULL; tag++)
    if (!plenum_tags_put (edit, copy, *tag, error))
      return FALSE;

  return TRUE;
}

static gboolean
paste_card (PlenumEdit *edit, Paste *self, guint index, PlenumRecord *area, const char *place, GError **error)
{
  const PlenumCopiedCard *card = plenum_card_clip_get (self->clip, index);
  const char *workshop = plenum_record_get_text (area, PLENUM_AREA_WORKSHOP);
  g_autoptr (PlenumRecord) copy = copy_idea (card->idea, self->ids->pdata[index]);
  g_autofree char *stack = NULL;

  /* People are known in their own workshop only. */
  if (g_strcmp0 (plenum_record_get_text (copy, PLENUM_IDEA_WORKSHOP), workshop) != 0)
    plenum_record_set_null (copy, PLENUM_IDEA_AUTHOR);
  if (plenum_record_is_null (copy, PLENUM_IDEA_KIND))
    {
      const char *kind = plenum_record_get_text (area, PLENUM_AREA_KIND);

      plenum_record_set_text (copy, PLENUM_IDEA_KIND, kind != NULL ? kind : "idea");
    }
  plenum_record_set_text (copy, PLENUM_IDEA_WORKSHOP, workshop);
  plenum_record_set_text (copy, PLENUM_IDEA_AREA, plenum_record_get_id (area));
  plenum_record_set_text (copy, PLENUM_IDEA_POSITION, place);
  move_beside (copy);
  if (card->theme != NULL && (stack = find_stack (edit, area, card->theme, place, error)) == NULL)
    return FALSE;

  return put_copy (edit, copy, card->tags, stack, error);
}

static gboolean
paste_cards (PlenumEdit *edit, gpointer data, GError **error)
{
  Paste *self = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) area = plenum_store_get (store, PLENUM_AREA, self->area, error);
  g_auto (PlenumGap) gap = { NULL };

  if (area == NULL)
    return FALSE;
  if (self->ids->len == 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("There is nothing to paste. Copy cards or lines of text first."));
      return FALSE;
    }

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, self->area, self->before);
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autofree char *place = plenum_gap_next (&gap);

      if (!paste_card (edit, self, i, area, place, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_paste_cards:
 * @area: where they go
 * @before_id: (nullable): the card or stack they go before, or %NULL for the end
 * @clip: what was copied, maybe in another workshop; it must not be changed any more
 *
 * Adds copies with their kind, colour, form, size and tags. Those that lay in a
 * theme lie in one of the same name in @area. The result is the first new card's
 * id, known at once.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID if @clip is empty
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_paste_cards (const char *area, const char *before_id, PlenumCardClip *clip)
{
  Paste *self = g_new0 (Paste, 1);
  guint n = plenum_card_clip_get_length (clip);
  PlenumAction *action;

  self->area = g_strdup (area);
  self->before = g_strdup (before_id);
  self->clip = plenum_card_clip_ref (clip);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->ids, plenum_uuid_new ());
  action = plenum_action_new (plenum_label_new_count ("Paste card", "Paste {count} cards", n, NULL), paste_cards, self, paste_free);
  if (n > 0)
    plenum_action_set_result (action, self->ids->pdata[0]);

  return action;
}

static char **
list_tags (PlenumStore *store, const char *idea, GError **error)
{
  g_autoptr (GPtrArray) tags = plenum_store_list (store, PLENUM_TAG, PLENUM_TAG_IDEA, idea, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (tags == NULL)
    return NULL;
  for (guint i = 0; i < tags->len; i++)
    g_strv_builder_add (names, plenum_record_get_text (tags->pdata[i], PLENUM_TAG_NAME));

  return g_strv_builder_end (names);
}

/* Right behind a card, in its stack if it lies in one. */
static char *
find_place_after (PlenumStore *store, PlenumRecord *idea, const char *stack)
{
  const char *area = plenum_record_get_text (idea, PLENUM_IDEA_AREA);
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_after (&gap, store, stack != NULL ? PLENUM_ORDER_STACK : area != NULL ? PLENUM_ORDER_CARDS : PLENUM_ORDER_UNSORTED,
                    stack != NULL ? stack : area != NULL ? area : plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP),
                    plenum_record_get_id (idea));

  return plenum_gap_next (&gap);
}

static gboolean
duplicate_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, request->ids[i], error);
      g_autoptr (PlenumRecord) copy = idea != NULL ? copy_idea (idea, request->more[i]) : NULL;
      g_auto (GStrv) tags = idea != NULL ? list_tags (store, request->ids[i], error) : NULL;
      g_autofree char *stack = idea != NULL ? plenum_stacks_find (store, request->ids[i]) : NULL;
      g_autofree char *place = NULL;

      if (tags == NULL)
        return FALSE;
      place = find_place_after (store, idea, stack);
      plenum_record_set_text (copy, PLENUM_IDEA_POSITION, place);
      move_beside (copy);
      if (!put_copy (edit, copy, tags, stack, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_duplicate_ideas:
 * @ids: (array zero-terminated): cards, at least one
 *
 * Puts a copy right behind each, with its tags and in its theme. Comments, links
 * and what was merged into a card are not copied. The result is the first new
 * card's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_duplicate_ideas (const char * const *ids)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  guint n = g_strv_length (request->ids);
  PlenumAction *action;

  request->more = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    request->more[i] = plenum_uuid_new ();
  action = plenum_request_to_action (request, plenum_label_new_count ("Duplicate card", "Duplicate {count} cards", n, NULL),
                                     duplicate_ideas);
  plenum_action_set_result (action, request->more[0]);

  return action;
}

static gboolean
add_lesson (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumRecord *lesson = request->record;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, request->id, error);
  g_autofree char *stack = NULL;
  g_autofree char *place = NULL;

  if (idea == NULL
      || !plenum_request_needs_text (plenum_record_get_text (lesson, PLENUM_IDEA_TEXT), _("A card needs a text or a title"), error))
    return FALSE;

  stack = plenum_stacks_find (store, request->id);
  place = find_place_after (store, idea, stack);
  plenum_record_set_text (lesson, PLENUM_IDEA_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  plenum_record_set_text (lesson, PLENUM_IDEA_AREA, plenum_record_get_text (idea, PLENUM_IDEA_AREA));
  plenum_record_set_text (lesson, PLENUM_IDEA_POSITION, place);
  if (!plenum_record_is_null (idea, PLENUM_IDEA_X) && !plenum_record_is_null (idea, PLENUM_IDEA_Y))
    {
      plenum_record_set_integer (lesson, PLENUM_IDEA_X, plenum_record_get_integer (idea, PLENUM_IDEA_X));
      plenum_record_set_integer (lesson, PLENUM_IDEA_Y, plenum_record_get_integer (idea, PLENUM_IDEA_Y));
      move_beside (lesson);
    }
  plenum_request_set_label (request, plenum_label_new_named ("Add lesson of “{name}”", plenum_stacks_card_name (idea)));

  return plenum_edit_insert (edit, lesson, error)
         && (stack == NULL || plenum_stacks_join (edit, stack, lesson, error))
         && plenum_links_put (edit, plenum_record_get_id (lesson), request->id, "builds-on", error);
}

/**
 * plenum_action_add_lesson:
 * @idea: the card that taught something; it stays
 * @text: what it taught
 *
 * Adds a card of the kind lesson behind it, linked to it. The result is the
 * lesson's id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_lesson (const char *idea, const char *text)
{
  PlenumRequest *request = plenum_request_new_id (idea);
  PlenumAction *action;

  request->record = plenum_record_new (PLENUM_IDEA, NULL);
  plenum_record_set_text (request->record, PLENUM_IDEA_TEXT, text);
  plenum_record_set_text (request->record, PLENUM_IDEA_KIND, "lesson");
  plenum_record_set_integer (request->record, PLENUM_IDEA_CREATED, g_get_real_time () / 1000);
  action = plenum_request_to_action (request, plenum_label_new ("Add lesson"), add_lesson);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}
