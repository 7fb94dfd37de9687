/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-library.h"

G_BEGIN_DECLS

/* The cards of all sources of a synthesis, as they stood in the library. */
typedef struct
{
  GPtrArray *cards;     /* of PlenumSynthesisCard: by source, then in the order in which they were written */
  guint      n_sources; /* that are in the library */
} PlenumSynthesisReading;

void                    plenum_synthesis_reading_free   (PlenumSynthesisReading *reading);
void                    plenum_synthesis_reading_async  (PlenumLibrary          *library,
                                                         const char             *synthesis,
                                                         GCancellable           *cancellable,
                                                         GAsyncReadyCallback     callback,
                                                         gpointer                user_data);
PlenumSynthesisReading *plenum_synthesis_reading_finish (PlenumLibrary          *library,
                                                         GAsyncResult           *result,
                                                         GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSynthesisReading, plenum_synthesis_reading_free)

G_END_DECLS
