/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-profile.h"

G_BEGIN_DECLS

/* Files of ballots. */
typedef enum
{
  PLENUM_BALLOT_FORMAT_TABLE, /* CSV: the options are the header, each row is a ballot */
  PLENUM_BALLOT_FORMAT_BLT,
  PLENUM_BALLOT_FORMAT_PREFLIB,
  PLENUM_BALLOT_FORMAT_PABULIB,
} PlenumBallotFormat;

PlenumBallotFormat  plenum_ballot_format_recognise (const char            *path,
                                                    const char            *start);
PlenumProfile      *plenum_ballot_file_read        (GInputStream          *stream,
                                                    const char            *name,
                                                    PlenumBallotFormat     format,
                                                    const char            *method,
                                                    const PlenumSettings  *settings,
                                                    GCancellable          *cancellable,
                                                    GError               **error);

G_END_DECLS
