/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receive */
#include "plenum-receive.h"

#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-import.h"
#include "plenum-cli-output.h"
#include "plenum-cli-remote.h"

#define LARGEST_FILE (1024 * 1024 * 1024) /* bytes; a bundle of 100,000 cards has 20 MB when it is packed */

static PlenumCliPatience patience = PLENUM_CLI_PATIENCE;

const GOptionEntry plenum_cli_receive_options[] = {
  { "retries", 0, 0, G_OPTION_ARG_INT, &patience.retries, N_("How often to try again what may pass; 4 unless given"), N_("N") },
  { "timeout", 0, 0, G_OPTION_ARG_INT, &patience.timeout, N_("Give up when nothing moves for so many seconds; 60 unless given"), N_("N") },
  G_OPTION_ENTRY_NULL
};

typedef struct
{
  PlenumCli *cli;
  GPtrArray *places;  /* char * */
  GPtrArray *imports; /* PlenumImport, each with one result */
} Taken;

/* A #PlenumReceiveFunc. */
static gboolean
take (const char *file, const char *place, gpointer data, GCancellable *cancellable, GError **error)
{
  Taken *taken = data;
  const char * const files[] = { file, NULL };
  g_autoptr (PlenumImport) import = plenum_import_open (files, PLENUM_IMPORT_BUNDLE, cancellable, error);

  if (import == NULL || !plenum_import_perform (import, taken->cli->store, cancellable, error))
    return FALSE;

  g_ptr_array_add (taken->places, g_strdup (place));
  g_ptr_array_add (taken->imports, g_steal_pointer (&import));

  return TRUE;
}

static PlenumImportResult *
get_result (Taken *taken, guint index)
{
  return plenum_import_get_results (taken->imports->pdata[index])->pdata[0];
}

static GPtrArray *
list_workshops (PlenumCli *cli, GError **error)
{
  g_autoptr (GPtrArray) records = plenum_store_list (cli->store, PLENUM_WORKSHOP, -1, NULL, error);
  GPtrArray *ids;

  if (records == NULL)
    return NULL;

  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (plenum_record_get_id (records->pdata[i])));
  g_ptr_array_add (ids, NULL);

  return ids;
}

static void
print_json (Taken *taken, PlenumReceiveResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sent");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "received");
  json_builder_begin_array (builder);
  for (guint i = 0; i < taken->imports->len; i++)
    {
      json_builder_begin_object (builder);
      plenum_cli_json_import (builder, get_result (taken, i), taken->places->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_integer (builder, "unchanged", result->unchanged);
  plenum_cli_json_strings (builder, "problems", result->problems);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

static void
print (PlenumCli *cli, Taken *taken, PlenumReceiveResult *result)
{
  guint received = taken->imports->len;

  for (guint i = 0; i < received; i++)
    plenum_cli_print_import (cli, get_result (taken, i), taken->places->pdata[i]);
  plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u file was received", "%u files were received", received), received);
  if (result->unchanged > 0)
    plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u file was received before", "%u files were received before",
                                      result->unchanged), result->unchanged);
}

static gboolean
conclude (PlenumReceiveResult *result, GError *problem, GError **error)
{
  guint n = result->problems->len;

  for (guint i = 0; i < n; i++)
    plenum_cli_warn (result->problems->pdata[i]);

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
                         _("Receiving was cancelled. What had come before stays."));
  else if (problem != NULL)
    g_propagate_error (error, g_error_copy (problem));
  else if (n > 0)
    g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
                 g_dngettext (GETTEXT_PACKAGE, "%u file could not be taken over", "%u files could not be taken over", n), n);

  return problem == NULL && n == 0;
}

gboolean
plenum_cli_receive (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumRemotes) remotes = plenum_cli_open_remotes (cli, error);
  PlenumRemote *remote = remotes != NULL ? plenum_remotes_find (remotes, arguments[0], error) : NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);
  Taken taken = { cli, places, imports };
  PlenumReceiveOptions options = { NULL, LARGEST_FILE, take, &taken, plenum_cli_show_progress, cli };
  g_autoptr (PlenumReceiveResult) result = NULL;
  g_autoptr (GPtrArray) workshops = NULL;
  g_autoptr (PlenumDav) dav = NULL;
  g_autoptr (GError) problem = NULL;

  if (remote == NULL || (!remote->central && (workshops = list_workshops (cli, error)) == NULL)
      || (dav = plenum_cli_connect (cli, remote, &patience, error)) == NULL)
    return FALSE;

  options.workshops = workshops != NULL ? (const char * const *) workshops->pdata : NULL;
  plenum_cli_watch_interrupt (cli);
  plenum_receive (dav, remotes, remote, &options, &result, cli->cancellable, &problem);
  plenum_cli_end_progress (cli);

  if (cli->json)
    print_json (&taken, result);
  else if (problem == NULL || taken.imports->len > 0)
    print (cli, &taken, result);

  return conclude (result, problem, error);
}
