/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits a theme by what its cards say: they are grouped once more, among themselves. */
#include "plenum-theme-splitter.h"

#include <glib/gi18n.h>

#include "plenum-activity.h"
#include "plenum-perform.h"
#include "plenum-synthesis-actions.h"
#include "plenum-theme-proposer.h"

typedef struct
{
  GWeakRef              from; /* the widget that asked */
  PlenumSynthesisModel *model;
  char                 *theme;
  PlenumActivity       *activity;
} Split;

static void
split_free (Split *split)
{
  plenum_activity_finish (split->activity);
  g_object_unref (split->activity);
  g_weak_ref_clear (&split->from);
  g_object_unref (split->model);
  g_free (split->theme);
  g_free (split);
}

/* The smaller group goes: the theme stays what most of its cards are about. */
static PlenumProposedTheme *
choose_leaving (GPtrArray *groups)
{
  PlenumProposedTheme *first, *second;

  if (groups->len != 2)
    return NULL;

  first = groups->pdata[0];
  second = groups->pdata[1];
  if (first->ideas[0] == NULL || second->ideas[0] == NULL)
    return NULL;

  return g_strv_length (first->ideas) < g_strv_length (second->ideas) ? first : second;
}

static void
perform (Split *split, GtkWidget *from, PlenumProposedTheme *leaving)
{
  const char *title = plenum_record_get_text (leaving->record, PLENUM_THEME_TITLE);
  guint n = g_strv_length (leaving->ideas);
  g_autofree char *toast =
    /* Translators: %2$s is the name of a new theme; the plural is that of %1$u. */
    g_strdup_printf (ngettext ("%1$u card went to the new theme “%2$s”", "%1$u cards went to the new theme “%2$s”", n), n, title);

  plenum_perform (from, plenum_synthesis_model_get_library (split->model),
                  plenum_action_split_theme (split->theme, title, (const char * const *) leaving->ideas), toast, NULL, NULL);
}

static void
grouped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Split *split = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&split->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = plenum_theme_proposer_run_finish (PLENUM_THEME_PROPOSER (source), result, &error);
  PlenumProposedTheme *leaving = groups != NULL ? choose_leaving (groups) : NULL;

  if (from != NULL && leaving != NULL)
    perform (split, from, leaving);
  else if (from != NULL && groups != NULL)
    plenum_show_message (from, _("The cards of this theme are too few or too much alike to be split. Move some of them to a theme of their own instead."));
  else if (from != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plenum_show_error (from, error);
  split_free (split);
}

/**
 * plenum_theme_splitter_run:
 * @from: the widget that asks
 * @theme: the id of one that there is
 *
 * Finds out which two groups the theme's cards fall into, and moves the smaller one to
 * a new theme. Can be cancelled, and undone.
 */
void
plenum_theme_splitter_run (GtkWidget *from, PlenumSynthesisModel *model, const char *theme)
{
  g_autoptr (PlenumThemeProposer) proposer = plenum_theme_proposer_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Split *split = g_new0 (Split, 1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *text = plenum_synthesis_card_dup_text (card);

      if (plenum_synthesis_model_is_in (model, card, theme))
        plenum_theme_proposer_add_card (proposer, plenum_synthesis_card_get_id (card), text, NULL);
    }
  g_weak_ref_init (&split->from, from);
  split->model = g_object_ref (model);
  split->theme = g_strdup (theme);
  split->activity = plenum_activity_start (from, _("Splitting the theme"), cancellable);
  plenum_theme_proposer_run_async (proposer, 2, cancellable, grouped_cb, split);
}
