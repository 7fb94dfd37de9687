/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop's boards: one of them as columns of cards or as a list, with what
 * is found and the details of a card beside it. */
#include "plenum-boards-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-board-columns.h"
#include "plenum-board-commands.h"
#include "plenum-board-surface.h"
#include "plenum-card-commands.h"
#include "plenum-card-details.h"
#include "plenum-card-table.h"
#include "plenum-keys.h"
#include "plenum-paper.h"
#include "plenum-wall.h"

#define COMPACT_BELOW 720 /* the details take the place of the board then */
#define DETAILS_WIDTH 340

#define COLUMNS "columns"
#define LIST "list" /* no layout of a board, but chosen by the button */

/* The surfaces by the layout of a board. */
static const struct { const char *layout; GtkWidget *(*new) (PlenumBoardDesk *desk); } surfaces[] = {
  { COLUMNS, plenum_board_columns_new },
  { "canvas", plenum_wall_new_canvas },
  { "matrix", plenum_wall_new_matrix },
  { LIST, plenum_card_table_new },
};

struct _PlenumBoardsView
{
  GtkWidget         parent_instance;

  GtkWidget        *main;
  GtkMenuButton    *board_button;
  GMenu            *boards_section;
  GtkLabel         *board_title;
  GtkLabel         *question;
  GtkToggleButton  *list_button;
  GtkSearchBar     *search_bar;
  GtkEditable      *search_entry;
  GtkStack         *pages;
  GtkLabel         *hint;
  GtkLabel         *status;
  GtkWidget        *details;

  PlenumBoardModel *model;
  PlenumBoardDesk  *desk;
  GListModel       *boards;
  guint             fold_source;
  gboolean          compact;
  gboolean          anonymous; /* as the board says */
};

enum { PROP_0, PROP_SHOWN, PROP_LAYOUT, PROP_SEARCH_MODE, PROP_ANONYMOUS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumBoardsView, plenum_boards_view, GTK_TYPE_WIDGET)

static PlenumRecord *
find_board (PlenumBoardsView *self, const char *id)
{
  return plenum_record_list_lookup (PLENUM_RECORD_LIST (self->boards), id);
}

