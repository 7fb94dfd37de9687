/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-commands.h"

#include <glib/gi18n.h>

#include "plenum-card-chooser.h"
#include "plenum-card-clipboard.h"
#include "plenum-card-links.h"
#include "plenum-card-menu.h"
#include "plenum-card-tags.h"

typedef void (*CommandFunc) (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter);

typedef struct
{
  const char  *name;
  const char  *parameter;
  CommandFunc  func;
  gboolean     needs_card; /* nothing happens while no card has the focus or is selected */
  gboolean     changes;    /* not in a copy that stays as it is */
} Command;

static void
activate (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL && plenum_board_entry_is_stack (current))
    plenum_board_desk_open (desk, current);
  else if (current != NULL)
    plenum_board_desk_show (desk, plenum_board_entry_get_id (current), PLENUM_BOARD_EDIT);
}

static void
edit (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL)
    plenum_board_desk_show (desk, plenum_board_entry_get_id (current), PLENUM_BOARD_EDIT);
}

static void
details (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL)
    plenum_board_desk_show (desk, plenum_board_entry_get_id (current), PLENUM_BOARD_DETAILS);
}

static void
present (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL && !plenum_board_entry_is_stack (current))
    gtk_widget_activate_action (GTK_WIDGET (surface), "workshop.present-idea", "s",
                                plenum_board_entry_get_id (current));
}

static void
toggle (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL)
    plenum_board_desk_toggle (desk, current);
}

static void
open_stack (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL && plenum_board_entry_is_stack (current))
    plenum_board_desk_open (desk, current);
}

static void
delete (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_delete (desk);
}

static void
group (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_group (desk);
}

static void
take_out (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_take_out (desk);
}

static void
kind (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_set_kind (desk, g_variant_get_string (parameter, NULL));
}

static void
colour (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_set_colour (desk, g_variant_get_string (parameter, NULL));
}

static void
tags (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_card_tags_show (desk, GTK_WIDGET (surface));
}

static void
comment (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);

  if (current != NULL)
    plenum_board_desk_show (desk, plenum_board_entry_get_id (current), PLENUM_BOARD_COMMENT);
}

static void
copy (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_card_clipboard_copy (desk, GTK_WIDGET (surface));
}

static void
cut (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_card_clipboard_copy (desk, GTK_WIDGET (surface));
  plenum_board_desk_delete_cards (desk);
}

static void
paste (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_card_clipboard_paste (desk, GTK_WIDGET (surface));
}

static void
duplicate (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_duplicate (desk);
}

static void
merge (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_merge (desk);
}

static void
split (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_split (desk);
}

static void
move_to (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_move_to (desk, g_variant_get_string (parameter, NULL));
}

static void
lesson (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_desk_add_lesson (desk);
}

static void
linked_cb (PlenumBoardDesk *desk, PlenumRecord *idea, gpointer kind)
{
  plenum_board_desk_link (desk, plenum_record_get_id (idea), kind);
}

static void
link_to (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  if (g_str_equal (g_variant_get_string (parameter, NULL), "answers-need"))
    plenum_card_chooser_show (desk, GTK_WIDGET (surface), _("Which need does it answer?"), linked_cb, (gpointer) "answers-need");
  else
    plenum_card_chooser_show (desk, GTK_WIDGET (surface), _("What does it build on?"), linked_cb, (gpointer) "builds-on");
}

static void
follow (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_card_links_follow (desk);
}

static PlenumBoardDirection
get_direction (GVariant *parameter)
{
  static const char *const names[] = { "up", "down", "left", "right", "first", "last" };
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (PlenumBoardDirection) i;

  g_return_val_if_reached (PLENUM_BOARD_UP);
}

static void
go (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_surface_go (surface, get_direction (parameter), FALSE);
}

static void
extend (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_surface_go (surface, get_direction (parameter), TRUE);
}

static void
select_all (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_surface_select_all (surface);
}

static void
new_card (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_surface_new_card (surface, NULL);
}

