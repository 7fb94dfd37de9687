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

/* What can become of @workshop from the state in which it is. */
static void
append_states (GMenu *menu, PlenumRecord *workshop)
{
  const char *state = plenum_record_get_text (workshop, PLENUM_WORKSHOP_STATE);

  if (g_strcmp0 (state, "running") == 0)
    {
      append (menu, _("_Finish"), "library.finish", workshop);
      append (menu, _("Set Back to _Planned"), "library.plan", workshop);
    }
  else if (g_strcmp0 (state, "finished") == 0)
    {
      append (menu, _("_Start Again"), "library.start", workshop);
    }
  else
    {
      append (menu, _("_Start"), "library.start", workshop);
    }
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
  g_autoptr (GMenu) states = g_menu_new ();
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
  append_states (states, workshop);
  append (change, _("D_uplicate"), "library.duplicate", workshop);
  append (change, _("E_xport…"), "library.export", workshop);
  append (away, plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED) ? _("_Back from the Archive") : _("_Archive"),
          "library.archive", workshop);
  append (away, _("_Delete"), "library.delete", workshop);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  /* What is put away does not run. */
  if (!plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
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
 * plenum_library_start:
 * @from: the widget that asks
 *
 * Says of @workshop that it is running.
 */
void
plenum_library_start (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  g_autofree char *toast = g_strdup_printf (_("“%s” is running"), plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));

  plenum_perform (from, library,
                  plenum_action_set_workshop_state (plenum_record_get_id (workshop), "running"), toast, NULL, NULL);
}

/**
 * plenum_library_finish:
 * @from: the widget that asks
 *
 * Says of @workshop that it is finished.
 */
void
plenum_library_finish (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  g_autofree char *toast = g_strdup_printf (_("“%s” is finished"), plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));

  plenum_perform (from, library,
                  plenum_action_set_workshop_state (plenum_record_get_id (workshop), "finished"), toast, NULL, NULL);
}

/**
 * plenum_library_plan:
 * @from: the widget that asks
 *
 * Says of @workshop that it is still to come.
 */
void
plenum_library_plan (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  g_autofree char *toast = g_strdup_printf (_("“%s” is planned again"), plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));

  plenum_perform (from, library,
                  plenum_action_set_workshop_state (plenum_record_get_id (workshop), "planned"), toast, NULL, NULL);
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
