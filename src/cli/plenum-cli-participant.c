/* SPDX-License-Identifier: GPL-3.0-or-later */
/* participant import, list */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-file.h"

static void
print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    plenum_cli_warn (problems->pdata[i]);
}

static void
print_import (PlenumCli *cli, PlenumParticipantFile *file)
{
  guint added = plenum_participant_file_get_added (file)->len;
  guint updated = plenum_participant_file_get_changed (file)->len;
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      print_problems (plenum_participant_file_get_problems (file));
      plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u participant was added", "%u participants were added", added), added);
      plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%u participant was updated", "%u participants were updated", updated), updated);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plenum_cli_json_integer (builder, "added", added);
  plenum_cli_json_integer (builder, "updated", updated);
  plenum_cli_json_integer (builder, "skipped", plenum_participant_file_get_n_skipped (file));
  plenum_cli_json_strings (builder, "problems", plenum_participant_file_get_problems (file));
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

gboolean
plenum_cli_participant_import (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = plenum_cli_get_workshop (cli, arguments[0], error);
  g_autoptr (GPtrArray) present = NULL;
  g_autoptr (PlenumParticipantFile) file = NULL;
  g_autoptr (PlenumAction) action = NULL;

  if (workshop == NULL)
    return FALSE;

  plenum_cli_watch_interrupt (cli);
  present = plenum_store_list (cli->store, PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_WORKSHOP, workshop, error);
  if (present == NULL)
    return FALSE;
  file = plenum_participant_file_read (arguments[1], workshop, present, cli->cancellable, error);
  if (file == NULL)
    return FALSE;

  action = plenum_action_put_participants (plenum_participant_file_get_changed (file),
                                           plenum_participant_file_get_added (file));
  if (!plenum_cli_perform (cli, action, error))
    return FALSE;

  print_import (cli, file);
  return TRUE;
}

static const guint shown[] = {
  PLENUM_PARTICIPANT_NAME, PLENUM_PARTICIPANT_PSEUDONYM, PLENUM_PARTICIPANT_EMAIL, PLENUM_PARTICIPANT_ORGANISATION,
  PLENUM_PARTICIPANT_SECTOR, PLENUM_PARTICIPANT_ROLE, PLENUM_PARTICIPANT_OFFERS, PLENUM_PARTICIPANT_SEEKS,
  PLENUM_PARTICIPANT_WEIGHT, PLENUM_PARTICIPANT_PRESENT, PLENUM_PARTICIPANT_CONSENT,
};

static void
print_json (GPtrArray *participants)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < participants->len; i++)
    {
      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "id", plenum_record_get_id (participants->pdata[i]));
      for (guint f = 0; f < G_N_ELEMENTS (shown); f++)
        plenum_cli_json_field (builder, participants->pdata[i], shown[f]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);
}

static const char *
get_text (PlenumRecord *participant, guint field)
{
  const char *text = plenum_record_get_text (participant, field);

  return text != NULL ? text : "";
}

static void
print_table (PlenumCli *cli, GPtrArray *participants)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  plenum_cli_table_add (table, _("Name"), _("Organisation"), _("Sector"), _("Email"), _("Present"), NULL);
  for (guint i = 0; i < participants->len; i++)
    {
      PlenumRecord *participant = participants->pdata[i];
      gboolean named = !plenum_record_is_null (participant, PLENUM_PARTICIPANT_NAME);

      plenum_cli_table_add (table, get_text (participant, named ? PLENUM_PARTICIPANT_NAME : PLENUM_PARTICIPANT_PSEUDONYM),
                            get_text (participant, PLENUM_PARTICIPANT_ORGANISATION),
                            get_text (participant, PLENUM_PARTICIPANT_SECTOR),
                            get_text (participant, PLENUM_PARTICIPANT_EMAIL),
                            plenum_record_get_integer (participant, PLENUM_PARTICIPANT_PRESENT) ? _("yes") : _("no"), NULL);
    }
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_participant_list (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = plenum_cli_get_workshop (cli, arguments[0], error);
  g_autoptr (GPtrArray) participants = workshop == NULL ? NULL
    : plenum_store_list (cli->store, PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_WORKSHOP, workshop, error);

  if (participants == NULL)
    return FALSE;

  if (cli->json)
    print_json (participants);
  else if (participants->len > 0)
    print_table (cli, participants);
  else
    plenum_cli_say (cli, "%s", _("There are no participants in this workshop yet"));

  return TRUE;
}
