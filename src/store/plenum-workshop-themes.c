/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes that were proposed for the cards of workshops, stored in the workshops
 * themselves. They stand on no board: a card stays where it lies. */
#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-request.h"
#include "plenum-stacks.h"
#include "plenum-store.h"
#include "plenum-synthesis-actions.h"

/* What an earlier proposal left: not what people made, and not what stands on a board. */
static gboolean
forget_proposal (PlenumEdit *edit, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) themes =
    plenum_store_list (plenum_edit_get_store (edit), PLENUM_THEME, PLENUM_THEME_WORKSHOP, workshop, error);

  if (themes == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    {
      const char *id = plenum_record_get_id (themes->pdata[i]);

      if (g_strcmp0 (plenum_record_get_text (themes->pdata[i], PLENUM_THEME_ORIGIN), "analysis") == 0
          && plenum_record_is_null (themes->pdata[i], PLENUM_THEME_AREA)
          && (!plenum_edit_delete_where (edit, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, id, error)
              || !plenum_request_clear_where (edit, PLENUM_OPTION, PLENUM_OPTION_THEME, id, error)
              || !plenum_edit_delete (edit, PLENUM_THEME, id, error)))
        return FALSE;
    }

  return TRUE;
}

/* The theme of that title in the card's workshop, made when its first card comes. */
static const char *
get_theme (PlenumEdit *edit, GHashTable *made, const char *workshop, const char *title, GError **error)
{
  const char *there = g_hash_table_lookup (made, workshop);
  g_autoptr (PlenumRecord) theme = NULL;
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (there != NULL)
    return there;

  theme = plenum_record_new (PLENUM_THEME, NULL);
  plenum_gap_before (&gap, plenum_edit_get_store (edit), PLENUM_ORDER_THEMES, workshop, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (theme, PLENUM_THEME_WORKSHOP, workshop);
  plenum_record_set_text (theme, PLENUM_THEME_TITLE, title);
  plenum_record_set_text (theme, PLENUM_THEME_POSITION, place);
  plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "analysis");
  if (!plenum_edit_insert (edit, theme, error))
    return NULL;

  g_hash_table_insert (made, g_strdup (workshop), g_strdup (plenum_record_get_id (theme)));
  return g_hash_table_lookup (made, workshop);
}

static gboolean
add_card (PlenumEdit *edit, GHashTable *made, GHashTable *cleared, const char *id, const char *title, GError **error)
{
  g_autoptr (PlenumRecord) idea = plenum_store_get (plenum_edit_get_store (edit), PLENUM_IDEA, id, error);
  const char *workshop = idea != NULL ? plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP) : NULL;
  const char *theme;

  if (idea == NULL || (g_hash_table_add (cleared, g_strdup (workshop)) && !forget_proposal (edit, workshop, error)))
    return FALSE;

  theme = get_theme (edit, made, workshop, title, error);
  return theme != NULL && plenum_stacks_join (edit, theme, idea, error);
}

static gboolean
store_themes (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  g_autoptr (GHashTable) cleared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < request->records->len; i++)
    {
      const char *title = plenum_record_get_text (request->records->pdata[i], PLENUM_THEME_TITLE);
      g_auto (GStrv) ideas = g_strsplit (request->ids[i], " ", -1);
      g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      if (!plenum_request_needs_text (title, _("A theme needs a name"), error))
        return FALSE;
      for (guint k = 0; ideas[k] != NULL; k++)
        if (*ideas[k] != '\0' && !add_card (edit, made, cleared, ideas[k], title, error))
          return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_store_themes:
 * @proposals: (array length=n_proposals): themes, each with its cards, of whatever workshops
 *
 * Makes the themes in the workshops that the cards are from; a theme with cards of
 * several is made in each of them. Takes the place of what was stored so before.
 * Themes that people made, and those that stand on boards, are not touched.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND for a card that there is not,
 * %PLENUM_STORE_ERROR_INVALID for a theme without a name
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_store_themes (const PlenumThemeProposal *proposals, guint n_proposals)
{
  PlenumRequest *request = plenum_request_new ();

  request->records = g_ptr_array_new_with_free_func (g_object_unref);
  request->ids = g_new0 (char *, n_proposals + 1);
  for (guint i = 0; i < n_proposals; i++)
    {
      PlenumRecord *theme = plenum_record_new (PLENUM_THEME, NULL);

      plenum_record_set_text (theme, PLENUM_THEME_TITLE, proposals[i].title);
      g_ptr_array_add (request->records, theme);
      request->ids[i] = g_strjoinv (" ", (char **) proposals[i].ideas);
    }

  return plenum_request_to_action (request, plenum_label_new_count ("Accept proposed theme", "Accept {count} proposed themes",
                                                                    n_proposals, NULL), store_themes);
}
