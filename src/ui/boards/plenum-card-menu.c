/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a card, for mouse, finger and keyboard alike. */
#include "plenum-card-menu.h"

#include <glib/gi18n.h>

#include "plenum-card-kinds.h"

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
new_kinds (void)
{
  GMenu *kinds = g_menu_new ();
  guint n;
  const PlenumCardKind *table = plenum_card_kinds_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (plenum_card_kinds_get_name (table[i].id), NULL);

      g_menu_item_set_action_and_target (item, "card.kind", "s", table[i].id);
      g_menu_append_item (kinds, item);
    }

  return kinds;
}

static GMenu *
new_for_card (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  GMenu *menu = g_menu_new ();
  GMenu *first = g_menu_new (), *second = g_menu_new (), *third = g_menu_new ();
  g_autoptr (GMenu) kinds = new_kinds ();

  g_menu_append (first, _("_Edit"), "card.edit");
  g_menu_append (first, _("_Details"), "card.details");
  g_menu_append (first, _("Show on the _beamer"), "card.present");
  g_menu_append_submenu (first, _("_Kind"), G_MENU_MODEL (kinds));
  append_section (menu, first);

  g_menu_append (second, _("_Move with the arrow keys"), "card.move");
  g_menu_append (second, _("Make _theme"), "card.group");
  if (plenum_board_entry_get_stack (entry) != NULL)
    g_menu_append (second, _("Take _out of the theme"), "card.take-out");
  append_section (menu, second);

  g_menu_append (third, _("De_lete"), "card.delete");
  append_section (menu, third);

  return menu;
}

static GMenu *
new_for_stack (PlenumBoardEntry *entry)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, plenum_board_entry_get_open (entry) ? _("_Close theme") : _("_Open theme"), "card.open");
  g_menu_append (menu, _("_Rename theme"), "card.edit");
  g_menu_append (menu, _("_Move with the arrow keys"), "card.move");
  g_menu_append (menu, _("_Dissolve theme"), "card.take-out");

  return menu;
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* Its action is activated after it was closed, and needs to find its way up. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * plenum_card_menu_pop_up:
 * @widget: a widget in the boards view, which offers the actions
 * @x: where, in @widget
 * @y: the same
 *
 * Shows what can be done to the current card or stack.
 */
void
plenum_card_menu_pop_up (GtkWidget *widget, PlenumBoardDesk *desk, double x, double y)
{
  PlenumBoardEntry *entry = plenum_board_desk_get_current (desk);
  g_autoptr (GMenu) menu = NULL;
  GtkWidget *popover;

  if (entry == NULL)
    return;

  menu = plenum_board_entry_is_stack (entry) ? new_for_stack (entry) : new_for_card (desk, entry);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
