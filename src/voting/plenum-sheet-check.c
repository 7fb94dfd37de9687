/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the store's polls and ballots and what is counted; and the check that
 * whoever casts a ballot hands to the store. */
#include "plenum-sheet-check.h"

#include "plenum-reasons.h"

#include <glib/gi18n-lib.h>

/**
 * plenum_profile_new_for_form:
 * @form: a poll
 *
 * Returns: (transfer full) (nullable): a profile with the poll's method, settings
 *   and options, and no ballots
 */
PlenumProfile *
plenum_profile_new_for_form (const PlenumSheetForm *form, GError **error)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (PlenumProfile) profile = NULL;
  guint n = 0;

  for (const char * const *pair = form->settings; pair != NULL && *pair != NULL; pair += 2)
    plenum_settings_set (settings, pair[0], pair[1]);

  profile = plenum_profile_new (form->method, settings, error);
  if (profile == NULL)
    return NULL;

  for (const char * const *pair = form->options; pair != NULL && *pair != NULL; pair += 2, n++)
    {
      const char *cost = form->costs != NULL && *form->costs[n] != '\0' ? form->costs[n] : NULL;

      if (!plenum_profile_add_option (profile, pair[0], pair[1], cost, error))
        return NULL;
    }

  return g_steal_pointer (&profile);
}

static GArray *
read_choices (PlenumProfile *profile, const PlenumSheet *sheet, GError **error)
{
  g_autoptr (GArray) choices = g_array_sized_new (FALSE, FALSE, sizeof (PlenumChoice), sheet->n_marks);

  for (gsize i = 0; i < sheet->n_marks; i++)
    {
      PlenumChoice choice = { 0, sheet->marks[i].value };

      if (!plenum_profile_find_option (profile, sheet->marks[i].option, &choice.option))
        {
          g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
                       g_dgettext (GETTEXT_PACKAGE, "The ballot speaks of an option “%s” that this poll does not have."),
                       sheet->marks[i].option);
          return NULL;
        }
      g_array_append_val (choices, choice);
    }

  return g_steal_pointer (&choices);
}

/* Whether each reason belongs where it stands; adds them all where @add says so. */
static gboolean
handle_reasons (PlenumProfile *profile, const PlenumSheet *sheet, gboolean add, GError **error)
{
  for (gsize i = 0; i < sheet->n_marks; i++)
    {
      PlenumReason reason = { G_MAXUINT, sheet->marks[i].value, (char *) sheet->marks[i].reason };

      if (reason.text == NULL)
        continue;
      plenum_profile_find_option (profile, sheet->marks[i].option, &reason.option);
      if (add ? !plenum_profile_add_reason (profile, &reason, error) : !plenum_profile_check_reason (profile, &reason, error))
        return FALSE;
    }

  return TRUE;
}

static PlenumPaper
make_paper (const PlenumSheet *sheet, GArray *choices)
{
  return (PlenumPaper) {
    .channel = sheet->channel,
    .voters = sheet->voters,
    .weight = sheet->weight,
    .choices = (const PlenumChoice *) choices->data,
    .n_choices = choices->len,
  };
}

/**
 * plenum_profile_add_sheet:
 * @sheet: a ballot that was cast
 *
 * Adds the ballot to what is counted; a ballot that is refused changes nothing.
 */
gboolean
plenum_profile_add_sheet (PlenumProfile *profile, const PlenumSheet *sheet, GError **error)
{
  g_autoptr (GArray) choices = read_choices (profile, sheet, error);
  PlenumPaper paper;

  if (choices == NULL || !handle_reasons (profile, sheet, FALSE, error))
    return FALSE;

  paper = make_paper (sheet, choices);
  return plenum_profile_add_ballot (profile, &paper, 1, error) && handle_reasons (profile, sheet, TRUE, error);
}

/**
 * plenum_sheet_check:
 * @form: the poll
 * @sheet: what was filled in
 * @error: return location for an error in %PLENUM_VOTING_ERROR that says what would be right
 *
 * A #PlenumBallotCheck.
 *
 * Returns: whether the poll's method can count the ballot
 */
gboolean
plenum_sheet_check (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  g_autoptr (PlenumProfile) profile = plenum_profile_new_for_form (form, error);
  g_autoptr (GArray) choices = profile != NULL ? read_choices (profile, sheet, error) : NULL;
  PlenumPaper paper;

  if (choices == NULL || !handle_reasons (profile, sheet, FALSE, error))
    return FALSE;

  paper = make_paper (sheet, choices);
  return plenum_profile_check_ballot (profile, &paper, error);
}
