/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the analysis says of the themes of a synthesis and of the cards in them. It is
 * found out on another thread whenever something moved; until then the last answer
 * stands, as far as it still fits. */
#include "plenum-synthesis-model-private.h"

static void
stop (PlenumSynthesisModel *self)
{
  g_cancellable_cancel (self->describing);
  g_clear_object (&self->describing);
}

/**
 * plenum_synthesis_model_clear_description:
 *
 * Nothing is known any more, and nothing is found out.
 */
void
plenum_synthesis_model_clear_description (PlenumSynthesisModel *self)
{
  stop (self);
  g_clear_object (&self->describer);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->described, g_ptr_array_unref);
}

/**
 * plenum_synthesis_model_take_description:
 * @themes: (transfer none) (element-type PlenumProposedTheme): themes with the reasons
 *   for their cards
 */
void
plenum_synthesis_model_take_description (PlenumSynthesisModel *self, GPtrArray *themes)
{
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->described, g_ptr_array_unref);
  self->described = g_ptr_array_ref (themes);
  self->reasons = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < themes->len; i++)
    {
      PlenumProposedTheme *theme = themes->pdata[i];

      for (guint k = 0; theme->ideas[k] != NULL; k++)
        {
          PlenumSynthesisCard *card = plenum_synthesis_model_find (self, theme->ideas[k]);

          g_hash_table_insert (self->reasons, theme->ideas[k], &theme->reasons[k]);
          if (card != NULL)
            plenum_synthesis_card_set_typicality (card, theme->reasons[k].typicality);
        }
    }
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumSynthesisModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = plenum_theme_proposer_run_finish (PLENUM_THEME_PROPOSER (source), result, &error);

  if (themes != NULL && source == (GObject *) self->describer && self->proposed == NULL)
    {
      plenum_synthesis_model_take_description (self, themes);
      plenum_synthesis_model_tell_described (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The themes of a synthesis cannot be described: %s", error->message);
}

/* The themes in their order, each with its cards. */
static GPtrArray *
list_places (PlenumSynthesisModel *self)
{
  g_autoptr (GPtrArray) themes = plenum_synthesis_model_list_themes (self);
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_proposed_theme_free);

  for (guint i = 0; i < themes->len; i++)
    g_hash_table_insert (members, (gpointer) plenum_record_get_id (themes->pdata[i]), g_ptr_array_new ());
  for (guint i = 0; i < self->cards->len; i++)
    {
      const char *theme = plenum_synthesis_card_get_theme (self->cards->pdata[i]);
      GPtrArray *ideas = theme != NULL ? g_hash_table_lookup (members, theme) : NULL;

      if (ideas != NULL)
        g_ptr_array_add (ideas, (gpointer) plenum_synthesis_card_get_id (self->cards->pdata[i]));
    }
  for (guint i = 0; i < themes->len; i++)
    {
      GPtrArray *ideas = g_hash_table_lookup (members, plenum_record_get_id (themes->pdata[i]));

      g_ptr_array_add (ideas, NULL);
      if (ideas->len > 1)
        g_ptr_array_add (places, plenum_proposed_theme_new (themes->pdata[i], (const char * const *) ideas->pdata));
    }

  return places;
}

/**
 * plenum_synthesis_model_describe_again:
 *
 * To be called when a card or a theme is not what it was. What the texts are compared
 * by is kept as long as the texts are the same.
 */
void
plenum_synthesis_model_describe_again (PlenumSynthesisModel *self)
{
  g_autoptr (GPtrArray) places = NULL;

  stop (self);
  if (!self->loaded || self->proposed != NULL)
    return;
  places = list_places (self);
  if (places->len == 0)
    return;

  if (self->describer == NULL)
    {
      self->describer = plenum_theme_proposer_new ();
      for (guint i = 0; i < self->cards->len; i++)
        {
          g_autofree char *text = plenum_synthesis_card_dup_text (self->cards->pdata[i]);

          plenum_theme_proposer_add_card (self->describer, plenum_synthesis_card_get_id (self->cards->pdata[i]), text, NULL);
        }
    }
  self->describing = g_cancellable_new ();
  plenum_theme_proposer_describe_async (self->describer, g_steal_pointer (&places), self->describing, described_cb,
                                        g_object_ref (self));
}

/**
 * plenum_synthesis_model_get_reason:
 *
 * Returns: (transfer none) (nullable): why the card is in its theme, until the next
 *   change; %NULL if it is in none, or it is not known yet
 */
const PlenumThemeReason *
plenum_synthesis_model_get_reason (PlenumSynthesisModel *self, PlenumSynthesisCard *card)
{
  const PlenumThemeReason *reason;

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), NULL);

  reason = self->reasons != NULL ? g_hash_table_lookup (self->reasons, plenum_synthesis_card_get_id (card)) : NULL;
  return reason != NULL && reason->theme != NULL
         && g_strcmp0 (reason->theme, plenum_synthesis_card_get_theme (card)) == 0 ? reason : NULL;
}

/**
 * plenum_synthesis_model_get_cohesion:
 * @theme: the id of a theme, or one of the words that stand for one
 * @cohesion: (out): how near its cards are to its middle, from 0 to 1; left alone
 *   unless it is known
 *
 * Returns: whether it is known
 */
gboolean
plenum_synthesis_model_get_cohesion (PlenumSynthesisModel *self, const char *theme, double *cohesion)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_MODEL (self), FALSE);

  for (guint i = 0; self->described != NULL && i < self->described->len; i++)
    {
      const PlenumProposedTheme *described = self->described->pdata[i];

      if (g_strcmp0 (plenum_record_get_id (described->record), theme) == 0)
        {
          *cohesion = described->cohesion;
          return TRUE;
        }
    }

  return FALSE;
}
