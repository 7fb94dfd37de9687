/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop new, list, show, delete */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-maintenance.h"
#include "plenum-summary.h"
#include "plenum-template.h"
#include "plenum-workshop-actions.h"

static char *title;
static char *template_id;
static char *language;
static gboolean erase;

const GOptionEntry plenum_cli_workshop_new_options[] = {
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("What it is called"), N_("TITLE") },
  { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_id, N_("The template to begin with"), N_("ID") },
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_("The language that is spoken there, such as “de”"), N_("CODE") },
  G_OPTION_ENTRY_NULL
};

const GOptionEntry plenum_cli_workshop_delete_options[] = {
  { "erase", 0, 0, G_OPTION_ARG_NONE, &erase, N_("Remove it for good, with its history and from the copies"), NULL },
  G_OPTION_ENTRY_NULL
};

gboolean
plenum_cli_workshop_new (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumTemplate) template = NULL;
  g_autoptr (PlenumAction) action = NULL;

  if (title == NULL && template_id == NULL)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("A workshop needs a title: --title TITLE"));
      return FALSE;
    }

  if (template_id != NULL && (template = plenum_template_load (template_id, error)) == NULL)
    return FALSE;
  action = template != NULL ? plenum_template_make_action (template, title != NULL ? title : "", language)
                            : plenum_action_add_workshop (title, language);

  return plenum_cli_perform (cli, action, error)
         && plenum_cli_print_id (cli, _("The workshop was made. Its id is {id}"), plenum_action_get_result (action));
}

static void
add_summary (JsonBuilder *builder, PlenumSummary *summary)
{
  plenum_cli_json_text (builder, "id", plenum_record_get_id (summary->workshop));
  plenum_cli_json_field (builder, summary->workshop, PLENUM_WORKSHOP_TITLE);
  plenum_cli_json_field (builder, summary->workshop, PLENUM_WORKSHOP_DATE);
  plenum_cli_json_field (builder, summary->workshop, PLENUM_WORKSHOP_STATE);
  plenum_cli_json_integer (builder, "ideas", summary->ideas);
  plenum_cli_json_integer (builder, "participants", summary->participants);
  plenum_cli_json_integer (builder, "polls", summary->polls);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_summaries (PlenumCli *cli, GPtrArray *summaries)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  plenum_cli_table_add (table, _("Id"), _("Title"), _("Date"), _("State"), _("Cards"), _("People"), _("Polls"), NULL);
  for (guint i = 0; i < summaries->len; i++)
    {
      PlenumSummary *summary = summaries->pdata[i];
      g_autofree char *ideas = g_strdup_printf ("%u", summary->ideas);
      g_autofree char *participants = g_strdup_printf ("%u", summary->participants);
      g_autofree char *polls = g_strdup_printf ("%u", summary->polls);

      plenum_cli_table_add (table, plenum_record_get_id (summary->workshop),
                            plenum_record_get_text (summary->workshop, PLENUM_WORKSHOP_TITLE),
                            or_empty (plenum_record_get_text (summary->workshop, PLENUM_WORKSHOP_DATE)),
                            plenum_record_get_text (summary->workshop, PLENUM_WORKSHOP_STATE),
                            ideas, participants, polls, NULL);
    }
  plenum_cli_table_print (table, cli);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  PlenumSummary * const *left = a;
  PlenumSummary * const *right = b;

  return g_strcmp0 (plenum_record_get_id ((*left)->workshop), plenum_record_get_id ((*right)->workshop));
}

