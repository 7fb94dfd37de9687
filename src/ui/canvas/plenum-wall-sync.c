/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which children a wall has, and where: the cards that can be read, and the titles
 * of areas. What leaves the view is used again. */
#include <math.h>

#include "plenum-area-header.h"
#include "plenum-wall-private.h"

#define MOST_CARDS   400 /* beyond what fits on a large screen */
#define MOST_NEW     16  /* in one frame; the others are painted until the next */
#define MOST_POOL    64

static void
hide (PlenumWall *self, PlenumWallCard *card)
{
  plenum_wall_card_show (card, NULL);
  if (self->pool->len >= MOST_POOL)
    {
      gtk_widget_unparent (GTK_WIDGET (card));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (card), FALSE);
  g_ptr_array_add (self->pool, card);
}

static PlenumWallCard *
take (PlenumWall *self)
{
  GtkWidget *card;

  if (self->pool->len > 0)
    return g_ptr_array_steal_index_fast (self->pool, self->pool->len - 1);

  card = plenum_wall_card_new (self->ink);
  gtk_widget_insert_before (card, GTK_WIDGET (self), self->controls);
  return PLENUM_WALL_CARD (card);
}

static void
shape (PlenumWall *self, PlenumWallCard *card, guint item)
{
  const PlenumWallItem *what = plenum_wall_model_get_item (self->model, item);

  plenum_wall_card_set_form (card, what->form, &plenum_wall_model_get_rect (self->model, item)->size, self->view.zoom);
}

/* What is beside it is said of the one that has the focus only. */
static void
describe (PlenumWall *self, PlenumWallCard *card, guint item)
{
  g_autofree char *place = plenum_wall_say_place (self, item, FALSE);

  plenum_wall_card_describe (card, place);
}

/* The widget of a card, made if there is none: for who wants to give it the focus. */
PlenumWallCard *
plenum_wall_need_card (PlenumWall *self, guint item)
{
  PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, item)->entry;
  PlenumWallCard *card = g_hash_table_lookup (self->cards, entry);

  if (card != NULL)
    return card;

  card = take (self);
  plenum_wall_card_show (card, entry);
  shape (self, card, item);
  describe (self, card, item);
  gtk_widget_set_visible (GTK_WIDGET (card), TRUE);
  g_hash_table_insert (self->cards, entry, card);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return card;
}

/* Lets go of cards that are no longer there, or of all. */
void
plenum_wall_drop_cards (PlenumWall *self, gboolean all)
{
  GHashTableIter iter;
  gpointer entry, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &entry, &card))
    if (all || plenum_wall_model_find (self->model, entry) < 0)
      {
        g_hash_table_iter_remove (&iter);
        hide (self, card);
      }
}

static gboolean
is_readable (PlenumWall *self, guint item)
{
  return plenum_wall_detail (&plenum_wall_model_get_rect (self->model, item)->size, self->view.zoom) == PLENUM_WALL_TEXT
         || (plenum_wall_model_get_item (self->model, item)->stack && self->view.zoom > 0.5);
}

/* The cards in view that can be read. */
static GHashTable *
find_wanted (PlenumWall *self)
{
  GHashTable *wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  graphene_rect_t seen = plenum_wall_view_seen (&self->view);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (self->carry != PLENUM_CARRY_NOTHING)
    {
      graphene_rect_t before = seen;

      graphene_rect_offset (&before, -self->right, -self->down);
      graphene_rect_union (&seen, &before, &seen);
    }
  plenum_wall_model_find_in (self->model, &seen, found);
  for (guint i = 0; i < found->len && g_hash_table_size (wanted) < MOST_CARDS; i++)
    if (is_readable (self, g_array_index (found, guint, i)))
      g_hash_table_insert (wanted, plenum_wall_model_get_item (self->model, g_array_index (found, guint, i))->entry,
                           GUINT_TO_POINTER (g_array_index (found, guint, i)));

  /* What has the focus stays a widget, however far away it is. */
  if (focused != NULL && PLENUM_IS_WALL_CARD (focused))
    {
      PlenumBoardEntry *entry = plenum_wall_card_get_entry (PLENUM_WALL_CARD (focused));
      int item = plenum_wall_model_find (self->model, entry);

      if (item >= 0)
        g_hash_table_insert (wanted, entry, GINT_TO_POINTER (item));
    }

  return wanted;
}

static void
sync_cards (PlenumWall *self)
{
  g_autoptr (GHashTable) wanted = find_wanted (self);
  g_autoptr (GPtrArray) unused = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry, value;
  guint n_new = 0;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &entry, &value))
    if (!g_hash_table_contains (wanted, entry))
      {
        g_ptr_array_add (unused, value);
        g_hash_table_iter_remove (&iter);
      }

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &entry, &value))
    {
      PlenumWallCard *card = g_hash_table_lookup (self->cards, entry);

      if (card != NULL)
        {
          shape (self, card, GPOINTER_TO_UINT (value));
          if (self->moved && !gtk_widget_has_focus (GTK_WIDGET (card)))
            describe (self, card, GPOINTER_TO_UINT (value));
        }
      else if (n_new < MOST_NEW)
        {
          n_new++;
          if (unused->len > 0)
            g_ptr_array_add (self->pool, g_ptr_array_steal_index_fast (unused, unused->len - 1));
          plenum_wall_need_card (self, GPOINTER_TO_UINT (value));
        }
      else
        plenum_wall_queue_sync (self);

      if (card != NULL && plenum_wall_card_is_late (card))
        gtk_widget_queue_draw (GTK_WIDGET (card));
    }

  for (guint i = 0; i < unused->len; i++)
    hide (self, unused->pdata[i]);
  self->moved = FALSE;
}

