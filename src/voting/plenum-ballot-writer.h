/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-ballot-file.h"

G_BEGIN_DECLS

gboolean    plenum_ballot_format_takes_method (PlenumBallotFormat    format,
                                               const PlenumMethod   *method,
                                               GError              **error);
const char *plenum_ballot_format_get_suffix   (PlenumBallotFormat    format,
                                               const PlenumProfile  *profile);
gboolean    plenum_ballot_format_takes        (PlenumBallotFormat    format,
                                               const PlenumProfile  *profile,
                                               GError              **error);
gboolean    plenum_ballot_file_write          (const PlenumProfile  *profile,
                                               PlenumBallotFormat    format,
                                               const char           *title,
                                               GOutputStream        *stream,
                                               GCancellable         *cancellable,
                                               GError              **error);

G_END_DECLS
