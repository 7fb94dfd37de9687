/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots out of a file. */
#include "plenum-cli-tally-file.h"

#include "plenum-ballot-file.h"
#include "plenum-input.h"

/**
 * plenum_cli_tally_file:
 * @path: a file of ballots, or "-" for standard input
 * @method: an id of the voting layer
 *
 * Returns: (transfer full) (nullable): the result
 */
PlenumTally *
plenum_cli_tally_file (const char *path, const char *method, const PlenumSettings *settings, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (PlenumProfile) profile = NULL;
  g_autofree char *start = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gsize n_read;

  start = plenum_input_peek (input, 64, &n_read, cancellable, error);
  if (start == NULL)
    return NULL;

  stream = plenum_input_read (input, cancellable, error);
  if (stream != NULL)
    profile = plenum_ballot_file_read (stream, plenum_input_get_name (input), plenum_ballot_format_recognise (path, start),
                                       method, settings, cancellable, error);

  return profile != NULL ? plenum_tally_count (profile, cancellable, error) : NULL;
}