static void
sync_headers (PlenumWall *self)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer area, header;

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &area, NULL))
    g_hash_table_add (gone, area);
  for (guint i = 0; i < plenum_wall_model_n_zones (self->model); i++)
    {
      const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, i);

      if (zone->area == NULL)
        continue;
      g_hash_table_remove (gone, zone->area);
      if (g_hash_table_lookup (self->headers, zone->area) != NULL)
        continue;
      header = plenum_area_header_new (self->desk, zone->area);
      plenum_area_header_add_signs (header);
      gtk_widget_insert_before (header, GTK_WIDGET (self), self->controls);
      g_hash_table_insert (self->headers, zone->area, header);
    }

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &area, NULL))
    {
      gtk_widget_unparent (g_hash_table_lookup (self->headers, area));
      g_hash_table_remove (self->headers, area);
    }
}

/* Brings the children up to date with the view and the model. */
void
plenum_wall_sync (PlenumWall *self)
{
  sync_headers (self);
  sync_cards (self);
}

static void
put (GtkWidget *child, const graphene_rect_t *rect)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (round (rect->origin.x), round (rect->origin.y)));
  int width, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, (int) rect->size.width), &height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, (int) round (rect->size.width)), MAX (height, (int) round (rect->size.height)), -1, transform);
}

/* Whether there is room for the title of a zone and its menu. */
gboolean
plenum_wall_has_header (PlenumWall *self, guint zone)
{
  const PlenumWallZone *frame = plenum_wall_model_get_zone (self->model, zone);

  return frame->area != NULL && frame->rect.size.width * self->view.zoom >= 150 && PLENUM_WALL_HEAD * self->view.zoom >= 30;
}

static void
place_headers (PlenumWall *self)
{
  for (guint i = 0; i < plenum_wall_model_n_zones (self->model); i++)
    {
      const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, i);
      GtkWidget *header = zone->area != NULL ? g_hash_table_lookup (self->headers, zone->area) : NULL;
      graphene_rect_t rect = zone->rect, at;
      gboolean seen;

      if (header == NULL)
        continue;
      if (self->carry == PLENUM_CARRY_FRAME && self->carried_zone == i)
        graphene_rect_offset (&rect, self->right, self->down);
      at = plenum_wall_view_to_window (&self->view, &rect);
      seen = plenum_wall_has_header (self, i) && at.origin.x < self->view.width && at.origin.x + at.size.width > 0
             && at.origin.y < self->view.height && at.origin.y > -60;
      gtk_widget_set_child_visible (header, seen);
      if (!seen)
        continue;
      at.size.height = 36;
      at.origin.x += 12;
      at.size.width -= 24;
      put (header, &at);
    }
}

static void
place_fixed (PlenumWall *self)
{
  int width, height;

  gtk_widget_measure (self->controls, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->controls, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  width = MIN (width, self->view.width - 12);
  gtk_widget_size_allocate (self->controls,
                            &(GtkAllocation) { gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                               ? 12 : self->view.width - width - 12,
                                               self->view.height - height - 12, width, height }, -1);
  if (self->editor != NULL)
    {
      graphene_rect_t at = plenum_wall_view_to_window (&self->view, &self->edit_at);

      at.size = GRAPHENE_SIZE_INIT (MAX (at.size.width, 220), MAX (at.size.height, 72));
      at.origin.x = CLAMP (at.origin.x, 6, MAX (self->view.width - at.size.width - 6, 6));
      at.origin.y = CLAMP (at.origin.y, 6, MAX (self->view.height - at.size.height - 6, 6));
      put (self->editor, &at);
    }
}

static void
place_axes (PlenumWall *self)
{
  graphene_rect_t ground = plenum_wall_view_to_window (&self->view, &plenum_wall_model_get_zone (self->model, 1)->rect);

  for (guint i = 0; i < 2; i++)
    {
      int width, height;
      graphene_rect_t at;

      gtk_widget_measure (self->axes[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (self->axes[i], GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      at = GRAPHENE_RECT_INIT (i == 0 ? ground.origin.x + ground.size.width - width : ground.origin.x,
                               i == 0 ? ground.origin.y + ground.size.height + 4 : ground.origin.y - height - 4, width, height);
      put (self->axes[i], &at);
    }
}

/* Where each child is in the window. */
void
plenum_wall_place_children (PlenumWall *self)
{
  GHashTableIter iter;
  gpointer entry, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &entry, &card))
    {
      int item = plenum_wall_model_find (self->model, entry);
      graphene_rect_t rect, at;

      if (item < 0)
        continue;
      rect = plenum_wall_item_rect (self, item);
      at = plenum_wall_view_to_window (&self->view, &rect);
      put (card, &at);
    }
  place_headers (self);
  if (self->axes[0] != NULL && plenum_wall_model_n_zones (self->model) > 1)
    place_axes (self);
  place_fixed (self);
}
