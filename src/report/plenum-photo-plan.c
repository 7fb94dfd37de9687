/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From cards on a photo to a board: columns become areas, groups become themes.
 *
 * A column with a heading is the area of that name, an existing one where there is
 * one. A column without takes the area from which most of its cards come, those
 * that are surest first; else it is new. Groups and themes are matched alike. */
#include "plenum-photo-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plenum-card-format.h"
#include "plenum-card-groups.h"
#include "plenum-hung-cards.h"

/* The usual card on the canvas, in its pixels, and what a frame leaves around cards. */
#define CARD_WIDTH 200.0
#define CARD_HEIGHT 120.0
#define PAD 24.0
#define HEAD 48.0

typedef struct
{
  PlenumPhotoPlan  *plan;
  PlenumStore      *store;
  PlenumRecord     *board;
  GArray           *hung;     /* of PlenumHungCard: those that are to be moved */
  GPtrArray        *ideas;    /* of PlenumRecord, as above */
  PlenumCardGroups *groups;
  GPtrArray        *areas;    /* of PlenumRecord: of the board */
  GPtrArray        *areas_of; /* of PlenumRecord, by column */
  GPtrArray        *themes_of; /* of PlenumRecord, by group */
  double            scale;    /* pixels a millimetre */
} Planning;

static void
planning_clear (Planning *self)
{
  g_clear_object (&self->board);
  g_clear_pointer (&self->hung, g_array_unref);
  g_clear_pointer (&self->ideas, g_ptr_array_unref);
  g_clear_pointer (&self->groups, plenum_card_groups_free);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->areas_of, g_ptr_array_unref);
  g_clear_pointer (&self->themes_of, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planning, planning_clear)

static void
clear_card (gpointer data)
{
  g_free (((PlenumPhotoCard *) data)->name);
}

void
plenum_photo_plan_free (PlenumPhotoPlan *self)
{
  g_array_unref (self->cards);
  g_ptr_array_unref (self->missing);
  g_clear_pointer (&self->hanging, plenum_hanging_free);
  g_free (self);
}

static const char *
get_name (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
}

static PlenumRecord *
new_idea (const PlenumCardCode *code, const char *workshop)
{
  guint n_formats;
  PlenumRecord *idea = plenum_record_new (PLENUM_IDEA, code->id);
  /* Translators: what a card is called that was written on by hand and not typed yet */
  g_autofree char *title = g_strdup_printf (_("Card No. %u"), plenum_card_code_get_number (code->id));

  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, title);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "");
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, g_get_real_time () / 1000);
  if (plenum_card_format_get_table (&n_formats)[code->format].heading)
    plenum_record_set_text (idea, PLENUM_IDEA_FORM, "strip");

  return idea;
}

/* Says of each code whose card it is, and keeps those that are to be moved. */
static void
sort_cards (Planning *self, GArray *codes)
{
  g_autoptr (GArray) hung = plenum_hung_cards_measure (codes);
  const char *workshop = plenum_record_get_text (self->board, PLENUM_BOARD_WORKSHOP);

  for (guint i = 0; i < hung->len; i++)
    {
      const PlenumPhotoCode *code = &g_array_index (codes, PlenumPhotoCode, i);
      g_autoptr (PlenumRecord) idea = plenum_store_get (self->store, PLENUM_IDEA, code->code.id, NULL);
      PlenumPhotoCard card = { .fate = PLENUM_PHOTO_MOVED };

      memcpy (card.corners, code->corners, sizeof card.corners);
      if (idea == NULL && code->code.blank)
        {
          card.fate = PLENUM_PHOTO_NEW;
          idea = new_idea (&code->code, workshop);
        }
      else if (idea == NULL || g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP), workshop) != 0)
        card.fate = PLENUM_PHOTO_UNKNOWN;

      if (card.fate != PLENUM_PHOTO_UNKNOWN)
        {
          card.name = g_strdup (get_name (idea));
          g_ptr_array_add (self->ideas, g_object_ref (idea));
          g_array_append_val (self->hung, g_array_index (hung, PlenumHungCard, i));
        }
      self->plan->counts[card.fate]++;
      g_array_append_val (self->plan->cards, card);
    }
}

static gboolean
is_heading (PlenumRecord *idea)
{
  return g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_FORM), "strip") == 0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* So large that cards that hang apart lie apart on the canvas. */
