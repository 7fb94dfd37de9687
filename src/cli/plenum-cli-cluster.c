/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cluster */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-cli-texts.h"
#include "plenum-synthesis-actions.h"
#include "plenum-themes.h"

#define SEED 1 /* of all chance in it: there is no other */
#define MOST_THEMES 200
#define BY_TEXTS G_MININT

static PlenumCliTexts texts;
static gboolean accept;
static int n_themes = BY_TEXTS;

const GOptionEntry plenum_cli_cluster_options[] = {
  { "input", 0, 0, G_OPTION_ARG_FILENAME, &texts.input, N_("A CSV file to read instead of workshops"), N_("FILE") },
  { "text-column", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.columns, N_("The column that has the text; can be given more than once"), N_("COLUMN") },
  { "id-column", 0, 0, G_OPTION_ARG_FILENAME, &texts.id_column, N_("The column that has the ids; rows are numbered from 1 unless given"), N_("COLUMN") },
  { "themes", 0, 0, G_OPTION_ARG_INT, &n_themes, N_("How many themes; chosen by the texts unless given"), N_("N") },
  { "language", 0, 0, G_OPTION_ARG_STRING, &texts.language, N_("The language of the texts: de, en or auto"), N_("LANGUAGE") },
  { "accept", 0, 0, G_OPTION_ARG_NONE, &accept, N_("Store the themes in the workshops, in place of those stored so before"), NULL },
  G_OPTION_ENTRY_NULL
};

static gboolean
check_number (GError **error)
{
  if (n_themes == BY_TEXTS || (n_themes >= 1 && n_themes <= MOST_THEMES))
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, _("The number of themes is from 1 to %d"), MOST_THEMES);
  return FALSE;
}

static void
add_ids (JsonBuilder *builder, const char *member, PlenumCorpus *corpus, GArray *members)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < members->len; i++)
    json_builder_add_string_value (builder, plenum_cli_get_id (corpus, g_array_index (members, guint, i)));
  json_builder_end_array (builder);
}

static void
print_json (PlenumCorpus *corpus, PlenumThemes *themes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "themes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_themes_get_n (themes); i++)
    {
      const PlenumTheme *theme = plenum_themes_get (themes, i);

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "label", theme->name);
      plenum_cli_json_strings (builder, "keywords", theme->keywords);
      plenum_cli_json_integer (builder, "size", theme->members->len);
      plenum_cli_json_text (builder, "representative", plenum_cli_get_id (corpus, theme->representative));
      add_ids (builder, "members", corpus, theme->members);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_ids (builder, "unassigned", corpus, plenum_themes_get_unassigned (themes));
  plenum_cli_json_integer (builder, "seed", SEED);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

static void
print_themes (PlenumCli *cli, PlenumCorpus *corpus, PlenumThemes *themes)
{
  guint n_unassigned = plenum_themes_get_unassigned (themes)->len;

  for (guint i = 0; i < plenum_themes_get_n (themes); i++)
    {
      const PlenumTheme *theme = plenum_themes_get (themes, i);
      g_autofree char *start = plenum_cli_get_start (corpus, theme->representative);

      plenum_cli_say (cli, ngettext ("%s (%u text)", "%s (%u texts)", theme->members->len),
                      *theme->name != '\0' ? theme->name : _("Without a name"), theme->members->len);
      /* Translators: the text that stands for a theme: its id, and how it begins */
      plenum_cli_say (cli, _("    Typical: %s  %s"), plenum_cli_get_id (corpus, theme->representative), start);
    }
  if (n_unassigned > 0)
    plenum_cli_say (cli, ngettext ("%u text belongs to no theme", "%u texts belong to no theme", n_unassigned), n_unassigned);
}

/* Half of the work is to read the texts, half to group them. */
static void
show_first_half (double done, gpointer data)
{
  plenum_cli_show_progress (done / 2.0, data);
}

static void
show_second_half (double done, gpointer data)
{
  plenum_cli_show_progress (0.5 + done / 2.0, data);
}

static gboolean
store_themes (PlenumCli *cli, PlenumCorpus *corpus, PlenumThemes *themes, GError **error)
{
  guint n = plenum_themes_get_n (themes);
  g_autofree PlenumThemeProposal *proposals = g_new0 (PlenumThemeProposal, n);
  g_autoptr (GPtrArray) ideas = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlenumAction) action = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlenumTheme *theme = plenum_themes_get (themes, i);
      const char **ids = g_new0 (const char *, theme->members->len + 1);

      for (guint k = 0; k < theme->members->len; k++)
        ids[k] = plenum_corpus_get (corpus, g_array_index (theme->members, guint, k))->id;
      g_ptr_array_add (ideas, ids);
      proposals[i].title = *theme->name != '\0' ? theme->name : _("Without a name");
      proposals[i].ideas = ids;
    }
  action = plenum_action_store_themes (proposals, n);

  return plenum_cli_perform (cli, action, error);
}

gboolean
plenum_cli_cluster (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumThemeOptions options = { .n_themes = MAX (n_themes, 0), .progress = show_second_half, .progress_data = cli };
  g_autoptr (PlenumCorpus) corpus = NULL;
  g_autoptr (PlenumTextVectors) vectors = NULL;
  g_autoptr (PlenumThemes) themes = NULL;

  if (!check_number (error))
    return FALSE;
  if (accept && texts.input != NULL)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                           _("Themes can be stored in workshops only: use --accept without --input."));
      return FALSE;
    }
  plenum_cli_watch_interrupt (cli);
  if ((corpus = plenum_cli_read_texts (cli, &texts, arguments, error)) == NULL)
    return FALSE;
  vectors = plenum_text_vectors_new (corpus, show_first_half, cli, cli->cancellable, error);
  if (vectors != NULL)
    themes = plenum_themes_find (vectors, &options, cli->cancellable, error);
  plenum_cli_end_progress (cli);
  if (themes == NULL || (accept && plenum_themes_get_n (themes) > 0 && !store_themes (cli, corpus, themes, error)))
    return FALSE;

  if (cli->json)
    print_json (corpus, themes);
  else
    print_themes (cli, corpus, themes);

  return TRUE;
}
