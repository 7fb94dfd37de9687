/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way to show a board: columns, canvas, matrix, list. The boards view has one
 * of each it knows (the table in plenum-boards-view.c) and shows the one that the
 * board's layout or the list button asks for.
 *
 * A surface gets the desk, from which it has the model and the selection. It
 *  - shows what the model lists, and follows PlenumBoardEntry::changed;
 *  - tells the selection which card has the focus, and the desk what is clicked,
 *    carried and dropped;
 *  - gives the class of its focusable cards the keys with
 *    plenum_keys_bind (widget_class, "card.");
 *  - opens the menu with plenum_card_menu_pop_up() on the secondary button and on
 *    a long touch;
 *  - implements what only it can know, below. The view calls that for the actions
 *    "card.focus", "card.extend", "card.select-all", "card.new", "card.move" and
 *    "card.menu", and when something shall be shown. All other commands on cards
 *    are plenum-card-commands.c and need nothing from a surface. */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_SURFACE (plenum_board_surface_get_type ())
G_DECLARE_INTERFACE (PlenumBoardSurface, plenum_board_surface, PLENUM, BOARD_SURFACE, GtkWidget)

typedef enum
{
  PLENUM_BOARD_UP,
  PLENUM_BOARD_DOWN,
  PLENUM_BOARD_LEFT, /* on the screen, also where one reads from right to left */
  PLENUM_BOARD_RIGHT,
  PLENUM_BOARD_FIRST,
  PLENUM_BOARD_LAST,
} PlenumBoardDirection;

/**
 * PlenumBoardSurfaceInterface:
 * @show_entry: scrolls to a card or stack and gives it the focus, or lets it be
 *   edited in its place; needed
 * @get_place: where @entry is shown, in the surface's coordinates, or %FALSE if it
 *   is not in view; for its menu; needed
 * @describe_place: (transfer full): where it is, in words: "3 of 12 in Ideas"; needed
 * @go: moves the focus from the current card; with @extend what is on the way is
 *   selected. The default does nothing, for widgets that have keys of their own
 * @select_all: the default selects everything on the board
 * @new_card: lets a card be typed in @area, or where the current one is if that is
 *   %NULL; the default does nothing
 * @pick_up: begins to move the current card and what is selected by keys; the
 *   default says that this is not possible here
 * @rename_area: lets the title of an area be typed; the default does nothing
 * @get_area_widget: (transfer none): what shows the title of an area, so that
 *   something can be asked about it there; the default is the surface
 * @cancel: gives up what is being moved; the default does nothing
 */
struct _PlenumBoardSurfaceInterface
{
  GTypeInterface parent_iface;

  void     (*show_entry)     (PlenumBoardSurface   *self,
                              PlenumBoardEntry     *entry,
                              PlenumBoardShow       how);
  gboolean (*get_place)      (PlenumBoardSurface   *self,
                              PlenumBoardEntry     *entry,
                              graphene_rect_t      *place);
  char    *(*describe_place) (PlenumBoardSurface   *self,
                              PlenumBoardEntry     *entry);
  void     (*go)             (PlenumBoardSurface   *self,
                              PlenumBoardDirection  where,
                              gboolean              extend);
  void     (*select_all)     (PlenumBoardSurface   *self);
  void     (*new_card)       (PlenumBoardSurface   *self,
                              const char           *area);
  void     (*pick_up)        (PlenumBoardSurface   *self);
  void     (*rename_area)    (PlenumBoardSurface   *self,
                              const char           *area);
  GtkWidget *(*get_area_widget) (PlenumBoardSurface *self,
                                const char           *area);
  void     (*cancel)         (PlenumBoardSurface   *self);
};

PlenumBoardDesk *plenum_board_surface_get_desk       (PlenumBoardSurface   *self);
void             plenum_board_surface_set_desk       (PlenumBoardSurface   *self,
                                                      PlenumBoardDesk      *desk);
void             plenum_board_surface_show_entry     (PlenumBoardSurface   *self,
                                                      PlenumBoardEntry     *entry,
                                                      PlenumBoardShow       how);
gboolean         plenum_board_surface_get_place      (PlenumBoardSurface   *self,
                                                      PlenumBoardEntry     *entry,
                                                      graphene_rect_t      *place);
char            *plenum_board_surface_describe_place (PlenumBoardSurface   *self,
                                                      PlenumBoardEntry     *entry);
void             plenum_board_surface_go             (PlenumBoardSurface   *self,
                                                      PlenumBoardDirection  where,
                                                      gboolean              extend);
void             plenum_board_surface_select_all     (PlenumBoardSurface   *self);
void             plenum_board_surface_new_card       (PlenumBoardSurface   *self,
                                                      const char           *area);
void             plenum_board_surface_pick_up        (PlenumBoardSurface   *self);
void             plenum_board_surface_rename_area    (PlenumBoardSurface   *self,
                                                      const char           *area);
GtkWidget       *plenum_board_surface_get_area_widget (PlenumBoardSurface  *self,
                                                      const char           *area);
void             plenum_board_surface_cancel         (PlenumBoardSurface   *self);

G_END_DECLS
