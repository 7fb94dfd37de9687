/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties are broken only where a poll's settings ask for it, in one of two ways.
 *
 * By lot: options are sorted by the SHA-256 of the seed, a line feed and the
 * option's id, the least first. Everybody can draw again with
 * `printf 'SEED\nID' | sha256sum`, and neither the order of the list nor that of
 * the ballots has a say.
 *
 * By order: as a setting names them, else as the options stand in the list, which
 * was fixed before the vote. */
#include "plenum-tie-break.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint  option;
  char  *digest;
} Draw;

static int
compare_draws (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Draw *) a)->digest, ((const Draw *) b)->digest);
}

/**
 * plenum_tie_break_draw:
 * @options: (array length=n_options) (inout): options, then as drawn
 *
 * Draws the lot, with an empty seed where the settings have none.
 */
void
plenum_tie_break_draw (const PlenumProfile *profile, guint *options, guint n_options)
{
  const char *seed = plenum_profile_get_setting (profile, "seed");
  g_autofree Draw *draws = g_new (Draw, n_options);

  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *ticket = g_strconcat (seed, "\n", plenum_profile_get_option_id (profile, options[i]), NULL);

      draws[i].option = options[i];
      draws[i].digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ticket, -1);
    }

  qsort (draws, n_options, sizeof (Draw), compare_draws);

  for (guint i = 0; i < n_options; i++)
    {
      options[i] = draws[i].option;
      g_free (draws[i].digest);
    }
}

/* Those that the setting names in its order, then the others in that of the list. */
static void
put_in_order (const PlenumProfile *profile, guint *options, guint n_options)
{
  g_auto (GStrv) ids = g_strsplit (plenum_profile_get_setting (profile, "order"), ",", -1);
  guint done = 0;

  for (char **id = ids; *id != NULL; id++)
    {
      guint option = G_MAXUINT;

      plenum_profile_find_option (profile, g_strstrip (*id), &option);
      for (guint i = done; i < n_options; i++)
        if (options[i] == option)
          {
            memmove (options + done + 1, options + done, (i - done) * sizeof (guint));
            options[done++] = option;
          }
    }
}

/**
 * plenum_tie_break:
 * @options: (array length=n_options) (inout): tied options in the order of the list
 *
 * Returns: whether the settings asked to break the tie, so that @options are now in
 *   the order of their places
 */
gboolean
plenum_tie_break (const PlenumProfile *profile, guint *options, guint n_options)
{
  const char *how = plenum_profile_get_setting (profile, "tie_break");

  if (strcmp (how, "lot") == 0)
    plenum_tie_break_draw (profile, options, n_options);
  else if (strcmp (how, "order") == 0)
    put_in_order (profile, options, n_options);

  return strcmp (how, "none") != 0;
}

/**
 * plenum_tie_break_explain:
 * @tie: a tie that was broken
 *
 * Adds the line that says how.
 */
void
plenum_tie_break_explain (PlenumTally *tally, const PlenumTie *tie)
{
  g_autofree char *names = plenum_tally_join_names (tally, tie->options, tie->n_options);

  if (tally->seed != NULL)
    plenum_tally_add_step (tally, "lot", tie->options, tie->n_options,
                           /* Translators: %1$s is any text from which the lot is drawn, %2$s a list of options in quotation marks. */
                           g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "The lot with the seed “%1$s” drew this order: %2$s."),
                                            tally->seed, names));
  else
    plenum_tally_add_step (tally, "order", tie->options, tie->n_options,
                           g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "As agreed, a fixed order decides: %s."), names));
}
