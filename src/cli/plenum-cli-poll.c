/* SPDX-License-Identifier: GPL-3.0-or-later */
/* poll new, list, show, open, close. Casting: plenum-cli-ballot.c. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballots.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-cli-settings.h"
#include "plenum-paper-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-profile.h"

static char *question;
static char *method;
static char **settings;
static char **option_texts;
static char **costs;
static gboolean from_ideas;
static gboolean from_themes;
static gboolean secret;
static gboolean four_eyes;
static gboolean names_only;

const GOptionEntry plenum_cli_poll_new_options[] = {
  { "question", 0, 0, G_OPTION_ARG_FILENAME, &question, N_("What is asked"), N_("TEXT") },
  { "method", 0, 0, G_OPTION_ARG_FILENAME, &method, N_("How it is counted: dots, approval or agreement"), N_("METHOD") },
  { "setting", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &settings, N_("A setting of the method; may be repeated"), N_("NAME=VALUE") },
  { "option", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &option_texts, N_("What can be chosen; may be repeated"), N_("TEXT") },
  { "cost", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &costs, N_("What an option costs, where a budget is spent; may be repeated"), N_("OPTION=AMOUNT") },
  { "ideas", 0, 0, G_OPTION_ARG_NONE, &from_ideas, N_("All cards can be chosen"), NULL },
  { "themes", 0, 0, G_OPTION_ARG_NONE, &from_themes, N_("All themes can be chosen"), NULL },
  { "secret", 0, 0, G_OPTION_ARG_NONE, &secret, N_("Nobody can find out who voted what"), NULL },
  { "four-eyes", 0, 0, G_OPTION_ARG_NONE, &four_eyes, N_("Papers are typed twice, by two people"), NULL },
  { "names-only", 0, 0, G_OPTION_ARG_NONE, &names_only, N_("Only participants vote, each with their name"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
add_option (GPtrArray *options, guint field, PlenumRecord *source, const char *text)
{
  PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

  plenum_record_set_text (option, PLENUM_OPTION_TEXT, text);
  if (source != NULL)
    plenum_record_set_text (option, field, plenum_record_get_id (source));
  g_ptr_array_add (options, option);
}

static gboolean
add_ideas (GPtrArray *options, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop, error);

  for (guint i = 0; ideas != NULL && i < ideas->len; i++)
    {
      const char *title = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE);

      /* What was merged into another card is voted on as that card. */
      if (!plenum_record_is_null (ideas->pdata[i], PLENUM_IDEA_FACE))
        continue;
      add_option (options, PLENUM_OPTION_IDEA, ideas->pdata[i],
                  title != NULL && *title != '\0' ? title : plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT));
    }

  return ideas != NULL;
}

static gboolean
add_themes (GPtrArray *options, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) themes = plenum_store_list (store, PLENUM_THEME, PLENUM_THEME_WORKSHOP, workshop, error);

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    add_option (options, PLENUM_OPTION_THEME, themes->pdata[i],
                plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE));

  return themes != NULL;
}

static GPtrArray *
collect_options (PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; option_texts != NULL && option_texts[i] != NULL; i++)
    add_option (options, 0, NULL, option_texts[i]);
  if ((from_ideas && !add_ideas (options, store, workshop, error))
      || (from_themes && !add_themes (options, store, workshop, error)))
    return NULL;

  return g_steal_pointer (&options);
}

static PlenumRecord *
find_option (GPtrArray *options, const char *text)
{
  for (guint i = 0; i < options->len; i++)
    if (g_strcmp0 (plenum_record_get_text (options->pdata[i], PLENUM_OPTION_TEXT), text) == 0)
      return options->pdata[i];

  return NULL;
}

/* "Playground=12000": the text may have an equals sign in it, the amount has none. */
static gboolean
read_costs (GPtrArray *options, GError **error)
{
  for (guint i = 0; costs != NULL && costs[i] != NULL; i++)
    {
      const char *equals = strrchr (costs[i], '=');
      g_autofree char *text = equals != NULL ? g_strndup (costs[i], equals - costs[i]) : NULL;
      PlenumRecord *option = text != NULL ? find_option (options, text) : NULL;

      if (equals == NULL)
        {
          g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                       _("“%s” is no cost. Write OPTION=AMOUNT with the text of an option, such as “Playground=12000”."), costs[i]);
          return FALSE;
        }
      if (option == NULL)
        {
          g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED,
                       _("There is no option “%s” that could cost something. Write its text just as it is put to the vote."), text);
          return FALSE;
        }
      plenum_record_set_text (option, PLENUM_OPTION_COST, equals + 1);
    }

  return TRUE;
}

