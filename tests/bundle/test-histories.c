/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Histories by chance: up to five people work on copies of a library, with clocks
 * that are hours wrong, and send each other bundles, late, twice and by way of
 * others. Once all have heard from all, every copy is the same, byte for byte, and
 * nothing that anybody wrote is gone without somebody having seen it.
 *
 * PLENUM_HISTORIES=10000 runs as many, PLENUM_HISTORIES=17-17 the seventeenth. */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "plenum-history.h"
#include "plenum-random.h"
#include "room-work.h"
#include "witness.h"

#define STEPS       40
#define MOST_ROUNDS 6
#define HOUR        (G_GINT64_CONSTANT (3600) * 1000 * 1000) /* microseconds */

/* A bundle that is under way. */
typedef struct
{
  char         *path;
  WitnessSight  sight;
} Parcel;

typedef struct
{
  guint        number;
  GRand       *rand;
  gboolean     wild;      /* records are changed in ways that no action does */
  gboolean     deletions;
  guint        n_copies;
  PlenumStore *copies[WITNESS_COPIES];
  gint64       offsets[WITNESS_COPIES]; /* how wrong the clock is, in microseconds */
  char        *exports[WITNESS_COPIES]; /* nullable: as the copy is now */
  char        *digests[WITNESS_COPIES];
  GArray      *parcels;
  Witness     *witness;
} History;

static gint64 the_time; /* microseconds; goes on with every look at it */
static gint64 the_offset;
static GRand *the_chance;

/* The clock and the dice of this program, so that a history is the same each time. */
gint64
g_get_real_time (void)
{
  the_time += 700;

  return the_time + the_offset;
}

void
plenum_random_fill (guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    bytes[i] = g_rand_int_range (the_chance, 0, 256);
}

static void
clear_parcel (gpointer data)
{
  Parcel *parcel = data;

  g_unlink (parcel->path);
  g_free (parcel->path);
}

static void
turn_to (History *self, guint copy)
{
  the_offset = self->offsets[copy];
}

static void
forget_export (History *self, guint copy)
{
  if (self->exports[copy] != NULL)
    g_unlink (self->exports[copy]);
  g_clear_pointer (&self->exports[copy], g_free);
  g_clear_pointer (&self->digests[copy], g_free);
}

static const char *
get_digest (History *self, guint copy)
{
  turn_to (self, copy);
  if (self->exports[copy] == NULL)
    self->exports[copy] = fixture_export (self->copies[copy], PLENUM_PRIVACY_FULL, &self->digests[copy]);

  return self->digests[copy];
}

static void
add_copy (History *self)
{
  guint copy = self->n_copies++;

  self->offsets[copy] = g_rand_int_range (self->rand, -12, 13) * HOUR;
  turn_to (self, copy);
  self->copies[copy] = fixture_new ();
  witness_follow (self->witness, copy, self->copies[copy]);
}

/* Returns whether it changed anything. */
static gboolean
receive (History *self, guint copy, const char *path, const WitnessSight *sight)
{
  g_autoptr (PlenumImport) import = NULL;
  gboolean changed;

  turn_to (self, copy);
  witness_arrive (self->witness, copy, sight);
  import = fixture_import (self->copies[copy], path);
  witness_settle (self->witness, copy);
  changed = plenum_import_count (import, PLENUM_IMPORT_ADDED) > 0 || plenum_import_count (import, PLENUM_IMPORT_CHANGED) > 0;
  forget_export (self, copy);

  return changed;
}

/* The same again must change nothing. */
static void
receive_twice (History *self, guint copy, const char *path, const WitnessSight *sight)
{
  g_autofree char *once = NULL;

  receive (self, copy, path, sight);
  once = g_strdup (get_digest (self, copy));
  receive (self, copy, path, sight);
  if (strcmp (once, get_digest (self, copy)) != 0)
    g_error ("History %u: a second import of the same changes the library", self->number);
}

