/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: one library, which opens while the first window is drawn. */
#include "plenum-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "plenum-copies.h"
#include "plenum-key-sealer.h"
#include "plenum-keys.h"
#include "plenum-names.h"
#include "plenum-perform.h"
#include "plenum-preferences.h"
#include "plenum-ui-resources.h"
#include "plenum-window.h"

struct _PlenumApplication
{
  AdwApplication  parent_instance;

  char           *path;     /* of the library, if it was said */
  PlenumLibrary  *library;
  GSettings      *settings;
  GPtrArray      *copies;   /* of PlenumLibrary: old copies that are looked at */
};

G_DEFINE_FINAL_TYPE (PlenumApplication, plenum_application, ADW_TYPE_APPLICATION)

static char *
find_library (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "plenum", NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_build_filename (folder, "library.db", NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  plenum_library_open_finish (PLENUM_LIBRARY (source), result, &error);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PLENUM_IS_WINDOW (l->data) && plenum_window_get_library (l->data) == PLENUM_LIBRARY (source))
      plenum_window_library_opened (l->data, error);
}

static void
open_library (PlenumApplication *self, PlenumLibrary *library)
{
  plenum_library_open_async (library, opened_cb, g_object_ref (self));
}

static PlenumWindow *
get_main_window (PlenumApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (PLENUM_IS_WINDOW (l->data) && plenum_window_get_library (l->data) == self->library)
      return l->data;

  return NULL;
}

static void
plenum_application_activate (GApplication *application)
{
  PlenumApplication *self = PLENUM_APPLICATION (application);
  PlenumWindow *window = get_main_window (self);

  if (window == NULL)
    {
      window = plenum_window_new (self, self->library, 0);
      open_library (self, self->library);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
plenum_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlenumApplication *self = PLENUM_APPLICATION (application);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  plenum_application_activate (application);
  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  plenum_window_import (get_main_window (self), G_LIST_MODEL (list));
}

static int
plenum_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  PlenumApplication *self = PLENUM_APPLICATION (application);
  const char *path;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("plenum %s\n", PLENUM_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      /* Another library is another program: it must not end in the window of
       * the one that runs already. */
      self->path = g_file_get_path (file);
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlenumApplication *self = user_data;
  const char *developers[] = { _("The Plenum contributors"), NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", g_get_application_name (),
                         "application-icon", PLENUM_APPLICATION_ID,
                         "version", PLENUM_VERSION,
                         "comments", _("Plan, run, vote on and document participatory workshops, without a server."),
                         "developer-name", _("The Plenum contributors"),
                         "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
say (GtkWindow *window, const char *sentence)
{
  if (window != NULL)
    plenum_show_message (GTK_WIDGET (window), sentence);
  else
    g_message ("%s", sentence);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlenumApplication *self = user_data;

  plenum_preferences_show (self, gtk_application_get_active_window (GTK_APPLICATION (self)));
}

/* Without a help viewer there is still the page that the package brought. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  if (viewer != NULL)
    gtk_show_uri (window, "help:plenum", GDK_CURRENT_TIME);
  else
    say (window, _("To read the help, please install the help viewer “Yelp”."));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (user_data);
}

static void
follow_style_cb (PlenumApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (self->settings, "style")]);
}

static void
plenum_application_startup (GApplication *application)
{
  PlenumApplication *self = PLENUM_APPLICATION (application);
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "preferences", preferences_cb },
    { "help", help_cb },
    { "quit", quit_cb },
  };

  G_APPLICATION_CLASS (plenum_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  plenum_keys_apply (GTK_APPLICATION (self));
  plenum_names_watch ();

  self->settings = g_settings_new (PLENUM_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (follow_style_cb), self,
                           G_CONNECT_SWAPPED);
  follow_style_cb (self);

  if (self->path == NULL)
    self->path = find_library ();
  self->library = plenum_library_new (self->path);
  plenum_library_set_sealer (self->library, plenum_key_sealer_get ());
}

static void
plenum_application_shutdown (GApplication *application)
{
  PlenumApplication *self = PLENUM_APPLICATION (application);

  /* Windows first: they may still write what is being typed. */
  G_APPLICATION_CLASS (plenum_application_parent_class)->shutdown (application);

  plenum_library_close (self->library);
  for (guint i = 0; i < self->copies->len; i++)
    {
      g_autofree char *path = g_strdup (plenum_library_get_path (self->copies->pdata[i]));

      plenum_library_close (self->copies->pdata[i]);
      plenum_copies_put_away (path);
    }
  g_ptr_array_set_size (self->copies, 0);
}

static void
plenum_application_finalize (GObject *object)
{
  PlenumApplication *self = PLENUM_APPLICATION (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_ptr_array_unref (self->copies);
  g_free (self->path);

  G_OBJECT_CLASS (plenum_application_parent_class)->finalize (object);
}

static void
plenum_application_class_init (PlenumApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Naming them keeps the linker from leaving them out of the program. */
  g_resources_register (plenum_ui_get_resource ());

  G_OBJECT_CLASS (klass)->finalize = plenum_application_finalize;
  application_class->activate = plenum_application_activate;
  application_class->open = plenum_application_open;
  application_class->handle_local_options = plenum_application_handle_local_options;
  application_class->startup = plenum_application_startup;
  application_class->shutdown = plenum_application_shutdown;
}

static void
plenum_application_init (PlenumApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
      N_("Open this library instead of the usual one"), N_("FILE") },
    { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * plenum_application_new:
 *
 * Returns: (transfer full): the program
 */
PlenumApplication *
plenum_application_new (void)
{
  return g_object_new (PLENUM_TYPE_APPLICATION,
                       "application-id", PLENUM_APPLICATION_ID,
                       "resource-base-path", "/org/plenum/Plenum",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * plenum_application_get_library:
 *
 * Returns: (transfer none): the library of this computer, or the one that was said
 */
PlenumLibrary *
plenum_application_get_library (PlenumApplication *self)
{
  g_return_val_if_fail (PLENUM_IS_APPLICATION (self), NULL);

  return self->library;
}

/**
 * plenum_application_get_settings:
 *
 * Returns: (transfer none): what is remembered about the application itself
 */
GSettings *
plenum_application_get_settings (PlenumApplication *self)
{
  g_return_val_if_fail (PLENUM_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * plenum_application_open_copy:
 * @path: (type filename): an old copy of the library
 *
 * Shows @path in a window of its own, which changes nothing and from which
 * workshops can be brought back.
 */
void
plenum_application_open_copy (PlenumApplication *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  PlenumLibrary *library;
  PlenumWindow *window;

  g_return_if_fail (PLENUM_IS_APPLICATION (self));

  place = plenum_copies_lay_out (path, &error);
  if (place == NULL)
    {
      say (active, error->message);
      return;
    }

  library = plenum_library_new (place);
  plenum_library_set_read_only (library);
  g_ptr_array_add (self->copies, library);
  window = plenum_window_new (self, library, plenum_copies_get_time (path));
  open_library (self, library);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * plenum_application_show_main:
 *
 * Returns: (transfer none): the window of the library, in front
 */
GtkWindow *
plenum_application_show_main (PlenumApplication *self)
{
  g_return_val_if_fail (PLENUM_IS_APPLICATION (self), NULL);

  plenum_application_activate (G_APPLICATION (self));

  return GTK_WINDOW (get_main_window (self));
}
