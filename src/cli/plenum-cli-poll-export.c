/* SPDX-License-Identifier: GPL-3.0-or-later */
/* poll export */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballot-writer.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-output.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"

static char *output;

const GOptionEntry plenum_cli_poll_export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where the ballots go; the end of the name says the format: .csv, .blt, .pb, .soc, .soi, .toc, .toi or .cat; “-” for a table on standard output"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

static gboolean
check_usage (GError **error)
{
  static const char * const suffixes[] = { ".csv", ".blt", ".pb", ".soc", ".soi", ".toc", ".toi", ".cat" };
  g_autofree char *name = output != NULL ? g_ascii_strdown (output, -1) : NULL;
  const char *problem = _("Say where the ballots go: -o FILE");

  if (name != NULL)
    {
      problem = _("The name of the file has to end in .csv, .blt, .pb, .soc, .soi, .toc, .toi or .cat");
      if (strcmp (name, "-") == 0)
        return TRUE;
    }
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;

  g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, problem);
  return FALSE;
}

/* PrefLib's suffix says what is on the ballots. */
static gboolean
check_suffix (PlenumBallotFormat format, PlenumProfile *profile, GError **error)
{
  const char *suffix = plenum_ballot_format_get_suffix (format, profile);

  if (strcmp (output, "-") == 0 || g_ascii_strcasecmp (strrchr (output, '.') + 1, suffix) == 0)
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
               /* Translators: the name of a file, and how it has to end, such as soi. */
               _("%s: the name of a file with these ballots has to end in .%s"), output, suffix);
  return FALSE;
}

static void
print_written (PlenumCli *cli, const char *suffix)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  /* Standard output is the file itself then. */
  if (strcmp (output, "-") == 0)
    return;
  if (!cli->json)
    {
      plenum_cli_say (cli, _("The ballots were written to %s"), output);
      return;
    }

  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "file", output);
  plenum_cli_json_text (builder, "format", suffix);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

/* What cannot be written is not shown, and so does not keep the poll closed; the
 * ballots of a secret poll can only be looked at afterwards. */
static PlenumProfile *
read_ballots (PlenumCli *cli, PlenumRecord *poll, PlenumBallotFormat format, GError **error)
{
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (poll, PLENUM_POLL_METHOD));
  g_autoptr (PlenumAction) show = plenum_action_show_result (plenum_record_get_id (poll));
  gboolean secret = !plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR);
  g_autoptr (PlenumProfile) profile = NULL;

  if ((method != NULL && !plenum_ballot_format_takes_method (format, method, error))
      || (secret && !plenum_cli_perform (cli, show, error)))
    return NULL;

  profile = plenum_poll_result_read (cli->store, plenum_record_get_id (poll), cli->cancellable, error);
  if (profile == NULL || !check_suffix (format, profile, error) || !plenum_ballot_format_takes (format, profile, error)
      || (!secret && !plenum_cli_perform (cli, show, error)))
    return NULL;

  return g_steal_pointer (&profile);
}

gboolean
plenum_cli_poll_export (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = check_usage (error) ? plenum_cli_open (cli, error) : NULL;
  g_autofree char *id = store != NULL ? plenum_store_resolve (store, PLENUM_POLL, arguments[0], error) : NULL;
  g_autoptr (PlenumRecord) poll = id != NULL ? plenum_store_get (store, PLENUM_POLL, id, error) : NULL;
  g_autoptr (PlenumOutput) file = NULL;
  g_autoptr (PlenumProfile) profile = NULL;
  PlenumBallotFormat format;

  if (poll == NULL || (file = plenum_output_open (output, error)) == NULL)
    return FALSE;

  plenum_cli_watch_interrupt (cli);
  format = plenum_ballot_format_recognise (output, "");
  profile = read_ballots (cli, poll, format, error);
  if (profile == NULL
      || !plenum_ballot_file_write (profile, format, plenum_record_get_text (poll, PLENUM_POLL_QUESTION),
                                    plenum_output_get_stream (file), cli->cancellable, error)
      || !plenum_output_finish (file, cli->cancellable, error))
    return FALSE;

  print_written (cli, plenum_ballot_format_get_suffix (format, profile));
  return TRUE;
}