/* Whether the method takes the options with their costs; said before anybody votes. */
static void
set_conditions (PlenumRecord *poll)
{
  const gboolean wanted[PLENUM_N_POLL_CONDITIONS] = {
    [PLENUM_POLL_FOUR_EYES] = four_eyes, [PLENUM_POLL_NAMES_ONLY] = names_only,
  };
  g_autoptr (GString) extra = g_string_new (NULL);

  for (guint i = 0; i < PLENUM_N_POLL_CONDITIONS; i++)
    if (wanted[i])
      g_string_append_printf (extra, "%c\"%s\":true", extra->len > 0 ? ',' : '{', plenum_poll_condition_get_name (i));
  if (extra->len > 0)
    plenum_record_set_text (poll, PLENUM_POLL_EXTRA, g_string_append_c (extra, '}')->str);
}

static gboolean
check_options (GPtrArray *options, const PlenumSettings *chosen, GError **error)
{
  g_autoptr (PlenumProfile) profile = plenum_profile_new (method, chosen, error);

  if (profile == NULL)
    return FALSE;

  for (guint i = 0; i < options->len; i++)
    if (!plenum_profile_add_option (profile, plenum_record_get_id (options->pdata[i]),
                                    plenum_record_get_text (options->pdata[i], PLENUM_OPTION_TEXT),
                                    plenum_record_get_text (options->pdata[i], PLENUM_OPTION_COST), error))
      return FALSE;

  return plenum_profile_check_budget (profile, error);
}

gboolean
plenum_cli_poll_new (PlenumCli *cli, char **arguments, GError **error)
{
  g_autoptr (PlenumSettings) chosen = NULL;
  g_autofree char *json = NULL;
  g_autofree char *workshop = NULL;
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (PlenumAction) action = NULL;

  if (question == NULL || method == NULL)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("A poll needs a question and a method: --question TEXT --method METHOD"));
      return FALSE;
    }

  chosen = plenum_cli_read_settings (method, settings, error);
  if (chosen == NULL || (workshop = plenum_cli_get_workshop (cli, arguments[0], error)) == NULL)
    return FALSE;
  options = collect_options (cli->store, workshop, error);
  if (options == NULL || !read_costs (options, error) || !check_options (options, chosen, error))
    return FALSE;

  json = plenum_cli_settings_to_json (method, chosen);
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, json);
  if (secret)
    plenum_record_set_integer (poll, PLENUM_POLL_SECRET, TRUE);
  set_conditions (poll);
  action = plenum_action_add_poll (poll, options);

  return plenum_cli_perform (cli, action, error)
         && plenum_cli_print_id (cli, _("The poll was made. Its id is {id}"), plenum_action_get_result (action));
}

/* Without what was typed of papers that do not count yet. */
static gint64
count_ballots (PlenumStore *store, const char *poll)
{
  return plenum_store_count_votes (store, poll) - plenum_store_count_papers (store, poll).readings;
}

static void
add_papers (JsonBuilder *builder, PlenumStore *store, const char *poll)
{
  PlenumPaperCount papers = plenum_store_count_papers (store, poll);

  json_builder_set_member_name (builder, plenum_poll_condition_get_name (PLENUM_POLL_FOUR_EYES));
  json_builder_add_boolean_value (builder, TRUE);
  plenum_cli_json_integer (builder, "papers_waiting", papers.waiting);
  plenum_cli_json_integer (builder, "papers_differing", papers.differing);
}

static void
add_poll (JsonBuilder *builder, PlenumStore *store, PlenumRecord *poll)
{
  const char *id = plenum_record_get_id (poll);

  plenum_cli_json_text (builder, "id", id);
  plenum_cli_json_field (builder, poll, PLENUM_POLL_QUESTION);
  plenum_cli_json_field (builder, poll, PLENUM_POLL_METHOD);
  plenum_cli_json_field (builder, poll, PLENUM_POLL_STATE);
  plenum_cli_json_integer (builder, "ballots", count_ballots (store, id));
  if (plenum_record_get_integer (poll, PLENUM_POLL_SECRET) != 0)
    {
      json_builder_set_member_name (builder, "secret");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (plenum_store_has_condition (store, poll, PLENUM_POLL_NAMES_ONLY))
    {
      json_builder_set_member_name (builder, plenum_poll_condition_get_name (PLENUM_POLL_NAMES_ONLY));
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (plenum_store_has_condition (store, poll, PLENUM_POLL_FOUR_EYES))
    add_papers (builder, store, id);
}

static void
print_papers (PlenumCli *cli, const char *poll)
{
  PlenumPaperCount papers = plenum_store_count_papers (cli->store, poll);

  plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%d paper waits until two people have typed the same",
                                    "%d papers wait until two people have typed the same", papers.waiting),
                  (int) papers.waiting);
  if (papers.differing > 0)
    plenum_cli_say (cli, g_dngettext (GETTEXT_PACKAGE, "%d of them was typed differently by two people",
                                      "%d of them were typed differently by two people", papers.differing),
                    (int) papers.differing);
}

