/* SPDX-License-Identifier: GPL-3.0-or-later */
/* poll cast, withdraw, receipts */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballots.h"
#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-comparisons.h"
#include "plenum-csv.h"
#include "plenum-method.h"
#include "plenum-output.h"
#include "plenum-paper-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-receipts.h"
#include "plenum-sheet-check.h"

static char *participant_name;
static char *channel;
static gint64 voters = 1;
static int paper;
static char *typist;
static char **reasons;

const GOptionEntry plenum_cli_poll_cast_options[] = {
  { "participant", 0, 0, G_OPTION_ARG_FILENAME, &participant_name, N_("Who votes: an id or a name; nobody in particular unless given"), N_("PARTICIPANT") },
  { "channel", 0, 0, G_OPTION_ARG_FILENAME, &channel, N_("How the vote came: screen, paper or hands; paper unless given"), N_("CHANNEL") },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &reasons, N_("Why, for a concern or an objection; can be given more than once"), N_("OPTION=TEXT") },
  { "paper", 0, 0, G_OPTION_ARG_INT, &paper, N_("The number of the paper, where papers are typed twice"), N_("NUMBER") },
  { "typist", 0, 0, G_OPTION_ARG_FILENAME, &typist, N_("Who types it, for example their initials"), N_("NAME") },
  { "voters", 0, 0, G_OPTION_ARG_INT64, &voters, N_("How many took part in a show of hands"), N_("NUMBER") },
  G_OPTION_ENTRY_NULL
};

static char *receipts_output;

const GOptionEntry plenum_cli_poll_withdraw_options[] = {
  { "participant", 0, 0, G_OPTION_ARG_FILENAME, &participant_name, N_("Who takes it back: an id or a name; nobody in particular unless given"), N_("PARTICIPANT") },
  G_OPTION_ENTRY_NULL
};

const GOptionEntry plenum_cli_poll_receipts_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &receipts_output, N_("Write them to a CSV file, “-” for standard output"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

/* By id, number or text; 0 is none, and no option is numbered so. */
static guint
find_option (PlenumPollForm *form, const char *name)
{
  guint64 number = 0;

  for (guint i = 0; i < form->options->len; i++)
    if (g_strcmp0 (plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_TEXT), name) == 0
        || g_str_equal (plenum_record_get_id (form->options->pdata[i]), name))
      return i + 1;

  if (g_ascii_string_to_unsigned (name, 10, 1, form->options->len, &number, NULL))
    return number;

  for (guint i = 0; i < form->options->len && strlen (name) >= 8; i++)
    if (g_str_has_prefix (plenum_record_get_id (form->options->pdata[i]), name))
      {
        if (number != 0)
          return 0;
        number = i + 1;
      }

  return number;
}

/* "OPTION" or "OPTION=VALUE", where the option's text may hold an equals sign. */
static gboolean
read_choice (PlenumPollForm *form, const char *text, guint *option, gint64 *value, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, equals - text) : NULL;

  *value = 1;
  *option = find_option (form, text);
  if (*option > 0)
    return TRUE;

  if (name != NULL && (*option = find_option (form, name)) > 0)
    {
      if (g_ascii_string_to_signed (equals + 1, 10, G_MININT32, G_MAXINT32, value, NULL))
        return TRUE;

      g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                   _("“%s” is no whole number, as in OPTION=3"), equals + 1);
      return FALSE;
    }

  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
               _("The poll has no option “%s”. “poll show” lists its options."), text);
  return FALSE;
}

/* "BETTER>OTHER" or "ONE=OTHER", where the options' texts may hold these signs. */
static gboolean
read_comparison (PlenumPollForm *form, const char *text, PlenumComparison *comparison, GError **error)
{
  for (const char *sign = strpbrk (text, ">="); sign != NULL; sign = strpbrk (sign + 1, ">="))
    {
      g_autofree char *one = g_strstrip (g_strndup (text, sign - text));
      g_autofree char *other = g_strstrip (g_strdup (sign + 1));
      guint better = find_option (form, one);
      guint worse = find_option (form, other);

      if (better > 0 && worse > 0 && better != worse)
        {
          *comparison = (PlenumComparison) { better - 1, worse - 1, *sign == '=' };
          return TRUE;
        }
    }

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               _("“%s” does not compare two options of this poll, as in BETTER>OTHER or, where they are equal, ONE=OTHER"), text);
  return FALSE;
}