static void
set_board (PlenumBoardsView *self, const char *id)
{
  if (g_strcmp0 (plenum_board_model_get_board (self->model), id) == 0)
    return;

  plenum_board_model_set_board (self->model, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static PlenumBoardSurface *
get_surface (PlenumBoardsView *self)
{
  return PLENUM_BOARD_SURFACE (gtk_stack_get_visible_child (self->pages));
}

static void
show_hint (PlenumBoardsView *self)
{
  const char *sentence = g_list_model_get_n_items (self->boards) == 0
                         ? _("This workshop has no board yet. Add one in the menu above.")
                         : plenum_board_model_get_hint (self->model);

  /* A wall has no entry above, but takes cards anywhere. */
  if (sentence != NULL && PLENUM_IS_WALL (get_surface (self)) && plenum_board_model_is_empty (self->model))
    sentence = _("Press N, or click the wall twice, and type the first idea.");
  gtk_label_set_label (self->hint, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), sentence != NULL);
}

/* What the board asks for; columns if it is of a newer program. */
static const char *
get_layout (PlenumBoardsView *self)
{
  PlenumRecord *board = find_board (self, plenum_board_model_get_board (self->model));
  const char *layout = board != NULL ? plenum_record_get_text (board, PLENUM_BOARD_LAYOUT) : NULL;

  return layout != NULL && gtk_stack_get_child_by_name (self->pages, layout) != NULL ? layout : COLUMNS;
}

static void
show_surface (PlenumBoardsView *self)
{
  const char *name = gtk_toggle_button_get_active (self->list_button) ? LIST : get_layout (self);
  GtkWidget *before = gtk_stack_get_visible_child (self->pages), *wanted = gtk_stack_get_child_by_name (self->pages, name);
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  gboolean focused = before != NULL && gtk_widget_get_focus_child (before) != NULL;

  if (wanted == before)
    return;

  plenum_board_surface_cancel (PLENUM_BOARD_SURFACE (before));
  gtk_stack_set_visible_child (self->pages, wanted);
  /* What had the focus has it there too. */
  if (focused && current != NULL)
    plenum_board_surface_show_entry (PLENUM_BOARD_SURFACE (wanted), current, PLENUM_BOARD_FOCUS);
}

static void
show_board (PlenumBoardsView *self)
{
  PlenumRecord *board = find_board (self, plenum_board_model_get_board (self->model));
  const char *question = board != NULL ? plenum_record_get_text (board, PLENUM_BOARD_QUESTION) : NULL;

  gtk_label_set_label (self->board_title, board != NULL ? plenum_record_get_text (board, PLENUM_BOARD_TITLE) : _("Boards"));
  gtk_label_set_label (self->question, question != NULL ? question : "");
  plenum_show_tip (GTK_WIDGET (self->question), question);
  self->anonymous = board != NULL && plenum_record_get_integer (board, PLENUM_BOARD_ANONYMOUS) != 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANONYMOUS]);
  show_surface (self);
  show_hint (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

/* Another board is shown when the one that is shown has gone. */
static void
boards_changed_cb (PlenumBoardsView *self)
{
  guint n = g_list_model_get_n_items (self->boards);
  const char *shown = plenum_board_model_get_board (self->model);

  g_menu_remove_all (self->boards_section);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) board = g_list_model_get_item (self->boards, i);
      const char *title = plenum_record_get_text (board, PLENUM_BOARD_TITLE);
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "board.show", "s", plenum_record_get_id (board));
      g_menu_append_item (self->boards_section, item);
    }

  if (n > 0 && find_board (self, shown) == NULL)
    {
      g_autoptr (PlenumRecord) first = g_list_model_get_item (self->boards, 0);

      set_board (self, plenum_record_get_id (first));
    }
  show_board (self);
}

static void
search_changed_cb (PlenumBoardsView *self)
{
  g_autofree char *sentence = NULL;
  guint n;

  plenum_board_model_set_query (self->model, gtk_editable_get_text (self->search_entry));
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    return;

  n = plenum_board_model_count_found (self->model);
  sentence = g_strdup_printf (ngettext ("%u card found", "%u cards found", n), n);
  plenum_board_desk_say (self->desk, sentence);
}

static void
stop_search_cb (PlenumBoardsView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
search_mode_cb (PlenumBoardsView *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_editable_set_text (self->search_entry, "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
say_cb (PlenumBoardDesk *desk, const char *sentence, PlenumBoardsView *self)
{
  gtk_label_set_label (self->status, sentence);
}

static gboolean
fold_cb (gpointer data)
{
  PlenumBoardsView *self = data;
  gboolean compact = gtk_widget_get_width (GTK_WIDGET (self)) < COMPACT_BELOW;

  self->fold_source = 0;
  gtk_widget_set_visible (self->main, !compact || !gtk_widget_get_visible (self->details));
  gtk_widget_set_hexpand (self->details, compact);

  return G_SOURCE_REMOVE;
}

/* What is visible must not change inside an allocation. */
static void
queue_fold (PlenumBoardsView *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fold_cb, self, NULL);
}

static void
plenum_boards_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (widget);
  int rest = width;

  if (gtk_widget_get_visible (self->details))
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      int side = width < COMPACT_BELOW ? width : DETAILS_WIDTH;

      rest = width - side;
      gtk_widget_size_allocate (self->details, &(GtkAllocation) { rtl ? 0 : rest, 0, side, height }, -1);
      if (gtk_widget_get_visible (self->main))
        gtk_widget_size_allocate (self->main, &(GtkAllocation) { rtl ? side : 0, 0, MAX (rest, 0), height }, -1);
    }
  else if (gtk_widget_get_visible (self->main))
    gtk_widget_size_allocate (self->main, &(GtkAllocation) { 0, 0, width, height }, -1);
  if ((width < COMPACT_BELOW) != self->compact)
    {
      self->compact = width < COMPACT_BELOW;
      queue_fold (self);
    }
}

