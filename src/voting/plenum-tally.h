/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-profile.h"

G_BEGIN_DECLS

typedef struct _PlenumTally PlenumTally;

/* Options that the votes alone do not tell apart. */
typedef struct
{
  const guint *options; /* in the order of the list, or as drawn where the tie was broken */
  guint        n_options;
  guint        place;   /* of the first of them, from 1 */
  guint        seats;   /* how many of them can win while more are tied; 0: decides nothing */
  gboolean     broken;  /* by a lot or by the order of the list, as the settings say */
} PlenumTie;

/* Numbers of a step, by which it can be counted again by hand. */
typedef enum
{
  PLENUM_FIGURE_NUMBER,  /* one */
  PLENUM_FIGURE_OPTIONS, /* one an option */
  PLENUM_FIGURE_PAIRS,   /* one for an option against another, row by row */
} PlenumFigureKind;

typedef struct
{
  const char      *name;     /* for machines: "votes", "quota" */
  PlenumFigureKind kind;
  PlenumRational **values;   /* some may be %NULL: there is none */
  guint            n_values;
} PlenumFigure;

/* What one group of equal ballots paid for a purchase. */
typedef struct
{
  const guint    *options;   /* what they chose */
  guint           n_options;
  gint64          voters;
  PlenumRational *paid;      /* by each of them */
} PlenumPayment;

/* One line of the explanation. */
typedef struct
{
  const char  *kind;     /* "ballots", "rule", "option", "tie", "lot", "order", "result", or the method's */
  const char  *text;     /* a translated sentence */
  const guint *options;  /* what it speaks of */
  guint        n_options;
  GPtrArray   *figures;  /* (nullable): PlenumFigure */
  GPtrArray   *payments; /* (nullable): PlenumPayment */
} PlenumStep;

PlenumTally          *plenum_tally_count             (const PlenumProfile  *profile,
                                                      GCancellable         *cancellable,
                                                      GError              **error);
PlenumTally          *plenum_tally_ref               (PlenumTally          *self);
void                  plenum_tally_unref             (PlenumTally          *self);

const PlenumMethod   *plenum_tally_get_method        (const PlenumTally    *self);
guint                 plenum_tally_get_n_options     (const PlenumTally    *self);
const char           *plenum_tally_get_option_id     (const PlenumTally    *self,
                                                      guint                 option);
const char           *plenum_tally_get_option_text   (const PlenumTally    *self,
                                                      guint                 option);

gint64                plenum_tally_get_ballots       (const PlenumTally    *self);
gint64                plenum_tally_get_voters        (const PlenumTally    *self);
gint64                plenum_tally_get_channel_ballots (const PlenumTally  *self,
                                                      PlenumChannel         channel);
gint64                plenum_tally_get_channel_voters (const PlenumTally   *self,
                                                      PlenumChannel         channel);

const guint          *plenum_tally_get_winners       (const PlenumTally    *self,
                                                      guint                *n_winners);
gboolean              plenum_tally_is_winner         (const PlenumTally    *self,
                                                      guint                 option);
guint                 plenum_tally_get_n_places      (const PlenumTally    *self);
const guint          *plenum_tally_get_place         (const PlenumTally    *self,
                                                      guint                 index,
                                                      guint                *n_options);
guint                 plenum_tally_get_option_place  (const PlenumTally    *self,
                                                      guint                 option);

const PlenumRational *plenum_tally_get_score         (const PlenumTally    *self,
                                                      guint                 option);
char                 *plenum_tally_describe_score    (const PlenumTally    *self,
                                                      guint                 option);
double                plenum_tally_get_bar           (const PlenumTally    *self,
                                                      guint                 option);

const char * const   *plenum_tally_get_count_names   (const PlenumTally    *self);
const char           *plenum_tally_get_count_label   (const PlenumTally    *self,
                                                      guint                 count);
gint64                plenum_tally_get_count         (const PlenumTally    *self,
                                                      guint                 option,
                                                      guint                 count);
gint64                plenum_tally_get_channel_count (const PlenumTally    *self,
                                                      PlenumChannel         channel,
                                                      guint                 option,
                                                      guint                 count);

guint                 plenum_tally_get_n_ties        (const PlenumTally    *self);
const PlenumTie      *plenum_tally_get_tie           (const PlenumTally    *self,
                                                      guint                 index);
guint                 plenum_tally_get_n_steps       (const PlenumTally    *self);
const PlenumStep     *plenum_tally_get_step          (const PlenumTally    *self,
                                                      guint                 index);
const PlenumStep     *plenum_tally_find_step         (const PlenumTally    *self,
                                                      const char           *kind);
char                 *plenum_tally_sentence          (const PlenumTally    *self);

const PlenumFigure   *plenum_step_find_figure        (const PlenumStep     *self,
                                                      const char           *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTally, plenum_tally_unref)

G_END_DECLS
