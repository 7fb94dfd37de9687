/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card got in each vote of its workshop whose result was shown. It says
 * nothing of who voted what, and nothing of votes that are not over. */
#include "plenum-synthesis-votes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-idea-votes.h"
#include "plenum-result-chart.h"
#include "plenum-wrapped-label.h"

struct _PlenumSynthesisVotes
{
  GtkBox         parent_instance;

  PlenumLibrary *library;
  char          *idea; /* nullable */
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PlenumSynthesisVotes, plenum_synthesis_votes, GTK_TYPE_BOX)

static void
clear (PlenumSynthesisVotes *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
describe (const PlenumIdeaVote *vote)
{
  const char *method = plenum_method_get_name (plenum_tally_get_method (vote->tally));
  guint n = plenum_tally_get_n_options (vote->tally);
  g_autofree char *score = plenum_tally_describe_score (vote->tally, vote->option);
  g_autofree char *place = plenum_result_place (vote->tally, vote->option);

  if (plenum_tally_get_voters (vote->tally) == 0)
    /* Translators: a method of voting, as in "Dots · nobody voted" */
    return g_strdup_printf (_("%s · nobody voted"), method);

  /* Translators: what a card got in a poll: a method of voting, the score in words, and a place, as in
   * "Dots · 12 points · place 2 (of 7 options)"; the place may be "2, shared" */
  return g_strdup_printf (ngettext ("%s · %s · place %s (of %u option)", "%s · %s · place %s (of %u options)", n),
                          method, score, place, n);
}

static const char *
get_text (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
}

/* The polls of one card; those of one that was merged in are below its text. */
static GtkWidget *
add_list (PlenumSynthesisVotes *self, PlenumRecord *idea)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (g_strcmp0 (plenum_record_get_id (idea), self->idea) == 0)
    plenum_accessible_name (list, _("Votes"));
  else
    {
      /* Translators: above what a card got in votes before it was merged into the one shown; its text */
      g_autofree char *text = g_strdup_printf (_("Merged in: %s"), get_text (idea));
      GtkWidget *label = plenum_wrapped_label_new (text, "dim-label");

      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (self), label);
      plenum_accessible_name (list, text);
    }
  gtk_box_append (GTK_BOX (self), list);

  return list;
}

static void
add_row (GtkWidget *list, const PlenumIdeaVote *vote)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (vote);
  g_autofree char *title = g_markup_escape_text (plenum_record_get_text (vote->poll, PLENUM_POLL_QUESTION), -1);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show (PlenumSynthesisVotes *self, GPtrArray *votes)
{
  PlenumRecord *idea = NULL;
  GtkWidget *list = NULL;

  clear (self);
  if (votes->len == 0)
    return;

  gtk_box_append (GTK_BOX (self), plenum_wrapped_label_new (_("Votes"), "heading"));
  for (guint i = 0; i < votes->len; i++)
    {
      const PlenumIdeaVote *vote = votes->pdata[i];

      if (vote->idea != idea)
        list = add_list (self, vote->idea);
      idea = vote->idea;
      add_row (list, vote);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gpointer
read_votes (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_idea_votes_read (store, data, cancellable, error);
}

static void
votes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumSynthesisVotes) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) votes = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (votes != NULL)
    show (self, votes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The votes on a card cannot be read: %s", error->message);
}

static void
ask (PlenumSynthesisVotes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->idea == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plenum_library_query_async (self->library, read_votes, g_strdup (self->idea), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->cancellable, votes_cb, g_object_ref (self));
}

/* A ballot alone changes no result that was shown, and while people vote there are many. */
static void
library_changed_cb (PlenumSynthesisVotes *self, PlenumChanges *changes)
{
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_POLL)
      || plenum_changes_touch (changes, PLENUM_OPTION))
    ask (self);
}

static void
plenum_synthesis_votes_dispose (GObject *object)
{
  PlenumSynthesisVotes *self = PLENUM_SYNTHESIS_VOTES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_pointer (&self->idea, g_free);

  G_OBJECT_CLASS (plenum_synthesis_votes_parent_class)->dispose (object);
}

static void
plenum_synthesis_votes_class_init (PlenumSynthesisVotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_synthesis_votes_dispose;
}

static void
plenum_synthesis_votes_init (PlenumSynthesisVotes *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "synthesis-votes");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * plenum_synthesis_votes_set_library:
 *
 * To be called once, before a card is shown.
 */
void
plenum_synthesis_votes_set_library (PlenumSynthesisVotes *self, PlenumLibrary *library)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_VOTES (self));

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plenum_synthesis_votes_set_idea:
 * @idea: (nullable): the id of the card whose votes it shows from now on
 *
 * It hides itself where there are none.
 */
void
plenum_synthesis_votes_set_idea (PlenumSynthesisVotes *self, const char *idea)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_VOTES (self));

  g_free (self->idea);
  self->idea = g_strdup (idea);
  clear (self);
  ask (self);
}
