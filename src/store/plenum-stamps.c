/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each field of one row got its value. Most fields were set when the row
 * was made, so that stamp is kept once and the others by name. */
#include "plenum-stamps.h"

#include <string.h>

struct _PlenumStamps
{
  char  *base;
  GTree *own; /* field name → stamp */
};

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (a, b);
}

/**
 * plenum_stamps_new:
 * @base: the stamp of every field that has a value and no stamp of its own
 * @fields: (nullable): the others, as plenum_stamps_to_text() gives them
 *
 * Returns: (transfer full): the stamps
 */
PlenumStamps *
plenum_stamps_new (const char *base, const char *fields)
{
  PlenumStamps *self = g_new0 (PlenumStamps, 1);
  g_auto (GStrv) parts = g_strsplit (fields != NULL ? fields : "", ";", -1);

  self->base = g_strdup (base);
  self->own = g_tree_new_full (compare, NULL, g_free, g_free);
  for (char **part = parts; *part != NULL; part++)
    {
      char *sign = strrchr (*part, '=');

      if (sign != NULL)
        g_tree_insert (self->own, g_strndup (*part, sign - *part), g_strdup (sign + 1));
    }

  return self;
}

void
plenum_stamps_free (PlenumStamps *self)
{
  g_free (self->base);
  g_tree_unref (self->own);
  g_free (self);
}

const char *
plenum_stamps_get_base (PlenumStamps *self)
{
  return self->base;
}

/**
 * plenum_stamps_get:
 * @field: its name
 * @is_null: whether the field has no value
 *
 * Returns: (transfer none) (nullable): when it got its value or lost it; %NULL
 *   if it never had one
 */
const char *
plenum_stamps_get (PlenumStamps *self, const char *field, gboolean is_null)
{
  const char *own = g_tree_lookup (self->own, field);

  if (own != NULL)
    return own;

  return is_null ? NULL : self->base;
}

gboolean
plenum_stamps_has_own (PlenumStamps *self, const char *field)
{
  return g_tree_lookup (self->own, field) != NULL;
}

void
plenum_stamps_set (PlenumStamps *self, const char *field, const char *stamp)
{
  g_tree_insert (self->own, g_strdup (field), g_strdup (stamp));
}

/**
 * plenum_stamps_unset:
 *
 * Forgets the stamp that @field has of its own.
 */
void
plenum_stamps_unset (PlenumStamps *self, const char *field)
{
  g_tree_remove (self->own, field);
}

static gboolean
collect_name (gpointer name, gpointer stamp, gpointer names)
{
  g_ptr_array_add (names, g_strdup (name));
  return FALSE;
}

/**
 * plenum_stamps_list_own:
 *
 * Returns: (transfer full) (element-type utf8): fields with a stamp of their own, sorted
 */
GPtrArray *
plenum_stamps_list_own (PlenumStamps *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_tree_foreach (self->own, collect_name, names);
  return names;
}

static gboolean
append_stamp (gpointer name, gpointer stamp, gpointer data)
{
  GString *text = data;

  if (text->len > 0)
    g_string_append_c (text, ';');
  g_string_append (text, name);
  g_string_append_c (text, '=');
  g_string_append (text, stamp);
  return FALSE;
}

/**
 * plenum_stamps_to_text:
 *
 * Returns: (transfer full): the stamps that fields have of their own
 */
char *
plenum_stamps_to_text (PlenumStamps *self)
{
  GString *text = g_string_new (NULL);

  g_tree_foreach (self->own, append_stamp, text);
  return g_string_free (text, FALSE);
}
