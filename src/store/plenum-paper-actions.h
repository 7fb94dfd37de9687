/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"
#include "plenum-ballot-check.h"
#include "plenum-edit.h"
#include "plenum-store.h"

G_BEGIN_DECLS

/* What somebody typed of a paper. */
typedef struct
{
  gint64    paper;   /* its number, from 1 on */
  gboolean  counted; /* two people have typed the same; nobody's name is kept then */
  char     *typist;  /* nullable */
  char     *typed;   /* nullable */
} PlenumPaperReading;

typedef struct
{
  gint64 waiting;   /* papers that do not count yet */
  gint64 differing; /* those among them of which two people typed different things */
  gint64 readings;  /* what was typed of papers that wait */
} PlenumPaperCount;

void              plenum_paper_reading_free    (PlenumPaperReading *self);
GPtrArray        *plenum_store_list_readings   (PlenumStore        *self,
                                                const char         *poll,
                                                GError            **error);
PlenumPaperCount  plenum_store_count_papers    (PlenumStore        *self,
                                                const char         *poll);

char             *plenum_paper_fold_typist     (const char         *typist);
gboolean          plenum_store_check_papers_done
                                               (PlenumStore        *self,
                                                const char         *poll,
                                                GError            **error);

gboolean          plenum_edit_settle_papers    (PlenumEdit         *edit,
                                                const char         *workshop,
                                                GError            **error);

PlenumAction     *plenum_action_type_paper     (PlenumRecord       *ballot,
                                                guint               paper,
                                                const char         *typist,
                                                const char         *typed,
                                                PlenumBallotCheck   check);
PlenumAction     *plenum_action_withdraw_paper (const char         *poll,
                                                guint               paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPaperReading, plenum_paper_reading_free)

G_END_DECLS
