/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote add, list, remove */
#include "plenum-cli-remote.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "plenum-address.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-keyring.h"

#define PASSWORD_VARIABLE "PLENUM_PASSWORD"
#define LONGEST_PASSWORD  1024 /* bytes */
#define FIRST_PAUSE       1000 /* ms */

static char *user;
static char *certificate;
static gboolean central;

const GOptionEntry plenum_cli_remote_add_options[] = {
  { "user", 0, 0, G_OPTION_ARG_FILENAME, &user, N_("The name that the platform knows one by"), N_("USER") },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &certificate, N_("A PEM file with the certificates that are trusted there, instead of the system’s"), N_("FILE") },
  { "central", 0, 0, G_OPTION_ARG_NONE, &central, N_("This is the platform’s own computer: it receives what workshops send, and sends what comes back to them"), NULL },
  G_OPTION_ENTRY_NULL
};

/**
 * plenum_cli_open_remotes:
 *
 * Returns: (transfer full) (nullable): the remotes of the library, to be changed
 */
PlenumRemotes *
plenum_cli_open_remotes (PlenumCli *cli, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);

  return store != NULL ? plenum_remotes_open (plenum_store_get_path (store), error) : NULL;
}

/* A line of standard input; where a person types it, it is not seen. */
static char *
ask_password (const char *name, const char *address, GError **error)
{
  char line[LONGEST_PASSWORD + 2];
  struct termios before, silent;
  gboolean typed = isatty (STDIN_FILENO) && tcgetattr (STDIN_FILENO, &before) == 0;
  gboolean got;

  if (typed)
    {
      /* Translators: a user and an address; the password is typed behind it */
      fprintf (stderr, _("Password of %s at %s: "), name, address);
      silent = before;
      silent.c_lflag &= ~ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
    }
  got = fgets (line, sizeof line, stdin) != NULL;
  if (typed)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
      fputc ('\n', stderr);
    }
  if (got)
    line[strcspn (line, "\r\n")] = '\0';

  if (!got || *line == '\0')
    {
      g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
                   /* Translators: a user and an address, then the name of a variable */
                   _("There is no password of %s at %s. Set the variable %s, or write it to standard input."), name, address,
                   PASSWORD_VARIABLE);
      return NULL;
    }

  return g_strdup (line);
}

static char *
find_password (PlenumCli *cli, PlenumRemote *remote, GError **error)
{
  const char *given = g_getenv (PASSWORD_VARIABLE);
  char *password = NULL;

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  /* Without a keyring it is asked for. */
  plenum_keyring_lookup (remote->address, remote->user, &password, cli->cancellable, NULL);

  return password != NULL ? password : ask_password (remote->user, remote->address, error);
}

/**
 * plenum_cli_connect:
 *
 * Returns: (transfer full) (nullable): the way to a platform
 */
PlenumDav *
plenum_cli_connect (PlenumCli *cli, PlenumRemote *remote, const PlenumCliPatience *patience, GError **error)
{
  g_autofree char *password = NULL;
  PlenumDav *dav;

  if (patience->retries < 0 || patience->retries > 100 || patience->timeout < 1 || patience->timeout > 24 * 60 * 60)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("--retries is a number from 0 to 100, and --timeout one of seconds from 1 to 86400"));
      return NULL;
    }
  if (remote->user != NULL && (password = find_password (cli, remote, error)) == NULL)
    return NULL;

  dav = plenum_dav_new (remote->address, remote->user, password, remote->certificate, error);
  if (dav != NULL)
    plenum_dav_set_patience (dav, patience->retries, FIRST_PAUSE, patience->timeout * 1000);

  return dav;
}

