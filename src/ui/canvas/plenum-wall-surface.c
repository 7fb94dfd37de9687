/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the boards view asks of a wall, and where the focus goes on it. */
#include <glib/gi18n.h>

#include "plenum-area-header.h"
#include "plenum-wall-private.h"

/* Where an area is, or -1. */
static int
find_zone (PlenumWall *self, const char *area)
{
  for (guint i = 0; i < plenum_wall_model_n_zones (self->model); i++)
    {
      PlenumBoardArea *other = plenum_wall_model_get_zone (self->model, i)->area;

      if (other != NULL && g_strcmp0 (plenum_board_area_get_id (other), area) == 0)
        return i;
    }

  return -1;
}

/* The title of an area, from near enough to read it; NULL on a matrix, which shows none. */
static GtkWidget *
reveal_header (PlenumWall *self, const char *area)
{
  int number = find_zone (self, area);
  const PlenumWallZone *zone = number >= 0 ? plenum_wall_model_get_zone (self->model, number) : NULL;
  GtkWidget *header;

  if (zone == NULL)
    return NULL;

  if (!plenum_wall_has_header (self, number))
    plenum_wall_view_fit (&self->view, &zone->rect, 1);
  if (!plenum_wall_has_header (self, number))
    plenum_wall_view_zoom_at (&self->view, 1, 0, 0);
  plenum_wall_view_reveal (&self->view, &zone->rect);
  plenum_wall_changed (self);
  plenum_wall_sync (self);
  header = g_hash_table_lookup (self->headers, zone->area);
  /* Out of sight it cannot have the focus. */
  gtk_widget_set_child_visible (header, TRUE);

  return header;
}

/* A card of a folded area is not there; the title of the area is, and unfolds it. */
static void
show_folded (PlenumWall *self, PlenumBoardEntry *entry)
{
  GtkWidget *header = reveal_header (self, plenum_board_entry_get_area_id (entry));

  if (header != NULL)
    gtk_widget_child_focus (header, GTK_DIR_TAB_FORWARD);
}

static void
show_entry (PlenumBoardSurface *surface, PlenumBoardEntry *entry, PlenumBoardShow how)
{
  PlenumWall *self = PLENUM_WALL (surface);
  int item = plenum_wall_model_find (self->model, entry);

  if (item < 0)
    {
      show_folded (self, entry);
      return;
    }

  if (how == PLENUM_BOARD_EDIT)
    plenum_wall_edit (self, item);
  else
    plenum_wall_focus_item (self, item);
}

static gboolean
get_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry, graphene_rect_t *place)
{
  PlenumWall *self = PLENUM_WALL (surface);
  int item = plenum_wall_model_find (self->model, entry);
  graphene_rect_t seen = plenum_wall_view_seen (&self->view), rect;

  if (item < 0)
    return FALSE;

  rect = plenum_wall_item_rect (self, item);
  *place = plenum_wall_view_to_window (&self->view, &rect);
  return graphene_rect_intersection (&seen, &rect, NULL);
}

static char *
describe_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry)
{
  PlenumWall *self = PLENUM_WALL (surface);
  int item = plenum_wall_model_find (self->model, entry);

  return item < 0 ? g_strdup ("") : plenum_wall_say_place (self, item, TRUE);
}

static void
go_far (PlenumWall *self, int current, gboolean last)
{
  guint zone = plenum_wall_model_get_item (self->model, current)->frame;
  guint n = plenum_wall_model_n_items (self->model);
  int found = current;

  for (guint i = 0; i < n; i++)
    if (plenum_wall_model_get_item (self->model, i)->frame == zone)
      {
        found = i;
        if (!last)
          break;
      }
  plenum_wall_focus_item (self, found);
}

static void
go (PlenumBoardSurface *surface, PlenumBoardDirection where, gboolean extend)
{
  PlenumWall *self = PLENUM_WALL (surface);
  PlenumCardSelection *selection = plenum_board_desk_get_selection (self->desk);
  int current = plenum_wall_get_current (self);
  int next;

  if (current < 0)
    {
      plenum_wall_focus_item (self, plenum_wall_model_n_items (self->model) > 0 ? 0 : -1);
      return;
    }
  if (where == PLENUM_BOARD_FIRST || where == PLENUM_BOARD_LAST)
    {
      go_far (self, current, where == PLENUM_BOARD_LAST);
      return;
    }

  next = plenum_wall_model_neighbour (self->model, current, (PlenumWallDirection) where);
  if (next < 0)
    {
      plenum_board_desk_say (self->desk, _("No card lies farther in this direction."));
      return;
    }
  if (extend)
    {
      plenum_card_selection_select (selection, plenum_wall_model_get_item (self->model, current)->entry, TRUE);
      plenum_card_selection_select (selection, plenum_wall_model_get_item (self->model, next)->entry, TRUE);
    }
  plenum_wall_focus_item (self, next);
}

