/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The themes of a synthesis: those that there are, or while a proposal is looked at
 * those that are proposed. */
#include <glib/gi18n.h>

#include "plenum-synthesis-model-private.h"

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (plenum_record_get_text (*(PlenumRecord * const *) a, PLENUM_THEME_POSITION),
                    plenum_record_get_text (*(PlenumRecord * const *) b, PLENUM_THEME_POSITION));
}

/**
 * plenum_synthesis_model_list_themes:
 *
 * Returns: (transfer full) (element-type PlenumRecord): the themes in their order
 */
GPtrArray *
plenum_synthesis_model_list_themes (PlenumSynthesisModel *self)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), themes);

  for (guint i = 0; self->proposed != NULL && i < self->proposed->len; i++)
    g_ptr_array_add (themes, g_object_ref (((PlenumProposedTheme *) self->proposed->pdata[i])->record));
  if (self->proposed != NULL)
    return themes;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->themes)); i++)
    g_ptr_array_add (themes, g_list_model_get_item (G_LIST_MODEL (self->themes), i));
  g_ptr_array_sort (themes, compare_places);

  return themes;
}

/**
 * plenum_synthesis_model_find_theme:
 *
 * Returns: (transfer none) (nullable): the theme with that id
 */
PlenumRecord *
plenum_synthesis_model_find_theme (PlenumSynthesisModel *self, const char *theme)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  for (guint i = 0; self->proposed != NULL && i < self->proposed->len; i++)
    {
      PlenumRecord *record = ((PlenumProposedTheme *) self->proposed->pdata[i])->record;

      if (g_strcmp0 (plenum_record_get_id (record), theme) == 0)
        return record;
    }

  return plenum_record_list_lookup (self->themes, theme);
}

/**
 * plenum_synthesis_model_get_title:
 * @theme: the id of a theme, or one of the words that stand for one
 *
 * Returns: (transfer none): what it is called
 */
const char *
plenum_synthesis_model_get_title (PlenumSynthesisModel *self, const char *theme)
{
  PlenumRecord *record;

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  record = plenum_synthesis_model_find_theme (self, theme);
  if (record != NULL)
    return plenum_record_get_text (record, PLENUM_THEME_TITLE);
  if (g_str_equal (theme, PLENUM_SYNTHESIS_OPEN))
    return _("Not in a theme yet");

  return g_str_equal (theme, PLENUM_SYNTHESIS_NONE) ? _("In none of the themes") : _("All cards");
}

/**
 * plenum_synthesis_model_describe:
 * @theme: the id of a theme, or one of the words that stand for one
 *
 * Returns: (transfer full): how many cards are in it, from how many workshops, and
 *   where it is known how much they have in common
 */
char *
plenum_synthesis_model_describe (PlenumSynthesisModel *self, const char *theme)
{
  PlenumSynthesisCount count;
  g_autofree char *cards = NULL, *workshops = NULL, *summary = NULL;
  double cohesion;

  plenum_synthesis_model_count (self, theme, &count);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", count.n_cards), count.n_cards);
  /* Translators: after “12 cards” */
  workshops = g_strdup_printf (ngettext ("from %u workshop", "from %u workshops", count.n_sources), count.n_sources);

  /* Translators: “12 cards” and “from 3 workshops” */
  summary = g_strdup_printf (C_("synthesis", "%s %s"), cards, workshops);
  if (count.n_cards < 2 || !plenum_synthesis_model_get_cohesion (self, theme, &cohesion))
    return g_steal_pointer (&summary);

  /* Translators: “12 cards from 3 workshops”, and how near the cards of a theme are to its middle, up to 100 % */
  return g_strdup_printf (_("%s · cohesion %.0f %%"), summary, 100.0 * cohesion);
}

/**
 * plenum_synthesis_model_show_proposal:
 * @themes: (transfer full) (nullable) (element-type PlenumProposedTheme): what is shown
 *   in place of what was decided, or %NULL to show that again
 *
 * Changes nothing in the library.
 */
void
plenum_synthesis_model_show_proposal (PlenumSynthesisModel *self, GPtrArray *themes)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self));

  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  self->proposed = themes;
  if (themes != NULL)
    self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      PlenumProposedTheme *theme = themes->pdata[i];

      for (guint k = 0; theme->ideas[k] != NULL; k++)
        g_hash_table_insert (self->places, theme->ideas[k], (gpointer) plenum_record_get_id (theme->record));
    }
  if (themes != NULL)
    plenum_synthesis_model_take_description (self, themes);
  plenum_synthesis_model_refresh (self);
}

/**
 * plenum_synthesis_model_get_proposal:
 *
 * Returns: (transfer none) (nullable) (element-type PlenumProposedTheme): the proposal
 *   that is shown
 */
GPtrArray *
plenum_synthesis_model_get_proposal (PlenumSynthesisModel *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  return self->proposed;
}

/**
 * plenum_synthesis_model_is_new:
 * @theme: an id
 *
 * Returns: whether it is a theme that is only proposed
 */
gboolean
plenum_synthesis_model_is_new (PlenumSynthesisModel *self, const char *theme)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), FALSE);

  return plenum_synthesis_model_find_theme (self, theme) != NULL && plenum_record_list_lookup (self->themes, theme) == NULL;
}