static char *
read_comparisons (PlenumPollForm *form, char **texts, GError **error)
{
  g_autoptr (GArray) comparisons = g_array_new (FALSE, FALSE, sizeof (PlenumComparison));
  g_autoptr (GArray) choices = NULL;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      PlenumComparison comparison;

      if (!read_comparison (form, texts[i], &comparison, error))
        return NULL;
      g_array_append_val (comparisons, comparison);
    }
  if (comparisons->len > PLENUM_MOST_COMPARISONS)
    {
      g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                   _("A ballot has at most %d comparisons"), PLENUM_MOST_COMPARISONS);
      return NULL;
    }

  choices = plenum_comparisons_write ((const PlenumComparison *) comparisons->data, comparisons->len);
  for (guint i = 0; i < choices->len; i++)
    {
      const PlenumChoice *choice = &g_array_index (choices, PlenumChoice, i);

      json_object_set_int_member (object, plenum_record_get_id (form->options->pdata[choice->option]), choice->value);
    }
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static gboolean
compares (PlenumPollForm *form)
{
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (form->poll, PLENUM_POLL_METHOD));

  return method != NULL && plenum_method_get_paper_kind (method) == PLENUM_PAPER_PAIR;
}

static char *
read_choices (PlenumPollForm *form, char **texts, GError **error)
{
  g_autoptr (JsonObject) choices = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  if (compares (form))
    return read_comparisons (form, texts, error);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      guint option;
      gint64 value;
      const char *id;

      if (!read_choice (form, texts[i], &option, &value, error))
        return NULL;
      id = plenum_record_get_id (form->options->pdata[option - 1]);
      if (json_object_has_member (choices, id))
        {
          g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, _("“%s” is named twice"), texts[i]);
          return NULL;
        }
      json_object_set_int_member (choices, id, value);
    }

  json_node_set_object (node, choices);
  return json_to_string (node, FALSE);
}

/* "OPTION=TEXT", where both may hold an equals sign: the longest option counts. */
static gboolean
read_reason (PlenumPollForm *form, const char *text, JsonObject *object, GError **error)
{
  for (const char *equals = strrchr (text, '='); equals != NULL && g_utf8_validate (text, -1, NULL); equals = g_strrstr_len (text, equals - text, "="))
    {
      g_autofree char *name = g_strndup (text, equals - text);
      guint option = find_option (form, name);

      if (option > 0 && equals[1] != '\0')
        {
          json_object_set_string_member (object, plenum_record_get_id (form->options->pdata[option - 1]), equals + 1);
          return TRUE;
        }
    }

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               _("“%s” is no reason for an option of this poll, as in OPTION=TEXT"), text);
  return FALSE;
}

/* As ballots keep them, beside their choices. */
static gboolean
set_reasons (PlenumPollForm *form, PlenumRecord *ballot, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *extra = NULL;
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) kept = json_node_init_object (json_node_alloc (), object);

  json_object_unref (object);
  for (char **reason = reasons; reason != NULL && *reason != NULL; reason++)
    if (!read_reason (form, *reason, object, error))
      return FALSE;
  if (json_object_get_size (object) == 0)
    return TRUE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "reasons");
  json_builder_add_value (builder, g_steal_pointer (&kept));
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  extra = json_to_string (node, FALSE);
  plenum_record_set_text (ballot, PLENUM_BALLOT_EXTRA, extra);
  return TRUE;
}

/* By id or name. */
static char *
find_participant (PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) people = plenum_store_list (store, PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_WORKSHOP, workshop, error);
  const char *found = NULL;

  if (people == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (plenum_record_get_text (people->pdata[i], PLENUM_PARTICIPANT_NAME), participant_name) == 0
        || (strlen (participant_name) >= 8 && g_str_has_prefix (plenum_record_get_id (people->pdata[i]), participant_name)))
      {
        if (found != NULL)
          {
            g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS,
                         _("More than one participant is called “%s”. Give the whole id."), participant_name);
            return NULL;
          }
        found = plenum_record_get_id (people->pdata[i]);
      }

  if (found == NULL)
    g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                 _("There is no participant “%s” in this workshop"), participant_name);
  return g_strdup (found);
}

static void
print_receipt (PlenumCli *cli, const char *receipt)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      /* Translators: a code such as K7PM3-XQ9AB */
      plenum_cli_say (cli, _("The ballot was cast in secret. Its receipt is %s"), receipt);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "receipt", receipt);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}

/* @arguments: as typed, which is what a difference is shown by */
static gboolean
type_paper (PlenumCli *cli, PlenumRecord *ballot, char **arguments, GError **error)
{
  g_autofree char *typed = g_strjoinv (" ", arguments);
  g_autoptr (PlenumAction) action = plenum_action_type_paper (ballot, paper, typist, typed, plenum_sheet_check);

  return plenum_cli_perform (cli, action, error)
         && plenum_cli_print_id (cli, _("The paper was typed. Its ballot counts as soon as two people have typed the same."),
                                 plenum_action_get_result (action));
}