static void
new_card (PlenumBoardSurface *surface, const char *area)
{
  PlenumWall *self = PLENUM_WALL (surface);
  int current = plenum_wall_get_current (self);
  int zone = area != NULL ? find_zone (self, area) : current >= 0 ? (int) plenum_wall_model_get_item (self->model, current)->frame : 0;

  plenum_wall_type_card (self, zone, NULL);
}

static void
pick_up (PlenumBoardSurface *surface)
{
  PlenumWall *self = PLENUM_WALL (surface);
  int current = plenum_wall_get_current (self);

  if (current >= 0)
    plenum_wall_carry_cards (self, current, TRUE);
}

static void
rename_area (PlenumBoardSurface *surface, const char *area)
{
  GtkWidget *header = reveal_header (PLENUM_WALL (surface), area);

  if (header != NULL)
    plenum_area_header_rename (PLENUM_AREA_HEADER (header));
}

static GtkWidget *
get_area_widget (PlenumBoardSurface *surface, const char *area)
{
  GtkWidget *header = reveal_header (PLENUM_WALL (surface), area);

  return header != NULL ? header : GTK_WIDGET (surface);
}

static void
cancel (PlenumBoardSurface *surface)
{
  plenum_wall_put_back (PLENUM_WALL (surface));
  plenum_wall_end_edit (PLENUM_WALL (surface), TRUE);
}

void
plenum_wall_surface_init (PlenumBoardSurfaceInterface *iface)
{
  iface->show_entry = show_entry;
  iface->get_place = get_place;
  iface->describe_place = describe_place;
  iface->go = go;
  iface->new_card = new_card;
  iface->pick_up = pick_up;
  iface->rename_area = rename_area;
  iface->get_area_widget = get_area_widget;
  iface->cancel = cancel;
}

/* The zone that has the focus, on a card or in its header. */
static int
find_focused_zone (PlenumWall *self, GtkWidget *child)
{
  if (PLENUM_IS_WALL_CARD (child))
    {
      int item = plenum_wall_model_find (self->model, plenum_wall_card_get_entry (PLENUM_WALL_CARD (child)));

      return item >= 0 ? (int) plenum_wall_model_get_item (self->model, item)->frame : -1;
    }
  for (guint i = 0; child != NULL && i < plenum_wall_model_n_zones (self->model); i++)
    if (g_hash_table_lookup (self->headers, plenum_wall_model_get_zone (self->model, i)->area) == child)
      return i;

  return -1;
}

static gboolean
focus_zone (PlenumWall *self, int zone, gboolean header)
{
  GtkWidget *widget = header ? g_hash_table_lookup (self->headers, plenum_wall_model_get_zone (self->model, zone)->area) : NULL;

  /* What is too small for a title is gone past, unless there is nothing else to stop at. */
  if (widget != NULL && !gtk_widget_get_child_visible (widget) && plenum_wall_model_get_zone (self->model, zone)->n_items == 0)
    widget = reveal_header (self, plenum_board_area_get_id (plenum_wall_model_get_zone (self->model, zone)->area));
  if (widget != NULL && gtk_widget_get_child_visible (widget))
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  for (guint i = 0; !header && i < plenum_wall_model_n_items (self->model); i++)
    if ((int) plenum_wall_model_get_item (self->model, i)->frame == zone)
      {
        plenum_wall_focus_item (self, i);
        return TRUE;
      }

  return FALSE;
}

/* A menu that closes gives it back to where one was. */
gboolean
plenum_wall_grab_focus (GtkWidget *widget)
{
  PlenumWall *self = PLENUM_WALL (widget);
  int current = plenum_wall_get_current (self);

  if (current < 0)
    return plenum_wall_focus (widget, GTK_DIR_TAB_FORWARD);

  plenum_wall_focus_item (self, current);
  return TRUE;
}

/* Tab goes from area to area, first to its title, then to its first card; arrows go
 * from card to card. Thousands of cards are no trap so. */
gboolean
plenum_wall_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlenumWall *self = PLENUM_WALL (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  int n = plenum_wall_model_n_zones (self->model), step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  gboolean on_card = child != NULL && PLENUM_IS_WALL_CARD (child);
  int zone;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (child != NULL && !on_card && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (child == self->controls && step > 0)
    return FALSE;
  if (child == NULL && step > 0 && plenum_wall_get_current (self) >= 0)
    {
      plenum_wall_focus_item (self, plenum_wall_get_current (self));
      return TRUE;
    }
  if (child == NULL && step < 0 && gtk_widget_child_focus (self->controls, direction))
    return TRUE;

  zone = child == NULL || child == self->controls ? (step > 0 ? 0 : n - 1) : find_focused_zone (self, child);
  if (child != NULL && child != self->controls && (step > 0 ? !on_card : on_card) && zone >= 0 && focus_zone (self, zone, !(step > 0)))
    return TRUE;
  if (child != NULL && child != self->controls)
    zone += step;
  for (; zone >= 0 && zone < n; zone += step)
    if (focus_zone (self, zone, step > 0) || focus_zone (self, zone, step < 0))
      return TRUE;

  return step > 0 && child != self->controls && gtk_widget_child_focus (self->controls, direction);
}