static void
send (History *self, guint from, guint to)
{
  WitnessSight sight = witness_look (self->witness, from);

  get_digest (self, from);
  receive (self, to, self->exports[from], &sight);
}

/* Written now, read some time, or never. */
static void
post (History *self, guint from)
{
  Parcel parcel = { NULL, witness_look (self->witness, from) };

  get_digest (self, from);
  parcel.path = g_steal_pointer (&self->exports[from]);
  forget_export (self, from);
  g_array_append_val (self->parcels, parcel);
}

/* Letting go of a whole workshop is about this library, and no bundle says so:
 * what took one away is done again. */
static void
keep_workshops (PlenumStore *store, GPtrArray *before)
{
  for (guint i = 0; i < before->len; i++)
    {
      const char *id = plenum_record_get_id (before->pdata[i]);
      g_autoptr (PlenumRecord) still = plenum_store_get (store, PLENUM_WORKSHOP, id, NULL);

      if (still == NULL)
        g_assert_true (plenum_store_redo (store, id, NULL));
    }
}

static void
turn_history (History *self, guint copy, gboolean undo)
{
  PlenumStore *store = self->copies[copy];
  g_autofree char *label = undo ? plenum_store_get_undo_label (store, NULL) : plenum_store_get_redo_label (store, NULL);
  gboolean is_import = label != NULL && g_str_has_prefix (label, "Import");
  g_autoptr (GPtrArray) before = plenum_store_list (store, PLENUM_WORKSHOP, -1, NULL, NULL);
  g_autoptr (GError) error = NULL;

  /* Nobody takes back that there ever was anything. */
  if (undo && g_strcmp0 (label, "Populate") == 0)
    return;
  /* What an import brought is nothing that this copy wrote. */
  if (is_import)
    witness_arrive (self->witness, copy, NULL);
  if (!(undo ? plenum_store_undo (store, NULL, &error) : plenum_store_redo (store, NULL, &error))
      && !g_error_matches (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING)
      && !g_error_matches (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT))
    g_error ("History %u: %s", self->number, error->message);
  if (undo && !is_import)
    keep_workshops (store, before);
  witness_settle (self->witness, copy);
}

static void
step (History *self)
{
  guint copy = g_rand_int_range (self->rand, 0, self->n_copies);
  guint other = (copy + g_rand_int_range (self->rand, 1, self->n_copies)) % self->n_copies;
  int what = g_rand_int_range (self->rand, 0, 40);

  turn_to (self, copy);
  if (what == 0)
    {
      self->offsets[copy] = g_rand_int_range (self->rand, -12, 13) * HOUR;
    }
  else if (what <= 2)
    {
      post (self, copy);
    }
  else if (what <= 4 && self->parcels->len > 0)
    {
      Parcel *parcel = &g_array_index (self->parcels, Parcel, g_rand_int_range (self->rand, 0, self->parcels->len));

      receive_twice (self, copy, parcel->path, &parcel->sight);
    }
  else if (what <= 6)
    {
      send (self, other, copy);
    }
  else
    {
      forget_export (self, copy);
      if (what <= 10 && self->deletions)
        turn_history (self, copy, what <= 8);
      else if (self->wild && g_rand_boolean (self->rand))
        fixture_change (self->copies[copy], self->rand, self->deletions);
      else
        room_work (self->copies[copy], self->rand, self->deletions);
    }
}

