/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check that whoever casts a ballot hands to the store. */
#include "plenum-sheet-check.h"

#include "plenum-profile.h"

#include <glib/gi18n-lib.h>

static PlenumProfile *
read_form (const PlenumSheetForm *form, GError **error)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (PlenumProfile) profile = NULL;

  for (const char * const *pair = form->settings; pair != NULL && *pair != NULL; pair += 2)
    plenum_settings_set (settings, pair[0], pair[1]);

  profile = plenum_profile_new (form->method, settings, error);
  if (profile == NULL)
    return NULL;

  for (const char * const *pair = form->options; pair != NULL && *pair != NULL; pair += 2)
    if (!plenum_profile_add_option (profile, pair[0], pair[1], 0, error))
      return NULL;

  return g_steal_pointer (&profile);
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
  g_autoptr (PlenumProfile) profile = read_form (form, error);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  PlenumPaper paper = { sheet->channel, sheet->voters, sheet->weight };

  if (profile == NULL)
    return FALSE;

  for (gsize i = 0; i < sheet->n_marks; i++)
    {
      PlenumChoice choice = { 0, sheet->marks[i].value };

      if (!plenum_profile_find_option (profile, sheet->marks[i].option, &choice.option))
        {
          g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
                       g_dgettext (GETTEXT_PACKAGE, "The ballot speaks of an option “%s” that this poll does not have."),
                       sheet->marks[i].option);
          return FALSE;
        }
      g_array_append_val (choices, choice);
    }

  paper.choices = (const PlenumChoice *) choices->data;
  paper.n_choices = choices->len;
  return plenum_profile_check_ballot (profile, &paper, error);
}
