/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of an area, which is edited where it stands, how many cards there
 * are, and the area's menu. */
#include "plenum-area-header.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-board-actions.h"
#include "plenum-board-commands.h"
#include "plenum-board-surface.h"
#include "plenum-format.h"
#include "plenum-heading.h"
#include "plenum-keys.h"

struct _PlenumAreaHeader
{
  GtkWidget        parent_instance;

  PlenumBoardDesk *desk;
  PlenumBoardArea *area;
  GtkWidget       *title;
  GtkWidget       *count;
  GtkWidget       *menu;
  GtkWidget       *unfold; /* (nullable): where it stands alone */
  GtkWidget       *secret; /* (nullable): as well */
  guint            state; /* what the menu was made for */
};

G_DEFINE_FINAL_TYPE (PlenumAreaHeader, plenum_area_header, GTK_TYPE_WIDGET)

static const char *
get_title (PlenumAreaHeader *self)
{
  PlenumRecord *record = plenum_board_area_get_record (self->area);

  return record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : _("Not on a board yet");
}

static gint64
get_integer (PlenumAreaHeader *self, guint field)
{
  PlenumRecord *record = plenum_board_area_get_record (self->area);

  return record != NULL ? plenum_record_get_integer (record, field) : 0;
}

/* "5", or "7/5" where there should be no more than five. */
static void
show_count (PlenumAreaHeader *self)
{
  guint n = plenum_board_area_count_cards (self->area);
  gint64 capacity = get_integer (self, PLENUM_AREA_CAPACITY);
  g_autofree char *number = plenum_format_number (n);
  g_autofree char *limit = plenum_format_number (capacity);
  g_autofree char *count = capacity > 0 ? g_strdup_printf ("%s/%s", number, limit) : g_strdup (number);
  g_autofree char *cards = g_strdup_printf (ngettext ("%u card", "%u cards", n), n);
  g_autofree char *spoken = capacity > 0 ? g_strdup_printf (_("%s, at most %s"), cards, limit) : g_strdup (cards);

  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (capacity > 0 && n > capacity)
    gtk_widget_add_css_class (self->count, "warning");
  else
    gtk_widget_remove_css_class (self->count, "warning");
}

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static void
show_menu (PlenumAreaHeader *self)
{
  const char *area = plenum_board_area_get_id (self->area);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();

  if (area == NULL)
    return;

  append (first, _("_Rename area"), "board.rename-area", area);
  append (first, _("Move to the _left"), "board.move-area-left", area);
  append (first, _("Move to the _right"), "board.move-area-right", area);
  append (second, get_integer (self, PLENUM_AREA_FOLDED) ? _("Un_fold") : _("_Fold"), "board.fold-area", area);
  append (second, get_integer (self, PLENUM_AREA_HIDDEN) ? _("Re_veal") : _("_Hide until revealed"), "board.hide-area", area);
  append (second, _("_Limit…"), "board.limit-area", area);
  append (third, _("_Delete area"), "board.delete-area", area);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
}

static void
changed_cb (PlenumAreaHeader *self)
{
  g_autofree char *menu = g_strdup_printf (_("Menu of the area “%s”"), get_title (self));
  guint state = 1 + (get_integer (self, PLENUM_AREA_FOLDED) ? 2 : 0) + (get_integer (self, PLENUM_AREA_HIDDEN) ? 4 : 0);

  plenum_heading_set_text (PLENUM_HEADING (self->title), get_title (self));
  plenum_heading_set_editable (PLENUM_HEADING (self->title), plenum_board_area_get_id (self->area) != NULL
                                                              && !plenum_board_desk_is_read_only (self->desk));
  show_count (self);
  plenum_accessible_tip (self->menu, menu);
  gtk_widget_set_visible (self->menu, plenum_board_area_get_id (self->area) != NULL);
  if (self->unfold != NULL)
    {
      g_autofree char *unfold = g_strdup_printf (_("Unfold the area “%s”"), get_title (self));

      plenum_accessible_tip (self->unfold, unfold);
      gtk_widget_set_visible (self->unfold, get_integer (self, PLENUM_AREA_FOLDED) != 0);
      gtk_widget_set_visible (self->secret, get_integer (self, PLENUM_AREA_HIDDEN) != 0);
    }
  /* A menu that is open is not exchanged for each card that comes. */
  if (state != self->state)
    show_menu (self);
  self->state = state;
}

static void
renamed_cb (PlenumAreaHeader *self, const char *text)
{
  plenum_board_desk_perform (self->desk, plenum_action_rename_area (plenum_board_area_get_id (self->area), text), NULL,
                             PLENUM_BOARD_FOCUS);
}

/**
 * plenum_area_header_rename:
 *
 * Lets another title be typed.
 */
