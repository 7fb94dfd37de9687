/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history, undo, redo */
#include "plenum-history.h"

#include <glib/gi18n-lib.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-uuid.h"

/* A deleted workshop has a history, too, and undoing brings it back; then only its
 * whole id is left to name it. */
static char *
find_workshop (PlenumCli *cli, const char *name, GError **error)
{
  if (!plenum_uuid_is_valid (name))
    return plenum_cli_get_workshop (cli, name, error);

  return plenum_cli_open (cli, error) != NULL ? g_strdup (name) : NULL;
}

static GPtrArray *
read_history (PlenumCli *cli, const char *workshop, const char *name, GError **error)
{
  g_autoptr (GPtrArray) entries = plenum_store_get_history (cli->store, workshop, error);

  if (entries == NULL || entries->len > 0)
    return g_steal_pointer (&entries);

  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
               _("There is no workshop “%s” in this library"), name);
  return NULL;
}

static void
print_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      PlenumHistoryEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_integer (builder, "id", entry->id);
      plenum_cli_json_time (builder, "time", entry->time);
      plenum_cli_json_text (builder, "label", entry->label);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, entry->state != PLENUM_HISTORY_DONE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);
}

static const char *
describe_state (PlenumHistoryState state)
{
  switch (state)
    {
    case PLENUM_HISTORY_UNDONE:
      return _("undone");

    case PLENUM_HISTORY_ABANDONED:
      return _("undone for good");

    case PLENUM_HISTORY_DONE:
    default:
      return "";
    }
}

static void
print_entries (PlenumCli *cli, GPtrArray *entries)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      PlenumHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->time / 1000);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *time = g_date_time_format (local, "%x %X");

      plenum_cli_table_add (table, time, entry->label, describe_state (entry->state), NULL);
    }
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_history (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = find_workshop (cli, arguments[0], error);
  g_autoptr (GPtrArray) entries = workshop != NULL ? read_history (cli, workshop, arguments[0], error) : NULL;

  if (entries == NULL)
    return FALSE;

  if (cli->json)
    print_json (entries);
  else
    print_entries (cli, entries);

  return TRUE;
}

static gboolean
parse_count (const char *text, guint *count, GError **error)
{
  guint64 value = 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &value, NULL))
    {
      g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                   _("“%s” is no number of steps. Give a whole number from 1."), text);
      return FALSE;
    }

  *count = value;
  return TRUE;
}

static guint
count_entries (GPtrArray *entries, PlenumHistoryState state)
{
  guint count = 0;

  for (guint i = 0; i < entries->len; i++)
    count += ((PlenumHistoryEntry *) entries->pdata[i])->state == state;

  return count;
}

typedef gboolean (*StepFunc) (PlenumStore  *store,
                              const char   *workshop,
                              GError      **error);

/* All steps or none: what was done already is taken back if one cannot be done. */
static gboolean
step_all (PlenumStore *store, const char *workshop, guint count, StepFunc step, StepFunc back, GError **error)
{
  for (guint i = 0; i < count; i++)
    if (!step (store, workshop, error))
      {
        for (; i > 0; i--)
          back (store, workshop, NULL);
        return FALSE;
      }

  return TRUE;
}

/* The entries that are in another state than before; an entry keeps its place. */
static GPtrArray *
find_changed (GPtrArray *before, GPtrArray *after)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < MIN (before->len, after->len); i++)
    if (((PlenumHistoryEntry *) before->pdata[i])->state != ((PlenumHistoryEntry *) after->pdata[i])->state)
      g_ptr_array_add (changed, after->pdata[i]);

  return changed;
}

static gboolean
step (PlenumCli *cli, char **arguments, gboolean redo, GError **error)
{
  g_autofree char *workshop = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  guint count, possible;

  if (!parse_count (arguments[1], &count, error)
      || (workshop = find_workshop (cli, arguments[0], error)) == NULL
      || (before = read_history (cli, workshop, arguments[0], error)) == NULL)
    return FALSE;

  possible = count_entries (before, redo ? PLENUM_HISTORY_UNDONE : PLENUM_HISTORY_DONE);
  if (possible > 0 && count > possible)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING,
                   redo ? g_dngettext (GETTEXT_PACKAGE, "Only %u step can be redone", "Only %u steps can be redone", possible)
                        : g_dngettext (GETTEXT_PACKAGE, "Only %u step can be undone", "Only %u steps can be undone", possible),
                   possible);
      return FALSE;
    }

  if (!step_all (cli->store, workshop, count, redo ? plenum_store_redo : plenum_store_undo,
                 redo ? plenum_store_undo : plenum_store_redo, error))
    return FALSE;

  after = plenum_store_get_history (cli->store, workshop, error);
  if (after == NULL)
    return FALSE;
  changed = find_changed (before, after);
  if (cli->json)
    print_json (changed);
  else if (!cli->quiet)
    print_entries (cli, changed);

  return TRUE;
}

gboolean
plenum_cli_undo (PlenumCli *cli, char **arguments, GError **error)
{
  return step (cli, arguments, FALSE, error);
}

gboolean
plenum_cli_redo (PlenumCli *cli, char **arguments, GError **error)
{
  return step (cli, arguments, TRUE, error);
}
