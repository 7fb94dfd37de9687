/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before the ballot: who of those present votes now. Whoever has voted is marked,
 * and can only take the ballot back. Nothing here knows what anybody voted. */
#include "plenum-voter-chooser.h"

#include <glib/gi18n.h>

#include "plenum-ballots.h"
#include "plenum-dialogs.h"
#include "plenum-list-stop.h"
#include "plenum-participant-column.h"
#include "plenum-people-filter.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-voter-receipt.h"
#include "plenum-voter-row.h"
#include "plenum-wrapped-label.h"

struct _PlenumVoterChooser
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  PlenumRecord        *poll;
  gboolean             names_only; /* nobody votes without a name */
  GHashTable          *voters;  /* participant to ballot */
  GPtrArray           *rows;    /* PlenumVoterRow, borrowed: those bound now */
  GtkFilter           *present;
  GtkFilter           *filter;
  GListModel          *shown;
  char                *asked;   /* the ballot that may be taken back */
  GCancellable        *cancellable;

  GtkWidget           *entry;
  GtkWidget           *view;
  GtkWidget           *names_label;
  GtkWidget           *nameless_button;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumVoterChooser, plenum_voter_chooser, GTK_TYPE_WIDGET)

static void
mark (PlenumVoterChooser *self, PlenumVoterRow *row)
{
  PlenumRecord *record = plenum_voter_row_get_record (row);

  plenum_voter_row_set_voted (row, self->voters != NULL && record != NULL
                                   && g_hash_table_contains (self->voters, plenum_record_get_id (record)));
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_list_voters (store, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GHashTable *voters = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumVoterChooser *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (voters == NULL)
    {
      plenum_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->voters, g_hash_table_unref);
  self->voters = voters;
  for (guint i = 0; i < self->rows->len; i++)
    mark (self, g_ptr_array_index (self->rows, i));
}

static void
load (PlenumVoterChooser *self)
{
  plenum_library_query_async (plenum_workshop_model_get_library (self->model), query,
                              g_strdup (plenum_record_get_id (self->poll)), g_free, (GDestroyNotify) g_hash_table_unref,
                              self->cancellable, loaded_cb, self);
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumVoterChooser *self)
{
  /* Of a secret ballot it is only told that its poll is different now. */
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_BALLOT)
      || plenum_changes_touch (changes, PLENUM_POLL))
    load (self);
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_PARTICIPANT))
    gtk_filter_changed (self->present, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
withdraw_cb (gpointer data)
{
  PlenumVoterChooser *self = data;

  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_withdraw_ballot (self->asked), _("The ballot is taken back"), NULL, NULL);
}

static void
choose (PlenumVoterChooser *self, PlenumRecord *person)
{
  gpointer ballot = NULL;
  g_autofree char *heading = NULL;

  if (self->voters == NULL
      || !g_hash_table_lookup_extended (self->voters, plenum_record_get_id (person), NULL, &ballot))
    {
      g_signal_emit (self, signals[CHOSEN], 0, person);
      return;
    }

  /* Of a secret vote nobody knows which ballot is whose: only its receipt can tell. */
  if (ballot == NULL)
    {
      plenum_voter_receipt_ask (plenum_workshop_model_get_library (self->model), plenum_record_get_id (self->poll),
                                person, GTK_WIDGET (self));
      return;
    }

  g_free (self->asked);
  self->asked = g_strdup (ballot);
  /* Translators: %s is the name of a person. */
  heading = g_strdup_printf (_("%s has voted already"), plenum_participant_name (person));
  plenum_dialogs_confirm (GTK_WIDGET (self), heading,
                          _("A ballot cannot be changed. It can be taken back by the person who cast it, to vote again."),
                          _("_Take it back"), TRUE, withdraw_cb, self);
}

static void
activate_cb (PlenumVoterChooser *self, guint position)
{
  g_autoptr (PlenumRecord) person = g_list_model_get_item (self->shown, position);

  if (person != NULL)
    choose (self, person);
}

static void
search_changed_cb (PlenumVoterChooser *self)
{
  plenum_people_filter_set_query (PLENUM_PEOPLE_FILTER (self->filter),
                                  gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Enter chooses the only one who is left. */
static void
entry_activate_cb (PlenumVoterChooser *self)
{
  /* Whoever types fast is ahead of the filter. */
  search_changed_cb (self);
  if (g_list_model_get_n_items (self->shown) == 1)
    activate_cb (self, 0);
}

static void
stop_search_cb (PlenumVoterChooser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
nameless_cb (PlenumVoterChooser *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, plenum_voter_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumVoterChooser *self)
{
  PlenumVoterRow *row = PLENUM_VOTER_ROW (gtk_list_item_get_child (item));

  plenum_voter_row_set_record (row, gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, row);
  mark (self, row);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumVoterChooser *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->rows, row);
  plenum_voter_row_set_record (PLENUM_VOTER_ROW (row), NULL);
}

static gboolean
plenum_voter_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_VOTER_CHOOSER (widget)->entry);
}