void
plenum_area_header_rename (PlenumAreaHeader *self)
{
  g_return_if_fail (PLENUM_IS_AREA_HEADER (self));

  plenum_heading_edit (PLENUM_HEADING (self->title));
}

static void
unfold_cb (PlenumAreaHeader *self)
{
  plenum_board_commands_fold_area (self->desk, plenum_board_area_get_id (self->area));
}

static void
reveal_cb (PlenumAreaHeader *self)
{
  plenum_board_commands_hide_area (self->desk, plenum_board_area_get_id (self->area));
}

/**
 * plenum_area_header_add_signs:
 *
 * Shows in the header itself that the area is folded or hidden, where nothing else does.
 */
void
plenum_area_header_add_signs (PlenumAreaHeader *self)
{
  const char *reveal = _("Hidden from the beamer. Click to reveal it.");

  g_return_if_fail (PLENUM_IS_AREA_HEADER (self) && self->unfold == NULL);

  self->unfold = gtk_button_new_from_icon_name ("pan-end-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->unfold), FALSE);
  g_signal_connect_swapped (self->unfold, "clicked", G_CALLBACK (unfold_cb), self);
  gtk_widget_insert_before (self->unfold, GTK_WIDGET (self), self->title);
  self->secret = gtk_button_new_from_icon_name ("view-conceal-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self->secret), FALSE);
  plenum_accessible_tip (self->secret, reveal);
  g_signal_connect_swapped (self->secret, "clicked", G_CALLBACK (reveal_cb), self);
  gtk_widget_insert_before (self->secret, GTK_WIDGET (self), self->count);
  changed_cb (self);
}

static void
plenum_area_header_dispose (GObject *object)
{
  PlenumAreaHeader *self = PLENUM_AREA_HEADER (object);

  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->unfold, gtk_widget_unparent);
  g_clear_pointer (&self->secret, gtk_widget_unparent);
  g_clear_object (&self->area);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_area_header_parent_class)->dispose (object);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (plenum_board_area_get_id (PLENUM_AREA_HEADER (widget)->area) != NULL)
    plenum_area_header_rename (PLENUM_AREA_HEADER (widget));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAreaHeader *self = PLENUM_AREA_HEADER (widget);
  const char *area = plenum_board_area_get_id (self->area);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (area != NULL)
    plenum_board_commands_move_area (self->desk, area, g_variant_get_int32 (parameter) * (rtl ? -1 : 1));
}

static void
fold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAreaHeader *self = PLENUM_AREA_HEADER (widget);
  const char *area = plenum_board_area_get_id (self->area);

  if (area != NULL)
    plenum_board_commands_fold_area (self->desk, area);
}

static void
new_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *area = plenum_board_area_get_id (PLENUM_AREA_HEADER (widget)->area);
  GtkWidget *surface = gtk_widget_get_ancestor (widget, PLENUM_TYPE_BOARD_SURFACE);

  if (area != NULL && surface != NULL)
    plenum_board_surface_new_card (PLENUM_BOARD_SURFACE (surface), area);
}

static void
plenum_area_header_class_init (PlenumAreaHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_area_header_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "areaheader");
  gtk_widget_class_install_action (widget_class, "area.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "area.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "area.fold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "area.new-card", NULL, new_card_action);
  plenum_keys_bind (widget_class, "area.");
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, PlenumAreaHeader *self)
{
  if (plenum_board_area_get_id (self->area) == NULL || plenum_heading_is_editing (PLENUM_HEADING (self->title))
      || plenum_board_desk_is_read_only (self->desk))
    return NULL;

  return gdk_content_provider_new_typed (PLENUM_TYPE_BOARD_AREA, self->area);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, PlenumAreaHeader *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 12, 12);
}

/**
 * plenum_area_header_add_drag:
 *
 * Lets the area be dragged by its header, to where it is dropped.
 */
void
plenum_area_header_add_drag (PlenumAreaHeader *self)
{
  GtkDragSource *drag;

  g_return_if_fail (PLENUM_IS_AREA_HEADER (self));

  drag = gtk_drag_source_new ();
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
plenum_area_header_init (PlenumAreaHeader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->title = plenum_heading_new ();
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_parent (self->title, widget);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_parent (self->count, widget);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, widget);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
}

GtkWidget *
plenum_area_header_new (PlenumBoardDesk *desk, PlenumBoardArea *area)
{
  PlenumAreaHeader *self = g_object_new (PLENUM_TYPE_AREA_HEADER, NULL);

  self->desk = g_object_ref (desk);
  self->area = g_object_ref (area);
  g_signal_connect_swapped (area, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->title, "renamed", G_CALLBACK (renamed_cb), self);
  changed_cb (self);

  return GTK_WIDGET (self);
}
