/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample-conflict FILE: in the library of sample-board, two texts that somebody with
 * a copy wrote at the same time as somebody here. */
#include <string.h>

#include "fixture.h"

static const struct
{
  PlenumRecordType type;
  guint            field;
  const char      *start; /* of the text before */
  const char      *there;
  const char      *here;
} texts[] = {
  { PLENUM_IDEA, PLENUM_IDEA_TEXT, "Werkzeuge im Kiez",
    "Werkzeuge im Kiez teilen: eine Ausleihe am Bahnhof, die samstags offen ist",
    "Werkzeuge im Kiez teilen: eine Ausleihe, die auch sonntags und abends offen ist" },
  { PLENUM_AREA, PLENUM_AREA_TITLE, "Offene Fragen", "Was noch offen ist", "Fragen an die Stadt" },
};

static char *
find (PlenumStore *store, PlenumRecordType type, guint field, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = plenum_store_list (store, type, -1, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    if (g_str_has_prefix (plenum_record_get_text (records->pdata[i], field), start))
      return g_strdup (plenum_record_get_id (records->pdata[i]));

  g_error ("There is no “%s”", start);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumStore) here = NULL;
  g_autoptr (PlenumStore) there = NULL;
  g_autofree char *before = NULL, *after = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: sample-conflict FILE\n");
      return 2;
    }

  here = plenum_store_open (argv[1], &error);
  g_assert_no_error (error);
  there = fixture_new ();
  before = fixture_export (here, PLENUM_PRIVACY_FULL, NULL);
  g_object_unref (fixture_import (there, before));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = find (here, texts[i].type, texts[i].field, texts[i].start);

      gint64 then;

      fixture_set_text (there, texts[i].type, id, texts[i].field, texts[i].there);
      /* Within a millisecond it would be chance which of them is later. */
      then = g_get_real_time () / 1000;
      while (g_get_real_time () / 1000 <= then + 1)
        g_thread_yield ();
      fixture_set_text (here, texts[i].type, id, texts[i].field, texts[i].here);
    }
  after = fixture_export (there, PLENUM_PRIVACY_FULL, NULL);
  g_object_unref (fixture_import (here, after));
  fixture_clean_up ();

  return 0;
}
