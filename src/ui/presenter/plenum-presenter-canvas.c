/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a wall on the beamer. It is made once and keeps no hold on the wall:
 * whatever happens there, it is seen when somebody shows it again. Cards that have
 * room for letters to be read from the last row are widgets, the others colours and
 * signs; the names of areas and themes are never smaller. */
#include "plenum-presenter-canvas.h"

#include "plenum-presenter-card.h"
#include "plenum-wall-axes.h"

/* In the size of letters. */
#define NAME       1.4
#define LEAST_NAME 3.5
#define LEAST_SIGN 0.7
#define MOST_LETTERS 2

/* Beyond what fits on a screen. */
#define MOST_CARDS 300

/* Children of one kind, of which the first are shown. */
typedef struct
{
  GPtrArray *widgets; /* unowned */
  GArray    *places;  /* of graphene_rect_t */
} Pool;

struct _PlenumPresenterCanvas
{
  GtkWidget        parent_instance;

  PlenumWallInk   *paper; /* of cards, which look as everywhere */
  PlenumWallInk   *room;  /* of what lies around them, on a ground of its own */
  graphene_size_t  size;  /* for which it was made */
  double           em;
  double           letters; /* of names */
  GskRenderNode   *below; /* nullable */
  GskRenderNode   *above; /* nullable */
  Pool             cards;
  Pool             names;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterCanvas, plenum_presenter_canvas, GTK_TYPE_WIDGET)

static void
clear_pool (Pool *pool)
{
  for (guint i = 0; i < pool->widgets->len; i++)
    gtk_widget_unparent (pool->widgets->pdata[i]);
  g_ptr_array_set_size (pool->widgets, 0);
  g_array_set_size (pool->places, 0);
}

/* Only what is used from now on is seen. */
static void
begin_pool (Pool *pool)
{
  g_array_set_size (pool->places, 0);
}

static void
end_pool (Pool *pool)
{
  for (guint i = 0; i < pool->widgets->len; i++)
    gtk_widget_set_visible (pool->widgets->pdata[i], i < pool->places->len);
}

/* The next that is unused, or %NULL if one has to be made. */
static GtkWidget *
take (Pool *pool, const graphene_rect_t *place)
{
  guint i = pool->places->len;

  g_array_append_val (pool->places, *place);

  return i < pool->widgets->len ? pool->widgets->pdata[i] : NULL;
}

static GtkWidget *
add (PlenumPresenterCanvas *self, Pool *pool, GtkWidget *widget)
{
  g_ptr_array_add (pool->widgets, widget);
  /* Cards are below names. */
  gtk_widget_insert_after (widget, GTK_WIDGET (self), pool == &self->cards ? NULL : gtk_widget_get_last_child (GTK_WIDGET (self)));

  return widget;
}

static void
add_name (PlenumPresenterCanvas *self, const char *text, const graphene_rect_t *place, float align, gboolean plate)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label;

  if (!graphene_rect_intersection (place, &GRAPHENE_RECT_INIT (0, 0, self->size.width, self->size.height), NULL))
    return;

  label = take (&self->names, place);
  if (label == NULL)
    {
      label = add (self, &self->names, gtk_label_new (NULL));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "wall-name");
    }
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), align);
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->letters / self->em));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  if (plate)
    gtk_widget_add_css_class (label, "plate");
  else
    gtk_widget_remove_css_class (label, "plate");
}

/* Whether a name has room above a frame. */
static gboolean
is_free (const PlenumWallScene *scene, const graphene_rect_t *at)
{
  gboolean free = at->origin.y >= 0;

  for (guint i = 0; free && i < plenum_wall_model_n_zones (scene->model); i++)
    {
      graphene_rect_t other = plenum_wall_view_to_window (&scene->view, &plenum_wall_model_get_zone (scene->model, i)->rect);

      free = !graphene_rect_intersection (&other, at, NULL);
    }

  return free;
}

