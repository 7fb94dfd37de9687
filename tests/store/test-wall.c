/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random operations on a wall, with random undo and redo, against a model that
 * knows nothing of the store. PLENUM_WALL_OPERATIONS says how many, if not 2,000;
 * the seed is the test framework's (--seed). */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "action-fixture.h"
#include "plenum-canvas-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-theme-actions.h"

#define MOST_CARDS  40
#define MOST_THEMES 40
#define DEEPEST     100 /* steps that are ever undone in a row */
#define NOWHERE     G_MININT64

typedef struct
{
  char       id[40]; /* empty: there is none */
  guint      name;
  guint      area;
  int        theme;  /* its index, or -1 */
  double     rank;   /* in its theme, or else in its area */
  gint64     x, y, across, up;
} Card;

typedef struct
{
  char   id[40];
  guint  area;
  double rank;
} Theme;

typedef struct
{
  Card        cards[MOST_CARDS];
  Theme       themes[MOST_THEMES];
  PlenumFrame frames[2];
} State;

typedef struct
{
  Room   *room;
  State   now;
  GQueue  undo; /* of State, the last first */
  GQueue  redo;
  guint   names;
  guint   done, undone, redone;
} Wall;

static const char *
area_id (Wall *wall, guint area)
{
  return area == 0 ? wall->room->left : wall->room->right;
}

static double
end_of_area (State *state, guint area)
{
  double last = 0;

  for (guint i = 0; i < MOST_CARDS; i++)
    if (state->cards[i].id[0] != '\0' && state->cards[i].theme < 0 && state->cards[i].area == area)
      last = MAX (last, state->cards[i].rank);
  for (guint i = 0; i < MOST_THEMES; i++)
    if (state->themes[i].id[0] != '\0' && state->themes[i].area == area)
      last = MAX (last, state->themes[i].rank);

  return last + 1;
}

typedef struct
{
  double rank;
  char  *text;
} Item;

static int
compare_items (gconstpointer a, gconstpointer b)
{
  double left = ((const Item *) a)->rank, right = ((const Item *) b)->rank;

  return (left > right) - (left < right);
}

static char *
join_items (GArray *items)
{
  GString *line = g_string_new (NULL);

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", item->text);
      g_free (item->text);
    }

  return g_string_free (line, FALSE);
}

static char *
list_cards (State *state, int theme, guint area)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < MOST_CARDS; i++)
    if (state->cards[i].id[0] != '\0' && state->cards[i].theme == theme && (theme >= 0 || state->cards[i].area == area))
      {
        Item item = { state->cards[i].rank, g_strdup_printf ("%u", state->cards[i].name) };

        g_array_append_val (items, item);
      }
  for (guint i = 0; theme < 0 && i < MOST_THEMES; i++)
    if (state->themes[i].id[0] != '\0' && state->themes[i].area == area)
      {
        g_autofree char *inside = list_cards (state, i, area);
        Item item = { state->themes[i].rank, g_strdup_printf ("T(%s)", inside) };

        g_array_append_val (items, item);
      }

  return join_items (items);
}

static void
assert_field (PlenumRecord *record, guint field, gint64 expected)
{
  g_assert_cmpint (plenum_record_is_null (record, field), ==, expected == NOWHERE);
  if (expected != NOWHERE)
    g_assert_cmpint (plenum_record_get_integer (record, field), ==, expected);
}

