/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to boards and areas: nothing asks, for all can be undone. */
#include "plenum-board-commands.h"

#include <glib/gi18n.h>

#include "plenum-area-actions.h"
#include "plenum-board-actions.h"
#include "plenum-card-commands.h"
#include "plenum-matrix-actions.h"
#include "plenum-perform.h"
#include "plenum-popover.h"

static PlenumRecordList *
get_list (PlenumBoardDesk *desk, PlenumRecordType type)
{
  return plenum_workshop_model_get_list (plenum_board_model_get_workshop (plenum_board_desk_get_model (desk)), type);
}

/**
 * plenum_board_commands_new_board:
 * @layout: what it is shown as
 *
 * The new board is shown as soon as it is there.
 */
void
plenum_board_commands_new_board (PlenumBoardDesk *desk, const char *layout)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (desk));
  PlenumAction *action = plenum_action_add_board_as (plenum_workshop_model_get_id (workshop), _("New board"), layout);

  plenum_board_model_set_board (plenum_board_desk_get_model (desk), plenum_action_get_result (action));
  plenum_board_desk_perform (desk, action, NULL, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_set_layout:
 * @layout: what the board is shown as from now on
 */
void
plenum_board_commands_set_layout (PlenumBoardDesk *desk, const char *layout)
{
  const char *board = plenum_board_model_get_board (plenum_board_desk_get_model (desk));

  if (board != NULL)
    plenum_board_desk_perform_for (desk, plenum_action_set_layout (board, layout), NULL, NULL, 0);
}

/* Lets something be typed in @entry below @widget. */
static void
ask (GtkWidget *widget, GtkWidget *entry, const char *label)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  plenum_popover_show (popover, widget, NULL);
  gtk_widget_grab_focus (entry);
}

static void
rename_cb (GtkEntry *entry, PlenumBoardDesk *desk)
{
  const char *board = plenum_board_model_get_board (plenum_board_desk_get_model (desk));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (board != NULL && *text != '\0')
    plenum_board_desk_perform (desk, plenum_action_rename_board (board, text), NULL, PLENUM_BOARD_FOCUS);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
}

/**
 * plenum_board_commands_rename_board:
 * @button: what shows the title now
 *
 * Lets another title be typed below @button.
 */
void
plenum_board_commands_rename_board (PlenumBoardDesk *desk, GtkWidget *button)
{
  PlenumRecord *board = plenum_record_list_lookup (get_list (desk, PLENUM_BOARD),
                                                   plenum_board_model_get_board (plenum_board_desk_get_model (desk)));
  GtkWidget *entry;

  if (board == NULL)
    return;

  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), plenum_record_get_text (board, PLENUM_BOARD_TITLE));
  g_signal_connect (entry, "activate", G_CALLBACK (rename_cb), desk);
  ask (button, entry, _("Title of the board"));
}

typedef struct
{
  PlenumBoardDesk *desk;
  char            *area;
} Limit;

static void
limit_free (gpointer data, GClosure *closure)
{
  Limit *limit = data;

  g_object_unref (limit->desk);
  g_free (limit->area);
  g_free (limit);
}

static void
limit_cb (GtkWidget *button, Limit *limit)
{
  GtkWidget *spin = gtk_widget_get_prev_sibling (button);
  g_autoptr (PlenumBoardDesk) desk = g_object_ref (limit->desk);

  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  plenum_board_desk_perform (desk, plenum_action_limit_area (limit->area, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin))),
                             NULL, PLENUM_BOARD_FOCUS);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

/**
 * plenum_board_commands_limit_area:
 * @widget: what it is about on the screen
 *
 * Lets be said how many cards an area should hold.
 */
void
plenum_board_commands_limit_area (PlenumBoardDesk *desk, const char *area, GtkWidget *widget)
{
  PlenumRecord *record = plenum_record_list_lookup (get_list (desk, PLENUM_AREA), area);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("How many cards at most? 0 is any number."));
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 999, 1);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Apply"));
  Limit *limit = g_new (Limit, 1);

  limit->desk = g_object_ref (desk);
  limit->area = g_strdup (area);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), record != NULL ? plenum_record_get_integer (record, PLENUM_AREA_CAPACITY) : 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_data (button, "clicked", G_CALLBACK (limit_cb), limit, limit_free, 0);
  ask (widget, box, _("Limit of the area"));
  gtk_popover_set_default_widget (GTK_POPOVER (gtk_widget_get_parent (gtk_widget_get_parent (box))), button);
  gtk_widget_grab_focus (spin);
}

