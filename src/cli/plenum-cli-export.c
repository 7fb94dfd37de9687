/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export */
#include <glib/gi18n-lib.h>

#include "plenum-bundle.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-import.h"
#include "plenum-cli-output.h"
#include "plenum-foreign-export.h"

static gboolean all;
static char *output;
static char *privacy;
static gboolean sign;
static char *format;

const GOptionEntry plenum_cli_export_options[] = {
  { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("All workshops of the library"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where the bundle goes; packed if the name ends in .gz, “-” for standard output"), N_("FILE") },
  { "privacy", 0, 0, G_OPTION_ARG_FILENAME, &privacy, N_("How people appear in it: full, pseudonymous or anonymous; full unless given"), N_("HOW") },
  { "sign", 0, 0, G_OPTION_ARG_NONE, &sign, N_("Sign it with the key of this library"), NULL },
  /* Translators: the words of the list are technical names and stay as they are */
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("What to write: bundle, or a table of the cards: decidim, polis, table; bundle unless given"), N_("FORMAT") },
  G_OPTION_ENTRY_NULL
};

static gboolean
is_foreign (void)
{
  return format != NULL && !g_str_equal (format, "bundle");
}

static gboolean
check_usage (char **arguments, PlenumPrivacy *how, GError **error)
{
  const char *problem = NULL;

  *how = PLENUM_PRIVACY_FULL;
  if (output == NULL)
    problem = _("Say where the bundle goes: -o FILE");
  else if (all && arguments[0] != NULL)
    problem = _("Name workshops or say --all, not both");
  else if (!all && arguments[0] == NULL)
    problem = _("Say which workshops: name them, or --all");
  else if (privacy != NULL && !plenum_privacy_from_name (privacy, how))
    problem = _("--privacy is full, pseudonymous or anonymous");
  else if (is_foreign () && !g_strv_contains (plenum_foreign_export_list_formats (), format))
    /* Translators: the words of the list are technical names and stay as they are. */
    problem = _("--format is bundle, decidim, polis or table. “poll export” writes the ballots of a vote.");
  else if (is_foreign () && (privacy != NULL || sign))
    problem = _("Only a bundle has --privacy and --sign. A table of cards never says who wrote them.");

  if (problem == NULL)
    return TRUE;

  g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, problem);
  return FALSE;
}

static GPtrArray *
resolve_workshops (PlenumCli *cli, char **names, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *id = plenum_cli_get_workshop (cli, names[i], error);

      if (id == NULL)
        return NULL;
      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_free (id);
      else
        g_ptr_array_add (ids, id);
    }
  g_ptr_array_add (ids, NULL);

  return g_steal_pointer (&ids);
}

static void
print_json (PlenumExportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "file", result->file);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_object (builder);
  for (guint i = 0; i < result->counts->len; i++)
    {
      PlenumBundleCount *count = &g_array_index (result->counts, PlenumBundleCount, i);

      plenum_cli_json_integer (builder, count->type, count->count);
    }
  json_builder_end_object (builder);
  plenum_cli_json_text (builder, "digest", result->digest);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

static void
print_result (PlenumCli *cli, PlenumExportResult *result)
{
  guint total = 0;

  for (guint i = 0; i < result->counts->len; i++)
    total += g_array_index (result->counts, PlenumBundleCount, i).count;
  plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u record was written to %s", "%u records were written to %s", total),
                  total, result->file);
  plenum_cli_say (cli, "%s", result->digest);
}

static void
print_losses (PlenumForeignExport *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "file", result->file);
  plenum_cli_json_text (builder, "format", format);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_object (builder);
  plenum_cli_json_integer (builder, "idea", result->ideas);
  json_builder_end_object (builder);
  plenum_cli_json_lost (builder, result->lost);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

/* All workshops where none is named. */
static gboolean
list_all (PlenumCli *cli, GPtrArray *ids, GError **error)
{
  g_autoptr (GPtrArray) workshops = plenum_store_list (cli->store, PLENUM_WORKSHOP, -1, NULL, error);

  for (guint i = 0; workshops != NULL && i < workshops->len; i++)
    g_ptr_array_insert (ids, ids->len - 1, g_strdup (plenum_record_get_id (workshops->pdata[i])));

  return workshops != NULL;
}

static gboolean
export_cards (PlenumCli *cli, GPtrArray *ids, GError **error)
{
  g_autoptr (PlenumForeignExport) result = NULL;

  if (all && !list_all (cli, ids, error))
    return FALSE;
  plenum_cli_watch_interrupt (cli);
  result = plenum_foreign_export (cli->store, (const char * const *) ids->pdata, format, output, cli->cancellable, error);
  if (result == NULL)
    return FALSE;
  if (g_str_equal (output, "-"))
    return TRUE;
  if (cli->json)
    {
      print_losses (result);
      return TRUE;
    }

  plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u card was written to %s", "%u cards were written to %s", result->ideas),
                  result->ideas, result->file);
  for (guint i = 0; i < result->lost->len; i++)
    {
      PlenumImportLoss *loss = result->lost->pdata[i];

      /* Translators: the technical name of what a file has no place for, such as "poll", and a sentence why. */
      plenum_cli_say (cli, _("Not in the file: %s. %s"), loss->column, loss->why);
    }

  return TRUE;
}

gboolean
plenum_cli_export (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumExportOptions options = { .sign = sign, .progress = plenum_cli_show_progress, .progress_data = cli };
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (PlenumExportResult) result = NULL;

  if (!check_usage (arguments, &options.privacy, error)
      || plenum_cli_open (cli, error) == NULL
      || (ids = resolve_workshops (cli, arguments, error)) == NULL)
    return FALSE;
  if (is_foreign ())
    return export_cards (cli, ids, error);

  plenum_cli_watch_interrupt (cli);
  result = plenum_bundle_export (cli->store, all ? NULL : (const char * const *) ids->pdata, output, &options,
                                 cli->cancellable, error);
  plenum_cli_end_progress (cli);
  if (result == NULL)
    return FALSE;

  /* Standard output is the bundle itself then. */
  if (g_str_equal (output, "-"))
    return TRUE;

  if (cli->json)
    print_json (result);
  else
    print_result (cli, result);

  return TRUE;
}