static void
compare (Wall *wall)
{
  guint n = 0;

  for (guint i = 0; i < MOST_CARDS; i++)
    {
      Card *card = &wall->now.cards[i];
      g_autoptr (PlenumRecord) idea = card->id[0] != '\0' ? room_get (wall->room, PLENUM_IDEA, card->id) : NULL;

      if (idea == NULL)
        continue;
      n++;
      assert_field (idea, PLENUM_IDEA_X, card->x);
      assert_field (idea, PLENUM_IDEA_Y, card->y);
      assert_field (idea, PLENUM_IDEA_ACROSS, card->across);
      assert_field (idea, PLENUM_IDEA_UP, card->up);
    }
  g_assert_cmpint (room_count (wall->room, PLENUM_IDEA), ==, n);

  for (guint a = 0; a < 2; a++)
    {
      g_autofree char *expected = list_cards (&wall->now, -1, a);
      g_autofree char *line = room_list_area (wall->room, area_id (wall, a));
      g_autoptr (PlenumRecord) area = room_get (wall->room, PLENUM_AREA, area_id (wall, a));

      g_assert_cmpstr (line, ==, expected);
      g_assert_cmpint (plenum_record_get_integer (area, PLENUM_AREA_X), ==, wall->now.frames[a].x);
      g_assert_cmpint (plenum_record_get_integer (area, PLENUM_AREA_WIDTH), ==, wall->now.frames[a].width);
    }
}

static void
remember (GQueue *steps, State *state)
{
  g_queue_push_head (steps, g_memdup2 (state, sizeof *state));
  if (g_queue_get_length (steps) > DEEPEST)
    g_free (g_queue_pop_tail (steps));
}

/* Does @action, which makes @after of what is. */
static char *
step (Wall *wall, PlenumAction *action, State *after)
{
  if (memcmp (&wall->now, after, sizeof *after) != 0 || plenum_action_get_result (action) != NULL)
    {
      remember (&wall->undo, &wall->now);
      g_queue_clear_full (&wall->redo, g_free);
    }
  wall->now = *after;
  wall->done++;

  return room_make (wall->room, action);
}

/* Up to @most cards that are there, each once. */
static guint
pick (State *state, guint most, guint *picked)
{
  guint n = 0, start = g_test_rand_int_range (0, MOST_CARDS);

  for (guint i = 0; i < MOST_CARDS && n < most; i++)
    if (state->cards[(start + i) % MOST_CARDS].id[0] != '\0' && g_test_rand_int_range (0, 3) > 0)
      picked[n++] = (start + i) % MOST_CARDS;

  return n;
}

static void
add (Wall *wall)
{
  State after = wall->now;
  g_autofree char *text = g_strdup_printf ("%u", wall->names);
  g_autofree char *id = NULL;
  Card *card = NULL;
  guint area = g_test_rand_int_range (0, 2);

  for (guint i = 0; i < MOST_CARDS && card == NULL; i++)
    if (after.cards[i].id[0] == '\0')
      card = &after.cards[i];
  if (card == NULL)
    return;

  memset (card, 0, sizeof *card);
  *card = (Card) { .name = wall->names++, .area = area, .theme = -1, .rank = end_of_area (&after, area),
                   .x = g_test_rand_int_range (-999, 999), .y = 3, .across = NOWHERE, .up = NOWHERE };
  id = step (wall, plenum_action_add_idea_at (wall->room->workshop, area_id (wall, area), text, card->x, card->y), &after);
  strcpy (wall->now.cards[card - after.cards].id, id);
}

static void
delete (Wall *wall)
{
  State after = wall->now;
  guint picked[3], n = pick (&after, 3, picked);
  const char *ids[4] = { NULL };

  for (guint i = 0; i < n; i++)
    {
      ids[i] = wall->now.cards[picked[i]].id;
      memset (&after.cards[picked[i]], 0, sizeof (Card));
    }
  if (n > 0)
    g_free (step (wall, plenum_action_delete_ideas (ids), &after));
}

/* What the model thinks of cards that come to another area: whole themes first. */
static void
change_area (State *after, const guint *picked, guint n, guint area)
{
  gboolean gone[MOST_THEMES] = { FALSE };

  for (guint i = 0; i < n; i++)
    {
      int theme = after->cards[picked[i]].theme;
      guint inside = 0, moving = 0;

      for (guint c = 0; theme >= 0 && c < MOST_CARDS; c++)
        inside += after->cards[c].id[0] != '\0' && after->cards[c].theme == theme;
      for (guint k = 0; theme >= 0 && k < n; k++)
        moving += after->cards[picked[k]].theme == theme;
      if (theme < 0 || gone[theme] || inside != moving)
        continue;
      gone[theme] = TRUE;
      after->themes[theme].rank = end_of_area (after, area);
      after->themes[theme].area = area;
    }

  for (guint i = 0; i < n; i++)
    {
      Card *card = &after->cards[picked[i]];
      double end = end_of_area (after, area);

      if (card->theme < 0 || !gone[card->theme])
        {
          card->theme = -1;
          card->rank = end;
        }
      card->area = area;
    }
}

