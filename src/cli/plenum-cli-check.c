/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-maintenance.h"

static gboolean repair;

const GOptionEntry plenum_cli_check_options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("Mend what can be made anew: indexes, search, missing stamps"), NULL },
  G_OPTION_ENTRY_NULL
};

static GPtrArray *
find_repaired (GPtrArray *before, GPtrArray *after)
{
  GPtrArray *repaired = g_ptr_array_new ();

  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find_with_equal_func (after, before->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (repaired, before->pdata[i]);

  return repaired;
}

static void
print_json (GPtrArray *problems, GPtrArray *repaired)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems->len == 0);
  plenum_cli_json_strings (builder, "problems", problems);
  if (repair)
    plenum_cli_json_strings (builder, "repaired", repaired);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

gboolean
plenum_cli_check (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autoptr (GPtrArray) before = store != NULL ? plenum_store_check (store, FALSE, error) : NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) repaired = NULL;

  if (before == NULL)
    return FALSE;
  after = repair ? plenum_store_check (store, TRUE, error) : g_ptr_array_ref (before);
  if (after == NULL)
    return FALSE;

  repaired = find_repaired (before, after);
  if (cli->json)
    print_json (after, repaired);
  else
    {
      for (guint i = 0; i < repaired->len; i++)
        /* Translators: what was wrong and was mended */
        plenum_cli_say (cli, _("Repaired: %s"), (char *) repaired->pdata[i]);
      for (guint i = 0; i < after->len; i++)
        plenum_cli_warn (after->pdata[i]);
      if (after->len == 0)
        plenum_cli_say (cli, "%s", _("The library is in order"));
    }

  if (after->len == 0)
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE, "%u problem was found", "%u problems were found", after->len), after->len);
  return FALSE;
}
