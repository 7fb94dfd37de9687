/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballot-election.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-import.h"
#include "plenum-cli-output.h"

static char *format;
static char *workshop_name;
static gboolean dry_run;

const GOptionEntry plenum_cli_import_options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("The format, such as bundle, polis or decidim; recognised unless given"), N_("FORMAT") },
  { "workshop", 0, 0, G_OPTION_ARG_FILENAME, &workshop_name, N_("The workshop that the cards go into; a new one unless given"), N_("WORKSHOP") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what the import would do, and change nothing"), NULL },
  G_OPTION_ENTRY_NULL
};

static gboolean
check_format (GError **error)
{
  const char * const *formats = plenum_import_list_formats ();
  g_autofree char *list = NULL;

  if (format == NULL || g_strv_contains (formats, format))
    return TRUE;

  list = g_strjoinv (", ", (char **) formats);
  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               /* Translators: a name, then a list of names */
               _("“%s” is no format that can be imported. There are: %s"), format, list);
  return FALSE;
}

static void
add_counts (JsonBuilder *builder, const char *member, PlenumImportResult *result, gsize offset)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint i = 0; i < result->counts->len; i++)
    {
      PlenumImportCount *count = &g_array_index (result->counts, PlenumImportCount, i);
      guint n = G_STRUCT_MEMBER (guint, count, offset);

      if (n > 0)
        plenum_cli_json_integer (builder, count->type, n);
    }
  json_builder_end_object (builder);
}

/**
 * plenum_cli_json_lost:
 * @lost: (element-type PlenumImportLoss): what a format cannot say
 *
 * Adds the member "lost" to an object.
 */
void
plenum_cli_json_lost (JsonBuilder *builder, GPtrArray *lost)
{
  json_builder_set_member_name (builder, "lost");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lost->len; i++)
    {
      PlenumImportLoss *loss = lost->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "column", loss->column);
      plenum_cli_json_text (builder, "why", loss->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * plenum_cli_json_import:
 * @file: where it came from
 *
 * Adds the members that say what came of an import to an object.
 */
void
plenum_cli_json_import (JsonBuilder *builder, PlenumImportResult *result, const char *file)
{
  plenum_cli_json_text (builder, "file", file);
  plenum_cli_json_text (builder, "format", result->format);
  plenum_cli_json_strings (builder, "workshops", result->workshops);
  add_counts (builder, "added", result, G_STRUCT_OFFSET (PlenumImportCount, added));
  add_counts (builder, "changed", result, G_STRUCT_OFFSET (PlenumImportCount, changed));
  add_counts (builder, "unchanged", result, G_STRUCT_OFFSET (PlenumImportCount, unchanged));
  plenum_cli_json_integer (builder, "conflicts", result->conflicts);
  plenum_cli_json_lost (builder, result->lost);
}

static void
add_result (JsonBuilder *builder, PlenumImportResult *result)
{
  json_builder_begin_object (builder);
  plenum_cli_json_import (builder, result, result->files[0]);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; result->files[i] != NULL; i++)
    json_builder_add_string_value (builder, result->files[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* What came of a part, or would come of it. */
static PlenumImportResult *
get_result (PlenumImport *import, guint index)
{
  return dry_run ? plenum_import_get_expected (import, index) : plenum_import_get_results (import)->pdata[index];
}

static void
print_json (PlenumImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "bundles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_import_get_n_previews (import); i++)
    add_result (builder, get_result (import, i));
  json_builder_end_array (builder);
  if (dry_run)
    {
      json_builder_set_member_name (builder, "dry_run");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

/**
 * plenum_cli_print_import:
 * @file: where it came from
 *
 * Says what came of an import.
 */
void
plenum_cli_print_import (PlenumCli *cli, PlenumImportResult *result, const char *file)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  plenum_cli_say (cli, "%s", file);
  plenum_cli_table_add (table, "", _("Added"), _("Changed"), _("Unchanged"), NULL);
  for (guint i = 0; i < result->counts->len; i++)
    {
      PlenumImportCount *count = &g_array_index (result->counts, PlenumImportCount, i);
      g_autofree char *added = g_strdup_printf ("%u", count->added);
      g_autofree char *changed = g_strdup_printf ("%u", count->changed);
      g_autofree char *unchanged = g_strdup_printf ("%u", count->unchanged);

      plenum_cli_table_add (table, count->type, added, changed, unchanged, NULL);
    }
  plenum_cli_table_print (table, cli);
  if (result->conflicts > 0)
    plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u text differs from what is here; both are kept",
                                      "%u texts differ from what is here; both are kept", result->conflicts),
                    result->conflicts);
  for (guint i = 0; i < result->lost->len; i++)
    {
      PlenumImportLoss *loss = result->lost->pdata[i];

      /* Translators: a column of a file that is not imported, then the reason */
      plenum_cli_say (cli, _("Not imported: “%s”. %s"), loss->column, loss->why);
    }
}

gboolean
plenum_cli_import (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = NULL;
  g_autoptr (PlenumImport) import = NULL;
  PlenumStore *store;
  gboolean done;

  if (!check_format (error))
    return FALSE;
  if (workshop_name != NULL && (workshop = plenum_cli_get_workshop (cli, workshop_name, error)) == NULL)
    return FALSE;

  plenum_cli_watch_interrupt (cli);
  import = plenum_import_open_elections ((const char * const *) arguments, format, &plenum_ballot_election_reader, cli->cancellable, error);
  store = import != NULL ? plenum_cli_open (cli, error) : NULL;
  if (store == NULL)
    return FALSE;

  plenum_import_set_workshop (import, workshop);
  plenum_import_set_progress (import, plenum_cli_show_progress, cli);
  plenum_import_recall (import, store);
  done = dry_run ? plenum_import_rehearse (import, store, cli->cancellable, error)
                 : plenum_import_perform (import, store, cli->cancellable, error);
  plenum_cli_end_progress (cli);
  if (!done)
    return FALSE;

  if (cli->json)
    print_json (import);
  else if (!cli->quiet)
    {
      for (guint i = 0; i < plenum_import_get_n_previews (import); i++)
        plenum_cli_print_import (cli, get_result (import, i), get_result (import, i)->files[0]);
      if (dry_run)
        plenum_cli_say (cli, "%s", _("This was only tried out. Nothing was changed."));
    }

  return TRUE;
}
