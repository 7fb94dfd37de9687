/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-method.h"
#include "plenum-rankings.h"
#include "plenum-rational.h"
#include "plenum-voting-error.h"

G_BEGIN_DECLS

#define PLENUM_MOST_VOTERS 1000000    /* behind one show of hands */
#define PLENUM_MOST_PEOPLE 1000000000 /* behind all ballots of a poll */

/* The ways on which a ballot reaches a poll. */
typedef enum
{
  PLENUM_CHANNEL_SCREEN,
  PLENUM_CHANNEL_PHONE,
  PLENUM_CHANNEL_PAPER,
  PLENUM_CHANNEL_HANDS,
  PLENUM_CHANNEL_IMPORT,
  PLENUM_CHANNEL_SECRET, /* how it came is kept from everybody, too */
  PLENUM_N_CHANNELS
} PlenumChannel;

typedef struct
{
  guint  option; /* its number in the profile */
  gint64 value;  /* see #PlenumPaperKind */
} PlenumChoice;

/* A ballot as it is handed in, borrowed from the caller. */
typedef struct
{
  const char         *channel; /* "screen", "phone", "paper", "hands", "import", "secret" */
  gint64              voters;  /* people behind it: 1, or how many took part in a show of hands */
  const char         *weight;  /* nullable: 1 */
  const PlenumChoice *choices;
  guint               n_choices;
} PlenumPaper;

/* Equal ballots, as they are counted. Rankings are kept apart: PlenumRankings. */
typedef struct
{
  PlenumChannel       channel;
  gint64              voters;
  gint64              weight_numerator;
  gint64              weight_denominator;
  gint64              copies;
  guint               n_choices;
  PlenumChoice        choices[]; /* by option number, no option twice */
} PlenumBallotGroup;

typedef struct _PlenumProfile PlenumProfile;

PlenumProfile           *plenum_profile_new             (const char            *method,
                                                         const PlenumSettings  *settings,
                                                         GError               **error);
void                     plenum_profile_free            (PlenumProfile         *self);
const PlenumMethod      *plenum_profile_get_method      (const PlenumProfile   *self);
gint64                   plenum_profile_get_integer     (const PlenumProfile   *self,
                                                         const char            *setting);
const char              *plenum_profile_get_setting     (const PlenumProfile   *self,
                                                         const char            *setting);
PlenumPaperKind          plenum_profile_get_paper_kind  (const PlenumProfile   *self);
char                    *plenum_profile_describe_paper  (const PlenumProfile   *self);

gboolean                 plenum_profile_add_option      (PlenumProfile         *self,
                                                         const char            *id,
                                                         const char            *text,
                                                         const char            *cost,
                                                         GError               **error);
void                     plenum_profile_set_option_text (PlenumProfile         *self,
                                                         guint                  option,
                                                         const char            *text);
guint                    plenum_profile_get_n_options   (const PlenumProfile   *self);
const char              *plenum_profile_get_option_id   (const PlenumProfile   *self,
                                                         guint                  option);
const char              *plenum_profile_get_option_text (const PlenumProfile   *self,
                                                         guint                  option);
const PlenumRational    *plenum_profile_get_option_cost (const PlenumProfile   *self,
                                                         guint                  option);
gboolean                 plenum_profile_check_budget    (const PlenumProfile   *self,
                                                         GError               **error);
gboolean                 plenum_profile_find_option     (const PlenumProfile   *self,
                                                         const char            *id,
                                                         guint                 *option);

char                   **plenum_profile_list_grades     (const PlenumProfile   *profile);
gboolean                 plenum_profile_parse_value     (const PlenumProfile   *profile,
                                                         const char            *text,
                                                         gint64                *value);

gboolean                 plenum_profile_check_ballot    (const PlenumProfile   *self,
                                                         const PlenumPaper     *paper,
                                                         GError               **error);
gboolean                 plenum_profile_add_ballot      (PlenumProfile         *self,
                                                         const PlenumPaper     *paper,
                                                         gint64                 copies,
                                                         GError               **error);
gboolean                 plenum_profile_add_ranking     (PlenumProfile         *self,
                                                         const guint16         *entries,
                                                         guint                  length,
                                                         gint64                 copies,
                                                         GError               **error);
const PlenumRankings    *plenum_profile_get_rankings    (const PlenumProfile   *self);
guint                    plenum_profile_get_n_groups    (const PlenumProfile   *self);
const PlenumBallotGroup *plenum_profile_get_group       (const PlenumProfile   *self,
                                                         guint                  group);

const char              *plenum_channel_get_name        (PlenumChannel          channel);
gboolean                 plenum_channel_from_name       (const char            *name,
                                                         PlenumChannel         *channel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumProfile, plenum_profile_free)

G_END_DECLS