gboolean
plenum_cli_workshop_list (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autoptr (GPtrArray) summaries = store != NULL ? plenum_store_list_summaries (store, error) : NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (summaries == NULL)
    return FALSE;

  g_ptr_array_sort (summaries, compare_ids);
  if (!cli->json)
    {
      if (summaries->len == 0)
        plenum_cli_say (cli, "%s", _("There are no workshops in this library yet"));
      else
        print_summaries (cli, summaries);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < summaries->len; i++)
    {
      json_builder_begin_object (builder);
      add_summary (builder, summaries->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}

static gboolean
add_boards (JsonBuilder *builder, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, workshop, error);

  if (boards == NULL)
    return FALSE;

  json_builder_set_member_name (builder, "boards");
  json_builder_begin_array (builder);
  for (guint b = 0; b < boards->len; b++)
    {
      const char *board = plenum_record_get_id (boards->pdata[b]);
      g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD, board, error);

      if (areas == NULL)
        return FALSE;
      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "id", board);
      plenum_cli_json_field (builder, boards->pdata[b], PLENUM_BOARD_TITLE);
      json_builder_set_member_name (builder, "areas");
      json_builder_begin_array (builder);
      for (guint a = 0; a < areas->len; a++)
        {
          const char *area = plenum_record_get_id (areas->pdata[a]);

          json_builder_begin_object (builder);
          plenum_cli_json_text (builder, "id", area);
          plenum_cli_json_field (builder, areas->pdata[a], PLENUM_AREA_TITLE);
          plenum_cli_json_integer (builder, "ideas", plenum_store_count_cards (store, area));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return TRUE;
}

static PlenumSummary *
find_summary (GPtrArray *summaries, const char *id)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      PlenumSummary *summary = summaries->pdata[i];

      if (g_str_equal (plenum_record_get_id (summary->workshop), id))
        return summary;
    }

  return NULL;
}

static gboolean
print_workshop_json (PlenumStore *store, PlenumSummary *summary, GError **error)
{
  static const guint more[] = {
    PLENUM_WORKSHOP_QUESTION, PLENUM_WORKSHOP_PURPOSE, PLENUM_WORKSHOP_PLACE, PLENUM_WORKSHOP_ORGANISATION,
    PLENUM_WORKSHOP_LANGUAGE, PLENUM_WORKSHOP_ARCHIVED, PLENUM_WORKSHOP_TEMPLATE,
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_summary (builder, summary);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    plenum_cli_json_field (builder, summary->workshop, more[i]);
  if (!add_boards (builder, store, plenum_record_get_id (summary->workshop), error))
    return FALSE;
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}

static gboolean
print_boards (PlenumCli *cli, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, workshop, error);
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  if (areas == NULL)
    return FALSE;

  plenum_cli_table_add (table, _("Board"), _("Area"), _("Cards"), NULL);
  for (guint a = 0; a < areas->len; a++)
    {
      g_autoptr (PlenumRecord) board = plenum_store_get (store, PLENUM_BOARD,
                                                         plenum_record_get_text (areas->pdata[a], PLENUM_AREA_BOARD), error);
      g_autofree char *cards = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                plenum_store_count_cards (store, plenum_record_get_id (areas->pdata[a])));

      if (board == NULL)
        return FALSE;
      plenum_cli_table_add (table, plenum_record_get_text (board, PLENUM_BOARD_TITLE),
                            plenum_record_get_text (areas->pdata[a], PLENUM_AREA_TITLE), cards, NULL);
    }
  plenum_cli_table_print (table, cli);

  return TRUE;
}

gboolean
plenum_cli_workshop_show (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = plenum_cli_get_workshop (cli, arguments[0], error);
  g_autoptr (GPtrArray) summaries = id != NULL ? plenum_store_list_summaries (cli->store, error) : NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  PlenumSummary *summary;

  if (summaries == NULL)
    return FALSE;

  summary = find_summary (summaries, id);
  if (cli->json)
    return print_workshop_json (cli->store, summary, error);

  g_ptr_array_add (one, summary);
  print_summaries (cli, one);
  plenum_cli_say (cli, "%s", "");
  return print_boards (cli, cli->store, id, error);
}

gboolean
plenum_cli_workshop_delete (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = plenum_cli_get_workshop (cli, arguments[0], error);
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (id == NULL)
    return FALSE;

  action = plenum_action_delete_workshop (id);
  if (erase ? !plenum_store_erase_workshop (cli->store, id, error) : !plenum_cli_perform (cli, action, error))
    return FALSE;

  if (!cli->json)
    {
      if (erase)
        plenum_cli_say (cli, "%s", _("The workshop was erased"));
      else
        plenum_cli_say (cli, _("The workshop was deleted. “plenum-cli undo %s” brings it back."), id);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "deleted", id);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}
