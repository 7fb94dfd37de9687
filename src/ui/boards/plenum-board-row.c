/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card or stack in a column: it has the focus, is clicked, dragged and
 * edited in place. Rows are used again for other cards when they scroll away. */
#include "plenum-board-row.h"

#include <glib/gi18n.h>

#include "plenum-board-surface.h"
#include "plenum-card-menu.h"
#include "plenum-card-speech.h"
#include "plenum-card.h"
#include "plenum-carried-sheet.h"
#include "plenum-focus.h"
#include "plenum-keys.h"
#include "plenum-note-entry.h"
#include "plenum-stack.h"

#define GAP 56

struct _PlenumBoardRow
{
  GtkWidget         parent_instance;

  PlenumBoardDesk  *desk;
  GtkListItem      *item;  /* weak */
  PlenumBoardEntry *entry; /* nullable: bound to nothing */
  gboolean          loose; /* given back by the list, which may give the same again */
  GtkWidget        *card;
  GtkWidget        *stack;
  GtkWidget        *editor; /* nullable */
  guint             source;
  guint             place_source;
};

G_DEFINE_FINAL_TYPE (PlenumBoardRow, plenum_board_row, GTK_TYPE_WIDGET)

static gboolean
shows_cards (PlenumBoardRow *self)
{
  return plenum_board_entry_get_open (self->entry)
         || *plenum_board_model_get_query (plenum_board_desk_get_model (self->desk)) != '\0';
}