static void
plenum_boards_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (widget);
  int side_minimum, side_natural;

  gtk_widget_measure (self->main, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->details, orientation, -1, &side_minimum, &side_natural, NULL, NULL);
  *minimum = MAX (*minimum, side_minimum);
  *natural = MAX (*natural, side_natural);
}

static void
show_details (PlenumBoardsView *self, PlenumBoardEntry *entry)
{
  gtk_widget_set_visible (self->details, entry != NULL);
  plenum_card_details_set_entry (PLENUM_CARD_DETAILS (self->details), entry);
  queue_fold (self);
}

static void
show_cb (PlenumBoardDesk *desk, PlenumBoardEntry *entry, PlenumBoardShow how, PlenumBoardsView *self)
{
  gboolean in_pane = how == PLENUM_BOARD_DETAILS || how == PLENUM_BOARD_COMMENT;

  if (!in_pane && gtk_widget_get_mapped (self->main))
    plenum_board_surface_show_entry (get_surface (self), entry, how);
  else if (in_pane && !plenum_board_entry_is_stack (entry))
    show_details (self, entry);
  if (how == PLENUM_BOARD_COMMENT && !plenum_board_entry_is_stack (entry))
    plenum_card_details_focus_comment (PLENUM_CARD_DETAILS (self->details));
}

static void
close_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (widget);
  PlenumBoardEntry *entry = plenum_card_details_get_entry (PLENUM_CARD_DETAILS (self->details));
  g_autofree char *id = entry != NULL ? g_strdup (plenum_board_entry_get_id (entry)) : NULL;

  show_details (self, NULL);
  gtk_widget_set_visible (self->main, TRUE);
  plenum_board_desk_show (self->desk, id, PLENUM_BOARD_FOCUS);
}

static void
card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_card_commands_activate (get_surface (PLENUM_BOARDS_VIEW (widget)), name, parameter);
}

static void
area_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_board_commands_activate (get_surface (PLENUM_BOARDS_VIEW (widget)), name, g_variant_get_string (parameter, NULL));
}

static void
board_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (widget);

  if (g_str_equal (name, "board.show"))
    set_board (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "board.jump"))
    plenum_card_commands_jump (self->desk, widget);
  else if (g_str_equal (name, "board.new-board"))
    plenum_board_commands_new_board (self->desk, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "board.rename-board"))
    plenum_board_commands_rename_board (self->desk, GTK_WIDGET (self->board_button));
  else if (g_str_equal (name, "board.delete-board"))
    plenum_board_commands_delete_board (self->desk);
  else
    plenum_board_commands_new_area (get_surface (self));
}

