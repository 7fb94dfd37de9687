/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to themes: stacks of cards on a board. */
#include "plenum-theme-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-stacks.h"
#include "plenum-store.h"
#include "plenum-uuid.h"

/**
 * plenum_membership_id:
 *
 * The same card put into the same theme on two laptops belongs to it once when
 * they meet.
 *
 * Returns: (transfer full): the id of that membership
 */
char *
plenum_membership_id (const char *theme, const char *idea)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", theme, idea);

  return plenum_uuid_from_name ("membership", key);
}

/* Puts the cards at the end of the theme; into its stack if it stands in an area. */
static gboolean
add_cards (PlenumEdit *edit, PlenumRecord *theme, char **ids, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  const char *theme_id = plenum_record_get_id (theme);
  const char *area = plenum_record_get_text (theme, PLENUM_THEME_AREA);
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_before (&gap, store, PLENUM_ORDER_STACK, theme_id, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, ids[i], error);
      g_autofree char *place = plenum_gap_next (&gap);

      if (idea == NULL)
        return FALSE;
      if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP),
                     plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP)) != 0)
        {
          g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                               _("Cards of different workshops cannot be in one theme here"));
          return FALSE;
        }

      if (area != NULL)
        {
          plenum_record_set_text (idea, PLENUM_IDEA_AREA, area);
          plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);
          if (!plenum_stacks_leave (edit, ids[i], theme_id, error) || !plenum_edit_update (edit, idea, error))
            return FALSE;
        }

      if (!plenum_stacks_join (edit, theme_id, idea, error))
        return FALSE;
    }

  return TRUE;
}

/* A place for a theme where no card is yet. */
static gboolean
place_new_theme (PlenumEdit *edit, PlenumRecord *theme, const char *first_card, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, first_card, error);
  g_autofree char *stack = NULL;
  g_autoptr (PlenumRecord) old = NULL;

  if (idea == NULL)
    return FALSE;
  if (plenum_record_is_null (idea, PLENUM_IDEA_AREA))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Only cards on a board can be put into a theme. Move this card to an area first."));
      return FALSE;
    }

  stack = plenum_stacks_find (store, first_card);
  if (stack != NULL && (old = plenum_store_get (store, PLENUM_THEME, stack, error)) == NULL)
    return FALSE;

  plenum_record_set_text (theme, PLENUM_THEME_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  plenum_record_set_text (theme, PLENUM_THEME_AREA, plenum_record_get_text (idea, PLENUM_IDEA_AREA));
  if (old != NULL)
    {
      /* Within a stack a card's place means nothing outside of it. */
      g_auto (PlenumGap) gap = { NULL };
      g_autofree char *place = NULL;

      plenum_gap_after (&gap, store, PLENUM_ORDER_CARDS, plenum_record_get_text (old, PLENUM_THEME_AREA), stack);
      place = plenum_gap_next (&gap);
      plenum_record_set_text (theme, PLENUM_THEME_POSITION, place);
    }
  else
    plenum_record_set_text (theme, PLENUM_THEME_POSITION, plenum_record_get_text (idea, PLENUM_IDEA_POSITION));

  return plenum_edit_insert (edit, theme, error);
}

static gboolean
group_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  if (request->ids[0] == NULL)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A theme is made from at least one card"));
      return FALSE;
    }

  return place_new_theme (edit, request->record, request->ids[0], error)
         && add_cards (edit, request->record, request->ids, error);
}

