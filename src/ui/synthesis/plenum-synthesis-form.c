/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be said about a synthesis before it begins: its title, and the
 * workshops that are read in it; the same to choose others. */
#include "plenum-synthesis-form.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-fold.h"
#include "plenum-format.h"
#include "plenum-perform.h"
#include "plenum-summary.h"
#include "plenum-synthesis-actions.h"

struct _PlenumSynthesisForm
{
  AdwWindow            parent_instance;

  GtkWidget           *done;
  GtkWidget           *title_group;
  AdwEntryRow         *title_row;
  GtkEditable         *filter;
  GtkLabel            *choice;
  AdwPreferencesGroup *workshops;
  GtkButton           *all_button;

  PlenumLibrary       *library;
  PlenumRecord        *synthesis; /* nullable: a new one */
  GtkWidget           *from;      /* weak: what asked */
  GPtrArray           *offers;
};

/* A workshop that can be chosen. */
typedef struct
{
  char           *id;
  char           *words; /* by which it is found */
  guint           ideas;
  GtkWidget      *row;   /* borrowed */
  GtkCheckButton *check; /* borrowed */
} Offer;

G_DEFINE_FINAL_TYPE (PlenumSynthesisForm, plenum_synthesis_form, ADW_TYPE_WINDOW)

/* What there is to choose from, and what was chosen before. */
typedef struct
{
  GPtrArray *summaries;
  GPtrArray *sources;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_pointer (&choice->summaries, g_ptr_array_unref);
  g_clear_pointer (&choice->sources, g_ptr_array_unref);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->id);
  g_free (offer->words);
  g_free (offer);
}

static char *
dup_title (PlenumSynthesisForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static GStrv
dup_chosen (PlenumSynthesisForm *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = self->offers->pdata[i];

      if (gtk_check_button_get_active (offer->check))
        g_strv_builder_add (chosen, offer->id);
    }

  return g_strv_builder_end (chosen);
}

/* Of those that are shown, for these alone are chosen or left out at once. */
static gboolean
all_are_chosen (PlenumSynthesisForm *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = self->offers->pdata[i];

      if (gtk_widget_get_visible (offer->row) && !gtk_check_button_get_active (offer->check))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_choice (PlenumSynthesisForm *self)
{
  g_autofree char *workshops = NULL, *cards = NULL;
  guint n_chosen = 0, n_ideas = 0;

  if (self->offers->len == 0)
    return g_strdup (_("There is no workshop in the library yet. Make one, or import some."));

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = self->offers->pdata[i];

      if (gtk_check_button_get_active (offer->check))
        {
          n_chosen++;
          n_ideas += offer->ideas;
        }
    }
  workshops = g_strdup_printf (ngettext ("%u workshop chosen", "%u workshops chosen", n_chosen), n_chosen);
  cards = g_strdup_printf (ngettext ("%u idea", "%u ideas", n_ideas), n_ideas);

  /* Translators: how many workshops are chosen, and how many ideas they have */
  return g_strdup_printf (_("%s · %s"), workshops, cards);
}

static void
update (PlenumSynthesisForm *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autofree char *title = dup_title (self);
  g_autofree char *choice = describe_choice (self);

  gtk_widget_set_sensitive (self->done, (*title != '\0' || self->synthesis != NULL) && chosen[0] != NULL);
  gtk_button_set_label (self->all_button, all_are_chosen (self) ? _("Choose _None") : _("Choose _All"));
  gtk_label_set_label (self->choice, choice);
}

static void
all_cb (PlenumSynthesisForm *self)
{
  gboolean all = !all_are_chosen (self);

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = self->offers->pdata[i];

      if (gtk_widget_get_visible (offer->row))
        gtk_check_button_set_active (offer->check, all);
    }
}

/* What is chosen stays chosen where it is not shown. */
static void
filter_cb (PlenumSynthesisForm *self)
{
  const char *query = gtk_editable_get_text (self->filter);
  gboolean any = FALSE;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = self->offers->pdata[i];
      gboolean found = plenum_fold_contains (offer->words, query);

      gtk_widget_set_visible (offer->row, found);
      any = any || found;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), any);
  update (self);
}

static void
made_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    gtk_widget_activate_action (data, "win.open-workshop", "s", plenum_action_get_result (action));
}

static void
done_cb (PlenumSynthesisForm *self)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autofree char *title = dup_title (self);
  GtkWidget *from = self->from;

  if (!gtk_widget_get_sensitive (self->done))
    return;

  if (from != NULL && self->synthesis != NULL)
    plenum_perform (from, self->library,
                    plenum_action_choose_sources (plenum_record_get_id (self->synthesis), (const char * const *) chosen),
                    NULL, NULL, NULL);
  else if (from != NULL)
    plenum_perform (from, self->library, plenum_action_add_synthesis (title, NULL, (const char * const *) chosen),
                    NULL, made_cb, from);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_chosen (Choice *choice, const char *workshop)
{
  for (guint i = 0; i < choice->sources->len; i++)
    if (g_strcmp0 (plenum_record_get_text (choice->sources->pdata[i], PLENUM_SOURCE_SOURCE), workshop) == 0)
      return TRUE;

  return FALSE;
}

