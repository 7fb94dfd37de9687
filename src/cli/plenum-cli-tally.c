/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-cli-settings.h"
#include "plenum-cli-tally-file.h"
#include "plenum-cli-tally-json.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"

static char *method;
static char *seats;
static char **options;

const GOptionEntry plenum_cli_tally_options[] = {
  { "method", 0, 0, G_OPTION_ARG_FILENAME, &method, N_("Count the ballots of a file by this method, such as schulze, stv or equal-shares"), N_("METHOD") },
  { "seats", 0, 0, G_OPTION_ARG_FILENAME, &seats, N_("How many can win"), N_("NUMBER") },
  { "option", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options, N_("A setting of the method; may be repeated"), N_("NAME=VALUE") },
  G_OPTION_ENTRY_NULL
};

/* Whether it stands among others for fewer seats than they are, and nothing decides. */
static gboolean
is_undecided (PlenumTally *tally, guint option)
{
  for (guint i = 0; i < plenum_tally_get_n_ties (tally); i++)
    {
      const PlenumTie *tie = plenum_tally_get_tie (tally, i);

      for (guint m = 0; m < tie->n_options && tie->seats > 0 && !tie->broken; m++)
        if (tie->options[m] == option)
          return TRUE;
    }

  return FALSE;
}

static const char *
describe_outcome (PlenumTally *tally, guint option)
{
  /* Translators: of one of several options that are equal, and not all can win. */
  if (is_undecided (tally, option))
    return _("tied");

  return plenum_tally_is_winner (tally, option) ? _("wins") : "";
}

static void
print_result (PlenumCli *cli, PlenumTally *tally)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();
  g_autofree char *sentence = plenum_tally_sentence (tally);

  plenum_cli_table_add (table, C_("result", "Place"), _("Option"), _("Result"), "", NULL);
  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *members = plenum_tally_get_place (tally, i, &n);

      for (guint m = 0; m < n; m++)
        {
          g_autofree char *place = g_strdup_printf ("%u", plenum_tally_get_option_place (tally, members[m]));
          g_autofree char *score = plenum_tally_describe_score (tally, members[m]);

          plenum_cli_table_add (table, place, plenum_tally_get_option_text (tally, members[m]), score,
                                describe_outcome (tally, members[m]), NULL);
        }
    }
  plenum_cli_table_print (table, cli);
  plenum_cli_say (cli, "%s", "");
  plenum_cli_say (cli, "%s", sentence);
}

static PlenumTally *
count_file (PlenumCli *cli, const char *path, GError **error)
{
  g_autoptr (PlenumSettings) settings = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    g_ptr_array_add (pairs, g_strdup (options[i]));
  if (seats != NULL)
    g_ptr_array_add (pairs, g_strconcat ("seats=", seats, NULL));
  g_ptr_array_add (pairs, NULL);

  settings = plenum_cli_read_settings (method, (char **) pairs->pdata, error);
  return settings != NULL ? plenum_cli_tally_file (path, method, settings, cli->cancellable, error) : NULL;
}

static PlenumTally *
count_poll (PlenumCli *cli, const char *name, GError **error)
{
  PlenumStore *store;
  g_autofree char *poll = NULL;
  g_autoptr (PlenumAction) action = NULL;

  /* A poll is counted by its own method and settings, which nobody changes afterwards. */
  if (seats != NULL || options != NULL)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("A poll has its own settings. --seats and --option are for files, together with --method."));
      return NULL;
    }

  store = plenum_cli_open (cli, error);
  poll = store != NULL ? plenum_store_resolve (store, PLENUM_POLL, name, error) : NULL;
  action = poll != NULL ? plenum_action_show_result (poll) : NULL;
  return action != NULL && plenum_cli_perform (cli, action, error)
         ? plenum_poll_result_count (store, poll, cli->cancellable, error) : NULL;
}

gboolean
plenum_cli_tally (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumTally) tally = NULL;

  plenum_cli_watch_interrupt (cli);
  tally = method != NULL ? count_file (cli, arguments[0], error) : count_poll (cli, arguments[0], error);
  if (tally == NULL)
    return FALSE;

  if (cli->json)
    plenum_cli_print_tally (tally);
  else
    print_result (cli, tally);

  return TRUE;
}
