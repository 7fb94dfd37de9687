/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a card, for mouse, finger and keyboard alike. */
#include "plenum-card-menu.h"

#include <glib/gi18n.h>

#include "plenum-card-colours.h"
#include "plenum-card-kinds.h"
#include "plenum-card-links.h"
#include "plenum-popover.h"

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

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_colours (void)
{
  GMenu *colours = g_menu_new ();
  guint n;
  const PlenumCardColour *table = plenum_card_colours_get_table (&n);

  append_choice (colours, _("As its _kind"), "card.colour", "");
  for (guint i = 0; i < n; i++)
    append_choice (colours, _(table[i].name), "card.colour", table[i].id);

  return colours;
}

/* What a person wrote is no mnemonic. */
static char *
escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/* The areas of all boards, each board a section. */
static GMenu *
new_places (PlenumBoardDesk *desk)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (desk));
  GListModel *boards = G_LIST_MODEL (plenum_workshop_model_get_list (workshop, PLENUM_BOARD));
  GListModel *areas = G_LIST_MODEL (plenum_workshop_model_get_list (workshop, PLENUM_AREA));
  GMenu *places = g_menu_new ();

  for (guint b = 0; b < g_list_model_get_n_items (boards); b++)
    {
      g_autoptr (PlenumRecord) board = g_list_model_get_item (boards, b);
      g_autoptr (GMenu) section = g_menu_new ();
      g_autofree char *title = escape (plenum_record_get_text (board, PLENUM_BOARD_TITLE));

      for (guint a = 0; a < g_list_model_get_n_items (areas); a++)
        {
          g_autoptr (PlenumRecord) area = g_list_model_get_item (areas, a);
          g_autofree char *label = escape (plenum_record_get_text (area, PLENUM_AREA_TITLE));

          if (g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_BOARD), plenum_record_get_id (board)) == 0)
            append_choice (section, label, "card.move-to", plenum_record_get_id (area));
        }
      g_menu_append_section (places, title, G_MENU_MODEL (section));
    }

  return places;
}

static GMenu *
new_change (void)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) kinds = new_kinds ();
  g_autoptr (GMenu) colours = new_colours ();

  g_menu_append (section, _("_Edit"), "card.edit");
  g_menu_append (section, _("_Details"), "card.details");
  g_menu_append (section, _("Show on the _beamer"), "card.present");
  g_menu_append (section, _("_Comment"), "card.comment");
  g_menu_append (section, _("Ta_gs"), "card.tags");
  g_menu_append_submenu (section, _("_Kind"), G_MENU_MODEL (kinds));
  g_menu_append_submenu (section, _("Co_lour"), G_MENU_MODEL (colours));

  return section;
}

static GMenu *
new_clipboard (void)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenuItem) paste = g_menu_item_new (_("_Paste"), "card.paste");

  /* Its key works everywhere, and alone would be shown. */
  g_menu_item_set_attribute (paste, "accel", "s", "");
  g_menu_append (section, _("C_ut"), "card.cut");
  g_menu_append (section, _("Cop_y"), "card.copy");
  g_menu_append_item (section, paste);
  g_menu_append (section, _("Duplicate"), "card.duplicate");

  return section;
}

/* What ties cards together; only what is possible now. */
static GMenu *
new_ties (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GPtrArray) cards = plenum_card_selection_list_cards (plenum_board_desk_get_selection (desk), entry);

  g_menu_append (section, _("Make _theme"), "card.group");
  if (plenum_board_entry_get_stack (entry) != NULL)
    g_menu_append (section, _("Take _out of the theme"), "card.take-out");
  if (cards->len > 1)
    g_menu_append (section, _("Me_rge"), "card.merge");
  if (plenum_board_entry_get_n_inside (entry) > 0)
    g_menu_append (section, _("_Split"), "card.split");
  append_choice (section, _("_Builds on…"), "card.link", "builds-on");
  append_choice (section, _("Ans_wers the need…"), "card.link", "answers-need");
  if (plenum_card_links_has (desk, entry))
    g_menu_append (section, _("_Follow the link"), "card.follow");
  g_menu_append (section, _("Draw a lesson from _it"), "card.lesson");

  return section;
}

static GMenu *
new_for_card (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  GMenu *menu = g_menu_new ();
  GMenu *move = g_menu_new (), *last = g_menu_new ();
  g_autoptr (GMenu) places = new_places (desk);

  append_section (menu, new_change ());
  g_menu_append (move, _("_Move with the arrow keys"), "card.move");
  g_menu_append_submenu (move, _("Mo_ve to"), G_MENU_MODEL (places));
  append_section (menu, move);
  append_section (menu, new_ties (desk, entry));
  append_section (menu, new_clipboard ());
  g_menu_append (last, _("Delete"), "card.delete");
  append_section (menu, last);

  return menu;
}

static GMenu *
new_for_stack (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = new_places (desk);

  g_menu_append (menu, plenum_board_entry_get_open (entry) ? _("_Close theme") : _("_Open theme"), "card.open");
  g_menu_append (menu, _("_Rename theme"), "card.edit");
  g_menu_append (menu, _("_Move with the arrow keys"), "card.move");
  g_menu_append_submenu (menu, _("Mo_ve to"), G_MENU_MODEL (places));
  g_menu_append (menu, _("Cop_y"), "card.copy");
  g_menu_append (menu, _("_Dissolve theme"), "card.take-out");

  return menu;
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

  menu = plenum_board_entry_is_stack (entry) ? new_for_stack (desk, entry) : new_for_card (desk, entry);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  /* Who closes it is where one was: on the card. */
  plenum_popover_show (popover, widget, gtk_root_get_focus (gtk_widget_get_root (widget)));
}
