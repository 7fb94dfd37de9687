/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duplicates */
#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-cli-texts.h"
#include "plenum-difference.h"
#include "plenum-duplicates.h"

#define MOST_WORDS 8 /* shown to people; JSON has them all */

static PlenumCliTexts texts;
static double threshold;

const GOptionEntry plenum_cli_duplicates_options[] = {
  { "input", 0, 0, G_OPTION_ARG_FILENAME, &texts.input, N_("A CSV file to read instead of workshops"), N_("FILE") },
  { "text-column", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.columns, N_("The column that has the text; can be given more than once"), N_("COLUMN") },
  { "id-column", 0, 0, G_OPTION_ARG_FILENAME, &texts.id_column, N_("The column that has the ids; rows are numbered from 1 unless given"), N_("COLUMN") },
  { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &threshold, N_("From which similarity on, from 0.3 to 1; chosen by the texts unless given"), N_("T") },
  G_OPTION_ENTRY_NULL
};

static gboolean
check_threshold (GError **error)
{
  if (threshold == 0.0 || (threshold >= PLENUM_DUPLICATE_FLOOR && threshold <= 1.0))
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               _("The threshold is a number from %.1f to 1, such as 0.6"), PLENUM_DUPLICATE_FLOOR);
  return FALSE;
}

static void
add_number (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, (int) (value * 10000 + 0.5) / 10000.0);
}

static void
print_json (PlenumCorpus *corpus, PlenumDuplicates *duplicates)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_duplicates_get_n_pairs (duplicates); i++)
    {
      const PlenumDuplicatePair *pair = plenum_duplicates_get_pair (duplicates, i);
      g_autoptr (PlenumDifference) difference = plenum_difference_new (plenum_corpus_get (corpus, pair->a)->text,
                                                                       plenum_corpus_get (corpus, pair->b)->text);

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "a", plenum_cli_get_id (corpus, pair->a));
      plenum_cli_json_text (builder, "b", plenum_cli_get_id (corpus, pair->b));
      add_number (builder, "similarity", pair->similarity);
      plenum_cli_json_strings (builder, "shared", difference->shared);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_duplicates_get_n_groups (duplicates); i++)
    {
      guint n;
      const guint *group = plenum_duplicates_get_group (duplicates, i, &n);

      json_builder_begin_array (builder);
      for (guint j = 0; j < n; j++)
        json_builder_add_string_value (builder, plenum_cli_get_id (corpus, group[j]));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

static char *
join_words (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < MIN (words->len, MOST_WORDS); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (const char *) words->pdata[i]);
  if (words->len > MOST_WORDS)
    g_string_append (joined, " …");
  if (words->len == 0)
    g_string_append (joined, "–");

  return g_string_free (joined, FALSE);
}

static void
print_difference (PlenumCli *cli, PlenumCorpus *corpus, guint first, guint other)
{
  g_autoptr (PlenumDifference) difference = plenum_difference_new (plenum_corpus_get (corpus, first)->text,
                                                                   plenum_corpus_get (corpus, other)->text);
  g_autofree char *only_first = join_words (difference->only_a);
  g_autofree char *only_other = join_words (difference->only_b);

  g_autofree char *reason = NULL;

  if (difference->only_a->len == 0 && difference->only_b->len == 0)
    return;

  /* Translators: words that the first text of a group of duplicates has and the other has not, and the reverse */
  reason = g_strdup_printf (_("only in the first: %s; only here: %s"), only_first, only_other);
  plenum_cli_say (cli, "    %s", reason);
}

static void
print_groups (PlenumCli *cli, PlenumCorpus *corpus, PlenumDuplicates *duplicates)
{
  guint n_groups = plenum_duplicates_get_n_groups (duplicates);

  plenum_cli_say (cli, ngettext ("%u group of duplicates, from a similarity of %.2f on",
                                 "%u groups of duplicates, from a similarity of %.2f on", n_groups),
                  n_groups, plenum_duplicates_get_threshold (duplicates));
  for (guint i = 0; i < n_groups; i++)
    {
      guint n;
      const guint *group = plenum_duplicates_get_group (duplicates, i, &n);

      plenum_cli_say (cli, "%s", "");
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *start = plenum_cli_get_start (corpus, group[j]);

          plenum_cli_say (cli, "%s  %s", plenum_cli_get_id (corpus, group[j]), start);
          if (j > 0)
            print_difference (cli, corpus, group[0], group[j]);
        }
    }
}

gboolean
plenum_cli_duplicates (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumDuplicateOptions options = { threshold, NULL, plenum_cli_show_progress, cli };
  g_autoptr (PlenumCorpus) corpus = NULL;
  g_autoptr (PlenumDuplicates) duplicates = NULL;

  if (!check_threshold (error))
    return FALSE;
  plenum_cli_watch_interrupt (cli);
  if ((corpus = plenum_cli_read_texts (cli, &texts, arguments, error)) == NULL)
    return FALSE;
  duplicates = plenum_duplicates_find (corpus, &options, cli->cancellable, error);
  plenum_cli_end_progress (cli);
  if (duplicates == NULL)
    return FALSE;

  if (cli->json)
    print_json (corpus, duplicates);
  else if (plenum_duplicates_get_n_groups (duplicates) > 0)
    print_groups (cli, corpus, duplicates);
  else
    plenum_cli_say (cli, _("There are no duplicates among %u texts"), plenum_corpus_get_size (corpus));

  return TRUE;
}
