/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card of a synthesis: all of its text, why it is in its theme, and where it comes
 * from. */
#include "plenum-synthesis-details.h"

#include <glib/gi18n.h>

#include "plenum-answers.h"
#include "plenum-format.h"
#include "plenum-sector.h"
#include "plenum-synthesis-commands.h"
#include "plenum-synthesis-votes.h"
#include "plenum-wrapped-label.h"

struct _PlenumSynthesisDetails
{
  AdwBin                parent_instance;

  GtkLabel             *text;
  AdwActionRow         *theme_row;
  AdwActionRow         *why_row;
  AdwActionRow         *next_row;
  GtkWidget            *next_button;
  AdwActionRow         *workshop_row;
  AdwActionRow         *author_row;
  AdwActionRow         *written_row;
  PlenumAnswers        *answers;
  PlenumSynthesisVotes *votes;
  GtkWidget            *comments_box;
  GtkBox               *comments;

  PlenumSynthesisModel *model; /* nullable */
  PlenumSynthesisCard  *card;  /* nullable */
  GCancellable         *cancellable;
};

G_DEFINE_FINAL_TYPE (PlenumSynthesisDetails, plenum_synthesis_details, ADW_TYPE_BIN)

/* What a row says is written by people: it is no markup. */
static void
set_subtitle (AdwActionRow *row, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_action_row_set_subtitle (row, escaped);
}

static const char *
describe_certainty (double certainty)
{
  if (certainty < 0.0)
    /* Translators: of a card in a theme */
    return _("By its words it would rather be in the next best theme.");
  if (certainty < 0.1)
    return _("It could as well be in the next best theme.");

  return certainty < 0.3 ? _("It is rather certain.") : _("It is certain, as far as words go.");
}

static char *
describe_reason (const PlenumThemeReason *reason)
{
  g_autofree char *words = g_strjoinv (", ", reason->words);

  if (reason->words[0] == NULL)
    /* Translators: why a card is in a theme */
    return g_strdup (_("It shares no word with other cards of the theme that would be typical of it."));

  /* Translators: why a card is in a theme: words of the card, then how certain that is */
  return g_strdup_printf (_("Words that weigh most: %s. %s"), words, describe_certainty (reason->certainty));
}

static void
show_reason (PlenumSynthesisDetails *self)
{
  const PlenumThemeReason *reason;
  PlenumRecord *next;
  g_autofree char *why = NULL;

  if (self->card == NULL)
    return;

  reason = plenum_synthesis_model_get_reason (self->model, self->card);
  next = reason != NULL && reason->next != NULL ? plenum_synthesis_model_find_theme (self->model, reason->next) : NULL;
  if (reason != NULL)
    why = describe_reason (reason);
  set_subtitle (self->why_row, why);
  set_subtitle (self->next_row, next != NULL ? plenum_record_get_text (next, PLENUM_THEME_TITLE) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->why_row), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->next_row), next != NULL);
  /* What is only proposed is looked at. */
  gtk_widget_set_sensitive (self->next_button, plenum_synthesis_model_get_proposal (self->model) == NULL);
}

static void
move_cb (PlenumSynthesisDetails *self)
{
  const PlenumThemeReason *reason = plenum_synthesis_model_get_reason (self->model, self->card);

  if (reason != NULL && reason->next != NULL)
    plenum_synthesis_commands_assign (GTK_WIDGET (self), self->model,
                                      (char *[]) { (char *) plenum_synthesis_card_get_id (self->card), NULL }, reason->next);
}

static void
show_theme (PlenumSynthesisDetails *self)
{
  const char *id;
  PlenumRecord *theme;
  gboolean by_hand;

  if (self->card == NULL)
    return;

  id = plenum_synthesis_card_get_theme (self->card);
  theme = id != NULL ? plenum_synthesis_model_find_theme (self->model, id) : NULL;
  by_hand = plenum_synthesis_card_is_by_hand (self->card);
  if (theme != NULL && by_hand)
    {
      /* Translators: the name of a theme into which somebody put the card */
      g_autofree char *text = g_strdup_printf (_("%s, decided by hand"), plenum_record_get_text (theme, PLENUM_THEME_TITLE));

      set_subtitle (self->theme_row, text);
    }
  else if (theme != NULL)
    set_subtitle (self->theme_row, plenum_record_get_text (theme, PLENUM_THEME_TITLE));
  else
    set_subtitle (self->theme_row, by_hand ? _("None, decided by hand") : _("Not decided yet"));
  show_reason (self);
}

