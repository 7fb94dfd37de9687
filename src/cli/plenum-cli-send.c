/* SPDX-License-Identifier: GPL-3.0-or-later */
/* send */
#include "plenum-send.h"

#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-cli-remote.h"

static char *privacy;
static PlenumCliPatience patience = PLENUM_CLI_PATIENCE;

const GOptionEntry plenum_cli_send_options[] = {
  { "privacy", 0, 0, G_OPTION_ARG_FILENAME, &privacy, N_("How people appear in it: full, pseudonymous or anonymous; pseudonymous unless given"), N_("HOW") },
  { "retries", 0, 0, G_OPTION_ARG_INT, &patience.retries, N_("How often to try again what may pass; 4 unless given"), N_("N") },
  { "timeout", 0, 0, G_OPTION_ARG_INT, &patience.timeout, N_("Give up when nothing moves for so many seconds; 60 unless given"), N_("N") },
  G_OPTION_ENTRY_NULL
};

/* A #PlenumSendFunc. */
static PlenumExportResult *
write_workshop (const char *workshop, PlenumPrivacy how, const char *file, gpointer data, GCancellable *cancellable, GError **error)
{
  PlenumCli *cli = data;
  const char * const ids[] = { workshop, NULL };
  const PlenumExportOptions options = { .privacy = how, .sign = TRUE };
  g_autoptr (GError) problem = NULL;
  PlenumExportResult *result = plenum_bundle_export (cli->store, ids, file, &options, cancellable, &problem);

  if (result == NULL && !g_error_matches (problem, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&problem));

  return result;
}

static gboolean
queue (PlenumCli *cli, PlenumRemotes *remotes, const char *remote, char **names, GError **error)
{
  PlenumPrivacy how = PLENUM_PRIVACY_PSEUDONYMOUS;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (privacy != NULL && !plenum_privacy_from_name (privacy, &how))
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, _("--privacy is full, pseudonymous or anonymous"));
      return FALSE;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id = plenum_cli_get_workshop (cli, names[i], error);

      if (id == NULL)
        return FALSE;
      g_ptr_array_add (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    plenum_remotes_queue (remotes, remote, ids->pdata[i], plenum_privacy_get_name (how));

  return TRUE;
}

static void
print_json (PlenumSendResult *result, guint waiting)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sent");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->sent->len; i++)
    {
      PlenumSent *sent = result->sent->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "workshop", sent->workshop);
      plenum_cli_json_text (builder, "path", sent->path);
      plenum_cli_json_text (builder, "digest", sent->digest);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "received");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
  plenum_cli_json_integer (builder, "unchanged", result->unchanged);
  plenum_cli_json_integer (builder, "waiting", waiting);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

static void
print (PlenumCli *cli, PlenumSendResult *result)
{
  guint sent = result->sent->len;

  for (guint i = 0; i < sent; i++)
    plenum_cli_say (cli, "%s", ((PlenumSent *) result->sent->pdata[i])->path);
  plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u workshop was sent", "%u workshops were sent", sent), sent);
  if (result->unchanged > 0)
    plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u workshop has not changed since it was sent",
                                      "%u workshops have not changed since they were sent", result->unchanged), result->unchanged);
  if (result->gone > 0)
    plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u workshop that waited has been deleted meanwhile",
                                      "%u workshops that waited have been deleted meanwhile", result->gone), result->gone);
}

/* The library is as it was, but what was asked for is not forgotten. */
static void
report_waiting (guint waiting, const char *remote)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%u workshop waits. “plenum-cli send %s” sends it.",
                                                        "%u workshops wait. “plenum-cli send %s” sends them.", waiting),
                                           waiting, remote);

  plenum_cli_warn (text);
}

gboolean
plenum_cli_send (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumRemotes) remotes = plenum_cli_open_remotes (cli, error);
  PlenumRemote *remote = remotes != NULL ? plenum_remotes_find (remotes, arguments[0], error) : NULL;
  PlenumSendOptions options = { write_workshop, cli, plenum_cli_show_progress, cli };
  g_autoptr (PlenumSendResult) result = NULL;
  g_autoptr (PlenumDav) dav = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GError) problem = NULL;

  if (remote == NULL || !queue (cli, remotes, remote->name, arguments + 1, error)
      || (dav = plenum_cli_connect (cli, remote, &patience, error)) == NULL)
    return FALSE;

  plenum_cli_watch_interrupt (cli);
  plenum_send (dav, remotes, remote, &options, &result, cli->cancellable, &problem);
  plenum_cli_end_progress (cli);

  waiting = plenum_remotes_list_waiting (remotes, remote->name);
  if (cli->json)
    print_json (result, waiting->len);
  else if (problem == NULL || result->sent->len > 0)
    print (cli, result);
  if (problem == NULL)
    return TRUE;

  if (waiting->len > 0)
    report_waiting (waiting->len, remote->name);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, _("Sending was cancelled"));
  else
    g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}