/**
 * plenum_action_group_ideas:
 * @ids: (array zero-terminated): cards, in the order they shall have
 * @title: (nullable): the new theme's name, or %NULL for “New theme”
 *
 * Stacks the cards where the first of them was. The result is the new theme's
 * id, known at once.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_group_ideas (const char * const *ids, const char *title)
{
  PlenumRequest *request = plenum_request_new_ids (ids);
  g_autofree char *name = g_strstrip (g_strdup (title != NULL ? title : ""));
  PlenumAction *action;

  request->record = plenum_record_new (PLENUM_THEME, NULL);
  plenum_record_set_text (request->record, PLENUM_THEME_TITLE, *name != '\0' ? name : _("New theme"));
  plenum_record_set_text (request->record, PLENUM_THEME_ORIGIN, "hand");
  action = plenum_request_to_action (request,
                                     plenum_label_new_count ("Make theme from card", "Make theme from {count} cards",
                                                             g_strv_length (request->ids), NULL),
                                     group_ideas);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}

static gboolean
add_to_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) theme = plenum_store_get (plenum_edit_get_store (edit), PLENUM_THEME, request->id, error);

  if (theme == NULL || !add_cards (edit, theme, request->ids, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_count ("Add card to theme “{name}”", "Add {count} cards to theme “{name}”",
                                                             g_strv_length (request->ids),
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  return TRUE;
}

/**
 * plenum_action_add_to_theme:
 *
 * Puts the cards at the end of the theme. Those that lie in another stack leave it.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_to_theme (const char *theme, const char * const *ids)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->id = g_strdup (theme);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Add card to theme", "Add {count} cards to theme",
                                                           g_strv_length (request->ids), NULL),
                                   add_to_theme);
}

static gboolean
remove_from_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autofree char *stack = request->ids[0] != NULL ? plenum_stacks_find (store, request->ids[0]) : NULL;
  g_autoptr (PlenumRecord) theme = NULL;
  g_autoptr (PlenumRecord) area = NULL;

  if (stack == NULL)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, _("This card is in no theme"));
      return FALSE;
    }

  theme = plenum_store_get (store, PLENUM_THEME, stack, error);
  if (theme == NULL)
    return FALSE;
  plenum_request_set_label (request, plenum_label_new_count ("Take card out of theme “{name}”",
                                                             "Take {count} cards out of theme “{name}”",
                                                             g_strv_length (request->ids),
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  if (request->target == NULL)
    return plenum_stacks_put_after (edit, stack, plenum_record_get_text (theme, PLENUM_THEME_AREA), request->ids, error);

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_stacks_leave (edit, request->ids[i], NULL, error))
      return FALSE;
  area = plenum_store_get (store, PLENUM_AREA, request->target, error);
  return area != NULL && plenum_stacks_put (edit, request->ids, area, request->before, error);
}

/**
 * plenum_action_remove_from_theme:
 * @area: (nullable): where the cards go, or %NULL for right after their stack
 * @before_id: (nullable): the card or theme in @area they go before, or %NULL for the end
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_remove_from_theme (const char * const *ids, const char *area, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->target = g_strdup (area);
  request->before = g_strdup (before_id);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Take card out of theme", "Take {count} cards out of theme",
                                                           g_strv_length (request->ids), NULL),
                                   remove_from_theme);
}

static gboolean
rename_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) theme = plenum_store_get (plenum_edit_get_store (edit), PLENUM_THEME, request->id, error);

  if (theme == NULL || !plenum_request_needs_text (request->text, _("A theme needs a name"), error))
    return FALSE;

  plenum_record_set_text (theme, PLENUM_THEME_TITLE, request->text);
  if (g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_ORIGIN), "analysis") == 0)
    plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "hand");
  return plenum_edit_update (edit, theme, error);
}

/**
 * plenum_action_rename_theme:
 *
 * A theme that was proposed is a person's from then on.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID without a name
 *
 * Returns: (transfer full): the action
 */

PlenumAction *
plenum_action_rename_theme (const char *theme, const char *title)
{
  PlenumRequest *request = plenum_request_new_id (theme);

  request->text = g_strstrip (g_strdup (title));
  return plenum_request_to_action (request, plenum_label_new_named ("Rename theme to “{name}”", request->text), rename_theme);
}

static gboolean
move_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) theme = plenum_store_get (store, PLENUM_THEME, request->id, error);
  g_autoptr (PlenumRecord) area = theme != NULL ? plenum_store_get (store, PLENUM_AREA, request->target, error) : NULL;
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (area == NULL)
    return FALSE;

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, request->target, request->before);
  place = plenum_gap_next (&gap);
  if (!plenum_stacks_move (edit, theme, area, place, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Move theme “{name}”",
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  return TRUE;
}

/**
 * plenum_action_move_theme:
 * @before_id: (nullable): the card or theme it goes before, or %NULL for the end
 *
 * Moves the stack with its cards.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_move_theme (const char *theme, const char *area, const char *before_id)
{
  PlenumRequest *request = plenum_request_new_id (theme);

  request->target = g_strdup (area);
  request->before = g_strdup (before_id);
  return plenum_request_to_action (request, plenum_label_new ("Move theme"), move_theme);
}

static gboolean
dissolve_theme (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (PlenumRecord) theme = plenum_store_get (plenum_edit_get_store (edit), PLENUM_THEME, request->id, error);

  if (theme == NULL || !plenum_stacks_dissolve (edit, theme, error))
    return FALSE;

  plenum_request_set_label (request, plenum_label_new_named ("Dissolve theme “{name}”",
                                                             plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
  return TRUE;
}

/**
 * plenum_action_dissolve_theme:
 *
 * Takes the theme away; its cards stay, in its place and in their order.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_dissolve_theme (const char *theme)
{
  return plenum_request_to_action (plenum_request_new_id (theme), plenum_label_new ("Dissolve theme"), dissolve_theme);
}
