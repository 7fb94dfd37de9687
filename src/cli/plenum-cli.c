/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plenum-cli: finds the command, reads its options, runs it, and says how it went. */
#include "plenum-cli.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plenum-cli-output.h"
#include "plenum-key-sealer.h"

#define MOST_WORDS 2 /* of a command's name */

G_DEFINE_QUARK (plenum-cli-error-quark, plenum_cli_error)

/* Opens the library on first use, for commands that need none run without. */
static char *
get_usual_library (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "plenum", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder, g_strerror (code));
      return NULL;
    }

  return g_build_filename (folder, "library.db", NULL);
}

/**
 * plenum_cli_open:
 *
 * Returns: (transfer none) (nullable): the library that was asked for
 */
PlenumStore *
plenum_cli_open (PlenumCli *cli, GError **error)
{
  g_autofree char *usual = NULL;

  if (cli->store != NULL)
    return cli->store;

  if (cli->library == NULL && (usual = get_usual_library (error)) == NULL)
    return NULL;
  cli->store = plenum_store_open (cli->library != NULL ? cli->library : usual, error);
  if (cli->store != NULL)
    plenum_store_set_sealer (cli->store, plenum_key_sealer_get ());

  return cli->store;
}

/**
 * plenum_cli_get_workshop:
 * @name: an id, its first characters, or the exact title
 *
 * Returns: (transfer full) (nullable): the id
 */
char *
plenum_cli_get_workshop (PlenumCli *cli, const char *name, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);

  return store != NULL ? plenum_store_resolve (store, PLENUM_WORKSHOP, name, error) : NULL;
}

/**
 * plenum_cli_perform:
 * @action: (transfer none): what to do
 */
gboolean
plenum_cli_perform (PlenumCli *cli, PlenumAction *action, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);

  return store != NULL && plenum_store_perform (store, action, error);
}

static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int got;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigwait (&signals, &got);
  g_cancellable_cancel (cancellable);

  /* Who asks twice does not want to wait; the library is safe against that, too. */
  sigwait (&signals, &got);
  _exit (EXIT_FAILURE);
}

/**
 * plenum_cli_watch_interrupt:
 *
 * For commands that may take long: from now on Ctrl+C cancels the work, so that
 * nothing half done is left behind.
 */
void
plenum_cli_watch_interrupt (PlenumCli *cli)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, g_object_ref (cli->cancellable)));
}

/**
 * plenum_cli_show_progress:
 * @done: 0 to 1
 *
 * A #PlenumProgressFunc.
 */
void
plenum_cli_show_progress (double done, gpointer data)
{
  PlenumCli *cli = data;

  if (!cli->quiet && isatty (STDERR_FILENO))
    fprintf (stderr, "\r%3d %%", (int) (done * 100));
}

void
plenum_cli_end_progress (PlenumCli *cli)
{
  if (!cli->quiet && isatty (STDERR_FILENO))
    fputs ("\r     \r", stderr);
}

static const PlenumCliCommand *
find_command (char **words, guint *n_words)
{
  for (guint n = MOST_WORDS; n >= 1; n--)
    for (const PlenumCliCommand *command = plenum_cli_commands; command->name != NULL; command++)
      {
        g_auto (GStrv) name = g_strsplit (command->name, " ", -1);
        gboolean equal = g_strv_length (name) == n;

        for (guint i = 0; equal && i < n; i++)
          equal = words[i] != NULL && g_str_equal (words[i], name[i]);
        if (equal)
          {
            *n_words = n;
            return command;
          }
      }

  return NULL;
}

static gboolean
is_group (const char *word)
{
  g_autofree char *start = g_strconcat (word, " ", NULL);

  for (const PlenumCliCommand *command = plenum_cli_commands; command->name != NULL; command++)
    if (g_str_has_prefix (command->name, start))
      return TRUE;

  return FALSE;
}

/* @group: which commands, or NULL for all */
static void
print_commands (const char *group)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();
  g_autofree char *start = group != NULL ? g_strconcat (group, " ", NULL) : NULL;
  PlenumCli plain = { NULL };

  plenum_cli_say (&plain, "%s", _("Usage:"));
  plenum_cli_say (&plain, "  plenum-cli [--library %s] [--json] [--quiet] %s", _("FILE"), _("COMMAND …"));
  plenum_cli_say (&plain, "%s", "");
  plenum_cli_say (&plain, "%s", _("Does to workshops what the application does, without a window."));
  plenum_cli_say (&plain, "%s", "");
  plenum_cli_say (&plain, "%s", _("Commands:"));
  for (const PlenumCliCommand *command = plenum_cli_commands; command->name != NULL; command++)
    if (start == NULL || g_str_has_prefix (command->name, start))
      plenum_cli_table_add (table, command->name, _(command->summary), NULL);
  plenum_cli_table_print (table, &plain);
  plenum_cli_say (&plain, "%s", "");
  plenum_cli_say (&plain, "%s", _("“plenum-cli COMMAND --help” explains a command."));
}

