/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something is, in words. */
#include <glib/gi18n.h>

#include "plenum-wall-private.h"

char *
plenum_wall_zone_name (PlenumWall *self, guint zone)
{
  return plenum_wall_model_dup_zone_name (self->model, zone);
}

static const char *
get_axis (PlenumWall *self, gboolean up)
{
  const char *axis = plenum_wall_model_get_axis (self->model, up);

  if (axis != NULL)
    return axis;

  return up ? _("Upwards") : _("To the right");
}

/* What a place means: the area it is in, or how far along two axes. */
char *
plenum_wall_say_point (PlenumWall *self, const graphene_rect_t *rect)
{
  graphene_point_t centre = plenum_wall_middle (rect);
  int across, up, zone;

  if (plenum_wall_model_is_matrix (self->model))
    {
      if (!plenum_wall_model_to_axes (self->model, rect, &across, &up))
        return g_strdup (_("Not placed yet"));
      /* Translators: a place on a matrix: "Effort: 35 of 100, impact: 60 of 100" */
      return g_strdup_printf (_("%s: %d of 100, %s: %d of 100"), get_axis (self, FALSE), (across + 50) / 100, get_axis (self, TRUE), (up + 50) / 100);
    }

  zone = plenum_wall_model_find_zone (self->model, centre.x, centre.y);
  return zone >= 0 ? plenum_wall_zone_name (self, zone) : g_strdup (_("Outside of all areas"));
}

/* What lies beside a card, for who cannot see it. */
static char *
say_neighbour (PlenumWallDirection where, const char *name)
{
  switch (where)
    {
    case PLENUM_WALL_LEFT:
      /* Translators: the card that lies to the left of this one */
      return g_strdup_printf (_("Left: %s"), name);
    case PLENUM_WALL_RIGHT:
      return g_strdup_printf (_("Right: %s"), name);
    case PLENUM_WALL_UP:
      return g_strdup_printf (_("Above: %s"), name);
    case PLENUM_WALL_DOWN:
    default:
      return g_strdup_printf (_("Below: %s"), name);
    }
}

static void
add_neighbour (PlenumWall *self, GString *text, guint item, PlenumWallDirection where)
{
  int other = plenum_wall_model_neighbour (self->model, item, where);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (other < 0)
    return;

  name = plenum_board_entry_dup_name (plenum_wall_model_get_item (self->model, other)->entry);
  sentence = say_neighbour (where, name);
  g_string_append_printf (text, ". %s", sentence);
}

/* Where a card is: its area, its number there, and what lies around it. */
char *
plenum_wall_say_place (PlenumWall *self, guint item, gboolean neighbours)
{
  const PlenumWallItem *what = plenum_wall_model_get_item (self->model, item);
  const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, what->frame);
  g_autofree char *name = plenum_wall_zone_name (self, what->frame);
  GString *text = g_string_new (NULL);

  if (plenum_wall_model_is_matrix (self->model) && what->frame == 1)
    {
      g_autofree char *point = plenum_wall_say_point (self, plenum_wall_model_get_rect (self->model, item));

      g_string_append (text, point);
    }
  else
    g_string_append_printf (text, _("%u of %u in %s"), item - zone->first + 1, zone->n_items, name);
  if (!neighbours)
    return g_string_free (text, FALSE);

  add_neighbour (self, text, item, PLENUM_WALL_LEFT);
  add_neighbour (self, text, item, PLENUM_WALL_RIGHT);
  add_neighbour (self, text, item, PLENUM_WALL_UP);
  add_neighbour (self, text, item, PLENUM_WALL_DOWN);
  return g_string_free (text, FALSE);
}