static void
place (Wall *wall)
{
  State after = wall->now;
  guint picked[12], movers[12], n = pick (&after, 12, picked), n_movers = 0;
  PlenumCardPlace places[12];
  guint area = g_test_rand_int_range (0, 2);

  for (guint i = 0; i < n; i++)
    {
      Card *card = &after.cards[picked[i]];
      gboolean changes = g_test_rand_bit ();

      card->x = g_test_rand_int_range (-5000, 5000);
      card->y = g_test_rand_int_range (-5000, 5000);
      places[i] = (PlenumCardPlace) { wall->now.cards[picked[i]].id, changes ? area_id (wall, area) : NULL, card->x, card->y };
      if (changes && card->area != area)
        movers[n_movers++] = picked[i];
    }
  change_area (&after, movers, n_movers, area);
  if (n > 0)
    g_free (step (wall, plenum_action_place_ideas (places, n), &after));
}

static void
set_frame (Wall *wall)
{
  State after = wall->now;
  guint area = g_test_rand_int_range (0, 2);
  int right = g_test_rand_int_range (-1, 2) * 10;
  PlenumFrame frame = { g_test_rand_int_range (-99, 99), 5, g_test_rand_int_range (200, 900), 400 };

  after.frames[area] = frame;
  for (guint i = 0; i < MOST_CARDS; i++)
    if (after.cards[i].id[0] != '\0' && after.cards[i].area == area)
      after.cards[i].x += right;
  g_free (step (wall, plenum_action_set_frame (area_id (wall, area), &frame, right, 0), &after));
}

static void
rate (Wall *wall)
{
  State after = wall->now;
  guint picked[6], n = pick (&after, 6, picked);
  PlenumAxisPlace places[6];

  for (guint i = 0; i < n; i++)
    {
      gboolean off = g_test_rand_int_range (0, 4) == 0;
      int across = off ? -1 : g_test_rand_int_range (0, PLENUM_AXIS_LENGTH + 1);

      places[i] = (PlenumAxisPlace) { wall->now.cards[picked[i]].id, across, 7 };
      after.cards[picked[i]].across = off ? NOWHERE : across;
      after.cards[picked[i]].up = off ? NOWHERE : 7;
    }
  if (n > 0)
    g_free (step (wall, plenum_action_rate_ideas (places, n), &after));
}

/* A theme stands where its first card stood, or behind the stack that card was in. */
static void
group (Wall *wall)
{
  State after = wall->now;
  guint picked[5], n = pick (&after, 5, picked);
  const char *ids[6] = { NULL };
  g_autofree char *id = NULL;
  Card *first;
  int theme = -1;

  for (guint i = 0; i < MOST_THEMES && theme < 0; i++)
    if (after.themes[i].id[0] == '\0')
      theme = i;
  if (n == 0 || theme < 0)
    return;

  first = &after.cards[picked[0]];
  after.themes[theme].area = first->theme >= 0 ? after.themes[first->theme].area : first->area;
  after.themes[theme].rank = first->theme >= 0 ? after.themes[first->theme].rank + 1e-7 : first->rank;
  for (guint i = 0; i < n; i++)
    {
      ids[i] = wall->now.cards[picked[i]].id;
      after.cards[picked[i]].theme = theme;
      after.cards[picked[i]].rank = i;
      after.cards[picked[i]].area = after.themes[theme].area;
    }
  id = step (wall, plenum_action_group_ideas (ids, "T"), &after);
  strcpy (wall->now.themes[theme].id, id);
}