static double
find_scale (GArray *hung)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < hung->len; i++)
    {
      g_array_append_val (widths, g_array_index (hung, PlenumHungCard, i).width);
      g_array_append_val (heights, g_array_index (hung, PlenumHungCard, i).height);
    }
  g_array_sort (widths, compare_doubles);
  g_array_sort (heights, compare_doubles);

  return MAX (CARD_WIDTH / g_array_index (widths, double, hung->len / 2),
              CARD_HEIGHT / g_array_index (heights, double, hung->len / 2));
}

static void
group_cards (Planning *self)
{
  g_autofree PlenumCardBox *boxes = g_new (PlenumCardBox, self->hung->len);

  for (guint i = 0; i < self->hung->len; i++)
    {
      const PlenumHungCard *card = &g_array_index (self->hung, PlenumHungCard, i);

      boxes[i] = (PlenumCardBox) { card->x, card->y, card->width, card->height, is_heading (self->ideas->pdata[i]) };
    }
  self->groups = plenum_card_groups_new (boxes, self->hung->len);
  self->scale = find_scale (self->hung);
}

static char *
fold (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  return g_utf8_casefold (stripped, -1);
}

/* A record of that name that is not taken yet, or NULL. */
static PlenumRecord *
find_named (GPtrArray *records, guint title_field, const char *name, GPtrArray *taken)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *other = fold (plenum_record_get_text (records->pdata[i], title_field));

      if (g_str_equal (folded, other) && !g_ptr_array_find (taken, records->pdata[i], NULL))
        return records->pdata[i];
    }

  return NULL;
}

/* How many cards of a column come from the area. */
static guint
count_from (Planning *self, guint column, PlenumRecord *area)
{
  guint n = 0;

  for (guint i = 0; i < self->ideas->len; i++)
    if (self->groups->column_of[i] == column
        && g_strcmp0 (plenum_record_get_text (self->ideas->pdata[i], PLENUM_IDEA_AREA), plenum_record_get_id (area)) == 0)
      n++;

  return n;
}

static PlenumRecord *
new_area (const char *title)
{
  PlenumRecord *area = plenum_record_new (PLENUM_AREA, NULL);
  g_autofree char *name = g_strstrip (g_strdup (title));

  plenum_record_set_text (area, PLENUM_AREA_TITLE, name);
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");

  return area;
}

/* The surest pair first, until no column without an area has a card from one that is free. */
static void
match_columns (Planning *self)
{
  guint best;

  do
    {
      guint best_column = 0, best_area = 0;

      best = 0;
      for (guint c = 0; c < self->groups->n_columns; c++)
        for (guint a = 0; a < self->areas->len; a++)
          {
            guint n = self->areas_of->pdata[c] == NULL && !g_ptr_array_find (self->areas_of, self->areas->pdata[a], NULL)
                        ? count_from (self, c, self->areas->pdata[a]) : 0;

            if (n > best)
              {
                best = n;
                best_column = c;
                best_area = a;
              }
          }
      if (best > 0)
        self->areas_of->pdata[best_column] = g_object_ref (self->areas->pdata[best_area]);
    }
  while (best > 0);
}

static void
find_areas (Planning *self)
{
  for (guint c = 0; c < self->groups->n_columns; c++)
    {
      int heading = g_array_index (self->groups->columns, PlenumCardGroup, c).heading;
      const char *name = heading >= 0 ? get_name (self->ideas->pdata[heading]) : NULL;
      PlenumRecord *area = NULL;

      if (name != NULL && *name != '\0')
        {
          area = find_named (self->areas, PLENUM_AREA_TITLE, name, self->areas_of);
          area = area != NULL ? g_object_ref (area) : new_area (name);
        }
      g_ptr_array_add (self->areas_of, area);
    }

  match_columns (self);
  for (guint c = 0; c < self->groups->n_columns; c++)
    if (self->areas_of->pdata[c] == NULL)
      {
        /* Translators: the name of a column of cards on a photo that has no heading */
        g_autofree char *title = g_strdup_printf (_("Column %u"), c + 1);

        self->areas_of->pdata[c] = new_area (title);
      }
}

