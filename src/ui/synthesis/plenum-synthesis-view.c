/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of many workshops, read together: those of one theme as a list, one of
 * them with all that is known of it beside. The themes are listed in the sidebar. */
#include "plenum-synthesis-view.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-fold.h"
#include "plenum-keys.h"
#include "plenum-proposal-bar.h"
#include "plenum-side-pane.h"
#include "plenum-synthesis-commands.h"
#include "plenum-synthesis-details.h"
#include "plenum-synthesis-notice.h"
#include "plenum-synthesis-row.h"

struct _PlenumSynthesisView
{
  AdwBin                  parent_instance;

  PlenumSidePane         *pane;
  GtkLabel               *title;
  GtkLabel               *summary;
  GtkMenuButton          *menu_button;
  GtkSearchBar           *search_bar;
  GtkEditable            *search_entry;
  PlenumProposalBar      *proposal_bar;
  GtkStack               *pages;
  AdwStatusPage          *nothing;
  GtkListView            *list;
  PlenumSynthesisDetails *details;

  PlenumWorkshopModel    *workshop;
  PlenumSynthesisModel   *model;
  char                   *theme;     /* the one whose cards are listed, or a word that stands for some */
  GtkFilter              *filter;
  GtkSorter              *sorter;
  gboolean                least_typical; /* these come first */
  GtkSelectionModel      *selection;
};

enum { PROP_0, PROP_SHOWN, PROP_SEARCH_MODE, PROP_LEAST_TYPICAL, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumSynthesisView, plenum_synthesis_view, ADW_TYPE_BIN)

static gboolean
match (gpointer item, gpointer data)
{
  PlenumSynthesisView *self = data;
  const char *query = gtk_editable_get_text (self->search_entry);
  g_autofree char *text = NULL;

  if (!plenum_synthesis_model_is_in (self->model, item, self->theme))
    return FALSE;
  if (*query == '\0')
    return TRUE;

  text = plenum_synthesis_card_dup_text (item);
  return plenum_fold_contains (text, query);
}

/* Where it is known how typical the cards of a theme are, these come in that order. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  PlenumSynthesisView *self = data;
  double one = plenum_synthesis_card_get_typicality ((gpointer) a);
  double other = plenum_synthesis_card_get_typicality ((gpointer) b);
  int order = (one < other) - (one > other);

  if (plenum_synthesis_model_find_theme (self->model, self->theme) == NULL)
    return 0;

  return self->least_typical ? -order : order;
}

static void
show_list (PlenumSynthesisView *self)
{
  g_autofree char *summary = plenum_synthesis_model_describe (self->model, self->theme);

  gtk_label_set_label (self->title, plenum_synthesis_model_get_title (self->model, self->theme));
  gtk_label_set_label (self->summary, summary);
  plenum_synthesis_commands_enable (GTK_WIDGET (self), self->model, self->theme);
  if (!plenum_synthesis_model_get_loaded (self->model))
    gtk_stack_set_visible_child_name (self->pages, "loading");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_stack_set_visible_child_name (self->pages, "cards");
  else
    {
      plenum_synthesis_notice_show (self->nothing, self->model, self->theme, *gtk_editable_get_text (self->search_entry) != '\0');
      gtk_stack_set_visible_child_name (self->pages, "nothing");
    }
}

static void
show_details (PlenumSynthesisView *self, PlenumSynthesisCard *card)
{
  plenum_synthesis_details_set_card (self->details, card);
  plenum_side_pane_set_open (self->pane, card != NULL);
}

/* Where there is room, the card that one has come to is shown as well. */
static void
selection_cb (PlenumSynthesisView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (PlenumSynthesisCard) card = NULL;

  if (gtk_bitset_get_size (selected) != 1 || (plenum_side_pane_get_compact (self->pane) && !plenum_side_pane_get_open (self->pane)))
    return;

  card = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
  show_details (self, card);
}

static void
activate_cb (PlenumSynthesisView *self, guint position)
{
  g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  show_details (self, card);
}