/* Both ways of writing a date, so that it is found by its year, its month, or as it is shown. */
static char *
join_words (PlenumRecord *workshop, const char *date)
{
  const char *parts[] = {
    plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), plenum_record_get_text (workshop, PLENUM_WORKSHOP_PLACE),
    plenum_record_get_text (workshop, PLENUM_WORKSHOP_ORGANISATION), plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE),
    plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE), date,
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s\n", parts[i]);

  return g_string_free (words, FALSE);
}

static void
add_workshop (PlenumSynthesisForm *self, const PlenumSummary *summary, gboolean chosen)
{
  PlenumRecord *workshop = summary->workshop;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  Offer *offer = g_new0 (Offer, 1);
  g_autofree char *title = g_markup_escape_text (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), -1);
  g_autofree char *date = plenum_format_date_range (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE),
                                                    plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE));
  g_autofree char *ideas = g_strdup_printf (ngettext ("%u idea", "%u ideas", summary->ideas), summary->ideas);
  /* Translators: when a workshop is, and how many ideas it has */
  g_autofree char *subtitle = date != NULL ? g_strdup_printf (_("%s · %s"), date, ideas) : g_strdup (ideas);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  plenum_accessible_name (check, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->workshops, row);
  offer->id = g_strdup (plenum_record_get_id (workshop));
  offer->words = join_words (workshop, date);
  offer->ideas = summary->ideas;
  offer->row = row;
  offer->check = GTK_CHECK_BUTTON (check);
  g_ptr_array_add (self->offers, offer);
}

static gpointer
read_choice (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Choice) choice = g_new0 (Choice, 1);

  choice->summaries = plenum_store_list_summaries (store, error);
  choice->sources = choice->summaries == NULL ? NULL
                    : plenum_store_list (store, PLENUM_SOURCE, PLENUM_SOURCE_WORKSHOP, data != NULL ? data : "", error);

  return choice->sources != NULL ? g_steal_pointer (&choice) : NULL;
}

/* The latest first; a new synthesis begins with all that have cards. */
static void
choice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumSynthesisForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Choice) choice = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (choice == NULL)
    {
      if (self->from != NULL)
        plenum_show_error (self->from, error);
      return;
    }

  for (guint i = choice->summaries->len; i > 0; i--)
    {
      const PlenumSummary *summary = choice->summaries->pdata[i - 1];
      gboolean chosen = self->synthesis != NULL ? is_chosen (choice, plenum_record_get_id (summary->workshop))
                                                : summary->ideas > 0;

      if (plenum_record_is_null (summary->workshop, PLENUM_WORKSHOP_KIND)
          && (chosen || !plenum_record_get_integer (summary->workshop, PLENUM_WORKSHOP_ARCHIVED)))
        add_workshop (self, summary, chosen);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), self->offers->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->offers->len > 1);
  update (self);
}

static void
plenum_synthesis_form_dispose (GObject *object)
{
  PlenumSynthesisForm *self = PLENUM_SYNTHESIS_FORM (object);

  g_ptr_array_set_size (self->offers, 0);
  g_clear_object (&self->library);
  g_clear_object (&self->synthesis);
  g_clear_weak_pointer (&self->from);

  G_OBJECT_CLASS (plenum_synthesis_form_parent_class)->dispose (object);
}

static void
plenum_synthesis_form_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_SYNTHESIS_FORM (object)->offers);

  G_OBJECT_CLASS (plenum_synthesis_form_parent_class)->finalize (object);
}

static void
plenum_synthesis_form_class_init (PlenumSynthesisFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_synthesis_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_synthesis_form_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/synthesis/plenum-synthesis-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, done);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, title_group);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, filter);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, choice);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, workshops);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisForm, all_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_synthesis_form_init (PlenumSynthesisForm *self)
{
  self->offers = g_ptr_array_new_with_free_func (offer_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_synthesis_form_show:
 * @from: the widget that asks
 * @synthesis: (nullable): the one whose workshops are chosen, or %NULL for a new one
 */
void
plenum_synthesis_form_show (GtkWidget *from, PlenumLibrary *library, PlenumRecord *synthesis)
{
  PlenumSynthesisForm *self = g_object_new (PLENUM_TYPE_SYNTHESIS_FORM, "transient-for", gtk_widget_get_root (from), NULL);

  self->library = g_object_ref (library);
  self->synthesis = synthesis != NULL ? g_object_ref (synthesis) : NULL;
  g_set_weak_pointer (&self->from, from);
  gtk_window_set_title (GTK_WINDOW (self), synthesis != NULL ? _("Choose Workshops") : _("New Synthesis"));
  gtk_widget_set_visible (self->title_group, synthesis == NULL);
  if (synthesis != NULL)
    gtk_button_set_label (GTK_BUTTON (self->done), _("_Choose"));
  plenum_library_query_async (library, read_choice, synthesis != NULL ? g_strdup (plenum_record_get_id (synthesis)) : NULL, g_free,
                              (GDestroyNotify) choice_free, NULL, choice_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (synthesis == NULL ? GTK_WIDGET (self->title_row) : self->done);
}
