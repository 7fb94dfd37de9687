/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying cards and frames, by hand or by keys. Nothing is stored before they are
 * put down. */
#include <glib/gi18n.h>
#include <math.h>

#include "plenum-wall-arrange.h"
#include "plenum-wall-private.h"

#define SNAP_REACH 8.0 /* pixels of the window */

static void
refresh (PlenumWall *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_carried (PlenumWall *self, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) cards = plenum_board_entry_is_stack (entry) ? plenum_board_entry_list_cards (entry) : NULL;

  g_hash_table_add (self->carried, entry);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    g_hash_table_add (self->carried, cards->pdata[i]);
}

static void
say_carry (PlenumWall *self)
{
  graphene_rect_t rect = self->carried_rect;
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;

  graphene_rect_offset (&rect, self->right, self->down);
  place = plenum_wall_say_point (self, &rect);
  /* Translators: said at each step while cards are moved by keys: where they would be */
  sentence = g_strdup_printf (_("%s. Enter drops, Esc cancels."), place);
  plenum_board_desk_say (self->desk, sentence);
}

/* Takes up a card, with all that is selected if it is. */
void
plenum_wall_carry_cards (PlenumWall *self, guint item, gboolean by_keys)
{
  PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, item)->entry;
  g_autoptr (GPtrArray) entries = plenum_card_selection_list (plenum_board_desk_get_selection (self->desk), entry);
  g_autofree char *sentence = NULL;

  plenum_wall_settle (self);
  if (self->carry != PLENUM_CARRY_NOTHING || plenum_board_desk_is_read_only (self->desk))
    return;

  g_hash_table_remove_all (self->carried);
  for (guint i = 0; i < entries->len; i++)
    if (plenum_wall_model_find (self->model, entries->pdata[i]) >= 0)
      add_carried (self, entries->pdata[i]);
  self->carry = PLENUM_CARRY_CARDS;
  self->by_keys = by_keys;
  self->carried_rect = *plenum_wall_model_get_rect (self->model, item);
  self->carried_zone = plenum_wall_model_get_item (self->model, item)->frame;
  self->right = self->down = 0;

  /* From the tray it is a long way by steps: it begins in the middle. */
  if (by_keys && plenum_wall_model_is_matrix (self->model) && self->carried_zone == 0)
    {
      graphene_point_t middle = plenum_wall_middle (&plenum_wall_model_get_zone (self->model, 1)->rect);
      graphene_point_t centre = plenum_wall_middle (&self->carried_rect);

      self->right = middle.x - centre.x;
      self->down = middle.y - centre.y;
      self->carried_zone = 1;
    }
  if (by_keys)
    {
      sentence = g_strdup_printf (ngettext ("%u card picked up. The arrow keys move it, Enter drops, Esc cancels.",
                                            "%u cards picked up. The arrow keys move them, Enter drops, Esc cancels.", entries->len),
                                  entries->len);
      plenum_board_desk_say (self->desk, sentence);
    }
  refresh (self);
}

/* Takes up a frame with its cards, or the corner it is resized by. */
void
plenum_wall_carry_frame (PlenumWall *self, guint zone, PlenumCarry what)
{
  const PlenumWallZone *frame = plenum_wall_model_get_zone (self->model, zone);

  if (plenum_board_desk_is_read_only (self->desk))
    return;

  plenum_wall_settle (self);
  g_hash_table_remove_all (self->carried);
  self->carry = what;
  self->by_keys = FALSE;
  self->carried_zone = zone;
  self->carried_rect = frame->rect;
  self->right = self->down = 0;
  for (guint i = 0; what == PLENUM_CARRY_FRAME && i < plenum_wall_model_n_items (self->model); i++)
    if (plenum_wall_model_get_item (self->model, i)->frame == zone)
      g_hash_table_add (self->carried, plenum_wall_model_get_item (self->model, i)->entry);
  refresh (self);
}

