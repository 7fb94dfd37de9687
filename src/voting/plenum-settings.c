/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a poll's settings say, as text by name. Whether a method knows them and
 * takes their values is asked with plenum_method_check_settings(). */
#include "plenum-settings.h"

#include <string.h>

struct _PlenumSettings
{
  GTree *values; /* by name, so that they are always listed in one order */
};

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return strcmp (a, b);
}

/**
 * plenum_settings_new:
 *
 * Returns: (transfer full): settings that are all left to their defaults
 */
PlenumSettings *
plenum_settings_new (void)
{
  PlenumSettings *self = g_new0 (PlenumSettings, 1);

  self->values = g_tree_new_full (compare_names, NULL, g_free, g_free);

  return self;
}

/**
 * plenum_settings_copy:
 *
 * Returns: (transfer full): settings that say the same
 */
PlenumSettings *
plenum_settings_copy (const PlenumSettings *self)
{
  PlenumSettings *copy = plenum_settings_new ();

  for (GTreeNode *node = g_tree_node_first (self->values); node != NULL; node = g_tree_node_next (node))
    plenum_settings_set (copy, g_tree_node_key (node), g_tree_node_value (node));

  return copy;
}

void
plenum_settings_free (PlenumSettings *self)
{
  g_tree_unref (self->values);
  g_free (self);
}

/**
 * plenum_settings_set:
 * @name: of the setting
 * @value: (nullable): its value, or %NULL to leave it to its default
 */
void
plenum_settings_set (PlenumSettings *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (value == NULL)
    g_tree_remove (self->values, name);
  else
    g_tree_replace (self->values, g_strdup (name), g_strdup (value));
}

void
plenum_settings_set_integer (PlenumSettings *self, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  plenum_settings_set (self, name, text);
}

/**
 * plenum_settings_get:
 *
 * Returns: (transfer none) (nullable): the value, or %NULL where nothing was said
 */
const char *
plenum_settings_get (const PlenumSettings *self, const char *name)
{
  return g_tree_lookup (self->values, name);
}

/**
 * plenum_settings_list:
 *
 * Returns: (transfer full): the names of what was said, sorted
 */
char **
plenum_settings_list (const PlenumSettings *self)
{
  GStrvBuilder *names = g_strv_builder_new ();
  char **list;

  for (GTreeNode *node = g_tree_node_first (self->values); node != NULL; node = g_tree_node_next (node))
    g_strv_builder_add (names, g_tree_node_key (node));
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);

  return list;
}
