/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "plenum-application.h"
#include "plenum-keys.h"
#include "plenum-library-view.h"
#include "plenum-window.h"
#include "plenum-workshop-page.h"

static void
collect_accelerators (GtkWidget *widget, GPtrArray *found)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      char *accelerator;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      g_ptr_array_add (found, accelerator);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_accelerators (child, found);
}

static void
test_window_shows_table (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *window = plenum_keys_window ();
  const PlenumKey *table;
  guint length;

  table = plenum_keys_get_table (&length);
  collect_accelerators (window, found);
  for (guint i = 0; i < length; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (found, table[i].keys, g_str_equal, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static void
test_keys_are_keys (void)
{
  const PlenumKey *table;
  guint length;

  table = plenum_keys_get_table (&length);
  g_assert_cmpuint (length, >, 10);
  for (guint i = 0; i < length; i++)
    {
      g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          guint key;
          GdkModifierType modifiers;

          if (!gtk_accelerator_parse (keys[k], &key, &modifiers))
            g_error ("“%s” of %s is no key", keys[k], table[i].action);
        }
      if (table[i].target != NULL)
        {
          g_autoptr (GVariant) target = g_variant_parse (NULL, table[i].target, NULL, NULL, NULL);

          g_assert_nonnull (target);
        }
    }
}

static gboolean
class_has_action (GType type, const char *name)
{
  GtkWidgetClass *widget_class = g_type_class_ref (type);
  gboolean found = FALSE;
  const char *action, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; !found && gtk_widget_class_query_action (widget_class, i, &owner, &action, &parameter, &property); i++)
    found = g_str_equal (action, name);
  g_type_class_unref (widget_class);

  return found;
}

/* A row that names an action nobody offers is a key that does nothing. */
static void
test_frame_offers_actions (void)
{
  const PlenumKey *table;
  guint length;

  table = plenum_keys_get_table (&length);
  for (guint i = 0; i < length; i++)
    {
      const char *action = table[i].action;
      gboolean found = TRUE;

      if (g_str_has_prefix (action, "win."))
        found = class_has_action (PLENUM_TYPE_WINDOW, action);
      else if (g_str_has_prefix (action, "library."))
        found = class_has_action (PLENUM_TYPE_LIBRARY_VIEW, action);
      else if (g_str_has_prefix (action, "workshop."))
        found = class_has_action (PLENUM_TYPE_WORKSHOP_PAGE, action);
      if (!found)
        g_error ("Nobody offers %s", action);
    }
}

/* What a page of the workshop does on a key, the window must not do on it as well:
 * which of the two is meant would depend on where the focus is. */
static void
test_keys_mean_one_thing (void)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const PlenumKey *table;
  guint length;

  table = plenum_keys_get_table (&length);
  for (int inside = 0; inside < 2; inside++)
    for (guint i = 0; i < length; i++)
      {
        g_auto (GStrv) keys = g_strsplit (table[i].keys, " ", -1);
        gboolean outer = g_str_has_prefix (table[i].action, "win.") || g_str_has_prefix (table[i].action, "app.")
                         || g_str_has_prefix (table[i].action, "workshop.");

        if (g_str_has_prefix (table[i].action, "library.") || outer == inside)
          continue;
        for (guint k = 0; keys[k] != NULL; k++)
          if (g_hash_table_contains (owners, keys[k]))
            g_error ("%s is both %s and %s", keys[k], (char *) g_hash_table_lookup (owners, keys[k]), table[i].action);
          else if (outer)
            g_hash_table_insert (owners, g_strdup (keys[k]), (gpointer) table[i].action);
      }
}

static void
test_application_has_keys (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.plenum.Test", G_APPLICATION_NON_UNIQUE);
  g_auto (GStrv) help = NULL;
  g_auto (GStrv) undo = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  plenum_keys_apply (application);
  help = gtk_application_get_accels_for_action (application, "app.help");
  g_assert_cmpstr (help[0], ==, "F1");
  /* A text entry's own undo comes first, so this is no key of the application. */
  undo = gtk_application_get_accels_for_action (application, "win.undo");
  g_assert_null (undo[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_type_ensure (PLENUM_TYPE_APPLICATION);
  g_type_class_unref (g_type_class_ref (PLENUM_TYPE_APPLICATION));
  g_test_add_func ("/keys/window-shows-table", test_window_shows_table);
  g_test_add_func ("/keys/are-keys", test_keys_are_keys);
  g_test_add_func ("/keys/frame-offers-actions", test_frame_offers_actions);
  g_test_add_func ("/keys/application-has-keys", test_application_has_keys);
  g_test_add_func ("/keys/mean-one-thing", test_keys_mean_one_thing);

  return g_test_run ();
}
