/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells from a spreadsheet's clipboard: tabs between cells, line ends between
 * rows, quotes around a cell that holds either. */
#include "plenum-cells.h"

/* More than any room holds; a file of this size is imported, not pasted. */
#define MOST_ROWS 10000

static gboolean
ends_cell (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

/* Reads a cell in quotes, or gives NULL: a sentence may begin with a quotation. */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *at + 1;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] == '"')
        p++;
      else if (*p == '"')
        break;
      g_string_append_c (cell, *p);
    }

  if (*p == '"')
    p++;
  if (!ends_cell (*p))
    return NULL;

  *at = p;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

/* Reads one cell from *@at on and moves *@at behind it, onto a tab, a line end or the end. */
static char *
read_cell (const char **at)
{
  char *quoted = **at == '"' ? read_quoted (at) : NULL;
  const char *start = *at;

  if (quoted != NULL)
    return quoted;

  while (!ends_cell (**at))
    (*at)++;

  return g_strndup (start, *at - start);
}

/**
 * plenum_cells_split:
 * @text: from the clipboard
 *
 * Returns: (transfer full) (element-type GStrv): its rows, at most 10,000, without
 *   the empty one that a last line end makes
 */
GPtrArray *
plenum_cells_split (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *at = text;

  while (*at != '\0' && rows->len < MOST_ROWS)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      gboolean more = TRUE;

      while (more)
        {
          g_autofree char *cell = read_cell (&at);

          g_strv_builder_add (cells, cell);
          more = *at == '\t';
          if (more)
            at++;
        }

      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }

  return rows;
}
