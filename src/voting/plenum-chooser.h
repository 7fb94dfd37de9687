/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally-private.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_PICK_BEST,  /* the one that goes first: elected, transferred, in the final */
  PLENUM_PICK_WORST, /* the one that goes: excluded */
} PlenumPick;

typedef struct _PlenumChooser PlenumChooser;

/* One count from first to last. It asks the chooser wherever votes are equal, and
 * gives it the outcome. */
typedef void (*PlenumChooserRun) (PlenumTally         *tally,
                                  const PlenumProfile *profile,
                                  PlenumChooser       *chooser,
                                  gpointer             data);

PlenumChooser *plenum_chooser_new         (PlenumTally         *tally,
                                           const PlenumProfile *profile);
void           plenum_chooser_free        (PlenumChooser       *self);
guint          plenum_chooser_pick        (PlenumChooser       *self,
                                           const guint         *options,
                                           guint                n_options,
                                           PlenumPick           which);
guint          plenum_chooser_branch      (PlenumChooser       *self,
                                           guint                n_choices);
gboolean       plenum_chooser_decides     (const PlenumChooser *self);
gboolean       plenum_chooser_is_first    (const PlenumChooser *self);
void           plenum_chooser_add_outcome (PlenumChooser       *self,
                                           const gint64        *places,
                                           const gboolean      *wins);
void           plenum_chooser_finish      (PlenumChooser       *self,
                                           guint                seats);
gboolean       plenum_chooser_count       (PlenumChooser       *self,
                                           guint                seats,
                                           PlenumChooserRun     run,
                                           gpointer             data,
                                           GCancellable        *cancellable,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumChooser, plenum_chooser_free)

G_END_DECLS