/* Its cards lie behind where it was, in their order. */
static void
dissolve (Wall *wall)
{
  State after = wall->now;
  int theme = g_test_rand_int_range (0, MOST_THEMES);
  g_autofree char *id = g_strdup (after.themes[theme].id);

  if (*id == '\0')
    return;

  for (guint i = 0; i < MOST_CARDS; i++)
    if (after.cards[i].id[0] != '\0' && after.cards[i].theme == theme)
      {
        after.cards[i].theme = -1;
        after.cards[i].rank = after.themes[theme].rank + (after.cards[i].rank + 1) * 1e-9;
        after.cards[i].area = after.themes[theme].area;
      }
  memset (&after.themes[theme], 0, sizeof (Theme));
  g_free (step (wall, plenum_action_dissolve_theme (id), &after));
}

static void
travel (Wall *wall, GQueue *from, GQueue *to, gboolean back)
{
  g_autoptr (GError) error = NULL;
  g_autofree State *state = g_queue_pop_head (from);

  if (state == NULL)
    return;

  remember (to, &wall->now);
  wall->now = *state;
  if (back)
    plenum_store_undo (wall->room->base.store, wall->room->workshop, &error);
  else
    plenum_store_redo (wall->room->base.store, wall->room->workshop, &error);
  g_assert_no_error (error);
  *(back ? &wall->undone : &wall->redone) += 1;
}

/* Ranks that were put between others come apart again. */
static void
even_out (State *state)
{
  for (guint area = 0; area < 2; area++)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));

      for (guint i = 0; i < MOST_CARDS + MOST_THEMES; i++)
        {
          gboolean card = i < MOST_CARDS;
          Card *c = &state->cards[card ? i : 0];
          Theme *t = &state->themes[card ? 0 : i - MOST_CARDS];
          Item item = { card ? c->rank : t->rank, card ? (char *) &c->rank : (char *) &t->rank };

          if (card ? c->id[0] != '\0' && c->theme < 0 && c->area == area : t->id[0] != '\0' && t->area == area)
            g_array_append_val (items, item);
        }
      g_array_sort (items, compare_items);
      for (guint i = 0; i < items->len; i++)
        *(double *) (gpointer) g_array_index (items, Item, i).text = i + 1;
    }
}

static void
operate (Wall *wall)
{
  void (*operations[]) (Wall *) = { add, add, add, delete, place, place, place, set_frame, rate, group, dissolve };
  int dice = g_test_rand_int_range (0, 20);

  if (dice < 5)
    travel (wall, &wall->undo, &wall->redo, TRUE);
  else if (dice < 8)
    travel (wall, &wall->redo, &wall->undo, FALSE);
  else
    {
      operations[g_test_rand_int_range (0, G_N_ELEMENTS (operations))] (wall);
      even_out (&wall->now);
    }
}

static void
test_operations (Room *room, gconstpointer data)
{
  const char *wish = g_getenv ("PLENUM_WALL_OPERATIONS");
  guint n = wish != NULL ? strtoul (wish, NULL, 10) : 2000;
  g_autofree Wall *wall = g_new0 (Wall, 1);
  PlenumFrame frame = { 1, 5, 200, 400 };
  gsize before = 0;

  wall->room = room;
  for (guint a = 0; a < 2; a++)
    {
      room_do (room, plenum_action_set_frame (area_id (wall, a), &frame, 0, 0));
      wall->now.frames[a] = frame;
    }

  for (guint i = 0; i < n; i++)
    {
      operate (wall);
      if (i < 2000 || i % 50 == 0 || i == n - 1)
        compare (wall);
      if (i == n / 2)
        before = mallinfo2 ().uordblks;
    }

  g_test_message ("%u done, %u undone, %u redone; memory in use after half of it %zu KiB, at the end %zu KiB",
                  wall->done, wall->undone, wall->redone, before / 1024, mallinfo2 ().uordblks / 1024);
  g_queue_clear_full (&wall->undo, g_free);
  g_queue_clear_full (&wall->redo, g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  room_add_test ("/wall/operations", test_operations);

  return g_test_run ();
}