static void
add_common_options (GOptionContext *context, PlenumCli *cli)
{
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &cli->library, N_("The library to work on, instead of one’s own"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print one JSON document and nothing else"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &cli->quiet, N_("Print no confirmation and no progress"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static GOptionContext *
new_context (const char *parameters, PlenumCli *cli)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  add_common_options (context, cli);
  return context;
}

static void
fail_usage (GError **error, const char *format, const char *what)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "{name}", what, 0);
  g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, message->str);
}

static gboolean
check_arguments (const PlenumCliCommand *command, char **arguments, GError **error)
{
  guint n = g_strv_length (arguments);

  for (guint i = 0; i < n; i++)
    if (!g_utf8_validate (arguments[i], -1, NULL))
      {
        g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, _("Arguments must be UTF-8 text"));
        return FALSE;
      }

  if (n < command->least)
    fail_usage (error, _("{name}: something is missing. “plenum-cli {name} --help” says what it needs."), command->name);
  else if (n > command->most)
    fail_usage (error, _("{name}: too many arguments. “plenum-cli {name} --help” says what it takes."), command->name);

  return n >= command->least && n <= command->most;
}

/* Options of the command, which may stand between its arguments. */
static gboolean
run_command (PlenumCli *cli, const PlenumCliCommand *command, char **words, GError **error)
{
  g_autoptr (GOptionContext) context = new_context (command->arguments, cli);
  g_auto (GStrv) rest = g_strdupv (words);
  g_autofree char *program = g_strconcat ("plenum-cli ", command->name, NULL);

  g_option_context_set_summary (context, _(command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _(command->description));
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_set_prgname (program);

  return g_option_context_parse_strv (context, &rest, error)
         && check_arguments (command, rest + 1, error)
         && command->run (cli, rest + 1, error);
}

static gboolean
is_help (const char *word)
{
  return g_strcmp0 (word, "--help") == 0 || g_strcmp0 (word, "-h") == 0;
}

static gboolean
run_words (PlenumCli *cli, char **words, GError **error)
{
  const PlenumCliCommand *command;
  guint n_words = 0;

  if (words[0] == NULL)
    {
      fail_usage (error, _("Say what to do. “plenum-cli --help” lists the commands."), "");
      return FALSE;
    }

  command = find_command (words, &n_words);
  if (command != NULL)
    return run_command (cli, command, words + n_words - 1, error);

  if (is_group (words[0]) && is_help (words[1]))
    {
      print_commands (words[0]);
      return TRUE;
    }

  fail_usage (error, is_group (words[0])
                       ? _("“{name}” needs another word. “plenum-cli {name} --help” lists which.")
                       : _("There is no command “{name}”. “plenum-cli --help” lists the commands."), words[0]);
  return FALSE;
}

static gboolean
run (PlenumCli *cli, char **argv, GError **error)
{
  g_autoptr (GOptionContext) context = new_context (NULL, cli);
  g_auto (GStrv) words = g_strdupv (argv);
  gboolean version = FALSE;
  gboolean help = FALSE;
  const GOptionEntry entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  if (help)
    {
      print_commands (NULL);
      return TRUE;
    }
  if (version)
    {
      puts ("plenum-cli " PLENUM_VERSION);
      return TRUE;
    }

  return run_words (cli, words + 1, error);
}

static int
to_exit_status (GError *error)
{
  if (error == NULL)
    return 0;

  return error->domain == G_OPTION_ERROR || g_error_matches (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE) ? 2 : 1;
}

/**
 * plenum_cli_main:
 *
 * Runs one command.
 *
 * Returns: the exit status: 0 done, 1 not done, 2 called wrongly
 */
int
plenum_cli_main (int argc, char **argv)
{
  PlenumCli cli = { .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;
  int status;

  g_set_prgname ("plenum-cli");
  if (!run (&cli, argv, &error) && error == NULL)
    g_set_error_literal (&error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, _("It failed for a reason that is not known"));

  g_clear_pointer (&cli.store, plenum_store_close);
  if (error == NULL && (fflush (stdout) != 0 || ferror (stdout)))
    g_set_error (&error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
                 _("The output could not be written: %s"), g_strerror (errno));
  if (error != NULL)
    plenum_cli_warn (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                     ? _("It was cancelled, and nothing was changed") : error->message);

  status = to_exit_status (error);
  g_object_unref (cli.cancellable);
  g_free (cli.library);

  return status;
}
