/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a workshop as a whole. */
#include "plenum-library-commands.h"

#include <glib/gi18n.h>

#include "plenum-perform.h"
#include "plenum-workshop-actions.h"

static void
append (GMenu *menu, const char *label, const char *action, PlenumRecord *workshop)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", plenum_record_get_id (workshop));
  g_menu_append_item (menu, item);
}

/**
 * plenum_library_commands_make_menu:
 * @copy: whether it is in an old copy of the library
 *
 * Returns: (transfer full): what can be done with @workshop
 */
GMenuModel *
plenum_library_commands_make_menu (PlenumRecord *workshop, gboolean copy)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  append (open, _("_Open"), "win.open-workshop", workshop);
  if (copy)
    {
      append (open, _("_Bring Back"), "win.bring-back", workshop);
      append (change, _("E_xport…"), "library.export", workshop);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
      return G_MENU_MODEL (menu);
    }

  append (open, _("_Edit…"), "library.edit", workshop);
  append (change, _("D_uplicate"), "library.duplicate", workshop);
  append (change, _("E_xport…"), "library.export", workshop);
  append (away, plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED) ? _("_Back from the Archive") : _("_Archive"),
          "library.archive", workshop);
  append (away, _("_Delete"), "library.delete", workshop);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));

  return G_MENU_MODEL (menu);
}

/**
 * plenum_library_duplicate:
 * @from: the widget that asks
 *
 * Makes another workshop with the same boards and votes, without people and ballots.
 */
void
plenum_library_duplicate (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  const char *title = plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE);
  /* Translators: the title of a duplicate of a workshop. */
  g_autofree char *copy = g_strdup_printf (_("%s (copy)"), title);
  g_autofree char *toast = g_strdup_printf (_("“%s” duplicated, without people and ballots"), title);

  plenum_perform (from, library,
                  plenum_action_duplicate_workshop (plenum_record_get_id (workshop), copy), toast, NULL, NULL);
}

/**
 * plenum_library_archive:
 * @from: the widget that asks
 *
 * Puts @workshop into the archive, or takes it out again.
 */
void
plenum_library_archive (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  gboolean archived = plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED) != 0;
  const char *title = plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE);
  g_autofree char *toast = archived ? g_strdup_printf (_("“%s” is back from the archive"), title)
                                    : g_strdup_printf (_("“%s” archived"), title);

  plenum_perform (from, library,
                  plenum_action_archive_workshop (plenum_record_get_id (workshop), !archived), toast, NULL, NULL);
}

/**
 * plenum_library_delete:
 * @from: the widget that asks
 *
 * Deletes @workshop with all that is in it, and offers to undo that.
 */
void
plenum_library_delete (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  g_autofree char *toast =
    g_strdup_printf (_("“%s” deleted"), plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));

  plenum_perform (from, library,
                  plenum_action_delete_workshop (plenum_record_get_id (workshop)), toast, NULL, NULL);
}
