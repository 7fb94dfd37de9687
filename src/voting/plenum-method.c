/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of methods. A new one is a file beside this and a row here. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order in which they are offered: what facilitators use most comes first. */
static const PlenumMethod * const methods[] = {
  &plenum_method_dots,
  &plenum_method_approval,
  &plenum_method_agreement,
  &plenum_method_consensing,
  &plenum_method_consent,
  &plenum_method_score,
  &plenum_method_majority_judgement,
  &plenum_method_quadratic,
  &plenum_method_pairwise,
  &plenum_method_plurality,
  &plenum_method_runoff,
  &plenum_method_irv,
  &plenum_method_star,
  &plenum_method_schulze,
  &plenum_method_ranked_pairs,
  &plenum_method_condorcet,
  &plenum_method_copeland,
  &plenum_method_minimax,
  &plenum_method_kemeny,
  &plenum_method_borda,
  &plenum_method_stv,
  &plenum_method_seqpav,
  &plenum_method_pav,
  &plenum_method_phragmen,
  &plenum_method_equal_shares,
  &plenum_method_greedy_budget,
};

const char * const plenum_tie_breaks[] = { "none", "lot", "order", NULL };

/**
 * plenum_method_find:
 * @id: (nullable): the name in a poll, "dots"
 *
 * Returns: (transfer none) (nullable): the method, or %NULL if there is none of that id
 */
const PlenumMethod *
plenum_method_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (methods[i]->id, id) == 0)
      return methods[i];

  return NULL;
}

/**
 * plenum_method_get:
 * @index: less than plenum_method_count()
 *
 * Returns: (transfer none): a method of the table
 */
const PlenumMethod *
plenum_method_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (methods), NULL);

  return methods[index];
}

guint
plenum_method_count (void)
{
  return G_N_ELEMENTS (methods);
}

const char *
plenum_method_get_id (const PlenumMethod *self)
{
  return self->id;
}

/**
 * plenum_method_get_name:
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
plenum_method_get_name (const PlenumMethod *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->name);
}

/**
 * plenum_method_get_purpose:
 *
 * Returns: (transfer none): when to choose it, in a translated line
 */
const char *
plenum_method_get_purpose (const PlenumMethod *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->purpose);
}

/**
 * plenum_method_get_rule:
 *
 * Returns: (transfer none): how it is counted, in a translated sentence
 */
const char *
plenum_method_get_rule (const PlenumMethod *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->rule);
}

/**
 * plenum_method_get_suited:
 *
 * Returns: (transfer none): when it is right, in a translated sentence
 */
const char *
plenum_method_get_suited (const PlenumMethod *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->suited);
}

/**
 * plenum_method_get_unsuited:
 *
 * Returns: (transfer none): when another is better, in a translated sentence
 */
const char *
plenum_method_get_unsuited (const PlenumMethod *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->unsuited);
}

PlenumGoal
plenum_method_get_goal (const PlenumMethod *self)
{
  return self->goal;
}

/**
 * plenum_method_takes_ties:
 *
 * Returns: whether equal ranks on a ranked ballot count as equal; where they do not,
 *   a ballot says nothing from them on
 */
gboolean
plenum_method_takes_ties (const PlenumMethod *self)
{
  return self->takes_ties;
}

/**
 * plenum_method_less_is_better:
 *
 * Returns: whether the smallest score is the best: resistance, objections
 */
gboolean
plenum_method_less_is_better (const PlenumMethod *self)
{
  return self->less_is_better;
}

PlenumPaperKind
plenum_method_get_paper_kind (const PlenumMethod *self)
{
  return self->paper;
}

/**
 * plenum_method_takes_hands:
 *
 * Returns: whether the totals of a show of hands can be entered as a ballot
 */
gboolean
plenum_method_takes_hands (const PlenumMethod *self)
{
  return self->takes_hands;
}

/**
 * plenum_method_get_setting:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): a setting, or %NULL after the last
 */
const PlenumSetting *
plenum_method_get_setting (const PlenumMethod *self, guint index)
{
  for (guint i = 0; self->settings[i].name != NULL; i++)
    if (i == index)
      return &self->settings[i];

  return NULL;
}

/**
 * plenum_method_find_setting:
 *
 * Returns: (transfer none) (nullable): the setting of that name, or %NULL
 */
