/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "plenum-cli.h"

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("PLENUM_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* The variable is for running from the folder it was built in. */
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : PLENUM_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return plenum_cli_main (argc, argv);
}