static void
plenum_boards_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, self->model != NULL ? plenum_board_model_get_board (self->model) : NULL);
      break;
    case PROP_LAYOUT:
      g_value_set_string (value, get_layout (self));
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;
    case PROP_ANONYMOUS:
      g_value_set_boolean (value, self->anonymous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_boards_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWN:
      set_board (self, g_value_get_string (value));
      boards_changed_cb (self);
      break;
    case PROP_LAYOUT:
      plenum_board_commands_set_layout (self->desk, g_value_get_string (value));
      break;
    case PROP_SEARCH_MODE:
      gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      break;
    case PROP_ANONYMOUS:
      if (self->anonymous != g_value_get_boolean (value))
        plenum_board_commands_set_anonymous (self->desk, !self->anonymous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_boards_view_dispose (GObject *object)
{
  PlenumBoardsView *self = PLENUM_BOARDS_VIEW (object);

  gpointer heard[] = { self->boards, self->model, self->desk };

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    if (heard[i] != NULL)
      g_signal_handlers_disconnect_by_data (heard[i], self);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLENUM_TYPE_BOARDS_VIEW);
  g_clear_object (&self->desk);
  g_clear_object (&self->model);
  g_clear_object (&self->boards);

  G_OBJECT_CLASS (plenum_boards_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const char *area_actions[] = { "board.rename-area", "board.move-area-left", "board.move-area-right",
                                 "board.delete-area", "board.fold-area", "board.hide-area", "board.limit-area" };
  const char *named_actions[] = { "board.show", "board.new-board" };
  const char *board_actions[] = { "board.rename-board", "board.delete-board", "board.new-area", "board.jump" };

  plenum_card_commands_install (widget_class, card_action);
  for (guint i = 0; i < G_N_ELEMENTS (area_actions); i++)
    gtk_widget_class_install_action (widget_class, area_actions[i], "s", area_action);
  for (guint i = 0; i < G_N_ELEMENTS (board_actions); i++)
    gtk_widget_class_install_action (widget_class, board_actions[i], NULL, board_action);
  for (guint i = 0; i < G_N_ELEMENTS (named_actions); i++)
    gtk_widget_class_install_action (widget_class, named_actions[i], "s", board_action);
  gtk_widget_class_install_property_action (widget_class, "board.anonymous", "anonymous");
  gtk_widget_class_install_property_action (widget_class, "board.layout", "layout");
  plenum_keys_bind (widget_class, "board.");
  gtk_widget_class_install_action (widget_class, "board.close-details", NULL, close_details_action);
}

static void
plenum_boards_view_class_init (PlenumBoardsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_boards_view_dispose;
  object_class->get_property = plenum_boards_view_get_property;
  object_class->set_property = plenum_boards_view_set_property;
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANONYMOUS] = g_param_spec_boolean ("anonymous", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "boardsview");
  widget_class->size_allocate = plenum_boards_view_size_allocate;
  widget_class->measure = plenum_boards_view_measure;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/boards/plenum-boards-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, main);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, board_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, boards_section);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, board_title);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, question);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, list_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, hint);
  gtk_widget_class_bind_template_child (widget_class, PlenumBoardsView, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_surface);
  install_actions (widget_class);
}

static void
plenum_boards_view_init (PlenumBoardsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  plenum_keys_bind_everywhere (GTK_WIDGET (self), "card.paste"); /* where there is no card yet, too */
  g_signal_connect_swapped (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb), self);
}

/**
 * plenum_boards_view_new:
 * @model: the workshop
 *
 * Returns: (transfer floating): its boards
 */
GtkWidget *
plenum_boards_view_new (PlenumWorkshopModel *model)
{
  PlenumBoardsView *self = g_object_new (PLENUM_TYPE_BOARDS_VIEW, NULL);

  self->boards = g_object_ref (G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_BOARD)));
  self->model = plenum_board_model_new (model);
  self->desk = plenum_board_desk_new (self->model, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    gtk_stack_add_named (self->pages, surfaces[i].new (self->desk), surfaces[i].layout);

  self->details = plenum_card_details_new (self->desk);
  gtk_widget_set_visible (self->details, FALSE);
  gtk_widget_set_parent (self->details, GTK_WIDGET (self));

  plenum_paper_install (GTK_WIDGET (self), self->model);
  plenum_board_commands_lock (self->desk, GTK_WIDGET (self));
  g_signal_connect (self->desk, "show", G_CALLBACK (show_cb), self);
  g_signal_connect (self->desk, "say", G_CALLBACK (say_cb), self);
  g_signal_connect_swapped (self->model, "updated", G_CALLBACK (show_board), self);
  g_signal_connect_swapped (self->boards, "items-changed", G_CALLBACK (boards_changed_cb), self);
  boards_changed_cb (self);

  return GTK_WIDGET (self);
}
