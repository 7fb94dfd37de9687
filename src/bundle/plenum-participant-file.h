/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People out of a CSV file or out of what was pasted from a spreadsheet. */
#pragma once

#include <gio/gio.h>

#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_PARTICIPANT_FILE_ERROR (plenum_participant_file_error_quark ())
GQuark plenum_participant_file_error_quark (void);

typedef enum
{
  PLENUM_PARTICIPANT_FILE_ERROR_EMPTY,   /* not even a header */
  PLENUM_PARTICIPANT_FILE_ERROR_HEADER,  /* no column of names, or one twice */
} PlenumParticipantFileError;

typedef struct _PlenumParticipantFile PlenumParticipantFile;

PlenumParticipantFile *plenum_participant_file_read          (const char             *path,
                                                              const char             *workshop,
                                                              GPtrArray              *present,
                                                              GCancellable           *cancellable,
                                                              GError                **error);
PlenumParticipantFile *plenum_participant_file_read_stream   (GInputStream           *stream,
                                                              const char             *name,
                                                              const char             *workshop,
                                                              GPtrArray              *present,
                                                              GCancellable           *cancellable,
                                                              GError                **error);
void                   plenum_participant_file_free          (PlenumParticipantFile  *self);
GPtrArray             *plenum_participant_file_get_added     (PlenumParticipantFile  *self);
GPtrArray             *plenum_participant_file_get_changed   (PlenumParticipantFile  *self);
GPtrArray             *plenum_participant_file_get_problems  (PlenumParticipantFile  *self);
GPtrArray             *plenum_participant_file_get_unknown   (PlenumParticipantFile  *self);
guint                  plenum_participant_file_get_n_skipped (PlenumParticipantFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumParticipantFile, plenum_participant_file_free)

G_END_DECLS
