/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-board-surface.h"

#include <glib/gi18n.h>

#define DESK "plenum-board-desk"

G_DEFINE_INTERFACE (PlenumBoardSurface, plenum_board_surface, GTK_TYPE_WIDGET)

static void
go_nowhere (PlenumBoardSurface *self, PlenumBoardDirection where, gboolean extend)
{
}

static void
do_nothing (PlenumBoardSurface *self)
{
}

static void
do_nothing_in (PlenumBoardSurface *self, const char *area)
{
}

static void
select_board (PlenumBoardSurface *self)
{
  GListModel *areas = G_LIST_MODEL (plenum_board_desk_get_model (plenum_board_surface_get_desk (self)));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (GListModel) area = g_list_model_get_item (areas, i);

      for (guint k = 0; k < g_list_model_get_n_items (area); k++)
        g_ptr_array_add (entries, g_list_model_get_item (area, k));
    }
  plenum_card_selection_set (plenum_board_desk_get_selection (plenum_board_surface_get_desk (self)), entries);
}

static void
refuse_pick_up (PlenumBoardSurface *self)
{
  plenum_board_desk_say (plenum_board_surface_get_desk (self), _("Cards in a list have no place of their own. Show the board to move them."));
}

static GtkWidget *
get_surface (PlenumBoardSurface *self, const char *area)
{
  return GTK_WIDGET (self);
}

static void
plenum_board_surface_default_init (PlenumBoardSurfaceInterface *iface)
{
  iface->go = go_nowhere;
  iface->select_all = select_board;
  iface->new_card = do_nothing_in;
  iface->pick_up = refuse_pick_up;
  iface->rename_area = do_nothing_in;
  iface->get_area_widget = get_surface;
  iface->cancel = do_nothing;
}

/**
 * plenum_board_surface_get_desk:
 *
 * Returns: (transfer none): what was given to plenum_board_surface_set_desk()
 */
PlenumBoardDesk *
plenum_board_surface_get_desk (PlenumBoardSurface *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_SURFACE (self), NULL);

  return g_object_get_data (G_OBJECT (self), DESK);
}

/**
 * plenum_board_surface_set_desk:
 *
 * For the constructor of a surface.
 */
void
plenum_board_surface_set_desk (PlenumBoardSurface *self, PlenumBoardDesk *desk)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  g_object_set_data_full (G_OBJECT (self), DESK, g_object_ref (desk), g_object_unref);
}

void
plenum_board_surface_show_entry (PlenumBoardSurface *self, PlenumBoardEntry *entry, PlenumBoardShow how)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->show_entry (self, entry, how);
}

/**
 * plenum_board_surface_get_place:
 * @place: (out): where @entry is, in the surface's coordinates
 *
 * Returns: whether @entry is in view
 */
gboolean
plenum_board_surface_get_place (PlenumBoardSurface *self, PlenumBoardEntry *entry, graphene_rect_t *place)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_SURFACE (self), FALSE);

  return PLENUM_BOARD_SURFACE_GET_IFACE (self)->get_place (self, entry, place);
}

/**
 * plenum_board_surface_describe_place:
 *
 * Returns: (transfer full): where @entry is, as a screen reader shall say it
 */
char *
plenum_board_surface_describe_place (PlenumBoardSurface *self, PlenumBoardEntry *entry)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_SURFACE (self), NULL);

  return PLENUM_BOARD_SURFACE_GET_IFACE (self)->describe_place (self, entry);
}

void
plenum_board_surface_go (PlenumBoardSurface *self, PlenumBoardDirection where, gboolean extend)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->go (self, where, extend);
}

void
plenum_board_surface_select_all (PlenumBoardSurface *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->select_all (self);
}

/**
 * plenum_board_surface_new_card:
 * @area: (nullable): an area's id, or %NULL for the area of the current card
 *
 * Lets a card be typed.
 */
void
plenum_board_surface_new_card (PlenumBoardSurface *self, const char *area)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->new_card (self, area);
}

void
plenum_board_surface_pick_up (PlenumBoardSurface *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->pick_up (self);
}

void
plenum_board_surface_rename_area (PlenumBoardSurface *self, const char *area)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->rename_area (self, area);
}

/**
 * plenum_board_surface_get_area_widget:
 *
 * Returns: (transfer none): a widget to ask about @area at
 */
GtkWidget *
plenum_board_surface_get_area_widget (PlenumBoardSurface *self, const char *area)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_SURFACE (self), NULL);

  return PLENUM_BOARD_SURFACE_GET_IFACE (self)->get_area_widget (self, area);
}

void
plenum_board_surface_cancel (PlenumBoardSurface *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_SURFACE (self));

  PLENUM_BOARD_SURFACE_GET_IFACE (self)->cancel (self);
}