/* In the head of its frame, above it, or over its cards where there is no other room. */
static void
add_zone (PlenumPresenterCanvas *self, const PlenumWallScene *scene, guint number)
{
  const PlenumWallZone *zone = plenum_wall_model_get_zone (scene->model, number);
  graphene_rect_t at = plenum_wall_view_to_window (&scene->view, &zone->rect);
  double head = PLENUM_WALL_HEAD * scene->view.zoom, line = NAME * self->letters;
  gboolean plate = head < line;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (at.size.width < LEAST_NAME * self->em || (plenum_wall_model_is_matrix (scene->model) && number == 1))
    return;

  name = plenum_wall_model_dup_zone_name (scene->model, number);
  /* From so far away that cards are hardly seen, one wants to know how many there are. */
  text = plate ? g_strdup_printf ("%s (%u)", name,
                                  zone->area != NULL ? plenum_board_area_count_cards (zone->area) : zone->n_items) : g_strdup (name);
  at.size.height = line;
  if (plate)
    {
      graphene_rect_t above = at;

      graphene_rect_offset (&above, 0, -line - 1);
      plate = !is_free (scene, &above);
      at = plate ? at : above;
    }
  else
    {
      at.origin.y += (head - line) / 2;
      graphene_rect_inset (&at, self->em / 2, 0);
    }
  add_name (self, text, &at, 0, plate);
}

static void
add_axes (PlenumPresenterCanvas *self, const PlenumWallScene *scene)
{
  graphene_rect_t at = plenum_wall_view_to_window (&scene->view, &plenum_wall_model_get_zone (scene->model, 1)->rect);
  double line = NAME * self->letters;

  for (int up = 0; up < 2; up++)
    {
      g_autofree char *name = plenum_wall_model_get_axis (scene->model, up) != NULL ? plenum_wall_axes_label (scene->model, up) : NULL;

      if (name != NULL)
        add_name (self, name, &GRAPHENE_RECT_INIT (at.origin.x, up ? at.origin.y - line : at.origin.y + at.size.height,
                                                   at.size.width, line), up ? 0 : 1, FALSE);
    }
}

/* Its strip grows upwards, away from its cards. */
static void
add_theme (PlenumPresenterCanvas *self, const PlenumWallItem *item, const graphene_rect_t *strip)
{
  double line = MAX (NAME * self->letters, strip->size.height);

  if (strip->size.width < LEAST_NAME * self->em)
    return;

  add_name (self, plenum_board_entry_get_title (item->entry), &GRAPHENE_RECT_INIT (strip->origin.x, strip->origin.y + strip->size.height - line, strip->size.width, line),
            0, TRUE);
}

/* Too small for words: its colour, and the sign of its kind. */
static void
paint_card (PlenumPresenterCanvas *self, GtkSnapshot *snapshot, const PlenumWallItem *item, const graphene_rect_t *at)
{
  const GdkRGBA *paper = &self->paper->papers[item->paper];
  double least = MIN (at->size.width, at->size.height), sign = MIN (least * 0.7, self->em * 1.5);

  plenum_wall_ink_sheet (self->paper, snapshot, at, item->form, paper);
  if (least >= LEAST_SIGN * self->em)
    plenum_wall_ink_icon (self->paper, snapshot, plenum_wall_ink_kind (item->entry), at->origin.x + (at->size.width - sign) / 2,
                          at->origin.y + (at->size.height - sign) / 2, sign);
}

