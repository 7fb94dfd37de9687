/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots as PrefLib has them: see plenum-ballot-preflib.c. */
#include "plenum-ballot-writer-private.h"

#include <glib/gi18n-lib.h>

gboolean
plenum_preflib_takes_kind (PlenumPaperKind kind)
{
  switch (kind)
    {
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CONSENT:
      return TRUE;
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return FALSE;
    }
}

static PlenumPaperKind
get_kind (const PlenumProfile *profile)
{
  return plenum_method_get_paper_kind (plenum_profile_get_method (profile));
}

/* Strict orders or orders with ties, complete or incomplete; or categories. */
const char *
plenum_preflib_get_suffix (const PlenumProfile *profile)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (profile);
  gboolean complete = TRUE, ties = FALSE;

  if (get_kind (profile) != PLENUM_PAPER_RANKING)
    return "cat";

  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    {
      const PlenumRanking *ranking = plenum_rankings_get (rankings, i);

      complete &= ranking->length == plenum_profile_get_n_options (profile);
      for (guint e = 0; e < ranking->length; e++)
        ties |= (ranking->entries[e] & PLENUM_RANK_TIED) != 0;
    }

  return ties ? complete ? "toc" : "toi" : complete ? "soc" : "soi";
}

static guint
count_categories (const PlenumProfile *profile)
{
  PlenumPaperKind kind = get_kind (profile);

  if (kind == PLENUM_PAPER_SCORES)
    return plenum_profile_get_integer (profile, "maximum") - plenum_profile_get_integer (profile, "minimum") + 1;
  if (kind == PLENUM_PAPER_RESISTANCES)
    return plenum_profile_get_integer (profile, "maximum") + 1;
  if (kind == PLENUM_PAPER_GRADES)
    {
      g_auto (GStrv) grades = plenum_profile_list_grades (profile);

      return g_strv_length (grades);
    }

  return kind == PLENUM_PAPER_SET ? 2 : 3;
}

/* Each category stands for one value, the best first; all that was not chosen is in
 * the last of a set. */
static guint
get_category (const PlenumProfile *profile, gint64 value)
{
  PlenumPaperKind kind = get_kind (profile);

  if (kind == PLENUM_PAPER_SCORES)
    return plenum_profile_get_integer (profile, "maximum") - value;
  if (kind == PLENUM_PAPER_SET || kind == PLENUM_PAPER_STANCES)
    return 1 - value;

  return kind == PLENUM_PAPER_GRADES ? value - 1 : value;
}

static char *
name_category (const PlenumProfile *profile, guint category)
{
  PlenumPaperKind kind = get_kind (profile);

  if (kind == PLENUM_PAPER_SET)
    return g_strdup (category == 0 ? _("Chosen") : _("Not chosen"));
  if (kind == PLENUM_PAPER_STANCES)
    return g_strdup (category == 0 ? _("Agree") : category == 1 ? _("Pass") : _("Disagree"));
  if (kind == PLENUM_PAPER_CONSENT)
    return g_strdup (category == 0 ? _("Consent") : category == 1 ? _("Concern") : _("Objection"));
  if (kind == PLENUM_PAPER_GRADES)
    {
      g_auto (GStrv) grades = plenum_profile_list_grades (profile);

      return g_strdup (grades[category]);
    }
  if (kind == PLENUM_PAPER_SCORES)
    return g_strdup_printf ("%" G_GINT64_FORMAT, plenum_profile_get_integer (profile, "maximum") - category);

  return g_strdup_printf ("%u", category);
}

gboolean
plenum_preflib_check (const PlenumProfile *profile, const PlenumBallotRows *rows, GError **error)
{
  if (get_kind (profile) != PLENUM_PAPER_RANKING)
    return TRUE;

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const PlenumRanking *ranking = g_array_index (rows->rows, PlenumBallotRow, i).ranking;

      for (guint e = 0; e < ranking->length; e++)
        if ((ranking->entries[e] & PLENUM_RANK_GAP) != 0)
          return plenum_ballot_writer_refuse (error, _("On some ballots a rank was left out, which this file format cannot say. Write them as BLT or as a table (CSV)."));
    }

  return TRUE;
}