static void
set_theme (PlenumSynthesisView *self, const char *theme)
{
  if (g_str_equal (theme, self->theme))
    return;

  g_free (self->theme);
  self->theme = g_strdup (theme);
  gtk_selection_model_unselect_all (self->selection);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_details (self, NULL);
  show_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static gboolean
has_gone (PlenumSynthesisView *self)
{
  static const char * const words[] = { PLENUM_SYNTHESIS_ALL, PLENUM_SYNTHESIS_OPEN, PLENUM_SYNTHESIS_NONE, NULL };

  return plenum_synthesis_model_get_loaded (self->model) && !g_strv_contains (words, self->theme)
         && plenum_synthesis_model_find_theme (self->model, self->theme) == NULL;
}

/* Whoever moves a card away from here wants to read the next one. */
static void
changed_cb (PlenumSynthesisView *self)
{
  g_autoptr (GtkBitset) before = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GtkBitset) after = NULL;
  /* The bitset goes on changing with the selection. */
  gboolean chosen = !gtk_bitset_is_empty (before);
  guint place = chosen ? gtk_bitset_get_minimum (before) : 0;
  guint n;

  if (has_gone (self))
    {
      set_theme (self, PLENUM_SYNTHESIS_ALL);
      return;
    }

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  after = gtk_selection_model_get_selection (self->selection);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (chosen && gtk_bitset_is_empty (after) && n > 0)
    gtk_selection_model_select_item (self->selection, MIN (place, n - 1), TRUE);
  show_list (self);
}

/* It is known anew how typical the cards are. */
static void
described_cb (PlenumSynthesisView *self)
{
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
search_changed_cb (PlenumSynthesisView *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
search_mode_cb (PlenumSynthesisView *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_editable_set_text (self->search_entry, "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumSynthesisView *self)
{
  GtkWidget *row = plenum_synthesis_row_new (self->model);

  plenum_synthesis_commands_add_drag (GTK_WIDGET (self), row);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumSynthesisView *self)
{
  PlenumSynthesisRow *row = PLENUM_SYNTHESIS_ROW (gtk_list_item_get_child (item));

  plenum_synthesis_row_set_mixed (row, g_str_equal (self->theme, PLENUM_SYNTHESIS_ALL));
  plenum_synthesis_row_set_card (row, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  plenum_synthesis_row_set_card (PLENUM_SYNTHESIS_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
go (PlenumSynthesisView *self, int by)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = gtk_bitset_is_empty (selected) ? (by > 0 ? 0 : (int) n - 1)
                                                : CLAMP ((int) gtk_bitset_get_minimum (selected) + by, 0, (int) n - 1);

  if (n == 0)
    return;

  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) position);
}

static void
close_details (PlenumSynthesisView *self)
{
  show_details (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumSynthesisView *self = PLENUM_SYNTHESIS_VIEW (widget);
  PlenumSynthesisScene scene = { self->workshop, self->model, self->theme };
  PlenumSynthesisCard *card = plenum_synthesis_details_get_card (self->details);

  if (g_str_equal (name, "synthesis.go"))
    go (self, g_variant_get_int32 (parameter));
  else if (g_str_equal (name, "synthesis.close-details"))
    close_details (self);
  else if (g_str_equal (name, "synthesis.propose"))
    plenum_proposal_bar_propose (self->proposal_bar);
  else if (g_str_equal (name, "synthesis.open-source") && card != NULL)
    gtk_widget_activate_action (widget, "win.open-workshop", "s",
                                plenum_record_get_id (plenum_synthesis_card_get_workshop (card)));
  else
    {
      g_auto (GStrv) ids = plenum_synthesis_commands_dup_ids (self->selection, card);

      plenum_synthesis_commands_activate (widget, &scene, name, ids);
    }
}

/**
 * plenum_synthesis_view_move_to:
 * @theme: the id of a theme, or %PLENUM_SYNTHESIS_NONE for none of them
 *
 * Puts the cards that are chosen there.
 */
void
plenum_synthesis_view_move_to (PlenumSynthesisView *self, const char *theme)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (PLENUM_IS_SYNTHESIS_VIEW (self));

  ids = plenum_synthesis_commands_dup_ids (self->selection, plenum_synthesis_details_get_card (self->details));
  plenum_synthesis_commands_assign (GTK_WIDGET (self), self->model, ids,
                                    g_str_equal (theme, PLENUM_SYNTHESIS_NONE) ? NULL : theme);
}

/**
 * plenum_synthesis_view_pick:
 * @card: a card of the list
 *
 * Chooses @card, unless it is chosen with others already.
 */
void
plenum_synthesis_view_pick (PlenumSynthesisView *self, PlenumSynthesisCard *card)
{
  guint n;

  g_return_if_fail (PLENUM_IS_SYNTHESIS_VIEW (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumSynthesisCard) one = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (one == card && !gtk_selection_model_is_selected (self->selection, i))
        gtk_selection_model_select_item (self->selection, i, TRUE);
    }
}

static gboolean
plenum_synthesis_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLENUM_SYNTHESIS_VIEW (widget)->list));
}

static void
plenum_synthesis_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumSynthesisView *self = PLENUM_SYNTHESIS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, self->theme);
      break;

    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;

    case PROP_LEAST_TYPICAL:
      g_value_set_boolean (value, self->least_typical);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_synthesis_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlenumSynthesisView *self = PLENUM_SYNTHESIS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      if (g_value_get_string (value) != NULL)
        set_theme (self, g_value_get_string (value));
      break;

    case PROP_SEARCH_MODE:
      gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      break;

    case PROP_LEAST_TYPICAL:
      self->least_typical = g_value_get_boolean (value);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_synthesis_view_dispose (GObject *object)
{
  PlenumSynthesisView *self = PLENUM_SYNTHESIS_VIEW (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->model);
  g_clear_object (&self->workshop);
  self->list = NULL;

  G_OBJECT_CLASS (plenum_synthesis_view_parent_class)->dispose (object);
}