/* The nth area of a board, or NULL. */
static PlenumRecord *
find_area (PlenumBoardDesk *desk, const char *board, guint nth)
{
  GListModel *areas = G_LIST_MODEL (get_list (desk, PLENUM_AREA));

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (PlenumRecord) area = g_list_model_get_item (areas, i);

      if (g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_BOARD), board) == 0 && nth-- == 0)
        return area;
    }

  return NULL;
}

/**
 * plenum_board_commands_delete_board:
 *
 * Its cards go to the first area of another board.
 */
void
plenum_board_commands_delete_board (PlenumBoardDesk *desk)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  const char *board = plenum_board_model_get_board (model);
  GListModel *boards = G_LIST_MODEL (get_list (desk, PLENUM_BOARD));
  PlenumRecord *other_area = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (boards) && other_area == NULL; i++)
    {
      g_autoptr (PlenumRecord) other = g_list_model_get_item (boards, i);

      if (g_strcmp0 (plenum_record_get_id (other), board) != 0)
        other_area = find_area (desk, plenum_record_get_id (other), 0);
    }

  if (board != NULL)
    plenum_board_desk_perform (desk, plenum_action_delete_board (board, other_area != NULL ? plenum_record_get_id (other_area) : NULL),
                               _("The board was deleted."), PLENUM_BOARD_FOCUS);
}

typedef struct
{
  PlenumBoardSurface *surface;
  char               *area;
} NewArea;

static void
new_area_free (gpointer data)
{
  NewArea *self = data;

  g_object_unref (self->surface);
  g_free (self->area);
  g_free (self);
}

static gboolean
name_cb (gpointer data)
{
  NewArea *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->surface)))
    plenum_board_surface_rename_area (self->surface, self->area);

  return G_SOURCE_REMOVE;
}

static void
area_added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  NewArea *added;

  if (error != NULL)
    return;

  added = g_new (NewArea, 1);
  added->surface = g_object_ref (data);
  added->area = g_strdup (plenum_action_get_result (action));
  /* The menu that asked for it must be gone, or it takes the focus from the title. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, name_cb, added, new_area_free);
}

/**
 * plenum_board_commands_new_area:
 * @surface: the one that is shown, where the title of the new area is typed next
 */
void
plenum_board_commands_new_area (PlenumBoardSurface *surface)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (plenum_board_surface_get_desk (surface));
  const char *board = plenum_board_model_get_board (model);

  if (board != NULL)
    plenum_perform (GTK_WIDGET (surface), plenum_workshop_model_get_library (plenum_board_model_get_workshop (model)),
                    plenum_action_add_area (board, _("New area")), NULL, area_added_cb, surface);
}

/* The place of an area on its board, or -1. */
static int
get_place (PlenumBoardDesk *desk, const char *board, const char *area)
{
  PlenumRecord *other;

  for (guint i = 0; (other = find_area (desk, board, i)) != NULL; i++)
    if (g_str_equal (plenum_record_get_id (other), area))
      return i;

  return -1;
}

/**
 * plenum_board_commands_move_area:
 * @by: -1 to the left, 1 to the right
 */