/* The frame holds the column's cards and its name. */
static void
frame_areas (Planning *self)
{
  for (guint c = 0; c < self->groups->n_columns; c++)
    {
      double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
      PlenumRecord *area = self->areas_of->pdata[c];

      for (guint i = 0; i < self->hung->len; i++)
        if (self->groups->column_of[i] == c)
          {
            const PlenumHungCard *card = &g_array_index (self->hung, PlenumHungCard, i);

            left = MIN (left, card->x * self->scale);
            top = MIN (top, card->y * self->scale);
            right = MAX (right, card->x * self->scale + MAX (card->width * self->scale, CARD_WIDTH));
            bottom = MAX (bottom, card->y * self->scale + MAX (card->height * self->scale, CARD_HEIGHT));
          }
      plenum_record_set_integer (area, PLENUM_AREA_X, lround (left - PAD));
      plenum_record_set_integer (area, PLENUM_AREA_Y, lround (top - HEAD - PAD));
      plenum_record_set_integer (area, PLENUM_AREA_WIDTH, lround (right - left + 2 * PAD));
      plenum_record_set_integer (area, PLENUM_AREA_HEIGHT, lround (bottom - top + HEAD + 2 * PAD));
      g_ptr_array_add (self->plan->hanging->areas, g_object_ref (area));
    }
}

/* The stacks of the area in which a group hangs: only those need not be moved. */
static GPtrArray *
list_stacks (Planning *self, GPtrArray *themes, guint group)
{
  GPtrArray *stacks = g_ptr_array_new ();
  guint column = 0;

  for (guint i = 0; i < self->ideas->len; i++)
    if (self->groups->group_of[i] == (int) group)
      column = self->groups->column_of[i];
  for (guint t = 0; t < themes->len; t++)
    if (g_strcmp0 (plenum_record_get_text (themes->pdata[t], PLENUM_THEME_AREA),
                   plenum_record_get_id (self->areas_of->pdata[column])) == 0)
      g_ptr_array_add (stacks, themes->pdata[t]);

  return stacks;
}

/* The theme in which more than half of a group lie already, unless another took it. */
static PlenumRecord *
find_theme (Planning *self, GPtrArray *themes, GPtrArray *memberships, guint group)
{
  for (guint t = 0; t < themes->len; t++)
    {
      guint n = 0, all = 0;

      if (g_ptr_array_find (self->themes_of, themes->pdata[t], NULL))
        continue;
      for (guint i = 0; i < self->ideas->len; i++)
        {
          if (self->groups->group_of[i] != (int) group)
            continue;
          all++;
          for (guint m = 0; m < memberships->len; m++)
            if (g_strcmp0 (plenum_record_get_text (memberships->pdata[m], PLENUM_MEMBERSHIP_IDEA),
                           plenum_record_get_id (self->ideas->pdata[i])) == 0
                && g_strcmp0 (plenum_record_get_text (memberships->pdata[m], PLENUM_MEMBERSHIP_THEME),
                              plenum_record_get_id (themes->pdata[t])) == 0)
              n++;
        }
      if (2 * n > all)
        return themes->pdata[t];
    }

  return NULL;
}

static gboolean
find_themes (Planning *self, GError **error)
{
  const char *workshop = plenum_record_get_text (self->board, PLENUM_BOARD_WORKSHOP);
  g_autoptr (GPtrArray) themes = plenum_store_list (self->store, PLENUM_THEME, PLENUM_THEME_WORKSHOP, workshop, error);
  g_autoptr (GPtrArray) memberships = themes == NULL ? NULL
    : plenum_store_list (self->store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_WORKSHOP, workshop, error);

  if (memberships == NULL)
    return FALSE;

  for (guint g = 0; g < self->groups->n_groups; g++)
    {
      int heading = g_array_index (self->groups->groups, PlenumCardGroup, g).heading;
      const char *name = heading >= 0 ? get_name (self->ideas->pdata[heading]) : NULL;
      g_autoptr (GPtrArray) stacks = list_stacks (self, themes, g);
      PlenumRecord *theme = name != NULL && *name != '\0'
        ? find_named (stacks, PLENUM_THEME_TITLE, name, self->themes_of) : find_theme (self, stacks, memberships, g);

      if (theme != NULL)
        {
          g_object_ref (theme);
        }
      else
        {
          g_autofree char *title = g_strstrip (g_strdup (name != NULL && *name != '\0' ? name : _("New theme")));

          theme = plenum_record_new (PLENUM_THEME, NULL);
          plenum_record_set_text (theme, PLENUM_THEME_TITLE, title);
          plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "hand");
        }
      g_ptr_array_add (self->themes_of, theme);
      g_ptr_array_add (self->plan->hanging->themes, g_object_ref (theme));
    }

  return TRUE;
}

