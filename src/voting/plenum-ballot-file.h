/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-profile.h"

G_BEGIN_DECLS

/* Foreign files of ballots. A table (CSV) is read elsewhere. */
typedef enum
{
  PLENUM_BALLOT_FORMAT_BLT,
  PLENUM_BALLOT_FORMAT_PREFLIB,
  PLENUM_BALLOT_FORMAT_PABULIB,
} PlenumBallotFormat;

gboolean       plenum_ballot_format_recognise (const char            *path,
                                               const char            *start,
                                               PlenumBallotFormat    *format);
PlenumProfile *plenum_ballot_file_read        (GInputStream          *stream,
                                               PlenumBallotFormat     format,
                                               const char            *method,
                                               const PlenumSettings  *settings,
                                               guint64               *line,
                                               GCancellable          *cancellable,
                                               GError               **error);

G_END_DECLS