const PlenumSetting *
plenum_method_find_setting (const PlenumMethod *self, const char *name)
{
  for (guint i = 0; self->settings[i].name != NULL; i++)
    if (strcmp (self->settings[i].name, name) == 0)
      return &self->settings[i];

  return NULL;
}

/**
 * plenum_setting_get_label:
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
plenum_setting_get_label (const PlenumSetting *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

static gboolean
refuse_unknown (const PlenumMethod *self, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->settings[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", self->settings[i].name);

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_SETTING,
               /* Translators: a setting, a voting method, a list of settings: all as they are written in files. */
               g_dgettext (GETTEXT_PACKAGE, "“%s” is not a setting of “%s”, which has these: %s."),
               name, self->id, names->str);
  return FALSE;
}

static gboolean
check_integer (const PlenumSetting *setting, const char *value, GError **error)
{
  gint64 number;

  if (g_ascii_string_to_signed (value, 10, setting->minimum, setting->maximum, &number, NULL))
    return TRUE;

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING,
               /* Translators: a setting as it is written in files, its value, the smallest and the greatest it may have. */
               g_dgettext (GETTEXT_PACKAGE, "The setting “%s” cannot be “%s”: it is a whole number from %lld to %lld."),
               setting->name, value, (long long) setting->minimum, (long long) setting->maximum);
  return FALSE;
}

static gboolean
check_choice (const PlenumSetting *setting, const char *value, GError **error)
{
  g_autofree char *choices = NULL;

  if (g_strv_contains (setting->choices, value))
    return TRUE;

  choices = g_strjoinv (", ", (char **) setting->choices);
  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING,
               /* Translators: a setting, its value, the words it may be: all as they are written in files. */
               g_dgettext (GETTEXT_PACKAGE, "The setting “%s” cannot be “%s”: it is one of these: %s."),
               setting->name, value, choices);
  return FALSE;
}

static gboolean
check_amount (const PlenumSetting *setting, const char *value, GError **error)
{
  g_autoptr (PlenumRational) amount = *value != '\0' ? plenum_rational_new_from_text (value) : NULL;

  if (*value == '\0' || amount != NULL)
    return TRUE;

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING,
               /* Translators: a setting as it is written in files, and its value. */
               g_dgettext (GETTEXT_PACKAGE, "The setting “%s” cannot be “%s”: it is a number such as “1200”, “12.50” or “7/3”."),
               setting->name, value);
  return FALSE;
}

static gboolean
check_value (const PlenumSetting *setting, const char *value, GError **error)
{
  switch (setting->kind)
    {
    case PLENUM_SETTING_INTEGER:
      return check_integer (setting, value, error);
    case PLENUM_SETTING_CHOICE:
      return check_choice (setting, value, error);
    case PLENUM_SETTING_AMOUNT:
      return check_amount (setting, value, error);
    case PLENUM_SETTING_TEXT:
    default:
      return TRUE;
    }
}

/**
 * plenum_method_check_settings:
 * @settings: (nullable): what a poll says
 * @error: return location for %PLENUM_VOTING_ERROR_UNKNOWN_SETTING or
 *   %PLENUM_VOTING_ERROR_INVALID_SETTING
 *
 * A setting that is not known is refused and not skipped: a poll of a newer
 * program must not be counted by another rule than it says.
 *
 * Returns: whether the method can be run with @settings
 */
gboolean
plenum_method_check_settings (const PlenumMethod *self, const PlenumSettings *settings, GError **error)
{
  g_auto (GStrv) names = NULL;
  const char *seed;

  if (settings == NULL)
    return TRUE;

  names = plenum_settings_list (settings);
  for (char **name = names; *name != NULL; name++)
    {
      const PlenumSetting *setting = plenum_method_find_setting (self, *name);

      if (setting == NULL)
        return refuse_unknown (self, *name, error);
      if (!check_value (setting, plenum_settings_get (settings, *name), error))
        return FALSE;
    }

  seed = plenum_settings_get (settings, "seed");
  if (g_strcmp0 (plenum_settings_get (settings, "tie_break"), "lot") == 0 && (seed == NULL || *seed == '\0'))
    {
      g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING,
                           g_dgettext (GETTEXT_PACKAGE, "A lot needs a seed that everybody can check: give the setting “seed” any text."));
      return FALSE;
    }

  return TRUE;
}