static int
compare_top (gconstpointer a, gconstpointer b, gpointer data)
{
  GArray *hung = data;
  double d = g_array_index (hung, PlenumHungCard, *(const guint *) a).y - g_array_index (hung, PlenumHungCard, *(const guint *) b).y;

  return (d > 0) - (d < 0);
}

static void
hang_cards (Planning *self)
{
  g_autofree guint *sorted = g_new (guint, self->ideas->len);

  for (guint i = 0; i < self->ideas->len; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, self->ideas->len, sizeof (guint), compare_top, self->hung);
  for (guint k = 0; k < self->ideas->len; k++)
    {
      guint i = sorted[k];
      const PlenumHungCard *card = &g_array_index (self->hung, PlenumHungCard, i);
      PlenumRecord *idea = self->ideas->pdata[i];
      int group = self->groups->group_of[i];

      plenum_record_set_text (idea, PLENUM_IDEA_AREA, plenum_record_get_id (self->areas_of->pdata[self->groups->column_of[i]]));
      plenum_record_set_integer (idea, PLENUM_IDEA_X, lround (card->x * self->scale));
      plenum_record_set_integer (idea, PLENUM_IDEA_Y, lround (card->y * self->scale));
      plenum_hanging_add_idea (self->plan->hanging, idea,
                               group >= 0 ? plenum_record_get_id (self->themes_of->pdata[group]) : NULL);
    }
}

/* What is on the board, and not on the photo. */
static gboolean
find_missing (Planning *self, GError **error)
{
  for (guint a = 0; a < self->areas->len; a++)
    {
      g_autoptr (GPtrArray) ideas = plenum_store_list (self->store, PLENUM_IDEA, PLENUM_IDEA_AREA,
                                                       plenum_record_get_id (self->areas->pdata[a]), error);

      if (ideas == NULL)
        return FALSE;
      for (guint i = 0; i < ideas->len; i++)
        {
          gboolean found = FALSE;

          for (guint k = 0; k < self->ideas->len && !found; k++)
            found = g_str_equal (plenum_record_get_id (ideas->pdata[i]), plenum_record_get_id (self->ideas->pdata[k]));
          if (!found)
            g_ptr_array_add (self->plan->missing, g_object_ref (ideas->pdata[i]));
        }
    }

  return TRUE;
}

/**
 * plenum_photo_plan_new:
 * @board: the board that the photo shows
 * @codes: (element-type PlenumPhotoCode): what was found on it
 *
 * Changes nothing. Call this on the thread of @store.
 *
 * Errors: those of the store
 *
 * Returns: (transfer full) (nullable): what the photo would change
 */
PlenumPhotoPlan *
plenum_photo_plan_new (PlenumStore *store, const char *board, GArray *codes, GError **error)
{
  g_autoptr (PlenumPhotoPlan) plan = g_new0 (PlenumPhotoPlan, 1);
  g_auto (Planning) planning = { .plan = plan, .store = store };

  plan->cards = g_array_new (FALSE, FALSE, sizeof (PlenumPhotoCard));
  g_array_set_clear_func (plan->cards, clear_card);
  plan->missing = g_ptr_array_new_with_free_func (g_object_unref);
  planning.hung = g_array_new (FALSE, FALSE, sizeof (PlenumHungCard));
  planning.ideas = g_ptr_array_new_with_free_func (g_object_unref);
  planning.areas_of = g_ptr_array_new_with_free_func (g_object_unref);
  planning.themes_of = g_ptr_array_new_with_free_func (g_object_unref);

  planning.board = plenum_store_get (store, PLENUM_BOARD, board, error);
  planning.areas = planning.board != NULL ? plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, board, error) : NULL;
  if (planning.areas == NULL)
    return NULL;

  sort_cards (&planning, codes);
  if (!find_missing (&planning, error))
    return NULL;
  if (planning.ideas->len == 0)
    return g_steal_pointer (&plan);

  plan->hanging = plenum_hanging_new (board);
  group_cards (&planning);
  find_areas (&planning);
  frame_areas (&planning);
  if (!find_themes (&planning, error))
    return NULL;
  hang_cards (&planning);

  return g_steal_pointer (&plan);
}