static void
describe (PlenumBoardRow *self)
{
  g_autofree char *place = plenum_board_desk_describe_place (self->desk, self->entry);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (plenum_board_entry_is_stack (self->entry))
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, shows_cards (self), -1);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED);
    }
  else
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                   plenum_board_entry_get_selected (self->entry), -1);
    }

  plenum_card_speech (self->entry, place, &name, &description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update (PlenumBoardRow *self)
{
  gboolean stack = plenum_board_entry_is_stack (self->entry);

  gtk_widget_set_visible (self->card, !stack);
  gtk_widget_set_visible (self->stack, stack);
  if (stack)
    plenum_stack_show (PLENUM_STACK (self->stack), self->entry, shows_cards (self));
  else
    plenum_card_show (PLENUM_CARD (self->card), self->entry);

  set_class (GTK_WIDGET (self), "selected", plenum_board_entry_get_selected (self->entry));
  set_class (GTK_WIDGET (self), "in-theme", plenum_board_entry_get_stack (self->entry) != NULL);
  set_class (GTK_WIDGET (self), "carried", plenum_board_desk_is_carried (self->desk, self->entry));
  describe (self);
}

static gboolean
update_cb (gpointer data)
{
  PlenumBoardRow *self = data;

  self->source = 0;
  if (self->entry != NULL)
    update (self);

  return G_SOURCE_REMOVE;
}

/* A stack hears of each of its cards; it is drawn anew once, before the next frame. */
static void
queue_update (PlenumBoardRow *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
finish_edit (PlenumBoardRow *self, gboolean keep)
{
  /* Letting go of the editor takes its focus, which would finish it again. */
  g_autoptr (GtkWidget) editor = g_steal_pointer (&self->editor);
  g_autofree char *text = NULL;
  gboolean focused;

  if (editor == NULL)
    return;

  text = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (editor));
  focused = gtk_widget_is_focus (editor);
  if (plenum_board_entry_is_stack (self->entry))
    plenum_stack_set_editor (PLENUM_STACK (self->stack), NULL);
  else
    plenum_card_set_editor (PLENUM_CARD (self->card), NULL);
  if (keep)
    plenum_board_desk_set_text (self->desk, self->entry, text);
  update (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
submit_cb (PlenumBoardRow *self)
{
  finish_edit (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
cancel_cb (PlenumBoardRow *self)
{
  finish_edit (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}

static void
editor_left_cb (PlenumBoardRow *self)
{
  finish_edit (self, TRUE);
}

/**
 * plenum_board_row_edit:
 * @replace: whether the text is selected, so that typing replaces it
 *
 * Lets the text of the card or the name of the theme be typed in its place. It
 * is stored when the focus leaves.
 */
void
plenum_board_row_edit (PlenumBoardRow *self, gboolean replace)
{
  GtkEventController *focus;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  gboolean stack;
  const char *text;

  g_return_if_fail (PLENUM_IS_BOARD_ROW (self));

  if (self->entry == NULL || self->editor != NULL)
    return;

  stack = plenum_board_entry_is_stack (self->entry);
  text = plenum_board_entry_get_text (self->entry);
  if (*text == '\0')
    text = plenum_board_entry_get_title (self->entry);
  self->editor = g_object_ref_sink (plenum_note_entry_new (stack ? _("Name of the theme") : _("Text of the card"), NULL));
  plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->editor), text);
  gtk_widget_set_hexpand (self->editor, TRUE);
  g_signal_connect_swapped (self->editor, "submit", G_CALLBACK (submit_cb), self);
  g_signal_connect_swapped (self->editor, "cancel", G_CALLBACK (cancel_cb), self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (editor_left_cb), self);
  gtk_widget_add_controller (self->editor, focus);

  if (stack)
    plenum_stack_set_editor (PLENUM_STACK (self->stack), self->editor);
  else
    plenum_card_set_editor (PLENUM_CARD (self->card), self->editor);
  gtk_widget_grab_focus (self->editor);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (stack || replace)
    gtk_text_buffer_select_range (buffer, &start, &end);
  else
    gtk_text_buffer_place_cursor (buffer, &end);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlenumBoardRow *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->entry == NULL || self->editor != NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 1)
    plenum_board_desk_click (self->desk, self->entry, state);
  else if (n_press == 2)
    plenum_board_row_edit (self, FALSE);
}

static void
open_menu (PlenumBoardRow *self, double x, double y)
{
  GtkWidget *surface = gtk_widget_get_ancestor (GTK_WIDGET (self), PLENUM_TYPE_BOARD_SURFACE);

  if (self->entry == NULL || self->editor != NULL)
    return;

  /* The row may be used for another card while the menu is open. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_translate_coordinates (GTK_WIDGET (self), surface, x, y, &x, &y);
  plenum_card_menu_pop_up (surface, self->desk, x, y);
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlenumBoardRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, PlenumBoardRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, PlenumBoardRow *self)
{
  if (self->entry == NULL || self->editor != NULL || plenum_board_desk_is_read_only (self->desk))
    return NULL;

  plenum_board_desk_carry (self->desk, self->entry);
  return gdk_content_provider_new_typed (PLENUM_TYPE_BOARD_DESK, self->desk);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, PlenumBoardRow *self)
{
  GtkWidget *sheet = plenum_board_entry_is_stack (self->entry) ? self->stack : self->card;
  g_autoptr (GdkPaintable) icon =
    plenum_carried_sheet_new (sheet, g_strv_length ((char **) plenum_board_desk_get_carried (self->desk)));

  gtk_drag_source_set_icon (source, icon, gtk_widget_get_width (sheet) / 3, 20);
  update (self);
}

static void
drag_end_cb (PlenumBoardRow *self)
{
  plenum_board_desk_put_down (self->desk);
  if (self->entry != NULL)
    update (self);
}

static void
focus_enter_cb (PlenumBoardRow *self)
{
  if (self->entry != NULL)
    plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), self->entry);
}

/* The row has the focus, the name and the role, not the wrapper around it, which
 * a screen reader would meet as a second item without a name. */
static void
plenum_board_row_root (GtkWidget *widget)
{
  GtkWidget *wrapper = gtk_widget_get_parent (widget);

  g_object_set (wrapper, "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC, NULL);
  GTK_WIDGET_CLASS (plenum_board_row_parent_class)->root (widget);

  gtk_widget_set_focusable (wrapper, FALSE);
}

static void
plenum_board_row_dispose (GObject *object)
{
  PlenumBoardRow *self = PLENUM_BOARD_ROW (object);

  plenum_board_row_let_go (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_board_row_parent_class)->dispose (object);
}

static void
plenum_board_row_unroot (GtkWidget *widget)
{
  plenum_focus_let_go (widget);

  GTK_WIDGET_CLASS (plenum_board_row_parent_class)->unroot (widget);
}

static void
plenum_board_row_class_init (PlenumBoardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_board_row_dispose;
  widget_class->root = plenum_board_row_root;
  widget_class->unroot = plenum_board_row_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  plenum_keys_bind (widget_class, "card.");
}

static void
add_controllers (PlenumBoardRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, focus);
}

static void
plenum_board_row_init (PlenumBoardRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->card = plenum_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->stack = plenum_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
plenum_board_row_new (PlenumBoardDesk *desk)
{
  PlenumBoardRow *self = g_object_new (PLENUM_TYPE_BOARD_ROW, NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static gboolean
describe_cb (gpointer data)
{
  PlenumBoardRow *self = data;

  self->place_source = 0;
  if (self->entry != NULL)
    describe (self);

  return G_SOURCE_REMOVE;
}

/* A new card moves all rows below it, some two hundred of them: what they say of
 * their place can wait until it has been drawn. */
static void
place_cb (PlenumBoardRow *self)
{
  if (self->place_source == 0)
    self->place_source = g_idle_add (describe_cb, self);
}

/**
 * plenum_board_row_bind:
 * @item: whose entry it shows from now on
 */
void
plenum_board_row_bind (PlenumBoardRow *self, GtkListItem *item)
{
  g_return_if_fail (PLENUM_IS_BOARD_ROW (self) && (self->entry == NULL || self->loose));

  if (self->loose && self->item == item && gtk_list_item_get_item (item) == self->entry)
    {
      self->loose = FALSE;
      return;
    }

  plenum_board_row_let_go (self);
  g_set_weak_pointer (&self->item, item);
  self->entry = g_object_ref (gtk_list_item_get_item (item));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::position", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * plenum_board_row_unbind:
 *
 * The list does not say whether it will come back to the row with the same entry: it
 * takes each entry back and gives it again only because the row's place in the list has
 * changed. So the row keeps what it shows, and somebody who edits it goes on.
 */
void
plenum_board_row_unbind (PlenumBoardRow *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_ROW (self));

  self->loose = self->entry != NULL;
}

/**
 * plenum_board_row_let_go:
 *
 * Shows nothing any more. What is being typed in it is stored.
 */
void
plenum_board_row_let_go (PlenumBoardRow *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_ROW (self));

  self->loose = FALSE;
  if (self->entry == NULL)
    return;

  finish_edit (self, TRUE);
  plenum_board_row_set_drop (self, PLENUM_DROP_NOT);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->place_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_weak_pointer (&self->item);
  g_clear_object (&self->entry);
}

/**
 * plenum_board_row_get_entry:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PlenumBoardEntry *
plenum_board_row_get_entry (PlenumBoardRow *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ROW (self), NULL);

  return self->entry;
}

/**
 * plenum_board_row_set_drop:
 *
 * Shows that what is carried would land here.
 */
void
plenum_board_row_set_drop (PlenumBoardRow *self, PlenumDropPlace place)
{
  g_return_if_fail (PLENUM_IS_BOARD_ROW (self));

  gtk_widget_set_margin_top (GTK_WIDGET (self), place == PLENUM_DROP_BEFORE ? GAP : 0);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), place == PLENUM_DROP_AFTER ? GAP : 0);
  set_class (GTK_WIDGET (self), "drop-onto", place == PLENUM_DROP_ONTO);
}