static void
plenum_synthesis_view_finalize (GObject *object)
{
  g_free (PLENUM_SYNTHESIS_VIEW (object)->theme);

  G_OBJECT_CLASS (plenum_synthesis_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/synthesis/plenum-synthesis-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, pane);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, summary);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, proposal_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, list);
  gtk_widget_class_bind_template_child (widget_class, PlenumSynthesisView, details);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
}

static void
plenum_synthesis_view_class_init (PlenumSynthesisViewClass *klass)
{
  static const char * const actions[] = {
    "synthesis.close-details", "synthesis.open-source", "synthesis.assign", "synthesis.new-theme", "synthesis.not-here",
    "synthesis.rename", "synthesis.join", "synthesis.split", "synthesis.take-apart", "synthesis.choose-sources",
    "synthesis.propose", "synthesis.export", "synthesis.answer",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_synthesis_view_dispose;
  object_class->finalize = plenum_synthesis_view_finalize;
  object_class->get_property = plenum_synthesis_view_get_property;
  object_class->set_property = plenum_synthesis_view_set_property;
  widget_class->grab_focus = plenum_synthesis_view_grab_focus;

  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] =
    g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_TYPICAL] =
    g_param_spec_boolean ("least-typical", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLENUM_TYPE_PROPOSAL_BAR);
  g_type_ensure (PLENUM_TYPE_SIDE_PANE);
  g_type_ensure (PLENUM_TYPE_SYNTHESIS_DETAILS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "synthesis.go", "i", action_cb);
  gtk_widget_class_install_property_action (widget_class, "synthesis.least-typical", "least-typical");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
}

static void
plenum_synthesis_view_init (PlenumSynthesisView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("What can be done here"));
  plenum_keys_bind_everywhere (GTK_WIDGET (self), "synthesis.");
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  self->theme = g_strdup (PLENUM_SYNTHESIS_ALL);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

/**
 * plenum_synthesis_view_new:
 * @workshop: a synthesis
 *
 * Returns: (transfer floating): its cards by theme
 */
GtkWidget *
plenum_synthesis_view_new (PlenumWorkshopModel *workshop)
{
  PlenumSynthesisView *self = g_object_new (PLENUM_TYPE_SYNTHESIS_VIEW, NULL);
  GListModel *filtered, *sorted;

  self->workshop = g_object_ref (workshop);
  self->model = g_object_ref (plenum_synthesis_model_get_for (workshop));
  plenum_synthesis_details_set_model (self->details, self->model);
  plenum_proposal_bar_set_model (self->proposal_bar, self->model);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), g_object_ref (self->filter)));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (filtered, g_object_ref (self->sorter)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (sorted));
  gtk_list_view_set_model (self->list, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "described", G_CALLBACK (described_cb), self, G_CONNECT_SWAPPED);
  show_list (self);

  return GTK_WIDGET (self);
}
