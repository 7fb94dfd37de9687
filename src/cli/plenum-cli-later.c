/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that the contract of the command line names and this version does not have. */
#include "plenum-cli-commands.h"

#include <glib/gi18n-lib.h>

gboolean
plenum_cli_later (PlenumCli *cli, char **arguments, GError **error)
{
  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               /* Translators: a program and its command, such as “plenum-cli cluster” */
               _("“%s” is not in this version yet. “plenum-cli --help” lists what there is."), g_get_prgname ());
  return FALSE;
}
