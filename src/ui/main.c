/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "plenum-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (PlenumApplication) application = NULL;
  const char *locale_dir = g_getenv ("PLENUM_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* The variable is for running from the folder it was built in. */
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : PLENUM_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (PLENUM_APPLICATION_ID);
  /* Translators: the name of the application; it stays as it is. */
  g_set_application_name (_("Plenum"));

  application = plenum_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
