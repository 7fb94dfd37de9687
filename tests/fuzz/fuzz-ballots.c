/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as a file of ballots is the same after it was written, in each
 * format that takes it; what cannot be read is refused with its place. */
#include "plenum-ballot-writer.h"
#include "plenum-csv.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static const struct { PlenumBallotFormat format; const char *method; } ways[] = {
  { PLENUM_BALLOT_FORMAT_BLT, "stv" },
  { PLENUM_BALLOT_FORMAT_PREFLIB, "borda" },
  { PLENUM_BALLOT_FORMAT_PREFLIB, "approval" },
  { PLENUM_BALLOT_FORMAT_PREFLIB, "score" },
  { PLENUM_BALLOT_FORMAT_PREFLIB, "majority-judgement" },
  { PLENUM_BALLOT_FORMAT_PABULIB, "greedy-budget" },
  { PLENUM_BALLOT_FORMAT_PABULIB, "dots" },
  { PLENUM_BALLOT_FORMAT_PABULIB, "borda" },
  { PLENUM_BALLOT_FORMAT_TABLE, "dots" },
  { PLENUM_BALLOT_FORMAT_TABLE, "borda" },
  { PLENUM_BALLOT_FORMAT_TABLE, "consent" },
  { PLENUM_BALLOT_FORMAT_TABLE, "majority-judgement" },
};

static PlenumProfile *
read_bytes (const guint8 *bytes, gsize length, PlenumBallotFormat format, const char *method, const PlenumSettings *settings, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);

  return plenum_ballot_file_read (stream, "f", format, method, settings, NULL, error);
}

static GBytes *
write_bytes (PlenumProfile *profile, PlenumBallotFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_ballot_file_write (profile, format, "Q", stream, NULL, &error));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
is_small (PlenumProfile *profile)
{
  gint64 copies = 0;

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    copies += plenum_profile_get_group (profile, i)->copies;
  for (guint i = 0; i < plenum_rankings_get_n (plenum_profile_get_rankings (profile)); i++)
    copies += plenum_rankings_get (plenum_profile_get_rankings (profile), i)->copies;

  return copies < 1000 && plenum_profile_get_n_options (profile) < 100;
}

/* What the file said of them included. */
static PlenumSettings *
list_settings (PlenumProfile *profile)
{
  PlenumSettings *settings = plenum_settings_new ();
  const PlenumSetting *setting;

  for (guint i = 0; (setting = plenum_method_get_setting (plenum_profile_get_method (profile), i)) != NULL; i++)
    plenum_settings_set (settings, setting->name, plenum_profile_get_setting (profile, setting->name));

  return settings;
}

static void
check_written (PlenumProfile *profile, PlenumBallotFormat format, const char *method)
{
  g_autoptr (GBytes) written = write_bytes (profile, format);
  g_autoptr (PlenumSettings) settings = list_settings (profile);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumProfile) again =
    read_bytes (g_bytes_get_data (written, NULL), g_bytes_get_size (written), format, method, settings, &error);
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  twice = write_bytes (again, format);
  if (format == PLENUM_BALLOT_FORMAT_BLT)
    g_assert_true (g_bytes_equal (written, twice));
  g_assert_cmpuint (plenum_profile_get_n_groups (again), <=, plenum_profile_get_n_groups (profile));
}

static void
read_once (const guint8 *bytes, gsize length, PlenumBallotFormat format, const char *method)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumProfile) profile = read_bytes (bytes, length, format, method, NULL, &error);

  if (profile == NULL)
    {
      g_assert_true (error->domain == PLENUM_VOTING_ERROR || error->domain == PLENUM_CSV_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "f:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  for (guint i = 0; i < plenum_profile_get_n_options (profile); i++)
    g_assert_true (g_utf8_validate (plenum_profile_get_option_text (profile, i), -1, NULL));
  for (guint i = PLENUM_BALLOT_FORMAT_TABLE; i <= PLENUM_BALLOT_FORMAT_PABULIB && is_small (profile); i++)
    if (plenum_ballot_format_takes (i, profile, NULL))
      check_written (profile, i, method);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    read_once (bytes, length, ways[i].format, ways[i].method);

  return 0;
}
