/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import-result.h"

#include <string.h>

static void
clear_count (gpointer data)
{
  g_free (((PlenumImportCount *) data)->type);
}

static void
free_loss (gpointer data)
{
  PlenumImportLoss *loss = data;

  g_free (loss->column);
  g_free (loss->why);
  g_free (loss);
}

PlenumImportResult *
plenum_import_result_new (const char * const *files, const char *format)
{
  PlenumImportResult *self = g_new0 (PlenumImportResult, 1);

  self->files = g_strdupv ((GStrv) files);
  self->format = g_strdup (format);
  self->workshops = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_array_new (FALSE, TRUE, sizeof (PlenumImportCount));
  g_array_set_clear_func (self->counts, clear_count);
  self->lost = g_ptr_array_new_with_free_func (free_loss);

  return self;
}

void
plenum_import_result_free (PlenumImportResult *self)
{
  g_strfreev (self->files);
  g_free (self->format);
  g_ptr_array_unref (self->workshops);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->lost);
  g_free (self);
}

/**
 * plenum_import_result_count:
 * @type: the type of a record
 * @outcome: what the import did to it
 */
void
plenum_import_result_count (PlenumImportResult *self, const char *type, PlenumImportOutcome outcome)
{
  PlenumImportCount *count = NULL;

  /* The type that comes again is nearly always the last. */
  for (guint i = self->counts->len; i > 0 && count == NULL; i--)
    if (strcmp (g_array_index (self->counts, PlenumImportCount, i - 1).type, type) == 0)
      count = &g_array_index (self->counts, PlenumImportCount, i - 1);

  if (count == NULL)
    {
      g_array_set_size (self->counts, self->counts->len + 1);
      count = &g_array_index (self->counts, PlenumImportCount, self->counts->len - 1);
      count->type = g_strdup (type);
    }

  if (outcome == PLENUM_IMPORT_ADDED)
    count->added++;
  else if (outcome == PLENUM_IMPORT_CHANGED)
    count->changed++;
  else
    count->unchanged++;
}

void
plenum_import_result_add_workshop (PlenumImportResult *self, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (self->workshops, id, g_str_equal, NULL))
    g_ptr_array_add (self->workshops, g_strdup (id));
}

/**
 * plenum_import_result_lose:
 * @column: what was not taken, as the file calls it
 * @why: a sentence in the user's language
 */
void
plenum_import_result_lose (PlenumImportResult *self, const char *column, const char *why)
{
  PlenumImportLoss *loss = g_new0 (PlenumImportLoss, 1);

  loss->column = g_strdup (column);
  loss->why = g_strdup (why);
  g_ptr_array_add (self->lost, loss);
}

/**
 * plenum_import_result_get:
 * @type: (nullable): the type of records, or %NULL for all
 *
 * Returns: how many had that outcome
 */
guint
plenum_import_result_get (PlenumImportResult *self, const char *type, PlenumImportOutcome outcome)
{
  guint sum = 0;

  for (guint i = 0; i < self->counts->len; i++)
    {
      PlenumImportCount *count = &g_array_index (self->counts, PlenumImportCount, i);

      if (type == NULL || strcmp (count->type, type) == 0)
        sum += outcome == PLENUM_IMPORT_ADDED ? count->added
               : outcome == PLENUM_IMPORT_CHANGED ? count->changed : count->unchanged;
    }

  return sum;
}