static void
add_json (JsonBuilder *builder, PlenumRemotes *remotes, PlenumRemote *remote)
{
  g_autoptr (GPtrArray) waiting = plenum_remotes_list_waiting (remotes, remote->name);

  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "name", remote->name);
  plenum_cli_json_text (builder, "address", remote->address);
  plenum_cli_json_text (builder, "user", remote->user);
  plenum_cli_json_text (builder, "certificate", remote->certificate);
  json_builder_set_member_name (builder, "central");
  json_builder_add_boolean_value (builder, remote->central);
  json_builder_set_member_name (builder, "waiting");
  json_builder_begin_array (builder);
  for (guint i = 0; i < waiting->len; i++)
    {
      PlenumWaiting *one = waiting->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "workshop", one->workshop);
      plenum_cli_json_text (builder, "privacy", one->privacy);
      plenum_cli_json_text (builder, "problem", one->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Where there is no keyring, the remote is of use all the same. */
static gboolean
keep_password (PlenumCli *cli, PlenumRemote *remote, GError **error)
{
  const char *given = g_getenv (PASSWORD_VARIABLE);
  g_autofree char *password = NULL;
  g_autoptr (GError) problem = NULL;

  if (remote->user == NULL || (given != NULL && *given != '\0'))
    return TRUE;

  password = ask_password (remote->user, remote->address, error);
  if (password == NULL)
    return FALSE;
  if (!plenum_keyring_store (remote->address, remote->user, password, cli->cancellable, &problem))
    {
      plenum_cli_warn (problem->message);
      plenum_cli_warn (_("The password was not kept. It is asked for each time, or taken from the variable PLENUM_PASSWORD."));
    }

  return TRUE;
}

gboolean
plenum_cli_remote_add (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *address = plenum_address_check (arguments[1], error);
  g_autofree char *full = certificate != NULL ? g_canonicalize_filename (certificate, NULL) : NULL;
  PlenumRemote remote = { arguments[0], address, user, full, central };
  /* That says now whether the certificates can be read, not when something is to be sent. */
  g_autoptr (PlenumDav) dav = address != NULL ? plenum_dav_new (address, NULL, NULL, full, error) : NULL;
  g_autoptr (PlenumRemotes) remotes = dav != NULL ? plenum_cli_open_remotes (cli, error) : NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (remotes == NULL || !plenum_remotes_add (remotes, &remote, error)
      || !keep_password (cli, &remote, error) || !plenum_remotes_save (remotes, error))
    return FALSE;

  if (cli->json)
    {
      builder = json_builder_new ();
      add_json (builder, remotes, &remote);
      plenum_cli_json_print (builder);
    }
  else
    {
      /* Translators: a name, then an address */
      plenum_cli_say (cli, _("“%s” is %s"), remote.name, remote.address);
    }

  return TRUE;
}

static void
print_list (PlenumCli *cli, PlenumRemotes *remotes)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();
  GPtrArray *list = plenum_remotes_list (remotes);

  if (list->len == 0)
    {
      plenum_cli_say (cli, "%s", _("There are no central platforms. “plenum-cli remote add” adds one."));
      return;
    }

  plenum_cli_table_add (table, _("Name"), _("Address"), _("User"), _("Waiting"), NULL);
  for (guint i = 0; i < list->len; i++)
    {
      PlenumRemote *remote = list->pdata[i];
      g_autoptr (GPtrArray) waiting = plenum_remotes_list_waiting (remotes, remote->name);
      g_autofree char *n = g_strdup_printf ("%u", waiting->len);

      plenum_cli_table_add (table, remote->name, remote->address, remote->user != NULL ? remote->user : "", n, NULL);
    }
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_remote_list (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autoptr (PlenumRemotes) remotes = store != NULL ? plenum_remotes_read (plenum_store_get_path (store), error) : NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (remotes == NULL)
    return FALSE;

  if (!cli->json)
    {
      print_list (cli, remotes);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_remotes_list (remotes)->len; i++)
    add_json (builder, remotes, plenum_remotes_list (remotes)->pdata[i]);
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}

/* Two names for one place have one password. */
static gboolean
is_only_one (PlenumRemotes *remotes, PlenumRemote *remote)
{
  GPtrArray *list = plenum_remotes_list (remotes);

  for (guint i = 0; i < list->len; i++)
    {
      PlenumRemote *other = list->pdata[i];

      if (other != remote && g_str_equal (other->address, remote->address) && g_strcmp0 (other->user, remote->user) == 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
plenum_cli_remote_remove (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumRemotes) remotes = plenum_cli_open_remotes (cli, error);
  PlenumRemote *remote = remotes != NULL ? plenum_remotes_find (remotes, arguments[0], error) : NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (remote == NULL)
    return FALSE;

  /* Where there is no keyring, there is no password in it. */
  if (remote->user != NULL && is_only_one (remotes, remote))
    plenum_keyring_clear (remote->address, remote->user, cli->cancellable, NULL);
  if (!plenum_remotes_remove (remotes, arguments[0], error) || !plenum_remotes_save (remotes, error))
    return FALSE;

  if (cli->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "removed", arguments[0]);
      json_builder_end_object (builder);
      plenum_cli_json_print (builder);
    }
  else
    {
      plenum_cli_say (cli, _("“%s” was removed"), arguments[0]);
    }

  return TRUE;
}
