/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

#include <string.h>

PlenumProfile *
poll_new (const char *method, const char *settings, guint n_options)
{
  g_autoptr (PlenumSettings) parsed = plenum_settings_new ();
  g_auto (GStrv) pairs = g_strsplit (settings, " ", -1);
  g_autoptr (GError) error = NULL;
  PlenumProfile *poll;

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);

      if (parts[0] != NULL)
        plenum_settings_set (parsed, parts[0], parts[1]);
    }

  poll = plenum_profile_new (method, parsed, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *id = i < 26 ? g_strdup_printf ("%c", 'a' + i) : g_strdup_printf ("o%u", i);
      g_autofree char *text = g_ascii_strup (id, -1);

      g_assert_true (plenum_profile_add_option (poll, id, text, NULL, &error));
    }

  return poll;
}

gboolean
poll_try (PlenumProfile *poll, const char *ballot, const char *channel, gint64 voters, const char *weight, GError **error)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  g_auto (GStrv) pairs = g_strsplit (ballot, " ", -1);
  PlenumPaper paper = { channel, voters, weight, NULL, 0 };

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);
      PlenumChoice choice = { G_MAXUINT, 0 };

      if (parts[0] == NULL)
        continue;
      plenum_profile_find_option (poll, parts[0], &choice.option);
      choice.value = g_ascii_strtoll (parts[1], NULL, 10);
      g_array_append_val (choices, choice);
    }

  paper.choices = (const PlenumChoice *) choices->data;
  paper.n_choices = choices->len;
  g_assert_cmpint (plenum_profile_check_ballot (poll, &paper, NULL), ==, plenum_profile_add_ballot (poll, &paper, 1, error));

  return error == NULL || *error == NULL;
}

void
poll_cast (PlenumProfile *poll, const char *ballot)
{
  poll_weigh (poll, ballot, NULL);
}

void
poll_weigh (PlenumProfile *poll, const char *ballot, const char *weight)
{
  g_autoptr (GError) error = NULL;

  poll_try (poll, ballot, "screen", 1, weight, &error);
  g_assert_no_error (error);
}

void
poll_hands (PlenumProfile *poll, const char *totals, gint64 voters)
{
  g_autoptr (GError) error = NULL;

  poll_try (poll, totals, "hands", voters, NULL, &error);
  g_assert_no_error (error);
}

void
poll_cast_many (PlenumProfile *poll, gint64 copies, const char *ballot)
{
  for (gint64 i = 0; i < copies; i++)
    poll_cast (poll, ballot);
}

void
poll_rank (PlenumProfile *poll, gint64 copies, const char *ranking)
{
  g_auto (GStrv) places = g_strsplit (ranking, ">", -1);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  PlenumPaper paper = { "screen", 1, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_auto (GStrv) equal = g_strsplit (places[i], "=", -1);

      for (guint j = 0; equal[j] != NULL; j++)
        {
          PlenumChoice choice = { G_MAXUINT, i + 1 };

          if (*g_strstrip (equal[j]) == '\0')
            continue;
          g_assert_true (plenum_profile_find_option (poll, equal[j], &choice.option));
          g_array_append_val (choices, choice);
        }
    }

  paper.choices = (const PlenumChoice *) choices->data;
  paper.n_choices = choices->len;
  plenum_profile_add_ballot (poll, &paper, copies, &error);
  g_assert_no_error (error);
}

const char *
tally_step (PlenumTally *tally, const char *kind)
{
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    if (strcmp (plenum_tally_get_step (tally, i)->kind, kind) == 0)
      return plenum_tally_get_step (tally, i)->text;

  return "";
}

PlenumTally *
poll_count (PlenumProfile *poll)
{
  g_autoptr (GError) error = NULL;
  PlenumTally *tally = plenum_tally_count (poll, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tally);

  return tally;
}

char *
tally_ranking (PlenumTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *options = plenum_tally_get_place (tally, i, &n);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " = " : i > 0 ? " > " : "",
                                plenum_tally_get_option_id (tally, options[j]));
    }

  return g_string_free (text, FALSE);
}

char *
tally_winners (PlenumTally *tally)
{
  GString *text = g_string_new (NULL);
  guint n;
  const guint *winners = plenum_tally_get_winners (tally, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (plenum_tally_is_winner (tally, winners[i]));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", plenum_tally_get_option_id (tally, winners[i]));
    }

  return g_string_free (text, FALSE);
}

char *
tally_scores (PlenumTally *tally)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plenum_tally_get_n_options (tally); i++)
    {
      g_autofree char *score = plenum_rational_to_text (plenum_tally_get_score (tally, i));

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", plenum_tally_get_option_id (tally, i), score);
    }

  return g_string_free (text, FALSE);
}
