/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include <stdlib.h>

PlenumStore *
sample_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  PlenumStore *store = plenum_store_open (path, &error);

  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  return store;
}

/* Takes the action. */
void
sample_perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;

  if (!plenum_store_perform (store, owned, &error))
    g_error ("%s", error->message);
}

/* The same, for what makes something: its id. */
char *
sample_make (PlenumStore *store, PlenumAction *action)
{
  char *id = g_strdup (plenum_action_get_result (action));

  sample_perform (store, action);

  return id;
}

/* One of many cards: what it says and its number, from 0. */
gboolean
sample_add_plain (PlenumEdit  *edit,
                  const char  *workshop,
                  const char  *area,
                  const char  *text,
                  const char  *kind,
                  guint        number,
                  GError     **error)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);
  g_autofree char *numbered = g_strdup_printf ("%s (%u)", text, number + 1);
  g_autofree char *place = g_strdup_printf ("e%06u", number);

  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_AREA, area);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, numbered);
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, kind);
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, G_GINT64_CONSTANT (1763856000000));
  return plenum_edit_insert (edit, idea, error);
}
