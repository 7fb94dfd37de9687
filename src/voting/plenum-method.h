/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-settings.h"

G_BEGIN_DECLS

typedef struct _PlenumMethod PlenumMethod;

typedef enum
{
  PLENUM_SETTING_INTEGER,
  PLENUM_SETTING_CHOICE, /* one of a few words */
  PLENUM_SETTING_TEXT,
  PLENUM_SETTING_AMOUNT, /* a number that is not negative: "1200", "12.50", "7/3" */
} PlenumSettingKind;

typedef struct
{
  const char         *name;          /* in a poll's settings */
  const char         *label;         /* untranslated: plenum_setting_get_label() */
  PlenumSettingKind   kind;
  const char         *default_value; /* of an integer too, in decimal digits */
  gint64              minimum;       /* of an integer */
  gint64              maximum;
  const char * const *choices;       /* %NULL-terminated, of a choice */
} PlenumSetting;

/* What the integer beside an option means on a ballot. Absent is not answered. */
typedef enum
{
  PLENUM_PAPER_POINTS,      /* points given; by show of hands the points it got */
  PLENUM_PAPER_SET,         /* 1 chosen, 0 not; by show of hands how many chose it */
  PLENUM_PAPER_STANCES,     /* 1 agree, -1 disagree, 0 pass */
  PLENUM_PAPER_RANKING,     /* 1 the best; equal where equal; 0: not ranked */
  PLENUM_PAPER_SCORES,      /* from "minimum" to "maximum" */
  PLENUM_PAPER_GRADES,      /* 1 the best of "grades" */
  PLENUM_PAPER_RESISTANCES, /* 0 none at all to "maximum" */
  PLENUM_PAPER_CONSENT,     /* 0 consent, 1 concern, 2 objection */
  PLENUM_PAPER_CREDITS,     /* credits given; below 0 against it */
  PLENUM_PAPER_UTILITIES,   /* 1 chosen, or points given; 0 not */
  PLENUM_PAPER_PAIR,        /* comparisons of two, a digit each: plenum_comparisons_read() */
} PlenumPaperKind;

/* What one wants to know: how methods are offered. */
typedef enum
{
  PLENUM_GOAL_PRIORITIES, /* what matters most to a group */
  PLENUM_GOAL_LEAST_HARM, /* what hurts least, what everybody can live with */
  PLENUM_GOAL_ONE,        /* choose one, by what each person would like better */
  PLENUM_GOAL_SEVERAL,    /* elect several, in proportion */
  PLENUM_GOAL_BUDGET,     /* spend a budget */
  PLENUM_N_GOALS
} PlenumGoal;

const PlenumMethod  *plenum_method_find            (const char            *id);
const PlenumMethod  *plenum_method_get             (guint                  index);
guint                plenum_method_count           (void);
const char          *plenum_method_get_id          (const PlenumMethod    *self);
const char          *plenum_method_get_name        (const PlenumMethod    *self);
const char          *plenum_method_get_purpose     (const PlenumMethod    *self);
const char          *plenum_method_get_rule        (const PlenumMethod    *self);
const char          *plenum_method_get_suited      (const PlenumMethod    *self);
const char          *plenum_method_get_unsuited    (const PlenumMethod    *self);
PlenumGoal           plenum_method_get_goal        (const PlenumMethod    *self);
gboolean             plenum_method_takes_ties      (const PlenumMethod    *self);
gboolean             plenum_method_less_is_better  (const PlenumMethod    *self);
PlenumPaperKind      plenum_method_get_paper_kind  (const PlenumMethod    *self);
gboolean             plenum_method_takes_hands     (const PlenumMethod    *self);
const PlenumSetting *plenum_method_get_setting     (const PlenumMethod    *self,
                                                    guint                  index);
const PlenumSetting *plenum_method_find_setting    (const PlenumMethod    *self,
                                                    const char            *name);
const char          *plenum_setting_get_label      (const PlenumSetting   *self);
gboolean             plenum_method_check_settings  (const PlenumMethod    *self,
                                                    const PlenumSettings  *settings,
                                                    GError               **error);

G_END_DECLS
