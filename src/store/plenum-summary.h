/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

/* One workshop as the library lists it. */
typedef struct
{
  PlenumRecord *workshop;
  guint         ideas;
  guint         participants;
  guint         polls;
} PlenumSummary;

void       plenum_summary_free         (PlenumSummary  *summary);
GPtrArray *plenum_store_list_summaries (PlenumStore    *self,
                                        GError        **error);
gint64     plenum_store_count_cards    (PlenumStore    *self,
                                        const char     *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSummary, plenum_summary_free)

G_END_DECLS