static void
plenum_voter_chooser_dispose (GObject *object)
{
  PlenumVoterChooser *self = PLENUM_VOTER_CHOOSER (object);
  GtkWidget *child;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->present);
  g_clear_object (&self->filter);
  g_clear_object (&self->poll);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_voter_chooser_parent_class)->dispose (object);
}

static void
plenum_voter_chooser_finalize (GObject *object)
{
  PlenumVoterChooser *self = PLENUM_VOTER_CHOOSER (object);

  g_clear_pointer (&self->voters, g_hash_table_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->asked);

  G_OBJECT_CLASS (plenum_voter_chooser_parent_class)->finalize (object);
}

static void
plenum_voter_chooser_class_init (PlenumVoterChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_voter_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_voter_chooser_finalize;
  widget_class->grab_focus = plenum_voter_chooser_grab_focus;

  /**
   * PlenumVoterChooser::chosen:
   * @participant: (nullable): who votes now, or %NULL for a ballot without a name
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLENUM_TYPE_RECORD);

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-voter-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumVoterChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumVoterChooser, view);
  gtk_widget_class_bind_template_child (widget_class, PlenumVoterChooser, names_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumVoterChooser, nameless_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, nameless_cb);
}

static void
plenum_voter_chooser_init (PlenumVoterChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->filter = plenum_people_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_wrapped_label_set_buttons (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
}

static gboolean
is_present (gpointer item, gpointer data)
{
  return plenum_record_get_integer (item, PLENUM_PARTICIPANT_PRESENT) != 0;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return plenum_column_compare (PLENUM_COLUMN_NAME, (PlenumRecord *) a, (PlenumRecord *) b);
}

/* What becomes of a name. */
static void
explain (PlenumVoterChooser *self)
{
  gboolean secret = !plenum_record_is_null (self->poll, PLENUM_POLL_COLLECTOR);

  if (self->names_only)
    gtk_label_set_label (GTK_LABEL (self->names_label), secret
                         ? _("Everybody votes with their name here. It is kept that you have voted, apart from the ballot, and nobody votes twice. Who is not listed is not marked as present yet.")
                         : _("Everybody votes with their name here. The ballot is kept together with it, and nobody votes twice. Who is not listed is not marked as present yet."));
  else if (secret)
    gtk_label_set_label (GTK_LABEL (self->names_label),
                         _("With a name, it is kept that you have voted, apart from the ballot, and nobody votes twice. Without one, nobody can find out whether somebody votes twice."));
}

/**
 * plenum_voter_chooser_new:
 * @model: the workshop
 * @form: an open poll
 *
 * Returns: (transfer floating): the list of those present
 */
GtkWidget *
plenum_voter_chooser_new (PlenumWorkshopModel *model, PlenumPollForm *form)
{
  PlenumVoterChooser *self = g_object_new (PLENUM_TYPE_VOTER_CHOOSER, NULL);
  GListModel *people = G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_PARTICIPANT));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  GListModel *present;
  GListModel *found;

  self->model = g_object_ref (model);
  self->poll = g_object_ref (form->poll);
  self->names_only = form->conditions[PLENUM_POLL_NAMES_ONLY];
  gtk_widget_set_visible (self->nameless_button, !self->names_only);
  explain (self);
  self->present = GTK_FILTER (gtk_custom_filter_new (is_present, NULL, NULL));
  present = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (people), g_object_ref (self->present)));
  found = G_LIST_MODEL (gtk_filter_list_model_new (present, g_object_ref (self->filter)));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (found, sorter));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->shown))));
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed",
                           G_CALLBACK (library_changed_cb), self, 0);
  load (self);

  return GTK_WIDGET (self);
}

/**
 * plenum_voter_chooser_any:
 *
 * Returns: whether somebody has to be chosen: not where nobody is said to be present,
 *   unless everybody votes with a name
 */
gboolean
plenum_voter_chooser_any (PlenumVoterChooser *self)
{
  g_return_val_if_fail (PLENUM_IS_VOTER_CHOOSER (self), FALSE);

  return self->names_only || g_list_model_get_n_items (self->shown) > 0
         || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

/**
 * plenum_voter_chooser_reset:
 *
 * Forgets what was typed, for the next person.
 */
void
plenum_voter_chooser_reset (PlenumVoterChooser *self)
{
  g_return_if_fail (PLENUM_IS_VOTER_CHOOSER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);
}