/* "3,{1,2}" */
static void
append_ranking (GString *text, const PlenumRanking *ranking)
{
  for (guint i = 0; i < ranking->length; i++)
    {
      gboolean tied = (ranking->entries[i] & PLENUM_RANK_TIED) != 0;
      gboolean more = i + 1u < ranking->length && (ranking->entries[i + 1] & PLENUM_RANK_TIED) != 0;

      g_string_append_printf (text, "%s%s%u%s", i > 0 ? "," : "", !tied && more ? "{" : "",
                              (ranking->entries[i] & PLENUM_RANK_OPTION) + 1u, tied && !more ? "}" : "");
    }
}

/* "{1,3},{},2": each category with its options */
static void
append_categories (GString *text, const PlenumProfile *profile, const PlenumBallotGroup *group, guint n)
{
  gboolean rest = get_kind (profile) == PLENUM_PAPER_SET;

  for (guint category = 0; category < n; category++)
    {
      gboolean first = TRUE;
      guint next = 0;

      g_string_append (text, category > 0 ? ",{" : "{");
      for (guint option = 0; option < plenum_profile_get_n_options (profile); option++)
        {
          gboolean named = next < group->n_choices && group->choices[next].option == option;
          gboolean here = named ? get_category (profile, group->choices[next].value) == category
                                : rest && category + 1 == n;

          next += named ? 1 : 0;
          if (!here)
            continue;
          g_string_append_printf (text, "%s%u", first ? "" : ",", option + 1);
          first = FALSE;
        }
      g_string_append_c (text, '}');
    }
}

static void
append_head (PlenumBallotWriter *self)
{
  gboolean ranked = get_kind (self->profile) == PLENUM_PAPER_RANKING;
  const char *suffix = plenum_preflib_get_suffix (self->profile);
  g_autofree char *settings = plenum_ballot_writer_list_settings (self);
  guint n = plenum_profile_get_n_options (self->profile);

  g_string_append_printf (self->text, "# FILE NAME: ballots.%s\n# TITLE: %s\n# DESCRIPTION: %s\n# DATA TYPE: %s\n"
                                      "# MODIFICATION TYPE: original\n# NUMBER ALTERNATIVES: %u\n"
                                      "# NUMBER VOTERS: %" G_GINT64_FORMAT "\n# NUMBER UNIQUE %s: %u\n",
                          suffix, self->title, settings, suffix, n, self->rows->n_ballots,
                          ranked ? "ORDERS" : "PREFERENCES", self->rows->rows->len);
  if (!ranked)
    g_string_append_printf (self->text, "# NUMBER CATEGORIES: %u\n", count_categories (self->profile));
  for (guint i = 0; !ranked && i < count_categories (self->profile); i++)
    {
      g_autofree char *name = name_category (self->profile, i);
      g_autofree char *clean = plenum_ballot_writer_clean (name);

      g_string_append_printf (self->text, "# CATEGORY NAME %u: %s\n", i + 1, clean);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = plenum_ballot_writer_clean (plenum_profile_get_option_text (self->profile, i));
      /* Quotation marks around a name are taken off when it is read. */
      gboolean quoted = name[0] == '"' && g_str_has_suffix (name + 1, "\"");

      g_string_append_printf (self->text, quoted ? "# ALTERNATIVE NAME %u: \"%s\"\n" : "# ALTERNATIVE NAME %u: %s\n", i + 1, name);
    }
}

gboolean
plenum_preflib_write (PlenumBallotWriter *self, GError **error)
{
  guint n = count_categories (self->profile);

  append_head (self);
  if (!plenum_ballot_writer_flush (self, error))
    return FALSE;

  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const PlenumBallotRow *row = &g_array_index (self->rows->rows, PlenumBallotRow, i);

      g_string_append_printf (self->text, "%" G_GINT64_FORMAT ": ", row->copies);
      if (row->ranking != NULL)
        append_ranking (self->text, row->ranking);
      else
        append_categories (self->text, self->profile, row->group, n);
      g_string_append_c (self->text, '\n');
      if (!plenum_ballot_writer_flush (self, error))
        return FALSE;
    }

  return TRUE;
}