void
plenum_board_commands_move_area (PlenumBoardDesk *desk, const char *area, int by)
{
  const char *board = plenum_board_model_get_board (plenum_board_desk_get_model (desk));
  int place = get_place (desk, board, area);
  PlenumRecord *before;

  if (place < 0 || place + by < 0 || find_area (desk, board, place + by) == NULL)
    return;

  before = find_area (desk, board, by < 0 ? place - 1 : place + 2);
  plenum_board_desk_perform (desk, plenum_action_move_area (area, board, before != NULL ? plenum_record_get_id (before) : NULL),
                             NULL, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_place_area:
 * @before: (nullable): the area it goes before, or %NULL for the end
 */
void
plenum_board_commands_place_area (PlenumBoardDesk *desk, const char *area, const char *before)
{
  const char *board = plenum_board_model_get_board (plenum_board_desk_get_model (desk));

  if (board != NULL && g_strcmp0 (area, before) != 0)
    plenum_board_desk_perform (desk, plenum_action_move_area (area, board, before), NULL, PLENUM_BOARD_FOCUS);
}

/* Whether it is so, for what an area is once or is not. */
static gboolean
get_flag (PlenumBoardDesk *desk, const char *area, guint field)
{
  PlenumRecord *record = plenum_record_list_lookup (get_list (desk, PLENUM_AREA), area);

  return record != NULL && plenum_record_get_integer (record, field) != 0;
}

/**
 * plenum_board_commands_fold_area:
 *
 * Folds an area, or unfolds it.
 */
void
plenum_board_commands_fold_area (PlenumBoardDesk *desk, const char *area)
{
  plenum_board_desk_perform (desk, plenum_action_fold_area (area, !get_flag (desk, area, PLENUM_AREA_FOLDED)), NULL,
                             PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_hide_area:
 *
 * Hides an area from the beamer, or reveals it.
 */
void
plenum_board_commands_hide_area (PlenumBoardDesk *desk, const char *area)
{
  plenum_board_desk_perform (desk, plenum_action_hide_area (area, !get_flag (desk, area, PLENUM_AREA_HIDDEN)), NULL,
                             PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_delete_area:
 *
 * Its cards go to the area beside it.
 */
void
plenum_board_commands_delete_area (PlenumBoardDesk *desk, const char *area)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  const char *board = plenum_board_model_get_board (model);
  int place = get_place (desk, board, area);
  PlenumBoardArea *shown = plenum_board_model_get_area (model, area);
  PlenumRecord *beside;
  g_autofree char *toast = NULL;

  if (place < 0 || shown == NULL)
    return;

  beside = find_area (desk, board, place > 0 ? place - 1 : 1);
  if (beside != NULL && plenum_board_area_count_cards (shown) > 0)
    toast = g_strdup_printf (_("The area was deleted. Its cards are in “%s” now."),
                             plenum_record_get_text (beside, PLENUM_AREA_TITLE));
  plenum_board_desk_perform (desk, plenum_action_delete_area (area, beside != NULL ? plenum_record_get_id (beside) : NULL),
                             toast != NULL ? toast : _("The area was deleted."), PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_set_anonymous:
 *
 * Shows who wrote the cards of the board, or not.
 */
void
plenum_board_commands_set_anonymous (PlenumBoardDesk *desk, gboolean anonymous)
{
  const char *board = plenum_board_model_get_board (plenum_board_desk_get_model (desk));

  if (board != NULL)
    plenum_board_desk_perform (desk, plenum_action_set_anonymous (board, anonymous), NULL, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_commands_activate:
 * @surface: the one that is shown
 * @name: an action on areas
 * @area: an area's id
 */
void
plenum_board_commands_activate (PlenumBoardSurface *surface, const char *name, const char *area)
{
  PlenumBoardDesk *desk = plenum_board_surface_get_desk (surface);

  if (g_str_equal (name, "board.rename-area"))
    plenum_board_surface_rename_area (surface, area);
  else if (g_str_equal (name, "board.fold-area"))
    plenum_board_commands_fold_area (desk, area);
  else if (g_str_equal (name, "board.hide-area"))
    plenum_board_commands_hide_area (desk, area);
  else if (g_str_equal (name, "board.limit-area"))
    plenum_board_commands_limit_area (desk, area, plenum_board_surface_get_area_widget (surface, area));
  else if (g_str_equal (name, "board.move-area-left"))
    plenum_board_commands_move_area (desk, area, -1);
  else if (g_str_equal (name, "board.move-area-right"))
    plenum_board_commands_move_area (desk, area, 1);
  else
    plenum_board_commands_delete_area (desk, area);
}

/**
 * plenum_board_commands_lock:
 * @view: what hosts the surfaces
 *
 * Where nothing can be changed, leaves only the actions that change nothing.
 */
void
plenum_board_commands_lock (PlenumBoardDesk *desk, GtkWidget *view)
{
  static const char *const names[] = {
    "board.new-board", "board.rename-board", "board.delete-board", "board.new-area", "board.rename-area",
    "board.move-area-left", "board.move-area-right", "board.delete-area", "board.fold-area", "board.hide-area",
    "board.limit-area", "board.anonymous", "board.layout",
  };

  if (!plenum_board_desk_is_read_only (desk))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (view, names[i], FALSE);
  plenum_card_commands_lock (view);
}
