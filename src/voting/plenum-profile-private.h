/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the two files that a profile is made of. */
#pragma once

#include "plenum-profile.h"

G_BEGIN_DECLS

typedef struct
{
  char           *id;
  char           *text;
  PlenumRational *cost; /* nullable */
} PlenumOption;

struct _PlenumProfile
{
  const PlenumMethod *method;
  PlenumSettings     *settings;
  GPtrArray          *options; /* PlenumOption */
  GHashTable         *numbers; /* id, of the option → its number */
  GPtrArray          *groups;  /* PlenumBallotGroup, as they first came */
  GHashTable         *known;   /* a set of the same */
  PlenumRankings     *rankings; /* instead of groups, where ballots are rankings */
  GArray             *seen;    /* guint: by option, the number of the last ballot that names it */
  guint               turn;    /* the number of the ballot that is looked at */
  gint64              people;
  GPtrArray          *reasons;  /* (nullable): PlenumReason */
};

G_END_DECLS