static gboolean
are_equal (History *self)
{
  for (guint i = 1; i < self->n_copies; i++)
    {
      g_autofree char *first = g_strdup (get_digest (self, 0));

      if (strcmp (first, get_digest (self, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Everyone hears from everyone, in any order. */
static void
exchange (History *self)
{
  guint n = self->n_copies * self->n_copies;
  g_autofree guint *pairs = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (self->rand, 0, i + 1);

      pairs[i] = pairs[j];
      pairs[j] = i;
    }
  for (guint i = 0; i < n; i++)
    if (pairs[i] / self->n_copies != pairs[i] % self->n_copies)
      send (self, pairs[i] / self->n_copies, pairs[i] % self->n_copies);
}

/* Where nothing was deleted, one who gets the bundles in any order, some twice,
 * has at once what the others have in the end. */
static void
come_late (History *self)
{
  g_autofree guint *order = NULL;
  guint n = self->n_copies;

  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (self->rand, 0, i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  add_copy (self);
  for (guint i = 0; i < n; i++)
    {
      send (self, order[i], n);
      if (g_rand_boolean (self->rand))
        send (self, order[g_rand_int_range (self->rand, 0, i + 1)], n);
    }
}

/* Who asked for this history gets the copies to look at. */
static void
complain (History *self, const char *what)
{
  for (guint i = 0; i < self->n_copies && g_getenv ("PLENUM_HISTORIES") != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/history-%u-%u.json", g_get_tmp_dir (), self->number, i);
      g_autofree char *text = NULL;

      get_digest (self, i);
      text = fixture_read (self->exports[i], NULL);
      g_file_set_contents (name, text, -1, NULL);
    }
  g_error ("History %u: %s", self->number, what);
}

static void
finish (History *self)
{
  g_autofree char *late = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  guint rounds = 0;

  come_late (self);
  late = g_strdup (get_digest (self, self->n_copies - 1));
  do
    {
      if (rounds++ == MOST_ROUNDS)
        complain (self, "the copies never become the same");
      exchange (self);
    }
  while (!are_equal (self));
  if (!self->deletions && strcmp (late, get_digest (self, 0)) != 0)
    complain (self, "the order of the bundles makes a difference");
  if (self->number % 10 == 0)
    for (guint i = 0; i + 1 < self->n_copies; i++)
      {
        WitnessSight sight = witness_look (self->witness, i + 1);

        receive_twice (self, i, self->exports[i + 1], &sight);
      }

  missing = witness_missing (self->witness);
  if (missing->len > 0)
    {
      g_autofree char *what = g_strdup_printf ("%u of %u texts are gone, such as “%s”", missing->len,
                                               witness_count (self->witness), (const char *) missing->pdata[0]);

      complain (self, what);
    }
}

static void
clear (History *self)
{
  static const char * const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < self->n_copies; i++)
    {
      g_autofree char *path = g_strdup (plenum_store_get_path (self->copies[i]));

      forget_export (self, i);
      plenum_store_close (self->copies[i]);
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          g_autofree char *file = g_strconcat (path, ends[j], NULL);

          g_unlink (file);
        }
    }
  g_array_unref (self->parcels);
  witness_free (self->witness);
}

static void
run_history (guint number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  History self = { number, rand, number % 2 == 0, number % 4 != 3 };
  guint n_copies = g_rand_int_range (rand, 2, 6);

  the_chance = rand;
  the_time = G_GINT64_CONSTANT (1764000000000000) + number * HOUR;
  self.parcels = g_array_new (FALSE, FALSE, sizeof (Parcel));
  g_array_set_clear_func (self.parcels, clear_parcel);
  self.witness = witness_new ();

  add_copy (&self);
  room_furnish (self.copies[0], rand);
  if (self.wild)
    fixture_populate (self.copies[0], rand, 20);
  for (guint i = 1; i < n_copies; i++)
    {
      add_copy (&self);
      send (&self, 0, i);
    }
  for (guint i = 0; i < STEPS; i++)
    step (&self);
  finish (&self);
  clear (&self);
}

static void
test_histories (void)
{
  const char *wanted = g_getenv ("PLENUM_HISTORIES");
  g_auto (GStrv) ends = g_strsplit (wanted != NULL ? wanted : "16", "-", 2);
  guint last = g_ascii_strtoull (ends[g_strv_length (ends) - 1], NULL, 10);
  guint first = ends[1] != NULL ? g_ascii_strtoull (ends[0], NULL, 10) : 1;

  g_assert_cmpuint (first, <=, last);
  for (guint i = first; i <= last; i++)
    {
      if (wanted != NULL)
        g_test_message ("history %u", i);
      run_history (i);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histories/generated", test_histories);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