/* What is near, other than what is carried. */
static GArray *
find_near (PlenumWall *self, const graphene_rect_t *rect)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *near = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  graphene_rect_t part = *rect;

  graphene_rect_inset (&part, -300, -300);
  plenum_wall_model_find_in (self->model, &part, found);
  for (guint i = 0; i < found->len && near->len < 60; i++)
    {
      guint item = g_array_index (found, guint, i);

      if (!g_hash_table_contains (self->carried, plenum_wall_model_get_item (self->model, item)->entry))
        g_array_append_val (near, *plenum_wall_model_get_rect (self->model, item));
    }

  return near;
}

/**
 * plenum_wall_carry_to:
 * @right: how far from where it was
 * @down: the same
 * @snap: whether it may be drawn to what is near
 */
void
plenum_wall_carry_to (PlenumWall *self, double right, double down, gboolean snap)
{
  graphene_rect_t rect = self->carried_rect;
  graphene_point_t centre;
  int zone;

  if (snap && self->carry == PLENUM_CARRY_CARDS && !plenum_wall_model_is_matrix (self->model))
    {
      g_autoptr (GArray) near = NULL;
      double more_right, more_down;

      graphene_rect_offset (&rect, right, down);
      near = find_near (self, &rect);
      plenum_wall_snap (&rect, (const graphene_rect_t *) (gpointer) near->data, near->len, SNAP_REACH / self->view.zoom, &more_right, &more_down);
      right += more_right;
      down += more_down;
      rect = self->carried_rect;
    }
  self->right = right;
  self->down = down;
  if (self->carry == PLENUM_CARRY_CARDS)
    {
      graphene_rect_offset (&rect, right, down);
      centre = plenum_wall_middle (&rect);
      zone = plenum_wall_model_find_zone (self->model, centre.x, centre.y);
      self->carried_zone = zone >= 0 ? zone : G_MAXINT;
    }
  refresh (self);
}

static void
end (PlenumWall *self)
{
  self->carry = PLENUM_CARRY_NOTHING;
  self->settling = FALSE;
  g_hash_table_remove_all (self->carried);
  self->right = self->down = 0;
  refresh (self);
}

/* What was dropped is where it is stored from now on. */
void
plenum_wall_settle (PlenumWall *self)
{
  if (self->settling)
    end (self);
}

void
plenum_wall_put_back (PlenumWall *self)
{
  if (self->carry == PLENUM_CARRY_NOTHING)
    return;

  if (self->by_keys && !self->settling)
    plenum_board_desk_say (self->desk, _("Not moved."));
  end (self);
}

/**
 * plenum_wall_carry_key:
 *
 * Returns: whether the key was meant for what is carried: all are while it is
 */
gboolean
plenum_wall_carry_key (PlenumWall *self, guint keyval, GdkModifierType state)
{
  gboolean matrix = plenum_wall_model_is_matrix (self->model);
  const graphene_rect_t *ground = matrix ? &plenum_wall_model_get_zone (self->model, 1)->rect : NULL;
  double far = state & GDK_SHIFT_MASK ? 5 : 1;
  double right = far * (matrix ? (ground->size.width - self->carried_rect.size.width) / 20 : 4 * PLENUM_WALL_STEP);
  double down = far * (matrix ? (ground->size.height - self->carried_rect.size.height) / 20 : 4 * PLENUM_WALL_STEP);
  graphene_rect_t rect;

  if (self->carry == PLENUM_CARRY_NOTHING || !self->by_keys || self->settling)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      plenum_wall_drop (self);
      return TRUE;
    case GDK_KEY_Escape:
      plenum_wall_put_back (self);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      plenum_wall_carry_to (self, self->right + (keyval == GDK_KEY_Right ? right : -right), self->down, FALSE);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      plenum_wall_carry_to (self, self->right, self->down + (keyval == GDK_KEY_Down ? down : -down), FALSE);
      break;
    default:
      return !(keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R);
    }

  rect = self->carried_rect;
  graphene_rect_offset (&rect, self->right, self->down);
  if (plenum_wall_view_reveal (&self->view, &rect))
    plenum_wall_changed (self);
  say_carry (self);
  return TRUE;
}
