/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another program exported becomes a workshop, whichever program it was. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-foreign-reader.h"
#include "plenum-import-ideas.h"
#include "plenum-import-points.h"
#include "plenum-uuid.h"

typedef struct
{
  PlenumImportPart  parent;
  PlenumInput      *input;
  PlenumForeign    *foreign;
} ForeignPart;

static PlenumRecord *
make_workshop (ForeignPart *self)
{
  g_autofree char *id = plenum_uuid_from_name (self->foreign->format, self->foreign->key);
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, id);

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, self->parent.preview.title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_SYSTEM, self->foreign->format);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_SOURCE_URL, self->foreign->url);

  return workshop;
}

/* A board on which every idea names its column needs no other. */
static const char *
get_area_title (ForeignPart *self)
{
  for (guint i = 0; i < self->foreign->ideas->len; i++)
    if (g_array_index (self->foreign->ideas, PlenumForeignIdea, i).area == NULL)
      return _("Submissions");

  return NULL;
}

static gboolean
put_ideas (ForeignPart *self, PlenumImportIdeas *ideas, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < self->foreign->ideas->len; i++)
    {
      char *id = NULL;

      if (!plenum_import_ideas_put (ideas, &g_array_index (self->foreign->ideas, PlenumForeignIdea, i), &id, error))
        return FALSE;
      g_ptr_array_add (ids, id);
      if (i % 64 == 0 && !plenum_import_run_step (ideas->run, (double) i / self->foreign->ideas->len, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_comments (ForeignPart *self, PlenumImportIdeas *ideas, GPtrArray *ids, GError **error)
{
  for (guint i = 0; i < self->foreign->comments->len; i++)
    {
      PlenumForeignComment *comment = &g_array_index (self->foreign->comments, PlenumForeignComment, i);

      if (ids->pdata[comment->idea] != NULL
          && !plenum_import_ideas_comment (ideas, ids->pdata[comment->idea], comment, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foreign_run (PlenumImportPart *part, PlenumImportRun *run, GError **error)
{
  ForeignPart *self = (ForeignPart *) part;
  g_auto (PlenumImportIdeas) ideas = { NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlenumRecord) workshop = make_workshop (self);

  plenum_import_ideas_init (&ideas, run, self->foreign->format);
  if (!plenum_import_place_find (&ideas.place, run, workshop, get_area_title (self), error)
      || !put_ideas (self, &ideas, ids, error)
      || !put_comments (self, &ideas, ids, error))
    return FALSE;
  for (guint i = 0; i < self->foreign->polls->len; i++)
    if (!plenum_import_points_put (&ideas, self->foreign, i, ids, part->preview.title, error))
      return FALSE;

  for (guint i = 0; i < part->preview.lost->len; i++)
    {
      PlenumImportLoss *loss = part->preview.lost->pdata[i];

      plenum_import_result_lose (run->result, loss->column, loss->why);
    }

  return TRUE;
}

static void
foreign_free (PlenumImportPart *part)
{
  ForeignPart *self = (ForeignPart *) part;

  g_clear_pointer (&self->foreign, plenum_foreign_free);
  plenum_input_free (self->input);
  g_free (self);
}

static const PlenumImportPartClass foreign_class = { foreign_run, foreign_free };

static guint
count_authors (PlenumForeign *foreign)
{
  g_autoptr (GHashTable) authors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < foreign->ideas->len; i++)
    if (g_array_index (foreign->ideas, PlenumForeignIdea, i).author != NULL)
      g_hash_table_add (authors, (char *) g_array_index (foreign->ideas, PlenumForeignIdea, i).author);
  for (guint i = 0; i < foreign->comments->len; i++)
    if (g_array_index (foreign->comments, PlenumForeignComment, i).author != NULL)
      g_hash_table_add (authors, (char *) g_array_index (foreign->comments, PlenumForeignComment, i).author);

  return g_hash_table_size (authors);
}

static void
describe_polls (ForeignPart *self)
{
  guint polls = 0, options = 0;

  for (guint i = 0; i < self->foreign->polls->len; i++)
    {
      PlenumForeignPoll *poll = self->foreign->polls->pdata[i];

      polls += poll->options->len > 0;
      options += poll->options->len;
    }
  if (polls == 0)
    return;

  plenum_import_part_count (&self->parent, "poll", polls);
  plenum_import_part_count (&self->parent, "option", options);
  g_ptr_array_add (self->parent.preview.notes,
                   g_strdup (_("The file says how many points there were, not who gave them: they become a vote by show of hands.")));
}

static void
describe (ForeignPart *self)
{
  PlenumForeign *foreign = self->foreign;
  const char *name = plenum_input_get_name (self->input);
  guint authors = count_authors (foreign);

  self->parent.preview.title = foreign->title != NULL ? g_strdup (foreign->title)
                                                      : plenum_import_part_name (name, _("Imported contributions"));
  plenum_import_part_count (&self->parent, "workshop", 1);
  if (authors > 0)
    plenum_import_part_count (&self->parent, "participant", authors);
  plenum_import_part_count (&self->parent, "idea", foreign->ideas->len);
  if (foreign->comments->len > 0)
    plenum_import_part_count (&self->parent, "comment", foreign->comments->len);
  describe_polls (self);
  for (guint i = 0; i < foreign->lost->len; i++)
    plenum_import_part_lose (&self->parent, foreign->lost->pdata[i],
                             g_hash_table_lookup (foreign->lost_why, foreign->lost->pdata[i]));
}

/**
 * plenum_import_foreign_new:
 * @input: (transfer full): a file in a format of another program
 * @format: which one
 * @json: whether it is JSON, or else a table
 *
 * Returns: (transfer full) (nullable): a part that was read through
 */
PlenumImportPart *
plenum_import_foreign_new (PlenumInput *input, const char *format, gboolean json, GCancellable *cancellable, GError **error)
{
  ForeignPart *self = g_new0 (ForeignPart, 1);

  self->input = input;
  plenum_import_part_init (&self->parent, &foreign_class, format,
                           (const char * const []) { plenum_input_get_name (input), NULL });
  self->foreign = plenum_foreign_read (input, format, json, cancellable, error);
  if (self->foreign == NULL)
    {
      plenum_import_part_free (&self->parent);
      return NULL;
    }
  describe (self);

  return &self->parent;
}
