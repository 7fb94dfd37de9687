/* SPDX-License-Identifier: GPL-3.0-or-later */
/* board picture */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-board-picture.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"

static char *output;

const GOptionEntry plenum_cli_board_picture_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where the picture goes; its name ends in .png, .svg or .pdf"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

/* The board that is meant: its id, the beginning of it, or its title; else the first. */
static PlenumRecord *
find_board (PlenumCli *cli, const char *workshop, const char *name, GError **error)
{
  g_autoptr (GPtrArray) boards = plenum_store_list (cli->store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, workshop, error);
  PlenumRecord *found = NULL;

  for (guint i = 0; boards != NULL && i < boards->len; i++)
    {
      PlenumRecord *board = boards->pdata[i];

      if (name == NULL && found != NULL)
        break;
      if (name != NULL && g_strcmp0 (plenum_record_get_text (board, PLENUM_BOARD_TITLE), name) != 0
          && (strlen (name) < 8 || !g_str_has_prefix (plenum_record_get_id (board), name)))
        continue;
      if (found != NULL)
        {
          g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS,
                       _("More than one board is called “%s”. Give the id, which “workshop show --json” prints."), name);
          return NULL;
        }
      found = board;
    }
  if (found != NULL)
    return g_object_ref (found);
  if (boards != NULL && name == NULL)
    g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND, _("The workshop has no board"));
  else if (boards != NULL)
    g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                 _("The workshop has no board “%s”. “workshop show” lists its boards."), name);

  return NULL;
}

gboolean
plenum_cli_board_picture (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (PlenumRecord) workshop = NULL;
  g_autoptr (PlenumRecord) board = NULL;
  g_autoptr (PlenumDrawing) picture = NULL;
  PlenumPictureFormat format;

  if (output == NULL || !plenum_board_picture_find_format (output, &format))
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("Say where the picture goes: -o FILE, which ends in .png, .svg or .pdf"));
      return FALSE;
    }

  if ((id = plenum_cli_get_workshop (cli, arguments[0], error)) == NULL
      || (workshop = plenum_store_get (cli->store, PLENUM_WORKSHOP, id, error)) == NULL
      || (board = find_board (cli, id, arguments[1], error)) == NULL
      || (picture = plenum_board_picture_new (cli->store, plenum_record_get_id (board), error)) == NULL
      || !plenum_board_picture_write (picture, output, format, plenum_record_get_text (board, PLENUM_BOARD_TITLE),
                                      plenum_record_get_text (workshop, PLENUM_WORKSHOP_LANGUAGE), error))
    return FALSE;

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "file", output);
      json_builder_end_object (builder);
      plenum_cli_json_print (builder);
    }
  else
    plenum_cli_say (cli, _("The board was written to %s"), output);

  return TRUE;
}