gboolean
plenum_cli_poll_cast (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autofree char *id = store != NULL ? plenum_store_resolve (store, PLENUM_POLL, arguments[0], error) : NULL;
  g_autoptr (PlenumPollForm) form = id != NULL ? plenum_store_get_poll_form (store, id, error) : NULL;
  g_autofree char *choices = form != NULL ? read_choices (form, arguments + 1, error) : NULL;
  g_autofree char *participant = NULL;
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autoptr (PlenumAction) action = NULL;

  if (choices == NULL || !set_reasons (form, ballot, error))
    return FALSE;
  if (participant_name != NULL
      && (participant = find_participant (store, plenum_record_get_text (form->poll, PLENUM_POLL_WORKSHOP), error)) == NULL)
    return FALSE;

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, id);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, participant);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, channel != NULL ? channel : "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  plenum_record_set_integer (ballot, PLENUM_BALLOT_VOTERS, voters);
  if (paper > 0 || typist != NULL)
    return type_paper (cli, ballot, arguments + 1, error);
  action = plenum_action_cast_ballot (ballot, plenum_sheet_check);

  if (!plenum_cli_perform (cli, action, error))
    return FALSE;

  if (!plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR))
    print_receipt (cli, plenum_action_get_result (action));
  else
    plenum_cli_print_id (cli, _("The ballot was cast. Its id is {id}"), plenum_action_get_result (action));
  return TRUE;
}

gboolean
plenum_cli_poll_withdraw (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autofree char *id = store != NULL ? plenum_store_resolve (store, PLENUM_POLL, arguments[0], error) : NULL;
  g_autoptr (PlenumRecord) poll = id != NULL ? plenum_store_get (store, PLENUM_POLL, id, error) : NULL;
  g_autofree char *participant = NULL;
  g_autoptr (PlenumAction) action = NULL;

  if (poll == NULL)
    return FALSE;
  if (participant_name != NULL
      && (participant = find_participant (store, plenum_record_get_text (poll, PLENUM_POLL_WORKSHOP), error)) == NULL)
    return FALSE;

  action = plenum_action_withdraw_secret_ballot (id, participant, arguments[1]);
  return plenum_cli_perform (cli, action, error) && plenum_cli_print_id (cli, _("The ballot was withdrawn"), id);
}

static gboolean
write_csv (GPtrArray *rows, PlenumOutput *output, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumCsvWriter) writer = plenum_csv_writer_new (plenum_output_get_stream (output), ',');

  for (guint i = 0; i < rows->len; i++)
    {
      for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
        plenum_csv_writer_add_text (writer, *cell);
      if (!plenum_csv_writer_end_record (writer, cancellable, error))
        return FALSE;
    }

  return plenum_output_finish (output, cancellable, error);
}

static void
print_rows_json (GPtrArray *rows, PlenumPollForm *form)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "receipt", cells[0]);
      json_builder_set_member_name (builder, "choices");
      json_builder_begin_object (builder);
      for (guint o = 0; o < form->options->len; o++)
        if (*cells[o + 1] != '\0')
          plenum_cli_json_integer (builder, plenum_record_get_id (form->options->pdata[o]),
                                   g_ascii_strtoll (cells[o + 1], NULL, 10));
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);
}

static void
print_rows (PlenumCli *cli, GPtrArray *rows)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  for (guint i = 0; i < rows->len; i++)
    plenum_cli_table_add_row (table, rows->pdata[i]);
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_poll_receipts (PlenumCli *cli, char **arguments, GError **error)
{
  PlenumStore *store = plenum_cli_open (cli, error);
  g_autofree char *id = store != NULL ? plenum_store_resolve (store, PLENUM_POLL, arguments[0], error) : NULL;
  g_autoptr (PlenumPollForm) form = id != NULL ? plenum_store_get_poll_form (store, id, error) : NULL;
  g_autoptr (PlenumAction) action = id != NULL ? plenum_action_show_result (id) : NULL;
  g_autoptr (PlenumOutput) output = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  /* What cannot be written is not shown, and so does not keep the poll closed. */
  if (form == NULL || (receipts_output != NULL && (output = plenum_output_open (receipts_output, error)) == NULL))
    return FALSE;
  if (!plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR) && !plenum_cli_perform (cli, action, error))
    return FALSE;
  rows = plenum_poll_receipts_list (store, id, error);
  if (rows == NULL)
    return FALSE;

  if (output != NULL)
    return write_csv (rows, output, cli->cancellable, error);
  if (cli->json)
    print_rows_json (rows, form);
  else
    print_rows (cli, rows);

  return TRUE;
}
