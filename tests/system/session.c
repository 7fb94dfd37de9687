/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A facilitator's busy day, to be killed at any moment. Works in a library for
 * ever and writes a line for every action when it is acknowledged:
 *   add ID TEXT | edit ID TEXT | delete ID | undo
 * "session LIBRARY SEED" works, "session --list LIBRARY" checks the library and
 * lists the cards that are in it. */
#include <stdio.h>
#include <string.h>

#include "plenum-idea-actions.h"
#include "plenum-maintenance.h"
#include "plenum-store.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

static void
fail (GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static char *
perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;

  if (!plenum_store_perform (store, owned, &error))
    fail (error);

  return g_strdup (plenum_action_get_result (owned));
}

static GPtrArray *
list (PlenumStore *store, PlenumRecordType type)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = plenum_store_list (store, type, -1, NULL, &error);

  if (records == NULL)
    fail (error);

  return records;
}

/* Written in one call, so that a line is there whole or not at all. */
static void
acknowledge (const char *what, const char *id, const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s %s %s\n", what, id, text);

  fputs (line, stdout);
  fflush (stdout);
}

static void
edit (PlenumStore *store, PlenumRecord *idea, const char *text)
{
  g_autoptr (PlenumRecord) changed = plenum_record_copy (idea, plenum_record_get_id (idea));

  plenum_record_set_text (changed, PLENUM_IDEA_TEXT, text);
  g_free (perform (store, plenum_action_edit_idea (changed)));
  acknowledge ("edit", plenum_record_get_id (idea), text);
}

static void
step (PlenumStore *store, GRand *random, const char *workshop, const char *area, guint number)
{
  g_autoptr (GPtrArray) ideas = list (store, PLENUM_IDEA);
  g_autofree char *text = g_strdup_printf ("Card-%u-%u", number, g_rand_int (random));
  PlenumRecord *idea = ideas->len > 0 ? ideas->pdata[g_rand_int_range (random, 0, ideas->len)] : NULL;
  const char *ids[] = { idea != NULL ? plenum_record_get_id (idea) : NULL, NULL };
  int choice = g_rand_int_range (random, 0, 10);

  if (idea == NULL || choice < 5)
    {
      g_autofree char *id = perform (store, plenum_action_add_idea (workshop, area, NULL, text, "idea", TRUE));

      acknowledge ("add", id, text);
    }
  else if (choice < 7)
    edit (store, idea, text);
  else if (choice == 7)
    {
      g_free (perform (store, plenum_action_delete_ideas (ids)));
      acknowledge ("delete", ids[0], "-");
    }
  else if (choice == 8)
    g_free (perform (store, plenum_action_group_ideas (ids, text)));
  else
    {
      g_autoptr (GError) error = NULL;

      /* Undone and done again: the state is the same, whatever it was. */
      if (!plenum_store_undo (store, workshop, &error))
        fail (error);
      acknowledge ("undo", "-", "-");
      if (!plenum_store_redo (store, workshop, &error))
        fail (error);
      acknowledge ("redo", "-", "-");
    }
}

static void
work (PlenumStore *store, guint seed)
{
  g_autoptr (GPtrArray) areas = list (store, PLENUM_AREA);
  GRand *random = g_rand_new_with_seed (seed);
  g_autofree char *workshop = NULL;

  if (areas->len == 0)
    {
      g_free (perform (store, plenum_action_add_workshop ("A day", "en")));
      g_ptr_array_unref (areas);
      areas = list (store, PLENUM_AREA);
    }
  workshop = g_strdup (plenum_record_get_text (areas->pdata[0], PLENUM_AREA_WORKSHOP));
  acknowledge ("ready", "-", "-");

  for (guint number = 0;; number++)
    step (store, random, workshop, plenum_record_get_id (areas->pdata[0]), number);
}

static void
list_cards (PlenumStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = plenum_store_check (store, FALSE, &error);
  g_autoptr (GPtrArray) ideas = list (store, PLENUM_IDEA);

  for (guint i = 0; i < problems->len; i++)
    printf ("problem %s\n", (char *) problems->pdata[i]);
  for (guint i = 0; i < ideas->len; i++)
    printf ("card %s %s\n", plenum_record_get_id (ideas->pdata[i]),
            plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT));
}

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean lists = argc == 3 && strcmp (argv[1], "--list") == 0;

  if (argc != 3)
    return 2;

  store = plenum_store_open (lists ? argv[2] : argv[1], &error);
  if (store == NULL)
    fail (error);

  if (lists)
    list_cards (store);
  else
    work (store, strtoul (argv[2], NULL, 10));
  return 0;
}