static void
show_origin (PlenumSynthesisDetails *self)
{
  PlenumRecord *idea = plenum_synthesis_card_get_idea (self->card);
  PlenumRecord *workshop = plenum_synthesis_card_get_workshop (self->card);
  const char *title = plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE);
  const char *place = plenum_record_get_text (workshop, PLENUM_WORKSHOP_PLACE);
  const char *sector = plenum_synthesis_card_get_sector (self->card);
  g_autofree char *date = plenum_format_date_range (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE),
                                                    plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE));
  g_autofree char *written = plenum_format_long_day (plenum_record_get_integer (idea, PLENUM_IDEA_CREATED));
  const char *parts[4] = { title };
  guint n = 1;
  g_autofree char *origin = NULL;

  if (date != NULL)
    parts[n++] = date;
  if (place != NULL && *place != '\0')
    parts[n++] = place;
  origin = g_strjoinv (" · ", (char **) parts);
  set_subtitle (self->workshop_row, origin);
  set_subtitle (self->author_row, sector != NULL ? plenum_sector_get_name (sector) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->author_row), sector != NULL && *sector != '\0');
  set_subtitle (self->written_row, written);
}

static void
show_card (PlenumSynthesisDetails *self)
{
  g_autofree char *text = plenum_synthesis_card_dup_text (self->card);

  gtk_label_set_label (self->text, text);
  show_origin (self);
  show_theme (self);
}

static gpointer
read_comments (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list (store, PLENUM_COMMENT, PLENUM_COMMENT_IDEA, data, error);
}

static void
comments_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumSynthesisDetails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) comments = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (comments == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The comments of a card cannot be read: %s", error->message);
      return;
    }

  for (guint i = 0; i < comments->len; i++)
    gtk_box_append (self->comments,
                    plenum_wrapped_label_new (plenum_record_get_text (comments->pdata[i], PLENUM_COMMENT_TEXT), "comment"));
  gtk_widget_set_visible (self->comments_box, comments->len > 0);
}

static void
ask_for_comments (PlenumSynthesisDetails *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->comments))) != NULL)
    gtk_box_remove (self->comments, child);
  gtk_widget_set_visible (self->comments_box, FALSE);
  if (self->card == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plenum_library_query_async (plenum_synthesis_model_get_library (self->model), read_comments,
                              g_strdup (plenum_synthesis_card_get_id (self->card)), g_free,
                              (GDestroyNotify) g_ptr_array_unref, self->cancellable, comments_cb, g_object_ref (self));
}

static void
plenum_synthesis_details_dispose (GObject *object)
{
  PlenumSynthesisDetails *self = PLENUM_SYNTHESIS_DETAILS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->card != NULL)
    g_signal_handlers_disconnect_by_data (self->card, self);
  g_clear_object (&self->card);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_synthesis_details_parent_class)->dispose (object);
}

static void
plenum_synthesis_details_class_init (PlenumSynthesisDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLENUM_TYPE_ANSWERS);
  g_type_ensure (PLENUM_TYPE_SYNTHESIS_VOTES);
  G_OBJECT_CLASS (klass)->dispose = plenum_synthesis_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/synthesis/plenum-synthesis-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, text);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, theme_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, why_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, next_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, next_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, workshop_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, author_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, written_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, answers);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, votes);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, comments_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisDetails, comments);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
}

static void
plenum_synthesis_details_init (PlenumSynthesisDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_synthesis_details_set_model:
 *
 * To be called once.
 */
void
plenum_synthesis_details_set_model (PlenumSynthesisDetails *self, PlenumSynthesisModel *model)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_DETAILS (self));

  self->model = g_object_ref (model);
  plenum_answers_set_library (self->answers, plenum_synthesis_model_get_library (model), plenum_synthesis_model_get_id (model));
  plenum_synthesis_votes_set_library (self->votes, plenum_synthesis_model_get_library (model));
  g_signal_connect_object (model, "changed", G_CALLBACK (show_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "described", G_CALLBACK (show_reason), self, G_CONNECT_SWAPPED);
}

/**
 * plenum_synthesis_details_set_card:
 * @card: (nullable): what it shows and follows from now on
 */
void
plenum_synthesis_details_set_card (PlenumSynthesisDetails *self, PlenumSynthesisCard *card)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_DETAILS (self));

  if (self->card == card)
    return;

  if (self->card != NULL)
    g_signal_handlers_disconnect_by_data (self->card, self);
  g_set_object (&self->card, card);
  if (card != NULL)
    {
      g_signal_connect_swapped (card, "changed", G_CALLBACK (show_card), self);
      show_card (self);
    }
  plenum_answers_set_idea (self->answers, card != NULL ? plenum_synthesis_card_get_id (card) : NULL);
  plenum_synthesis_votes_set_idea (self->votes, card != NULL ? plenum_synthesis_card_get_id (card) : NULL);
  ask_for_comments (self);
}

/**
 * plenum_synthesis_details_get_card:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PlenumSynthesisCard *
plenum_synthesis_details_get_card (PlenumSynthesisDetails *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_DETAILS (self), NULL);

  return self->card;
}