static void
add_card (PlenumPresenterCanvas *self, const PlenumWallItem *item, const graphene_rect_t *at, const graphene_size_t *size, double zoom)
{
  GtkWidget *card = take (&self->cards, at);

  if (card == NULL)
    card = add (self, &self->cards, plenum_presenter_card_new (self->paper));
  plenum_presenter_card_show (PLENUM_PRESENTER_CARD (card), item->entry, item->form, size, zoom, self->em);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const guint *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static void
add_items (PlenumPresenterCanvas *self, const PlenumWallScene *scene, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  graphene_rect_t seen = plenum_wall_view_seen (&scene->view);

  plenum_wall_model_find_in (scene->model, &seen, found);
  g_array_sort (found, compare_items);
  for (guint i = 0; i < found->len; i++)
    {
      const PlenumWallItem *item = plenum_wall_model_get_item (scene->model, g_array_index (found, guint, i));
      const graphene_rect_t *rect = plenum_wall_model_get_rect (scene->model, g_array_index (found, guint, i));
      graphene_rect_t at = plenum_wall_view_to_window (&scene->view, rect);

      if (!plenum_wall_scene_has_item (scene, g_array_index (found, guint, i)))
        continue;
      if (item->stack)
        add_theme (self, item, &at);
      else if (plenum_presenter_card_has_room (&rect->size, item->form, scene->view.zoom, self->em)
               && self->cards.places->len < MOST_CARDS)
        add_card (self, item, &at, &rect->size, scene->view.zoom);
      else
        paint_card (self, snapshot, item, &at);
    }
}

static GdkRGBA
mix (const GdkRGBA *one, const GdkRGBA *other, float share)
{
  return (GdkRGBA) { one->red + (other->red - one->red) * share, one->green + (other->green - one->green) * share,
                     one->blue + (other->blue - one->blue) * share, 1 };
}

/* The ground is not the window's: it is light or dark by the room. */
static void
update_inks (PlenumPresenterCanvas *self)
{
  GdkRGBA colour;
  const char *ground;

  plenum_wall_ink_update (self->paper, GTK_WIDGET (self));
  plenum_wall_ink_update (self->room, GTK_WIDGET (self));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  self->room->text = self->room->edge = colour;
  self->room->edge.alpha = self->room->contrast ? 1 : 0.35;
  ground = colour.red + colour.green + colour.blue > 1.5 ? "dark_5" : "light_1";
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), ground, &self->room->frame))
    self->room->frame = mix (&self->room->frame, &colour, 0.06);
  /* A picture that is made once has time. */
  self->room->until = G_MAXINT64;
}

static void
clear_nodes (PlenumPresenterCanvas *self)
{
  g_clear_pointer (&self->below, gsk_render_node_unref);
  g_clear_pointer (&self->above, gsk_render_node_unref);
}

static void
paint (PlenumPresenterCanvas *self, const PlenumWallScene *scene)
{
  g_autoptr (GtkSnapshot) below = gtk_snapshot_new ();
  g_autoptr (GtkSnapshot) above = gtk_snapshot_new ();
  guint n_zones = plenum_wall_model_n_zones (scene->model);

  for (guint i = 0; i < n_zones; i++)
    {
      graphene_rect_t at = plenum_wall_view_to_window (&scene->view, &plenum_wall_model_get_zone (scene->model, i)->rect);

      if (scene->zone >= 0 && scene->zone != (int) i)
        continue;
      plenum_wall_scene_frame (scene, below, &at, scene->lines, &self->room->edge);
      add_zone (self, scene, i);
    }
  if (plenum_wall_model_is_matrix (scene->model) && n_zones > 1)
    {
      plenum_wall_scene_quarters (scene, below);
      add_axes (self, scene);
    }
  plenum_wall_scene_themes (scene, below);
  plenum_wall_scene_links (scene, below);
  add_items (self, scene, below);
  plenum_wall_scene_link_names (scene, above);
  clear_nodes (self);
  self->below = gtk_snapshot_to_node (below);
  self->above = gtk_snapshot_to_node (above);
}

/**
 * plenum_presenter_canvas_show:
 * @part: of the wall, all of which is seen
 * @zone: only what is in this one, or -1
 * @width: of the canvas, in pixels
 * @height: the same
 * @em: the size of letters on it, in pixels: none are smaller
 */