static void
move (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  plenum_board_surface_pick_up (surface);
}

static void
menu (PlenumBoardSurface *surface, PlenumBoardDesk *desk, GVariant *parameter)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);
  graphene_rect_t place;

  if (current != NULL && plenum_board_surface_get_place (surface, current, &place))
    plenum_card_menu_pop_up (GTK_WIDGET (surface), desk, place.origin.x + MIN (12, place.size.width),
                             place.origin.y + MIN (24, place.size.height));
}

static const Command table[] = {
  { "card.activate", NULL, activate, TRUE, FALSE },
  { "card.edit", NULL, edit, TRUE, TRUE },
  { "card.details", NULL, details, TRUE, FALSE },
  { "card.present", NULL, present, TRUE, FALSE },
  { "card.toggle", NULL, toggle, TRUE, FALSE },
  { "card.open", NULL, open_stack, TRUE, FALSE },
  { "card.delete", NULL, delete, TRUE, TRUE },
  { "card.group", NULL, group, TRUE, TRUE },
  { "card.take-out", NULL, take_out, TRUE, TRUE },
  { "card.kind", "s", kind, TRUE, TRUE },
  { "card.colour", "s", colour, TRUE, TRUE },
  { "card.tags", NULL, tags, TRUE, TRUE },
  { "card.comment", NULL, comment, TRUE, TRUE },
  { "card.copy", NULL, copy, TRUE, FALSE },
  { "card.cut", NULL, cut, TRUE, TRUE },
  { "card.paste", NULL, paste, FALSE, TRUE },
  { "card.duplicate", NULL, duplicate, TRUE, TRUE },
  { "card.merge", NULL, merge, TRUE, TRUE },
  { "card.split", NULL, split, TRUE, TRUE },
  { "card.move-to", "s", move_to, TRUE, TRUE },
  { "card.link", "s", link_to, TRUE, TRUE },
  { "card.follow", NULL, follow, TRUE, FALSE },
  { "card.lesson", NULL, lesson, TRUE, TRUE },
  { "card.focus", "s", go, FALSE, FALSE },
  { "card.extend", "s", extend, FALSE, FALSE },
  { "card.select-all", NULL, select_all, FALSE, FALSE },
  { "card.new", NULL, new_card, FALSE, TRUE },
  { "card.move", NULL, move, TRUE, TRUE },
  { "card.menu", NULL, menu, TRUE, FALSE },
};

/**
 * plenum_card_commands_install:
 * @activate_func: calls plenum_card_commands_activate() with the surface that is shown
 *
 * Gives the class that hosts the surfaces all commands as actions.
 */
void
plenum_card_commands_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc activate_func)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_install_action (widget_class, table[i].name, table[i].parameter, activate_func);
}

/**
 * plenum_card_commands_lock:
 * @view: what hosts the surfaces
 *
 * Leaves only what changes nothing.
 */
void
plenum_card_commands_lock (GtkWidget *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].changes)
      gtk_widget_action_set_enabled (view, table[i].name, FALSE);
}

void
plenum_card_commands_activate (PlenumBoardSurface *surface, const char *name, GVariant *parameter)
{
  PlenumBoardDesk *desk = plenum_board_surface_get_desk (surface);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].name, name))
      {
        if (!table[i].needs_card || plenum_board_desk_get_current (desk) != NULL
            || plenum_card_selection_count (plenum_board_desk_get_selection (desk)) > 0)
          table[i].func (surface, desk, parameter);
        return;
      }
}

static void
jump_cb (PlenumBoardDesk *desk, PlenumRecord *idea, gpointer data)
{
  plenum_card_links_go (desk, plenum_record_get_id (idea));
}

/**
 * plenum_card_commands_jump:
 * @from: over whose window
 *
 * Lets a card of any board be found, and goes there.
 */
void
plenum_card_commands_jump (PlenumBoardDesk *desk, GtkWidget *from)
{
  plenum_card_chooser_show (desk, from, _("Go to a card"), jump_cb, NULL);
}
