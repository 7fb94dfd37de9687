/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds one card among those of all boards: to go there, or to link to it. One
 * types, and Enter takes the first that is found. */
#include "plenum-card-chooser.h"

#include <glib/gi18n.h>

#include "plenum-fold.h"
#include "plenum-list-stop.h"

struct _PlenumCardChooser
{
  AdwWindow             parent_instance;

  PlenumBoardDesk      *desk;
  PlenumCardChosenFunc  chosen;
  gpointer              data;
  GtkFilter            *filter;
  GListModel           *found;
  GtkWidget            *entry;
  GtkWidget            *list;
  GtkWidget            *stack;
};

G_DEFINE_FINAL_TYPE (PlenumCardChooser, plenum_card_chooser, ADW_TYPE_WINDOW)

static const char *
get_text (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
}

/* Where a card lies: "Ideas on Wall 1". */
static char *
dup_place (PlenumCardChooser *self, PlenumRecord *idea)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk));
  PlenumRecord *area = plenum_record_list_lookup (plenum_workshop_model_get_list (workshop, PLENUM_AREA),
                                                  plenum_record_get_text (idea, PLENUM_IDEA_AREA));
  PlenumRecord *board = area == NULL ? NULL
                        : plenum_record_list_lookup (plenum_workshop_model_get_list (workshop, PLENUM_BOARD),
                                                     plenum_record_get_text (area, PLENUM_AREA_BOARD));

  if (board == NULL)
    return g_strdup (_("Not on a board yet"));

  /* Translators: where a card lies: first an area, then the board it is on */
  return g_strdup_printf (_("%s on %s"), plenum_record_get_text (area, PLENUM_AREA_TITLE),
                          plenum_record_get_text (board, PLENUM_BOARD_TITLE));
}

/* Only what is shown on a board can be gone to: a card that was merged is inside another. */
static gboolean
match (gpointer item, gpointer data)
{
  PlenumCardChooser *self = data;
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *text = plenum_record_get_text (item, PLENUM_IDEA_TEXT);
  const char *title = plenum_record_get_text (item, PLENUM_IDEA_TITLE);

  return plenum_board_model_lookup (plenum_board_desk_get_model (self->desk), plenum_record_get_id (item)) != NULL
         && (plenum_fold_contains (text, query) || (title != NULL && plenum_fold_contains (title, query)));
}

static void
update (PlenumCardChooser *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), g_list_model_get_n_items (self->found) > 0 ? "list" : "empty");
}

static void
search_changed_cb (PlenumCardChooser *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
choose (PlenumCardChooser *self, guint position)
{
  g_autoptr (PlenumRecord) idea = g_list_model_get_item (self->found, position);
  g_autoptr (PlenumBoardDesk) desk = g_object_ref (self->desk);
  PlenumCardChosenFunc chosen = self->chosen;
  gpointer data = self->data;

  if (idea == NULL)
    return;

  /* The window goes first, so that the focus can go where it shall. */
  gtk_window_destroy (GTK_WINDOW (self));
  chosen (desk, idea, data);
}

static void
entry_activate_cb (PlenumCardChooser *self)
{
  /* Who types fast must not get what was found before. */
  search_changed_cb (self);
  choose (self, 0);
}

static void
list_activate_cb (GtkListView *list, guint position, PlenumCardChooser *self)
{
  choose (self, position);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = gtk_label_new (NULL), *place = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "caption");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), place);
  gtk_widget_add_css_class (box, "found-card");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumCardChooser *self)
{
  PlenumRecord *idea = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *place = dup_place (self, idea);

  gtk_label_set_label (GTK_LABEL (text), get_text (idea));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (text)), place);
}

static void
plenum_card_chooser_dispose (GObject *object)
{
  PlenumCardChooser *self = PLENUM_CARD_CHOOSER (object);

  /* The list may be looked at once more, when there is no entry to ask any longer. */
  if (self->found != NULL)
    gtk_filter_list_model_set_filter (GTK_FILTER_LIST_MODEL (self->found), NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_card_chooser_parent_class)->dispose (object);
}

static void
plenum_card_chooser_class_init (PlenumCardChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_card_chooser_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_list (PlenumCardChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = adw_status_page_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cards"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No card matches the search."));

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), plenum_list_stop_new (scroller), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_widget_set_vexpand (self->stack, TRUE);

  return self->stack;
}

static void
plenum_card_chooser_init (PlenumCardChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, 480);
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->entry, 12);
  gtk_widget_set_margin_end (self->entry, 12);
  gtk_widget_set_margin_bottom (self->entry, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a card"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), new_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect (self->list, "activate", G_CALLBACK (list_activate_cb), self);
}

/**
 * plenum_card_chooser_show:
 * @from: over whose window
 * @title: what it is for
 * @chosen: called with the card that was chosen
 */
void
plenum_card_chooser_show (PlenumBoardDesk *desk, GtkWidget *from, const char *title, PlenumCardChosenFunc chosen, gpointer data)
{
  PlenumCardChooser *self = g_object_new (PLENUM_TYPE_CARD_CHOOSER, NULL);
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (desk));
  GListModel *ideas = G_LIST_MODEL (plenum_workshop_model_get_list (workshop, PLENUM_IDEA));

  self->desk = g_object_ref (desk);
  self->chosen = chosen;
  self->data = data;
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (ideas), g_object_ref (self->filter)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                           GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (self->found))));
  update (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