void
plenum_presenter_canvas_show (PlenumPresenterCanvas *self, PlenumWallModel *model, const graphene_rect_t *part, int zone,
                              double width, double height, double em)
{
  PlenumWallScene scene = { GTK_WIDGET (self), model, self->room, { 0, 0, 1, width, height }, MAX (em / 16, 1), em, zone,
                            NULL, 0, 0 };

  g_return_if_fail (PLENUM_IS_PRESENTER_CANVAS (self));

  self->size = GRAPHENE_SIZE_INIT (width, height);
  self->em = em;
  update_inks (self);
  /* The names of axes stand above and below. */
  if (plenum_wall_model_is_matrix (model))
    scene.view.height -= 2 * NAME * em;
  plenum_wall_view_fit (&scene.view, part, PLENUM_WALL_CLOSEST);
  if (plenum_wall_model_is_matrix (model))
    scene.view.y -= NAME * em / scene.view.zoom;
  scene.view.height = height;
  self->letters = CLAMP (plenum_presenter_card_letters (scene.view.zoom, em), em, MOST_LETTERS * em);

  begin_pool (&self->cards);
  begin_pool (&self->names);
  paint (self, &scene);
  end_pool (&self->cards);
  end_pool (&self->names);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Made for another size it is seen smaller or larger, until it is made anew. */
static double
get_scale (PlenumPresenterCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  return self->size.width > 0 && self->size.height > 0 ? MIN (width / self->size.width, height / self->size.height) : 1;
}

static void
place (Pool *pool, double scale)
{
  for (guint i = 0; i < pool->places->len; i++)
    {
      const graphene_rect_t *at = &g_array_index (pool->places, graphene_rect_t, i);
      GskTransform *transform = gsk_transform_scale (NULL, scale, scale);
      int width;

      transform = gsk_transform_translate (transform, &at->origin);
      gtk_widget_measure (pool->widgets->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (pool->widgets->pdata[i], GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (pool->widgets->pdata[i], MAX (width, at->size.width), at->size.height, -1, transform);
    }
}

static void
plenum_presenter_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumPresenterCanvas *self = PLENUM_PRESENTER_CANVAS (widget);

  place (&self->cards, get_scale (self));
  place (&self->names, get_scale (self));
}

static void
plenum_presenter_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                 int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
append_scaled (GtkSnapshot *snapshot, GskRenderNode *node, double scale)
{
  if (node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_pool (PlenumPresenterCanvas *self, GtkSnapshot *snapshot, Pool *pool)
{
  for (guint i = 0; i < pool->places->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), pool->widgets->pdata[i], snapshot);
}

static void
plenum_presenter_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumPresenterCanvas *self = PLENUM_PRESENTER_CANVAS (widget);
  double scale = get_scale (self);

  append_scaled (snapshot, self->below, scale);
  snapshot_pool (self, snapshot, &self->cards);
  append_scaled (snapshot, self->above, scale);
  snapshot_pool (self, snapshot, &self->names);
}

static void
plenum_presenter_canvas_dispose (GObject *object)
{
  PlenumPresenterCanvas *self = PLENUM_PRESENTER_CANVAS (object);

  clear_pool (&self->cards);
  clear_pool (&self->names);
  clear_nodes (self);

  G_OBJECT_CLASS (plenum_presenter_canvas_parent_class)->dispose (object);
}

static void
plenum_presenter_canvas_finalize (GObject *object)
{
  PlenumPresenterCanvas *self = PLENUM_PRESENTER_CANVAS (object);
  Pool pools[] = { self->cards, self->names };

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      g_ptr_array_unref (pools[i].widgets);
      g_array_unref (pools[i].places);
    }
  plenum_wall_ink_free (self->paper);
  plenum_wall_ink_free (self->room);

  G_OBJECT_CLASS (plenum_presenter_canvas_parent_class)->finalize (object);
}

static void
plenum_presenter_canvas_class_init (PlenumPresenterCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_canvas_finalize;
  widget_class->measure = plenum_presenter_canvas_measure;
  widget_class->size_allocate = plenum_presenter_canvas_size_allocate;
  widget_class->snapshot = plenum_presenter_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "presentercanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plenum_presenter_canvas_init (PlenumPresenterCanvas *self)
{
  Pool *pools[] = { &self->cards, &self->names };

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      pools[i]->widgets = g_ptr_array_new ();
      pools[i]->places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
    }
  self->paper = plenum_wall_ink_new ();
  self->room = plenum_wall_ink_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * plenum_presenter_canvas_new:
 *
 * Returns: (transfer floating): a canvas that shows nothing yet
 */
GtkWidget *
plenum_presenter_canvas_new (void)
{
  return g_object_new (PLENUM_TYPE_PRESENTER_CANVAS, NULL);
}
