/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposal of themes while it is looked at: more of them or fewer, and then taken
 * over or thrown away. Nothing is stored before. */
#include "plenum-proposal-bar.h"

#include <glib/gi18n.h>

#include "plenum-perform.h"
#include "plenum-synthesis-actions.h"
#include "plenum-wrap-layout.h"

/* While the slider moves, one waits for it to rest. */
#define REST_MS 250

struct _PlenumProposalBar
{
  AdwBin                parent_instance;

  GtkLabel             *sentence;
  GtkSpinner           *spinner;
  GtkRange             *scale;
  GtkWidget            *accept;
  GtkWidget            *controls;

  PlenumSynthesisModel *model;
  PlenumThemeProposer  *proposer;    /* nullable: nothing is proposed */
  GCancellable         *cancellable; /* nullable: nothing is on its way */
  guint                 rest_source;
  gboolean              filling;     /* the slider is set, not moved */
};

G_DEFINE_FINAL_TYPE (PlenumProposalBar, plenum_proposal_bar, ADW_TYPE_BIN)

static void
stop (PlenumProposalBar *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
discard (PlenumProposalBar *self)
{
  stop (self);
  g_clear_object (&self->proposer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (plenum_synthesis_model_get_proposal (self->model) != NULL)
    plenum_synthesis_model_show_proposal (self->model, NULL);
}

static void
accepted_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    discard (data);
}

static void
accept_cb (PlenumProposalBar *self)
{
  GPtrArray *proposed = plenum_synthesis_model_get_proposal (self->model);
  g_autofree PlenumThemeProposal *themes = g_new0 (PlenumThemeProposal, proposed->len);

  for (guint i = 0; i < proposed->len; i++)
    {
      const PlenumProposedTheme *theme = proposed->pdata[i];

      themes[i].theme = theme->known ? plenum_record_get_id (theme->record) : NULL;
      themes[i].title = plenum_record_get_text (theme->record, PLENUM_THEME_TITLE);
      themes[i].ideas = (const char * const *) theme->ideas;
    }
  plenum_perform (GTK_WIDGET (self), plenum_synthesis_model_get_library (self->model),
                  plenum_action_accept_themes (plenum_synthesis_model_get_id (self->model), themes, proposed->len),
                  _("Themes accepted"), accepted_cb, self);
}

static void
show_waiting (PlenumProposalBar *self, gboolean waiting)
{
  gtk_spinner_set_spinning (self->spinner, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  gtk_widget_set_sensitive (self->accept, !waiting);
  if (waiting)
    gtk_label_set_label (self->sentence, _("The cards are compared by their words…"));
}

static void
show_themes (PlenumProposalBar *self, GPtrArray *themes)
{
  g_autofree char *sentence = NULL;
  guint n = themes->len;

  /* Translators: above the cards, while themes are proposed that nobody has accepted yet */
  sentence = g_strdup_printf (ngettext ("%u theme is proposed. It follows words, not meaning: read before you accept.",
                                        "%u themes are proposed. They follow words, not meaning: read before you accept.", n), n);
  self->filling = TRUE;
  gtk_range_set_value (self->scale, n);
  self->filling = FALSE;
  plenum_synthesis_model_show_proposal (self->model, themes);
  show_waiting (self, FALSE);
  gtk_label_set_label (self->sentence, sentence);
}

static void
proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumProposalBar) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *themes = plenum_theme_proposer_run_finish (PLENUM_THEME_PROPOSER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || source != (GObject *) self->proposer)
    {
      g_clear_pointer (&themes, g_ptr_array_unref);
      return;
    }

  g_clear_object (&self->cancellable);
  if (themes != NULL)
    show_themes (self, themes);
  else
    {
      plenum_show_error (GTK_WIDGET (self), error);
      discard (self);
    }
}

static void
ask (PlenumProposalBar *self, guint n_themes)
{
  stop (self);
  show_waiting (self, TRUE);
  self->cancellable = g_cancellable_new ();
  plenum_theme_proposer_run_async (self->proposer, n_themes, self->cancellable, proposed_cb, g_object_ref (self));
}

static gboolean
rest_cb (gpointer data)
{
  PlenumProposalBar *self = data;

  self->rest_source = 0;
  ask (self, (guint) gtk_range_get_value (self->scale));

  return G_SOURCE_REMOVE;
}

static void
value_cb (PlenumProposalBar *self)
{
  if (self->filling || self->proposer == NULL)
    return;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_MS, rest_cb, self);
}

static void
plenum_proposal_bar_dispose (GObject *object)
{
  PlenumProposalBar *self = PLENUM_PROPOSAL_BAR (object);

  stop (self);
  g_clear_object (&self->proposer);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_proposal_bar_parent_class)->dispose (object);
}

static void
plenum_proposal_bar_class_init (PlenumProposalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_proposal_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/synthesis/plenum-proposal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumProposalBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, PlenumProposalBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlenumProposalBar, scale);
  gtk_widget_class_bind_template_child (widget_class, PlenumProposalBar, accept);
  gtk_widget_class_bind_template_child (widget_class, PlenumProposalBar, controls);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
plenum_proposal_bar_init (PlenumProposalBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->controls, plenum_wrap_layout_new (12, FALSE));
}

/**
 * plenum_proposal_bar_set_model:
 *
 * To be called once.
 */
void
plenum_proposal_bar_set_model (PlenumProposalBar *self, PlenumSynthesisModel *model)
{
  g_return_if_fail (PLENUM_IS_PROPOSAL_BAR (self));

  self->model = g_object_ref (model);
}

/* What was decided holds: such cards stay in their themes, and such themes stay. */
static void
add_known (PlenumProposalBar *self, PlenumRecord *theme)
{
  const char *id = plenum_record_get_id (theme);
  gboolean by_hand = g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_ORIGIN), "analysis") != 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ideas = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (plenum_synthesis_model_is_in (self->model, card, id) && (by_hand || plenum_synthesis_card_is_by_hand (card)))
        g_strv_builder_add (builder, plenum_synthesis_card_get_id (card));
    }
  ideas = g_strv_builder_end (builder);
  if (ideas[0] != NULL)
    plenum_theme_proposer_add_theme (self->proposer, theme, (const char * const *) ideas);
}

/**
 * plenum_proposal_bar_propose:
 *
 * Proposes themes for all cards but those that are in none by decision.
 */
void
plenum_proposal_bar_propose (PlenumProposalBar *self)
{
  g_autoptr (GPtrArray) themes = NULL;

  g_return_if_fail (PLENUM_IS_PROPOSAL_BAR (self));

  discard (self);
  themes = plenum_synthesis_model_list_themes (self->model);
  self->proposer = plenum_theme_proposer_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      g_autofree char *text = plenum_synthesis_card_dup_text (card);

      if (!plenum_synthesis_model_is_in (self->model, card, PLENUM_SYNTHESIS_NONE))
        plenum_theme_proposer_add_card (self->proposer, plenum_synthesis_card_get_id (card), text, NULL);
    }
  for (guint i = 0; i < themes->len; i++)
    add_known (self, themes->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  ask (self, 0);
}