static void
print_polls (PlenumCli *cli, GPtrArray *polls)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  plenum_cli_table_add (table, _("Id"), _("Question"), _("Method"), _("State"), _("Ballots"), NULL);
  for (guint i = 0; i < polls->len; i++)
    {
      const char *id = plenum_record_get_id (polls->pdata[i]);
      g_autofree char *ballots = g_strdup_printf ("%" G_GINT64_FORMAT,
                                                  count_ballots (cli->store, id));

      plenum_cli_table_add (table, id, plenum_record_get_text (polls->pdata[i], PLENUM_POLL_QUESTION),
                            plenum_record_get_text (polls->pdata[i], PLENUM_POLL_METHOD),
                            plenum_record_get_text (polls->pdata[i], PLENUM_POLL_STATE), ballots, NULL);
    }
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_poll_list (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = plenum_cli_get_workshop (cli, arguments[0], error);
  g_autoptr (GPtrArray) polls = workshop == NULL ? NULL
    : plenum_store_list (cli->store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, workshop, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (polls == NULL)
    return FALSE;

  if (!cli->json)
    {
      if (polls->len > 0)
        print_polls (cli, polls);
      else
        plenum_cli_say (cli, "%s", _("There are no polls in this workshop yet"));
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < polls->len; i++)
    {
      json_builder_begin_object (builder);
      add_poll (builder, cli->store, polls->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}

static char *
resolve_poll (PlenumCli *cli, const char *name, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);

  return store != NULL ? plenum_store_resolve (store, PLENUM_POLL, name, error) : NULL;
}

static void
print_poll_json (PlenumCli *cli, PlenumPollForm *form)
{
  const char *stored = plenum_record_get_text (form->poll, PLENUM_POLL_SETTINGS);
  g_autoptr (JsonNode) values = json_from_string (stored != NULL ? stored : "{}", NULL);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_poll (builder, cli->store, form->poll);
  json_builder_set_member_name (builder, "settings");
  json_builder_add_value (builder, g_steal_pointer (&values));
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < form->options->len; i++)
    {
      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "id", plenum_record_get_id (form->options->pdata[i]));
      plenum_cli_json_field (builder, form->options->pdata[i], PLENUM_OPTION_TEXT);
      plenum_cli_json_field (builder, form->options->pdata[i], PLENUM_OPTION_IDEA);
      if (!plenum_record_is_null (form->options->pdata[i], PLENUM_OPTION_COST))
        plenum_cli_json_field (builder, form->options->pdata[i], PLENUM_OPTION_COST);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

gboolean
plenum_cli_poll_show (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *id = resolve_poll (cli, arguments[0], error);
  g_autoptr (PlenumPollForm) form = id != NULL ? plenum_store_get_poll_form (cli->store, id, error) : NULL;
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (form == NULL)
    return FALSE;

  if (cli->json)
    {
      print_poll_json (cli, form);
      return TRUE;
    }

  g_ptr_array_add (one, form->poll);
  print_polls (cli, one);
  if (form->conditions[PLENUM_POLL_FOUR_EYES])
    print_papers (cli, id);
  plenum_cli_say (cli, "%s", "");
  for (guint i = 0; i < form->options->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *cost = plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_COST);

      plenum_cli_table_add (table, number, plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_TEXT),
                            cost != NULL ? cost : "", NULL);
    }
  plenum_cli_table_print (table, cli);

  return TRUE;
}

static gboolean
change_state (PlenumCli *cli, const char *name, PlenumAction *(*make_action) (const char *), const char *message, GError **error)
{
  g_autofree char *id = resolve_poll (cli, name, error);
  g_autoptr (PlenumAction) action = id != NULL ? make_action (id) : NULL;

  return action != NULL && plenum_cli_perform (cli, action, error) && plenum_cli_print_id (cli, message, id);
}

gboolean
plenum_cli_poll_open (PlenumCli *cli, char **arguments, GError **error)
{
  return change_state (cli, arguments[0], plenum_action_open_poll, _("The poll is open"), error);
}

gboolean
plenum_cli_poll_close (PlenumCli *cli, char **arguments, GError **error)
{
  return change_state (cli, arguments[0], plenum_action_close_poll, _("The poll is closed"), error);
}
