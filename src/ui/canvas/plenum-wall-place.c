/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something is, in words. */
#include <glib/gi18n.h>

#include "plenum-wall-private.h"

#define MOST_LINKS 6

char *
plenum_wall_zone_name (PlenumWall *self, guint zone)
{
  return plenum_wall_model_dup_zone_name (self->model, zone);
}

/* The same where there is no room for its header: what that would show, too. */
char *
plenum_wall_zone_label (PlenumWall *self, guint number)
{
  const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, number);
  PlenumRecord *record = zone->area != NULL ? plenum_board_area_get_record (zone->area) : NULL;
  gint64 capacity = record != NULL ? plenum_record_get_integer (record, PLENUM_AREA_CAPACITY) : 0;
  g_autofree char *name = plenum_wall_zone_name (self, number);
  GString *label = g_string_new (name);

  if (capacity > 0)
    g_string_append_printf (label, " · %u/%" G_GINT64_FORMAT, plenum_board_area_count_cards (zone->area), capacity);
  else if (zone->folded)
    g_string_append_printf (label, " · %u", plenum_board_area_count_cards (zone->area));
  if (zone->folded)
    /* Translators: an area whose cards are not shown at the moment */
    g_string_append_printf (label, " · %s", _("folded"));
  if (zone->hidden)
    /* Translators: an area that the beamer does not show until it is revealed */
    g_string_append_printf (label, " · %s", _("hidden"));

  return g_string_free (label, FALSE);
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

static char *
say_link (const PlenumWallLink *link, gboolean from_here, const char *name)
{
  gboolean answers = g_strcmp0 (link->kind, "answers-need") == 0;

  if (from_here && answers)
    /* Translators: said of a card: the need it answers */
    return g_strdup_printf (_("Answers the need: %s"), name);
  if (from_here)
    /* Translators: said of a card: the card it builds on */
    return g_strdup_printf (_("Builds on: %s"), name);
  if (answers)
    /* Translators: said of a need: the card that answers it */
    return g_strdup_printf (_("Answered by: %s"), name);

  /* Translators: said of a card: another one that builds on it */
  return g_strdup_printf (_("Built on by: %s"), name);
}

/* What its lines lead to; of very many the first. */
static void
add_links (PlenumWall *self, GString *text, guint item)
{
  guint left = MOST_LINKS;

  for (guint i = 0; i < plenum_wall_model_n_links (self->model) && left > 0; i++)
    {
      const PlenumWallLink *link = plenum_wall_model_get_link (self->model, i);
      gboolean from_here = link->from == item;
      g_autofree char *name = NULL;
      g_autofree char *sentence = NULL;

      if (!from_here && link->to != item)
        continue;
      name = plenum_board_entry_dup_name (plenum_wall_model_get_item (self->model, from_here ? link->to : link->from)->entry);
      sentence = say_link (link, from_here, name);
      g_string_append_printf (text, ". %s", sentence);
      left--;
    }
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
  if (zone->hidden)
    g_string_append_printf (text, ". %s", _("Hidden from the beamer"));
  add_links (self, text, item);
  if (!neighbours)
    return g_string_free (text, FALSE);

  add_neighbour (self, text, item, PLENUM_WALL_LEFT);
  add_neighbour (self, text, item, PLENUM_WALL_RIGHT);
  add_neighbour (self, text, item, PLENUM_WALL_UP);
  add_neighbour (self, text, item, PLENUM_WALL_DOWN);
  return g_string_free (text, FALSE);
}
