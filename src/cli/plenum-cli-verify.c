/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verify */
#include <glib/gi18n-lib.h>

#include "plenum-bundle.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"

static void
add_json (JsonBuilder *builder, PlenumVerification *verification)
{
  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "file", verification->file);
  json_builder_set_member_name (builder, "valid");
  json_builder_add_boolean_value (builder, verification->valid);
  plenum_cli_json_text (builder, "signed_by", verification->signed_by);
  plenum_cli_json_strings (builder, "problems", verification->problems);
  json_builder_end_object (builder);
}

static void
print (PlenumCli *cli, PlenumVerification *verification)
{
  for (guint i = 0; i < verification->problems->len; i++)
    plenum_cli_warn (verification->problems->pdata[i]);
  if (!verification->valid)
    return;

  if (verification->signed_by != NULL)
    /* Translators: a file, then a key */
    plenum_cli_say (cli, _("%s is valid, signed by %s"), verification->file, verification->signed_by);
  else
    plenum_cli_say (cli, _("%s is valid, not signed"), verification->file);
}

gboolean
plenum_cli_verify (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_invalid = 0;

  plenum_cli_watch_interrupt (cli);
  json_builder_begin_array (builder);
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (PlenumVerification) verification = plenum_bundle_verify (arguments[i], cli->cancellable, error);

      if (verification == NULL)
        return FALSE;
      n_invalid += !verification->valid;
      if (cli->json)
        add_json (builder, verification);
      else
        print (cli, verification);
    }
  json_builder_end_array (builder);
  if (cli->json)
    plenum_cli_json_print (builder);

  if (n_invalid == 0)
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE, "%u bundle is not valid", "%u bundles are not valid", n_invalid), n_invalid);
  return FALSE;
}
