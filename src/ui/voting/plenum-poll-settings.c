/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a poll's settings are written as, and how their choices are called. */
#include "plenum-poll-settings.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * plenum_poll_settings_append_string:
 * @json: where it goes
 * @text: any text
 *
 * Writes @text as a string of JSON.
 */
void
plenum_poll_settings_append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

static gboolean
is_integer (const char *text)
{
  gsize digits;

  if (*text == '-')
    text++;
  digits = strspn (text, "0123456789");

  return digits > 0 && digits < 19 && text[digits] == '\0' && (*text != '0' || digits == 1);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plenum_poll_settings_to_json:
 *
 * Returns: (transfer full): the settings as a poll keeps them: an object with its
 *   members in order, numbers as numbers
 */
char *
plenum_poll_settings_to_json (const PlenumSettings *settings)
{
  g_auto (GStrv) names = plenum_settings_list (settings);
  GString *json = g_string_new ("{");

  qsort (names, g_strv_length (names), sizeof (char *), compare);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = plenum_settings_get (settings, names[i]);

      if (i > 0)
        g_string_append_c (json, ',');
      plenum_poll_settings_append_string (json, names[i]);
      g_string_append_c (json, ':');
      if (is_integer (value))
        g_string_append (json, value);
      else
        plenum_poll_settings_append_string (json, value);
    }
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/**
 * plenum_poll_choice_get_label:
 * @setting: the name of a setting
 * @choice: one of the words that it takes
 *
 * Returns: (transfer none): what it means, translated; the word itself if it is new
 */
const char *
plenum_poll_choice_get_label (const char *setting, const char *choice)
{
  static const struct { const char *choice, *label; } labels[] = {
    { "none", NC_("tie", "A tie stays a tie") },
    { "lot", NC_("tie", "By lot") },
    { "order", NC_("tie", "By a fixed order") },
    { "not-given", NC_("tie", "Counts as not given") },
    { "lowest", NC_("tie", "Counts as the lowest") },
    { "sum", NC_("tie", "The sum") },
    { "mean", NC_("tie", "The mean") },
    { "average", NC_("tie", "The average of what is left") },
    { "zero", NC_("tie", "None") },
    { "together", NC_("tie", "All of them go") },
    { "earlier", NC_("tie", "Earlier rounds decide") },
    { "cost", NC_("tie", "What it costs") },
    { "cardinality", NC_("tie", "One, whatever it costs") },
    { "add1", NC_("tie", "Everybody’s share is raised while the money lasts") },
    { "add1u", NC_("tie", "Everybody’s share is raised, then the most votes first") },
    { "greedy", NC_("tie", "The most votes first, while it fits") },
    { "votes", NC_("tie", "The most votes") },
    { "votes-per-cost", NC_("tie", "The most votes for the money") },
    { "scottish", NC_("tie", "As in Scottish council elections") },
    { "meek", NC_("tie", "By Meek’s rule") },
    { "margins", NC_("tie", "By how many votes more") },
    { "winning-votes", NC_("tie", "By the votes of the winner") },
  };

  if (strcmp (setting, "completion") == 0 && strcmp (choice, "none") == 0)
    return C_("tie", "It is kept");

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].choice, choice) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "tie", labels[i].label);

  return choice;
}
