/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cells from a spreadsheet's clipboard change. */
#include "plenum-participant-paste.h"

#include <string.h>

#include "plenum-cells.h"

/* A first row made of nothing but known titles names the columns. */
static GArray *
read_header (GStrv cells)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlenumColumnId));
  gboolean has_name = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      PlenumColumnId column;

      if (!plenum_column_find (cells[i], &column))
        return NULL;
      has_name |= column == PLENUM_COLUMN_NAME;
      g_array_append_val (found, column);
    }

  return has_name && found->len > 1 ? g_steal_pointer (&found) : NULL;
}

static gboolean
is_blank (GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (strspn (cells[i], " \t\r\n") != strlen (cells[i]))
      return FALSE;

  return TRUE;
}

static gboolean
fill (PlenumRecord *record, GStrv cells, const PlenumColumnId *columns, guint n_columns)
{
  gboolean changed = FALSE;

  for (guint i = 0; cells[i] != NULL && i < n_columns; i++)
    changed |= plenum_column_set_text (columns[i], record, cells[i]);

  return changed;
}

static void
fill_copy (PlenumPaste *self, PlenumRecord *record, GStrv cells, const PlenumColumnId *columns, guint n_columns)
{
  g_autoptr (PlenumRecord) copy = plenum_record_copy (record, plenum_record_get_id (record));

  if (fill (copy, cells, columns, n_columns))
    g_ptr_array_add (self->changed, g_steal_pointer (&copy));
}

static PlenumPaste *
new_paste (void)
{
  PlenumPaste *self = g_new0 (PlenumPaste, 1);

  self->changed = g_ptr_array_new_with_free_func (g_object_unref);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static PlenumRecord *
new_participant (const char *workshop)
{
  PlenumRecord *record = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (record, PLENUM_PARTICIPANT_WORKSHOP, workshop);
  plenum_record_set_integer (record, PLENUM_PARTICIPANT_PRESENT, FALSE);

  return record;
}

/**
 * plenum_paste_new:
 * @rows: (element-type PlenumRecord): the rows as they stand in the table
 * @row: where to begin; behind the last row to add
 * @columns: (array length=n_columns): the columns from the one where to begin
 * @n_columns: how many
 * @workshop: where new rows belong to
 * @text: from the clipboard
 *
 * Cells go into the cells that are there; what reaches beyond the last row makes
 * new ones, what reaches beyond the last column is left out. Where the first row
 * names its columns, everything is added, by those names.
 *
 * Returns: (transfer full): what would change
 */
PlenumPaste *
plenum_paste_new (GListModel           *rows,
                  guint                 row,
                  const PlenumColumnId *columns,
                  guint                 n_columns,
                  const char           *workshop,
                  const char           *text)
{
  g_autoptr (GPtrArray) table = plenum_cells_split (text);
  g_autoptr (GArray) header = table->len > 0 ? read_header (g_ptr_array_index (table, 0)) : NULL;
  PlenumPaste *self = new_paste ();

  for (guint i = header != NULL ? 1 : 0; i < table->len; i++)
    {
      GStrv cells = g_ptr_array_index (table, i);
      g_autoptr (PlenumRecord) old = header != NULL ? NULL : g_list_model_get_item (rows, row + i);

      if (old != NULL)
        fill_copy (self, old, cells, columns, n_columns);
      else if (!is_blank (cells))
        {
          g_autoptr (PlenumRecord) added = new_participant (workshop);

          fill (added, cells, header != NULL ? (PlenumColumnId *) header->data : columns,
                header != NULL ? header->len : n_columns);
          g_ptr_array_add (self->added, g_steal_pointer (&added));
        }
    }

  return self;
}

/**
 * plenum_paste_new_fill:
 * @records: (element-type PlenumRecord): the rows that are selected
 * @columns: (array length=n_columns): the columns from the one where to begin
 * @n_columns: how many
 * @text: from the clipboard
 *
 * As in a spreadsheet, one row of cells goes into each of the selected rows.
 *
 * Returns: (transfer full) (nullable): what would change, or %NULL if @text is not one row
 */
PlenumPaste *
plenum_paste_new_fill (GPtrArray *records, const PlenumColumnId *columns, guint n_columns, const char *text)
{
  g_autoptr (GPtrArray) table = plenum_cells_split (text);
  PlenumPaste *self;

  if (table->len != 1)
    return NULL;

  self = new_paste ();
  for (guint i = 0; i < records->len; i++)
    fill_copy (self, g_ptr_array_index (records, i), g_ptr_array_index (table, 0), columns, n_columns);

  return self;
}

void
plenum_paste_free (PlenumPaste *self)
{
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->added);
  g_free (self);
}

/**
 * plenum_participant_new_from_line:
 * @workshop: where they take part
 * @line: "Name", or "Name; Organisation; Sector"
 *
 * Returns: (transfer full) (nullable): a new participant, or %NULL if @line is blank
 */
PlenumRecord *
plenum_participant_new_from_line (const char *workshop, const char *line)
{
  static const PlenumColumnId order[] = {
    PLENUM_COLUMN_NAME, PLENUM_COLUMN_ORGANISATION, PLENUM_COLUMN_SECTOR, PLENUM_COLUMN_ROLE
  };
  g_auto (GStrv) cells = g_strsplit (line, ";", G_N_ELEMENTS (order));
  g_autoptr (PlenumRecord) record = NULL;

  if (is_blank (cells))
    return NULL;

  record = new_participant (workshop);
  fill (record, cells, order, G_N_ELEMENTS (order));

  return g_steal_pointer (&record);
}

/* Quoted where a spreadsheet would otherwise see another cell. */
static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\t\n\r\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/**
 * plenum_paste_format:
 * @records: (element-type PlenumRecord): rows
 * @columns: (array length=n_columns): which of their cells
 * @n_columns: how many
 *
 * Returns: (transfer full): what a spreadsheet, and plenum_paste_new(), reads as those cells
 */
char *
plenum_paste_format (GPtrArray *records, const PlenumColumnId *columns, guint n_columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *cell = plenum_column_get_text (columns[j], g_ptr_array_index (records, i));

        append_cell (text, cell);
        g_string_append_c (text, j + 1 < n_columns ? '\t' : '\n');
      }

  return g_string_free (text, FALSE);
}
